"""Sends a turn's replies after its commit, as edits in place or as new messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.context import Turn
from bot.screens import (
    LOCATION_TOPIC,
    ButtonsAway,
    CommandMenu,
    MadeScreen,
    MediaScreen,
    PictureScreen,
    Removal,
    Screen,
    Toast,
)
from bot.sending.calls import LONGEST_TOAST, Calls
from bot.sending.exporter import Exporter
from bot.views.guests import as_seen_by
from content.words import Html, Words
from engagement.broadcasts.bot_api_responses import Fate, Outcome, deletion_is_done
from engagement.broadcasts.delivery import Reach, reach_after
from engagement.consultations.receipt import base36
from usecases.conversation.shown import MEDIA, OLDER, Shown, remember_screens
from usecases.people import reach
from usecases.people.identify import Person
from usecases.world import Transaction

FILE = "file"
"""The topic of the newest file or picture in a chat."""
POLL = "bp"
REPLIED = {"q": "q", "g": "q", "ln": "q", "ql": "q", "kw": "kw", POLL: POLL}
"""The buttons of questions, offers and quick polls: a reply to one further up is for it."""
MOST_COPIES = 6
"""Copies of one question further up, besides the last, to which a reply is for the question."""


@dataclass(slots=True)
class ChatScreens:
    """Which message of one chat shows which screen: loaded before, updated while replies are sent,
    and saved after."""

    person_id: int | None
    by_topic: dict[str, Shown]
    gone: set[str] = field(default_factory=set)
    updated: set[str] = field(default_factory=set)
    reach: Reach | None = None
    unsent: bool = False  # a reply was certainly not sent, and is still pending

    def shown_by(self, message_id: int | None) -> Shown | None:
        """The screen that this message shows."""
        if message_id is None:
            return None
        mine = (s for s in self.by_topic.values() if not s.topic.startswith(OLDER))
        return next((s for s in mine if s.message_id == message_id), None)

    def is_at_the_end(self, screen: Screen, *, below: int) -> bool:
        """Whether the newest message, which is further down than ``below``, shows this screen."""
        newest = max(self.by_topic.values(), key=lambda s: s.message_id, default=None)
        if newest is None or newest.message_id <= below:
            return False
        return (newest.topic, newest.fingerprint) == (screen.topic, screen.fingerprint)

    def put(self, screen: Screen, message_id: int) -> None:
        """Note that this message now shows this screen, and no other topic."""
        for topic in [t for t, s in self.by_topic.items() if s.message_id == message_id]:
            del self.by_topic[topic]
            self.gone.add(topic)
        self.by_topic[screen.topic] = Shown(
            screen.topic, message_id, screen.fingerprint, screen.buttons
        )
        self.gone.discard(screen.topic)
        self.updated.add(screen.topic)

    def keep_older(self, old: Shown) -> None:
        """Note which question or offer this message showed, now that it has moved further down: a
        reply to it is for that one."""
        asked = next((d for d in old.buttons.values() if d.partition(":")[0] in REPLIED), None)
        if asked is not None:
            verb, code, place, *rest = asked.split(":")
            about = f"0:{rest[0]}" if verb == POLL else place  # a copy is for the whole poll
            self._keep_newest(f"{OLDER}{REPLIED[verb]}:{code}:{about}", old.message_id)

    def keep_media(self, media: MediaScreen, message_id: int) -> None:
        """Note that this message is a picture or a recording that goes with a question: a reply to
        it is for that."""
        code, place = map(base36, media.about)
        self._keep_newest(f"{OLDER}{MEDIA}:{code}:{place}", message_id)

    def _keep_newest(self, topic: str, message_id: int) -> None:
        before = self.by_topic.get(topic)
        if before is not None and before.message_id != message_id:
            self._keep_copy(before)
        self._keep(Shown(topic, message_id, "", {}))

    def _keep_copy(self, old: Shown) -> None:
        """Note a copy of a question further up still, the last few of each question."""
        self._keep(Shown(f"{old.topic}:{base36(old.message_id)}", old.message_id, "", {}))
        copies = [s for t, s in self.by_topic.items() if t.startswith(f"{old.topic}:")]
        for copy in sorted(copies, key=lambda s: s.message_id)[:-MOST_COPIES]:
            self.drop(copy.topic)

    def _keep(self, shown: Shown) -> None:
        self.by_topic[shown.topic] = shown
        self.gone.discard(shown.topic)
        self.updated.add(shown.topic)

    def drop(self, topic: str) -> None:
        """Note that this topic is shown no longer."""
        if self.by_topic.pop(topic, None) is not None:
            self.gone.add(topic)

    @property
    def changed(self) -> list[Shown]:
        """The screens to save: those that were updated and are still shown."""
        return [s for topic, s in self.by_topic.items() if topic in self.updated]


class Speaker:
    """Turns replies into calls, and keeps track of which message shows which screen."""

    def __init__(self, calls: Calls, exporter: Exporter, words: Words) -> None:
        self._calls = calls
        self._exporter = exporter
        self._words = words

    async def speak(self, turns: Sequence[Turn], chat: ChatScreens) -> None:
        """Send the replies of these turns of one person, in order.

        If several would edit the same message, only the last does: a person who taps fast sees the
        final state. Every tap is still answered, so that no button keeps its spinner.
        """
        for place, turn in enumerate(turns):
            tapped = turn.parsed.tapped
            later = any(
                tapped is not None
                and t.parsed.tapped == tapped
                and any(isinstance(r, Screen) and not r.fresh for r in t.replies)
                for t in turns[place + 1 :]
            )
            await self._reply_to(turn, chat, tapped, skip_edits=later)

    async def offer_commands(
        self, names: Sequence[str], language: str = "en", chat_id: int | None = None
    ) -> bool:
        """Set the command menu in one language: of one chat, or of everybody whose phone is set to
        it (the English menu is used for every language without its own)."""
        commands = [
            {"command": name, "description": self._words.plain(f"command-{name}", language)}
            for name in names
        ]
        return await self._calls.offer_commands(commands, language, chat_id)

    async def offer_menu(self, chat_id: int, menu: CommandMenu) -> bool:
        """Set the command menu of one chat, or remove it where there are no commands of its own.
        False if Telegram didn't get the call."""
        if not menu.names:
            return await self._calls.remove_commands(chat_id)
        return await self.offer_commands(menu.names, menu.language, chat_id)

    async def say_to(self, chat_id: int, screen: Screen) -> None:
        """Send a message that belongs to no topic and is not remembered."""
        await self._calls.send(chat_id, screen, again=self._words.html("sent-again"))

    async def show(self, person: Person, screen: Screen, chat: ChatScreens) -> Outcome | None:
        """Show a screen that isn't the reply to a turn: edit the message that shows its topic, or
        send a new one. None if no new message was needed."""
        screen = self._theirs(person, screen)
        known = chat.by_topic.get(screen.topic)
        if known is not None and known.fingerprint == screen.fingerprint:
            return None
        editable = known is not None and screen.above is None
        if known and editable and await self._calls.edit(person.phone, known.message_id, screen):
            chat.put(screen, known.message_id)
            return None
        return await self._send(person.phone, person.language, screen, chat)

    async def _put_keyboard_away(
        self, chat_id: int, language: str, screen: Screen, chat: ChatScreens
    ) -> bool:
        """Remove the key that shares a location, with the first reply after it was offered. A
        message has one keyboard only, so that this takes a message of its own, which the reply
        follows. Returns whether there was one."""
        if LOCATION_TOPIC not in chat.by_topic or screen.topic == LOCATION_TOPIC:
            return False
        text = self._words.html("location-key-away", language)
        again = self._words.html("sent-again", language)
        outcome = await self._calls.send(chat_id, Screen(text, keyboard_away=True), again=again)
        if outcome.message_id is not None:
            chat.drop(LOCATION_TOPIC)
        return True

    async def edit_shown(
        self, person: Person, topic: str, screen: Screen, chat: ChatScreens
    ) -> None:
        """Show a screen in the message that shows this topic; nothing is sent if it can't be."""
        known, screen = chat.by_topic[topic], self._theirs(person, screen)
        if await self._calls.edit(person.phone, known.message_id, screen):
            chat.put(screen, known.message_id)

    async def remove_buttons(self, person: Person, topic: str, chat: ChatScreens) -> None:
        """Remove the buttons of the message that shows this topic; its text stays."""
        known = chat.by_topic[topic]
        await self._calls.remove_buttons(person.phone, known.message_id)
        chat.by_topic[topic] = replace(known, buttons={})
        chat.updated.add(topic)

    async def show_below(self, person: Person, screen: Screen, chat: ChatScreens) -> Outcome:
        """Show a screen in a new message, and remove the buttons of the old one."""
        return await self._send(person.phone, person.language, self._theirs(person, screen), chat)

    def _theirs(self, person: Person, screen: Screen) -> Screen:
        """The screen as this person sees it: on another's phone it says for whom it is."""
        return as_seen_by(self._words, person, screen)

    async def _reply_to(
        self, turn: Turn, chat: ChatScreens, tapped: int | None, *, skip_edits: bool
    ) -> None:
        toast = next((r.text for r in turn.replies if isinstance(r, Toast)), None)
        removal = next((r for r in turn.replies if isinstance(r, Removal)), None)
        if removal is not None and turn.person is not None:
            toast = await self._remove(turn.person, removal, chat)
        await self._answer_tap(turn, toast)
        if toast is not None and turn.update.callback_query is None and turn.person is not None:
            await self.say_to(turn.person.phone, Screen(self._words.html("plain", text=toast)))
        if turn.person is None:
            return
        for reply in turn.replies:
            if isinstance(reply, MadeScreen):
                await self._send_made(turn.person.phone, reply, chat)
            elif isinstance(reply, CommandMenu):
                await self.offer_menu(turn.person.phone, reply)
            elif isinstance(reply, ButtonsAway):
                await self._calls.remove_all_buttons(turn.person.phone, reply.message_ids)
            elif isinstance(reply, Screen):
                if skip_edits and not reply.fresh:
                    continue
                await self._show(turn, reply, chat, tapped)

    async def _remove(self, person: Person, removal: Removal, chat: ChatScreens) -> str | None:
        """Delete messages of a chat; what to say then."""
        outcomes = [await self._calls.delete(person.phone, n) for n in removal.message_ids]
        if all(map(deletion_is_done, outcomes)):
            chat.drop(removal.topic)
            return removal.done
        refused = any(outcome.fate is Fate.REFUSED for outcome in outcomes)
        return removal.refused if refused else removal.failed

    async def _send_made(self, chat_id: int, reply: MadeScreen, chat: ChatScreens) -> None:
        if isinstance(reply, PictureScreen) and not self._exporter.is_ready:
            await self.say_to(chat_id, Screen(reply.waiting))
        sent = await self._exporter.send(chat_id, reply)
        if sent.fate is not Fate.DONE:
            await self.say_to(chat_id, Screen(reply.failed))
        elif sent.message_id is not None:
            # It is in the chat like anything else: what is typed next is below it.
            chat.put(Screen(reply.caption, topic=FILE), sent.message_id)

    async def _send_above(self, chat_id: int, media: MediaScreen, chat: ChatScreens) -> None:
        """Send a picture or a recording, or else what is said instead of it."""
        sent = await self._exporter.send(chat_id, media)
        if sent.fate is not Fate.DONE:
            await self.say_to(chat_id, Screen(media.failed))
        elif sent.message_id is not None:
            chat.keep_media(media, sent.message_id)

    async def _answer_tap(self, turn: Turn, toast: str | None) -> None:
        query = turn.update.callback_query
        if query is None:
            return
        short = toast if toast is None or len(toast) <= LONGEST_TOAST else None
        answered = await self._calls.answer(query.id, short)
        if toast is not None and (short is None or not answered) and turn.person is not None:
            # Too late or too long for a toast: send it as a message.
            text = Html(self._words.html("plain", text=toast))
            again = self._words.html("sent-again", turn.person.language)
            await self._calls.send(turn.person.phone, Screen(text), again=again)

    async def _show(
        self, turn: Turn, screen: Screen, chat: ChatScreens, tapped: int | None
    ) -> None:
        person = turn.person
        if person is None:
            return
        screen = self._theirs(person, screen)
        below = await self._put_keyboard_away(person.phone, person.language, screen, chat)
        separate = below or (person.contact is not None and person.contact.new_messages)
        shown = chat.shown_by(tapped)
        editable = shown is not None or (tapped is not None and chat.person_id is None)
        if tapped is not None and editable and not screen.fresh and not separate:
            if shown is not None and shown.fingerprint == screen.fingerprint:
                return
            if await self._calls.edit(person.phone, tapped, screen):
                await self._put_instead(person.phone, screen, tapped, chat)
                return
        if tapped is not None and chat.is_at_the_end(screen, below=tapped):
            return  # the button was tapped twice, and the first tap has shown this
        there = replace(screen, thread=turn.thread)
        await self._send(person.phone, person.language, there, chat)

    async def _put_instead(
        self, chat_id: int, screen: Screen, tapped: int, chat: ChatScreens
    ) -> None:
        """Note that the tapped message shows this screen now, which another may have shown."""
        former = chat.by_topic.get(screen.topic)
        chat.put(screen, tapped)
        if former is not None and former.message_id != tapped:
            await self._moved_down(chat_id, former, chat)

    async def _moved_down(self, chat_id: int, old: Shown, chat: ChatScreens) -> None:
        """What this message showed is further down now: it loses its buttons."""
        chat.keep_older(old)
        if old.buttons:
            await self._calls.remove_buttons(chat_id, old.message_id)

    async def _send(
        self, chat_id: int, language: str, screen: Screen, chat: ChatScreens
    ) -> Outcome:
        await self._put_keyboard_away(chat_id, language, screen, chat)
        if screen.above is not None:
            await self._send_above(chat_id, screen.above, chat)
        before = [chat.by_topic[t] for t in (screen.topic, screen.ends) if t in chat.by_topic]
        again = self._words.html("sent-again", language)
        outcome = await self._calls.send(chat_id, screen, again=again)
        chat.unsent |= outcome.fate in (Fate.NEVER_SENT, Fate.SLOW_DOWN)
        if (found := reach_after(outcome)) is not None:
            chat.reach = found
        if outcome.message_id is not None:
            chat.put(screen, outcome.message_id)
            chat.drop(screen.ends)
            for old in before:
                await self._moved_down(chat_id, old, chat)
        return outcome


async def save_chat_screens(
    tx: Transaction, person_id: int | None, chat: ChatScreens, *, is_known: bool = False
) -> None:
    """Save which messages of a chat show what, and whether messages still reach it. ``is_known``:
    this is the contact's own turn, so that they cannot have left meanwhile."""
    if person_id is None:
        return
    if chat.changed or chat.gone:
        gone = [*chat.gone]
        await remember_screens(tx, person_id, chat.changed, gone, is_known=is_known)
    if chat.reach is not None:
        await reach.not_reached(tx, person_id, chat.reach)
