"""One turn: an update, the transaction in which it is handled, and the replies to send after."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.parsing import ParsedUpdate
from bot.screens import Reply
from content.words import Words
from engagement.broadcasts.audience import Audience, WardPeople
from engagement.errors import OldButton
from usecases.consultations.polls_in_front import PollInFront
from usecases.conversation.chat import Chat, chat_of
from usecases.conversation.receive import Received
from usecases.conversation.safety import Signposts
from usecases.conversation.shown import Shown, that_ask
from usecases.operations.decided_elsewhere import Decision
from usecases.people.identify import Person
from usecases.people.leave import Forgotten
from usecases.people.whose_turn import WhoQuestion
from usecases.world import Transaction, World


@dataclass(slots=True)
class Turn:
    """What one update needs while it is handled, and its result."""

    received: Received
    parsed: ParsedUpdate
    world: World
    words: Words
    tx: Transaction | None = None
    pressed: str = ""  # the data of the button that was tapped, or whose label was typed
    person: Person | None = None
    person_after: int | None = None
    in_chat: list[Shown] = field(default_factory=list)  # the screens in the person's chat
    shown: list[Shown] = field(default_factory=list)  # the same, with the buttons that answer them
    news: int | None = None  # the newest broadcast in the chat
    news_buttons: Mapping[str, str] = field(default_factory=dict)  # those under it
    polls: tuple[PollInFront, ...] = ()  # quick polls that typed words may be for
    coming: bool = True  # what waits for words is on its way, if it isn't in the chat
    replies: list[Reply] = field(default_factory=list)
    error: BaseException | None = None
    forgotten: Forgotten | None = None
    others_forgotten: Forgotten | None = None  # somebody else on the same phone
    signposts: Signposts | None = None  # shown first: the message holds words of danger
    done_before: bool = False  # an earlier try was committed, though its confirmation was lost
    unread: str = ""  # if the update cannot be read: the reference under which it was set aside
    sizes: Mapping[Audience, tuple[WardPeople, ...]] | None = None  # audiences counted for it
    broadcasts_changed: bool = False  # something for staff or the sender may have changed
    decided: list[Decision] = field(default_factory=list)  # colleagues may still be asked for it
    who: WhoQuestion | None = None  # of several on one phone, nobody knows whose words these are
    barred: OldButton | None = None  # the button is that of somebody who is no longer linked

    @property
    def update(self) -> Update:
        """The update as handlers get it."""
        return self.parsed.update

    @property
    def thread(self) -> int | None:
        """The topic of a group in which the message was written."""
        message = self.update.message
        return message.message_thread_id if message is not None else None

    def sees(self, screens: list[Shown]) -> None:
        """These screens are in the chat."""
        self.in_chat, self.shown = screens, that_ask(self.person, screens)

    def begin(self, tx: Transaction) -> None:
        """Start, or start over after a failed commit."""
        self.tx, self.person, self.person_after, self.error = tx, None, None, None
        self.sees([])
        self.news, self.replies, self.forgotten = None, [], None
        self.news_buttons, self.polls, self.coming = {}, (), True
        self.broadcasts_changed = False
        self.signposts, self.decided = None, []
        self.who, self.barred, self.others_forgotten = None, None, None


TURN: ContextVar[Turn] = ContextVar("turn")


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """A handler's view of its turn. Handlers unpack, call an act, and reply with its result."""

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
        """The world, as acts get it."""
        return self.turn.world

    @property
    def words(self) -> Words:
        """The bot's texts, as views get them."""
        return self.turn.words

    @property
    def person(self) -> Person:
        """The person who wrote or tapped."""
        person = self.turn.person
        if person is None:
            raise RuntimeError("the update comes from nobody")
        return person

    @property
    def chat(self) -> Chat:
        """What is in the person's chat, including news, with what their words reply to in front."""
        turn, replied_to = self.turn, self.turn.parsed.replied_to
        return chat_of(self.person, turn.shown, turn.news, turn.news_buttons, replied_to=replied_to)

    def reply(self, *replies: Reply) -> None:
        """Send this once the transaction has committed."""
        self.turn.replies.extend(replies)


BotApplication = Application[Any, Context, Any, Any, Any, Any]
