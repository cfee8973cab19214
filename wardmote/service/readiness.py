"""Whether the process lives and whether it can serve, as named checks in plain words."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from storage import migrations
from usecases.world import DATABASE_AWAY
from wardmote.service.lifecycle import House
from wardmote.service.metrics import Figures

STUCK_SECONDS = 30.0
DATABASE_SECONDS = 2.0
HEARD_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. ``says`` is for a person who was woken up."""

    name: str
    good: bool
    says: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """Looks at a house; nothing it says holds a number about residents, or a secret."""

    house: House
    figures: Figures
    stuck_seconds: float = STUCK_SECONDS

    def lives(self) -> Sequence[Check]:
        """What only a restart would help against. To be asked at all shows that the loop turns."""
        return (Check("event loop", True, "It turns."), self._writing())

    async def ready(self) -> Sequence[Check]:
        """Everything that serving people needs."""
        return (*await self._database(), self._writing(), self._receiver(), *self._telegram())

    def _writing(self) -> Check:
        stuck = self.house.batcher.busy_seconds > self.stuck_seconds
        says = f"A commit has not ended for over {self.stuck_seconds:.0f} seconds." if stuck else (
            "Commits end."
        )  # fmt: skip
        return Check("writing", not stuck, says)

    async def _database(self) -> Sequence[Check]:
        try:
            async with asyncio.timeout(DATABASE_SECONDS):
                await migrations.check(self.house.database)
        except migrations.SchemaMismatch as mismatch:
            says = self.house.words.plain(mismatch.key)
            return (Check("database", True, "It answers."), Check("schema", False, says))
        except DATABASE_AWAY:
            late = f"It did not answer within {DATABASE_SECONDS:.0f} seconds."
            return (Check("database", False, late), Check("schema", False, "Nobody could look."))
        right = "It is the one this version needs."
        return (Check("database", True, "It answers."), Check("schema", True, right))

    def _receiver(self) -> Check:
        up = self.house.bot.receiver.up
        return Check("receiver", up, "It takes updates in." if up else "It takes nothing in.")

    def _telegram(self) -> Sequence[Check]:
        heard = self.figures.heard_seconds
        lately = heard is not None and heard < HEARD_SECONDS
        says = "It was heard " + ("within" if lately else "last over")
        never = "It has not been heard yet."
        refused = self.figures.token_refused
        return (
            Check("telegram", lately, never if heard is None else f"{says} {HEARD_SECONDS:.0f} s."),
            Check("token", not refused, "Telegram refuses it." if refused else "Not refused."),
        )
