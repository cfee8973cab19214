"""``python -m bench``: the ratios first; then how long people wait among many."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bench import speed
from bench.drawing import Drawn, draw_and_tap
from bench.figures import Line, busy, machine, table
from bench.loading import loading_times
from bench.premises import Premises, serving
from bench.reading import reading_times
from bench.seeding import Seeding, Size
from content.library import Library, council_directory, load

LARGE = Size(residents=100_000, broadcasts=2_000, deliveries=200_000, responses=60_000)
SMALL = Size(residents=100, broadcasts=100, deliveries=200, responses=60)
LOADED_WITHIN = 1.0
"""Seconds for the files of all councils that come along."""


@asynccontextmanager
async def _both(library: Library) -> AsyncIterator[tuple[Premises, Premises]]:
    """Two bots in this process, among many people and among few."""
    # One consultation has closed by then, and the next has been open for a day.
    now = library.consultations["keeping-in-touch"].opens_at + timedelta(days=1)
    with tempfile.TemporaryDirectory(prefix="wardmote-bench-") as folder:
        async with (
            serving(Seeding(library, LARGE, now), Path(folder) / "large.db") as large,
            serving(Seeding(library, SMALL, now), Path(folder) / "small.db") as small,
        ):
            yield large, small


async def measure() -> None:
    """Print everything, in order: files, reading, cards."""
    files = Line("both councils' files", loading_times(5), target=LOADED_WITHIN)
    _say("Milliseconds", table([files], beside=""))
    began = time.perf_counter()
    async with _both(load(council_directory("buckinghamshire"))) as (large, small):
        _say(f"Two databases, filled in {time.perf_counter() - began:.0f} s", f"{LARGE}\n{SMALL}")
        beside = f"among {SMALL.residents}"
        lines = await reading_times(large, small)
        _say(f"Milliseconds, among {LARGE.residents:,} residents", table(lines, beside=beside))
        drawn = Drawn()
        for premises in (large, small):
            await draw_and_tap(premises, drawn)
        _say("Milliseconds, of both together", table(drawn.lines, beside="otherwise"))


def _say(title: str, body: str) -> None:
    sys.stdout.write(f"{title}\n\n{body}\n\n")
    sys.stdout.flush()


def main() -> None:
    """Measure and print. What is slow is for people to judge: it ends well all the same."""
    began = time.perf_counter()
    _say("Measured on", machine())
    asyncio.run(speed.measure(speed.said))
    asyncio.run(measure())
    _say(f"It took {time.perf_counter() - began:.0f} s.", busy())


if __name__ == "__main__":
    main()
