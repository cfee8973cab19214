"""What met an election, and what was decided about it, is stored: files that change afterwards, the
end of the election and the age of a message don't undo it."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person, answers_all
from council_changes import moves_on
from evenings import at, election, monitors

from content.library import council_directory
from engagement.staff.rights import Role

LAMPS, SWINGS = "The lamps are on.", "The swings are mended."


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    """The monitoring officer, for Booker."""
    return await monitors(hood, "Monitoring", BOOKER)


def hold(hood: Neighbourhood, *wards: str, days: int = 3, begins: int = 0) -> None:
    """An election in these wards, from today or some days later."""
    today = hood.stage.clock.now().date()
    first = today + timedelta(days=begins)
    election(hood, *wards, first=first, last=first + timedelta(days=days))


def no_hold(hood: Neighbourhood) -> None:
    """The council tidies its file."""
    long_ago = hood.stage.clock.now().date() - timedelta(days=900)
    election(hood, BOOKER, first=long_ago, last=long_ago)


async def sends(member: Person, words: str, subject: str = "Something else") -> str:
    await member.types("/send")
    await member.taps(subject)
    await member.types(words)
    return await member.taps("Send to")


async def decides(officer: Person, label: str) -> str:
    await officer.types("/held")
    await officer.taps("1 ")
    return await officer.taps(label)


async def test_what_was_dropped_is_no_news_when_the_file_has_no_election_any_more(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    hold(hood, BOOKER)
    await sends(await hood.board_member(), LAMPS)
    await decides(officer, "Drop it")
    await at(hood, 12, days=9)
    no_hold(hood)
    assert LAMPS not in await amina.types("/news")


async def test_what_waited_for_its_week_and_met_an_election_is_news_until_it_is_dropped(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    member = await hood.board_member()
    await sends(member, LAMPS)
    await sends(member, SWINGS)
    assert SWINGS in await amina.types("/news")
    hold(hood, BOOKER, days=30, begins=2)
    await at(hood, 12, days=3)
    assert LAMPS in await amina.types("/news")
    assert SWINGS in amina.sees
    await officer.types("/held")
    await officer.taps(f"2 {SWINGS}")
    await officer.taps("Drop it")
    await at(hood, 12, days=40)
    assert SWINGS not in await amina.types("/news")


async def test_what_is_released_after_a_long_election_goes_out(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    """It was dropped as too late, though the officer read that it goes out now."""
    hold(hood, BOOKER, days=40)
    member = await hood.board_member()
    await sends(member, LAMPS)
    await at(hood, 12, days=42)
    await officer.types("/held")
    assert "It was approved on Monday 5 September" in await officer.taps("1 ")
    assert "It goes out now." in await officer.taps("Let it go out")
    assert amina.said_by_bot(LAMPS) == 1
    assert LAMPS in await amina.types("/news")


async def test_an_invitation_whose_questions_have_closed_waits_for_no_decision(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    hold(hood, BOOKER, days=40)
    member = await hood.board_member()
    await sends(member, LAMPS, "The questions")
    assert "/held" in await officer.types("/help")
    await officer.types("/held")
    assert officer.labels == [f"1 {LAMPS}"]
    await hood.closes()
    await at(hood, 12, days=1)
    assert "Nothing waits" in await officer.types("/held")
    assert "\nSent. Of" in member.sees


async def test_a_follower_in_an_election_elsewhere_gets_it_afterwards_and_nobody_decides(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    """Its copy waited for ever, for an officer of a ward without an election."""
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await amina.types("Abbey")
    hold(hood, BOOKER)
    other, member = await monitors(hood, "Other", ABBEY), await hood.board_member(ABBEY)
    await sends(member, LAMPS)
    assert "Nothing waits" in await officer.types("/held")
    assert "Nothing waits" in await other.types("/held")
    assert amina.said_by_bot(LAMPS) == 0
    assert LAMPS not in await amina.types("/news")
    await at(hood, 12, days=3)
    assert amina.said_by_bot(LAMPS) == 0
    await at(hood, 12, days=1)
    assert amina.said_by_bot(LAMPS) == 1


async def test_an_outcome_that_was_dropped_does_not_count_as_heard(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    await answers_all(amina)
    await hood.closes()
    hold(hood, BOOKER, days=20)
    member = await hood.board_member()
    await sends(member, LAMPS, "What happened after")
    assert "What was decided and why" not in await amina.types("/mine")
    await decides(officer, "Drop it")
    await at(hood, 12, days=30)
    assert "What was decided and why" not in await amina.types("/mine")
    assert LAMPS not in await amina.types("/news")
    await member.types("/send")
    assert not any("sent already" in label for label in member.labels)


async def test_an_election_makes_a_promise_wait_and_not_late(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    await hood.closes()
    assert "What people said: /results" in await amina.types("/mine")
    hold(hood, begins=30, days=29)
    await at(hood, 12, days=50)
    seen = await amina.types("/mine")
    assert "waits because of an election. You will hear by Sunday 11 December." in seen
    assert "late" not in seen
    assert "/results" not in seen
    await at(hood, 12, days=30)
    assert "What people said: /results" in await amina.types("/mine")


async def test_an_election_in_the_ward_that_took_over_is_one_in_the_former_ward(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    folder = tmp_path / "edited"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    boss = await hood.officer()
    await moves_on(hood, folder)
    after = hood.stage.service.world.library.successors[BOOKER]
    today = hood.stage.clock.now().date()
    election(hood, *after, first=today, last=today + timedelta(days=3))
    monitoring = await monitors(hood, "Monitoring", *after)
    await boss.types("/send")
    assert "There is an election" in await boss.taps("People whose ward has changed")
    await boss.taps("Send to")
    assert "The wards have new boundaries." not in amina.sees
    await decides(monitoring, "Let it go out")
    assert "The wards have new boundaries." in amina.sees


async def test_of_an_author_who_has_left_it_says_so(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    hold(hood, BOOKER)
    member = await hood.board_member()
    await sends(member, LAMPS)
    await member.types("/forget")
    await member.taps("Yes, forget me")
    await officer.types("/held")
    assert "By somebody who is no longer staff, for Booker" in await officer.taps("1 ")


async def test_status_says_what_waits_and_that_nobody_can_decide(
    hood: Neighbourhood, amina: Person
) -> None:
    """It said that no message waits."""
    boss = await hood.staff(Role.OPERATOR, label="IT")
    hold(hood, BOOKER)
    await sends(await hood.board_member(), LAMPS)
    seen = await boss.types("/status")
    assert "Messages that wait because of an election: 1." in seen
    assert "Nobody can decide about some of them." in seen
    await monitors(hood, "Monitoring", BOOKER)
    assert "Nobody can decide" not in await boss.types("/status")
