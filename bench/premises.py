"""The real bot over real HTTP against the emulator, in real time, with people who can be timed."""

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
from wardmote.service.lifecycle import ClockTicks, House
from wardmote.service.wiring import Plan, built

TOKEN = "100200300:made-up-for-the-emulator"  # noqa: S105
UNPACED = Rates(whole_bot=10_000.0, one_chat=1_000.0, one_chat_burst=1_000)
"""Telegram's limits would make people wait; what is measured is the bot."""
LONGEST_WAIT = 60.0


class WrongReply(Exception):
    """The bot said something else: what was measured is not what was meant."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a phone, whose waiting is measured in seconds."""

    phone: Phone

    async def types(self, text: str, words: str = "") -> float:
        """Type; how long until a reply shows, with ``words`` in it. Raises WrongReply."""
        return await self._reply(lambda: self.phone.type(text), words)

    async def taps(self, label: str, words: str = "") -> float:
        """Tap a button; how long until the chat shows what it led to. Raises WrongReply."""
        return await self._reply(lambda: self.phone.tap(label), words)

    async def sees_photo(self) -> None:
        """Return when the bot's newest message is a picture."""
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
    """What of the newest message differs whenever it, or its text, is another."""
    return (message.message_id, message.revision) if message else None


@dataclass
class Premises:
    """One council's bot, serving, and its people: ``quiet`` ones read old news only."""

    seeding: Seeding
    house: House
    emulator: Emulator
    residents: list[Visitor]
    quiet: list[Visitor]
    officer: Visitor

    async def calm(self) -> None:
        """Wait until the bot has nothing left to do."""
        while not (self.house.idle and self.emulator.idle):  # noqa: ASYNC110 (nobody rings)
            await asyncio.sleep(0.002)


@asynccontextmanager
async def serving(seeding: Seeding, file: Path) -> AsyncIterator[Premises]:
    """Fill a database, a new ``file``, and serve it until the block ends."""
    url = f"sqlite+aiosqlite:///{file}"
    database = Database(url)
    await seeding.fill(database)
    await database.close()
    clock = StoryClock(seeding.now)
    clock.flow()
    emulator = Emulator(TOKEN, clock=clock)
    async with (
        serve(emulator) as site,
        built(_plan(seeding, site, url, clock)) as house,
        asyncio.TaskGroup() as group,
    ):
        life = group.create_task(house.serve(ClockTicks(clock)))
        yield await _peopled(seeding, house, emulator)
        life.cancel()


def _plan(seeding: Seeding, site: Site, url: str, clock: StoryClock) -> Plan:
    return Plan(
        library=seeding.library,
        database=url,
        token=TOKEN,
        bot_api=site.url,
        clock=clock,
        rates=UNPACED,
        probe_seconds=0,
    )


async def _peopled(seeding: Seeding, house: House, emulator: Emulator) -> Premises:
    payload = await house.batcher.run(
        lambda tx: invite.create(tx, house.world, role=Role.OFFICER, label="Officer", wards=())
    )
    everybody = [
        Visitor(emulator.phone(f"Resident {place}", user_id=FIRST_PHONE + place))
        for place in range(seeding.size.phones)
    ]
    officer = Visitor(emulator.phone("Officer"))
    premises = Premises(
        seeding=seeding,
        house=house,
        emulator=emulator,
        residents=everybody[: -seeding.size.quiet],
        quiet=everybody[-seeding.size.quiet :],
        officer=officer,
    )
    await officer.types(f"/start {payload}", "/send")
    await premises.calm()
    return premises
