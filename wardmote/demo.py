"""The demo: a whole council on this machine, and a story already under way."""

from __future__ import annotations

import asyncio
import errno
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from content.library import Library
from emulator import Emulator, Poster, serve
from wardmote.stage import USERNAME, Stage, staged
from wardmote.tour import QUARTER_DAY, Company, assemble, first_consultation, invite

USUAL_PORT = 8484
PORTS_TRIED = 20
SEED = 7
STORY_DAYS = 8

Say = Callable[[str], None]


async def demo(library: Library, *, port: int | None, residents: int, say: Say) -> None:
    """Serve until stopped. Each start is fresh. Raises OSError when ``port`` itself is taken."""
    folder = Path(".wardmote") / library.council.slug
    await asyncio.to_thread(_fresh, folder)
    wanted = [port] if port is not None else range(USUAL_PORT, USUAL_PORT + PORTS_TRIED)
    for number in wanted:
        try:
            await _serve(library, folder, number, residents, say)
        except OSError as taken:
            if taken.errno != errno.EADDRINUSE or number == wanted[-1]:
                raise
        else:
            return


async def emulate(*, port: int, token: str, say: Say) -> None:
    """The emulator alone, until stopped."""
    emulator = Emulator(token, USERNAME)
    async with serve(emulator, port=port) as site:
        say(f"A pretend Telegram is at {site.url} (WARDMOTE_BOT_API={site.url}).")
        say(f"Its token is {token}. Ctrl-C stops it.")
        await asyncio.Event().wait()


async def _serve(library: Library, folder: Path, port: int, residents: int, say: Say) -> None:
    consultation = first_consultation(library)
    start = consultation.opens_at + timedelta(hours=1)
    async with (
        staged(
            library, start=start, folder=folder, seed=SEED, port=port, tick_seconds=QUARTER_DAY
        ) as stage,
        asyncio.TaskGroup() as group,
    ):
        company = await assemble(stage, consultation, residents=residents, seed=SEED)
        stop = asyncio.Event()
        group.create_task(company.crowd.run(stop))
        say(
            f"{STORY_DAYS} days pass in {library.council.short_name}: "
            f"{residents} neighbours join and answer …"
        )
        for day in range(1, STORY_DAYS + 1):
            if day == STORY_DAYS:
                await invite(company)
            await stage.until(start + timedelta(days=day))
            say(f"  day {day}: {len(company.joined())} have joined")
        await _set_the_table(stage, company)
        stage.clock.flow()
        say(f"Wardmote is at {stage.site.url}  (Ctrl-C stops it)")
        await asyncio.Event().wait()


async def _set_the_table(stage: Stage, company: Company) -> None:
    """Posters to scan, and one fresh resident's phone beside those of the staff."""
    wards = stage.library.plan_wards[:3]
    stage.emulator.posters = [
        Poster(f"In a library: {ward.name}", await stage.poster(ward.code, "library"))
        for ward in wards
    ]
    neighbour = next(iter(company.phones.values()))
    stage.emulator.cast(neighbour, "A neighbour who has joined", "resident")


def _fresh(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
