"""`wardmote set-aside`: what could not be handled, listed, tried again or dropped."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from content.words import Words
from storage import migrations
from storage.engine.database import Database
from usecases.conversation import set_aside
from usecases.conversation.set_aside import SetAside
from usecases.world import DATABASE_AWAY, Transaction
from wardmote.commands.running import CannotRun
from wardmote.service.settings import Settings

T = TypeVar("T")


async def listed(settings: Settings) -> str:
    """One line for each, the oldest first: reference, when (UTC), why, how many tries.

    Raises CannotRun, as do the others here.
    """
    found = await _act(settings, set_aside.everything)
    return "\n".join(_line(one) for one in found) or "Nothing is set aside."


async def again(settings: Settings, reference: str) -> str:
    """Put one back; the line to print."""
    if not await _act(settings, lambda tx: set_aside.again(tx, reference)):
        raise CannotRun(_unknown(reference))
    return f"{reference} is tried again within a minute, or at the next start."


async def drop(settings: Settings, reference: str) -> str:
    """Empty one for good; the line to print."""
    if not await _act(settings, lambda tx: set_aside.drop(tx, reference)):
        raise CannotRun(_unknown(reference))
    return f"{reference} is emptied."


def _line(one: SetAside) -> str:
    tries = "1 try" if one.attempts == 1 else f"{one.attempts} tries"
    why = one.reason or "why was not noted"
    return f"{one.reference}  {one.at:%Y-%m-%d %H:%M} UTC  {why} ({tries})"


def _unknown(reference: str) -> str:
    return f"Nothing is set aside under {reference}. `wardmote set-aside` lists what is."


async def _act(settings: Settings, act: Callable[[Transaction], Awaitable[T]]) -> T:
    """One act beside a bot that may be running: a short second writer."""
    database = Database(settings.database)
    try:
        await migrations.check(database)
        async with database.write() as tx:
            return await act(tx)
    except migrations.SchemaMismatch as mismatch:
        raise CannotRun(Words().plain(mismatch.key)) from None
    except DATABASE_AWAY as trouble:
        raise CannotRun(
            f"The database cannot be reached ({type(trouble).__name__}). Check WARDMOTE_DATABASE."
        ) from None
    finally:
        await database.close()
