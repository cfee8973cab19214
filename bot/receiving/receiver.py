"""Receives: fetch or be posted to, clean, store, commit, confirm; then everybody's turns."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.commits import Away, Surely, where
from bot.context import Turn
from bot.receiving.acting import Acting
from bot.receiving.connection import Line
from bot.receiving.intake_buffer import HoldingOn
from bot.receiving.lanes import Lanes
from bot.receiving.outage import Outage
from bot.receiving.polling import ALLOWED_UPDATES, LookAgain, Polling
from bot.receiving.posted import Posted
from bot.receiving.webhook import Webhook
from bot.screens import Screen
from bot.sending.calls import TokenRefused
from bot.sending.owed_replies import Debts
from bot.sending.request import TelegramApi
from bot.sending.speaker import Speaker, Standing, keep_standing
from bot.watching import Watch
from content.words import Words
from engagement.consultations.receipt import receipt_code
from engagement.people.redaction import sender_of
from usecases.broadcasts import holding
from usecases.conversation import receive, set_aside
from usecases.conversation.after_gap import last_heard
from usecases.conversation.receive import Received
from usecases.operations import ticks
from usecases.world import Transaction, World

log = structlog.get_logger("bot.receiving.receiver")

RETRY_SECONDS = 0.2
TOO_LARGE = 1 << 63
PATIENCE_SECONDS = 4.5
"""How long the database may be away before somebody is told."""


@dataclass(kw_only=True, eq=False)
class Receiver:
    """The loop that gets updates, and the lanes that handle them. With a ``webhook`` nothing is
    fetched: updates are handed to ``take``."""

    api: TelegramApi
    bot_id: Callable[[], int]
    acting: Acting
    commit: Surely
    outage: Outage
    speaker: Speaker
    debts: Debts
    world: World
    words: Words
    stir: Callable[[], None]
    reached: Callable[[str], None]
    watch: Watch
    line: Line
    webhook: Webhook | None = None
    probe_seconds: float = 1.0
    newcomer_seconds: float = 60.0
    patience_seconds: float = PATIENCE_SECONDS
    alone: asyncio.Event = field(default_factory=asyncio.Event, init=False)

    def __post_init__(self) -> None:
        self._polling = Polling(
            api=self.api,
            watch=self.watch,
            heard=lambda updates: self._heard(updates),
            failed=lambda fate: self.line.failed(fate),
            probe_seconds=self.probe_seconds,
            newcomer_seconds=self.newcomer_seconds,
        )
        self._posted: Posted | None = None
        if self.webhook is not None:
            self._posted = Posted(
                api=self.api,
                webhook=self.webhook,
                allowed=ALLOWED_UPDATES,
                watch=self.watch,
                heard=lambda: self._heard(()),
            )
        self._lanes: Lanes | None = None
        self._incoming: asyncio.Task[None] | None = None
        self._stored_at: dict[int, float] = {}
        self._group: asyncio.TaskGroup | None = None
        self._spoken_to: set[int | None] = set()
        self._asking: set[asyncio.Task[None]] = set()
        self._hushed = 0

    @property
    def idle(self) -> bool:
        """Whether it receives, and every stored update has been handled and answered."""
        taken_in = self.line.tried if self._posted is None else self._posted.idle
        return taken_in and self._lanes is not None and self._lanes.idle and not self._asking

    @property
    def up(self) -> bool:
        """Whether updates reach us: it polls, or Telegram has been told where to post."""
        begun = self._incoming is not None and not self._incoming.done()
        return begun and (self._posted is None or self._posted.is_set)

    async def serve(self) -> None:
        """Receive until cancelled. Raises AnotherInstance, WebhookActive, TokenRefused,
        WebhookNotTaken."""
        if self._posted is None:
            await self._polling.probe()
        self.alone.set()
        async with asyncio.TaskGroup() as group:
            self._lanes = Lanes(group, self._handle)
            group.create_task(self.outage.serve())
            self.line.began(await self.commit(last_heard))
            await self.commit(lambda tx: ticks.look_at_clock(tx, self.world))
            owed = await self.debts.from_before()
            before = await self._from_before()
            self._spoken_to |= {debt.person.chat_id for debt in owed} | {r.lane for r in before}
            self._lanes.add(before)
            self._group = group
            group.create_task(self.debts.pay(owed))
            posted = self._posted
            self._incoming = group.create_task(
                self._polling.serve(self._stored) if posted is None else posted.serve(self._stored)
            )

    async def take(self, update: Mapping[str, Any]) -> bool:
        """What the web door was handed: True once it is committed, False while none is taken."""
        if self._posted is None:
            return False
        self._heard([update])
        return await self._posted.take(update)

    async def take_up_again(self) -> None:
        """Try what an operator has put back from what was set aside."""
        if self._lanes is not None:
            self._lanes.add(await self.commit(set_aside.put_back))

    async def _from_before(self) -> list[Received]:
        """Stored and not yet acted on. While sends are held it is acted on in silence."""
        rows: list[Received] = await self.commit(receive.waiting)
        if rows and await self.commit(holding.held) is not None:
            self._hushed = rows[-1].seq
        return rows

    async def answered(self) -> None:
        """Return when everything taken in has been answered."""
        if self._posted is not None:
            await self._posted.emptied()
        if self._lanes is not None:
            await self._lanes.emptied()

    def close_doors(self) -> None:
        """Take nothing more in. What is not yet confirmed comes again at the next start."""
        if self._posted is not None:
            self._posted.close()
        elif self._incoming is not None:
            self._incoming.cancel()

    def _heard(self, updates: Sequence[Any]) -> None:
        """Telegram has answered: after a gap, whoever was answering and has not written since
        is asked to tap again, while the rest goes on."""
        since = self.line.heard()
        wrote = {sender_of(u)[1] for u in updates if isinstance(u, dict)}
        but = {chat for chat in self._spoken_to | wrote if chat is not None}
        self._spoken_to = set()
        if since is not None and self._group is not None:
            asking = self._group.create_task(self.debts.after_gap(since, but))
            self._asking.add(asking)
            asking.add_done_callback(self._asking.discard)

    async def _stored(
        self, updates: Sequence[Any], came: float, look: LookAgain | None = None
    ) -> int | None:
        """Store a batch that ``came`` (the loop's clock) in one commit; only then may it be
        confirmed. The last id. While the database is away ``look`` brings what has come since."""
        known = _numbered(updates)
        if len(known) < len(updates):
            log.error("updates came without a number", count=len(updates) - len(known))
        if not known:
            # What came has no number that could be stored; one that can be confirmed is.
            return _last(updates)
        hold = HoldingOn(self.commit, self.outage, self.world, self.bot_id(), self.patience_seconds)

        async def look_on() -> list[dict[str, Any]]:
            return [] if look is None else _numbered(await look())

        stored, last = await hold.store(known, None if look is None else look_on)
        self.reached("stored")
        now = asyncio.get_running_loop().time()
        self.watch.stored(len(stored), now - came)
        self._stored_at |= {row.seq: now for row in stored}
        if self._lanes is not None:
            self._lanes.add(stored)
        return max(last, _last(updates) or last)

    async def _handle(self, rows: list[Received]) -> int:
        """Act on a lane's head, and on what has queued behind it; then speak once for all."""
        turns: list[Turn] = []
        why = ""
        for row in rows:
            turn = await self.acting.act(row, held_up=self._tell_all_waiting)
            if isinstance(turn, str):
                why = turn
                break
            if turn.unread:
                self.watch.set_aside()
                await self._apologise(row, "trouble-unread", turn.unread)
            turns.append(turn)
        if turns:
            await self._answer(turns)
            return len(turns)
        return await self._after_failure(rows[0], why)

    async def _after_failure(self, row: Received, why: str) -> int:
        """Try again soon, or after the third time set the update aside and say so."""
        reference = await self.commit(lambda tx: receive.failed(tx, self.world, row.seq, why))
        if reference is None:
            await asyncio.sleep(RETRY_SECONDS)
            return 0
        self._stored_at.pop(row.seq, None)
        self.watch.set_aside()
        await self._apologise(row, "trouble", reference)
        return 1

    async def _apologise(self, row: Received, key: str, reference: str) -> None:
        """Tell a person, where there is one, under which reference their message is kept."""
        _, chat = sender_of(row.payload)
        if row.seq <= self._hushed or chat is None or not 0 < chat < 1 << 52:
            return
        try:
            language = await self.commit(
                lambda tx: receive.language_of(tx, self.world, row.payload)
            )
        except Exception:
            # Whatever it was may be why their message failed: an apology in English then.
            language = "en"
        text = self.words.html(key, language, reference=reference)
        await self.speaker.say_to(chat, Screen(text))

    def _tell_all_waiting(self, away: Away) -> None:
        if self._lanes is not None:
            for row in self._lanes.waiting:
                self.outage.tell(row.payload, away)

    async def _answer(self, turns: list[Turn]) -> None:
        """Speak for what was done just now. What was done unseen is owed a reply: it is paid."""
        said = [turn for turn in turns if turn.received.seq > self._hushed]
        now = [turn for turn in said if not turn.done_before]
        if now:
            with self.debts.saying([turn.received.seq for turn in now]):
                await self._speak(now)
        unseen = {turn.received.seq for turn in said if turn.done_before}
        if unseen:
            owed = await self.commit(lambda tx: receive.owed(tx, self.world))
            await self.debts.pay([debt for debt in owed if unseen.intersection(debt.seqs)])

    async def _speak(self, turns: list[Turn]) -> None:
        first, last = turns[0], turns[-1]
        person_id = first.person.id if first.person else None
        standing = Standing(person_id, {s.topic: s for s in first.shown})
        self.reached("acted")
        try:
            await self.speaker.speak(turns, standing)
        except TokenRefused:
            raise
        except Exception as trouble:
            # The effect is committed; only the telling failed, and it may not end the bot.
            reference = receipt_code(self.world.draw())
            log.error("a reply failed", reference=reference, **where(trouble))
            await self._apologise(last.received, "trouble", reference)
        self.reached("replied")
        self._note_answered(turns)
        seqs = [t.received.seq for t in turns]
        contact = last.person.contact if last.person is not None else None
        stays = contact is not None and contact.id == last.person_after

        async def keep(tx: Transaction) -> None:
            if not standing.unsent:
                await receive.replied(tx, self.world, seqs)
            await keep_standing(tx, last.person_after, standing, is_known=stays)

        await self.commit(keep)
        if any(turn.stirs for turn in turns):
            self.stir()

    def _note_answered(self, turns: Sequence[Turn]) -> None:
        now = asyncio.get_running_loop().time()
        for turn in turns:
            stored_at = self._stored_at.pop(turn.received.seq, None)
            if stored_at is not None and turn.replies:
                self.watch.answered(now - stored_at)


def _numbered(updates: Sequence[Any]) -> list[dict[str, Any]]:
    """Those whose number can be stored: 63 bits and a sign."""
    return [u for u in _with_some_number(updates) if -TOO_LARGE <= u["update_id"] < TOO_LARGE]


def _last(updates: Sequence[Any]) -> int | None:
    """The number with which all of these are confirmed, however large."""
    return max((u["update_id"] for u in _with_some_number(updates)), default=None)


def _with_some_number(updates: Sequence[Any]) -> list[dict[str, Any]]:
    return [u for u in updates if isinstance(u, dict) and type(u.get("update_id")) is int]
