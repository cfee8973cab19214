"""Invitations approved while their questions are paused: everybody reads that they wait."""

from __future__ import annotations

from dataclasses import replace

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at

from content.schema.council import Thresholds

CALL = "Please answer, it takes two minutes."
WAITS = "The questions take no answers until Wednesday 14 September, 17:00. It goes out after that."


@pytest.fixture
async def maria(hood: Neighbourhood) -> Person:
    return await hood.board_member(BOOKER, ABBEY, label="Maria")


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    return await hood.officer("Olive")


async def composes(member: Person, ward: str = "1 Booker") -> None:
    await member.types("/send")
    await member.taps(next(one for one in member.labels if ward[2:] in one))
    await member.taps("Done")
    await member.taps("The questions")
    await member.types(CALL)


async def pauses(officer: Person) -> None:
    await officer.types("/manage local-priorities pause 14 September 2022 17:00: a mistake")


async def test_an_invitation_approved_in_a_pause_waits_and_says_until_when(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person
) -> None:
    """Its author read that it was sent, and told neighbours to look at their phones."""
    nick = await hood.board_member(label="Nick")
    world = hood.stage.service.world
    strict = world.library.council.model_copy(update={"thresholds": Thresholds(second_yes=2)})
    world.renew(replace(world.library, council=strict), world.loaded)
    await composes(maria)
    await maria.taps("Send to")
    assert "Maria asks you to approve this" in nick.sees
    await pauses(officer)
    assert WAITS in await nick.taps("Yes, send")
    await maria.settles()
    assert "Sending to" in maria.sees
    assert WAITS in maria.sees
    await at(hood, 12, days=9)
    assert amina.said_by_bot(CALL) == 0
    assert "Sending to" in maria.sees
    await at(hood, 18)
    assert amina.said_by_bot(CALL) == 1
    assert "\nSent. Of" in maria.sees


async def test_to_nobody_it_waits_as_well(
    hood: Neighbourhood, maria: Person, officer: Person
) -> None:
    """That it was over sooner would tell that nobody is there."""
    await composes(maria, "2 Abbey")
    await pauses(officer)
    await maria.taps("Send to")
    for hour in (14, 16):
        await at(hood, hour)
        assert "Sending to" in maria.sees
        assert WAITS in maria.sees
    await at(hood, 18, days=9)
    assert "\nSent. Of" in maria.sees


async def test_what_waits_for_a_pause_is_taken_back_whole(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person
) -> None:
    await composes(maria)
    await pauses(officer)
    await maria.taps("Send to")
    assert "Your message is kept" in await maria.taps("Take it back")
    await at(hood, 18, days=9)
    assert amina.said_by_bot(CALL) == 0


async def test_what_left_before_a_pause_is_sent(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person
) -> None:
    await composes(maria)
    await maria.taps("Send to")
    await pauses(officer)
    await at(hood, 12, days=1)
    assert "\nSent. Of" in maria.sees
    assert WAITS not in maria.sees
