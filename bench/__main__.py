"""``python -m bench``: first the ratios to other libraries, then waiting times, then consultations
with branches."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bench import consult, speed
from bench.cards import CardTimes, draw_and_tap
from bench.counting import counting_times
from bench.figures import Measurement, busy, machine, table
from bench.loading import loading_times
from bench.reading import reading_times
from bench.reloading import reload_times
from bench.seeding import Seeding, Size
from bench.town import Town, serving
from content.library import Library, council_directory, load

LARGE = Size(residents=100_000, broadcasts=2_000, deliveries=200_000, responses=60_000)
SMALL = Size(residents=100, broadcasts=100, deliveries=200, responses=60)
LOADED_WITHIN = 1.0
"""Target in seconds for loading the files of both included councils."""
RELOADED_WITHIN = 5.0
"""Target in seconds for ``wardmote content reload`` beside a running bot."""


@asynccontextmanager
async def _both(library: Library) -> AsyncIterator[tuple[Town, Town]]:
    """Two bots in this process, one with many residents and one with few."""
    # One consultation has closed by then, and the next has been open for a day.
    now = library.consultations["keeping-in-touch"].opens_at + timedelta(days=1)
    with tempfile.TemporaryDirectory(prefix="wardmote-bench-") as folder:
        async with (
            serving(Seeding(library, LARGE, now), Path(folder) / "large.db") as large,
            serving(Seeding(library, SMALL, now), Path(folder) / "small.db") as small,
        ):
            yield large, small


async def measure() -> None:
    """Measure and print, in order: loading and reloading files, reading, counting, cards."""
    files = Measurement("both councils' files", loading_times(5), target=LOADED_WITHIN)
    reloads = Measurement(
        "content reload, the whole command", await reload_times(5), target=RELOADED_WITHIN
    )
    _say("Milliseconds", table([files, reloads], baseline=""))
    began = time.perf_counter()
    async with _both(load(council_directory("buckinghamshire"))) as (large, small):
        _say(f"Two databases, filled in {time.perf_counter() - began:.0f} s", f"{LARGE}\n{SMALL}")
        baseline = f"among {SMALL.residents}"
        lines = await reading_times(large, small)
        _say(f"Milliseconds, among {LARGE.residents:,} residents", table(lines, baseline=baseline))
        counts = table(await counting_times(large, small), baseline=baseline)
        _say("Milliseconds of processor time, without anybody waiting", counts)
        times = CardTimes()
        for town in (large, small):
            await draw_and_tap(town, times)
        _say("Milliseconds, both databases together", table(times.lines, baseline="otherwise"))


def _say(title: str, body: str) -> None:
    sys.stdout.write(f"{title}\n\n{body}\n\n")
    sys.stdout.flush()


def main() -> None:
    """Measure and print. Exits with 0 even if figures are slow: people judge them."""
    began = time.perf_counter()
    _say("Measured on", machine())
    asyncio.run(speed.measure(speed.said))
    asyncio.run(measure())
    asyncio.run(consult.measure(_say))
    _say(f"It took {time.perf_counter() - began:.0f} s.", busy())


if __name__ == "__main__":
    main()
