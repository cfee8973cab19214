"""What staff decide while it is open: a later close, a pause, an early close, a withdrawal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from company import Neighbourhood, Person, answers_all

from content.schema.consultation import Consultation
from emulator.people.phone import find_button
from engagement.consultations.late import Gap
from engagement.consultations.steering import SteeringAct, SteeringStep, why_withdrawn
from storage.consultations import steps
from storage.insight import releases
from usecases.release import all_in, register
from usecases.world import Transaction

WHICH = "local-priorities"
TITLE = "What should come first in your area?"
INVISIBLE = dict.fromkeys((0x200E, 0x200F, 0x2066, 0x2067, 0x2068, 0x2069))


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    return await hood.officer("Ruth")


def in_force(hood: Neighbourhood) -> Consultation:
    return hood.stage.service.world.consultation(WHICH).consultation


async def chooses(officer: Person, *labels: str) -> str:
    """Tap these, from the list of /manage on."""
    await officer.types("/manage")
    said = ""
    for label in ("1 ", *labels):
        said = await officer.taps(label)
    return said


async def pauses(officer: Person) -> str:
    return await chooses(officer, "Pause", "Tuesday 6 September", "We are checking it")


async def withdraws(officer: Person) -> str:
    return await chooses(officer, "Withdraw", "There was a mistake in it", "Yes, withdraw it")


async def extends(officer: Person) -> str:
    return await chooses(officer, "Close later", "Friday 7 October", "People need more time")


async def test_people_see_the_later_close_wherever_a_date_is_shown(
    hood: Neighbourhood, officer: Person
) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    await answers_all(amina)
    assert "until Friday 30 September, 5pm" in await amina.types("/mine")
    assert "Closes: Friday 7 October, 17:00." in await extends(officer)
    assert "until Friday 7 October, 5pm" in await amina.types("/mine")
    assert "It closes on Friday 7 October, 5pm" in await amina.types("/consultations")
    assert "By Friday 18 November we'll tell you the results here." in amina.sees


async def test_officers_read_that_people_hear_only_after_the_decision(
    hood: Neighbourhood, officer: Person
) -> None:
    """They hear as many days later as it closes, which may be after it."""
    said = await chooses(officer, "Close later")
    assert "A decision is due: Wednesday 30 November." in said
    assert "people hear" not in await chooses(officer)
    said = await officer.types(f"/manage {WHICH} extend 30 November 2022 00:00: more time")
    assert "Please check: people hear the results by Wednesday 11 January 2023" in said
    assert "after the decision: Wednesday 30 November" in said


async def test_a_second_tap_does_not_move_the_close_once_more(
    hood: Neighbourhood, officer: Person
) -> None:
    await chooses(officer, "Close later", "Friday 7 October")
    for _ in range(2):
        officer.phone.tap("People need more time")
    await hood.stage.settle()
    authored = hood.library.consultations[WHICH].closes_at
    assert in_force(hood).closes_at == authored + timedelta(days=7)


async def test_a_day_on_offer_before_another_close_is_an_old_button(
    hood: Neighbourhood, officer: Person
) -> None:
    await chooses(officer, "Close later")
    shown = officer.phone.keyboard_message
    button = find_button(shown, "Friday 7 October") if shown is not None else None
    assert shown is not None
    assert button is not None
    await officer.types(f"/manage {WHICH} extend 14 October 2022 17:00: more time")
    officer.phone.tap_data(shown.message_id, button.data or "")
    await hood.stage.settle()
    assert "That button is too old" in officer.toast
    assert "Why" not in officer.sees
    assert "Closes: Friday 14 October, 17:00." in await chooses(officer)


async def test_answers_count_until_the_later_close(hood: Neighbourhood, officer: Person) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    await extends(officer)
    await hood.leap(hood.library.consultations[WHICH].closes_at + timedelta(days=2))
    assert "You can change your answers" in await answers_all(amina)
    await hood.leap(in_force(hood).closes_at + timedelta(hours=1))
    await amina.taps("Change my answers")
    assert "has closed" in amina.toast


@pytest.mark.parametrize("day", ["2 December 2022 17:00", "30 November 2022 23:59"])
async def test_a_close_on_or_after_the_day_of_decision_is_refused(
    hood: Neighbourhood, officer: Person, day: str
) -> None:
    said = await officer.types(f"/manage {WHICH} extend {day}: more time")
    assert "A decision is due on Wednesday 30 November" in said
    assert in_force(hood).closes_at == hood.library.consultations[WHICH].closes_at


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("extend 29 September 2022 17:00: more time", "later than before"),
        ("extend 14 October 2022: more time", "day and a time"),
        ("extend 31 June 2023 17:00: more time", "day and a time"),
        ("extend 26 March 2023 01:30: more time", "day and a time"),
        ("extend 14 October 2022 17:00", "Why does it close later?"),
        ("extend 14 October 2022 17:00: " + "why " * 40, "in 120 characters"),
        ("pause 14 October 2022 17:00: too long", "before it closes"),
        ("pause 1 September 2022 17:00: too early", "day and a time"),
        ("close", "Why does it close now?"),
        ("withdraw:", "Why is it withdrawn?"),
        ("close: " + "why " * 40, "in 120 characters"),
        ("close: needed", "Close it now?"),
        ("close at 14 October 2022 17:00: more time", "Please type what to do"),
        ("close later", "Close when?"),
        ("Close later: more time", "Close when?"),
        ("withdraw the pause: it is put right", "Please type what to do"),
        ("withdraw my approval?", "Please type what to do"),
        ("withdraw it is settled", "Please type what to do"),
        ("explode", "such as: /manage local-priorities close:"),
        ("resume", "That doesn't fit any more"),
        ("report", "That doesn't fit any more"),
    ],
)
async def test_what_cannot_be_done_is_said_in_one_sentence_and_changes_nothing(
    hood: Neighbourhood, officer: Person, words: str, told: str
) -> None:
    before = in_force(hood)
    assert told in await officer.types(f"/manage {WHICH} {words}")
    assert in_force(hood) == before


async def test_the_typed_words_of_other_languages_do_the_same(
    hood: Neighbourhood, officer: Person
) -> None:
    said = await officer.types("/manage 1 przedłuż 14 października 2022 17:00: więcej czasu")
    assert "Closes: Friday 14 October, 17:00." in said


async def test_the_label_of_a_button_does_what_the_button_does(
    hood: Neighbourhood, officer: Person
) -> None:
    """ "Close later" closed it at once."""
    said = await officer.types(f"/manage {WHICH} close later 14 October 2022 17:00: more time")
    assert "This is open." in said
    assert "Closes: Friday 14 October, 17:00." in said
    said = await officer.types("/manage 1 Zakończ później 21 października 2022 17:00: więcej czasu")
    assert "Closes: Friday 21 October, 17:00." in said
    said = await officer.types(f"/manage {WHICH} pause 6 September 2022 09:00: checking")
    assert "takes no answers" in said
    assert "This is open." in await officer.types(f"/manage {WHICH} Go on now")
    await officer.types(f"/manage {WHICH} Close now: needed")
    assert "This has closed." in await officer.types("Yes, close it now")


@pytest.mark.parametrize("no", ["no", "No, leave it", "OK", "thanks", "it is put right"])
async def test_what_cannot_be_undone_needs_a_yes_of_its_own(
    hood: Neighbourhood, officer: Person, no: str
) -> None:
    before = in_force(hood)
    for words in ("withdraw: settled", "close: needed"):
        await officer.types(f"/manage {WHICH} {words}")
        await officer.types(no)
        assert in_force(hood) == before
    await chooses(officer, "Withdraw")
    await officer.taps("The matter is settled")
    assert "can't be undone" in officer.sees
    assert in_force(hood) == before


async def test_a_yes_is_for_the_reason_that_was_shown_with_it(
    hood: Neighbourhood, officer: Person
) -> None:
    await officer.types(f"/manage {WHICH} withdraw: settled")
    asked = officer.phone.keyboard_message
    button = find_button(asked, "Yes, withdraw it") if asked is not None else None
    await officer.types(f"/manage {WHICH} withdraw: a mistake")
    assert asked is not None
    assert button is not None
    officer.phone.tap_data(asked.message_id, button.data or "")
    await hood.stage.settle()
    assert "too old" in officer.toast
    assert why_withdrawn(in_force(hood)) is None
    await officer.types("yes")
    assert why_withdrawn(in_force(hood)) == "a mistake"


async def test_another_day_and_a_reason_are_typed_where_they_are_asked_for(
    hood: Neighbourhood, officer: Person
) -> None:
    assert "Close when?" in await chooses(officer, "Close later")
    assert "day and a time" in await officer.types("later")
    assert "Why does it close later?" in await officer.types("14 October 2022 17:00")
    assert "Closes: Friday 14 October, 17:00." in await officer.types("People asked at HP12 3HP")
    await chooses(officer, "Close later")
    said = await officer.types("21 October 2022 17:00: more time")
    assert "Closes: Friday 21 October, 17:00." in said
    await chooses(officer, "Close now")
    assert "Why: It died down" in await officer.types("It died down")
    assert "This has closed." in await officer.types("yes")


@pytest.mark.parametrize("said", ["ok", "why?", "ہاں", "HP12 3HP", "thanks", "3", "کیوں؟"])
async def test_what_says_nothing_is_no_reason_and_it_is_asked_again(
    hood: Neighbourhood, officer: Person, said: str
) -> None:
    before = in_force(hood)
    await chooses(officer, "Close now")
    for _ in range(2):
        assert "Why does it close now?" in await officer.types(said)
    assert "Why does it pause?" in await officer.types(
        f"/manage {WHICH} pause 6 September 2022 9:00: {said}"
    )
    assert in_force(hood) == before
    assert "Paused until Tuesday 6 September" in await officer.types("We are checking the maps")


async def test_words_after_leaving_the_question_are_no_reason(
    hood: Neighbourhood, officer: Person
) -> None:
    before = in_force(hood)
    await chooses(officer, "Pause", "Tuesday 6 September")
    assert "This is open." in await officer.types("cancel")
    await officer.types("we check it")
    await chooses(officer, "Pause", "Tuesday 6 September", "Back")
    await officer.types("we check it")
    await chooses(officer, "Pause", "Tuesday 6 September")
    await officer.types("/cancel")
    await officer.types("we check it")
    assert in_force(hood) == before


async def test_in_a_pause_people_read_until_when_and_lose_nothing(
    hood: Neighbourhood, officer: Person
) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    await amina.taps("Streets")
    assert "Paused until Tuesday 6 September, 09:00. Why: We are checking it" in await pauses(
        officer
    )
    await amina.taps("Messages")
    assert "takes no answers just now" in amina.toast
    assert "Tuesday 6 September, 9am" in amina.toast
    assert "takes no answers just now" in await amina.types("Meetings near my home")
    said = await amina.types("/mine")
    assert "Streets, parks and public places" in said
    assert "It starts again: Tuesday 6 September, 9am. What you answered is safe." in said
    assert f"{TITLE} takes no answers just now." in await amina.types("/consultations")
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=1))
    await amina.types("/consultations")
    await amina.taps("Go on")
    assert "What would help you to have a say" in amina.sees


async def test_a_pause_ends_when_an_officer_says_so(hood: Neighbourhood, officer: Person) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    await pauses(officer)
    assert "This is open." in await officer.taps("Go on now")
    assert "You can change your answers" in await answers_all(amina)


async def test_the_pause_is_said_in_urdu_too(hood: Neighbourhood, officer: Person) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    await amina.types("/language")
    await amina.taps("اردو")
    await amina.types("/consultations")
    await pauses(officer)
    await amina.taps("ابھی جواب دیں")
    assert "ابھی رکا ہوا ہے" in amina.toast.translate(INVISIBLE)


@pytest.mark.parametrize("act", [pauses, withdraws])
async def test_an_old_button_answers_nothing(
    hood: Neighbourhood, officer: Person, act: Callable[[Person], Awaitable[str]]
) -> None:
    """Case 32, of what is paused or withdrawn."""
    amina = await hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    await act(officer)
    await amina.taps("Streets")
    assert "no answers just now" in amina.toast or "has stopped" in amina.toast
    assert "Streets" not in await amina.types("/mine")


async def test_what_is_withdrawn_says_why_and_has_no_results(
    hood: Neighbourhood, officer: Person
) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    await answers_all(amina)
    assert "This is withdrawn. There are no results." in await withdraws(officer)
    await amina.taps("Change my answers")
    assert "There was a mistake in it" in amina.toast
    assert TITLE not in await amina.types("/consultations")
    said = await amina.types("/mine")
    assert "has stopped this and takes no more answers. The reason: There was a mistake" in said
    assert "results" not in said
    await hood.leap(hood.library.consultations[WHICH].closes_at + timedelta(hours=1))
    said = await officer.types("/results")
    assert "This is withdrawn. There are no results, and no file of the answers." in said
    assert "Education" not in said
    assert "no file of the answers" in await officer.types("/export")


async def test_closing_early_ends_the_answers_and_counts_them(
    hood: Neighbourhood, officer: Person
) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    await answers_all(amina)
    assert "Close it now?" in await chooses(officer, "Close now", "The answers are needed sooner")
    assert "Nobody can answer after that" in officer.sees
    assert "This has closed." in await officer.taps("Yes, close it now")
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1))
    await amina.taps("Change my answers")
    assert "has closed: Monday 5 September" in amina.toast
    assert "Fewer than 10 people answered" in await officer.types("/results")


async def test_what_came_late_counts_once_it_closes_later(
    hood: Neighbourhood, officer: Person
) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    await hood.leap(hood.library.consultations[WHICH].closes_at + timedelta(minutes=5))
    await amina.taps("Streets")
    assert "closed" in amina.sees
    said = await chooses(officer, "Close later", "Friday 7 October", "The bot could not be reached")
    assert "This is open." in said
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1))
    assert "Streets, parks and public places" in await amina.types("/mine")
    assert "after it closed" not in amina.sees


async def test_what_is_counted_does_not_open_again(hood: Neighbourhood, officer: Person) -> None:
    await hood.resident("Amina", "HP12 3HP")
    await hood.closes()
    assert "Fewer than 10" in await officer.types("/results")
    await chooses(officer, "Close later", "Friday 7 October", "People need more time")
    assert "have been counted" in officer.toast


async def test_after_a_long_outage_a_later_close_is_offered(
    hood: Neighbourhood, officer: Person
) -> None:
    assert "could not be reached" not in await chooses(officer)
    now = hood.stage.clock.now()

    async def away(tx: Transaction, minutes: int) -> None:
        await all_in.note_gap(tx, Gap(now - timedelta(minutes=minutes), now))

    await hood.stage.service.batcher.run(lambda tx: away(tx, 30))
    assert "could not be reached" not in await chooses(officer)
    await hood.stage.service.batcher.run(lambda tx: away(tx, 31))
    assert "The bot could not be reached from Monday 5 September" in await chooses(officer)
    assert "Close later" in officer.labels
    await hood.leap(now + timedelta(hours=26))
    assert "could not be reached" not in await chooses(officer)


async def test_people_have_heard_once_an_outcome_was_sent_or_a_word_says_how(
    hood: Neighbourhood, officer: Person
) -> None:
    await hood.closes()
    await chooses(officer, "People have heard")
    assert "Nobody has heard yet" in officer.sees
    said = await officer.types("in the library and by letter")
    assert "people have heard what came of it" in said
    assert "Noted by Ruth" in said
    assert "How people heard: in the library and by letter" in said


async def test_how_else_people_heard_is_what_they_read_instead_of_a_promise(
    hood: Neighbourhood, officer: Person
) -> None:
    """They read where the results are, and staff that people have heard."""
    amina = await hood.resident("Amina", "HP12 3HP")
    await answers_all(amina)
    await hood.closes()
    await officer.types(f"/manage {WHICH} report: letters to every home in Abbey")
    told = "has told people what came of it: letters to every home in Abbey"
    said = await amina.types("/mine")
    assert told in said
    assert "we'll tell you" not in said
    await hood.leap(hood.stage.clock.now() + timedelta(days=60))
    said = await amina.types("/mine")
    assert told in said
    assert "late" not in said
    await officer.types("/manage")
    await officer.taps("1 ")
    assert "This has closed." in await officer.taps("Nobody has heard yet")
    assert "Close later" in officer.labels
    assert "What people said: /results" in await amina.types("/mine")


async def test_a_pause_that_is_over_is_shown_no_more(hood: Neighbourhood, officer: Person) -> None:
    await pauses(officer)
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=1))
    said = await chooses(officer)
    assert "This is open." in said
    assert "Paused until" not in said


async def invites(hood: Neighbourhood) -> Person:
    """A board member of Booker, one tap before an invitation leaves."""
    board = await hood.board_member()
    await board.types("/send")
    await board.taps(next(label for label in board.labels if TITLE in label))
    await board.types("Please answer.")
    return board


async def test_every_invitation_names_a_way_without_telegram(hood: Neighbourhood) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    board = await invites(hood)
    await board.taps("Send to")
    assert amina.said_by_bot("Please answer.") == 1
    last = next(m.text for m in amina.from_bot if "Please answer." in m.text)
    assert "You can also ring 01296 382343" in last


async def test_an_invitation_waits_for_the_end_of_a_pause(
    hood: Neighbourhood, officer: Person
) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    board = await invites(hood)
    # Approved before the pause, and at night, so that it has not left.
    await hood.stage.until(hood.stage.clock.now().replace(hour=21, minute=30))
    await board.taps("Send to")
    await officer.types("/manage")
    await officer.taps("1 ")
    await officer.types(f"/manage {WHICH} pause 8 September 2022 12:00: checking")
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=1))
    assert amina.said_by_bot("Please answer.") == 0
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=2))
    assert amina.said_by_bot("Please answer.") == 1


async def test_an_invitation_leaves_when_the_pause_ends_early(
    hood: Neighbourhood, officer: Person
) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    board = await invites(hood)
    await hood.stage.until(hood.stage.clock.now().replace(hour=21, minute=30))
    await board.taps("Send to")
    await officer.types(f"/manage {WHICH} pause 28 September 2022 12:00: checking")
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=1))
    assert amina.said_by_bot("Please answer.") == 0
    await officer.types(f"/manage {WHICH} resume")
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=1))
    assert amina.said_by_bot("Please answer.") == 1


async def test_a_reason_is_read_as_it_was_written_and_is_no_cry_for_help(
    hood: Neighbourhood, officer: Person
) -> None:
    """A postcode in it became a ward's code, and its words raised an alert about the officer."""
    amina = await hood.resident("Amina", "HP12 3HP")
    reason = "The hall at HP12 3HP has burnt down, and somebody died."
    await officer.types(f"/manage {WHICH} withdraw: {reason}")
    assert "Whom you can call" not in officer.sees
    await officer.types("yes")
    await amina.types("/consultations")
    assert why_withdrawn(in_force(hood)) == reason


async def test_nothing_is_released_while_a_decision_is_on_its_way_to_the_bot(
    hood: Neighbourhood, officer: Person
) -> None:
    """A command may have opened it again: its results were released, and shown, while people
    answered."""
    for person in await hood.residents(12, "HP12 3HP"):
        await answers_all(person)
    closed = in_force(hood).closes_at
    await hood.leap(closed + timedelta(minutes=14))
    later = SteeringStep(SteeringAct.EXTENDED, closed, until=closed + timedelta(days=7))

    async def decides(tx: Transaction) -> None:
        await steps.add(tx, WHICH, later.act, at=later.at, until=later.until, reason="A command")

    await hood.stage.service.batcher.run(decides)
    await hood.stage.until(closed + timedelta(minutes=20))
    assert "These are the final numbers" not in await officer.types("/results")
    async with hood.stage.service.database.read() as tx:
        assert await releases.released(tx) == {}


async def test_the_file_has_the_days_on_which_it_was_open(
    hood: Neighbourhood, officer: Person
) -> None:
    await extends(officer)
    await hood.closes()
    found = in_force(hood)
    await hood.leap(found.closes_at + timedelta(hours=1))
    async with hood.stage.service.database.write() as tx:
        made = await register.release(tx, hood.stage.service.world, found)
    assert made is not None
    assert made.consultation.closes_at == found.closes_at
