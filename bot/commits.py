"""Commits that are waited for: the database may be away for minutes, and nothing is dropped."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import structlog

from usecases.world import DATABASE_AWAY, Transaction

log = structlog.get_logger("bot.commits")

T = TypeVar("T")
Commit = Callable[[Callable[[Transaction], Awaitable[Any]]], Awaitable[Any]]
"""Runs an act in a shared transaction; its result, once committed."""

FIRST_WAIT = 0.2
LONGEST_WAIT = 30.0


def surely(commit: Commit) -> Commit:
    """``commit``, again and again until it succeeds, each time after a longer wait.

    For acts that must happen: storing what came, settling what was sent. What is no trouble of
    the database's is raised.
    """

    async def until_committed(act: Callable[[Transaction], Awaitable[T]]) -> T:
        wait = FIRST_WAIT
        while True:
            try:
                result: T = await commit(act)
                return result
            except DATABASE_AWAY as trouble:
                log.error("the database is away", why=type(trouble).__name__, waiting=wait)
                await asyncio.sleep(wait)
                wait = min(LONGEST_WAIT, wait * 2)

    return until_committed


def where(trouble: BaseException) -> dict[str, str]:
    """What went wrong and where, for a log line, without a value of anybody's in it."""
    frames = traceback.extract_tb(trouble.__traceback__)
    places = [f"{Path(f.filename).name}:{f.lineno}" for f in frames[-3:]]
    return {"why": type(trouble).__name__, "at": " > ".join(places)}


def reason(trouble: BaseException) -> str:
    """The same in a few words, for whoever reads why something was set aside."""
    found = where(trouble)
    return f"{found['why']} at {found['at']}"
