"""Commits that are waited for: the database may be away for minutes, and nothing is dropped."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import structlog

from bot.watching import Nobody, Watch
from engagement.operations.database_outage import wait_before
from usecases.world import Transaction, trouble_in_act, trouble_of

log = structlog.get_logger("bot.commits")

T = TypeVar("T")
Commit = Callable[[Callable[[Transaction], Awaitable[Any]]], Awaitable[Any]]
"""Runs an act in a shared transaction; its result, once committed."""

SECONDS_BETWEEN_LINES = 10.0
BITS = 63
"""How long a number is that ``draw`` returns."""


@dataclass(frozen=True, slots=True)
class Away:
    """The database is in trouble: which outage of this process it is, and how long by now."""

    number: int
    seconds: float


class Surely:
    """A commit that is tried again and again until it succeeds, each time after a longer wait.

    For acts that must happen: storing what came, what it does, settling what was sent. What is no
    trouble of the database's is raised, so too a file that an act cannot write. ``draw`` returns
    a random whole number of 63 bits.
    """

    def __init__(self, commit: Commit, draw: Callable[[], int], watch: Watch | None = None) -> None:
        self._commit = commit
        self._draw = draw
        self._watch = watch or Nobody()
        self._failing = 0
        self._outages = 0
        self._since = 0.0
        self._said = float("-inf")
        self._back = asyncio.Event()

    @property
    def struggling(self) -> bool:
        """Whether something has failed and is to be tried again."""
        return self._failing > 0

    async def __call__(
        self,
        act: Callable[[Transaction], Awaitable[T]],
        *,
        held_up: Callable[[Away], None] = lambda _: None,
        again: Callable[[Transaction], Awaitable[T]] | None = None,
    ) -> T:
        """The act's result, once committed.

        ``held_up`` is told of each failure. ``again`` takes the act's place from the second try
        on: what failed may have been committed, and only the answer lost.
        """
        loop = asyncio.get_running_loop()
        began, tries = loop.time(), 0
        raised: Exception | None = None

        async def noted(tx: Transaction) -> T:
            nonlocal raised
            try:
                return await (act if not tries or again is None else again)(tx)
            except Exception as error:
                raised = error
                raise

        try:
            while True:
                try:
                    result: T = await self._commit(noted)
                except Exception as error:
                    by_act = error is raised
                    trouble = trouble_in_act(error) if by_act else trouble_of(error)
                    if trouble is None:
                        raise
                    tries += 1
                    self._failed(trouble, began, first=tries == 1)
                    held_up(Away(self._outages, loop.time() - self._since))
                    chance = self._draw() / (1 << BITS)
                    await self._wait(wait_before(tries, trouble, chance), alone=by_act)
                else:
                    # Whoever waits for the database may try at once.
                    self._back.set()
                    return result
        finally:
            self._failing -= bool(tries)

    def _failed(self, trouble: str, began: float, *, first: bool) -> None:
        if not self._failing:
            self._since = began
            self._outages += 1
        self._failing += first
        self._back.clear()
        self._watch.database_away()
        now = asyncio.get_running_loop().time()
        if now - self._said >= SECONDS_BETWEEN_LINES:
            self._said = now
            log.error(
                "the database is away",
                why=str(trouble), seconds=round(now - self._since, 1), waiting=self._failing,
            )  # fmt: skip

    async def _wait(self, seconds: float, *, alone: bool) -> None:
        if alone:
            # Its own act met it: that another's succeeds is no sign that this one would.
            await asyncio.sleep(seconds)
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._back.wait()


def where(trouble: BaseException) -> dict[str, str]:
    """What went wrong and where, for a log line, without a value of anybody's in it."""
    frames = traceback.extract_tb(trouble.__traceback__)
    places = [f"{Path(f.filename).name}:{f.lineno}" for f in frames[-3:]]
    return {"why": type(trouble).__name__, "at": " > ".join(places)}


def reason(trouble: BaseException) -> str:
    """The same in a few words, for whoever reads why something was set aside."""
    found = where(trouble)
    return f"{found['why']} at {found['at']}"
