"""Measures the pacer with ten thousand messages on a simulated clock, while people write."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from bench.figures import p95
from bench.on_lean import ASKED, THE_BROADCAST
from bench.seeding import FIRST_PHONE, Seeding, Size
from bench.town import TOKEN
from content.library import council_directory, load
from emulator import Emulator, Phone, serve
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from storage.broadcasts import records
from storage.broadcasts.records import Broadcast
from storage.engine.database import Database
from wardmote.service.clock import StoryClock, play
from wardmote.service.lifecycle import ClockTicks, Service
from wardmote.service.wiring import ServiceConfig, built

MESSAGES = 10_000
WRITES_EVERY = timedelta(seconds=2)
NEWS = "The lamps are on."


async def ten_thousand() -> tuple[float, float, int]:
    """(p95 of a reply in simulated seconds, the run's time divided by the ideal time, replies)."""
    library = load(council_directory("buckinghamshire"))
    now = library.consultations[ASKED].opens_at + timedelta(days=1)
    size = Size(MESSAGES, 10, 0, 0, phones=MESSAGES, quiet=0)
    seeding = Seeding(library, size, now)
    with tempfile.TemporaryDirectory(prefix="wardmote-bench-") as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'wardmote.db'}")
        await seeding.fill(database)
        await database.close()
        clock = StoryClock(now)
        emulator = Emulator(TOKEN, clock=clock)
        phones = [emulator.phone(f"Resident {n}", user_id=FIRST_PHONE + n) for n in range(MESSAGES)]
        for phone in phones:
            phone.user.started = True
        async with serve(emulator) as site:
            config = ServiceConfig(library=library, database=str(database.url), token=TOKEN,
                        bot_api=site.url, clock=clock, probe_seconds=0, machine=False,
                        story=True)  # fmt: skip
            async with built(config) as service, asyncio.TaskGroup() as group:
                serving = group.create_task(service.serve(ClockTicks(clock)))
                found = await _run(service, emulator, clock, phones)
                serving.cancel()
    return found


async def _run(
    service: Service, emulator: Emulator, clock: StoryClock, phones: list[Phone]
) -> tuple[float, float, int]:
    def quiet() -> bool:
        return service.quiet and emulator.quiet

    await play(clock, quiet, lambda: service.idle and emulator.idle)
    made = Broadcast(THE_BROADCAST, BroadcastKind.UPDATE, BroadcastState.APPROVED, 1,
                     tuple(service.world.library.wards), None, None, MESSAGES, None, -1, None,
                     reported=False)  # fmt: skip
    await service.batcher.run(lambda tx: records.add(tx, made, NEWS, clock.now()))
    service.bot.broadcasts_changed()
    asked: dict[int, datetime] = {}
    next_at, writers = clock.now() + WRITES_EVERY, iter(phones)

    async def write() -> None:
        nonlocal next_at
        if clock.now() >= next_at:
            next_at += WRITES_EVERY
            phone = next(writers)
            asked[phone.user_id] = clock.now()
            phone.type("/help")

    await play(clock, quiet, lambda: service.idle and emulator.idle, each_step=write)
    sent = sorted(m.sent_at for p in phones for m in p.messages if m.from_bot and NEWS in m.text)
    if len(sent) != MESSAGES:
        raise RuntimeError(f"{len(sent)} messages arrived")
    waits = [
        (m.sent_at - asked[p.user_id]).total_seconds()
        for p in phones[: len(asked)]
        for m in p.messages
        if m.from_bot and NEWS not in m.text
    ]
    took = (sent[-1] - sent[0]).total_seconds()
    return p95(waits), took / ((MESSAGES - 1) / 25), len(waits)
