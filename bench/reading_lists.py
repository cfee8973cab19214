"""``python -m bench.reading_lists``: a reading list of 50,000 texts next to one of 50, and putting
texts on it. Ratios come first: machines differ."""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from bench.figures import Measurement, machine, table
from content.library import Library, council_directory, load
from content.schema.consultation import Consultation, QuestionKind
from engagement.broadcasts.delivery import Reach
from engagement.consultations.survey import ResponseState
from engagement.staff.rights import Role
from storage import migrations
from storage.consultations.answers import answers
from storage.consultations.responses import responses
from storage.engine.database import Database
from storage.people.contacts import contacts
from storage.people.residents import residents
from storage.staff.members import staff
from usecases import world as worlds
from usecases.consultations import listing, reading
from usecases.people.identify import Person, recognise
from usecases.world import Transaction, World

LARGE, SMALL = 50_000, 50
TIMES = 40
WITHIN = 0.100
"""Target in seconds for a page of a list."""
SLICE = 5_000
OFFICER, CHAT = 1, 7_000_000_001
WORDS = (
    *("lamps", "trees", "benches", "buses", "parks", "paths", "shops", "houses", "schools"),
    *("lights", "bins", "noise", "traffic", "children", "evenings", "please", "more", "fewer"),
)


@dataclass(frozen=True, slots=True)
class List:
    """One database with an officer and a consultation's texts."""

    database: Database
    world: World
    code: int
    person: Person


async def measure() -> list[Measurement]:
    """Fill two databases, and read both by turns."""
    library = load(council_directory("buckinghamshire"))
    with tempfile.TemporaryDirectory(prefix="wardmote-bench-") as folder:
        both: list[List] = []
        listed: list[list[float]] = []
        for size in (LARGE, SMALL):
            filled, steps = await _filled(library, Path(folder) / f"{size}.db", size)
            both.append(filled)
            listed.append(steps)
        lines = [Measurement(f"putting {listing.AT_ONCE} texts on the list", listed[0], listed[1])]
        for name, act in ACTS.items():
            times: tuple[list[float], list[float]] = ([], [])
            for turn in range(-1, TIMES):
                for side, one in enumerate(both):
                    seconds = await _timed(one, act)
                    if turn >= 0:  # turn -1 only warms the caches
                        times[side].append(seconds)
            target = WITHIN if name.startswith("a page") else None
            lines.append(Measurement(name, *times, target=target))
        for one in both:
            await one.database.close()
    return lines


async def _page(tx: Transaction, one: List) -> None:
    await reading.show_page(tx, one.world, one.person, one.code)


async def _middle(tx: Transaction, one: List) -> None:
    await reading.show_page(tx, one.world, one.person, one.code, after=1 << 30)


async def _read(tx: Transaction, one: List) -> None:
    await reading.show_page(tx, one.world, one.person, one.code, read=reading.READ)


async def _mark(tx: Transaction, one: List) -> None:
    shown = await reading.show_next(tx, one.world, one.person, one.code, 0)
    if isinstance(shown, reading.TextShown):
        await reading.mark_read(tx, one.world, one.person, shown.listed.number)


Act = Callable[[Transaction, List], Awaitable[None]]
ACTS: dict[str, Act] = {
    "a page, the first": _page,
    "a page in the middle": _middle,
    "a text, marked as read, and the next": _mark,
    "a page of those that were read": _read,
}


async def _timed(one: List, act: Act) -> float:
    async with one.database.write() as tx:
        began = time.perf_counter()
        await act(tx, one)
        return time.perf_counter() - began


async def _filled(library: Library, file: Path, size: int) -> tuple[List, list[float]]:
    """A database with n texts on the list, and how long each step of listing took."""
    consultation = library.consultations["local-priorities"]
    now = consultation.closes_at + timedelta(days=2)
    database, chance = Database(f"sqlite+aiosqlite:///{file}"), random.Random(size)  # noqa: S311
    await migrations.upgrade(database)

    async def never(_: float) -> None:
        return None

    world = World(library, lambda: now, never, lambda: chance.getrandbits(63))
    async with database.write() as tx:
        world = replace(world, loaded=await worlds.load(tx, library, now, story=True))
        version = world.loaded.consultations[consultation.slug].version_id
        await _add_officer(tx, now)
    rows = [*_rows(consultation, version, size, chance, now)]
    for begin in range(0, size, SLICE):
        some = rows[begin : begin + SLICE]
        async with database.write() as tx:
            for place, into in enumerate((residents, responses, answers)):
                await tx.execute(insert(into), [row[place] for row in some])
    steps = []
    for _ in range(-(-size // listing.AT_ONCE) + 1):
        async with database.write() as tx:
            began = time.perf_counter()
            await listing.list_new_texts(tx, world)
            steps.append(time.perf_counter() - began)
    async with database.read() as tx:
        person = await recognise(tx, world, CHAT)
    code = world.loaded.consultation_codes[consultation.slug]
    return List(database, world, code, person), steps[:-1]


async def _add_officer(tx: Transaction, now: datetime) -> None:
    contact = {"id": OFFICER, "chat_id": CHAT, "language": "en", "reach": Reach.REACHABLE}
    rest = {"new_messages": False, "last_heard_at": now}
    await tx.execute(insert(contacts), [contact | rest])
    role = {"id": OFFICER, "contact_id": OFFICER, "role": Role.OFFICER, "label": "Office"}
    await tx.execute(insert(staff), [role | {"every_ward": True, "joined_at": now}])


def _rows(
    asked: Consultation, version: int, size: int, chance: random.Random, now: datetime
) -> Iterator[tuple[dict[str, Any], ...]]:
    """The rows of each person: themselves, their response, and their text. One in fifty sends the
    words of a campaign."""
    question = next(q.key for q in asked.questions if q.kind is QuestionKind.TEXT)
    wards = [*load(council_directory("buckinghamshire")).wards]
    for number in range(size):
        who, ward, at = chance.getrandbits(63), chance.choice(wards), asked.opens_at
        said = " ".join(chance.choices(WORDS, k=chance.randrange(8, 40)))
        text = "Please keep our library open." if number % 50 == 0 else f"{said}. {number}"
        both = {"resident_id": who, "consultation": asked.slug, "version_id": version}
        yield (
            {"id": who, "ward": ward, "vintage": 2022, "joined_at": at},
            {
                **both, "ward": ward, "vintage": 2022, "state": ResponseState.PARTIAL,
                "receipt": f"R{number}", "mode": "chat", "started_at": at, "updated_at": at,
            },
            {**both, "question": question, "value": text, "answered_at": at},
        )  # fmt: skip


def main() -> None:
    """Measure and print. Exits with 0 even if figures are slow: people judge them."""
    lines = asyncio.run(measure())
    body = table(lines, baseline=f"of {SMALL}")
    sys.stdout.write(f"{machine()}\n\nMilliseconds, a list of {LARGE:,} texts\n\n{body}\n")


if __name__ == "__main__":
    main()
