"""One turn: an update, the open transaction it is handled in, and what is to be said after."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.parsing import Parsed
from bot.screens import Reply
from content.words import Words
from usecases.conversation.receive import Received
from usecases.people.identify import Person, Shown
from usecases.world import Transaction, World


@dataclass(slots=True)
class Turn:
    """What one update needs while it is handled, and what came of it."""

    received: Received
    parsed: Parsed
    world: World
    words: Words
    tx: Transaction | None = None
    pressed: str = ""  # the data of the button that was tapped, or whose label was typed
    person: Person | None = None
    person_after: int | None = None
    shown: list[Shown] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    error: BaseException | None = None
    forgotten: int | None = None
    done_before: bool = False  # an earlier try was committed, though its answer never came
    unread: str = ""  # the reference under which it was set aside, where it cannot be read
    stirs: bool = False  # a broadcast may have moved: wake the sender and the desk

    @property
    def update(self) -> Update:
        """What handlers are handed."""
        return self.parsed.update

    def begin(self, tx: Transaction) -> None:
        """Start, or start again after a failed commit."""
        self.tx, self.person, self.person_after, self.error = tx, None, None, None
        self.shown, self.replies, self.forgotten, self.stirs = [], [], None, False


TURN: ContextVar[Turn] = ContextVar("turn")


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """A handler's view of its turn. Handlers unpack, call an act, and say what it returned."""

    @property
    def turn(self) -> Turn:
        """The turn in whose transaction this handler runs."""
        return TURN.get()

    @property
    def tx(self) -> Transaction:
        """The open transaction."""
        tx = self.turn.tx
        if tx is None:
            raise RuntimeError("a handler ran outside a transaction")
        return tx

    @property
    def world(self) -> World:
        """What acts are handed."""
        return self.turn.world

    @property
    def words(self) -> Words:
        """What views are handed."""
        return self.turn.words

    @property
    def person(self) -> Person:
        """Who is speaking."""
        person = self.turn.person
        if person is None:
            raise RuntimeError("nobody is speaking")
        return person

    def reply(self, *replies: Reply) -> None:
        """Say this once the transaction has committed."""
        self.turn.replies.extend(replies)


BotApplication = Application[Any, Context, Any, Any, Any, Any]
