"""Answers that reach us after the close: those sent in time count, the rest is kept apart."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from connection_lost import cut_off
from council_changes import closes_later
from kill_and_look_inside import rows

from engagement.consultations.late import Sent
from engagement.errors import HasClosed
from storage.conversation import inbox
from storage.conversation.inbox import Incoming
from usecases.consultations import answer, typed_answers
from usecases.people.identify import recognise
from usecases.release import all_in
from usecases.world import Transaction

IN_TIME = "Your answer came in time, so it counts."
APART = "Your answer came after that. We keep it, but count it apart."
CLOSED = "has closed: Friday 30 September, 5pm."
WHICH = "local-priorities"
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def closes(hood: Neighbourhood) -> datetime:
    return hood.library.consultations[WHICH].closes_at


async def at(hood: Neighbourhood, after: timedelta) -> None:
    """Go on to this long after the close."""
    await hood.stage.until(closes(hood) + after)


async def chosen(hood: Neighbourhood) -> list[str]:
    """The options that are counted."""
    return [option for (option,) in await rows(hood, "SELECT option FROM chosen ORDER BY question")]


async def kept_late(hood: Neighbourhood) -> list[tuple[str, str]]:
    """The question and the value of every late answer."""
    query = "SELECT question, value FROM late_answers WHERE NOT is_comment ORDER BY id"
    return [(row[0], str(row[1])) for row in await rows(hood, query)]


@pytest.fixture
async def almost(hood: Neighbourhood, amina: Person) -> Person:
    """Amina, at the first question, half a minute before the close."""
    await hood.leap(closes(hood) - 30 * SECOND)
    await amina.taps("Answer now")
    return amina


async def test_words_typed_in_time_count_though_the_bot_was_away_over_the_close(
    hood: Neighbourhood, almost: Person
) -> None:
    await cut_off(hood, minutes=180, typing=lambda: almost.phone.type("3"))
    assert IN_TIME in almost.sees
    await hood.stage.until(hood.stage.clock.now() + 15 * MINUTE)
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Streets, parks and public places"
    assert await kept_late(hood) == []


async def test_words_typed_after_the_close_are_late_though_the_bot_was_away(
    hood: Neighbourhood, almost: Person
) -> None:
    await at(hood, timedelta(0))
    await cut_off(hood, minutes=8, typing=lambda: almost.phone.type("3"))
    assert APART in almost.sees
    assert await chosen(hood) == []
    assert [question for question, _ in await kept_late(hood)] == ["first_theme"]


async def test_a_tap_from_the_gap_counts_and_so_do_taps_for_150_seconds_after_it(
    hood: Neighbourhood, almost: Person
) -> None:
    await cut_off(hood, minutes=2, typing=lambda: almost.phone.tap("3"))
    assert IN_TIME in almost.question
    assert "We were away at that time. So what you tap just now still counts." in almost.question
    await hood.stage.until(hood.stage.clock.now() + 150 * SECOND)
    assert IN_TIME in await almost.taps("Messages")
    await hood.stage.until(hood.stage.clock.now() + SECOND)
    assert APART in await almost.taps("Meetings near")
    assert await chosen(hood) == ["public_realm", "phone_messages"]


async def test_who_was_answering_when_the_bot_went_is_told_that_a_tap_still_counts(
    hood: Neighbourhood, almost: Person
) -> None:
    await cut_off(hood, minutes=3)
    assert "please tap it again here" in almost.sees
    assert "We were away at that time. So what you tap just now still counts." in almost.sees
    await almost.taps("3")
    assert await chosen(hood) == ["public_realm"]


async def test_a_gap_that_ended_before_the_close_lets_no_tap_count(
    hood: Neighbourhood, amina: Person
) -> None:
    await hood.leap(closes(hood) - 10 * MINUTE)
    await amina.taps("Answer now")
    await cut_off(hood, minutes=9)
    await at(hood, SECOND)
    assert APART in await amina.taps("3")
    assert await chosen(hood) == []


async def test_a_late_answer_is_in_no_result_and_no_file_and_officers_read_how_many_there_are(
    hood: Neighbourhood, almost: Person
) -> None:
    others = await hood.residents(11, "HP12 3HP")
    await hood.all_do(others, lambda phone: phone.tap("Answer now"))
    await hood.all_do(others, lambda phone: phone.tap("1"))
    await at(hood, 5 * MINUTE)
    assert APART in await almost.taps("3")
    await at(hood, 16 * MINUTE)
    officer = await hood.officer()
    shown = await officer.types("/results")
    assert "About 10 to 15 people answered." in shown
    assert "People who answered after the close: Fewer than 10." in shown
    assert len(await hood.exported(officer)) == 11


async def test_what_was_late_counts_once_the_council_lets_the_questions_close_later(
    hood: Neighbourhood, almost: Person, tmp_path: Path
) -> None:
    await at(hood, 5 * MINUTE)
    await almost.taps("3")
    await almost.types("It all depends on the buses")
    await almost.taps("Yes, keep it")
    await closes_later(hood, tmp_path)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    assert await kept_late(hood) == []
    await almost.types("/mine")
    assert "After the close" not in almost.sees
    await hood.stage.until(closes(hood) + timedelta(days=14) + 16 * MINUTE)
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme"] == "Streets, parks and public places"
    assert row["state"] == "partial"


async def test_ten_late_people_are_a_rounded_number(hood: Neighbourhood) -> None:
    people = await hood.residents(12, "HP12 3HP")
    await hood.leap(closes(hood) - MINUTE)
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    await at(hood, MINUTE)
    await hood.all_do(people, lambda phone: phone.tap("1"))
    await at(hood, 16 * MINUTE)
    shown = await (await hood.officer()).types("/results")
    assert "Fewer than 10 people answered." in shown
    assert "People who answered after the close: About 10." in shown


async def test_a_late_change_keeps_the_former_answer_in_the_counts(
    hood: Neighbourhood, almost: Person
) -> None:
    assert "All 4 answers are saved" in await answered(almost)
    await at(hood, 2 * MINUTE)
    old = next(m for m in almost.phone.messages if "lamps" in m.text)
    almost.phone.edit_text(old.message_id, "Fewer lamps, please")
    shown = await almost.settles()
    assert "4 answers came in time and count." in shown
    assert "1 answer came after the close. We keep it, but count it apart." in shown
    assert "We've changed your answer" not in shown
    mine = await almost.types("/mine")
    assert "More lamps, please" in mine
    assert "After the close: Fewer lamps, please" in mine
    assert "What came after the close is kept, but counted apart." in mine
    await at(hood, 16 * MINUTE)
    (row,) = await hood.exported(await hood.officer())
    assert (row["own_words"], row["state"]) == ("More lamps, please", "complete")


async def answered(person: Person) -> str:
    """Answer the rest, from the first question on."""
    await person.taps("Streets")
    await person.taps("Messages")
    await person.taps("Done")
    await person.taps("4")
    return await person.types("More lamps, please")


async def test_what_was_finished_late_stays_partial_and_the_receipt_says_what_counts(
    hood: Neighbourhood, almost: Person
) -> None:
    await almost.taps("Streets")
    await at(hood, MINUTE)
    await almost.taps("Messages")
    await almost.taps("Done")
    await almost.taps("4")
    shown = await almost.types("More lamps, please")
    assert "1 answer came in time and counts." in shown
    assert "3 answers came after the close. We keep them, but count them apart." in shown
    assert "You can change your answers" not in shown
    receipt = shown.partition("Your receipt: ")[2].split()[0]
    assert f"Receipt: {receipt}" in await almost.types("/mine")
    await at(hood, 16 * MINUTE)
    (row,) = await hood.exported(await hood.officer())
    assert (row["state"], row["own_words"]) == ("partial", "")


async def test_after_ten_minutes_an_answer_is_refused_with_the_time_of_the_close(
    hood: Neighbourhood, almost: Person
) -> None:
    await at(hood, 10 * MINUTE)
    await almost.taps("3")
    assert CLOSED in almost.toast
    assert await kept_late(hood) == []


async def test_words_typed_under_a_question_that_has_closed_are_refused_with_that_time(
    hood: Neighbourhood, almost: Person
) -> None:
    await at(hood, 10 * MINUTE)
    assert CLOSED in await almost.types("It all depends on the buses")
    assert await rows(hood, "SELECT id FROM late_answers") == []


async def test_words_that_need_a_yes_are_not_offered_when_it_is_too_late_for_one(
    hood: Neighbourhood, almost: Person
) -> None:
    """Typed in time, and received when no yes is taken any more."""
    update = {"message": {"date": int((closes(hood) - SECOND).timestamp())}}
    world, chat = hood.stage.service.world, almost.phone.user_id

    async def handled(tx: Transaction) -> None:
        person = await recognise(tx, world, chat)
        sent = replace(person, sent=all_in.sent_of(update, world.now()))
        await typed_answers.type_here(tx, world, sent, WHICH, "It depends on the buses", 1)

    await at(hood, 11 * MINUTE)
    with pytest.raises(HasClosed):
        await hood.stage.service.batcher.run(handled)


async def test_the_invitation_ends_at_the_close(hood: Neighbourhood, amina: Person) -> None:
    await hood.leap(closes(hood) + SECOND)
    await amina.taps("Answer now")
    assert CLOSED in amina.toast
    assert await rows(hood, "SELECT state FROM responses") == []


async def test_a_comment_kept_after_the_close_is_a_late_one(
    hood: Neighbourhood, almost: Person
) -> None:
    await almost.types("It all depends on the buses")
    await at(hood, MINUTE)
    shown = await almost.taps("Yes, keep it")
    assert APART in shown
    assert await rows(hood, "SELECT text FROM comments") == []
    mine = await almost.types("/mine")
    assert "Your comment after the close: It all depends on the buses" in mine


async def test_results_and_files_wait_a_quarter_of_an_hour_and_say_so(
    hood: Neighbourhood, almost: Person
) -> None:
    await almost.taps("3")
    officer = await hood.officer()
    await at(hood, 15 * MINUTE - SECOND)
    for command in ("/results", "/export"):
        shown = await officer.types(command)
        assert "The questions have closed, but answers may still be on their way." in shown
        assert "Please look again after Friday 30 September, 17:15." in shown
        assert officer.labels == []
    await at(hood, 15 * MINUTE)
    assert "People who answered after the close" in await officer.types("/results")


async def test_results_wait_for_an_answer_that_is_received_and_not_handled(
    hood: Neighbourhood, almost: Person
) -> None:
    officer = await hood.officer()
    await at(hood, 16 * MINUTE)
    world = hood.stage.service.world
    moment = int((closes(hood) - SECOND).timestamp())
    typed = json.dumps({"update_id": 1, "message": {"date": moment}})

    async def received(tx: Transaction) -> None:
        await inbox.store(tx, 1, [Incoming(1, 1, typed)], closes(hood) + 12 * MINUTE)
        assert not await all_in.is_all_in(tx, world, world.consultation(WHICH).consultation)

    await hood.stage.service.batcher.run(received)
    shown = await officer.types("/results")
    assert "Please look again in a few minutes." in shown
    assert "final numbers" not in shown


async def test_nothing_is_added_once_the_results_are_counted(
    hood: Neighbourhood, almost: Person
) -> None:
    """An update that was set aside may be put back days later."""
    world, chat = hood.stage.service.world, almost.phone.user_id

    async def put_back(tx: Transaction) -> None:
        person = await recognise(tx, world, chat)
        sent = replace(person, sent=Sent(closes(hood) - SECOND))
        await answer.tap(tx, world, sent, world.loaded.consultation_codes[WHICH], 0, 3)

    await at(hood, 16 * MINUTE)
    await (await hood.officer()).types("/results")
    with pytest.raises(HasClosed):
        await hood.stage.service.batcher.run(put_back)
    assert await chosen(hood) == []


async def test_my_data_and_forgetting_hold_what_came_late(
    hood: Neighbourhood, almost: Person
) -> None:
    await answered(almost)
    await at(hood, MINUTE)
    old = next(m for m in almost.phone.messages if "lamps" in m.text)
    almost.phone.edit_text(old.message_id, "Fewer lamps, please")
    await almost.settles()
    await almost.types("/mydata")
    page = next(m.document for m in reversed(almost.phone.messages) if m.document)
    assert "What you answered after the close" in page.content.decode()
    assert "Fewer lamps, please" in page.content.decode()
    await at(hood, 16 * MINUTE)
    await almost.types("/forget")
    await almost.taps("Delete my words")
    await almost.taps("Yes, forget me")
    assert await kept_late(hood) == []


async def test_whoever_leaves_at_the_close_is_forgotten_once_all_answers_are_in(
    hood: Neighbourhood, almost: Person
) -> None:
    await almost.taps("3")
    await almost.types("/forget")
    await almost.taps("When it closes")
    await cut_off(hood, minutes=2, typing=lambda: almost.phone.tap("Messages"))
    assert await chosen(hood) == ["public_realm", "phone_messages"]
    await hood.stage.until(closes(hood) + timedelta(hours=3))
    assert await rows(hood, "SELECT id FROM contacts WHERE resident_id IS NOT NULL") == []


async def test_who_joined_after_the_close_can_not_answer_in_the_time_for_taps(
    hood: Neighbourhood, almost: Person
) -> None:
    await almost.taps("3")
    await cut_off(hood, minutes=3)
    await almost.types("/forget")
    await almost.taps("Now: take my answers back")
    again = await hood.resident("Amina again", "HP12 3HP")
    world = hood.stage.service.world

    async def begins(tx: Transaction) -> None:
        person = await recognise(tx, world, again.phone.user_id)
        await answer.begin(tx, world, person, world.loaded.consultation_codes[WHICH])

    with pytest.raises(HasClosed):
        await hood.stage.service.batcher.run(begins)
    assert await chosen(hood) == []


async def test_in_urdu_too(hood: Neighbourhood, almost: Person) -> None:
    await almost.types("/language")
    await almost.taps("اردو")
    await cut_off(hood, minutes=3, typing=lambda: almost.phone.type("3"))
    assert "آپ کا جواب وقت پر آیا، اس لیے وہ گنا جائے گا۔" in almost.question
    await hood.stage.until(hood.stage.clock.now() + 3 * MINUTE)
    await almost.taps("1")
    assert "آپ کا جواب اس کے بعد آیا۔ ہم اسے محفوظ رکھیں گے، مگر الگ گنیں گے۔" in almost.question
    mine = await almost.types("/mine")
    assert "جو کچھ بند ہونے کے بعد آیا، وہ محفوظ ہے، مگر الگ گنا جاتا ہے۔" in mine
    await at(hood, 11 * MINUTE)
    almost.phone.tap_data(almost.phone.messages[-1].message_id, "b:1")
    assert await chosen(hood) == ["public_realm"]
