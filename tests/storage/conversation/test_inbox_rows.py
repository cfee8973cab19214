"""Updates as they came: stored once, in order, emptied with their effect."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from storage_neighbours import AMINA, BEN, NOW

from storage.conversation import inbox
from storage.conversation.inbox import InboxState, Incoming, Received
from usecases.operations import retention

BOT, OTHER_BOT = 42, 43
MUCH_LATER = NOW + timedelta(days=1)


def said(update_id, who=AMINA):
    return Incoming(update_id, who.chat, f'{{"update_id":{update_id}}}')


async def store(database, *updates, bot=BOT):
    async with database.write() as tx:
        return await inbox.store(tx, bot, updates, NOW)


async def waiting(database):
    async with database.read() as tx:
        return [row.payload["update_id"] for row in await inbox.waiting(tx)]


async def rows(database):
    async with database.read() as tx:
        return (await tx.execute(select(inbox.inbox).order_by(inbox.inbox.c.seq))).all()


@pytest.fixture
async def amina_wrote(database):
    [row] = await store(database, said(1))
    return row


@pytest.fixture
async def set_aside(database, amina_wrote):
    async with database.write() as tx:
        await inbox.quarantine(tx, amina_wrote.seq, "K7-QRT", reason="Why", now=NOW)
    return amina_wrote


async def done(database, seq, person=None):
    async with database.write() as tx:
        await inbox.mark_done(tx, seq, person=person, now=NOW)


async def test_what_is_stored_comes_back_as_it_was_sent(database):
    [row] = await store(database, said(1))
    same = Received(
        seq=row.seq, lane=AMINA.chat, payload={"update_id": 1}, attempts=0, received_at=NOW
    )
    assert row == same


async def test_fault_29_the_same_update_twice_is_stored_once(database):
    await store(database, said(1))
    assert await store(database, said(1), said(2)) != []
    assert await waiting(database) == [1, 2]


async def test_what_is_still_to_be_done_is_handed_on_and_nothing_else_that_waits(database):
    """Also what was stored before: a first try may have been committed, its answer lost."""
    await store(database, said(1), said(2))
    handed_on = await store(database, said(2), said(3))
    assert [row.payload["update_id"] for row in handed_on] == [2, 3]


async def test_the_same_update_twice_in_one_poll_is_stored_once(database):
    await store(database, said(1), said(1))
    assert await waiting(database) == [1]


async def test_an_update_that_was_done_with_does_not_come_again(database, amina_wrote):
    await done(database, amina_wrote.seq)
    assert await store(database, said(1)) == []


async def test_two_bots_may_use_the_same_number(database):
    await store(database, said(1))
    assert len(await store(database, said(1), bot=OTHER_BOT)) == 1


async def test_a_poll_with_nothing_in_it_stores_nothing(database):
    assert await store(database) == []


async def test_fault_30_ids_out_of_order_keep_the_order_they_came_in(database):
    await store(database, said(7), said(5), said(900_000))
    await store(database, said(1))
    assert await waiting(database) == [7, 5, 900_000, 1]


async def test_a_place_in_the_order_is_never_given_twice(database, set_aside):
    async with database.write() as tx:
        await inbox.empty_quarantine(tx, NOW + timedelta(days=8))
    [later] = await store(database, said(2))
    assert later.seq > set_aside.seq


async def test_done_empties_the_update_and_forgets_whose_it_was(database, amina_wrote):
    await done(database, amina_wrote.seq)
    [row] = await rows(database)
    assert (row.payload, row.lane, row.state) == (None, None, InboxState.DONE)


async def test_done_keeps_the_number_of_the_update(database, amina_wrote):
    await done(database, amina_wrote.seq)
    [row] = await rows(database)
    assert (row.bot, row.update_id, row.processed_at) == (BOT, 1, NOW)


async def test_what_is_done_waits_no_longer(database, amina_wrote):
    await done(database, amina_wrote.seq)
    assert await waiting(database) == []


async def test_somebody_whose_reply_has_not_gone_is_owed_one(database, amina_wrote):
    await done(database, amina_wrote.seq, person=AMINA.contact)
    async with database.read() as tx:
        assert await inbox.unanswered(tx, MUCH_LATER) == [(amina_wrote.seq, AMINA.contact)]


async def test_nobody_is_owed_a_reply_before_the_effect(database, amina_wrote):
    async with database.read() as tx:
        assert await inbox.unanswered(tx, MUCH_LATER) == []


async def test_a_reply_that_has_gone_is_owed_no_more(database, amina_wrote):
    await done(database, amina_wrote.seq, person=AMINA.contact)
    async with database.write() as tx:
        await inbox.mark_replied(tx, [amina_wrote.seq], NOW)
        assert await inbox.unanswered(tx, MUCH_LATER) == []


async def test_replies_are_marked_one_by_one(database):
    first, second = await store(database, said(1), said(2, BEN))
    await done(database, first.seq, person=AMINA.contact)
    await done(database, second.seq, person=BEN.contact)
    async with database.write() as tx:
        await inbox.mark_replied(tx, [first.seq], NOW)
        assert await inbox.unanswered(tx, MUCH_LATER) == [(second.seq, BEN.contact)]


async def test_failed_tries_are_counted(database, amina_wrote):
    async with database.write() as tx:
        counted = [await inbox.note_attempt(tx, amina_wrote.seq) for _ in range(3)]
    assert counted == [1, 2, 3]


async def test_failed_tries_are_remembered_across_a_restart(database, amina_wrote):
    async with database.write() as tx:
        await inbox.note_attempt(tx, amina_wrote.seq)
    async with database.read() as tx:
        assert [row.attempts for row in await inbox.waiting(tx)] == [1]


async def test_what_is_set_aside_is_kept_whole_under_its_reference(database, set_aside):
    [row] = await rows(database)
    assert (row.state, row.reference, row.payload) == (
        InboxState.QUARANTINED,
        "K7-QRT",
        '{"update_id":1}',
    )


async def test_fault_31_the_rest_goes_on_past_what_is_set_aside(database, set_aside):
    await store(database, said(2, BEN))
    assert await waiting(database) == [2]


@pytest.mark.parametrize(("days", "left"), [(6, 1), (8, 0)])
async def test_what_is_set_aside_is_kept_for_seven_days(
    database, world, clock, set_aside, days, left
):
    clock.passes(timedelta(days=days))
    async with database.write() as tx:
        await retention.tidy(tx, world)
    assert len(await rows(database)) == left


async def test_tidying_up_leaves_what_is_done_or_waiting(database, world, clock, amina_wrote):
    await store(database, said(2))
    await done(database, amina_wrote.seq)
    clock.passes(timedelta(days=30))
    async with database.write() as tx:
        await retention.tidy(tx, world)
    assert len(await rows(database)) == 2


async def test_forgetting_somebody_deletes_what_of_theirs_was_set_aside(database, set_aside):
    async with database.write() as tx:
        await inbox.forget_lane(tx, AMINA.chat, AMINA.contact)
    assert await rows(database) == []


async def test_forgetting_somebody_takes_their_id_from_what_is_owed(database, amina_wrote):
    await done(database, amina_wrote.seq, person=AMINA.contact)
    async with database.write() as tx:
        await inbox.forget_lane(tx, AMINA.chat, AMINA.contact)
    assert [row.person for row in await rows(database)] == [None]


async def test_forgetting_somebody_leaves_what_others_sent(database, set_aside):
    await store(database, said(2, BEN))
    async with database.write() as tx:
        await inbox.forget_lane(tx, AMINA.chat, AMINA.contact)
    assert [row.lane for row in await rows(database)] == [BEN.chat]
