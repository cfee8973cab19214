"""Receives updates: fetch or be posted to, clean, store, commit, confirm; then run their turns."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import Any

import structlog

from bot.commits import OngoingOutage, RetriedCommit, error_fields
from bot.context import Turn
from bot.observer import Observer
from bot.receiving.connection import Connection
from bot.receiving.intake_buffer import IntakeBuffer
from bot.receiving.lanes import Lanes
from bot.receiving.outage import OutageNotices
from bot.receiving.polling import ALLOWED_UPDATES, MOST_AT_ONCE, Peek, Polling
from bot.receiving.posted_updates import PostedUpdates
from bot.receiving.turn_runner import TurnRunner
from bot.receiving.update_ids import last_id, storable
from bot.receiving.webhook import Webhook
from bot.screens import Screen
from bot.sending.calls import TokenRefused
from bot.sending.colleagues_screens import DecidedBy, decisions_of
from bot.sending.pending_replies import PendingReplies
from bot.sending.request import TelegramApi
from bot.sending.speaker import ChatScreens, Speaker, save_chat_screens
from content.words import Words
from engagement.consultations.receipt import receipt_code
from engagement.people.redaction import sender_of
from usecases.broadcasts import held_sends
from usecases.conversation import receive, set_aside
from usecases.conversation.after_outage import last_known
from usecases.conversation.receive import Received
from usecases.operations import heartbeat
from usecases.world import Transaction, World

log = structlog.get_logger("bot.receiving.receiver")

RETRY_SECONDS = 0.2
PATIENCE_SECONDS = 4.5
"""How long the database may be away before people who write are notified."""


@dataclass(kw_only=True, eq=False)
class Receiver:
    """The loop that fetches updates, and the lanes that handle them. With a ``webhook`` nothing is
    fetched: updates are passed to ``take``."""

    api: TelegramApi
    bot_id: Callable[[], int]
    runner: TurnRunner
    commit: RetriedCommit
    outage: OutageNotices
    speaker: Speaker
    pending_replies: PendingReplies
    world: World
    words: Words
    broadcasts_changed: Callable[[], None]
    decided: Callable[[Sequence[DecidedBy]], None]
    reached: Callable[[str], None]
    observer: Observer
    connection: Connection
    webhook: Webhook | None = None
    probe_seconds: float = 1.0
    newcomer_seconds: float = 60.0
    patience_seconds: float = PATIENCE_SECONDS
    alone: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    def __post_init__(self) -> None:
        self._polling = Polling(
            api=self.api,
            observer=self.observer,
            heard=lambda updates: self._heard(updates),
            failed=lambda fate: self.connection.failed(fate),
            probe_seconds=self.probe_seconds,
            newcomer_seconds=self.newcomer_seconds,
        )
        self._posted: PostedUpdates | None = None
        if self.webhook is not None:
            self._posted = PostedUpdates(
                api=self.api,
                webhook=self.webhook,
                allowed=ALLOWED_UPDATES,
                observer=self.observer,
                heard=lambda: self._heard(()),
                waiting=lambda count: self.connection.note_waiting(count),
            )
        self._lanes: Lanes | None = None
        self._incoming: asyncio.Task[None] | None = None
        self._stored_at: dict[int, float] = {}
        self._group: asyncio.TaskGroup | None = None
        self._answered_chats: set[int | None] = set()
        self._asking: set[asyncio.Task[None]] = set()
        self._silent_up_to = 0

    @property
    def idle(self) -> bool:
        """Whether it is receiving, and every stored update has been handled and answered."""
        taken_in = self.connection.tried if self._posted is None else self._posted.idle
        return taken_in and self._lanes is not None and self._lanes.idle and not self._asking

    @property
    def up(self) -> bool:
        """Whether updates reach us: it polls, or the webhook is set."""
        begun = self._incoming is not None and not self._incoming.done()
        return begun and (self._posted is None or self._posted.is_set)

    async def serve(self) -> None:
        """Receive until cancelled. Raises AnotherInstance, WebhookActive, TokenRefused,
        WebhookRefused."""
        if self._posted is None:
            await self._polling.probe()
        self.alone.set()
        async with asyncio.TaskGroup() as group:
            self._lanes = Lanes(group, self._handle)
            group.create_task(self.outage.serve())
            self.connection.began(*await self.commit(last_known))
            await self.commit(lambda tx: heartbeat.look_at_clock(tx, self.world))
            pending = await self.pending_replies.left_over()
            before = await self._left_over()
            self._answered_chats |= {reply.person.phone for reply in pending}
            self._answered_chats |= {row.lane for row in before}
            self._lanes.add(before)
            self._group = group
            group.create_task(self.pending_replies.send(pending))
            posted = self._posted
            self._incoming = group.create_task(
                self._polling.serve(self._stored) if posted is None else posted.serve(self._stored)
            )

    async def take(self, update: Mapping[str, Any]) -> bool:
        """Store an update that Telegram posted. Returns True once it is committed, False while no
        updates are taken in."""
        if self._posted is None:
            return False
        self._heard([update])
        return await self._posted.take(update)

    async def retry_set_aside(self) -> None:
        """Run the updates that were set aside and that an operator has put back."""
        if self._lanes is not None:
            self._lanes.add(await self.commit(set_aside.put_back))

    async def _left_over(self) -> list[Received]:
        """Updates stored before this start and not yet handled. While sends are held they are
        handled without a reply."""
        rows: list[Received] = await self.commit(receive.waiting)
        if rows and await self.commit(held_sends.held) is not None:
            self._silent_up_to = rows[-1].seq
        return rows

    async def answered(self) -> None:
        """Return when every update taken in has been answered."""
        if self._posted is not None:
            await self._posted.emptied()
        if self._lanes is not None:
            await self._lanes.emptied()

    def stop_intake(self) -> None:
        """Take in no more updates. Unconfirmed ones come again at the next start."""
        if self._posted is not None:
            self._posted.close()
        elif self._incoming is not None:
            self._incoming.cancel()

    def _heard(self, updates: Sequence[Any]) -> None:
        """Note that Telegram has answered. After a gap, people who were answering a consultation
        and have not written since are asked to tap again; everything else goes on meanwhile."""
        since = self.connection.heard()
        if self._posted is None:
            self.connection.has_everything = not updates
        wrote = {sender_of(u)[1] for u in updates if isinstance(u, dict)}
        but = {chat for chat in self._answered_chats | wrote if chat is not None}
        self._answered_chats = set()
        if since is not None and self._group is not None:
            gap = self.connection.gap
            asking = self._group.create_task(self.pending_replies.ask_to_tap_again(since, but, gap))
            self._asking.add(asking)
            asking.add_done_callback(self._asking.discard)

    async def _stored(
        self, updates: Sequence[Any], arrived_at: float, peek: Peek | None = None
    ) -> int | None:
        """Store a batch in one commit and return its last id; only then may it be confirmed.

        ``arrived_at`` is by the event loop's clock. While the database is away ``peek`` fetches
        newer updates.
        """
        known = storable(updates)
        if len(known) < len(updates):
            log.error("updates came without an id", count=len(updates) - len(known))
        if not known:
            # None of their ids can be stored; those that can be confirmed are confirmed.
            return last_id(updates)
        buffer = IntakeBuffer(
            self.commit,
            self.outage,
            self.world,
            self.bot_id(),
            self.patience_seconds,
            lambda: self.connection.gap,
        )

        async def peek_storable() -> list[dict[str, Any]]:
            return [] if peek is None else storable(await peek())

        stored, last = await buffer.store(known, None if peek is None else peek_storable)
        self.reached("stored")
        now = asyncio.get_running_loop().time()
        self.observer.stored(len(stored), now - arrived_at)
        if self._posted is None and max(len(updates), len(stored)) < MOST_AT_ONCE:
            self.connection.has_everything = True
        self._stored_at |= {row.seq: now for row in stored}
        if self._lanes is not None:
            self._lanes.add(stored)
        return max(last, last_id(updates) or last)

    async def _handle(self, rows: list[Received]) -> int:
        """Run the turns of a lane's first rows, and send the replies of all of them together."""
        turns: list[Turn] = []
        why = ""
        for row in rows:
            turn = await self.runner.run(row, on_failure=partial(self._notify, row))
            if isinstance(turn, str):
                why = turn
                break
            if turn.unread:
                self.observer.set_aside()
                await self._show_signposts(row, await self.runner.signposts_after_failure(row))
                await self._apologise(row, "trouble-unread", turn.unread)
            turns.append(turn)
        if turns:
            await self._answer(turns)
            return len(turns)
        return await self._after_failure(rows[0], why)

    async def _after_failure(self, row: Received, why: str) -> int:
        """Retry the update soon; after the third failure set it aside, and say so to its sender."""
        reference, signposts = await self.runner.after_failure(row, why)
        if reference is None:
            await asyncio.sleep(RETRY_SECONDS)
            return 0
        self._stored_at.pop(row.seq, None)
        self.observer.set_aside()
        await self._show_signposts(row, signposts)
        await self._apologise(row, "trouble", reference)
        return 1

    async def _show_signposts(self, row: Received, signposts: Screen | None) -> None:
        """Words of danger are not set aside: the alert is raised, and their author sees whom to
        call."""
        if signposts is None:
            return
        self.broadcasts_changed()
        _, chat = sender_of(row.payload)
        if row.seq > self._silent_up_to and chat is not None and 0 < chat < 1 << 52:
            await self.speaker.say_to(chat, signposts)

    async def _apologise(self, row: Received, key: str, reference: str) -> None:
        """Send the person, if there is one, the reference under which their message is kept."""
        _, chat = sender_of(row.payload)
        if row.seq <= self._silent_up_to or chat is None or not 0 < chat < 1 << 52:
            return
        try:
            language = await self.commit(
                lambda tx: receive.language_of(tx, self.world, row.payload)
            )
        except Exception:
            # This error may be the reason why their message failed: apologise in English.
            language = "en"
        text = self.words.html(key, language, reference=reference)
        await self.speaker.say_to(chat, Screen(text))

    def _notify(self, row: Received, outage: OngoingOutage) -> None:
        """Tell the sender of this update that it cannot be saved just now; where nothing can be
        saved, all who are waiting."""
        if outage.of_one:
            self.outage.notify(row.payload, outage)
        elif self._lanes is not None:
            for row in self._lanes.waiting:
                self.outage.notify(row.payload, outage)

    async def _answer(self, turns: list[Turn]) -> None:
        """Reply to these turns. If an earlier try of a turn turns out to have been committed, its
        reply is rendered from the state instead, like any pending reply."""
        audible = [turn for turn in turns if turn.received.seq > self._silent_up_to]
        now = [turn for turn in audible if not turn.done_before]
        if now:
            with self.pending_replies.being_sent([turn.received.seq for turn in now]):
                for _, theirs in groupby(now, _who):
                    await self._speak([*theirs])
        done_before = {turn.received.seq for turn in audible if turn.done_before}
        if done_before:
            pending = await self.commit(lambda tx: receive.pending_replies(tx, self.world))
            await self.pending_replies.send(
                [r for r in pending if done_before.intersection(r.seqs)]
            )

    async def _speak(self, turns: list[Turn]) -> None:
        first, last = turns[0], turns[-1]
        person_id = first.person.id if first.person else None
        chat = ChatScreens(person_id, {s.topic: s for s in first.in_chat})
        self.reached("acted")
        try:
            await self.speaker.speak(turns, chat)
        except TokenRefused:
            raise
        except Exception as error:
            # The effect is committed. Only the reply failed, and that must not stop the bot.
            reference = receipt_code(self.world.draw())
            log.error("a reply failed", reference=reference, **error_fields(error))
            await self._apologise(last.received, "trouble", reference)
        self.reached("replied")
        self._note_answered(turns)
        if person_id is None and last.person is not None:
            shown = chat.by_topic.values()
            self.runner.strangers.note(last.person.chat_id, shown, self.world.now())
        seqs = [t.received.seq for t in turns]
        contact = last.person.contact if last.person is not None else None
        stays = contact is not None and contact.id == last.person_after

        async def save(tx: Transaction) -> None:
            if not chat.unsent:
                await receive.replied(tx, self.world, seqs)
            await save_chat_screens(tx, last.person_after, chat, is_known=stays)

        await self.commit(save)
        if any(turn.broadcasts_changed for turn in turns):
            self.broadcasts_changed()
        self.decided([one for turn in turns for one in decisions_of(turn)])

    def _note_answered(self, turns: Sequence[Turn]) -> None:
        now = asyncio.get_running_loop().time()
        for turn in turns:
            stored_at = self._stored_at.pop(turn.received.seq, None)
            if stored_at is not None and turn.replies:
                self.observer.answered(now - stored_at)


def _who(turn: Turn) -> int | None:
    """The person on the other side: several may share a phone, each with screens of their own."""
    return None if turn.person is None else turn.person.chat_id
