"""Invitations: a half-finished answer is invited to go on, a finished one never, one reminder."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person, answers_all
from evenings import at

CALL = "Please tell us what should come first."


async def invites(hood: Neighbourhood, member: Person) -> None:
    await member.types("/send")
    await member.taps("The questions")
    await member.types(CALL)
    await member.taps("Send to")
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=2))


@pytest.fixture
async def member(hood: Neighbourhood) -> Person:
    return await hood.board_member()


async def test_who_has_begun_is_invited_to_go_on_where_they_were(
    hood: Neighbourhood, amina: Person, member: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("3")
    await invites(hood, member)
    assert amina.said_by_bot(CALL) == 1
    assert "2 of 4" in await amina.taps("Answer now")


async def test_who_has_answered_to_the_end_is_not_invited(
    hood: Neighbourhood, amina: Person, member: Person
) -> None:
    await answers_all(amina)
    await invites(hood, member)
    assert amina.said_by_bot(CALL) == 0


async def test_nobody_gets_a_third_invitation(
    hood: Neighbourhood, amina: Person, member: Person
) -> None:
    """An invitation and one reminder; who came later still gets theirs."""
    await invites(hood, member)
    await at(hood, 12, days=8)
    await invites(hood, member)
    assert amina.said_by_bot(CALL) == 2
    await at(hood, 12, days=8)
    ben = await hood.resident("Ben", "HP12 3HP")
    await invites(hood, member)
    assert amina.said_by_bot(CALL) == 2
    assert ben.said_by_bot(CALL) == 1


async def test_who_answers_while_it_waits_for_the_morning_is_not_reminded(
    hood: Neighbourhood, amina: Person, member: Person
) -> None:
    ben = await hood.resident("Ben", "HP12 3HP")
    await at(hood, 22)
    await invites(hood, member)
    await amina.types("/consultations")
    await answers_all(amina)
    await at(hood, 9, days=1)
    assert (amina.said_by_bot(CALL), ben.said_by_bot(CALL)) == (0, 1)
