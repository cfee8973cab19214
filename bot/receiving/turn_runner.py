"""Runs one update's turn: its handler, and the emptying of its inbox row, in one commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import structlog
from telegram import Update

from bot.application import BotApplication
from bot.commits import OngoingOutage, RetriedCommit, error_fields, error_summary
from bot.context import TURN, Turn
from bot.parsing import ParsedUpdate, parse
from bot.receiving.refused_voices import RefusedVoices
from bot.receiving.strangers_signposts import StrangersSignposts
from bot.refusals import NOT_KEPT, refusal_reply
from bot.screens import ButtonsAway, Screen
from bot.sending.exporter import OpenReading
from bot.views.localiser import Localiser
from bot.views.screen_for_reply import screen_for
from content.words import Words
from engagement.broadcasts.audience import Audience, WardPeople
from engagement.errors import OldButton, Refusal, TextTakesTooMuchRoom, TextTooLong
from usecases.broadcasts import audience_size
from usecases.broadcasts.audience_size import AudienceNotCounted
from usecases.conversation import receive, safety
from usecases.conversation.chat import newest_news
from usecases.conversation.raw_updates import heard_in
from usecases.conversation.receive import Received
from usecases.conversation.shown import screens
from usecases.people import guests, identify, reach, whose_turn, words_in_hand
from usecases.people.heard import Heard, parted
from usecases.people.identify import Person
from usecases.people.leave import Forgotten
from usecases.release.all_in import sent_of
from usecases.world import Transaction, World, outage_of

log = structlog.get_logger("bot.receiving.turn_runner")


MOST_ALBUMS = 1_000
"""Albums that are remembered, the latest. The messages of one come within seconds."""
Album = tuple[int | None, str]


class TurnRunner:
    """Parses each update, finds the person it comes from, and runs a handler in one transaction.

    ``on_forgotten`` is called when a contact is forgotten, before the commit.
    """

    def __init__(
        self,
        *,
        application: BotApplication,
        commit: RetriedCommit,
        reading: OpenReading,
        world: World,
        words: Words,
        on_forgotten: Callable[[Forgotten], None],
    ) -> None:
        self._application = application
        self._commit = commit
        self._reading = reading
        self._world = world
        self._words = words
        self._on_forgotten = on_forgotten
        self.strangers = StrangersSignposts()
        self._albums: dict[Album | None, None] = {}
        self._refused_voices = RefusedVoices()

    async def run(
        self, row: Received, *, on_failure: Callable[[OngoingOutage], None]
    ) -> Turn | str:
        """The turn of one update, committed; or a string that says why it failed. A failed update
        may be tried again.

        ``on_failure`` is called after each failed commit that is retried.
        """
        try:
            found = parse(row.payload, self._application.bot)
        except Exception as unreadable:
            # One strange update must not stop the rest.
            log.error("an update cannot be read", seq=row.seq, **error_fields(unreadable))
            why = error_summary(unreadable)
            reference = await self._commit(
                lambda tx: receive.unreadable(tx, self._world, row.seq, why)
            )
            return Turn(row, ParsedUpdate(Update(0)), self._world, self._words, unread=reference)
        turn = Turn(row, found, self._world, self._words)
        try:
            await self._committed(turn, on_failure)
            self._refused_voices.note(turn)
        except Refusal as raised:
            refusal = raised
            await self._commit(lambda tx: self._refuse(tx, turn, refusal))
            self._refused_voices.note(turn, refusal)
        except Exception as error:
            log.error("an update failed", seq=row.seq, **error_fields(error))
            return error_summary(error)
        self._note_album(turn)
        return turn

    async def _committed(self, turn: Turn, on_failure: Callable[[OngoingOutage], None]) -> None:
        """The turn in one transaction. If it needs the size of an audience, that is counted first,
        and the turn begins again: taps don't wait for it."""
        turn.sizes = {}
        act = self._in_transaction
        while True:
            try:
                await self._commit(
                    partial(act, turn=turn),
                    on_failure=on_failure,
                    again=lambda tx: self._unless_done(tx, turn),
                )
            except AudienceNotCounted as missing:
                act = self._unless_done
                # Counted once already, and what to count has changed: now in the transaction.
                turn.sizes = None if turn.sizes else await self._counted(missing.audience)
            else:
                return

    async def _counted(
        self, audience: Audience
    ) -> Mapping[Audience, tuple[WardPeople, ...]] | None:
        """The size of this audience, or None while the database is away: the commit waits for it,
        and then counts for itself."""
        try:
            async with self._reading() as tx:
                return {audience: await audience_size.count(tx, audience)}
        except Exception as error:
            if outage_of(error) is None:
                raise
            return None

    def _note_album(self, turn: Turn) -> None:
        """The other messages of this album get no reply of their own. After a restart in between
        the album is answered once more, which does no harm."""
        album = _album(turn)
        if album is not None:
            self._albums[album] = None
            while len(self._albums) > MOST_ALBUMS:
                del self._albums[next(iter(self._albums))]

    async def _unless_done(self, tx: Transaction, turn: Turn) -> None:
        """After a commit whose confirmation was lost: it may have been carried out."""
        turn.done_before = not await receive.still_waits(tx, turn.received.seq)
        if not turn.done_before:
            await self._in_transaction(tx, turn)

    async def _in_transaction(self, tx: Transaction, turn: Turn) -> None:
        """The handler's act and the emptying of the inbox row, both or neither."""
        await self._recognise(tx, turn)
        if turn.barred is not None:
            raise turn.barred
        await self._show_signposts(tx, turn)
        token = TURN.set(turn)
        try:
            if turn.who is not None and turn.person is not None:
                # Nobody knows whose words these are, so nothing is done with them.
                say = Localiser(self._words, turn.person.language, self._world)
                turn.replies.append(screen_for(say, turn.who))
            elif _album(turn) not in self._albums:
                await self._application.process_update(turn.update)
        finally:
            TURN.reset(token)
        if turn.error is not None:
            raise turn.error
        if turn.others_forgotten is not None:
            self._on_forgotten(turn.others_forgotten)
        if turn.forgotten is not None:
            # Before the commit: if it fails, the person still asked to be forgotten.
            for one in turn.forgotten.every:
                self._on_forgotten(one)
        if turn.person is not None and turn.person.contact is None:
            # A new person may have become an arrival, and an arrival a resident.
            after = await identify.recognise(tx, self._world, turn.person.chat_id)
            turn.person_after = after.id
        elif turn.person is not None:
            turn.person_after = None if turn.forgotten else turn.person.id
        await self._done(tx, turn)

    async def _show_signposts(self, tx: Transaction, turn: Turn) -> None:
        """Before anything else is done with a message that holds words of danger."""
        message, person = turn.update.effective_message, turn.person
        if person is None or message is None:
            return
        text = message.text or message.caption or ""
        if message.api_kwargs.get(safety.MARK) is not True:
            found = None
            if turn.update.message is not None:
                found = await safety.joined(tx, self._world, person, text, message.date)
            if found is None:
                return
            text = found
        else:
            text = safety.words_for_alert(text, message.api_kwargs)
        by = message.from_user
        if message.chat.type != "private" or by is None or by.is_bot:
            # In a group the bot says nothing personal, and what a bot sends is nobody's danger.
            return
        turn.signposts = await safety.found(
            tx,
            self._world,
            person,
            text=text,
            message_id=message.message_id,
        )
        if turn.signposts is not None:
            say = Localiser(self._words, person.language, self._world)
            turn.replies.append(screen_for(say, turn.signposts))
            turn.broadcasts_changed = True

    async def after_failure(self, row: Received, why: str) -> tuple[str | None, Screen | None]:
        """Count a failure. Returns the reference if that sets the update aside, and whom to call if
        it holds words of danger: the alert about them is raised in the same commit."""
        if not safety.is_marked(row.payload):
            return await self._commit(
                lambda tx: receive.failed(tx, self._world, row.seq, why)
            ), None
        try:
            turn = Turn(row, parse(row.payload, self._application.bot), self._world, self._words)
            reference = await self._commit(partial(self._set_aside, turn=turn, why=why))
        except Exception as error:
            log.error("no alert could be raised", seq=row.seq, **error_fields(error))
            reference = await self._commit(lambda tx: receive.failed(tx, self._world, row.seq, why))
            return reference, self._numbers() if reference is not None else None
        return reference, _screen_in(turn)

    async def _set_aside(self, tx: Transaction, turn: Turn, why: str) -> str | None:
        turn.replies = []
        reference = await receive.failed(tx, self._world, turn.received.seq, why)
        if reference is not None:
            await self._only_signposts(tx, turn)
        return reference

    async def signposts_after_failure(self, row: Received) -> Screen | None:
        """Raise the alert about a message that was set aside, if it holds words of danger, and
        return whom to call. Where no alert can be raised, the numbers are shown all the same."""
        if not safety.is_marked(row.payload):
            return None
        try:
            turn = Turn(row, parse(row.payload, self._application.bot), self._world, self._words)
            await self._commit(partial(self._only_signposts, turn=turn))
        except Exception as error:
            log.error("no alert could be raised", seq=row.seq, **error_fields(error))
            return self._numbers()
        return _screen_in(turn)

    def _numbers(self) -> Screen | None:
        say = Localiser(self._words, "en", self._world)
        found = screen_for(say, safety.Signposts(None, passed_on=None))
        return found if isinstance(found, Screen) else None

    async def _only_signposts(self, tx: Transaction, turn: Turn) -> None:
        await self._recognise(tx, turn)
        await self._show_signposts(tx, turn)

    async def _refuse(self, tx: Transaction, turn: Turn, refusal: Refusal) -> None:
        """Finish an update whose act was rolled back to its savepoint: the refusal is the reply."""
        await self._recognise(tx, turn)
        turn.person_after = turn.person.id if turn.person else None
        message = turn.update.message
        too_long = isinstance(refusal, (TextTooLong, TextTakesTooMuchRoom))
        if too_long and message is not None and turn.person is not None:
            text = message.text or ""
            await words_in_hand.note_refused(tx, self._world, turn.person, text, message.date)
        await self._show_signposts(tx, turn)
        said_before = self._refused_voices.said_lately(turn, refusal)
        if not said_before and (turn.signposts is None or isinstance(refusal, NOT_KEPT)):
            turn.replies.append(refusal_reply(turn, refusal))
        if turn.barred is not None and turn.parsed.tapped is not None:
            turn.replies.append(ButtonsAway((turn.parsed.tapped,)))
        await self._done(tx, turn)

    async def _recognise(self, tx: Transaction, turn: Turn) -> None:
        turn.begin(tx)
        chat, user = turn.parsed.chat, turn.update.effective_user
        if chat is None:
            return
        row = turn.received
        sent = sent_of(row.payload, row.received_at or self._world.now())
        language = (user.language_code if user else None) or "en"
        owner = await identify.recognise(tx, self._world, chat, language[:2])
        await self._find_person(tx, turn, owner, heard_in(row.payload, sent.moment))
        if turn.person is None:
            return
        in_chat = self.strangers.shown_in(chat, self._world.now())
        if turn.person.id is not None:
            in_chat += await screens(tx, turn.person.id)
            turn.news = await newest_news(tx, turn.person)
        turn.sees(in_chat)
        await identify.heard(tx, self._world, turn.person)
        if turn.update.my_chat_member is None:
            turn.person = await reach.heard_from(tx, turn.person)
        turn.person = replace(turn.person, sizes=turn.sizes, sent=sent)

    async def _find_person(self, tx: Transaction, turn: Turn, owner: Person, heard: Heard) -> None:
        """The person this is for, of those who share the phone, and who has it from now on."""
        turn.person = owner
        if turn.update.my_chat_member is not None:
            # Whoever has the phone, the chat is its owner's.
            return
        try:
            turn.pressed, _ = parted(heard.pressed or "")
            if await whose_turn.is_owners_say(tx, owner, heard):
                # Also where what they tapped before is refused now.
                owner, _ = await guests.hand_back(tx, self._world, owner)
            turn.person, turn.who = await whose_turn.meant(tx, self._world, owner, heard)
        except OldButton as old:
            turn.barred = old
            return
        turn.person = await whose_turn.note_turn(
            tx, self._world, owner, turn.person, heard, asked=turn.who
        )
        if turn.person.guest is not None:
            await identify.heard(tx, self._world, owner)
            await reach.heard_from(tx, owner)

    async def _done(self, tx: Transaction, turn: Turn) -> None:
        owed_to = turn.person_after if turn.replies else None
        await receive.done(tx, self._world, turn.received.seq, owed_to)


def _screen_in(turn: Turn) -> Screen | None:
    return next((reply for reply in turn.replies if isinstance(reply, Screen)), None)


def _album(turn: Turn) -> Album | None:
    """The chat and the id of the album that a message belongs to."""
    message = turn.update.message
    if message is None or message.media_group_id is None:
        return None
    return turn.parsed.chat, message.media_group_id
