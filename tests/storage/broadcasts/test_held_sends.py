"""While sends are held no act hands out anything to send; a decision ends that, and is noted."""

from dataclasses import replace
from datetime import timedelta

import pytest
from storage_callers import CHAT, joins, settled_in
from storage_ledger import tally
from storage_neighbours import (
    ABBEY,
    AMINA,
    BEN,
    BOARD,
    BOARD_MEMBER,
    NOW,
    PLAYGROUND,
    Neighbour,
    about_the_playground,
    claim_all,
    fill_ledger,
    move_in,
    take_post,
    write_broadcast,
)

from content.schema.council import Thresholds
from engagement.broadcasts.audience import Audience
from engagement.broadcasts.lifecycle import BroadcastState, Tally
from engagement.insight.shown_numbers import shown_number
from storage.broadcasts import audiences, records
from storage.conversation import inbox
from storage.operations import deployment
from usecases.broadcasts import deliver, held_sends, staff_notices
from usecases.broadcasts.deliver import Claimant
from usecases.broadcasts.held_sends import HeldBroadcast
from usecases.conversation import receive
from usecases.people.identify import recognise
from wardmote.commands import sends


async def hold(database, world):
    async with database.write() as tx:
        await held_sends.hold(tx, world, "restored from a test")


async def test_it_is_told_since_when_and_why(database, world):
    async with database.write() as tx:
        assert await held_sends.held(tx) is None
    await hold(database, world)
    async with database.write() as tx:
        assert await held_sends.held(tx) == held_sends.Held(world.now(), "restored from a test")


async def test_fault_15_nothing_is_filled_while_sends_are_held(database, world):
    await write_broadcast(database, BroadcastState.APPROVED)
    async with database.write() as tx:
        await move_in(tx, AMINA)
    await hold(database, world)
    async with database.write() as tx:
        assert await deliver.fill(tx, world) is False
    assert await tally(database) == Tally()


async def test_fault_15_nothing_is_claimed_until_it_is_released(database, world):
    await fill_ledger(database, AMINA, BEN)
    await hold(database, world)
    async with database.write() as tx:
        assert await deliver.claim(tx, world, Claimant(1, 7), 10, seconds=1.0) == []
        # Nor is there a moment at which to look again: a person's word ends it.
        assert await deliver.next_due(tx, world) is None
    assert await tally(database) == Tally(queued=2)
    async with database.write() as tx:
        assert await held_sends.release(tx, world) == 1
        assert len(await deliver.claim(tx, world, Claimant(1, 7), 10, seconds=1.0)) == 2


async def test_no_reply_from_before_is_owed(database, world):
    world = await settled_in(database, world)
    await joins(database, world)
    async with database.write() as tx:
        person = await recognise(tx, world, CHAT)
        [row] = await receive.take_in(tx, world, 42, [{"update_id": 99}])
        await receive.done(tx, world, row.seq, person.id)
        assert len(await receive.pending_replies(tx, world)) == 1
    await hold(database, world)
    async with database.write() as tx:
        assert await receive.pending_replies(tx, world) == []


async def test_staff_are_told_nothing(database, world):
    await fill_ledger(database, AMINA)
    async with database.write() as tx:
        assert await staff_notices.pending(tx, world) != []
    await hold(database, world)
    async with database.write() as tx:
        # What is on their screens already is put right; nothing is sent.
        assert all(notice.is_edit for notice in await staff_notices.pending(tx, world))


async def test_what_waits_is_shown_with_its_words_and_its_numbers(database, world):
    await fill_ledger(database, AMINA, BEN)
    await hold(database, world)
    async with database.write() as tx:
        [waiting] = await held_sends.waiting(tx, world)
    assert (waiting.id, waiting.state, waiting.tally) == (
        PLAYGROUND,
        BroadcastState.SENDING,
        Tally(queued=2),
    )
    assert waiting.words


async def test_those_who_run_it_read_no_part_of_a_small_audience(database, world):
    """A part beside a small rest has no number of its own, as in the author's report."""
    people = [Neighbour(n) for n in range(1, 12)]
    news = replace(about_the_playground(BroadcastState.SENDING), people_shown=11)
    async with database.write() as tx:
        await take_post(tx, BOARD, BOARD_MEMBER)
        await records.add(tx, news, "The playground opens.", NOW)
        await move_in(tx, *people)
        await audiences.fill_slice(tx, PLAYGROUND, Audience((ABBEY,)), after=-1)
    await claim_all(database, most=1)
    await hold(database, world)
    async with database.write() as tx:
        shown = await sends.show(tx, world)
        cancelled = await sends.cancel(tx, world)
    assert "up to about 10 waiting, up to about 10 sent, up to about 10 unknown." in shown
    assert "not sent to up to about 10 people" in cancelled


async def test_those_who_run_it_read_tenths_of_a_large_audience():
    whole = shown_number(3_000, Thresholds())
    tally = Tally(queued=900, sent=2_080, unknown=20)
    held = HeldBroadcast(1, BroadcastState.SENDING, "News", (ABBEY,), whole, tally)
    assert held.tenths == 7


async def test_what_is_cancelled_adds_up_and_its_report_says_so(database, world):
    await fill_ledger(database, AMINA, BEN)
    await hold(database, world)
    async with database.write() as tx:
        assert (await held_sends.cancel(tx, world)).broadcasts == 1
        assert await held_sends.held(tx) is None
        assert await deliver.finish(tx, world) == 1
        [news] = await staff_notices.pending(tx, world)
    assert news.value.held_back == 2
    assert news.value.tally == Tally(cancelled=2)
    async with database.read() as tx:
        acts = [act for act, _, _ in await deployment.audit_lines(tx)]
        assert acts[-2:] == ["held-back", "cancelled-sends"]
        later = world.now() + timedelta(days=1)
        assert await inbox.unanswered(tx, later) == []


async def test_a_broadcast_that_awaits_its_yes_is_cancelled_too(database, world):
    await write_broadcast(database, BroadcastState.AWAITING_APPROVAL)
    await hold(database, world)
    async with database.write() as tx:
        assert (await held_sends.cancel(tx, world)).broadcasts == 1
        [news] = await staff_notices.pending(tx, world)
    assert (news.value.state, news.value.held_back) == (BroadcastState.CANCELLED, 0)


@pytest.mark.parametrize("decide", [held_sends.release, held_sends.cancel])
async def test_without_held_sends_there_is_nothing_to_decide(database, world, decide):
    async with database.write() as tx:
        with pytest.raises(held_sends.NothingHeld):
            await decide(tx, world)
