"""A deployment that dies at a point and starts again on the same files, in one process.

How the crash is made. ``Life.reached`` is handed to the service as its failpoint; at the chosen
point it notes the death and raises ``Died``, which is no ``Exception``: no handler of the service
swallows it, and it tears the task groups down. A crash "at once" notes the death and cancels the
service's task. What a cancelled service would still do (finish the batch, drain what waits) comes
to nothing: ``Mortal`` begins no transaction after the death, and one that is open is rolled back
where its COMMIT would have come.

Why this equals kill -9 for database and wire. A commit handed to SQLite before the death stands,
though nobody hears of it; after it there is none: all that differs from a kill is who rolls back,
SQLite's own recovery there, the driver here. No task that was cancelled calls Telegram again; its
sockets close, and a request already written is carried out or not, as the emulator happens to have
read it. What other tasks were woken for in the same turn of the loop may still reach the wire, as
in a process killed a moment later; their outcome is never settled. The list of the forgotten is
written with fsync before the commit it belongs to, so it is as long after a kill.

Not covered: a death while the service is built, or inside SQLite's own writing (tests/wardmote
kills real processes); a machine that loses what it has not flushed to disk.
"""

from __future__ import annotations

import asyncio
import random
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from company import ABBEY, BOOKER, CHESHAM, Neighbourhood, Person
from sqlalchemy.ext.asyncio import AsyncEngine

from content.library import Library
from content.schema.authored import local
from content.schema.council import Thresholds
from content.schema.sending import Hold, Sending
from content.words import Words
from emulator import Emulator, Phone, serve
from engagement.broadcasts.pace import Rates
from engagement.broadcasts.quiet_hours import last_morning
from engagement.consultations.late import SETTLES_AFTER
from engagement.staff.rights import Role
from storage.engine.database import Database, Transaction
from wardmote.demo.stage import TOKEN, USERNAME, staged
from wardmote.demo.story import first_consultation
from wardmote.service.clock import StoryClock, play
from wardmote.service.lifecycle import Service
from wardmote.service.wiring import ServiceConfig, built

THRESHOLDS = Thresholds(second_yes=4, smallest_cell=5)
RATES = Rates(whole_bot=4.0)
"""Few a second, so that a broadcast takes a while and things happen in its middle."""
TICK = timedelta(days=1)
"""A tick tidies the whole file, which takes longer than all the rest of a day."""
HOLDS = ((CHESHAM, 1, 3), (ABBEY, 6, 16), (BOOKER, 30, 40))
"""Wards, and the first and last day of a hold there, from the first morning."""
MOST_STARTS = 30
WORDS = Words()
"""Read once: they are files, and the same after every start."""

AT_HOME = {BOOKER: "HP12 3HP", ABBEY: "Abbey", CHESHAM: "Chesham"}
NAMES = ("Amina", "Bartek", "Chipo", "Dev", "Ewa", "Farah", "Gil", "Hana")
LIVE = (BOOKER, BOOKER, BOOKER, BOOKER, BOOKER, ABBEY, ABBEY, CHESHAM)
HEARS_THREE = NAMES[:2]
"""Who has chosen up to three messages a week before the first morning: every town sees one come."""


@dataclass(frozen=True, slots=True)
class TownTicks:
    """A tick a day, and one at each of ``moments``: by then it is stored that the bot received
    until just before. Elsewhere a tick of every minute sees to that."""

    clock: StoryClock
    moments: tuple[datetime, ...]

    async def wait(self) -> None:
        """Return at the next moment, or after a day."""
        now = self.clock.now()
        coming = (moment - now for moment in self.moments if moment > now)
        await self.clock.sleep(min([TICK, *coming]).total_seconds())


class Died(BaseException):
    """The process is gone at this very point."""


class Life:
    """One run of the process: alive until ``reached`` says otherwise."""

    def __init__(self) -> None:
        self.dead = False
        self.died_at = ""
        self._point, self._left = "", 0

    def arm(self, point: str, times: int) -> None:
        """Die when ``point`` is passed for the so-manyth time from now."""
        self._point, self._left = point, times

    def reached(self, here: str) -> None:
        self.check()
        if here == self._point:
            self._left -= 1
            if self._left == 0:
                self.end(here)
                raise Died(here)

    def end(self, where: str) -> None:
        self.dead, self.died_at = True, where

    def check(self) -> None:
        if self.dead:
            raise Died(self.died_at)


class Mortal(Database):
    """A database that takes nothing from a dead process."""

    def __init__(self, url: str, life: Life, **more: float) -> None:
        super().__init__(url, **more)
        self._life = life

    @asynccontextmanager
    async def writing(self, engine: AsyncEngine) -> AsyncIterator[Transaction]:
        self._life.check()
        async with super().writing(engine) as tx:
            yield tx
            self._life.check()


@dataclass(frozen=True)
class Template:
    """A folder with everybody already there, and who they are by user id."""

    folder: Path
    library: Library
    start: datetime
    residents: dict[int, tuple[str, str]] = field(default_factory=dict)  # name, ward
    staff: tuple[int, ...] = ()  # the author, the second board member, the officer, a second one


async def template(library: Library, folder: Path) -> Template:
    """Eight residents, two board members and two officers, on the first morning."""
    start = first_consultation(library).opens_at + timedelta(hours=1)
    today = local(start, library.council.timezone).date()
    holds = [
        Hold(
            first_day=today + timedelta(days=first),
            last_day=today + timedelta(days=last),
            wards=(ward,),
            reason="-",
            source="-",
        )
        for ward, first, last in HOLDS
    ]
    update = {"thresholds": THRESHOLDS, "holds": (*holds,), "sending": Sending()}
    strict = replace(library, council=library.council.model_copy(update=update))
    async with staged(strict, start=start, folder=folder, seed=5) as stage:
        hood = Neighbourhood(stage)
        residents = {}
        for name, ward in zip(NAMES, LIVE, strict=True):
            person = await hood.resident(name, AT_HOME[ward])
            residents[person.phone.user_id] = (name, ward)
            if name in HEARS_THREE:
                person.phone.forge("nw:2")
                await person.settles()
        author = await hood.board_member(BOOKER, ABBEY, CHESHAM, label="First")
        second = await hood.board_member(BOOKER, ABBEY, CHESHAM, label="Second")
        officer: Person = await hood.staff(Role.OFFICER, label="Officer")
        other = await hood.staff(Role.OFFICER, label="Other officer")
        staff = tuple(person.phone.user_id for person in (author, second, officer, other))
        later = stage.clock.now()
    return Template(folder, strict, later, residents, staff)


class Town:
    """Telegram, the files and, between its deaths, the bot."""

    def __init__(self, made: Template, folder: Path) -> None:
        shutil.copytree(made.folder, folder, dirs_exist_ok=True)
        self.folder = folder
        self.library = made.library
        self.clock = StoryClock(made.start)
        self.emulator = Emulator(TOKEN, USERNAME, clock=self.clock, path=folder / "telegram.db")
        self.life = Life()
        self.service: Service | None = None
        self.deaths: list[str] = []
        self.at_the_gate: set[str] = set()
        """What has happened here at the gate."""
        self._chance = random.Random(9)
        self._running: asyncio.Task[None] | None = None
        self._serving: asyncio.Task[None] | None = None
        self._stack = AsyncExitStack()
        self._url = ""

    @property
    def database(self) -> Path:
        return self.folder / "wardmote.db"

    @property
    def is_up(self) -> bool:
        return self._running is not None and not self.life.dead

    def phone(self, user_id: int) -> Phone:
        return self.emulator.phones[user_id]

    async def open(self) -> None:
        """Telegram answers from here on."""
        self._url = (await self._stack.enter_async_context(serve(self.emulator))).url

    async def start(self) -> None:
        """The process starts, and finds the files as they are."""
        self.life = Life()
        ready: asyncio.Future[Service] = asyncio.get_running_loop().create_future()
        self._running = asyncio.get_running_loop().create_task(self._live(self.life, ready))
        await asyncio.wait({ready, self._running}, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            self._running.result()
        self.service = await ready

    async def _live(self, life: Life, ready: asyncio.Future[Service]) -> None:
        config = ServiceConfig(
            library=self.library,
            database=f"sqlite+aiosqlite:///{self.database}",
            token=TOKEN,
            bot_api=self._url,
            clock=self.clock,
            rates=RATES,
            draw=lambda: self._chance.getrandbits(63),
            probe_seconds=0,
            reached=life.reached,
            opened=lambda url, **more: Mortal(url, life, **more),
            words=WORDS,
            story=True,
        )
        async with built(config) as service:
            closed = (c.closes_at + SETTLES_AFTER for c in self.library.consultations.values())
            ticks = TownTicks(self.clock, tuple(closed))
            self._serving = asyncio.get_running_loop().create_task(service.serve(ticks))
            ready.set_result(service)
            await asyncio.wait({self._serving})
            if not life.dead:
                self._serving.result()  # it ended of itself: that is never right

    async def die(self, turns: int = 0) -> None:
        """kill -9, after so many turns of the event loop."""
        for _ in range(turns):
            await asyncio.sleep(0)
        if not self.life.dead:
            self.life.end("at once")
        await self._bury()

    async def _bury(self) -> None:
        """Wait until nothing of the dead process is left in this one."""
        serving, running = self._serving, self._running
        assert serving is not None
        assert running is not None
        while not serving.done():
            # What it awaits to end in good order never comes: it is told again.
            serving.cancel()
            await asyncio.wait({serving}, timeout=0.05)
        if not serving.cancelled():
            serving.exception()
        await running
        self._running = self._serving = self.service = None
        self.deaths.append(self.life.died_at)

    def _quiet(self) -> bool:
        if self.service is None or self.life.dead:
            return True
        if self._running is not None and self._running.done():
            self._running.result()
        return self.service.quiet and self.emulator.idle

    def _idle(self) -> bool:
        if self.service is None or self.life.dead:
            return True
        return self.service.idle and self.emulator.idle

    async def settle(self) -> None:
        """Play until nothing is left to do; whoever dies on the way is started again."""
        await self._on(None)

    async def until(self, moment: datetime) -> None:
        """Play on to ``moment``, through deaths. If a night has passed, what waited for the morning
        goes on: elsewhere a tick of every minute sees to that."""
        zone = self.library.council.timezone
        nights = last_morning(local(moment, zone)) > local(self.clock.now(), zone)
        await self._on(moment)
        if nights and self.service is not None and not self.life.dead:
            self.service.bot.broadcasts_changed()

    async def _on(self, moment: datetime | None) -> None:
        for _ in range(MOST_STARTS):
            until = self._idle if moment is None else lambda: self.life.dead
            await play(self.clock, self._quiet, until, latest=moment)
            if not self.life.dead:
                return
            await self._bury()
            await self.start()
        raise AssertionError(f"died {MOST_STARTS} times over one thing")

    async def close(self) -> None:
        if self._running is not None:
            await self.die()
        await self._stack.aclose()
        self.emulator.close()


COUNTED: Counter[str] = Counter()
"""How often each rule ran and each point of death was met, over all examples."""
