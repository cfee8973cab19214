"""What waits because of an election: the monitoring officer sees it, and releases or drops it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at, election

from engagement.staff.duties import Duty
from engagement.staff.rights import Role
from usecases.staff import duties
from usecases.staff.remove import everybody, number_of
from usecases.world import Transaction

LAMPS = "The lamps are on."


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    """The monitoring officer, for Booker."""
    person = await hood.staff(Role.OPERATOR, label="Monitoring")
    service = hood.stage.service

    async def give(tx: Transaction) -> None:
        member = next(m for m in await everybody(tx) if m.label == "Monitoring")
        until = service.world.now().date() + timedelta(days=90)
        duty = Duty.MONITORING_OFFICER
        number = number_of(member)
        await duties.give(tx, service.world, number, duty, until=until, wards=[BOOKER])

    await service.batcher.run(give)
    return person


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
    assert "It goes out now." in await officer.taps("Let it go out")
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
    assert "not sent, because of an election" in held.sees


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
    assert "That has been decided already." in officer.sees + officer.toast


async def test_messages_of_other_wards_are_not_theirs(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    today = hood.stage.clock.now().date()
    election(hood, first=today, last=today)
    member = await hood.board_member(BOOKER, ABBEY)
    await member.types("/send")
    await member.taps("All ")
    await member.taps("Something else")
    await member.types(LAMPS)
    await member.taps("Send to")
    assert "Nothing waits" in await officer.types("/held")


async def test_somebody_without_the_duty_is_told_whose_it_is(
    hood: Neighbourhood, officer: Person
) -> None:
    member = await hood.board_member()
    assert "Only the monitoring officer" in await member.types("/held")
    assert "/held" in await officer.types("/help")
    assert "/held" not in await member.types("/help")
