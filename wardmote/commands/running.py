"""What the commands of a real deployment do: serve, migrate, invite, and the like."""

from __future__ import annotations

import asyncio
import secrets
import signal
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import structlog

from bot.profile import NotDressed
from bot.profile import dress as put_on
from bot.receiving.polling import AnotherInstance, WebhookActive
from bot.receiving.webhook import WebhookNotTaken
from bot.sending.calls import TokenRefused
from bot.sending.request import TelegramApi
from bot.sending.transport import NoWayOut
from bot.views.dressed import dressed
from content import boundaries as boundary_files
from content import library
from content.library import Library
from content.words import Words
from engagement.staff.rights import Role
from storage import migrations
from storage.engine.database import Database
from storage.operations import deployment
from storage.people import boundaries
from usecases.operations import reload
from usecases.people import join
from usecases.staff import invite
from usecases.world import DATABASE_AWAY, OpenConsultationChanged, Transaction, World
from wardmote.service import failpoints, memory
from wardmote.service.clock import WallClock
from wardmote.service.lifecycle import House
from wardmote.service.lock import AlreadyRunning, CannotBeWritten, file_of
from wardmote.service.schedule import scheduled
from wardmote.service.settings import Settings
from wardmote.service.web_door import Doorway
from wardmote.service.wiring import Plan, TelegramRefused, built
from web import DoorBlocked

log = structlog.get_logger("wardmote")

T = TypeVar("T")
GRACE_SECONDS = 14.0
"""With a locked database, which is waited for five seconds more, it is still over in 20."""
RELOAD_LOOKS_EVERY = 0.5
LONGEST_LABEL = 80
LONGEST_SOURCE = 64


class CannotRun(Exception):
    """Why not, in one line."""


async def serve(settings: Settings, *, ready: Callable[[str], None]) -> None:
    """Serve until SIGTERM or Ctrl-C. Raises CannotRun with the line that says why not."""
    door = Doorway(settings)
    plan = _plan(settings, door)
    try:
        # The door opens before Telegram is told to post to it, and closes when all is written.
        async with built(plan) as house, door.opened(house):
            memory.settled()
            ready(f"Wardmote serves {plan.library.council.name} as @{house.username}.")
            await _until_signalled(house)
    except* DoorBlocked as group:
        raise CannotRun(_said_by(group)) from None
    except* WebhookNotTaken as group:
        raise CannotRun(
            f"Telegram does not take this webhook ({_said_by(group)}). Check WARDMOTE_WEBHOOK."
        ) from None
    except* (AlreadyRunning, CannotBeWritten, NoWayOut, TelegramRefused) as group:
        raise CannotRun(str(group.exceptions[0])) from None
    except* migrations.SchemaMismatch as group:
        raise CannotRun(_first(group, migrations.SchemaMismatch)) from None
    except* OpenConsultationChanged as group:
        raise CannotRun(_changed_too_late(group.exceptions[0])) from None
    except* DATABASE_AWAY as group:
        raise CannotRun(_away(group.exceptions[0])) from None
    except* AnotherInstance:
        raise CannotRun("Another Wardmote is using this token. Stop it first.") from None
    except* WebhookActive:
        raise CannotRun(
            "Telegram sends this bot's messages to a webhook. "
            "Take it back with `wardmote webhook remove`, or set WARDMOTE_WEBHOOK."
        ) from None
    except* TokenRefused:
        raise CannotRun(
            "Telegram no longer knows this token. Nothing is lost: set the new one and start again."
        ) from None


def _plan(settings: Settings, door: Doorway) -> Plan:
    return Plan(
        library=_library(settings),
        database=settings.database,
        token=settings.token.get_secret_value(),
        bot_api=settings.bot_api,
        clock=WallClock(),
        rates=settings.rates,
        forgotten=settings.forgotten,
        newcomer_seconds=settings.newcomer_seconds,
        reached=failpoints.at(settings.failpoint),
        reread=partial(_read, settings),
        watch=door.watch,
        webhook=door.webhook,
    )


def _said_by(group: BaseExceptionGroup[BaseException]) -> str:
    """The words of the first error, however many groups it came through."""
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return str(error)


def _changed_too_late(slug: BaseException) -> str:
    return (
        f"The consultation {slug} has opened, so its questions, options and "
        "wards can no longer change. Put them back, or publish it under another name."
    )


def _away(trouble: BaseException) -> str:
    return (
        f"The database cannot be reached ({type(trouble).__name__}). Check WARDMOTE_DATABASE, "
        "and that its server runs and its folder is there."
    )


def _first(group: BaseExceptionGroup[BaseException], kind: type[migrations.SchemaMismatch]) -> str:
    for error in group.exceptions:
        if isinstance(error, kind):
            return Words().plain(error.key)
    return str(group)


async def _until_signalled(house: House) -> None:
    """Stop taking work on a signal, and give what is in flight its time."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    with scheduled() as ticks:
        # A service manager's reload: the next tick comes now.
        loop.add_signal_handler(signal.SIGHUP, ticks.hurry)
        async with asyncio.TaskGroup() as group:
            serving = group.create_task(house.serve(ticks))
            waiting = group.create_task(stop.wait())
            await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
            if stop.is_set():
                await house.wind_down(GRACE_SECONDS)
            serving.cancel()
            waiting.cancel()


async def migrate(settings: Settings) -> None:
    """Bring the schema up to date. Raises CannotRun."""
    database = Database(settings.database)
    beside = file_of(database)
    try:
        if beside is not None and not beside.exists():
            # Nobody else on this machine may read it; the log beside it takes its mode.
            beside.touch(mode=0o600)
        await migrations.upgrade(database)
    except migrations.SchemaMismatch as mismatch:
        raise CannotRun(Words().plain(mismatch.key)) from None
    except DATABASE_AWAY as trouble:
        raise CannotRun(_away(trouble)) from None
    finally:
        await database.close()


async def invite_staff(
    settings: Settings, *, role: str, label: str, wards: tuple[str, ...], board: str
) -> str:
    """A one-time link for a member of staff. Raises CannotRun."""
    council = _library(settings)
    try:
        chosen = Role(role)
    except ValueError:
        raise CannotRun(f"A role is expected: {', '.join(Role)}.") from None
    codes = _wards(council, wards, board)
    if chosen is Role.BOARD_MEMBER and not codes:
        raise CannotRun("Which wards? Give --wards or --board.")
    if chosen is not Role.BOARD_MEMBER and codes:
        raise CannotRun(f"An {chosen} sees every ward: leave out --wards and --board.")
    _fits("--name", label, LONGEST_LABEL)

    async def act(tx: Transaction, world: World) -> str:
        payload = await invite.create(
            tx, world, role=chosen, label=label or chosen.replace("-", " "), wards=codes
        )
        return _link(await deployment.fact(tx, "bot"), payload)

    return await _short_act(settings, council, act)


async def poster(settings: Settings, *, ward: str, source: str) -> str:
    """A poster's link. Raises CannotRun."""
    council = _library(settings)
    _wards(council, (ward,), "")
    _fits("--source", source, LONGEST_SOURCE)

    async def act(tx: Transaction, world: World) -> str:
        payload = await join.poster_payload(tx, ward, source)
        return _link(await deployment.fact(tx, "bot"), payload)

    return await _short_act(settings, council, act)


async def dress(settings: Settings) -> tuple[str, ...]:
    """Set the bot's name and texts at Telegram; the languages done. Raises CannotRun."""
    council = _library(settings)
    words = Words()
    dresses = [dressed(words, council.council, code) for code in council.council.languages]
    for one in dresses:
        if one.too_long:
            raise CannotRun(
                f"In {one.language} this is too long for Telegram: {', '.join(one.too_long)}. "
                "A shorter name in council.yaml would do."
            )
    try:
        async with TelegramApi(settings.bot_api, settings.token.get_secret_value()) as api:
            await put_on(api, dresses, WallClock().sleep)
    except NotDressed as refused:
        raise CannotRun(f"Telegram did not take it. {refused}") from None
    except NoWayOut as blocked:
        raise CannotRun(str(blocked)) from None
    return tuple(one.language for one in dresses)


async def reload_content(settings: Settings, *, wait: float) -> str:
    """Have the running bot take up the council's files; the line to print. Raises CannotRun.

    Waits up to ``wait`` seconds for the bot to say that it has.
    """
    council = _library(settings)
    try:
        await _short_act(settings, council, reload.ask)
    except OpenConsultationChanged as changed:
        raise CannotRun(_changed_too_late(changed)) from None
    until = time.monotonic() + wait
    while time.monotonic() < until:
        stands = await _short_act(settings, council, lambda tx, _: reload.where_it_stands(tx))
        if stands == reload.DONE:
            return f"{council.council.name}: the edited files are in force."
        if stands == reload.REFUSED:
            raise CannotRun("The bot could not take the files up, and keeps the former ones.")
        await asyncio.sleep(RELOAD_LOOKS_EVERY)
    return "The files are good. A running bot takes them up within a minute."


async def import_boundaries(settings: Settings, *, file: Path) -> str:
    """Store the boundaries of the wards in force; the line to print. Raises CannotRun."""
    council = _library(settings)
    try:
        shapes = boundary_files.read(file, council.wards, council.council)
    except library.ContentError as wrong:
        raise CannotRun(str(wrong)) from None

    async def act(tx: Transaction, world: World) -> str:
        await boundaries.keep(tx, world.vintage, shapes)
        return (
            f"{len(shapes)} boundaries of {world.vintage} are stored. After the next start or "
            "`wardmote content reload` a shared location finds its ward exactly."
        )

    return await _short_act(settings, council, act)


async def short_act(settings: Settings, act: Callable[[Transaction, World], Awaitable[T]]) -> T:
    """One act beside a bot that may be running. Raises CannotRun, and what the act raises."""
    return await _short_act(settings, _library(settings), act)


def _wards(council: Library, wards: tuple[str, ...], board: str) -> tuple[str, ...]:
    if board:
        try:
            wards += council.board(board).wards
        except KeyError:
            names = ", ".join(b.slug for b in council.boards)
            raise CannotRun(f"There is no board {board}. There are: {names}.") from None
    for ward in wards:
        if ward not in council.wards:
            raise CannotRun(f"{ward} is no ward of {council.council.name}.")
    return tuple(dict.fromkeys(wards))


def _fits(option: str, text: str, most: int) -> None:
    if len(text) > most:
        raise CannotRun(f"{option} is {len(text)} letters long; the most is {most}.")


def _link(username: str | None, payload: str) -> str:
    # Before its first start the deployment does not know the bot's name yet.
    return f"https://t.me/{username or '<your bot>'}?start={payload}"


async def _short_act(
    settings: Settings, council: Library, act: Callable[[Transaction, World], Awaitable[T]]
) -> T:
    """One act of a command, beside a bot that may be running: a short second writer."""
    clock = WallClock()
    database = Database(settings.database)
    world = World(council, clock.now, clock.sleep, lambda: secrets.randbits(63))
    try:
        await migrations.check(database)
        async with database.write() as tx:
            return await act(tx, world)
    except migrations.SchemaMismatch as mismatch:
        raise CannotRun(Words().plain(mismatch.key)) from None
    except DATABASE_AWAY as trouble:
        raise CannotRun(_away(trouble)) from None
    finally:
        await database.close()


def _read(settings: Settings) -> Library:
    return library.load(settings.content or library.council_directory(settings.council))


def library_of(settings: Settings) -> Library:
    """The council's files. Raises CannotRun."""
    return _library(settings)


def _library(settings: Settings) -> Library:
    try:
        return _read(settings)
    except library.ContentError as wrong:
        raise CannotRun(str(wrong)) from None
