"""Replies still owed: after a crash, after a line that was down, and after an outage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import structlog

from bot.calls import TokenRefused
from bot.commits import Surely, where
from bot.screens import Screen
from bot.speaker import Speaker, Standing, keep_standing
from bot.views.here import view
from bot.views.spoken import Spoken
from content.words import Html, Words
from usecases import people, receive
from usecases.after_gap import were_answering
from usecases.people import Person, Shown
from usecases.receive import Owed
from usecases.where import here
from usecases.world import Transaction, World

log = structlog.get_logger("bot.debts")

LATE_SECONDS = 120.0
"""After this long a reply that is still owed was given up on, not just on its way."""


class Debts:
    """Renders what is owed again from the state: no reply is stored anywhere."""

    def __init__(self, *, commit: Surely, speaker: Speaker, world: World, words: Words) -> None:
        self._surely = commit
        self._speaker = speaker
        self._world = world
        self._words = words

    async def from_before(self) -> tuple[list[Owed], list[Person]]:
        """At the start: replies a crash cut off, and after a gap those who were answering."""
        owed = await self._surely(lambda tx: receive.owed(tx, self._world))
        away = await self._surely(lambda tx: were_answering(tx, self._world))
        return owed, away

    async def pay_late(self) -> None:
        """What could not be said when it was due (the line was down) is said now."""
        late = LATE_SECONDS
        await self.pay(
            await self._surely(lambda tx: receive.owed(tx, self._world, longer_than=late))
        )

    async def pay(self, owed: Sequence[Owed], away: Sequence[Person] = ()) -> None:
        """Say what is owed; ``away`` are asked to tap again, in a new message."""
        paid = {debt.person.id for debt in owed}
        asked = [Owed((), person) for person in away if person.id not in paid]
        for debt in [*owed, *asked]:
            try:
                await self._pay(debt)
            except TokenRefused:
                raise
            except Exception as trouble:
                log.error("an owed reply failed", **where(trouble))

    async def _pay(self, debt: Owed) -> None:
        async def find(tx: Transaction) -> tuple[Any, list[Shown]]:
            value = await here(tx, self._world, debt.person)
            return value, await people.screens(tx, debt.person.id or 0)

        value, shown = await self._surely(find)
        screen = view(Spoken(self._words, debt.person.language, self._world), value)
        standing = Standing(debt.person.id, {s.topic: s for s in shown})
        if isinstance(screen, Screen) and debt.seqs:
            await self._speaker.show(debt.person, screen, standing)
        elif isinstance(screen, Screen):
            sorry = self._words.html("after-gap", debt.person.language)
            anew = replace(screen, text=Html(f"{sorry}\n\n{screen.text}"))
            await self._speaker.show_anew(debt.person, anew, standing)

        async def keep(tx: Transaction) -> None:
            if not standing.unsent:
                await receive.replied(tx, self._world, debt.seqs)
            await keep_standing(tx, debt.person.id, standing)

        await self._surely(keep)
