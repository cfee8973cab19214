"""Through the real bot: no postcode and no account name ever comes to rest on the disk."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person

NAME = "Zephyrinella"
HOME, NEW_HOME = "HP12 3HP", "HP5 3BD"
FORGOTTEN = ".forgotten"


def shows_postcode(found: bytes) -> bool:
    """Whether either postcode stands there, in any case and with anything small between."""
    halves = [postcode.encode().split() for postcode in (HOME, NEW_HOME)]
    return any(
        re.search(outward + rb"[^0-9A-Za-z]{0,4}" + inward, found, re.IGNORECASE)
        for outward, inward in halves
    )


def shows_name(found: bytes) -> bool:
    return NAME.lower().encode() in found.lower()


def shows_chat(found: bytes, chat: int) -> bool:
    """In digits, or as SQLite writes a whole number of this size."""
    return str(chat).encode() in found or chat.to_bytes(5, "big") in found


def database_of(hood: Neighbourhood) -> Path:
    return Path(str(hood.stage.service.database.url.database))


def at_rest(hood: Neighbourhood) -> bytes:
    """Every byte of the database, its two companions and the list beside it."""
    file = database_of(hood)
    parts = [file.with_name(file.name + end) for end in ("", "-wal", "-shm", FORGOTTEN)]
    return b"\n".join(part.read_bytes() for part in parts if part.exists())


def backed_up(hood: Neighbourhood) -> bytes:
    file = database_of(hood)
    backup = file.with_name("backup.db")
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("VACUUM INTO ?", (str(backup),))
    return backup.read_bytes()


def everywhere(hood: Neighbourhood) -> bytes:
    return at_rest(hood) + backed_up(hood)


async def sends_things(person: Person) -> None:
    """Things that are not words, all of which say more than anybody should keep."""
    person.phone.send_contact("+44 1494 000000")
    person.phone.send_location(51.628, -0.748)
    person.phone.send_photo(f"In front of our house, {HOME.lower()}")
    await person.settles()


@pytest.fixture
async def lived(hood: Neighbourhood) -> Person:
    """Joined, answered, moved house, and told the bot more than it asked for."""
    person = await hood.resident(NAME, "hP12-3Hp")
    await person.taps("Answer now")
    for label in ("3", "1", "Done", "4", "Skip"):
        await person.taps(label)
    await person.types(HOME)
    await person.types("we're still at hp123hp you know")
    await person.types("/ward")
    await person.taps("Change my ward")
    await person.types("hp5  3bd")
    await sends_things(person)
    return person


async def test_all_of_it_had_reached_the_bot(lived: Person) -> None:
    assert "Chess Valley" in await lived.types("/ward")


async def test_no_postcode_comes_to_rest_on_the_disk(hood: Neighbourhood, lived: Person) -> None:
    assert not shows_postcode(at_rest(hood))


async def test_no_postcode_goes_into_a_backup(hood: Neighbourhood, lived: Person) -> None:
    assert not shows_postcode(backed_up(hood))


async def test_no_account_name_comes_to_rest_or_goes_into_a_backup(
    hood: Neighbourhood, lived: Person
) -> None:
    assert not shows_name(everywhere(hood))


async def test_the_account_is_known_for_as_long_as_somebody_stays(
    hood: Neighbourhood, lived: Person
) -> None:
    assert shows_chat(backed_up(hood), lived.phone.user_id)


async def test_an_answer_is_kept_as_written_even_with_a_postcode_in_it(
    hood: Neighbourhood,
) -> None:
    person = await hood.resident(NAME, HOME)
    await person.taps("Answer now")
    for label in ("3", "1", "Done", "4"):
        await person.taps(label)
    words = "Mend the lamp at hp12  3hp, says Zephyrinella"
    await person.types(words)
    found = everywhere(hood)
    assert words.encode() in found
    assert (shows_postcode(found), shows_name(found)) == (True, True)


@pytest.fixture
async def forgotten(lived: Person) -> Person:
    await lived.types("/forget")
    await lived.taps("Now: take my answers back")
    return lived


async def test_an_hour_after_forget_nothing_on_the_disk_leads_to_the_account(
    hood: Neighbourhood, forgotten: Person
) -> None:
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1, minutes=1))
    assert not shows_chat(everywhere(hood), forgotten.phone.user_id)


async def test_after_forget_neither_postcode_nor_name_is_left(
    hood: Neighbourhood, forgotten: Person
) -> None:
    found = everywhere(hood)
    assert (shows_postcode(found), shows_name(found)) == (False, False)


def times_written_anew(hood: Neighbourhood) -> int:
    """SQLite counts them, among changes of the schema, of which a running bot makes none."""
    with closing(sqlite3.connect(database_of(hood))) as plain:
        [(count,)] = plain.execute("PRAGMA schema_version")
    return int(count)


async def test_the_night_after_forget_the_file_is_written_anew_once(
    hood: Neighbourhood, forgotten: Person
) -> None:
    before = times_written_anew(hood)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=48))
    assert times_written_anew(hood) == before + 1


async def test_the_night_after_forget_nothing_on_the_disk_leads_to_the_account(
    hood: Neighbourhood, forgotten: Person
) -> None:
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=24))
    assert not shows_chat(everywhere(hood), forgotten.phone.user_id)
