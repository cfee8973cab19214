"""Two that claim, approve or take up an invite at once: never both, and never neither."""

import asyncio

import pytest
from storage_neighbours import (
    NOW,
    PLAYGROUND,
    Neighbour,
    fill_ledger,
    write_broadcast,
)

from engagement.broadcasts.lifecycle import BroadcastState
from engagement.staff.rights import Role
from storage.broadcasts import claims, records
from storage.engine.database import Database
from storage.staff import members
from storage.staff.members import Invite

CROWD = tuple(Neighbour(n) for n in range(1, 121))


async def claim_until_empty(database, me):
    """The rows one process gets, seven at a time."""
    mine = []
    while True:
        async with database.write() as tx:
            rows = await claims.claim(tx, me, most=7, now=NOW)
        if not rows:
            return mine
        mine.extend(row.contact_id for row in rows)
        await asyncio.sleep(0)


@pytest.fixture
async def claimed(database, second):
    """What each of two processes got of one ledger."""
    await fill_ledger(database, *CROWD)
    return await asyncio.gather(claim_until_empty(database, 1), claim_until_empty(second, 2))


async def test_two_claimers_never_get_the_same_row(claimed):
    one, two = claimed
    assert set(one) & set(two) == set()


async def test_two_claimers_together_get_every_row_once(claimed):
    one, two = claimed
    assert sorted([*one, *two]) == [n.contact for n in CROWD]


async def test_a_row_another_process_is_claiming_is_skipped_without_waiting(postgres_url):
    one, two = Database(postgres_url), Database(postgres_url)
    await fill_ledger(one, *CROWD[:6])
    async with one.write() as tx_one, two.write() as tx_two, asyncio.timeout(2):
        first = await claims.claim(tx_one, 1, most=3, now=NOW)
        other = await claims.claim(tx_two, 2, most=3, now=NOW)
    await one.close()
    await two.close()
    assert [row.contact_id for row in [*first, *other]] == [n.contact for n in CROWD[:6]]


async def both(first, second, act):
    """Run the same act in two processes, the second beginning while the first is open."""

    async def waits():
        async with second.write() as tx:
            return await act(tx)

    async with asyncio.TaskGroup() as group, first.write() as tx:
        won = await act(tx)
        task = group.create_task(waits())
        await asyncio.sleep(0.1)
    return won, task.result()


async def test_fault_27_of_two_approvers_at_once_exactly_one_decides(database, second):
    await write_broadcast(database)

    def approves(tx):
        return records.change_state(tx, PLAYGROUND, to=BroadcastState.APPROVED, now=NOW)

    assert await both(database, second, approves) == (True, False)


async def test_fault_27_an_approval_and_a_rejection_at_once_leave_one_decision(database, second):
    await write_broadcast(database)

    async def decides(where, to):
        async with where.write() as tx:
            return await records.change_state(tx, PLAYGROUND, to=to, now=NOW)

    ends = await asyncio.gather(
        decides(database, BroadcastState.APPROVED), decides(second, BroadcastState.DECLINED)
    )
    assert sorted(ends) == [False, True]


async def test_fault_39_an_invite_tapped_by_two_at_once_is_used_by_one(database, second):
    invite = Invite("a-hash", Role.OFFICER, "Officer", (), every_ward=True)
    async with database.write() as tx:
        await members.add_invite(tx, invite, made_at=NOW, expires_at=NOW.replace(day=13))

    def takes(tx):
        return members.use_invite(tx, "a-hash", NOW)

    assert await both(database, second, takes) == (invite, None)
