"""A malformed or unknown update is set aside under a reference, and the others are handled.

Fails if `TurnRunner.run` does not catch what cannot be read and set it aside.
"""

import asyncio

import pytest
from company import Neighbourhood, Person
from raw_updates import message

ODD = [
    {"date": 10**18},
    {"date": "yesterday"},
    {"chat": {"id": 7}},
    {"chat": 7, "from": []},
    {"text": None},
    {"message_id": -(10**30)},
    {"entities": [{"type": "bold"}]},
]


@pytest.mark.parametrize("odd", ODD)
async def test_fault_31_an_odd_update_is_set_aside_and_the_rest_goes_on(
    hood: Neighbourhood, amina: Person, odd: dict[str, object]
) -> None:
    hood.stage.emulator.push(message(amina.phone.user_id, **odd))
    assert "You haven't answered" in await amina.types("/mine")


@pytest.mark.parametrize("number", [2**52, 2**63 + 5, -(2**63) - 5])
async def test_fault_31_an_impossible_sender_id_stops_nothing(
    hood: Neighbourhood, amina: Person, number: int
) -> None:
    hood.stage.emulator.push(message(number))
    assert "You haven't answered" in await amina.types("/mine")


async def test_fault_31_an_update_whose_id_is_too_large_is_skipped(
    hood: Neighbourhood, amina: Person
) -> None:
    amina.phone.type("/mine")
    hood.stage.emulator.push(message(amina.phone.user_id), update_id=2**63 + 5)
    assert "You haven't answered" in await amina.settles()
    async with asyncio.timeout(20):
        while len(hood.stage.emulator.updates) > 0:  # noqa: ASYNC110 (the bot confirms it)
            await asyncio.sleep(0.02)


async def test_fault_31_all_of_them_in_one_batch_among_other_peoples_taps(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "Chesham")
    for odd in ODD:
        hood.stage.emulator.push(message(amina.phone.user_id, **odd))
        ben.phone.type("/ward")
    hood.stage.emulator.push({"brand_new_thing": {"from": {"id": amina.phone.user_id}}})
    amina.phone.type("/ward")
    await amina.settles()
    assert "Booker" in amina.sees
    assert "Chesham" in ben.sees


async def test_fault_31_an_unreadable_update_is_kept_under_a_reference_the_person_sees(
    hood: Neighbourhood, amina: Person
) -> None:
    hood.stage.emulator.push(message(amina.phone.user_id, date=10**18))
    assert "We couldn't read that message" in await amina.settles()
    async with hood.stage.service.database.read() as tx:
        found = await tx.exec_driver_sql("SELECT reference FROM inbox WHERE state = 'quarantined'")
        assert found.scalar_one() in amina.sees
