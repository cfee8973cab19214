"""A council's bot on the lean server: everybody has joined and begun to answer."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert

from bench.lean_site import LeanSite
from bench.premises import TOKEN
from bench.seeding import FIRST_PHONE, Seeding, Size
from content.library import council_directory, load
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.broadcasts.pace import Rates
from engagement.consultations.receipt import base36
from storage.broadcasts import deliveries, records
from storage.broadcasts.records import Broadcast
from storage.conversation.shown import shown
from storage.engine.database import Database, Transaction
from usecases.consultations import answer
from usecases.people import identify
from usecases.world import World
from wardmote.service import memory
from wardmote.service.clock import StoryClock
from wardmote.service.lifecycle import ClockTicks, House
from wardmote.service.wiring import Plan, built

UNPACED = Rates(whole_bot=100_000.0, one_chat=10_000.0, one_chat_burst=10_000)
TELEGRAMS = Rates()
ASKED = "keeping-in-touch"
MESSAGE_ID = 77
"""The message every resident sees their question in, as the lean server numbers them all."""
THE_BROADCAST = 999_999


@dataclass(frozen=True, slots=True)
class OnLean:
    """A bot that serves, and what its residents' buttons carry."""

    house: House
    site: LeanSite
    residents: int
    tap: str

    async def send_to_all(self) -> None:
        """Let a broadcast to everybody begin."""
        await self.house.batcher.run(self._approved)
        self.house.bot.stir()

    async def sent(self) -> int:
        """How many rows of the ledger say that their message arrived."""
        async with self.house.database.read() as tx:
            tally = await deliveries.tally(tx, THE_BROADCAST)
        return tally.sent if tally.audience == self.residents else -1

    async def answered(self) -> int:
        """How many residents have an answer stored."""
        async with self.house.database.read() as tx:
            found = await tx.exec_driver_sql(
                f"SELECT count(*) FROM answers WHERE consultation = '{ASKED}'"  # noqa: S608 (our own slug)
            )
            return int(found.scalar_one())

    async def _approved(self, tx: Transaction) -> None:
        made = Broadcast(
            id=THE_BROADCAST,
            kind=BroadcastKind.UPDATE,
            state=BroadcastState.APPROVED,
            author=1,
            wards=tuple(self.house.world.library.wards),
            theme=None,
            consultation=None,
            people_shown=self.residents,
            people_frozen=None,
            filled_to=-1,
            decided_by=None,
            reported=False,
        )
        await records.add(tx, made, "The lamps are on.", self.house.world.now())


@asynccontextmanager
async def on_lean(site: LeanSite, residents: int, rates: Rates) -> AsyncIterator[OnLean]:
    """A bot with so many residents, each at the first question, until the block ends."""
    library = load(council_directory("buckinghamshire"))
    now = library.consultations[ASKED].opens_at + timedelta(days=1)
    size = Size(residents=residents, broadcasts=10, deliveries=0, responses=0, phones=residents,
                quiet=0)  # fmt: skip
    seeding = Seeding(library, size, now)
    with tempfile.TemporaryDirectory(prefix="wardmote-bench-") as folder:
        file = Path(folder) / "wardmote.db"
        database = Database(f"sqlite+aiosqlite:///{file}")
        await seeding.fill(database)
        await database.close()
        clock = StoryClock(now)
        clock.flow()
        plan = Plan(library=library, database=str(database.url), token=TOKEN, bot_api=site.url,
                    clock=clock, rates=rates, probe_seconds=0, machine=False)  # fmt: skip
        await site.load([])
        async with built(plan) as house, asyncio.TaskGroup() as group:
            code = house.world.loaded.consultation_codes[ASKED]
            async with house.database.write() as tx:
                await _begin(tx, house.world, seeding, code)
            memory.settled()
            serving = group.create_task(house.serve(ClockTicks(clock)))
            await asyncio.sleep(0.5)
            yield OnLean(house, site, residents, f"q:{base36(code)}:0:2")
            serving.cancel()


async def _begin(tx: Transaction, world: World, seeding: Seeding, code: int) -> None:
    """Everybody has tapped "Answer now" and sees the first question."""
    for place in range(seeding.size.residents):
        person = await identify.recognise(tx, world, FIRST_PHONE + place)
        await answer.begin(tx, world, person, code)
    stands = {"topic": f"c-{ASKED}", "message_id": MESSAGE_ID, "fingerprint": "-", "buttons": {}}
    await tx.execute(insert(shown), [{"person": who, **stands} for who, _, _ in seeding.people])
