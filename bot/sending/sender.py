"""Sends broadcasts from the ledger: fill, claim, pace, call, settle."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import structlog

from bot.commits import RetriedCommit, error_fields
from bot.observer import Observer
from bot.sending.calls import TokenRefused
from bot.sending.pacer import Pacer
from bot.sending.rendered_messages import RenderedMessages
from bot.sending.request import CONNECTIONS, TelegramApi
from content.words import Words
from engagement.broadcasts.bot_api_responses import Fate, Outcome, Reason
from engagement.broadcasts.delivery import settle
from usecases.broadcasts import deliver
from usecases.broadcasts.deliver import CHANCES, Claimant, OutgoingMessage
from usecases.world import World

log = structlog.get_logger("bot.sending.sender")

BACKOFF_SECONDS = (1.0, 2.0, 5.0, 10.0, 30.0)
MOST_IN_HAND = 512
"""Deliveries that this process has claimed and not yet settled, at most."""
WITHIN = 1.0
"""Seconds that a process which takes over leaves for the starts this one has reserved."""
AHEAD = 0.05
"""Seconds of starts that are claimed at once: about as long as a call takes, so that no more is
claimed ahead than is on its way. What is claimed and not started is unknown after a kill."""
LONGEST_PAUSE_IN_HAND = 1.0
"""Seconds: claimed deliveries that must wait longer than this go back to the ledger."""


class Sender:
    """One loop over the ledger. It claims only what can start at once, and claims more while
    earlier messages are still on their way.

    ``on_progress`` is called when the state of a broadcast may have changed.
    """

    def __init__(
        self,
        *,
        api: TelegramApi,
        commit: RetriedCommit,
        pacer: Pacer,
        world: World,
        words: Words,
        on_progress: Callable[[], None],
        reached: Callable[[str], None],
        observer: Observer,
    ) -> None:
        self._api = api
        self._commit = commit
        self._pacer = pacer
        self._world = world
        self.rendered = RenderedMessages(world, words)
        self._on_progress = on_progress
        self._reached = reached
        self._observer = observer
        self._wake = asyncio.Event()
        self.idle = False
        self.finished = asyncio.Event()
        self._closing = False
        self._me = world.draw()
        self._bot = 0
        self._failures = 0
        self._refused = False
        self._claiming = False
        self._in_hand: dict[int, OutgoingMessage] = {}
        self._under_way = 0
        self._ended: list[tuple[OutgoingMessage, Outcome]] = []
        self._some_ended = asyncio.Event()
        self._some_settled = asyncio.Event()

    def stop_claiming(self) -> None:
        """Claim nothing more. Calls under way are settled; claims not started go back."""
        self._wake.set()
        self._closing = True
        self._finish_if_done()

    def wake(self) -> None:
        """Look again: there may be something to send."""
        if self._closing:
            return
        self.idle = False
        self.finished.clear()
        self._wake.set()

    async def serve(self, alone: asyncio.Event, bot: int) -> None:
        """Send until cancelled. Raises TokenRefused.

        ``alone`` is set once it is certain that no other process sends: claims that are left in the
        ledger are then those of an earlier process, and their outcome is unknown.
        """
        await alone.wait()
        self._bot = bot
        left = await self._commit(lambda tx: deliver.release(tx, self._world, self._me))
        if left:
            log.warning("deliveries were under way when the process ended", unknown=left)
        self._wake.set()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._settle())
            group.create_task(self._send(group))

    async def _send(self, group: asyncio.TaskGroup) -> None:
        while True:
            self.idle = not self._wake.is_set()
            await self._wake.wait()
            self._wake.clear()
            self.idle = False
            while not self._closing and await self._guarded_round(group):
                pass
            while self._in_hand:
                await self._wait_for_a_settlement()
            self.finished.set()

    async def _guarded_round(self, group: asyncio.TaskGroup) -> bool:
        try:
            return await self._round(group)
        except TokenRefused:
            raise
        except Exception as error:
            # Whatever the error, the ledger is right: wait, and continue from it.
            log.error("a round of sending failed", **error_fields(error))
            await self._world.sleep(BACKOFF_SECONDS[2])
            return True

    async def _round(self, group: asyncio.TaskGroup) -> bool:
        """Fill a slice of the ledger, or start the next messages. True if there may be more."""
        if await self._commit(lambda tx: deliver.fill(tx, self._world)):
            self._reached("filled")
            return True
        await self._pacer.wait_while_paused()
        if self._refused:
            # The other messages on their way are refused as well, and go back to the queue.
            while self._in_hand:
                await self._wait_for_a_settlement()
            raise TokenRefused
        room = await self._room()
        parcels = await self._claimed(room)
        if parcels:
            self._reached("claimed")
            await self._start_all(group, parcels)
            return True
        if self._in_hand:
            await self._wait_for_a_settlement()
            return True
        return await self._finish()

    async def _claimed(self, room: int) -> list[OutgoingMessage]:
        """Claim up to ``room`` deliveries; the claim is committed before any call."""
        if self._closing:
            return []
        who = Claimant(self._me, self._bot, frozenset(self._in_hand))
        self._claiming = True
        try:
            parcels: list[OutgoingMessage] = await self._commit(
                lambda tx: deliver.claim(tx, self._world, who, room, seconds=WITHIN)
            )
            self._in_hand |= {part.delivery_id: p for p in parcels for part in p.parts}
            self._under_way += len(parcels)
        finally:
            self._claiming = False
        return parcels

    async def _room(self) -> int:
        """How many deliveries to claim next. Waits for room, and while no call gets through."""
        while self._failures and self._in_hand:
            await self._wait_for_a_settlement()
        if self._failures:
            wait = BACKOFF_SECONDS[min(self._failures, len(BACKOFF_SECONDS)) - 1]
            wait *= 1.0 - self._world.draw() / CHANCES / 2
            log.warning("broadcasts do not get through", waiting=round(wait, 1))
            await self._world.sleep(wait)
            # One message shows whether the connection is back, and only that one can be lost.
            return 1
        soon = max(1, int(AHEAD / self._pacer.slot_seconds))
        # Beyond the HTTP client's connections a call would only wait for one of them. Many at once
        # share a claim's commit, so at a high rate wait for half of the connections.
        enough = CONNECTIONS - min(soon, CONNECTIONS // 2)
        while self._in_hand and (
            len(self._in_hand) > MOST_IN_HAND // 2 or self._under_way > enough
        ):
            await self._wait_for_a_settlement()
        return min(soon, CONNECTIONS - self._under_way, MOST_IN_HAND - len(self._in_hand))

    async def _finish(self) -> bool:
        """Close broadcasts that are over. True if something may still have to be sent."""
        over = await self._commit(lambda tx: deliver.finish(tx, self._world))
        self._on_progress()
        if over:
            return True
        wait = await self._commit(lambda tx: deliver.next_due(tx, self._world))
        if wait is None:
            return False
        # Another broadcast may have been approved meanwhile: look every second.
        await self._world.sleep(min(wait + self._pacer.slot_seconds, WITHIN))
        return True

    async def _start_all(self, group: asyncio.TaskGroup, parcels: list[OutgoingMessage]) -> None:
        """Start one after another, reserving each start only when it is near: a reply that comes
        meanwhile gets the next start, not one after all of these."""
        for parcel in parcels:
            if self._closing or self._pacer.paused_seconds > LONGEST_PAUSE_IN_HAND:
                self._end(parcel, Outcome(Fate.SLOW_DOWN, reason=Reason.SLOW_DOWN))
                continue
            await self._pacer.wait_until_free_soon()
            wait = self._pacer.reserve(parcel.chat_id)
            group.create_task(self._send_one(parcel, wait))
            if wait > 0:
                await self._world.sleep(min(wait, self._pacer.slot_seconds))

    async def _send_one(self, parcel: OutgoingMessage, wait: float) -> None:
        """Send one message in ``wait`` seconds. Its outcome reaches the ledger soon after."""
        if wait > 0:
            await self._world.sleep(wait)
        if self._pacer.paused_seconds or self._closing:
            # No call was made: it doesn't count as a try, and the delivery goes back as it was.
            self._end(parcel, Outcome(Fate.SLOW_DOWN, reason=Reason.SLOW_DOWN))
            return
        if parcel.again and not await self._may_begin(parcel):
            self._lose(parcel)
            return
        try:
            body, plain = (self.rendered.body(parcel, marked=marked) for marked in (True, False))
        except Exception as error:
            # One wording that cannot be rendered must not stop the others.
            log.error("a message could not be made", **error_fields(error))
            self._give_up(parcel)
            return
        outcome = await self._call(body)
        if outcome.reason is Reason.MARKUP_REFUSED:
            log.error("a message's HTML was refused: a template is wrong", topic="broadcast")
            await self._pacer.wait_for_turn(parcel.chat_id)
            outcome = await self._call(plain)
        self._reached("sent")
        self._end(parcel, outcome)

    async def _may_begin(self, parcel: OutgoingMessage) -> bool:
        """Note that a second sending begins; False if this delivery isn't ours any more."""
        return await self._commit(lambda tx: deliver.begin_again(tx, self._world, self._me, parcel))

    def _lose(self, parcel: OutgoingMessage) -> None:
        """Let go of a delivery that went back to the queue meanwhile."""
        self._under_way -= 1
        self._in_hand.pop(parcel.delivery_id, None)
        self._some_settled.set()
        self._finish_if_done()

    async def _call(self, body: bytes) -> Outcome:
        outcome = await self._api.call_with("sendMessage", body)
        self._pacer.note(outcome)
        return outcome

    def _give_up(self, parcel: OutgoingMessage) -> None:
        """End what cannot be made; what left in one message with it goes back to the queue."""
        self._under_way -= 1
        for part in parcel.parts:
            alone = replace(part, joined=(), more_waits=False)
            good = bool(parcel.joined) and self._can_be_made(alone)
            never = Outcome(Fate.REFUSED, reason=Reason.NOT_RENDERED)
            self._ended.append((alone, Outcome(Fate.SLOW_DOWN) if good else never))
        self._some_ended.set()

    def _can_be_made(self, parcel: OutgoingMessage) -> bool:
        try:
            self.rendered.body(parcel)
        except Exception:
            return False
        return True

    def _end(self, parcel: OutgoingMessage, outcome: Outcome) -> None:
        self._under_way -= 1
        self._ended.append((parcel, outcome))
        self._some_ended.set()

    async def _settle(self) -> None:
        """Store the outcomes. Those that gather during one commit are stored by the next."""
        while True:
            await self._some_ended.wait()
            self._some_ended.clear()
            ends, self._ended = self._ended, []
            await self._write(ends)
            self._reached("settled")
            for parcel, outcome in ends:
                for part in parcel.parts:
                    self._in_hand.pop(part.delivery_id, None)
                self._observer.settled(settle(outcome).state, len(parcel.parts))
            self._note_failures([outcome.fate for _, outcome in ends])
            self._on_progress()
            self._some_settled.set()
            self._finish_if_done()

    async def _write(self, ends: list[tuple[OutgoingMessage, Outcome]]) -> None:
        try:
            await self._commit(lambda tx: deliver.settle_all(tx, self._world, ends))
        except Exception as error:
            # One outcome that cannot be stored must not lose the others; it will count as unknown.
            log.error("an outcome could not be stored", **error_fields(error))
            if len(ends) > 1:
                for end in ends:
                    await self._write([end])

    def _finish_if_done(self) -> None:
        """When stopping, don't wait for a pause or for a next try."""
        if self._closing and not self._in_hand and not self._claiming:
            self.finished.set()

    async def _wait_for_a_settlement(self) -> None:
        self._some_settled.clear()
        await self._some_settled.wait()

    def _note_failures(self, fates: list[Fate]) -> None:
        """Count failures: while no call gets through, claims come singly and ever more slowly."""
        tried = [fate for fate in fates if fate is not Fate.SLOW_DOWN]
        self._refused |= Fate.UNAUTHORISED in tried
        if not tried:
            return
        if set(tried) <= {Fate.NEVER_SENT, Fate.UNKNOWN}:
            self._failures += 1
        else:
            self._failures = 0
