"""Commits that are retried until they succeed, so that an outage of the database loses nothing."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import structlog

from bot.observer import NoObserver, Observer
from engagement.operations.database_outage import wait_before
from usecases.world import Transaction, is_of_a_file, outage_in_act, outage_of

log = structlog.get_logger("bot.commits")

T = TypeVar("T")
Commit = Callable[[Callable[[Transaction], Awaitable[Any]]], Awaitable[Any]]
"""Runs an act in a shared transaction and returns its result once it is committed."""

SECONDS_BETWEEN_LOG_LINES = 10.0
DRAW_BITS = 63
"""Bits of a number that ``draw`` returns."""


@dataclass(frozen=True, slots=True)
class OngoingOutage:
    """An outage of the database: its number in this process, and its length so far. ``of_one`` is
    true where only this act cannot be committed, because it writes to a file as well."""

    number: int
    seconds: float
    of_one: bool = False


class RetriedCommit:
    """Retries a commit until it succeeds, each time after a longer wait.

    For acts that must happen: storing an update, its effect, settling what was sent. An error that
    isn't the database's is raised, even if an act cannot write a file. ``draw`` returns a random
    whole number of 63 bits.
    """

    def __init__(
        self, commit: Commit, draw: Callable[[], int], observer: Observer | None = None
    ) -> None:
        self._commit = commit
        self._draw = draw
        self._observer = observer or NoObserver()
        self._failing = 0
        self._outages = 0
        self._since = 0.0
        self._logged_at = float("-inf")
        self._back = asyncio.Event()

    @property
    def is_retrying(self) -> bool:
        """Whether a commit has failed and will be retried."""
        return self._failing > 0

    @property
    def retrying_seconds(self) -> float:
        """How long nothing could be committed so far; 0 while commits succeed."""
        return asyncio.get_running_loop().time() - self._since if self.is_retrying else 0.0

    async def __call__(
        self,
        act: Callable[[Transaction], Awaitable[T]],
        *,
        on_failure: Callable[[OngoingOutage], None] = lambda _: None,
        again: Callable[[Transaction], Awaitable[T]] | None = None,
    ) -> T:
        """The act's result, once committed.

        ``on_failure`` is called after each failed try. ``again`` replaces the act from the second
        try on: the failed commit may have been carried out, and only its confirmation lost.
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
                    cause = outage_in_act(error) if by_act else outage_of(error)
                    if cause is None:
                        raise
                    tries += 1
                    of_one = by_act and is_of_a_file(error)
                    on_failure(self._failed(cause, began, first=tries == 1, of_one=of_one))
                    chance = self._draw() / (1 << DRAW_BITS)
                    await self._wait(wait_before(tries, cause, chance), alone=by_act)
                else:
                    # Everyone who waits for the database may retry at once.
                    self._back.set()
                    return result
        finally:
            self._failing -= bool(tries)

    def _failed(self, cause: str, began: float, *, first: bool, of_one: bool) -> OngoingOutage:
        if not self._failing:
            self._since = began
            self._outages += 1
        self._failing += first
        self._back.clear()
        self._observer.database_away()
        now = asyncio.get_running_loop().time()
        if now - self._logged_at >= SECONDS_BETWEEN_LOG_LINES:
            self._logged_at = now
            seconds = round(now - self._since, 1)
            if of_one:
                log.error("a file next to the database cannot be written", why=str(cause))
            else:
                log.error(
                    "the database is away", why=str(cause), seconds=seconds, waiting=self._failing
                )
        return OngoingOutage(self._outages, now - self._since, of_one)

    async def _wait(self, seconds: float, *, alone: bool) -> None:
        if alone:
            # The error came from the act itself: another act's success doesn't mean that this one
            # would succeed.
            await asyncio.sleep(seconds)
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._back.wait()


def error_fields(error: BaseException) -> dict[str, str]:
    """The error's type and the last lines of code it passed, as log fields. Its text is left out:
    it may hold somebody's data."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(f.filename).name}:{f.lineno}" for f in frames[-3:]]
    return {"why": type(error).__name__, "at": " > ".join(places)}


def error_summary(error: BaseException) -> str:
    """The same in one sentence, kept with an update that was set aside."""
    found = error_fields(error)
    return f"{found['why']} at {found['at']}"
