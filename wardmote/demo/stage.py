"""A stage: bot and emulator in one process on a clock that can be moved, for tour and demo."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.receiving.receiver import PATIENCE_SECONDS
from content.library import Library
from content.words import Words
from emulator import Emulator, Phone, Site, serve
from engagement.broadcasts.pace import Rates
from engagement.staff.rights import Role
from storage import migrations
from storage.engine.database import BUSY_SECONDS, Database
from usecases.people import join
from usecases.staff import invite
from wardmote.service.clock import StoryClock, play
from wardmote.service.lifecycle import Clock, ClockTicks, House
from wardmote.service.wiring import Plan, built

TOKEN = "100200300:made-up-for-the-emulator"  # noqa: S105
USERNAME = "WardmoteDemoBot"


@dataclass
class Stage:
    """Everything a story needs. ``play`` moves the clock; nothing else does."""

    library: Library
    words: Words
    clock: StoryClock
    emulator: Emulator
    site: Site
    house: House

    @property
    def quiet(self) -> bool:
        """Whether everybody is asleep or waiting."""
        return self.house.quiet and self.emulator.quiet

    async def settle(self) -> None:
        """Play until the bot has nothing left to do."""
        await play(self.clock, lambda: self.quiet, lambda: self.house.idle and self.emulator.idle)

    async def until(self, moment: datetime) -> None:
        """Play on to ``moment``."""
        await play(self.clock, lambda: self.quiet, lambda: False, latest=moment)

    async def invite(self, role: Role, label: str, wards: tuple[str, ...] = ()) -> str:
        """The start payload of a new staff invite."""
        return await self.house.batcher.run(
            lambda tx: invite.create(tx, self.house.world, role=role, label=label, wards=wards)
        )

    async def poster(self, ward: str, source: str) -> str:
        """The start payload of a poster."""
        return await self.house.batcher.run(lambda tx: join.poster_payload(tx, ward, source))


@dataclass
class Hand:
    """Somebody on stage who acts by the script: one thing at a time, then waits to see."""

    stage: Stage
    phone: Phone

    async def start(self, payload: str | None = None) -> str:
        """Open the chat; what the bot says."""
        self.phone.start(payload)
        return await self._sees()

    async def types(self, text: str) -> str:
        """Type; what the bot says."""
        self.phone.type(text)
        return await self._sees()

    async def taps(self, label: str) -> str:
        """Tap the button whose label begins so; what the bot says."""
        self.phone.tap(label)
        return await self._sees()

    async def _sees(self) -> str:
        await self.stage.settle()
        last = self.phone.last
        return last.text if last else ""


async def _migrated(url: str) -> None:
    database = Database(url)
    try:
        await migrations.check(database)
    except migrations.SchemaMismatch:
        await migrations.upgrade(database)
    await database.close()


@asynccontextmanager
async def staged(
    library: Library,
    *,
    start: datetime,
    folder: Path,
    seed: int,
    port: int = 0,
    rates: Rates | None = None,
    tick_seconds: float = 3600.0,
    database_url: str | None = None,
    busy_seconds: float = BUSY_SECONDS,
    patience_seconds: float = PATIENCE_SECONDS,
    wall: Callable[[StoryClock], Clock] = lambda clock: clock,
) -> AsyncIterator[Stage]:
    """A stage in ``folder``, serving until the block ends. Its database is a file there, unless
    ``database_url`` says another. ``wall`` makes the clock the bot reads the time from, where that
    is not the story's own: one that somebody sets. Raises OSError for a taken port."""
    clock = StoryClock(start)
    url = database_url or f"sqlite+aiosqlite:///{folder / 'wardmote.db'}"
    await _migrated(url)
    emulator = Emulator(TOKEN, USERNAME, clock=clock, path=folder / "telegram.db")
    chance = random.Random(seed)  # noqa: S311 (a story that can be told twice, not a secret)
    try:
        async with serve(emulator, port=port) as site:
            plan = Plan(
                library=library,
                database=url,
                token=TOKEN,
                bot_api=site.url,
                clock=wall(clock),
                rates=rates or Rates(),
                draw=lambda: chance.getrandbits(63),
                forgotten=folder / "wardmote.db.forgotten",
                probe_seconds=0,
                steady=clock.steady,
                machine=False,
                busy_seconds=busy_seconds,
                patience_seconds=patience_seconds,
            )
            async with built(plan) as house, asyncio.TaskGroup() as group:
                serving = group.create_task(house.serve(ClockTicks(clock, tick_seconds)))
                stage = Stage(library, house.words, clock, emulator, site, house)
                await stage.settle()
                yield stage
                serving.cancel()
    finally:
        emulator.close()
