"""Sends broadcasts from the ledger: fill, claim, pace, call, settle."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from bot.calls import TokenRefused, message
from bot.commits import Surely, where
from bot.pacer import Pacer
from bot.request import TelegramApi
from bot.views.board import broadcast
from bot.views.spoken import Spoken
from content.words import Words
from engagement.delivery import Fate, Outcome
from usecases import deliver
from usecases.deliver import Parcel
from usecases.world import World

log = structlog.get_logger("bot.sender")

TROUBLE_SECONDS = (1.0, 2.0, 5.0, 10.0, 30.0)


class Sender:
    """One loop over the ledger. It claims only what can start within a second."""

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
    ) -> None:
        self._api = api
        self._commit = commit
        self._pacer = pacer
        self._world = world
        self._words = words
        self._moved = moved
        self._reached = reached
        self._wake = asyncio.Event()
        self.idle = False
        self.resting = asyncio.Event()
        self._closing = False
        self._me = world.draw()
        self._troubles = 0

    def close_doors(self) -> None:
        """Claim nothing more; what is claimed is sent and settled."""
        self._closing = True

    def wake(self) -> None:
        """There may be something to send."""
        self.idle = False
        self.resting.clear()
        self._wake.set()

    async def serve(self, alone: asyncio.Event) -> None:
        """Send until cancelled. Raises TokenRefused.

        Once it is known that no other process sends (``alone``), claims left behind are a former
        self's, and their fate is unknown.
        """
        await alone.wait()
        left = await self._commit(lambda tx: deliver.release(tx, self._world))
        if left:
            log.warning("deliveries were under way when the process ended", unknown=left)
        self._wake.set()
        while True:
            self.idle = not self._wake.is_set()
            await self._wake.wait()
            self._wake.clear()
            self.idle = False
            while not self._closing and await self._guarded_round():
                pass
            self.resting.set()

    async def _guarded_round(self) -> bool:
        try:
            return await self._round()
        except (TokenRefused, asyncio.CancelledError):
            raise
        except Exception as trouble:
            # Whatever it was, the ledger holds the truth: wait, and go on from there.
            log.error("a round of sending failed", **where(trouble))
            await self._world.sleep(TROUBLE_SECONDS[2])
            return True

    async def _round(self) -> bool:
        """One slice filled or one second's worth sent. Whether there may be more."""
        if await self._commit(lambda tx: deliver.fill(tx, self._world)):
            return True
        room = self._pacer.room()
        if room == 0:
            await self._pacer.pause_over()
            room = 1
        parcels = await self._commit(lambda tx: deliver.claim(tx, self._world, self._me, room))
        if not parcels:
            over = await self._commit(lambda tx: deliver.finish(tx, self._world))
            self._moved()
            return bool(over)
        self._reached("claimed")
        ends = await self._send_all(parcels)
        self._moved()
        await self._mind_troubles(ends)
        return True

    async def _send_all(self, parcels: list[Parcel]) -> list[tuple[Parcel, Outcome]]:
        ends: list[tuple[Parcel, Outcome]] = []
        bodies: dict[tuple[int, str], dict[str, object]] = {}

        async def one(parcel: Parcel) -> None:
            await self._pacer.turn(parcel.chat_id)
            outcome = await self._api.call(
                "sendMessage", {**self._body(parcel, bodies), "chat_id": parcel.chat_id}
            )
            if outcome.fate is Fate.SLOW_DOWN:
                self._pacer.slow_down(outcome.retry_after)
            self._reached("sent")
            # At once, not after the slowest of them: settlements that meet share one commit.
            await self._commit(lambda tx: deliver.settle_all(tx, self._world, [(parcel, outcome)]))
            ends.append((parcel, outcome))

        async with asyncio.TaskGroup() as group:
            for parcel in parcels:
                group.create_task(one(parcel))
        return ends

    def _body(
        self, parcel: Parcel, bodies: dict[tuple[int, str], dict[str, object]]
    ) -> dict[str, object]:
        """One payload a wording and language; only the chat differs."""
        at = (id(parcel.wording), parcel.language)
        if at not in bodies:
            say = Spoken(self._words, parcel.language, self._world)
            bodies[at] = message(0, broadcast(say, parcel.wording))
        return bodies[at]

    async def _mind_troubles(self, ends: list[tuple[Parcel, Outcome]]) -> None:
        """When nothing gets through, wait longer and longer before the next claim."""
        fates = {outcome.fate for _, outcome in ends}
        if Fate.UNAUTHORISED in fates:
            raise TokenRefused
        if fates <= {Fate.NEVER_SENT, Fate.UNKNOWN}:
            wait = TROUBLE_SECONDS[min(self._troubles, len(TROUBLE_SECONDS) - 1)]
            self._troubles += 1
            log.warning("broadcasts do not get through", waiting=wait)
            await self._world.sleep(wait)
        else:
            self._troubles = 0
