"""People who are there already: residents and staff put into a database through the acts."""

from __future__ import annotations

import secrets
from pathlib import Path

from content import library
from emulator import Emulator, Phone
from engagement.staff.rights import Role
from storage.engine.database import Database
from usecases import world as worlds
from usecases.people import join
from usecases.people.identify import recognise
from usecases.staff import invite
from usecases.world import Transaction, World
from wardmote.service import logs
from wardmote.service.clock import WallClock


class Prepared:
    """One database and one emulator, and who has already joined in both: one transaction each."""

    def __init__(self, content: Path, url: str, emulator: Emulator) -> None:
        # As every process of ours does before it opens a database: its driver tells all it binds.
        logs.hush()
        self._library = library.load(content)
        self._url = url
        self._emulator = emulator

    async def residents(self, count: int, ward: str, name: str) -> list[Phone]:
        """So many residents of a ward, who have read nothing yet but the hello."""
        phones = [self._phone(f"{name} {n}") for n in range(count)]
        database = Database(self._url)
        try:
            async with database.write() as tx:
                world = await self._world(tx)
                for phone in phones:
                    await _joins(tx, world, phone.user_id, ward)
        finally:
            await database.close()
        return phones

    async def staff(self, role: Role, wards: tuple[str, ...], label: str) -> Phone:
        """Somebody of the staff who has taken up an invite."""
        phone = self._phone(label)
        database = Database(self._url)
        try:
            async with database.write() as tx:
                world = await self._world(tx)
                payload = await invite.create(tx, world, role=role, label=label, wards=wards)
                await join.start(tx, world, await recognise(tx, world, phone.user_id), payload)
        finally:
            await database.close()
        return phone

    def _phone(self, name: str) -> Phone:
        phone = self._emulator.phone(name)
        # Before somebody has written to a bot it may not write to them.
        phone.user.started = True
        self._emulator.keep_user(phone.user)
        return phone

    async def _world(self, tx: Transaction) -> World:
        clock = WallClock()
        bare = World(self._library, clock.now, clock.sleep, lambda: secrets.randbits(63))
        bare.renew(self._library, await worlds.load(tx, self._library, clock.now()))
        return bare


async def _joins(tx: Transaction, world: World, chat: int, ward: str) -> None:
    await join.start(tx, world, await recognise(tx, world, chat), "")
    await join.agree(tx, await recognise(tx, world, chat))
    await join.say_age(tx, world, await recognise(tx, world, chat), old_enough=True)
    await join.settle_in(tx, world, await recognise(tx, world, chat), ward)
