"""The ledger: who gets a row, who may claim it, and that it adds up to the audience."""

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError
from storage_ledger import fill_once_more, ledger, tally
from storage_neighbours import (
    ABBEY,
    AMINA,
    BEN,
    BOOKER,
    CHESHAM,
    CHLOE,
    DEV,
    NOW,
    VINTAGE,
    Neighbour,
    fill_ledger,
    move_in,
    write_broadcast,
)

from engagement.broadcasts.delivery import Reach
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from storage.broadcasts import deliveries
from storage.broadcasts.audiences import SLICE
from storage.people import contacts, residents


async def test_everybody_in_the_wards_gets_a_row(database):
    await write_broadcast(database)
    async with database.write() as tx:
        await move_in(tx, AMINA, BEN)
        await move_in(tx, CHLOE, ward=BOOKER)
        await move_in(tx, DEV, ward=CHESHAM)
    await fill_once_more(database, wards=(ABBEY, BOOKER))
    assert len(await ledger(database)) == 3


async def test_a_row_keeps_the_ward_of_its_time(database):
    await fill_ledger(database, AMINA)
    async with database.write() as tx:
        await contacts.move_resident(tx, AMINA.resident, ward=CHESHAM, vintage=VINTAGE)
    assert (await ledger(database))[AMINA.contact].ward == ABBEY


@pytest.mark.parametrize("reach", [Reach.BLOCKED, Reach.GONE, Reach.STOPPED])
async def test_whoever_cannot_be_reached_gets_no_row(database, reach):
    await write_broadcast(database)
    async with database.write() as tx:
        await move_in(tx, AMINA)
        await move_in(tx, BEN, reach=reach)
    await fill_once_more(database)
    assert [*await ledger(database)] == [AMINA.contact]


async def test_staff_who_live_elsewhere_get_no_row(database):
    await fill_ledger(database, AMINA)
    assert [*await ledger(database)] == [AMINA.contact]


async def test_nobody_stands_twice_in_one_broadcast(database):
    await fill_ledger(database, AMINA)
    with pytest.raises(IntegrityError):
        await fill_once_more(database)


async def test_filling_goes_on_after_the_last_contact_it_reached(database):
    await fill_ledger(database, AMINA, BEN)
    async with database.write() as tx:
        await move_in(tx, CHLOE)
    assert await fill_once_more(database, after=BEN.contact) == CHLOE.contact


async def test_filling_ends_when_everybody_is_in(database):
    await fill_ledger(database, AMINA, BEN)
    assert await fill_once_more(database, after=BEN.contact) is None


async def test_a_large_audience_is_filled_in_slices_that_leave_nobody_out(sqlite):
    crowd = [Neighbour(n) for n in range(1, SLICE + 51)]
    await write_broadcast(sqlite, BroadcastState.APPROVED)
    async with sqlite.write() as tx:
        await tx.execute(
            insert(residents.residents),
            [
                {"id": n.resident, "ward": ABBEY, "vintage": VINTAGE, "joined_at": NOW}
                for n in crowd
            ],
        )
        await tx.execute(
            insert(contacts.contacts),
            [
                {
                    "id": n.contact,
                    "chat_id": n.chat,
                    "resident_id": n.resident,
                    "language": "en",
                    "reach": Reach.REACHABLE,
                    "last_heard_at": NOW,
                    "ward": ABBEY,
                }
                for n in crowd
            ],
        )
    filled, last = [], -1
    while (reached := await fill_once_more(sqlite, after=last)) is not None:
        filled.append((await tally(sqlite)).audience)
        last = reached
    async with sqlite.read() as tx:
        different = func.count(deliveries.deliveries.c.contact_id.distinct())
        assert (await tx.execute(select(different))).scalar_one() == SLICE + 50
    assert filled == [SLICE, SLICE + 50]


async def test_a_message_in_a_chat_is_known_as_a_broadcast_to_its_own_reader(database):
    """W9."""
    await fill_ledger(database, AMINA, BEN)
    async with database.write() as tx:
        mine = deliveries.deliveries.c.contact_id == AMINA.contact
        await tx.execute(update(deliveries.deliveries).where(mine).values(message_id=9))
        found = [
            await deliveries.kind_of_message(tx, who, message)
            for who, message in ((AMINA.contact, 9), (BEN.contact, 9), (AMINA.contact, 8))
        ]
    assert found == [BroadcastKind.UPDATE, None, None]
