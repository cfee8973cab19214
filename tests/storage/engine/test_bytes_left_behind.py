"""Privacy in bytes: what is in the files of the database after joining, and after /forget."""

import re
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text
from storage_callers import (
    BOT,
    CHAT,
    FIRST_NAME,
    NAMES,
    POSTCODE,
    answer,
    forgets,
    joins,
    message,
    settled_in,
)

from storage.engine.database import Database
from usecases.consultations.answer import begin as begin_answering
from usecases.conversation import receive
from usecases.people.identify import recognise


def varint(number):
    """SQLite's own writing of a whole number: seven bits a byte, the highest first."""
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(number & 0x7F | 0x80)
    return bytes(reversed(groups))


def every_writing_of(chat):
    """A chat id in digits, as a column of a row (big-endian) and as a row id."""
    return (str(chat).encode(), chat.to_bytes(5, "big"), varint(chat))


def has_postcode(found):
    outward, inward = (part.encode() for part in POSTCODE.split())
    return re.search(outward + rb"[\s+\-]{0,3}" + inward, found, re.IGNORECASE) is not None


def has_name(found):
    return any(name.lower().encode() in found.lower() for name in NAMES)


def has_chat(found):
    return any(writing in found for writing in every_writing_of(CHAT))


def files_of(file):
    return [file.with_name(file.name + end) for end in ("", "-wal", "-shm")]


def bytes_on_disk(file):
    return b"\n".join(each.read_bytes() for each in files_of(file) if each.exists())


def bytes_of_backup(file):
    backup = file.with_name("backup.db")
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("VACUUM INTO ?", (str(backup),))
    return backup.read_bytes()


def all_bytes(file):
    return bytes_on_disk(file) + bytes_of_backup(file)


@pytest.fixture
async def house(sqlite, world):
    return await settled_in(sqlite, world)


WRITINGS = ["HP11 2FA", "hp112fa", "Hp11  2fa", "hp11-2FA", "I live at hp11 2fa"]


@pytest.mark.parametrize("postcode", WRITINGS)
async def test_no_postcode_is_on_disk_after_joining(sqlite, file, house, postcode):
    await joins(sqlite, house, postcode)
    assert not has_postcode(all_bytes(file))


async def test_the_postcode_had_led_to_the_ward(sqlite, house):
    await joins(sqlite, house)
    async with sqlite.read() as tx:
        found = await tx.execute(text("SELECT ward FROM residents"))
        assert found.scalars().all() == ["E05013131"]


async def test_no_name_is_on_disk_after_joining(sqlite, file, house):
    await joins(sqlite, house)
    assert not has_name(all_bytes(file))


async def test_neither_name_nor_postcode_is_on_disk_while_an_update_waits(sqlite, file, house):
    async with sqlite.write() as tx:
        await receive.take_in(tx, house, BOT, [message(1, POSTCODE)])
    found = all_bytes(file)
    assert (has_name(found), has_postcode(found)) == (False, False)


async def test_no_postcode_that_follows_a_command_in_one_poll_is_on_disk(sqlite, file, house):
    await joins(sqlite, house)
    async with sqlite.write() as tx:
        person = await recognise(tx, house, CHAT)
        await begin_answering(
            tx, house, person, house.loaded.consultation_codes["local-priorities"]
        )
    async with sqlite.write() as tx:
        await receive.take_in(tx, house, BOT, [message(90, "/ward"), message(91, POSTCODE)])
    assert not has_postcode(all_bytes(file))


async def test_no_name_or_postcode_is_on_disk_in_what_was_set_aside(sqlite, file, house):
    async with sqlite.write() as tx:
        [row] = await receive.take_in(tx, house, BOT, [message(1, POSTCODE)])
        await receive.unreadable(tx, house, row.seq, "ValueError")
    found = all_bytes(file)
    assert (has_name(found), has_postcode(found)) == (False, False)


async def test_the_chat_is_known_while_somebody_is_a_resident(sqlite, file, house):
    await joins(sqlite, house)
    assert has_chat(bytes_of_backup(file))


@pytest.fixture
async def forgotten(sqlite, house):
    await joins(sqlite, house)
    await forgets(sqlite, house)
    await sqlite.truncate_log()


async def test_no_writing_of_the_chat_id_is_on_disk_after_forget(forgotten, file):
    assert not has_chat(bytes_on_disk(file))


async def test_no_writing_of_the_chat_id_is_in_a_backup_after_forget(forgotten, file):
    assert not has_chat(bytes_of_backup(file))


async def test_no_name_or_postcode_is_on_disk_after_forget(forgotten, file):
    found = all_bytes(file)
    assert (has_name(found), has_postcode(found)) == (False, False)


async def test_the_list_of_the_forgotten_does_not_say_who(forgotten, file):
    listed = file.with_name(file.name + ".forgotten").read_bytes()
    assert not has_chat(listed)


async def test_a_chat_that_only_said_hello_is_gone_from_disk_once_dropped(sqlite, file, house):
    for number, words in enumerate(("/start", "start", "no"), start=1):
        async with sqlite.write() as tx:
            [row] = await receive.take_in(tx, house, BOT, [message(number, words)])
            await answer(tx, house, words)
            await receive.done(tx, house, row.seq, None)
    await sqlite.truncate_log()
    assert not has_chat(all_bytes(file))


# The guards, taken away one at a time: each has to be missed.


async def test_without_overwriting_the_chat_id_would_stay_on_disk(sqlite, file, house):
    async with sqlite.write() as tx:
        await tx.execute(text("PRAGMA secure_delete = OFF"))
    await joins(sqlite, house)
    await forgets(sqlite, house)
    await sqlite.truncate_log()
    assert has_chat(bytes_on_disk(file))


async def test_without_truncating_the_log_would_still_hold_the_chat_id(sqlite, file, house):
    await joins(sqlite, house)
    await forgets(sqlite, house)
    assert has_chat(bytes_on_disk(file))


async def test_an_update_that_is_not_emptied_would_keep_the_chat_id(sqlite, file, house):
    await joins(sqlite, house)
    async with sqlite.write() as tx:
        await receive.take_in(tx, house, BOT, [message(90, "/forget")])
    await forgets(sqlite, house)
    await sqlite.truncate_log()
    assert has_chat(bytes_on_disk(file))


async def test_an_update_that_is_not_cleaned_would_be_seen(tmp_path):
    with closing(sqlite3.connect(tmp_path / "plain.db")) as plain, plain:
        plain.execute("CREATE TABLE inbox (payload TEXT)")
        plain.execute("INSERT INTO inbox VALUES (?)", (f"{FIRST_NAME} of {POSTCODE}",))
    found = (tmp_path / "plain.db").read_bytes()
    assert (has_name(found), has_postcode(found)) == (True, True)


@pytest.mark.parametrize("kind", ["INTEGER", "INTEGER PRIMARY KEY", "TEXT"])
async def test_a_chat_id_in_any_column_would_be_seen(tmp_path, kind):
    with closing(sqlite3.connect(tmp_path / "plain.db")) as plain, plain:
        plain.execute(f"CREATE TABLE contacts (chat_id {kind})")
        plain.execute("INSERT INTO contacts VALUES (?)", (CHAT,))
    assert has_chat((tmp_path / "plain.db").read_bytes())


async def test_the_writing_connection_overwrites_whatever_its_library_does_by_default(file, sqlite):
    other = Database(str(sqlite.url))
    async with other.write() as tx:
        assert (await tx.exec_driver_sql("PRAGMA secure_delete")).scalar() == 1
    await other.close()
