"""A council's bot on the lean server, whose residents have all joined and begun to answer."""

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
from bench.seeding import FIRST_PHONE, Seeding, Size
from bench.town import TOKEN
from content.library import Library, council_directory, load
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
from wardmote.service import garbage_collection
from wardmote.service.clock import StoryClock
from wardmote.service.lifecycle import ClockTicks, Service
from wardmote.service.wiring import ServiceConfig, built

UNPACED = Rates(whole_bot=100_000.0, one_chat=10_000.0, one_chat_burst=10_000)
TELEGRAMS = Rates()
ASKED = "keeping-in-touch"
MESSAGE_ID = 77
"""The id of the message with each resident's question; the lean server gives every message it."""
THE_BROADCAST = 999_999


@dataclass(frozen=True, slots=True)
class OnLean:
    """A running bot; ``tap`` is the callback data of its residents' buttons."""

    service: Service
    site: LeanSite
    residents: int
    tap: str

    async def send_to_all(self) -> None:
        """Start a broadcast to everybody."""
        await self.service.batcher.run(self._approved)
        self.service.bot.broadcasts_changed()

    async def sent(self) -> int:
        """The number of deliveries in state sent; -1 until the ledger has a row for everybody."""
        async with self.service.database.read() as tx:
            tally = await deliveries.tally(tx, THE_BROADCAST)
        return tally.sent if tally.audience == self.residents else -1

    async def answered(self) -> int:
        """The number of stored answers."""
        async with self.service.database.read() as tx:
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
            wards=tuple(self.service.world.library.wards),
            theme=None,
            consultation=None,
            people_shown=self.residents,
            people_frozen=None,
            filled_to=-1,
            decided_by=None,
            reported=False,
        )
        await records.add(tx, made, "The lamps are on.", self.service.world.now())


@asynccontextmanager
async def on_lean(
    site: LeanSite, residents: int, rates: Rates, library: Library | None = None
) -> AsyncIterator[OnLean]:
    """A bot with this many residents, each at the first question, until the block ends."""
    library = library or load(council_directory("buckinghamshire"))
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
        config = ServiceConfig(library=library, database=str(database.url), token=TOKEN,
                               bot_api=site.url, clock=clock, rates=rates, probe_seconds=0,
                               story=True, machine=False)  # fmt: skip
        await site.load([])
        async with built(config) as service, asyncio.TaskGroup() as group:
            code = service.world.loaded.consultation_codes[ASKED]
            async with service.database.write() as tx:
                await _begin(tx, service.world, seeding, code)
            garbage_collection.freeze()
            serving = group.create_task(service.serve(ClockTicks(clock)))
            await asyncio.sleep(0.5)
            yield OnLean(service, site, residents, f"q:{base36(code)}:0:2")
            serving.cancel()


async def _begin(tx: Transaction, world: World, seeding: Seeding, code: int) -> None:
    """Put everybody at the first question, as if they had tapped "Answer now"."""
    for place in range(seeding.size.residents):
        person = await identify.recognise(tx, world, FIRST_PHONE + place)
        await answer.begin(tx, world, person, code)
    message = {"topic": f"c-{ASKED}", "message_id": MESSAGE_ID, "fingerprint": "-", "buttons": {}}
    await tx.execute(insert(shown), [{"person": who, **message} for who, _, _ in seeding.people])
