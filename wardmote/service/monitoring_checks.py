"""The checks of /healthz and /readyz: whether the process works, and whether it can serve."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from storage import migrations
from usecases.world import DATABASE_AWAY
from wardmote.service.lifecycle import Service
from wardmote.service.metrics import Metrics

STUCK_SECONDS = 30.0
DATABASE_SECONDS = 2.0
HEARD_SECONDS = 120.0
UNSAVED_SECONDS = 5.0
"""A lock held by a backup or the nightly rewriting is shorter."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check. ``says`` is for the person on call."""

    name: str
    good: bool
    says: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """Checks a service. No text contains a number about residents, or a secret."""

    service: Service
    metrics: Metrics
    stuck_seconds: float = STUCK_SECONDS
    unsaved_seconds: float = UNSAVED_SECONDS

    def lives(self) -> Sequence[Check]:
        """Failures that only a restart cures. The event loop works, or this would not run."""
        return (Check("event loop", True, "It is running."), self._writing())

    async def ready(self) -> Sequence[Check]:
        """Everything that is needed to serve people."""
        return (
            *await self._database(),
            self._writing(),
            self._saving(),
            self._receiver(),
            *self._telegram(),
        )

    def _writing(self) -> Check:
        stuck = self.service.batcher.busy_seconds > self.stuck_seconds
        slow = f"A commit has been running for over {self.stuck_seconds:.0f} seconds."
        return Check("writing", not stuck, slow if stuck else "Commits finish.")

    @property
    def saves(self) -> bool:
        """Whether what people send can be saved, as far as the last tries showed."""
        away = self.service.database_away_since is not None
        return not away and self.service.bot.retried_commit.retrying_seconds < self.unsaved_seconds

    def _saving(self) -> Check:
        says = "What people send is saved." if self.saves else "Nothing can be saved. See the disk."
        return Check("saving", self.saves, says)

    async def _database(self) -> Sequence[Check]:
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                await migrations.check(self.service.database)
        except migrations.SchemaMismatch as mismatch:
            says = self.service.words.plain(mismatch.key)
            return (Check("database", True, "It answers."), Check("schema", False, says))
        except DATABASE_AWAY:
            late = f"It did not answer within {DATABASE_SECONDS:.0f} seconds."
            return (
                Check("database", False, late),
                Check("schema", False, "It could not be checked."),
            )
        right = "It is the one this version needs."
        return (Check("database", True, "It answers."), Check("schema", True, right))

    def _receiver(self) -> Check:
        up = self.service.bot.receiver.up
        return Check("receiver", up, "It takes updates in." if up else "It takes no updates in.")

    def _telegram(self) -> Sequence[Check]:
        heard = self.metrics.heard_seconds
        lately = heard is not None and heard < HEARD_SECONDS
        limit = f"{HEARD_SECONDS:.0f} s"
        says = f"Last heard within {limit}." if lately else f"Not heard for over {limit}."
        refused = self.metrics.token_refused
        return (
            Check("telegram", lately, "Not heard yet." if heard is None else says),
            Check("token", not refused, "Telegram refuses it." if refused else "Not refused."),
        )
