"""A stage: the service and the emulator in one process, on a clock that the story moves."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.receiving.receiver import PATIENCE_SECONDS
from content.library import Library
from content.words import Words
from emulator import Emulator, Phone, Site, serve
from engagement.broadcasts.lifecycle import BroadcastState, Tally
from engagement.broadcasts.pace import Rates
from engagement.staff.rights import Role
from reports import fonts
from storage import migrations
from storage.broadcasts import deliveries, records
from storage.engine.database import BUSY_SECONDS, Database
from storage.people import boundaries
from usecases.people import poster_links
from usecases.staff import invite
from usecases.world import Transaction
from wardmote.service.clock import StoryClock, play
from wardmote.service.lifecycle import Clock, ClockTicks, Service
from wardmote.service.wiring import ServiceConfig, built

TOKEN = "100200300:made-up-for-the-emulator"  # noqa: S105
USERNAME = "WardmoteDemoBot"


@dataclass(repr=False)
class Stage:
    """A running service, its emulator and their clock. Only ``settle`` and ``until`` move it."""

    library: Library
    words: Words
    clock: StoryClock
    emulator: Emulator
    site: Site
    service: Service

    @property
    def quiet(self) -> bool:
        """Whether everything here is asleep or waiting."""
        return self.service.quiet and self.emulator.quiet

    async def settle(self) -> None:
        """Move the clock on until neither the bot nor the emulator has anything left to do."""
        await play(self.clock, lambda: self.quiet, lambda: self.service.idle and self.emulator.idle)

    async def until(self, moment: datetime) -> None:
        """Move the clock on to ``moment``, with everything that falls due before it."""
        await play(self.clock, lambda: self.quiet, lambda: False, latest=moment)

    async def invite(self, role: Role, label: str, wards: tuple[str, ...] = ()) -> str:
        """The start payload of a new staff invite."""
        return await self.service.batcher.run(
            lambda tx: invite.create(tx, self.service.world, role=role, label=label, wards=wards)
        )

    async def last_tally(self) -> Tally:
        """The ledger's exact sum of the newest broadcast."""

        async def read(tx: Transaction) -> Tally:
            newest = (await records.in_state(tx, *BroadcastState))[-1]
            return await deliveries.tally(tx, newest.id)

        return await self.service.batcher.run(read)

    async def poster(self, ward: str, source: str) -> str:
        """The start payload of a poster."""
        return await self.service.batcher.run(
            lambda tx: poster_links.poster_payload(tx, ward, source)
        )


@dataclass
class ScriptedUser:
    """A phone used by a script: one action at a time, then waiting for the bot to finish."""

    stage: Stage
    phone: Phone

    async def start(self, payload: str | None = None) -> str:
        """Open the chat. Returns the bot's last message."""
        self.phone.start(payload)
        return await self._last_message()

    async def types(self, text: str) -> str:
        """Type ``text``. Returns the bot's last message."""
        self.phone.type(text)
        return await self._last_message()

    async def taps(self, label: str) -> str:
        """Tap the button whose label begins with ``label``. Returns the bot's last message."""
        self.phone.tap(label)
        return await self._last_message()

    async def _last_message(self) -> str:
        await self.stage.settle()
        last = self.phone.last
        return last.text if last else ""


async def tap_the_first(user: ScriptedUser) -> str:
    """Tap the first of a list where there is a choice. Returns what the bot then says."""
    shown = user.phone.last
    asked = shown is not None and any(b.text.startswith("1 ") for r in shown.buttons for b in r)
    return await user.taps("1 ") if asked else ""


async def _migrated(url: str, outlined: Library | None) -> None:
    """Make the tables, and store the outlines of this council's map as the wards' boundaries."""
    database = Database(url)
    try:
        await migrations.check(database)
    except migrations.SchemaMismatch:
        await migrations.upgrade(database)
    if outlined is not None and outlined.outlines is not None:
        shapes = outlined.outlines.shapes
        async with database.write() as tx:
            await boundaries.keep(tx, outlined.council.vintage, shapes)
    await database.close()


@asynccontextmanager
async def _serving(service: Service, ticks: ClockTicks) -> AsyncIterator[None]:
    """The service's loops, running until the block ends."""
    async with asyncio.TaskGroup() as group:
        task = group.create_task(service.serve(ticks))
        yield
        task.cancel()


def _drawing(seed: int) -> Callable[[], int]:
    chance = random.Random(seed)  # noqa: S311 (a repeatable story, not a secret)
    return lambda: chance.getrandbits(63)


def _emulator(clock: StoryClock, folder: Path) -> Emulator:
    made = Emulator(TOKEN, USERNAME, clock=clock, path=folder / "telegram.db")
    made.fonts = fonts.FOLDER
    return made


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
    story: bool = True,
    staff_approve: bool = False,
) -> AsyncIterator[Stage]:
    """A stage in ``folder``, serving until the block ends. ``database_url``: not the file there.
    ``wall`` makes the bot's clock from the story's. Nothing opens unapproved without ``story``, nor
    if its ``staff_approve``, when the map's outlines are the boundaries. Raises OSError."""
    clock = StoryClock(start)
    url = database_url or f"sqlite+aiosqlite:///{folder / 'wardmote.db'}"
    await _migrated(url, library if staff_approve else None)
    with closing(_emulator(clock, folder)) as emulator:
        async with serve(emulator, port=port) as site:
            config = ServiceConfig(
                library=library,
                database=url,
                token=TOKEN,
                bot_api=site.url,
                clock=wall(clock),
                rates=rates or Rates(),
                draw=_drawing(seed),
                forgotten=folder / "wardmote.db.forgotten",
                probe_seconds=0,
                steady=clock.steady,
                machine=False,
                busy_seconds=busy_seconds,
                patience_seconds=patience_seconds,
                story=story,
                staff_approve=staff_approve,
            )
            async with built(config) as service, _serving(service, ClockTicks(clock, tick_seconds)):
                stage = Stage(library, service.words, clock, emulator, site, service)
                await stage.settle()
                yield stage
