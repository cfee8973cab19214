"""The file written anew at night: copies of forgotten chat ids that page splits left are gone."""

import asyncio
import random
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import delete, insert
from storage_neighbours import NOW

from storage.engine.database import Database
from storage.people import arrivals, contacts

MANY = 3000


def writing_of(chat):
    return chat.to_bytes(5, "big")


@pytest.fixture
async def forgotten(sqlite):
    """Half of a crowd with scattered chat ids has left; theirs."""
    chance = random.Random(5)
    chats = chance.sample(range(2**33, 2**35), MANY)
    ids = [chance.getrandbits(63) for _ in chats]
    crowd = [
        {
            "id": contact,
            "chat_id": chat,
            "language": "en",
            "reach": "reachable",
            "new_messages": False,
            "last_heard_at": NOW,
        }
        for contact, chat in zip(ids, chats, strict=True)
    ]
    for begin in range(0, MANY, 100):
        async with sqlite.write() as tx:
            await tx.execute(insert(contacts.contacts), crowd[begin : begin + 100])
    gone = chance.sample(crowd, MANY // 2)
    async with sqlite.write() as tx:
        for each in gone:
            await tx.execute(delete(contacts.contacts).where(contacts.contacts.c.id == each["id"]))
    await sqlite.truncate_log()
    return [each["chat_id"] for each in gone]


def left_in(file, chats):
    log = file.with_name(file.name + "-wal")
    found = file.read_bytes() + (log.read_bytes() if log.exists() else b"")
    return [chat for chat in chats if writing_of(chat) in found]


async def test_a_file_written_anew_holds_no_forgotten_chat_id(sqlite, file, forgotten):
    await sqlite.rewrite()
    await sqlite.truncate_log()
    assert left_in(file, forgotten) == []


async def test_overwriting_alone_would_leave_copies_that_page_splits_made(file, forgotten):
    assert left_in(file, forgotten) != []


async def test_a_file_written_anew_still_knows_everybody_else(sqlite, file, forgotten):
    await sqlite.rewrite()
    with closing(sqlite3.connect(file)) as plain:
        [(known,)] = plain.execute("SELECT count(*) FROM contacts")
    assert known == MANY - len(forgotten)


async def test_writing_anew_waits_for_whoever_is_writing(sqlite):
    async with asyncio.TaskGroup() as group, sqlite.write() as tx:
        group.create_task(sqlite.rewrite())
        await asyncio.sleep(0.05)
        await arrivals.drop_old_arrivals(tx, NOW)


async def test_a_file_may_be_written_anew_while_somebody_reads(sqlite):
    async with sqlite.read() as tx:
        before = await contacts.silent_since(tx, NOW)
        await sqlite.rewrite()
        assert await contacts.silent_since(tx, NOW) == before


async def test_rewriting_is_harmless_on_either_database(database: Database):
    await database.rewrite()
    await database.rewrite()
    assert database.open_transactions == 0
