"""Receives: fetch or be posted to, clean, store, commit, confirm; then everybody's turns."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import structlog

from bot.acting import Acting
from bot.application import BotApplication
from bot.calls import TokenRefused
from bot.commits import Away, Surely, where
from bot.context import Turn
from bot.debts import Debts
from bot.holding_on import HoldingOn
from bot.lanes import Lanes
from bot.line import Line
from bot.outage import Outage
from bot.polling import ALLOWED_UPDATES, LookAgain, Polling
from bot.posted import Posted
from bot.request import TelegramApi
from bot.screens import Screen
from bot.speaker import Speaker, Standing, keep_standing
from bot.watching import Watch
from bot.webhook import Webhook
from content.words import Words
from engagement.intake import sender_of
from engagement.receipt import receipt_code
from usecases import holding, keep_time, receive, set_aside
from usecases.after_gap import last_heard
from usecases.receive import Received
from usecases.world import Transaction, World

log = structlog.get_logger("bot.receiver")

RETRY_SECONDS = 0.2
TOO_LARGE = 1 << 63
PATIENCE_SECONDS = 4.5
"""How long the database may be away before somebody is told."""


class Receiver:
    """The loop that gets updates, and the lanes that handle them. With a ``webhook`` nothing is
    fetched: updates are handed to ``take``."""

    def __init__(
        self,
        *,
        api: TelegramApi,
        application: BotApplication,
        commit: Surely,
        outage: Outage,
        speaker: Speaker,
        debts: Debts,
        world: World,
        words: Words,
        stir: Callable[[], None],
        on_forgotten: Callable[[int], None],
        reached: Callable[[str], None],
        watch: Watch,
        webhook: Webhook | None = None,
        line: Line,
        probe_seconds: float = 1.0,
        newcomer_seconds: float = 60.0,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self._application = application
        self._acting = Acting(
            application=application,
            commit=commit,
            world=world,
            words=words,
            on_forgotten=on_forgotten,
            held_up=lambda away: self._tell_all_waiting(away),
            cannot_read=lambda row, reference: self._cannot_read(row, reference),
        )
        self._surely = commit
        self._outage = outage
        self._debts = debts
        self._speaker = speaker
        self._world = world
        self._words = words
        self._stir = stir
        self._reached = reached
        self._watch = watch
        self._posted: Posted | None = None
        self._polling = Polling(
            api=api,
            watch=watch,
            heard=lambda updates: self._heard(updates),
            failed=lambda fate: self.line.failed(fate),
            probe_seconds=probe_seconds,
            newcomer_seconds=newcomer_seconds,
        )
        if webhook is not None:
            self._posted = Posted(
                api=api,
                webhook=webhook,
                allowed=ALLOWED_UPDATES,
                watch=watch,
                heard=lambda: self._heard(()),
            )
        self._patience = patience_seconds
        self._lanes: Lanes | None = None
        self._incoming: asyncio.Task[None] | None = None
        self._stored_at: dict[int, float] = {}
        self._group: asyncio.TaskGroup | None = None
        self._spoken_to: set[int | None] = set()
        self._asking: set[asyncio.Task[None]] = set()
        self.line = line
        self._bot_id = 0
        self._hushed = 0
        self.alone = asyncio.Event()

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
        self._bot_id = self._application.bot.id
        if self._posted is None:
            await self._polling.probe()
        self.alone.set()
        async with asyncio.TaskGroup() as group:
            self._lanes = Lanes(group, self._handle)
            group.create_task(self._outage.serve())
            self.line.began(await self._surely(last_heard))
            await self._surely(lambda tx: keep_time.look_at_clock(tx, self._world))
            owed = await self._debts.from_before()
            before = await self._from_before()
            self._spoken_to |= {debt.person.chat_id for debt in owed} | {r.lane for r in before}
            self._lanes.add(before)
            self._group = group
            group.create_task(self._debts.pay(owed))
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
            self._lanes.add(await self._surely(set_aside.put_back))

    async def _from_before(self) -> list[Received]:
        """Stored and not yet acted on. While sends are held it is acted on in silence."""
        rows: list[Received] = await self._surely(receive.waiting)
        if rows and await self._surely(holding.held) is not None:
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
            asking = self._group.create_task(self._debts.after_gap(since, but))
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
        hold = HoldingOn(self._surely, self._outage, self._world, self._bot_id, self._patience)

        async def look_on() -> list[dict[str, Any]]:
            return [] if look is None else _numbered(await look())

        stored, last = await hold.store(known, None if look is None else look_on)
        self._reached("stored")
        now = asyncio.get_running_loop().time()
        self._watch.stored(len(stored), now - came)
        self._stored_at |= {row.seq: now for row in stored}
        if self._lanes is not None:
            self._lanes.add(stored)
        return max(last, _last(updates) or last)

    async def _handle(self, rows: list[Received]) -> int:
        """Act on a lane's head, and on what has queued behind it; then speak once for all."""
        turns: list[Turn] = []
        why = ""
        for row in rows:
            turn = await self._acting.act(row)
            if isinstance(turn, str):
                why = turn
                break
            turns.append(turn)
        if turns:
            await self._answer(turns)
            return len(turns)
        return await self._after_failure(rows[0], why)

    async def _after_failure(self, row: Received, why: str) -> int:
        """Try again soon, or after the third time set the update aside and say so."""
        reference = await self._surely(lambda tx: receive.failed(tx, self._world, row.seq, why))
        if reference is None:
            await asyncio.sleep(RETRY_SECONDS)
            return 0
        self._stored_at.pop(row.seq, None)
        self._watch.set_aside()
        await self._apologise(row, "trouble", reference)
        return 1

    async def _apologise(self, row: Received, key: str, reference: str) -> None:
        """Tell a person, where there is one, under which reference their message is kept."""
        _, chat = sender_of(row.payload)
        if row.seq <= self._hushed or chat is None or not 0 < chat < 1 << 52:
            return
        try:
            language = await self._surely(
                lambda tx: receive.language_of(tx, self._world, row.payload)
            )
        except Exception:
            # Whatever it was may be why their message failed: an apology in English then.
            language = "en"
        text = self._words.html(key, language, reference=reference)
        await self._speaker.say_to(chat, Screen(text))

    async def _cannot_read(self, row: Received, reference: str) -> None:
        self._watch.set_aside()
        await self._apologise(row, "trouble-unread", reference)

    def _tell_all_waiting(self, away: Away) -> None:
        if self._lanes is not None:
            for row in self._lanes.waiting:
                self._outage.tell(row.payload, away)

    async def _answer(self, turns: list[Turn]) -> None:
        """Speak for what was done just now. What was done unseen is owed a reply: it is paid."""
        said = [turn for turn in turns if turn.received.seq > self._hushed]
        now = [turn for turn in said if not turn.done_before]
        if now:
            with self._debts.saying([turn.received.seq for turn in now]):
                await self._speak(now)
        unseen = {turn.received.seq for turn in said if turn.done_before}
        if unseen:
            owed = await self._surely(lambda tx: receive.owed(tx, self._world))
            await self._debts.pay([debt for debt in owed if unseen.intersection(debt.seqs)])

    async def _speak(self, turns: list[Turn]) -> None:
        first, last = turns[0], turns[-1]
        person_id = first.person.id if first.person else None
        standing = Standing(person_id, {s.topic: s for s in first.shown})
        self._reached("acted")
        try:
            await self._speaker.speak(turns, standing)
        except TokenRefused:
            raise
        except Exception as trouble:
            # The effect is committed; only the telling failed, and it may not end the bot.
            reference = receipt_code(self._world.draw())
            log.error("a reply failed", reference=reference, **where(trouble))
            await self._apologise(last.received, "trouble", reference)
        self._reached("replied")
        self._note_answered(turns)
        seqs = [t.received.seq for t in turns]
        contact = last.person.contact if last.person is not None else None
        stays = contact is not None and contact.id == last.person_after

        async def keep(tx: Transaction) -> None:
            if not standing.unsent:
                await receive.replied(tx, self._world, seqs)
            await keep_standing(tx, last.person_after, standing, is_known=stays)

        await self._surely(keep)
        if any(turn.stirs for turn in turns):
            self._stir()

    def _note_answered(self, turns: Sequence[Turn]) -> None:
        now = asyncio.get_running_loop().time()
        for turn in turns:
            stored_at = self._stored_at.pop(turn.received.seq, None)
            if stored_at is not None and turn.replies:
                self._watch.answered(now - stored_at)


def _numbered(updates: Sequence[Any]) -> list[dict[str, Any]]:
    """Those whose number can be stored: 63 bits and a sign."""
    return [u for u in _with_some_number(updates) if -TOO_LARGE <= u["update_id"] < TOO_LARGE]


def _last(updates: Sequence[Any]) -> int | None:
    """The number with which all of these are confirmed, however large."""
    return max((u["update_id"] for u in _with_some_number(updates)), default=None)


def _with_some_number(updates: Sequence[Any]) -> list[dict[str, Any]]:
    return [u for u in updates if isinstance(u, dict) and type(u.get("update_id")) is int]
