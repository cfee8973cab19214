"""When somebody's turn on a shared phone ends: what is said then is true, and nothing of theirs is
lost without a word or left behind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import Neighbourhood, Person
from one_phone import BACK, SOMEONE_ELSE, household, rows, second_answers, second_joins
from raw_updates import message

from emulator import Message

WORDS = (
    "SELECT mode, value FROM answers JOIN responses USING (resident_id, consultation)"
    " WHERE question = 'own_words' ORDER BY mode"
)
COMMENTS = "SELECT mode, text FROM comments JOIN responses USING (resident_id, consultation)"
BUSES = "I would rather talk about buses"
GONE = "That button is too old"


async def manages(officer: Person, *labels: str) -> str:
    """An officer decides about the first consultation."""
    await officer.types("/manage")
    said = ""
    for label in ("1 ", *labels):
        said = await officer.taps(label)
    return said


async def paused(hood: Neighbourhood) -> Person:
    """A phone on which person 2 has answered; then the questions are paused."""
    officer = await hood.officer("Ruth")
    amina = await household(hood)
    await second_answers(amina)
    await manages(officer, "Pause", "Tuesday 6 September", "We are checking it")
    return amina


def with_buttons(phone: Person, label: str) -> list[Message]:
    """The messages in the chat that have this button."""
    return [m for m in phone.from_bot if any(b.text == label for row in m.buttons for b in row)]


@pytest.mark.parametrize("by", ["themselves", "the owner"])
async def test_no_button_stays_of_somebody_who_is_forgotten(hood: Neighbourhood, by: str) -> None:
    amina = await household(hood)
    await second_answers(amina)
    if by == "themselves":
        await amina.taps("Change my answers")
        await amina.types("forget me")
        said = await amina.taps("Now: take my answers back")
        assert "We've forgotten person 2" in said
        assert "The owner has the phone again" in said
        assert "/start" not in said
    else:
        await amina.taps(BACK)
        await amina.types("/mine")
        for label in ("Person 2: change", "Delete person 2's answers", "Yes, delete them"):
            await amina.taps(label)
    assert with_buttons(amina, BACK) == []
    assert "More lamps" in await amina.types("/mine")


async def test_a_button_of_somebody_whose_link_is_cut_goes_when_it_is_tapped(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_answers(amina)
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
    assert with_buttons(amina, BACK)
    for shown in with_buttons(amina, BACK):
        amina.phone.tap(BACK, shown)
        await amina.settles()
        assert GONE in amina.toast
    assert with_buttons(amina, BACK) == []


async def test_words_without_a_yes_are_offered_before_the_phone_is_handed_back(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    await amina.types(BUSES)
    asked = await amina.taps(BACK)
    assert "Before you hand the phone back" in asked
    assert BUSES in asked
    await amina.taps("Yes, keep it")
    assert await rows(hood, COMMENTS) == [("shared phone", BUSES)]
    said = await amina.taps(BACK)
    assert "The owner has the phone again" in said
    assert "not sent" not in said


async def test_who_hands_the_phone_back_all_the_same_reads_that_words_are_not_sent(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    await amina.types(BUSES)
    await amina.taps(BACK)
    said = await amina.taps(BACK)
    assert "The owner has the phone again" in said
    assert "We have not sent them" in said
    assert "buses" not in said
    assert await rows(hood, COMMENTS) == []
    await amina.types("/mine")
    await amina.taps("Person 2: change")
    await amina.taps("I am person 2")
    for _ in range(4):
        await amina.taps("Skip")
    assert BUSES in amina.sees
    await amina.taps("Yes, keep it")
    assert await rows(hood, COMMENTS) == [("shared phone", BUSES)]


async def test_nothing_stays_of_somebody_who_joins_on_a_phone_whose_owner_is_forgotten(
    hood: Neighbourhood,
) -> None:
    """Person 3 has not finished joining when person 2 takes the phone and hands it back."""
    amina = await household(hood)
    await second_answers(amina)
    theirs = with_buttons(amina, BACK)[-1]
    await amina.types("/another")
    await amina.taps("Start")
    await amina.taps("Yes")
    amina.phone.tap(BACK, theirs)
    await amina.settles()
    assert len(await rows(hood, "SELECT * FROM arrivals")) == 1
    await amina.types("/forget")
    await amina.taps("Now: take my answers back")
    for table in ("arrivals", "guests", "contacts", "shown"):
        assert await rows(hood, f"SELECT * FROM {table}") == [], table


async def test_cancel_is_for_whoever_has_the_phone(hood: Neighbourhood) -> None:
    """It is a No to what was asked last, and takes back nothing of the owner's."""
    amina = await household(hood)
    await amina.types("/complain Nobody listens to us")
    complained = "SELECT count(*) FROM complaints"
    assert await rows(hood, complained) == [(1,)]
    await amina.types("/another")
    for label in ("Start", "Yes"):
        await amina.taps(label)
    await amina.types("Chesham")
    await amina.taps("Answer now")
    said = await amina.types("/cancel")
    assert "Person 2 is answering" in said
    assert "taken back" not in said
    assert await rows(hood, complained) == [(1,)]
    await amina.types("forget me")
    assert "Nothing has changed" in await amina.types("/cancel")
    assert await rows(hood, "SELECT number FROM guests") == [(2,)]


async def test_in_a_pause_person_2_can_see_and_take_back_their_answers(
    hood: Neighbourhood,
) -> None:
    amina = await paused(hood)
    said = await amina.taps(BACK)
    assert "Person 2 can see their answers: /mine" in said
    await amina.types("/mine")
    page = await amina.taps("Person 2: see answers")
    assert "It takes no answers just now. It starts again: Tuesday 6 September" in page
    assert "Benches" in await amina.taps("I am person 2: see my answers")
    assert "Person 2 is answering" in amina.sees
    await amina.taps(BACK)
    await amina.types("/mine")
    await amina.taps("Person 2: see answers")
    await amina.taps("Delete person 2's answers")
    assert "Deleted." in await amina.taps("Yes, delete them")
    assert await rows(hood, WORDS) == [("chat", '"More lamps, please"')]


async def test_while_nothing_takes_answers_it_is_said_why_nobody_else_can_begin(
    hood: Neighbourhood,
) -> None:
    amina = await paused(hood)
    await amina.taps(BACK)
    assert "takes no answers just now" in await amina.types("/another")
    await hood.closes()
    said = await amina.types("/another")
    assert "has closed" in said
    assert "answer first" not in said


async def test_until_the_link_is_cut_person_2_sees_their_answers_after_the_close_too(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_answers(amina)
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes + timedelta(minutes=2))
    assert "Person 2 can see their answers: /mine" in await amina.taps(BACK)
    await amina.types("/mine")
    page = await amina.taps("Person 2: see answers")
    assert "It takes no answers now" in page
    assert not any("Delete" in label for label in amina.labels)
    assert "Benches" in await amina.taps("I am person 2: see my answers")


async def test_who_hands_the_phone_back_at_the_greeting_has_nothing_to_change(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await amina.taps(SOMEONE_ELSE)
    assert "/mine" not in await amina.taps(BACK)


async def test_a_double_tap_greets_somebody_else_once(hood: Neighbourhood) -> None:
    amina = await household(hood)
    shown = amina.phone.keyboard_message
    amina.phone.tap(SOMEONE_ELSE, shown)
    amina.phone.tap(SOMEONE_ELSE, shown)
    await amina.settles()
    assert amina.said_by_bot("Hello, person 2") == 1
    amina.phone.tap(SOMEONE_ELSE, shown)
    await amina.settles()
    assert amina.said_by_bot("Hello, person 2") == 1
    await amina.taps("Start")
    assert "13 or over" in amina.question
    assert await rows(hood, "SELECT number FROM guests") == [(2,)]


TEXT = "The corner by HP12 3HP is dark, ask Mr Smith at 07700 900123"


async def test_words_in_the_same_moment_as_the_phone_changes_hands_are_kept_as_written(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_joins(amina)
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await amina.taps(BACK)
    await amina.types("/mine")
    await amina.taps("Person 2: change")
    amina.phone.tap("I am person 2: change my answers")
    amina.phone.type(TEXT)
    await amina.settles()
    kept = str(await rows(hood, WORDS)) + str(await rows(hood, "SELECT data FROM drafts"))
    assert "HP12 3HP" in kept
    assert "E05013131" not in kept


async def test_what_may_be_somebody_elses_is_not_in_the_owners_mydata(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    odd = 10**18
    hood.stage.emulator.push(message(amina.phone.user_id, date=odd, text="The owner's words"))
    await amina.settles()
    assert "The owner's words" in await file_of(amina)
    await second_answers(amina)
    hood.stage.emulator.push(message(amina.phone.user_id, date=odd, text="The other's words"))
    await amina.settles()
    await amina.taps(BACK)
    found = await file_of(amina)
    assert "The owner's words" in found
    assert "The other's words" not in found


async def file_of(person: Person) -> str:
    """The file that /mydata sends."""
    await person.types("/mydata")
    sent = next(m.document for m in reversed(person.from_bot) if m.document is not None)
    return sent.content.decode()


async def test_what_was_set_aside_goes_with_somebody_who_never_agreed(hood: Neighbourhood) -> None:
    amina = await household(hood)
    await amina.taps(SOMEONE_ELSE)
    await amina.taps("Start")
    hood.stage.emulator.push(message(amina.phone.user_id, date=10**18, text="I am Adil"))
    await amina.settles()
    await amina.taps(BACK)
    assert await rows(hood, "SELECT * FROM inbox WHERE state = 'quarantined'") == []
