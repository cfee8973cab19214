"""A broadcast comes to its end whoever leaves on the way, and whenever it is taken back."""

from storage_ledger import tally
from storage_neighbours import AMINA, BOARD, PLAYGROUND, fill_ledger, move_in, write_broadcast

from engagement.broadcasts.bot_api_responses import Fate, Outcome
from engagement.broadcasts.lifecycle import BroadcastState, Tally
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from usecases.broadcasts import cancel, deliver
from usecases.broadcasts.deliver import Claimant
from usecases.people import leave
from usecases.people.identify import recognise


async def test_fault_45_a_broadcast_ends_though_somebody_claimed_was_forgotten(database, world):
    await fill_ledger(database, AMINA)
    async with database.write() as tx:
        [parcel] = await deliver.claim(tx, world, Claimant(1, 7), 10, seconds=1.0)
    async with database.write() as tx:
        await leave.forget(tx, world, await recognise(tx, world, AMINA.chat))
    async with database.write() as tx:
        await deliver.settle_all(tx, world, [(parcel, Outcome(Fate.SLOW_DOWN))])
        assert await deliver.claim(tx, world, Claimant(1, 7), 10, seconds=1.0) == []
        assert await deliver.finish(tx, world) == 1


async def test_a_broadcast_taken_back_while_its_ledger_fills_leaves_no_open_row(database, world):
    await write_broadcast(database, BroadcastState.APPROVED)
    async with database.write() as tx:
        await move_in(tx, AMINA)
        code = await codes.code_for(tx, CodeKind.BROADCAST, str(PLAYGROUND))
        await deliver.fill(tx, world)
    async with database.write() as tx:
        await cancel.cancel(tx, world, await recognise(tx, world, BOARD.chat), code)
    assert await tally(database) == Tally(cancelled=1)
