"""The demo in the browser: a council on this machine, with a new or a saved story."""

from __future__ import annotations

import asyncio
import errno
import secrets
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.profile import set_profiles
from bot.views.bot_profile import bot_profile
from content.library import Library
from content.schema.consultation import Consultation
from content.schema.sending import Sending
from emulator import Emulator, Outlines, Place, Poster, serve
from reports import fonts
from wardmote.demo.saved_story import SavedStory, load, save
from wardmote.demo.staff_approvals import approve_openings
from wardmote.demo.staff_broadcasts import invite, send_news, send_outcome
from wardmote.demo.stage import USERNAME, Stage, staged
from wardmote.demo.story import (
    BEFORE_OPENING,
    QUARTER_DAY,
    Story,
    assemble,
    first_consultation,
    return_to,
)

USUAL_PORT = 8484
PORTS_TRIED = 20
SEED = 7
INVITED_ON_DAY = 7
NEWS_ON_DAY = 9
LONGEST_WAIT = timedelta(days=30)
"""For the next consultation to open. The demo shows one that has closed and one that is open,
unless they lie years apart."""
OPEN_FOR_DAYS = 8
"""How far into its consultation the story goes where no other follows soon."""
MESSAGES_A_WEEK = 20
"""The demo lets more through than a council does by default, so that one can try sending."""
SAVE_EVERY = 5.0
"""Seconds between updates of the map, each followed by saving the story."""

Say = Callable[[str], None]


async def demo(
    library: Library, *, port: int | None, residents: int, fresh: bool, say: Say
) -> None:
    """Serve until stopped. A story saved in this folder goes on, unless a ``fresh`` one is asked
    for. Raises OSError where ``port`` was given and is taken."""
    library = _generous(library)
    folder = Path(".wardmote") / library.council.slug
    before = None if fresh else await asyncio.to_thread(load, folder)
    if before is None:
        await asyncio.to_thread(_empty, folder)
    wanted = [port] if port is not None else range(USUAL_PORT, USUAL_PORT + PORTS_TRIED)
    for number in wanted:
        try:
            await _serve(library, folder, number, residents, before, say)
        except OSError as taken:
            if taken.errno != errno.EADDRINUSE or number == wanted[-1]:
                raise
        else:
            return


def _generous(library: Library) -> Library:
    """The council's files with a larger weekly budget."""
    sending = Sending(messages_a_week=MESSAGES_A_WEEK)
    return replace(library, council=library.council.model_copy(update={"sending": sending}))


async def emulate(*, port: int, token: str, say: Say) -> None:
    """The emulator alone, until stopped."""
    emulator = Emulator(token, USERNAME)
    emulator.fonts = fonts.FOLDER
    async with serve(emulator, port=port) as site:
        how = f"WARDMOTE_BOT_API={site.url} WARDMOTE_EMULATOR=true"
        say(f"A pretend Telegram is at {site.url} ({how}).")
        say(f"Its token is {token}. Ctrl-C stops it.")
        await asyncio.Event().wait()


async def _serve(
    library: Library,
    folder: Path,
    port: int,
    residents: int,
    before: SavedStory | None,
    say: Say,
) -> None:
    consultation = first_consultation(library)
    start = consultation.opens_at + timedelta(hours=1)
    # The seed makes the ids: a continued story must not make those of its beginning again.
    seed = SEED if before is None else secrets.randbits(63)
    async with (
        staged(
            library,
            start=before.now if before else consultation.opens_at - BEFORE_OPENING,
            folder=folder,
            seed=seed,
            port=port,
            tick_seconds=QUARTER_DAY,
            staff_approve=True,
        ) as stage,
        asyncio.TaskGroup() as group,
    ):
        if before is None:
            story = await assemble(stage, consultation, residents=residents, seed=SEED)
        else:
            story = await return_to(stage, consultation, before.members, seed=SEED)
        await approve_openings(story)
        await stage.until(start)
        await _set_bot_profiles(stage)
        _set_up_map(stage)
        stage.emulator.crowd = story.crowd
        group.create_task(story.crowd.run(asyncio.Event()))
        if before is None:
            await _play(story, say)
        else:
            say(f"The story of {len(before.members)} neighbours goes on. --fresh starts over.")
        await _set_up_posters(stage)
        stage.clock.flow()
        say(f"People here get up to {MESSAGES_A_WEEK} messages a week; the default is one.")
        say(f"Wardmote is at {stage.site.url}  (Ctrl-C stops it)")
        await _update_and_save(story, folder)


async def _play(story: Story, say: Say) -> None:
    """Days pass: residents join and answer, the officer invites, and a board sends news. Where
    another consultation follows soon, this one closes and its outcome is sent."""
    stage, consultation = story.stage, story.consultation
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
        f"{len(story.phones)} neighbours join and answer …"
    )
    for number in range(1, days + 1):
        await stage.until(start + timedelta(days=number))
        if number == INVITED_ON_DAY:
            await invite(story)
        if number == NEWS_ON_DAY:
            await send_news(story)
        if number <= OPEN_FOR_DAYS or number % OPEN_FOR_DAYS == 0:
            say(f"  day {number}: {_count(story)} have joined")
    await stage.until(last)
    if following:
        await send_outcome(story)
        say(f"  the questions have closed; {following.title.say('en')!r} is open now")
    neighbour = next(iter(story.phones.values()))
    stage.emulator.cast(neighbour, "A neighbour who has joined", "resident")


def _next_open(library: Library, first: Consultation) -> Consultation | None:
    """The consultation that opens after ``first`` has closed, where that is soon."""
    after = [c for c in library.consultations.values() if c.opens_at >= first.closes_at]
    soon = [c for c in after if c.opens_at - first.closes_at <= LONGEST_WAIT]
    return soon[0] if soon else None


async def _set_bot_profiles(stage: Stage) -> None:
    """Name and descriptions, as `wardmote dress` sets them at Telegram."""
    council = stage.library.council
    profiles = [bot_profile(stage.words, council, language) for language in council.languages]
    await set_profiles(stage.service.bot.api, profiles, stage.clock.sleep)


def _set_up_map(stage: Stage) -> None:
    stage.emulator.places = [
        Place(ward.name, ward.latitude, ward.longitude) for ward in stage.library.plan_wards
    ]
    stage.emulator.outlines = outlines_of(stage.library)


def outlines_of(library: Library) -> Outlines:
    """The map's shapes, as the emulator has them: of the plan's wards, and of those around them."""
    if library.outlines is None:
        return Outlines()
    shapes = {
        code: tuple(tuple((latitude, longitude) for longitude, latitude in ring) for ring in rings)
        for code, rings in library.outlines.wards.items()
    }
    own = {ward.code: ward.name for ward in library.plan_wards}
    return Outlines(
        places={own[code]: shape for code, shape in shapes.items() if code in own},
        around=tuple(shape for code, shape in shapes.items() if code not in own),
        credit=library.outlines.credit,
    )


async def _set_up_posters(stage: Stage) -> None:
    """Posters to scan, shown next to the phones."""
    wards = stage.library.plan_wards[:3]
    stage.emulator.posters = [
        Poster(f"In a library: {ward.name}", await stage.poster(ward.code, "library"))
        for ward in wards
    ]


def _count(story: Story) -> int:
    """The number who have joined by now, also sent to the map by ward."""
    joined = story.joined()
    library = story.stage.library
    by_ward = {ward.code: 0 for ward in library.plan_wards}
    for user in joined:
        by_ward[story.wards[user]] += 1
    for code, count in by_ward.items():
        story.stage.emulator.note_place(library.wards[code].name, count)
    return len(joined)


async def _update_and_save(story: Story, folder: Path) -> None:
    """Update the map and save the story every few seconds, until stopped."""
    while True:
        _count(story)
        members = {m.phone.user_id: dict(m.memory) for m in story.crowd.members}
        saved = SavedStory(now=story.stage.clock.now(), members=members)
        await asyncio.to_thread(save, folder, saved)
        await asyncio.sleep(SAVE_EVERY)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
