"""By webhook too, silence is an outage only when Telegram is not there."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from posting import Posting, posting_house, words_of

from bot.receiving.connection import Connection
from content.library import Library

STEP = 30.0


class Hands:
    """The machine's own count of seconds, moved by hand."""

    def __init__(self) -> None:
        self.boot = 1000.0

    def read(self) -> float:
        return self.boot


class Quiet:
    """A service that is posted to, whose line counts by hand."""

    def __init__(self, here: Posting) -> None:
        self.here, self.hands = here, Hands()
        receiver = here.service.bot.receiver
        self.line = Connection(here.service.world, self.hands.read, self.hands.read)
        self.line.began(None)
        self.line.heard()
        receiver.connection = self.line

    async def looks(self) -> None:
        """Two more looks have come to their end."""
        already = len(self.here.telegram.asked("getWebhookInfo"))
        await self.here.until(
            lambda: len(self.here.telegram.asked("getWebhookInfo")) >= already + 2
        )

    async def passes(self, seconds: float) -> None:
        for _ in range(int(seconds / STEP)):
            self.hands.boot += STEP
            await self.looks()

    async def somebody_starts(self) -> None:
        await self.here.post(words_of(7, "/start", 1))
        await self.here.until(lambda: self.here.telegram.said("Hello."))
        await self.here.until(lambda: self.here.service.idle)

    def outages(self) -> int:
        """How many are in the list of alarms. Whoever was answering is asked in the same act."""
        with closing(sqlite3.connect(self.here.database)) as db:
            found = db.execute("SELECT count(*) FROM alarms WHERE kind = 'cut-off'")
            return int(found.fetchone()[0])


@pytest.fixture
async def quiet(buckinghamshire: Library, tmp_path: Path, migrated: Path) -> AsyncIterator[Quiet]:
    async with posting_house(buckinghamshire, tmp_path, migrated, looks_every=0.02) as here:
        yield Quiet(here)


async def test_minutes_without_a_post_are_no_outage(quiet: Quiet) -> None:
    await quiet.passes(210)
    assert not quiet.line.is_silent
    await quiet.somebody_starts()
    assert quiet.outages() == 0


async def test_a_telegram_that_was_away_is_an_outage_by_webhook_too(quiet: Quiet) -> None:
    quiet.here.telegram.is_away = True
    await quiet.passes(210)
    assert quiet.line.is_silent
    quiet.here.telegram.is_away = False
    await quiet.here.until(lambda: quiet.outages() == 1)
    await quiet.somebody_starts()
    assert quiet.outages() == 1


async def test_a_telegram_that_cannot_reach_us_is_an_outage_though_we_reach_it(
    quiet: Quiet,
) -> None:
    quiet.here.telegram.error = "Connection timed out"
    await quiet.passes(210)
    assert quiet.line.is_silent
    quiet.here.telegram.error = ""
    await quiet.here.until(lambda: quiet.outages() == 1)


async def test_another_address_is_not_ours_to_hear_by(quiet: Quiet) -> None:
    quiet.here.telegram.posts_to = "https://elsewhere.example/bot"
    await quiet.passes(210)
    assert quiet.line.is_silent


async def test_everything_has_come_once_telegram_has_nothing_left_to_post(quiet: Quiet) -> None:
    """Until then no results are counted."""
    received_up_to = quiet.here.service.world.received_up_to
    await quiet.looks()
    assert received_up_to() is None
    quiet.here.telegram.pending = 0
    await quiet.looks()
    assert received_up_to() is not None
    quiet.here.telegram.pending = 1
    await quiet.looks()
    assert received_up_to() is None
