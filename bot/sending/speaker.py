"""Says what a turn has to say, after its commit: edits in place, or a new message below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.context import Turn
from bot.screens import CommandMenu, FileScreen, PictureScreen, Screen, Toast
from bot.sending.calls import LONGEST_TOAST, Calls
from bot.sending.exporter import Exporter
from content.words import Html, Words
from engagement.broadcasts.delivery import Fate, Outcome, Reach
from usecases.people import identify, leave
from usecases.people.identify import Person, Shown
from usecases.world import Transaction


@dataclass(slots=True)
class Standing:
    """What stands in one chat: known before, changed while speaking, kept after."""

    person_id: int | None
    by_topic: dict[str, Shown]
    gone: set[str] = field(default_factory=set)
    put_down: set[str] = field(default_factory=set)
    reach: Reach | None = None
    unsent: bool = False  # something certainly did not go: it is still owed

    def at(self, message_id: int | None) -> Shown | None:
        """What is shown by this message."""
        if message_id is None:
            return None
        return next((s for s in self.by_topic.values() if s.message_id == message_id), None)

    def put(self, screen: Screen, message_id: int) -> None:
        """This message shows this screen now; other topics it stood for are over."""
        for topic in [t for t, s in self.by_topic.items() if s.message_id == message_id]:
            del self.by_topic[topic]
            self.gone.add(topic)
        self.by_topic[screen.topic] = Shown(
            screen.topic, message_id, screen.fingerprint, screen.buttons
        )
        self.gone.discard(screen.topic)
        self.put_down.add(screen.topic)

    @property
    def changed(self) -> list[Shown]:
        """What is to be kept: what was put down and still stands."""
        return [s for topic, s in self.by_topic.items() if topic in self.put_down]


class Speaker:
    """Turns replies into calls, and keeps track of which message shows what."""

    def __init__(self, calls: Calls, exporter: Exporter, words: Words) -> None:
        self._calls = calls
        self._exporter = exporter
        self._words = words

    async def speak(self, turns: Sequence[Turn], standing: Standing) -> None:
        """Say all that these turns of one person have to say, in order.

        Where several would edit the same message, only the last does: a person who taps fast
        sees where they ended, and the buttons they tapped stop waiting all the same.
        """
        for place, turn in enumerate(turns):
            tapped = turn.parsed.tapped
            later = any(
                tapped is not None
                and t.parsed.tapped == tapped
                and any(isinstance(r, Screen) and not r.fresh for r in t.replies)
                for t in turns[place + 1 :]
            )
            await self._one(turn, standing, tapped, skip_edits=later)

    async def offer_commands(
        self, names: Sequence[str], language: str = "en", chat_id: int | None = None
    ) -> None:
        """The menu of commands in one language: of one chat, or of all whose phones speak it
        (English stands in for every language without a menu)."""
        commands = [
            {"command": name, "description": self._words.plain(f"command-{name}", language)}
            for name in names
        ]
        await self._calls.offer_commands(commands, language, chat_id)

    async def say_to(self, chat_id: int, screen: Screen) -> None:
        """A sentence that stands for nothing and is not remembered."""
        await self._calls.send(chat_id, screen, again=self._words.html("sent-again"))

    async def show(self, person: Person, screen: Screen, standing: Standing) -> Outcome | None:
        """Show a screen nobody asked for just now: in its own message where it stands already."""
        known = standing.by_topic.get(screen.topic)
        if known is not None and known.fingerprint == screen.fingerprint:
            return None
        if known is not None and await self._calls.edit(person.chat_id, known.message_id, screen):
            standing.put(screen, known.message_id)
            return None
        return await self._send(person.chat_id, person.language, screen, standing)

    async def show_anew(self, person: Person, screen: Screen, standing: Standing) -> Outcome:
        """Show a screen below everything else, and take the buttons off where it stood."""
        return await self._send(person.chat_id, person.language, screen, standing)

    async def _one(
        self, turn: Turn, standing: Standing, tapped: int | None, *, skip_edits: bool
    ) -> None:
        toast = next((r.text for r in turn.replies if isinstance(r, Toast)), None)
        await self._answer_tap(turn, toast)
        if turn.person is None:
            return
        for reply in turn.replies:
            if isinstance(reply, (FileScreen, PictureScreen)):
                await self._send_made(turn.person.chat_id, reply)
            elif isinstance(reply, CommandMenu):
                await self.offer_commands(reply.names, reply.language, turn.person.chat_id)
            elif isinstance(reply, Screen):
                if skip_edits and not reply.fresh:
                    continue
                await self._say(turn, reply, standing, tapped)

    async def _send_made(self, chat_id: int, reply: FileScreen | PictureScreen) -> None:
        if isinstance(reply, PictureScreen) and not self._exporter.is_ready:
            await self.say_to(chat_id, Screen(reply.waiting))
        sent = await self._exporter.send(chat_id, reply)
        if sent.fate is not Fate.DONE:
            await self.say_to(chat_id, Screen(reply.failed))

    async def _answer_tap(self, turn: Turn, toast: str | None) -> None:
        query = turn.update.callback_query
        if query is None:
            return
        short = toast if toast is None or len(toast) <= LONGEST_TOAST else None
        answered = await self._calls.answer(query.id, short)
        if toast is not None and (short is None or not answered) and turn.person is not None:
            # Too late or too long for a toast: what was to be said is said in the chat.
            text = Html(self._words.html("plain", text=toast))
            again = self._words.html("sent-again", turn.person.language)
            await self._calls.send(turn.person.chat_id, Screen(text), again=again)

    async def _say(
        self, turn: Turn, screen: Screen, standing: Standing, tapped: int | None
    ) -> None:
        person = turn.person
        if person is None:
            return
        apart = person.contact is not None and person.contact.new_messages
        here = standing.at(tapped)
        stands = here is not None or (tapped is not None and standing.person_id is None)
        if tapped is not None and stands and not screen.fresh and not apart:
            if here is not None and here.fingerprint == screen.fingerprint:
                return
            if await self._calls.edit(person.chat_id, tapped, screen):
                standing.put(screen, tapped)
                return
        await self._send(person.chat_id, person.language, screen, standing)

    async def _send(
        self, chat_id: int, language: str, screen: Screen, standing: Standing
    ) -> Outcome:
        before = standing.by_topic.get(screen.topic)
        again = self._words.html("sent-again", language)
        outcome = await self._calls.send(chat_id, screen, again=again)
        standing.unsent |= outcome.fate in (Fate.NEVER_SENT, Fate.SLOW_DOWN)
        if outcome.fate is Fate.BLOCKED:
            standing.reach = Reach.BLOCKED
        elif outcome.fate is Fate.GONE:
            standing.reach = Reach.GONE
        if outcome.message_id is not None:
            standing.put(screen, outcome.message_id)
            if before is not None and before.buttons:
                await self._calls.strip(chat_id, before.message_id)
        return outcome


async def keep_standing(
    tx: Transaction, person_id: int | None, standing: Standing, *, is_known: bool = False
) -> None:
    """Keep what stands in a chat now, and whether messages still reach it. ``is_known``: it is a
    contact's own turn, so that they cannot have left meanwhile."""
    if person_id is None:
        return
    if standing.changed:
        gone = [*standing.gone]
        await identify.remember_screens(tx, person_id, standing.changed, gone, is_known=is_known)
    if standing.reach is not None:
        await leave.not_reached(tx, person_id, standing.reach)
