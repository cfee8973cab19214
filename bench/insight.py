"""``python -m bench.insight``: a million answers counted by ward, and the bound on the results of
fifty wards. The same rows are also counted by the statement that one would write first."""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Table, insert, text

from bench.figures import Measurement, machine, table
from content.library import council_directory, load
from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.consultations.shared_phone import Mode
from engagement.consultations.survey import ResponseState
from engagement.insight.disclosure import published
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_tables import InWards, ward_tables
from storage import migrations
from storage.consultations.answers import chosen
from storage.consultations.responses import responses
from storage.engine.database import Database, Transaction
from storage.insight import ward_counts
from storage.people.residents import residents
from usecases import world

PEOPLE, WARDS, QUESTIONS, OPTIONS = 125_000, 50, 8, 5
SEVERAL = ("q0", "q1")
BOUND_QUESTIONS = 10
TIMES, TABLES = 7, 12
COUNTED_WITHIN, BOUND_WITHIN = 0.5, 1.0
"""Targets in seconds."""
SLICE = 10_000
_FIRST = text(
    "SELECT c.ward, c.question, c.option, COUNT(DISTINCT c.resident_id) FROM chosen c "
    "JOIN responses r ON r.resident_id = c.resident_id AND r.consultation = c.consultation "
    "WHERE c.consultation = :slug AND r.mode <> :mode GROUP BY c.ward, c.question, c.option"
)
Row = dict[str, Any]


async def measure() -> list[Measurement]:
    """Fill a database, count by turns, and then the bound on made-up towns."""
    library = load(council_directory("buckinghamshire"))
    closed = library.consultations["local-priorities"]
    with tempfile.TemporaryDirectory(prefix="wardmote-bench-") as folder:
        database = Database(f"sqlite+aiosqlite:///{Path(folder) / 'insight.db'}")
        await migrations.upgrade(database)
        now = closed.opens_at + timedelta(days=1)
        async with database.write() as tx:
            loaded = await world.load(tx, library, now, story=True)
        version = loaded.consultations[closed.slug].version_id
        stem = {"consultation": closed.slug, "version_id": version, "started_at": now}
        for into, rows in _rows([*library.wards][:WARDS], stem):
            await _pour(database, into, rows)
        times: tuple[list[float], list[float]] = ([], [])
        for turn in range(-1, TIMES):
            for side, count in enumerate((_ours, _first)):
                async with database.read() as tx:
                    began = time.process_time()
                    await count(tx, closed.slug)
                    if turn >= 0:  # turn -1 only warms the caches
                        times[side].append(time.process_time() - began)
        await database.close()
    return [
        Measurement(f"{PEOPLE * QUESTIONS:,} answers by ward", *times, target=COUNTED_WITHIN),
        Measurement(
            f"results of {WARDS} wards, {BOUND_QUESTIONS} questions",
            [_bound(seed, WARDS) for seed in range(TABLES)],
            [_bound(seed, 10) for seed in range(TABLES)],
            target=BOUND_WITHIN,
        ),
    ]


async def _ours(tx: Transaction, slug: str) -> None:
    keys = [f"q{n}" for n in range(QUESTIONS)]
    await ward_counts.count_by_ward(tx, slug, keys, several=SEVERAL)


async def _first(tx: Transaction, slug: str) -> None:
    (await tx.execute(_FIRST, {"slug": slug, "mode": Mode.SHARED_PHONE})).all()


def _rows(wards: list[str], stem: Row) -> Iterator[tuple[Table, Iterator[Row]]]:
    draw = random.Random(7)  # noqa: S311 (no secret is drawn)
    people = [(draw.getrandbits(62), draw.choice(wards)) for _ in range(PEOPLE)]
    now = stem["started_at"]
    home = {"vintage": 2022, "source": None}
    yield residents, ({"id": who, "ward": w, **home, "joined_at": now} for who, w in people)
    state = {"state": ResponseState.COMPLETE, "mode": Mode.CHAT, "short": False, "vintage": 2022}
    state |= {"position": None, "updated_at": now, "completed_at": now}
    yield (
        responses,
        (
            {**stem, **state, "resident_id": who, "ward": w, "receipt": f"R{n}"}
            for n, (who, w) in enumerate(people)
        ),
    )
    slug = stem["consultation"]
    yield (
        chosen,
        (
            {
                "consultation": slug,
                "question": f"q{n}",
                "option": f"option_{draw.randrange(OPTIONS)}",
                "ward": w,
                "resident_id": who,
            }
            for who, w in people
            for n in range(QUESTIONS)
        ),
    )


async def _pour(database: Database, into: Table, rows: Iterator[Row]) -> None:
    part: list[Row] = []
    for row in rows:
        part.append(row)
        if len(part) == SLICE:
            await _insert(database, into, part)
            part = []
    if part:
        await _insert(database, into, part)


async def _insert(database: Database, into: Table, part: list[Row]) -> None:
    async with database.write() as tx:
        await tx.execute(insert(into), part)


def _bound(seed: int, wards: int) -> float:
    """Seconds to decide what is shown of a made-up town, whose wards differ in size and mind."""
    counts, inside = _town(random.Random(seed), wards)  # noqa: S311 (no secret is drawn)
    limits = Thresholds()
    area = published(counts, limits)
    began = time.process_time()
    ward_tables(counts, area, inside, limits)
    return time.process_time() - began


def _town(draw: random.Random, wards: int) -> tuple[Counts, InWards]:
    size = draw.choice((15, 40, 90, 200))
    people = {f"w{n:02}": max(0, round(draw.gauss(size, size / 2))) for n in range(wards)}
    answered: dict[tuple[str, str], int] = {}
    ticked: dict[tuple[str, str, str], int] = {}
    asked = []
    for n in range(BOUND_QUESTIONS):
        key, options = f"q{n}", [f"o{m}" for m in range(draw.randint(2, 6))]
        weights = [draw.random() ** 2 + 0.02 for _ in options]
        total = dict.fromkeys(options, 0)
        for ward, number in people.items():
            answered[ward, key] = number
            for option in draw.choices(options, weights, k=number):
                total[option] += 1
                ticked[ward, key, option] = ticked.get((ward, key, option), 0) + 1
        made = QuestionCount(key, QuestionKind.SINGLE, sum(people.values()), tuple(total.items()))
        asked.append(replace(made, kind=QuestionKind.SEVERAL) if n % 5 == 4 else made)
    return Counts(sum(people.values()), people, tuple(asked)), InWards(answered, ticked)


def main() -> None:
    """Measure and print. Exits with 0 even if figures are slow: people judge them."""
    lines = asyncio.run(measure())
    said = table(lines, baseline="otherwise")
    sys.stdout.write(
        f"{machine()}\n\nMilliseconds of processor time. Otherwise: the first statement that comes "
        f"to mind, and ten wards\n\n{said}\n"
    )


if __name__ == "__main__":
    main()
