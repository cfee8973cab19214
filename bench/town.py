"""The real bot over HTTP against the emulator, in real time, with people whose waits are timed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.seeding import FIRST_PHONE, Seeding
from emulator import Emulator, Message, Phone, Site, serve
from engagement.broadcasts.pace import Rates
from engagement.staff.rights import Role
from storage.engine.database import Database
from usecases.staff import invite
from wardmote.service.clock import StoryClock
from wardmote.service.lifecycle import ClockTicks, Service
from wardmote.service.wiring import ServiceConfig, built

TOKEN = "100200300:made-up-for-the-emulator"  # noqa: S105
UNPACED = Rates(whole_bot=10_000.0, one_chat=1_000.0, one_chat_burst=1_000)
"""No limits, because Telegram's would make people wait and only the bot is to be measured."""
LONGEST_WAIT = 60.0


class WrongReply(Exception):
    """The bot replied with something unexpected, so the measurement is not what was intended."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a phone; the methods return how long they waited, in seconds."""

    phone: Phone

    async def types(self, text: str, words: str = "") -> float:
        """Type; return the seconds until a reply shows. Raises WrongReply without ``words``."""
        return await self._reply(lambda: self.phone.type(text), words)

    async def taps(self, label: str, words: str = "") -> float:
        """Tap a button; return the seconds until a reply shows. Raises WrongReply as above."""
        return await self._reply(lambda: self.phone.tap(label), words)

    async def sees_photo(self) -> None:
        """Wait until the bot's newest message is a picture."""
        await self._until(lambda last: last is not None and last.photo is not None)

    async def _reply(self, act: Callable[[], object], words: str) -> float:
        before = _face(self.phone.last)
        began = time.perf_counter()
        act()
        await self._until(lambda last: _face(last) != before)
        took = time.perf_counter() - began
        said = self.phone.last.text if self.phone.last else ""
        if words not in said:
            raise WrongReply(f"{words!r} is not in {said!r}")
        return took

    async def _until(self, seen: Callable[[Message | None], bool]) -> None:
        async with asyncio.timeout(LONGEST_WAIT):
            while not seen(self.phone.last):
                await self.phone.chat.bot_acted.wait()


def _face(message: Message | None) -> tuple[int, int] | None:
    """A key that changes whenever there is a newer message or its text is edited."""
    return (message.message_id, message.revision) if message else None


@dataclass
class Town:
    """One council's running bot and its people; ``quiet`` ones have only old news to read."""

    seeding: Seeding
    service: Service
    emulator: Emulator
    residents: list[Visitor]
    quiet: list[Visitor]
    officer: Visitor
    second: Visitor  # approves files

    async def calm(self) -> None:
        """Wait until the bot has nothing left to do."""
        while not (self.service.idle and self.emulator.idle):  # noqa: ASYNC110 (there is no event)
            await asyncio.sleep(0.002)


@asynccontextmanager
async def serving(seeding: Seeding, file: Path) -> AsyncIterator[Town]:
    """Fill a new database ``file``, and run the bot on it until the block ends."""
    url = f"sqlite+aiosqlite:///{file}"
    database = Database(url)
    await seeding.fill(database)
    await database.close()
    clock = StoryClock(seeding.now)
    clock.flow()
    emulator = Emulator(TOKEN, clock=clock)
    async with (
        serve(emulator) as site,
        built(_plan(seeding, site, url, clock)) as service,
        asyncio.TaskGroup() as group,
    ):
        life = group.create_task(service.serve(ClockTicks(clock)))
        yield await _peopled(seeding, service, emulator)
        life.cancel()


def _plan(seeding: Seeding, site: Site, url: str, clock: StoryClock) -> ServiceConfig:
    return ServiceConfig(
        library=seeding.library,
        database=url,
        token=TOKEN,
        bot_api=site.url,
        clock=clock,
        rates=UNPACED,
        probe_seconds=0,
    )


async def _peopled(seeding: Seeding, service: Service, emulator: Emulator) -> Town:
    everybody = [
        Visitor(emulator.phone(f"Resident {place}", user_id=FIRST_PHONE + place))
        for place in range(seeding.size.phones)
    ]
    officer, second = Visitor(emulator.phone("Officer")), Visitor(emulator.phone("Second"))
    town = Town(
        seeding=seeding,
        service=service,
        emulator=emulator,
        residents=everybody[: -seeding.size.quiet],
        quiet=everybody[-seeding.size.quiet :],
        officer=officer,
        second=second,
    )
    for one in (officer, second):
        payload = await service.batcher.run(
            lambda tx: invite.create(
                tx, service.world, role=Role.OFFICER, label="Officer", wards=()
            )
        )
        await one.types(f"/start {payload}", "/send")
    await town.calm()
    return town
