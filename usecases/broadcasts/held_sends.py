"""Holding all automatic sends until a person releases or cancels them, e.g. after a restore."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState, Tally
from engagement.errors import SendsHeld
from engagement.insight.shown_numbers import (
    ShownNumber,
    at_most,
    report_numbers,
    tenths,
    together,
)
from storage.broadcasts import claims, deliveries, records
from storage.conversation import inbox
from storage.operations import deployment
from storage.operations.stalled import RELEASED
from usecases.broadcasts.audience_size import number_of
from usecases.broadcasts.message import words_of_stored
from usecases.world import Transaction, World

HELD = "sends-held"
"""The fact that records since when, and why, nothing is sent automatically."""
HELD_BACK = "held-back"
"""The audit act for a broadcast that ended this way; it names no member of staff."""
BY_HAND = "held by hand"
NOBODY = 0
"""A claimant number that no process has."""
LONGEST_WHY = 120
NOT_GONE = (BroadcastState.AWAITING_APPROVAL, BroadcastState.APPROVED, BroadcastState.SENDING)


class NothingHeld(Exception):
    """Sends are not held, so there is nothing to decide."""


@dataclass(frozen=True, slots=True)
class Held:
    """Since when sends are held, and why."""

    since: datetime
    why: str


@dataclass(frozen=True, slots=True)
class HeldBroadcast:
    """One broadcast that is held. ``tally`` is exact and never shown, and empty if the ledger isn't
    filled yet; ``number`` is the number of people that was approved."""

    id: int
    state: BroadcastState
    words: str
    wards: tuple[str, ...]
    number: ShownNumber
    tally: Tally

    @property
    def tenths(self) -> int | None:
        """The tenths of a large audience that are done; None if it is too small for that."""
        return tenths(self.number, self.tally.settled, self.tally.audience)

    def lines(self, world: World) -> dict[str, ShownNumber]:
        """Those who wait, those who got it and those who may have, as in the author's report."""
        unknown = self.tally.unknown + self.tally.claimed
        counts = {"waiting": self.tally.queued, "sent": self.tally.sent, "unknown": unknown}
        return report_numbers(self.number, counts, world.thresholds)


@dataclass(frozen=True, slots=True)
class Cancelled:
    """What was cancelled: how many broadcasts, and to how many people they had been approved."""

    broadcasts: int
    number: ShownNumber | None


async def hold(tx: Transaction, world: World, why: str) -> None:
    """Stop everything that is sent automatically, from now on."""
    await deployment.remember(tx, HELD, f"{world.now().isoformat()} {why[:LONGEST_WHY]}")


async def hold_by_hand(tx: Transaction, world: World) -> bool:
    """Hold sends at an operator's request, e.g. after a restore made with another tool.

    Returns False if sends are held already; the reason then stays as it was.
    """
    if await held(tx) is not None:
        return False
    await hold(tx, world, BY_HAND)
    await deployment.note(tx, "held-sends", staff_id=None, now=world.now())
    return True


async def held(tx: Transaction) -> Held | None:
    """Since when and why automatic sends are held; None if they are not."""
    fact = await deployment.fact(tx, HELD)
    if not fact:
        return None
    since, _, why = fact.partition(" ")
    return Held(datetime.fromisoformat(since), why)


async def waiting(tx: Transaction, world: World) -> list[HeldBroadcast]:
    """Every broadcast that has not ended, the oldest first."""
    found = []
    for known in await records.in_state(tx, *NOT_GONE):
        words = await words_of_stored(tx, known)
        tally, number = await deliveries.tally(tx, known.id), number_of(world, known)
        found.append(HeldBroadcast(known.id, known.state, words, known.wards, number, tally))
    return found


async def release(tx: Transaction, world: World) -> int:
    """Let everything continue. Returns the number of broadcasts that do. Raises NothingHeld."""
    await _check(tx)
    going = await records.in_state(tx, *NOT_GONE)
    await deployment.remember(tx, HELD, "")
    await deployment.note(
        tx, RELEASED, staff_id=None, detail={"broadcasts": len(going)}, now=world.now()
    )
    return len(going)


async def check_not_held(tx: Transaction) -> None:
    """Raise SendsHeld while a person has yet to decide what is sent."""
    if await held(tx) is not None:
        raise SendsHeld


async def cancel(tx: Transaction, world: World) -> Cancelled:
    """Cancel everything that is held.

    Deliveries not yet sent are cancelled row by row, and replies still pending are dropped. The
    outcome of claimed rows is unknown, and stays so. Raises NothingHeld.
    """
    await _check(tx)
    now = world.now()
    rows = 0
    ending = await records.in_state(tx, *NOT_GONE)
    await claims.release_claims(tx, now, me=NOBODY)
    for known in ending:
        rows += await deliveries.hold_back(tx, known.id, now)
        if known.state is not BroadcastState.SENDING:
            await records.change_state(tx, known.id, to=BroadcastState.CANCELLED, now=now)
        await deployment.note(tx, HELD_BACK, staff_id=None, subject=str(known.id), now=now)
    await inbox.clear_pending_replies(tx, now)
    await deployment.remember(tx, HELD, "")
    await deployment.note(
        tx,
        "cancelled-sends",
        staff_id=None,
        detail={"broadcasts": len(ending), DeliveryState.CANCELLED.value: rows},
        now=now,
    )
    people = together(at_most(number_of(world, known)) for known in ending) if ending else None
    return Cancelled(len(ending), people)


async def held_back(tx: Transaction, broadcast_id: int) -> int | None:
    """The number of held-back rows of this broadcast; None if it wasn't ended this way."""
    if not await deployment.was_noted(tx, HELD_BACK, str(broadcast_id)):
        return None
    return await deliveries.held_back(tx, broadcast_id)


async def _check(tx: Transaction) -> None:
    if await held(tx) is None:
        raise NothingHeld
