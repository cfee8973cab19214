"""Pending replies: after a crash, a lost connection or an outage of the database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog

from bot.commits import RetriedCommit, error_fields
from bot.screens import Screen
from bot.sending.calls import TokenRefused
from bot.sending.speaker import ChatScreens, Speaker, save_chat_screens
from bot.views.localiser import Localiser
from bot.views.screen_for_reply import screen_for
from content.words import Html, Words
from engagement.consultations.late import Gap
from usecases.conversation import receive
from usecases.conversation.after_outage import were_answering
from usecases.conversation.current_screen import here
from usecases.conversation.receive import PendingReply
from usecases.conversation.shown import Shown, screens
from usecases.people.identify import Person
from usecases.world import Transaction, World

log = structlog.get_logger("bot.sending.pending_replies")

LATE_SECONDS = 120.0
"""A reply that is pending for longer was given up; it isn't merely on its way."""


class PendingReplies:
    """Renders pending replies again from the person's state: no reply's text is stored."""

    def __init__(
        self, *, commit: RetriedCommit, speaker: Speaker, world: World, words: Words
    ) -> None:
        self._commit = commit
        self._speaker = speaker
        self._world = world
        self._words = words
        self._being_sent: set[int] = set()

    @contextmanager
    def being_sent(self, seqs: Collection[int]) -> Iterator[None]:
        """Marks the replies to these updates as on their way, so that they aren't sent twice."""
        self._being_sent |= {*seqs}
        try:
            yield
        finally:
            self._being_sent -= {*seqs}

    async def left_over(self) -> list[PendingReply]:
        """At the start: the replies that a crash cut off."""
        return list(await self._commit(lambda tx: receive.pending_replies(tx, self._world)))

    async def ask_to_tap_again(
        self, since: datetime, but: Collection[int], gap: Gap | None = None
    ) -> None:
        """The connection is back after a silence since ``since``: ask the people who were answering
        a consultation to tap again, except those in the chats ``but``, who get a reply anyway."""
        try:
            away = await self._commit(
                lambda tx: were_answering(tx, self._world, since, but=but, gap=gap)
            )
        except Exception as error:
            # Nobody is asked then; they can still tap again.
            log.error("a pending reply failed", **error_fields(error))
            return
        await self.send((), away)

    async def send_late(self) -> None:
        """Send the replies that were given up because the connection was down."""
        late = LATE_SECONDS
        await self.send(
            await self._commit(
                lambda tx: receive.pending_replies(tx, self._world, longer_than=late)
            )
        )

    async def send(self, pending: Sequence[PendingReply], away: Sequence[Person] = ()) -> None:
        """Send these replies. The people in ``away`` are asked to tap again, in a new message."""
        for reply in [*pending, *(PendingReply((), person) for person in away)]:
            if self._being_sent.intersection(reply.seqs):
                continue
            try:
                with self.being_sent(reply.seqs):
                    await self._send(reply)
            except TokenRefused:
                raise
            except Exception as error:
                log.error("a pending reply failed", **error_fields(error))

    async def _send(self, reply: PendingReply) -> None:
        async def find(tx: Transaction) -> tuple[Any, list[Shown]]:
            value = await here(tx, self._world, reply.person)
            return value, await screens(tx, reply.person.id or 0)

        value, shown = await self._commit(find)
        person = reply.person
        stopped, leaving = person.has_stopped, person.is_leaving
        number = person.number_on_phone
        say = Localiser(self._words, person.language, self._world, stopped, leaving, number)
        screen = screen_for(say, value)
        chat = ChatScreens(reply.person.id, {s.topic: s for s in shown})
        if isinstance(screen, Screen) and reply.seqs:
            await self._speaker.show(reply.person, screen, chat)
        elif isinstance(screen, Screen):
            sorry = self._words.html("after-gap", reply.person.language)
            below = replace(screen, text=Html(f"{sorry}\n\n{screen.text}"))
            await self._speaker.show_below(reply.person, below, chat)

        async def save(tx: Transaction) -> None:
            if not chat.unsent:
                await receive.replied(tx, self._world, reply.seqs)
            await save_chat_screens(tx, reply.person.id, chat)

        await self._commit(save)
