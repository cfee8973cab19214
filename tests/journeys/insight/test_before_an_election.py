"""Before an election, what would be published waits, and says so with the day."""

from __future__ import annotations

from datetime import timedelta

from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at, election

WAITS = "This waits because of an election. You can see it from Wednesday 5 October."
LAMPS = "The lamps are on."


async def near_an_election(hood: Neighbourhood, *wards: str) -> None:
    """The first consultation has closed, and there is an election until 4 October."""
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes + timedelta(hours=1))
    today = hood.stage.clock.now().date()
    election(hood, *wards, first=today, last=today + timedelta(days=4))


async def test_results_wait_and_can_be_seen_after_the_election(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await near_an_election(hood, BOOKER)
    assert await officer.types("/results") == WAITS
    await at(hood, 12, days=5)
    await officer.types("/results")
    assert "This waits because" not in officer.sees + officer.toast


async def test_how_many_have_answered_is_no_publicity(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    today = hood.stage.clock.now().date()
    election(hood, first=today, last=today)
    assert "This waits because" not in await officer.types("/results")


async def test_a_wards_successes_wait_and_those_of_another_ward_do_not(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "Abbey")
    await near_an_election(hood, BOOKER)
    assert await amina.types("/celebrate") == WAITS
    assert "This waits because" not in await ben.types("/celebrate")


async def test_news_that_waits_is_not_shown_to_those_for_whom_it_waits(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "Abbey")
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today)
    member = await hood.board_member(BOOKER, ABBEY)
    await member.types("/send")
    await member.taps("All ")
    await member.taps("Something else")
    await member.types(LAMPS)
    await member.taps("Send to")
    assert LAMPS in await ben.types("/news")
    assert LAMPS not in await amina.types("/news")
    await at(hood, 12, days=2)
    assert LAMPS not in await amina.types("/news")
