"""Commits that are tried again: one that always fails takes nobody with it."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from posting import posting_house, words_of

from content.library import Library
from usecases.world import Transaction

STRANGERS = 100


async def everybody_starts(here, first: int = 1000) -> None:
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        for number in range(first, first + STRANGERS):
            group.create_task(here.post(words_of(number, "/start", number)))
    await here.until(lambda: here.telegram.said("Hello.") == STRANGERS)


async def test_an_act_that_meets_trouble_every_time_keeps_nobody_else_waiting(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    tries = 0

    async def always_full(_: Transaction) -> None:
        nonlocal tries
        tries += 1
        full = sqlite3.OperationalError("made up")
        full.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise full

    async with (
        posting_house(buckinghamshire, tmp_path, migrated) as here,
        asyncio.TaskGroup() as group,
    ):
        poison = group.create_task(here.service.bot.retried_commit(always_full))
        await everybody_starts(here)
        poison.cancel()
    # Each try is twice at most, in a batch and alone; the waits between them are kept.
    assert tries < 20


async def test_a_file_an_act_cannot_write_is_raised_and_not_tried_again(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> None:
    tries = 0

    async def may_not(_: Transaction) -> None:
        nonlocal tries
        tries += 1
        raise PermissionError("made up")

    async with posting_house(buckinghamshire, tmp_path, migrated) as here:
        with pytest.raises(PermissionError):
            async with asyncio.timeout(5):
                await here.service.bot.retried_commit(may_not)
        assert tries == 1
        assert not here.service.bot.retried_commit.is_retrying


async def test_a_forget_whose_list_cannot_be_written_is_set_aside_whole_and_says_so(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "Chesham")
    kept = Path(hood.stage.service.database.url.database or "").with_name("wardmote.db.forgotten")
    kept.unlink(missing_ok=True)
    # Not even an administrator can write to a folder as to a file.
    kept.mkdir()
    await amina.types("/forget")
    amina.phone.tap("Yes, forget me")
    ben.phone.type("/ward")
    await amina.settles()
    assert "Something went wrong on our side" in amina.sees
    assert "Chesham" in ben.sees
    assert "Booker" in await amina.types("/ward")
    kept.rmdir()
    await amina.types("/forget")
    assert "We've forgotten this chat" in await amina.taps("Yes, forget me")
    assert kept.read_text().strip().isdecimal()
