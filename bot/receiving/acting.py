"""Acting on what was taken in: an update's effect and the emptying of its row are one commit."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from telegram import Update

from bot.application import BotApplication
from bot.commits import Away, Surely, reason, where
from bot.context import TURN, Turn
from bot.parsing import Parsed, parsed
from bot.refusals import refused
from content.words import Words
from engagement.errors import Refusal
from usecases.conversation import receive
from usecases.conversation.receive import Received
from usecases.people import identify
from usecases.world import Transaction, World

log = structlog.get_logger("bot.receiving.acting")


class Acting:
    """Reads each update, finds who speaks, and has a handler act in one transaction.

    ``on_forgotten`` is told of the contact that is to be forgotten, before the commit.
    """

    def __init__(
        self,
        *,
        application: BotApplication,
        commit: Surely,
        world: World,
        words: Words,
        on_forgotten: Callable[[int], None],
    ) -> None:
        self._application = application
        self._surely = commit
        self._world = world
        self._words = words
        self._on_forgotten = on_forgotten

    async def act(self, row: Received, *, held_up: Callable[[Away], None]) -> Turn | str:
        """One update's effect, committed. A string: why it failed; it may be tried again.

        ``held_up`` is told of each commit that has to be tried again.
        """
        try:
            found = parsed(row.payload, self._application.bot)
        except Exception as unreadable:
            # Whatever Telegram sends: one strange update must not stop the rest.
            log.error("an update cannot be read", seq=row.seq, **where(unreadable))
            why = reason(unreadable)
            reference = await self._surely(
                lambda tx: receive.unreadable(tx, self._world, row.seq, why)
            )
            return Turn(row, Parsed(Update(0)), self._world, self._words, unread=reference)
        turn = Turn(row, found, self._world, self._words)
        try:
            await self._surely(
                lambda tx: self._in_transaction(tx, turn),
                held_up=held_up,
                again=lambda tx: self._unless_done(tx, turn),
            )
        except Refusal as no:
            refusal = no
            await self._surely(lambda tx: self._say_no(tx, turn, refusal))
        except Exception as trouble:
            log.error("an update failed", seq=row.seq, **where(trouble))
            return reason(trouble)
        return turn

    async def _unless_done(self, tx: Transaction, turn: Turn) -> None:
        """After a commit whose answer never came: it may have been carried out."""
        turn.done_before = not await receive.still_waits(tx, turn.received.seq)
        if not turn.done_before:
            await self._in_transaction(tx, turn)

    async def _in_transaction(self, tx: Transaction, turn: Turn) -> None:
        """The handler's act and the emptying of its update, together or not at all."""
        await self._recognise(tx, turn)
        token = TURN.set(turn)
        try:
            await self._application.process_update(turn.update)
        finally:
            TURN.reset(token)
        if turn.error is not None:
            raise turn.error
        if turn.forgotten is not None:
            # Before the commit: should it fail, the person still asked for it.
            self._on_forgotten(turn.forgotten)
        if turn.person is not None and turn.person.contact is None:
            # A stranger may have become an arrival, and an arrival a resident.
            after = await identify.recognise(tx, self._world, turn.person.chat_id)
            turn.person_after = after.id
        elif turn.person is not None:
            turn.person_after = None if turn.forgotten else turn.person.id
        await self._done(tx, turn)

    async def _say_no(self, tx: Transaction, turn: Turn, no: Refusal) -> None:
        """The act's savepoint is undone; the update is done with, and the reply is the no."""
        await self._recognise(tx, turn)
        turn.person_after = turn.person.id if turn.person else None
        turn.replies = [refused(turn, no)]
        await self._done(tx, turn)

    async def _recognise(self, tx: Transaction, turn: Turn) -> None:
        turn.begin(tx)
        query = turn.update.callback_query
        turn.pressed = (query.data if query is not None else None) or ""
        chat, user = turn.parsed.chat, turn.update.effective_user
        if chat is None:
            return
        language = (user.language_code if user else None) or "en"
        turn.person = await identify.recognise(tx, self._world, chat, language[:2])
        if turn.person.id is not None:
            turn.shown = await identify.screens(tx, turn.person.id)
        await identify.heard(tx, self._world, turn.person)

    async def _done(self, tx: Transaction, turn: Turn) -> None:
        owed_to = turn.person_after if turn.replies else None
        await receive.done(tx, self._world, turn.received.seq, owed_to)
