"""The echo: once results are released, everybody who answered hears what their ward said."""

from __future__ import annotations

import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from company import BOOKER, CHESHAM, Neighbourhood, Person, answers_all
from council_changes import closes_later, takes_up
from crowded_wards import WHICH, closed_for_many, many_answer
from evenings import at, election
from one_phone import second_answers, shares_phones

from content.library import council_directory
from emulator import Message

ECHO, IN_URDU = "What people said:", "لوگوں نے کیا کہا:"
LAMPS = "The lamps are on."


def echoes(person: Person, words: str = ECHO) -> list[Message]:
    return [message for message in person.from_bot if words in message.text]


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    """In whose name it goes out."""
    return await hood.officer()


async def sends(member: Person, words: str) -> str:
    await member.types("/send")
    await member.taps("Something else")
    await member.types(words)
    return await member.taps("Send to")


async def test_who_answered_gets_one_with_their_wards_result(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    await answers_all(amina)
    await closed_for_many(hood)
    [told] = echoes(amina)
    assert "Thank you for taking part. About 140 to 145 people did." in told.text
    assert "Jobs and careers: 50%. Whole area: 50%." in told.text
    assert "Only people who chose to answer are counted. Others may think differently." in told.text
    assert "All of it: /results" in told.text
    due = "A decision is due on Wednesday 30 November. That may move, and we'll say why."
    assert due in told.text
    assert "To stop all messages, send /stop" in told.text


async def test_it_says_nothing_that_results_does_not(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    await answers_all(amina)
    await closed_for_many(hood)
    [told] = echoes(amina)
    shown = await amina.types("/results")
    with_numbers = [line for line in told.text.splitlines() if re.search(r"\d%|[Aa]bout \d", line)]
    assert len(with_numbers) >= 3
    assert [line for line in with_numbers if line not in shown] == []


async def test_in_urdu(hood: Neighbourhood, officer: Person, amina: Person) -> None:
    await answers_all(amina)
    await amina.types("/language")
    await amina.taps("اردو")
    await closed_for_many(hood)
    [told] = echoes(amina, IN_URDU)
    assert "حصہ لینے کا شکریہ" in told.text
    assert "پورا علاقہ" in told.text
    assert "/results" in told.text
    assert "Whole area" not in told.text
    assert echoes(amina) == []


async def test_a_ward_that_is_not_shown_says_why_and_the_whole_area_follows(
    hood: Neighbourhood, officer: Person
) -> None:
    ben = await hood.resident("Ben", "West Wycombe")
    await answers_all(ben)
    await closed_for_many(hood)
    [told] = echoes(ben)
    assert "West Wycombe is counted with other wards here." in told.text
    assert "Jobs and careers: 50%" in told.text


async def test_where_few_answered_they_are_thanked_and_read_no_number(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    await answers_all(amina)
    await hood.closes()
    [told] = echoes(amina)
    assert "Thank you for taking part." in told.text
    assert "Fewer than 10 people answered." in told.text
    assert "%" not in told.text


async def test_who_did_not_answer_gets_none(hood: Neighbourhood, officer: Person) -> None:
    reader = await hood.resident("Reader", "Abbey")
    began = await hood.resident("Began", "Abbey")
    await began.taps("Answer now")
    late = await hood.resident("Late", "Abbey")
    left = await hood.resident("Left", "Abbey")
    await answers_all(left)
    await left.types("/stop")
    forgotten = await hood.resident("Forgotten", "Abbey")
    await answers_all(forgotten)
    await hood.leap(hood.library.consultations[WHICH].closes_at - timedelta(minutes=1))
    await late.taps("Answer now")
    await hood.stage.until(hood.library.consultations[WHICH].closes_at + timedelta(minutes=4))
    late.phone.type("3")
    await closed_for_many(hood)
    for person in (reader, began, late, left):
        assert echoes(person) == []


async def test_somebody_elses_phone_gets_one_for_its_owner_alone(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    shares_phones(hood)
    await answers_all(amina)
    await second_answers(amina)
    await amina.taps("Hand the phone back")
    owner = await hood.resident("Owner", "Abbey")
    await closed_for_many(hood)
    assert len(echoes(amina)) == 1
    assert echoes(owner) == []


async def test_nobody_gets_it_twice(hood: Neighbourhood, officer: Person, amina: Person) -> None:
    await answers_all(amina)
    await closed_for_many(hood)
    await officer.types("/results")
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=9))
    assert len(echoes(amina)) == 1


async def test_after_a_reopening_only_those_who_came_since_get_one(
    hood: Neighbourhood, officer: Person, amina: Person, tmp_path: Path
) -> None:
    await answers_all(amina)
    await closed_for_many(hood)
    await closes_later(hood, tmp_path)
    dev = await hood.resident("Dev", "HP12 3HP")
    await answers_all(dev)
    found = hood.stage.service.world.consultation(WHICH).consultation
    await hood.leap(found.closes_at + timedelta(minutes=16))
    assert len(echoes(amina)) == 1
    [told] = echoes(dev)
    assert "%" in told.text
    # Too little has happened for new numbers, and Dev is in none of these.
    assert "It was open twice. These are the numbers from the first time." in told.text
    assert "It was open twice" not in echoes(amina)[0].text


async def test_while_it_is_open_again_an_echo_that_waits_does_not_leave(
    hood: Neighbourhood, officer: Person, amina: Person, tmp_path: Path
) -> None:
    """Nobody sees results of what is open."""
    await answers_all(amina)
    await hood.leap(hood.library.consultations[WHICH].closes_at - timedelta(hours=3))
    await sends(await hood.board_member(BOOKER), LAMPS)
    await many_answer(hood)
    await hood.closes()
    await closes_later(hood, tmp_path)
    await at(hood, 12, days=8)
    assert echoes(amina) == []
    found = hood.stage.service.world.consultation(WHICH).consultation
    await hood.leap(found.closes_at + timedelta(hours=2))
    assert len(echoes(amina)) == 1


async def test_who_sent_stop_while_theirs_waited_gets_the_next_one(
    hood: Neighbourhood, officer: Person, amina: Person, tmp_path: Path
) -> None:
    await answers_all(amina)
    await hood.leap(hood.library.consultations[WHICH].closes_at - timedelta(hours=3))
    await sends(await hood.board_member(BOOKER), LAMPS)
    await many_answer(hood)
    await hood.closes()
    await amina.types("/stop")
    await at(hood, 12, days=8)
    await closes_later(hood, tmp_path)
    await amina.types("/start")
    assert echoes(amina) == []
    found = hood.stage.service.world.consultation(WHICH).consultation
    await hood.leap(found.closes_at + timedelta(hours=2))
    assert len(echoes(amina)) == 1


async def test_it_waits_for_the_morning(
    hood: Neighbourhood, officer: Person, amina: Person, tmp_path: Path
) -> None:
    folder = tmp_path / "late"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    file = folder / "consultations" / f"{WHICH}.yaml"
    text = re.sub(r"(?m)^closes_at: .*$", "closes_at: 2022-10-01T21:30:00+01:00", file.read_text())
    file.write_text(text)
    await takes_up(hood, folder)
    await answers_all(amina)
    await many_answer(hood)
    await hood.leap(hood.stage.service.world.consultation(WHICH).consultation.closes_at)
    await at(hood, 7, 30, days=1)
    assert echoes(amina) == []
    await at(hood, 9)
    assert len(echoes(amina)) == 1


async def test_it_waits_for_the_weekly_message_and_comes_with_what_else_waits(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    await answers_all(amina)
    await hood.leap(hood.library.consultations[WHICH].closes_at - timedelta(hours=3))
    member = await hood.board_member(BOOKER)
    await sends(member, LAMPS)
    await sends(member, "The swings are mended.")
    await many_answer(hood)
    await hood.closes()
    assert echoes(amina) == []
    await at(hood, 15, days=7)
    [told] = echoes(amina)
    assert "The swings are mended." in told.text
    assert "Jobs and careers: 50%. Whole area: 50%." in told.text


async def test_it_waits_for_an_election_in_any_ward_of_the_questions_and_nobody_decides(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    await answers_all(amina)
    await many_answer(hood)
    closes = hood.library.consultations[WHICH].closes_at
    election(hood, CHESHAM, first=closes.date(), last=closes.date() + timedelta(days=9))
    await hood.closes()
    await at(hood, 12, days=8)
    assert echoes(amina) == []
    await amina.types("/results")
    await amina.taps("1 What should come first")
    assert "This waits because of an election" in amina.sees + amina.toast
    await at(hood, 12, days=3)
    assert len(echoes(amina)) == 1


async def test_it_goes_to_the_ward_they_answered_in(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    await answers_all(amina)
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.taps("Pick from a list")
    await amina.taps("1 Abbey")
    await closed_for_many(hood)
    [told] = echoes(amina)
    assert "first Booker, Cressex and Castlefield, then the whole area" in told.text


async def test_results_that_were_promised_long_before_get_none(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    """After an upgrade nobody hears of what closed years ago."""
    await answers_all(amina)
    later = hood.library.consultations[WHICH].hear_by + timedelta(days=3)
    await hood.stage.settle()
    await forgets_that_echoes_began(hood)
    hood.stage.clock.move_to(hood.stage.clock.now().replace(year=later.year, month=later.month))
    hood.stage.clock.move_to(hood.stage.clock.now() + timedelta(days=30))
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=3))
    await officer.types("/results")
    await officer.taps("1 What should come first")
    assert "Fewer than 10 people answered." in officer.sees
    assert echoes(amina) == []


async def forgets_that_echoes_began(hood: Neighbourhood) -> None:
    from sqlalchemy import delete

    from storage.engine.database import Transaction
    from storage.operations.deployment import deployment
    from usecases.broadcasts.echo import SINCE

    async def act(tx: Transaction) -> None:
        await tx.execute(delete(deployment).where(deployment.c.name == SINCE))

    await hood.stage.service.batcher.run(act)


async def test_my_answers_say_that_results_are_out(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    await answers_all(amina)
    await closed_for_many(hood)
    shown = await amina.types("/mine")
    assert "This has closed. What people said: /results" in shown
    assert "A decision is due on Wednesday 30 November." in shown
    await hood.leap(hood.stage.clock.now() + timedelta(days=80))
    later = await amina.types("/mine")
    assert "We're late" not in later
    assert "A decision is due" not in later
