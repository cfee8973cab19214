"""Residents and staff who have already joined, added to a database through the use cases."""

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
from usecases.staff import accept_invite, invite
from usecases.world import Transaction, World
from wardmote.service import logs
from wardmote.service.clock import WallClock


class Prepared:
    """Adds people to one database and one emulator, in one transaction per call."""

    def __init__(self, content: Path, url: str, emulator: Emulator) -> None:
        # As every process of ours does before it opens a database: its driver logs all values.
        logs.quieten_libraries()
        self._library = library.load(content)
        self._url = url
        self._emulator = emulator

    async def residents(self, count: int, ward: str, name: str) -> list[Phone]:
        """``count`` residents of a ward who have joined and seen nothing else yet."""
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
        """A member of staff who has accepted an invite."""
        phone = self._phone(label)
        database = Database(self._url)
        try:
            async with database.write() as tx:
                world = await self._world(tx)
                payload = await invite.create(tx, world, role=role, label=label, wards=wards)
                person = await recognise(tx, world, phone.user_id)
                await accept_invite.accept(tx, world, person, payload)
        finally:
            await database.close()
        return phone

    def _phone(self, name: str) -> Phone:
        phone = self._emulator.phone(name)
        # A bot may not write to people who have never written to it.
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
    await join.agree(tx, world, await recognise(tx, world, chat))
    await join.say_age(tx, world, await recognise(tx, world, chat), old_enough=True)
    await join.complete(tx, world, await recognise(tx, world, chat), ward)
