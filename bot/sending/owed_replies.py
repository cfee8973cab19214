"""Replies still owed: after a crash, after a line that was down, and after an outage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from bot.commits import Surely, where
from bot.screens import Screen
from bot.sending.calls import TokenRefused
from bot.sending.speaker import Speaker, Standing, keep_standing
from bot.views.here import view
from bot.views.spoken import Spoken
from content.words import Html, Words
from usecases.conversation import receive
from usecases.conversation.after_gap import were_answering
from usecases.conversation.current_screen import here
from usecases.conversation.receive import Owed
from usecases.people import identify
from usecases.people.identify import Person, Shown
from usecases.world import Transaction, World

log = structlog.get_logger("bot.sending.owed_replies")

LATE_SECONDS = 120.0
"""After this long a reply that is still owed was given up on, not just on its way."""


class Debts:
    """Renders what is owed again from the state: no reply is stored anywhere."""

    def __init__(self, *, commit: Surely, speaker: Speaker, world: World, words: Words) -> None:
        self._surely = commit
        self._speaker = speaker
        self._world = world
        self._words = words
        self._saying: set[int] = set()

    @contextmanager
    def saying(self, seqs: Collection[int]) -> Iterator[None]:
        """What answers these updates is on its way, however long it takes: nobody else says it."""
        self._saying |= {*seqs}
        try:
            yield
        finally:
            self._saying -= {*seqs}

    async def from_before(self) -> list[Owed]:
        """At the start: replies a crash cut off."""
        return list(await self._surely(lambda tx: receive.owed(tx, self._world)))

    async def after_gap(self, since: datetime, but: Collection[int]) -> None:
        """The line is back, after silence from ``since`` on: who was answering taps again, but
        for the chats we are answering anyway."""
        try:
            away = await self._surely(lambda tx: were_answering(tx, self._world, since, but=but))
        except Exception as trouble:
            # Nobody is asked then; they may tap again all the same.
            log.error("an owed reply failed", **where(trouble))
            return
        await self.pay((), away)

    async def pay_late(self) -> None:
        """What could not be said when it was due (the line was down) is said now."""
        late = LATE_SECONDS
        await self.pay(
            await self._surely(lambda tx: receive.owed(tx, self._world, longer_than=late))
        )

    async def pay(self, owed: Sequence[Owed], away: Sequence[Person] = ()) -> None:
        """Say what is owed; ``away`` are asked to tap again, in a new message."""
        for debt in [*owed, *(Owed((), person) for person in away)]:
            if self._saying.intersection(debt.seqs):
                continue
            try:
                with self.saying(debt.seqs):
                    await self._pay(debt)
            except TokenRefused:
                raise
            except Exception as trouble:
                log.error("an owed reply failed", **where(trouble))

    async def _pay(self, debt: Owed) -> None:
        async def find(tx: Transaction) -> tuple[Any, list[Shown]]:
            value = await here(tx, self._world, debt.person)
            return value, await identify.screens(tx, debt.person.id or 0)

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
