"""The demo: a whole council on this machine, and a story already under way, or taken up again."""

from __future__ import annotations

import asyncio
import errno
import secrets
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bot.profile import dress
from bot.views.dressed import dressed
from content.library import Library
from content.schema import Consultation
from emulator import Emulator, Place, Poster, serve
from wardmote.demo.resume import Keepsake, keep, kept
from wardmote.demo.stage import USERNAME, Stage, staged
from wardmote.demo.tour import (
    QUARTER_DAY,
    Company,
    assemble,
    first_consultation,
    invite,
    news,
    return_to,
    tell_outcome,
)

USUAL_PORT = 8484
PORTS_TRIED = 20
SEED = 7
INVITED_ON_DAY = 7
NEWS_ON_DAY = 9
LONGEST_WAIT = timedelta(days=30)
"""For the next consultation to open: the story tells of one that has closed and one that is open,
unless years lie between them."""
OPEN_FOR_DAYS = 8
"""How far into the only consultation the story goes where no other follows."""
LOOKS_EVERY = 5.0
"""Seconds between counts for the map, and between keepsakes."""

Say = Callable[[str], None]


async def demo(
    library: Library, *, port: int | None, residents: int, fresh: bool, say: Say
) -> None:
    """Serve until stopped. A story told before in this folder goes on, unless a ``fresh`` one is
    asked for. Raises OSError when ``port`` itself is taken."""
    folder = Path(".wardmote") / library.council.slug
    before = None if fresh else await asyncio.to_thread(kept, folder)
    if before is None:
        await asyncio.to_thread(_emptied, folder)
    wanted = [port] if port is not None else range(USUAL_PORT, USUAL_PORT + PORTS_TRIED)
    for number in wanted:
        try:
            await _serve(library, folder, number, residents, before, say)
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


async def _serve(
    library: Library,
    folder: Path,
    port: int,
    residents: int,
    before: Keepsake | None,
    say: Say,
) -> None:
    consultation = first_consultation(library)
    start = before.now if before else consultation.opens_at + timedelta(hours=1)
    # Ids are drawn by the seed: a story that goes on must not draw those of its beginning again.
    seed = SEED if before is None else secrets.randbits(63)
    async with (
        staged(
            library, start=start, folder=folder, seed=seed, port=port, tick_seconds=QUARTER_DAY
        ) as stage,
        asyncio.TaskGroup() as group,
    ):
        if before is None:
            company = await assemble(stage, consultation, residents=residents, seed=SEED)
        else:
            company = await return_to(stage, consultation, before.members, seed=SEED)
        await _dress(stage)
        _hang_the_map(stage)
        stage.emulator.crowd = company.crowd
        group.create_task(company.crowd.run(asyncio.Event()))
        if before is None:
            await _tell(company, say)
        else:
            say(f"The story of {len(before.members)} neighbours goes on. --fresh starts over.")
        await _hang_posters(stage)
        stage.clock.flow()
        say(f"Wardmote is at {stage.site.url}  (Ctrl-C stops it)")
        await _look_after(company, folder)


async def _tell(company: Company, say: Say) -> None:
    """Days pass: neighbours join and answer, the officer invites, a board writes, and where it
    fits the questions close and what came of them is told."""
    stage, consultation = company.stage, company.consultation
    start = stage.clock.now()
    following = _next_open(stage.library, consultation)
    last = (
        following.opens_at + timedelta(hours=1)
        if following
        else start + timedelta(days=OPEN_FOR_DAYS)
    )
    days = (last - start).days
    say(
        f"{days} days pass in {stage.library.council.short_name}: "
        f"{len(company.phones)} neighbours join and answer …"
    )
    for number in range(1, days + 1):
        await stage.until(start + timedelta(days=number))
        if number == INVITED_ON_DAY:
            await invite(company)
        if number == NEWS_ON_DAY:
            await news(company)
        if number <= OPEN_FOR_DAYS or number % OPEN_FOR_DAYS == 0:
            say(f"  day {number}: {_count(company)} have joined")
    await stage.until(last)
    if following:
        await tell_outcome(company)
        say(f"  the questions have closed; {following.title.say('en')!r} is open now")
    neighbour = next(iter(company.phones.values()))
    stage.emulator.cast(neighbour, "A neighbour who has joined", "resident")


def _next_open(library: Library, first: Consultation) -> Consultation | None:
    """The consultation that opens after ``first`` has closed, where that is soon."""
    after = [c for c in library.consultations.values() if c.opens_at >= first.closes_at]
    soon = [c for c in after if c.opens_at - first.closes_at <= LONGEST_WAIT]
    return soon[0] if soon else None


async def _dress(stage: Stage) -> None:
    """Name and descriptions, as `wardmote dress` sets them at Telegram."""
    council = stage.library.council
    dresses = [dressed(stage.words, council, language) for language in council.languages]
    await dress(stage.house.bot.api, dresses, stage.clock.sleep)


def _hang_the_map(stage: Stage) -> None:
    stage.emulator.places = [
        Place(ward.name, ward.latitude, ward.longitude) for ward in stage.library.plan_wards
    ]


async def _hang_posters(stage: Stage) -> None:
    """Posters to scan, beside the phones."""
    wards = stage.library.plan_wards[:3]
    stage.emulator.posters = [
        Poster(f"In a library: {ward.name}", await stage.poster(ward.code, "library"))
        for ward in wards
    ]


def _count(company: Company) -> int:
    """How many have joined by now, told to the map too."""
    joined = company.joined()
    library = company.stage.library
    by_ward = {ward.code: 0 for ward in library.plan_wards}
    for user in joined:
        by_ward[company.wards[user]] += 1
    for code, count in by_ward.items():
        company.stage.emulator.note_place(library.wards[code].name, count)
    return len(joined)


async def _look_after(company: Company, folder: Path) -> None:
    """Keep the map true and the story kept, until stopped."""
    while True:
        _count(company)
        members = {m.phone.user_id: dict(m.memory) for m in company.crowd.members}
        keepsake = Keepsake(now=company.stage.clock.now(), members=members)
        await asyncio.to_thread(keep, folder, keepsake)
        await asyncio.sleep(LOOKS_EVERY)


def _emptied(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
