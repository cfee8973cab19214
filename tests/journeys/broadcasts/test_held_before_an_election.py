"""What waits because of an election: the monitoring officer sees it, and releases or drops it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at, election, monitors

LAMPS = "The lamps are on."


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    """The monitoring officer, for Booker."""
    return await monitors(hood, "Monitoring", BOOKER)


@pytest.fixture
async def held(hood: Neighbourhood, amina: Person) -> Person:
    """The author of news that waits for an election today and tomorrow."""
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=1))
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    seen = await member.types(LAMPS)
    assert "There is an election, until Tuesday 6 September." in seen
    await member.taps("Send to")
    assert amina.said_by_bot(LAMPS) == 0
    return member


async def test_the_monitoring_officer_releases_what_waits(
    hood: Neighbourhood, amina: Person, officer: Person, held: Person
) -> None:
    await officer.types("/held")
    assert officer.labels == [f"1 {LAMPS}"]
    seen = await officer.taps("1 ")
    assert "By Board, for Booker, Cressex and Castlefield." in seen
    assert LAMPS in seen
    assert "The last day is Tuesday 6 September." in seen
    said = await officer.taps("Let it go out")
    assert "It goes out now." in said
    assert "Those who have had their message for this week get it later." in said
    assert amina.said_by_bot(LAMPS) == 1
    assert "\nSent. Of" in held.sees
    assert "Nothing waits" in await officer.taps("What else waits")


async def test_after_the_election_it_still_waits_and_typed_words_decide(
    hood: Neighbourhood, amina: Person, officer: Person, held: Person
) -> None:
    await at(hood, 12, days=3)
    assert amina.said_by_bot(LAMPS) == 0
    await officer.types("/held")
    assert "The election is over. They still wait for you." in await officer.types("1")
    assert "These copies don't go out." in await officer.types("drop it")
    await at(hood, 13)
    assert amina.said_by_bot(LAMPS) == 0
    assert "The monitoring officer dropped it" in held.sees


async def test_a_decision_is_made_once(hood: Neighbourhood, officer: Person, held: Person) -> None:
    await officer.types("/held")
    await officer.taps("1 ")
    shown = officer.phone.keyboard_message
    assert shown is not None
    drop = shown.buttons[1][0].data
    assert drop is not None
    await officer.taps("Let it go out")
    officer.phone.forge(drop)
    await officer.settles()
    assert "It goes out now." in officer.sees, "their own decision, and not as a colleague's"
    assert "Drop it" not in officer.labels


async def test_each_decides_about_the_wards_of_their_duty(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    """Nobody saw a message for both."""
    ben, other = await hood.resident("Ben", "Abbey"), await monitors(hood, "Other", ABBEY)
    today = hood.stage.clock.now().date()
    election(hood, first=today, last=today)
    member = await hood.board_member(BOOKER, ABBEY)
    await member.types("/send")
    await member.taps("All ")
    await member.taps("Something else")
    await member.types(LAMPS)
    await member.taps("Send to")
    await officer.types("/held")
    seen = await officer.taps("1 ")
    assert "You decide about Booker, Cressex and Castlefield only." in seen
    await officer.taps("Let it go out")
    assert (amina.said_by_bot(LAMPS), ben.said_by_bot(LAMPS)) == (1, 0)
    assert "Nothing waits" in await officer.types("/held")
    assert "Sending" in member.sees
    await other.types("/held")
    assert "You decide about Abbey only." in await other.taps("1 ")
    await other.taps("Drop it")
    assert ben.said_by_bot(LAMPS) == 0
    assert "\nSent. Of" in member.sees


async def test_messages_of_other_wards_are_not_theirs(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    today = hood.stage.clock.now().date()
    election(hood, ABBEY, first=today, last=today)
    member = await hood.board_member(BOOKER, ABBEY)
    await member.types("/send")
    await member.taps("All ")
    await member.taps("Something else")
    await member.types(LAMPS)
    await member.taps("Send to")
    assert amina.said_by_bot(LAMPS) == 1
    assert "Nothing waits" in await officer.types("/held")


async def test_somebody_without_the_duty_is_told_whose_it_is(
    hood: Neighbourhood, officer: Person
) -> None:
    member = await hood.board_member()
    assert "Only the monitoring officer" in await member.types("/held")
    assert "/held" in await officer.types("/help")
    assert "/held" not in await member.types("/help")
