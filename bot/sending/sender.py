"""Sends broadcasts from the ledger: fill, claim, pace, call, settle."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from bot.commits import Surely, where
from bot.sending.calls import TokenRefused
from bot.sending.pacer import Pacer
from bot.sending.rendered_messages import Editions
from bot.sending.request import TelegramApi
from bot.watching import Watch
from content.words import Words
from engagement.broadcasts.delivery import Fate, Outcome, Reason, settle
from usecases.broadcasts import deliver
from usecases.broadcasts.deliver import CHANCES, Claimant, Parcel
from usecases.world import World

log = structlog.get_logger("bot.sending.sender")

TROUBLE_SECONDS = (1.0, 2.0, 5.0, 10.0, 30.0)
MOST_IN_HAND = 512
"""Rows this process has claimed and not yet settled, at most."""
WITHIN = 1.0
"""Seconds in which all that is claimed at once is to start."""
LONGEST_PAUSE_IN_HAND = 1.0
"""Seconds: what is claimed and cannot start for longer than this goes back to the ledger."""


class Sender:
    """One loop over the ledger. It claims only what can start within a second, and goes on
    claiming while what it claimed before is still on its way."""

    def __init__(
        self,
        *,
        api: TelegramApi,
        commit: Surely,
        pacer: Pacer,
        world: World,
        words: Words,
        moved: Callable[[], None],
        reached: Callable[[str], None],
        watch: Watch,
    ) -> None:
        self._api = api
        self._commit = commit
        self._pacer = pacer
        self._world = world
        self.editions = Editions(world, words)
        self._moved = moved
        self._reached = reached
        self._watch = watch
        self._wake = asyncio.Event()
        self.idle = False
        self.resting = asyncio.Event()
        self._closing = False
        self._me = world.draw()
        self._bot = 0
        self._troubles = 0
        self._refused = False
        self._claiming = False
        self._in_hand: dict[int, Parcel] = {}
        self._ended: list[tuple[Parcel, Outcome]] = []
        self._some_ended = asyncio.Event()
        self._some_settled = asyncio.Event()

    def close_doors(self) -> None:
        """Claim nothing more. What is on its way is settled; what has not started goes back."""
        self._wake.set()
        self._closing = True
        self._rest_if_done()

    def wake(self) -> None:
        """There may be something to send."""
        if self._closing:
            return
        self.idle = False
        self.resting.clear()
        self._wake.set()

    async def serve(self, alone: asyncio.Event, bot: int) -> None:
        """Send until cancelled. Raises TokenRefused.

        Once it is known that no other process sends (``alone``), claims left behind are a former
        self's, and their fate is unknown.
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
                await self._settled_some()
            self.resting.set()

    async def _guarded_round(self, group: asyncio.TaskGroup) -> bool:
        try:
            return await self._round(group)
        except TokenRefused:
            raise
        except Exception as trouble:
            # Whatever it was, the ledger holds the truth: wait, and go on from there.
            log.error("a round of sending failed", **where(trouble))
            await self._world.sleep(TROUBLE_SECONDS[2])
            return True

    async def _round(self, group: asyncio.TaskGroup) -> bool:
        """One slice filled or one second's worth started. Whether there may be more."""
        if await self._commit(lambda tx: deliver.fill(tx, self._world)):
            self._reached("filled")
            return True
        await self._pacer.pause_over()
        if self._refused:
            # What else is on its way comes back refused as well, and goes back to the queue.
            while self._in_hand:
                await self._settled_some()
            raise TokenRefused
        room = await self._room()
        parcels = await self._claimed(room)
        if parcels:
            self._reached("claimed")
            await self._start_all(group, parcels)
            return True
        if self._in_hand:
            await self._settled_some()
            return True
        return await self._finish()

    async def _claimed(self, room: int) -> list[Parcel]:
        """Up to ``room`` rows, committed to before anything is called."""
        if self._closing:
            return []
        who = Claimant(self._me, self._bot, frozenset(self._in_hand))
        self._claiming = True
        try:
            parcels: list[Parcel] = await self._commit(
                lambda tx: deliver.claim(tx, self._world, who, room, seconds=WITHIN)
            )
            self._in_hand |= {p.delivery_id: p for p in parcels}
        finally:
            self._claiming = False
        return parcels

    async def _room(self) -> int:
        """How many rows to claim next; it waits for room, and while nothing gets through."""
        while self._troubles and self._in_hand:
            await self._settled_some()
        if self._troubles:
            wait = TROUBLE_SECONDS[min(self._troubles, len(TROUBLE_SECONDS)) - 1]
            wait *= 1.0 - self._world.draw() / CHANCES / 2
            log.warning("broadcasts do not get through", waiting=round(wait, 1))
            await self._world.sleep(wait)
            # One message tells whether the line is back; a cut line costs no more than one.
            return 1
        while len(self._in_hand) > MOST_IN_HAND // 2:
            await self._settled_some()
        a_second = max(1, int(WITHIN / self._pacer.slot_seconds))
        return min(a_second, MOST_IN_HAND - len(self._in_hand))

    async def _finish(self) -> bool:
        """Close what is over; whether something may be sent yet."""
        over = await self._commit(lambda tx: deliver.finish(tx, self._world))
        self._moved()
        if over:
            return True
        wait = await self._commit(lambda tx: deliver.next_due(tx, self._world))
        if wait is None:
            return False
        # Something else may have come to be sent meanwhile: it is looked at every second.
        await self._world.sleep(min(wait + self._pacer.slot_seconds, WITHIN))
        return True

    async def _start_all(self, group: asyncio.TaskGroup, parcels: list[Parcel]) -> None:
        """Start one after another, each when its promised moment is near: replies that come
        meanwhile get the next moment, not one behind all of these."""
        for parcel in parcels:
            if self._closing or self._pacer.paused_seconds > LONGEST_PAUSE_IN_HAND:
                self._end(parcel, Outcome(Fate.SLOW_DOWN, reason=Reason.SLOW_DOWN))
                continue
            await self._pacer.near()
            wait = self._pacer.promise(parcel.chat_id)
            group.create_task(self._one(parcel, wait))
            if wait > 0:
                await self._world.sleep(min(wait, self._pacer.slot_seconds))

    async def _one(self, parcel: Parcel, wait: float) -> None:
        """One message, once its moment has come. Its end is known to the ledger soon after."""
        if wait > 0:
            await self._world.sleep(wait)
        if self._pacer.paused_seconds or self._closing:
            # Nothing was called: it is not a try, and it goes back as it was.
            self._end(parcel, Outcome(Fate.SLOW_DOWN, reason=Reason.SLOW_DOWN))
            return
        try:
            body, plain = (self.editions.body(parcel, marked=marked) for marked in (True, False))
        except Exception as trouble:
            # One wording that cannot be put together may not end the sending of all others.
            log.error("a message could not be made", **where(trouble))
            self._end(parcel, Outcome(Fate.REFUSED, reason=Reason.NOT_MADE))
            return
        outcome = await self._call(body)
        if outcome.reason is Reason.MARKS_REFUSED:
            log.error("a message's HTML was refused: a template is wrong", topic="broadcast")
            await self._pacer.turn(parcel.chat_id)
            outcome = await self._call(plain)
        self._reached("sent")
        self._end(parcel, outcome)

    async def _call(self, body: bytes) -> Outcome:
        outcome = await self._api.call_with("sendMessage", body)
        self._pacer.note(outcome)
        return outcome

    def _end(self, parcel: Parcel, outcome: Outcome) -> None:
        self._ended.append((parcel, outcome))
        self._some_ended.set()

    async def _settle(self) -> None:
        """Write what has ended, all that gathered while the last was written in one commit."""
        while True:
            await self._some_ended.wait()
            self._some_ended.clear()
            ends, self._ended = self._ended, []
            await self._write(ends)
            self._reached("settled")
            for parcel, outcome in ends:
                self._in_hand.pop(parcel.delivery_id, None)
                self._watch.settled(settle(outcome).state, 1)
            self._mind_troubles([outcome.fate for _, outcome in ends])
            self._moved()
            self._some_settled.set()
            self._rest_if_done()

    async def _write(self, ends: list[tuple[Parcel, Outcome]]) -> None:
        try:
            await self._commit(lambda tx: deliver.settle_all(tx, self._world, ends))
        except Exception as trouble:
            # One end that cannot be written is not the others': it will be known as not known.
            log.error("an end could not be written", ends=len(ends), **where(trouble))
            if len(ends) > 1:
                for end in ends:
                    await self._write([end])

    def _rest_if_done(self) -> None:
        """Whoever closes the doors waits for no pause and no next try."""
        if self._closing and not self._in_hand and not self._claiming:
            self.resting.set()

    async def _settled_some(self) -> None:
        self._some_settled.clear()
        await self._some_settled.wait()

    def _mind_troubles(self, fates: list[Fate]) -> None:
        """When nothing gets through, the next claims come slower and slower, one by one."""
        tried = [fate for fate in fates if fate is not Fate.SLOW_DOWN]
        self._refused |= Fate.UNAUTHORISED in tried
        if not tried:
            return
        if set(tried) <= {Fate.NEVER_SENT, Fate.UNKNOWN}:
            self._troubles += 1
        else:
            self._troubles = 0
