"""An idle round of the sender in the hold before an election, with much sent shortly before."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from bench.on_lean import ASKED
from bench.seeding import AUTHOR, SLICE, Seeding, Size
from content.library import Library
from content.schema.sending import Hold
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from storage.broadcasts.deliveries import UNTIL_DECIDED, deliveries
from storage.broadcasts.records import broadcast_variants, broadcasts
from storage.engine.database import Database
from usecases import world as worlds
from usecases.broadcasts import deliver
from usecases.broadcasts.deliver import Claimant
from usecases.world import World

MANY, FEW, PER_BROADCAST, TIMES = 200_000, 200, 10_000, 60
SENT_IN = timedelta(days=13)


async def held_rounds(library: Library, folder: Path) -> tuple[list[float], list[float]]:
    """Seconds of each idle round, in turns with many messages sent in 14 days and with few."""
    both = [await _held(library, folder / f"{number}.db", number) for number in (MANY, FEW)]
    found: tuple[list[float], list[float]] = ([], [])
    for turn in range(-1, TIMES):
        for side, (database, world) in enumerate(both):
            seconds = await _round(database, world)
            if turn >= 0:  # turn -1 notes which holds were met
                found[side].append(seconds)
    for database, _ in both:
        await database.close()
    return found


async def _round(database: Database, world: World) -> float:
    """What the sender does each time it finds nothing to send."""
    began = time.perf_counter()
    async with database.write() as tx:
        await deliver.fill(tx, world)
    async with database.write() as tx:
        if await deliver.claim(tx, world, Claimant(1, 1), 1, seconds=1.0):
            raise RuntimeError("something left in the hold")
    async with database.write() as tx:
        await deliver.finish(tx, world)
    async with database.write() as tx:
        await deliver.next_due(tx, world)
    return time.perf_counter() - began


async def _held(library: Library, file: Path, sent: int) -> tuple[Database, World]:
    """A council in a hold since today, with one message that waits for a decision."""
    now = library.consultations[ASKED].opens_at + timedelta(days=10)
    first, last = now.date(), now.date() + timedelta(days=20)
    hold = Hold(first_day=first, last_day=last, wards="all", reason="-", source="-")
    council = library.council.model_copy(update={"holds": (hold,)})
    each = min(PER_BROADCAST, sent)
    seeding = Seeding(library, Size(each, 0, 0, 0, phones=each, quiet=0), now)
    database = Database(f"sqlite+aiosqlite:///{file}")
    await seeding.fill(database)

    async def never(_: float) -> None:
        return None

    world = World(replace(library, council=council), lambda: now, never, lambda: 1, story=True)
    async with database.write() as tx:
        world = replace(world, loaded=await worlds.load(tx, library, now, story=True))
    many = sent // each
    async with database.write() as tx:
        await tx.execute(insert(broadcasts), [_broadcast(world, n, many) for n in range(many + 1)])
        texts = [
            {"id": n + 1, "broadcast_id": n + 1, "language": "en", "version": 1, "text": "Lamps."}
            for n in range(many + 1)
        ]
        await tx.execute(insert(broadcast_variants), texts)
    for number in range(many + 1):
        rows = [*_rows(world, seeding, number, many)]
        for begin in range(0, len(rows), SLICE):
            async with database.write() as tx:
                await tx.execute(insert(deliveries), rows[begin : begin + SLICE])
    return database, world


def _broadcast(world: World, number: int, many: int) -> dict[str, Any]:
    """One of those sent in the 13 days before, or the last, which was approved in the hold."""
    waits = number == many
    at = world.now() - (timedelta(hours=1) if waits else SENT_IN * (many - number) / many)
    return {
        "id": number + 1,
        "kind": BroadcastKind.UPDATE,
        "state": BroadcastState.SENDING if waits else BroadcastState.SENT,
        "author": AUTHOR,
        "wards": [*world.library.wards],
        "people_shown": 100,
        "people_frozen": 100,
        "made_at": at,
        "decided_by": AUTHOR,
        "decided_at": at,
        "started_at": at,
        "finished_at": None if waits else at,
        "reported": True,
    }


def _rows(world: World, seeding: Seeding, number: int, many: int) -> Iterator[dict[str, Any]]:
    waits = number == many
    for contact, _, ward in seeding.people:
        yield {
            "broadcast_id": number + 1,
            "contact_id": contact,
            "ward": ward,
            "state": DeliveryState.QUEUED if waits else DeliveryState.SENT,
            "variant_id": None if waits else number + 1,
            "not_before": UNTIL_DECIDED if waits else world.now() - timedelta(days=1),
            "settled_at": None if waits else world.now() - timedelta(days=1),
            "message_id": None if waits else number,
            "attempts": 0 if waits else 1,
        }
