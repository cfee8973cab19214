"""The ledger at work: who is claimed, what becomes of a claim, and when a broadcast is over."""

from datetime import timedelta

import pytest
from sqlalchemy import update
from storage_ledger import FIVE, finished, ledger, stand_at, tally
from storage_neighbours import (
    AMINA,
    BEN,
    CHLOE,
    NOW,
    PLAYGROUND,
    claim_all,
    fill_ledger,
    settle_as,
    write_broadcast,
)

from engagement.broadcasts.bot_api_responses import Reason
from engagement.broadcasts.delivery import FINAL, DeliveryState, Reach
from engagement.broadcasts.lifecycle import BroadcastState, Tally
from storage.broadcasts import claims, deliveries, records
from storage.broadcasts.claims import Settled
from storage.engine.database import Database


async def test_no_more_is_claimed_than_was_asked_for(database):
    await fill_ledger(database, *FIVE)
    assert len(await claim_all(database, most=3)) == 3


async def test_no_more_is_claimed_whatever_way_postgresql_takes(postgres_url):
    """The server plans by what it happens to know of its tables. This is the plan that looks for
    the due rows once for each row it compares; a server under test came to it by itself."""
    database = Database(postgres_url)
    await fill_ledger(database, *FIVE)
    async with database.write() as tx:
        for way in ("hashjoin", "mergejoin", "material", "hashagg", "sort", "bitmapscan"):
            await tx.exec_driver_sql(f"SET LOCAL enable_{way} = off")
        assert len(await claims.claim(tx, 1, most=2, now=NOW)) == 2
    await database.close()


async def test_claims_go_in_the_order_of_the_ledger(database):
    await fill_ledger(database, *FIVE)
    ids = [row.id for row in await claim_all(database)]
    assert ids == sorted(ids)


async def test_a_claim_says_where_to_send(database):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    assert (row.broadcast_id, row.contact_id, row.chat_id, row.language, row.reach) == (
        PLAYGROUND,
        AMINA.contact,
        AMINA.chat,
        "en",
        Reach.REACHABLE,
    )


async def test_what_is_claimed_is_not_claimed_again(database):
    await fill_ledger(database, *FIVE)
    await claim_all(database)
    assert await claim_all(database) == []


async def test_a_claim_is_committed_with_who_when_and_how_often(database):
    await fill_ledger(database, AMINA)
    await claim_all(database, me=2**62)
    row = (await ledger(database))[AMINA.contact]
    assert (row.state, row.claimed_by, row.claimed_at, row.attempts) == (
        DeliveryState.CLAIMED,
        2**62,
        NOW,
        1,
    )


async def test_a_row_is_not_claimed_before_its_time(database):
    await fill_ledger(database, AMINA, BEN)
    async with database.write() as tx:
        await tx.execute(
            update(deliveries.deliveries)
            .where(deliveries.deliveries.c.contact_id == BEN.contact)
            .values(not_before=NOW + timedelta(seconds=1))
        )
    assert [row.contact_id for row in await claim_all(database)] == [AMINA.contact]


@pytest.mark.parametrize("state", [s for s in BroadcastState if s is not BroadcastState.SENDING])
async def test_only_a_broadcast_that_is_sending_is_claimed(database, state):
    await fill_ledger(database, AMINA)
    await stand_at(database, state)
    assert await claim_all(database) == []


@pytest.mark.parametrize("state", sorted(FINAL))
async def test_a_claimed_row_takes_any_end(database, state):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    await settle_as(database, state, row.id)
    assert (await ledger(database))[AMINA.contact].state == state


@pytest.mark.parametrize("state", sorted(FINAL))
async def test_a_final_row_stays_final(database, state):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    await settle_as(database, state, row.id)
    for other in DeliveryState:
        await settle_as(database, other, row.id)
    assert (await ledger(database))[AMINA.contact].state == state


async def test_a_row_nobody_claimed_cannot_be_settled(database):
    await fill_ledger(database, AMINA)
    await settle_as(database, DeliveryState.SENT, (await ledger(database))[AMINA.contact].id)
    assert (await ledger(database))[AMINA.contact].state == DeliveryState.QUEUED


async def test_every_row_is_settled_as_its_own(database):
    await fill_ledger(database, AMINA, BEN, CHLOE)
    await claim_all(database)
    rows = await ledger(database)
    async with database.write() as tx:
        await claims.settle(
            tx,
            [
                Settled(rows[AMINA.contact].id, DeliveryState.SENT, message_id=501),
                Settled(rows[BEN.contact].id, DeliveryState.FAILED, reason="chat not found"),
                Settled(rows[CHLOE.contact].id, DeliveryState.QUEUED),
            ],
            NOW,
        )
    ends = await ledger(database)
    assert [
        (ends[n.contact].state, ends[n.contact].message_id, ends[n.contact].reason)
        for n in (AMINA, BEN, CHLOE)
    ] == [
        (DeliveryState.SENT, 501, None),
        (DeliveryState.FAILED, None, "chat not found"),
        (DeliveryState.QUEUED, None, None),
    ]


async def test_a_row_given_back_has_no_time_of_settling(database):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    await settle_as(database, DeliveryState.QUEUED, row.id)
    assert (await ledger(database))[AMINA.contact].settled_at is None


async def test_a_row_given_back_is_claimed_again_and_counted_again(database):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    await settle_as(database, DeliveryState.QUEUED, row.id)
    await claim_all(database)
    assert (await ledger(database))[AMINA.contact].attempts == 2


async def test_the_ledger_counts_what_ended_for_which_reason(database):
    await fill_ledger(database, AMINA, BEN)
    rows = await claim_all(database)
    ends = [Settled(r.id, DeliveryState.FAILED, reason=Reason.NO_SUCH_CHAT) for r in rows]
    async with database.write() as tx:
        await claims.settle(tx, ends, NOW)
        found = await deliveries.reasons(tx, PLAYGROUND)
    assert found == {(DeliveryState.FAILED, Reason.NO_SUCH_CHAT): 2}


async def test_a_try_that_never_was_is_not_counted(database):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    async with database.write() as tx:
        back = Settled(row.id, DeliveryState.QUEUED, counts=False)
        await claims.settle(tx, [back], NOW)
    assert (await ledger(database))[AMINA.contact].attempts == 0


async def test_a_row_that_waits_for_its_next_try_says_when_that_is(database):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    later = NOW + timedelta(seconds=30)
    async with database.write() as tx:
        back = Settled(row.id, DeliveryState.QUEUED, not_before=later)
        await claims.settle(tx, [back], NOW)
        assert await claims.next_due(tx) == later
    assert await claim_all(database) == []


async def test_a_clock_set_back_keeps_no_row_waiting(database):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    async with database.write() as tx:
        back = Settled(row.id, DeliveryState.QUEUED, not_before=NOW + timedelta(hours=1))
        await claims.settle(tx, [back], NOW)
        minute = NOW + timedelta(minutes=1)
        await claims.bring_forward(tx, retries=minute, budget=NOW + timedelta(days=7))
    assert len(await claim_all(database)) == 1


async def released(database, **what):
    async with database.write() as tx:
        return await claims.release_claims(tx, NOW, **what)


async def test_what_another_process_claimed_is_left_until_its_lease_runs_out(database):
    await fill_ledger(database, AMINA)
    await claim_all(database)
    assert await released(database, me=2, lease=timedelta(seconds=1)) == 0
    assert await released(database, me=2, lease=timedelta(0)) == 1


async def test_a_claim_of_a_clock_that_was_ahead_is_released_all_the_same(database):
    await fill_ledger(database, AMINA, BEN)
    async with database.write() as tx:
        await claims.claim(tx, 1, most=2, now=NOW + timedelta(hours=5))
    assert await released(database, me=2, lease=timedelta(minutes=3)) == 2


async def test_a_start_releases_whatever_a_former_process_claimed(database):
    await fill_ledger(database, AMINA)
    async with database.write() as tx:
        await claims.claim(tx, 1, most=1, now=NOW + timedelta(hours=5))
    assert await released(database, me=2) == 1


async def test_the_end_of_an_earlier_try_says_nothing_of_a_later_one(database):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    async with database.write() as tx:
        await claims.settle(tx, [Settled(row.id, DeliveryState.QUEUED, attempt=1)], NOW)
    await claim_all(database)
    async with database.write() as tx:
        await claims.settle(tx, [Settled(row.id, DeliveryState.QUEUED, attempt=1)], NOW)
    assert await tally(database) == Tally(claimed=1)


async def test_what_is_in_hand_is_never_released(database):
    await fill_ledger(database, AMINA, BEN)
    rows = await claim_all(database)
    assert await released(database, me=1, in_hand=[rows[0].id]) == 1
    assert await tally(database) == Tally(claimed=1, unknown=1)


async def test_a_claim_whose_lease_ran_out_is_unknown_and_never_queued(database):
    await fill_ledger(database, AMINA)
    await claim_all(database)
    await released(database, me=2)
    assert await claim_all(database) == []
    assert await tally(database) == Tally(unknown=1)


async def sent_again(database):
    async with database.write() as tx:
        return await deliveries.queue_unknown_again(tx, PLAYGROUND)


async def test_what_is_unknown_can_go_once_more_and_only_once(database):
    await fill_ledger(database, AMINA, BEN)
    await claim_all(database)
    await released(database, me=2)
    assert await sent_again(database) == 2
    again = await claim_all(database)
    assert all(row.sent_again for row in again)
    await released(database, me=2)
    assert await sent_again(database) == 0


async def test_a_second_sending_that_had_not_begun_goes_back_to_the_queue(database):
    """P8. One that had begun is unknown, and only the process that claimed it may begin it."""
    await fill_ledger(database, AMINA, BEN)
    await claim_all(database)
    await released(database, me=2)
    await sent_again(database)
    first, second = await claim_all(database)
    async with database.write() as tx:
        begin = {"attempt": first.attempts, "now": NOW}
        assert not await claims.begin_again(tx, first.id, me=2, **begin)
        assert await claims.begin_again(tx, first.id, me=1, **begin)
    await released(database, me=2)
    assert await tally(database) == Tally(queued=1, unknown=1)
    assert [row.id for row in await claim_all(database)] == [second.id]
    assert await sent_again(database) == 0


async def test_what_arrived_is_never_sent_again(database):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    await settle_as(database, DeliveryState.SENT, row.id)
    assert await sent_again(database) == 0


async def test_fault_3_what_a_dead_process_had_claimed_is_unknown(database):
    await fill_ledger(database, *FIVE)
    await claim_all(database, most=2)
    async with database.write() as tx:
        released = await claims.release_claims(tx, NOW, me=2)
    assert (released, await tally(database)) == (2, Tally(queued=3, unknown=2))


async def test_releasing_claims_leaves_final_rows(database):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    await settle_as(database, DeliveryState.SENT, row.id)
    async with database.write() as tx:
        assert await claims.release_claims(tx, NOW, me=2) == 0


async def test_whoever_leaves_gets_nothing_that_has_not_begun(database):
    await fill_ledger(database, AMINA, BEN)
    async with database.write() as tx:
        await deliveries.cancel_queued(tx, BEN.contact, Reason.LEFT, NOW)
    assert [row.contact_id for row in await claim_all(database)] == [AMINA.contact]


async def test_whoever_leaves_stays_in_the_sum(database):
    await fill_ledger(database, AMINA, BEN)
    async with database.write() as tx:
        await deliveries.cancel_queued(tx, BEN.contact, Reason.LEFT, NOW)
    assert await tally(database) == Tally(queued=1, cancelled=1)


async def test_what_has_begun_is_not_cancelled(database):
    await fill_ledger(database, AMINA)
    await claim_all(database)
    async with database.write() as tx:
        await deliveries.cancel_queued(tx, AMINA.contact, Reason.LEFT, NOW)
    assert await tally(database) == Tally(claimed=1)


async def test_the_states_add_up_to_the_audience(database):
    await fill_ledger(database, *FIVE)
    rows = await claim_all(database, most=4)
    ends = (DeliveryState.SENT, DeliveryState.BLOCKED, DeliveryState.UNKNOWN)
    for row, state in zip(rows, ends, strict=False):
        await settle_as(database, state, row.id)
    found = await tally(database)
    assert (found, found.audience) == (
        Tally(queued=1, claimed=1, sent=1, blocked=1, unknown=1),
        len(FIVE),
    )


async def test_a_broadcast_with_an_open_row_is_not_finished(database):
    await fill_ledger(database, AMINA, BEN)
    [row] = await claim_all(database, most=1)
    await settle_as(database, DeliveryState.SENT, row.id)
    assert await finished(database) == []


async def test_a_broadcast_whose_every_row_is_final_is_finished(database):
    await fill_ledger(database, AMINA, BEN)
    rows = await claim_all(database)
    await settle_as(database, DeliveryState.SENT, rows[0].id)
    await settle_as(database, DeliveryState.BLOCKED, rows[1].id)
    assert await finished(database) == [PLAYGROUND]


async def test_a_broadcast_not_yet_sending_is_not_finished(database):
    await write_broadcast(database, BroadcastState.APPROVED)
    assert await finished(database) == []


async def test_a_row_remembers_the_wording_it_was_shown(database):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    async with database.write() as tx:
        variants = await records.variants_of(tx, [PLAYGROUND])
        variant, _ = variants[PLAYGROUND]["en"]
        await claims.note_variants(tx, [(row.id, variant)])
    assert (await ledger(database))[AMINA.contact].variant_id == variant
