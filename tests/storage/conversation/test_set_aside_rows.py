"""What is set aside: listed without its content, put back once, dropped; on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from storage_neighbours import AMINA, NOW

from storage.conversation import inbox
from storage.conversation.inbox import InboxState, Incoming, Quarantined
from usecases.conversation import receive, set_aside

REFERENCE = "K7Q-4MD"


@pytest.fixture
async def row(database):
    async with database.write() as tx:
        [stored] = await inbox.store(
            tx, 42, [Incoming(1, AMINA.chat, '{"text":"secret words"}')], NOW
        )
        await inbox.quarantine(tx, stored.seq, REFERENCE, reason="KeyError at a.py:1", now=NOW)
    return stored


async def test_the_list_says_when_and_why_and_nothing_that_was_written(database, row):
    async with database.read() as tx:
        found = await set_aside.everything(tx)
    assert found == [Quarantined(REFERENCE, NOW, "KeyError at a.py:1", 0)]
    assert "secret" not in str(found)


async def test_what_is_put_back_is_handed_out_whole_and_once(database, row):
    async with database.write() as tx:
        assert await set_aside.again(tx, " k7q-4md ")
        assert [r.payload for r in await set_aside.put_back(tx)] == [{"text": "secret words"}]
        assert await set_aside.put_back(tx) == []
        assert await set_aside.everything(tx) == []


async def test_at_a_start_what_is_put_back_is_not_handed_out_again_by_the_next_tick(database, row):
    async with database.write() as tx:
        await set_aside.again(tx, REFERENCE)
        assert len(await receive.waiting(tx)) == 1
        assert await set_aside.put_back(tx) == []


async def test_what_fails_again_keeps_the_reference_its_sender_knows(database, world, row):
    async with database.write() as tx:
        await set_aside.again(tx, REFERENCE)
        for _ in range(receive.TRIES):
            told = await receive.failed(tx, world, row.seq, "ValueError at b.py:2")
        [found] = await set_aside.everything(tx)
    assert (told, found.reference) == (REFERENCE, REFERENCE)
    assert found.reason == "failed three times: ValueError at b.py:2"
    assert found.attempts == receive.TRIES


async def test_what_is_dropped_leaves_its_number_alone(database, row):
    async with database.write() as tx:
        assert await set_aside.drop(tx, REFERENCE)
        [left] = (await tx.execute(select(inbox.inbox))).all()
        assert await inbox.store(tx, 42, [Incoming(1, AMINA.chat, "{}")], NOW) == []
    assert (left.state, left.payload, left.lane, left.reference) == (
        InboxState.DONE,
        None,
        None,
        None,
    )


@pytest.mark.parametrize("act", [set_aside.again, set_aside.drop])
async def test_an_unknown_reference_changes_nothing(database, row, act):
    async with database.write() as tx:
        assert not await act(tx, "AAA-AAA")
        assert len(await set_aside.everything(tx)) == 1


async def test_a_long_reason_is_cut_to_its_column(database, row):
    async with database.write() as tx:
        await inbox.quarantine(tx, row.seq, REFERENCE, reason="x" * 500, now=NOW + timedelta(1))
        [found] = await set_aside.everything(tx)
    assert len(found.reason) == 120
