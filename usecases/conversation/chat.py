"""What is in a person's chat, from the top: the bot's screens and the news that came since."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from storage.broadcasts import deliveries
from usecases.conversation.shown import OLDER, Shown, screens, that_ask
from usecases.people import words_in_hand
from usecases.people.identify import Person
from usecases.world import Transaction

NEWS = "broadcast"
"""The topic of the newest broadcast: it is in the chat, though it isn't one of our screens."""
TALK = "talk"
"""The topic of messages that ask nothing."""
REFUSAL = "refusal"
"""The topic of messages that say why something wasn't taken: they ask nothing either."""
SIGNPOSTS = "safety-"
"""How the topics of screens begin that show whom to call: they ask nothing either."""


WHY = "why-"
"""The beginning of the topic of the screen that asks why a broadcast was declined: without buttons
it says that the author sees the reason."""
UNKNOWN = ""
"""The topic of a message that we know no longer, or never did: somebody's own, or one whose place
a newer one of its kind has taken. What replies to it is for nothing else."""
LEAVING = "leaving"
"""The topic of /stop and /forget: without buttons they only confirm."""


def asking(shown: Sequence[Shown]) -> list[Shown]:
    """The screens that may ask something."""
    return [
        s
        for s in shown
        if s.topic not in (TALK, REFUSAL)
        and not s.topic.startswith((SIGNPOSTS, OLDER))
        and (s.buttons or s.topic != LEAVING)
    ]


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat's screens, with the newest broadcast as one of them, in no order. ``used`` is the
    message that was tapped last, if others stood below it, with the lowest of those;
    ``replied_to`` the one that these words reply to."""

    screens: tuple[Shown, ...] = ()
    used: tuple[int, int] | None = None
    replied_to: int | None = None

    def place(self, shown: Shown) -> float:
        """The place of this screen: what words reply to is what their writer has in front of them,
        and a screen further up that was tapped since is used last."""
        if shown.message_id == self.replied_to:
            return inf
        if self.used and shown.message_id == self.used[0]:
            return self.used[1] + 0.5
        return shown.message_id

    @property
    def things(self) -> list[Shown]:
        """Everything that may be meant by words, the newest last: not what only replies."""
        return sorted(asking(self.screens), key=self.place)

    @property
    def newest(self) -> Shown | None:
        """The newest thing that the bot has put in the chat, with buttons or not, or news."""
        return self.things[-1] if self.things else None

    @property
    def newest_with_buttons(self) -> Shown | None:
        """The newest screen with buttons; one without if news came after it, or if these words
        reply to it: then they are for no other."""
        return next((s for s in reversed(self.things) if s.buttons or self._is_last(s)), None)

    def _is_last(self, shown: Shown) -> bool:
        return shown.topic == NEWS or shown.message_id == self.replied_to

    def below(self, topics: Collection[str], *, offers: Collection[str] = ()) -> Shown | None:
        """The newest thing below the newest screen of these topics, but for ``offers``, which go
        with it; None where nothing is. None also where none of theirs is in the chat: a screen on
        its way will be the newest."""
        seen = [s for s in self.things if s.buttons or not s.topic.startswith(WHY)]
        if seen and seen[-1].message_id == self.replied_to:
            return None if seen[-1].topic in (*topics, *offers) else seen[-1]
        for theirs in (topics, offers):
            last = max((self.place(s) for s in self.things if s.topic in theirs), default=None)
            if last is not None:
                after = [s for s in seen if self.place(s) > last and s.topic not in offers]
                return after[-1] if after else None
        return None

    def is_last_word(self, shown: Shown) -> bool:
        """Whether nothing at all is below this screen, except whom to call."""
        below = (s for s in self.screens if not s.topic.startswith((SIGNPOSTS, OLDER)))
        return all(self.place(s) <= self.place(shown) for s in below)


def chat_of(
    person: Person,
    shown: Sequence[Shown],
    news: int | None,
    news_buttons: Mapping[str, str] | None = None,
    *,
    replied_to: int | None = None,
) -> Chat:
    """The chat of this person, as words see it that reply to one of its messages, if they do.
    ``news_buttons`` are those under the newest broadcast."""
    known = [*shown]
    if any(s.message_id == news for s in shown):
        news = None  # one that was tapped is another screen by now
    if news is not None:
        known.append(Shown(NEWS, news, "", news_buttons or {}))
    if replied_to is not None and all(s.message_id != replied_to for s in known):
        known.append(Shown(UNKNOWN, replied_to, "", {}))
    return Chat(tuple(known), words_in_hand.used_last(person), replied_to)


async def read(tx: Transaction, person: Person, *, replied_to: int | None = None) -> Chat:
    """The chat of this person, from the database."""
    if person.id is None:
        return Chat()
    shown = that_ask(person, await screens(tx, person.id))
    news = await newest_news(tx, person)
    return chat_of(person, shown, news, replied_to=replied_to)


async def newest_news(tx: Transaction, person: Person) -> int | None:
    """The newest broadcast in this person's chat."""
    return (
        None if person.contact is None else await deliveries.newest_message(tx, person.contact.id)
    )
