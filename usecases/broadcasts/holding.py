"""Holding all that would go out by itself: after a restored backup a person decides about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastState, Tally
from engagement.errors import SendsHeld
from storage.broadcasts import claims, deliveries, records
from storage.conversation import inbox
from storage.operations import deployment
from storage.operations.stalled import RELEASED
from usecases.world import Transaction, World

HELD = "sends-held"
"""The fact that says since when, and why, nothing goes out by itself."""
HELD_BACK = "held-back"
"""The audit's word for a broadcast that ended this way; it names no member of staff."""
BY_HAND = "held by hand"
NOBODY = 0
"""No process claims by this number."""
FIRST_WORDS = 60
LONGEST_WHY = 120
NOT_GONE = (BroadcastState.AWAITING_YES, BroadcastState.APPROVED, BroadcastState.SENDING)


class NothingHeld(Exception):
    """Sends are not held: there is nothing to decide."""


@dataclass(frozen=True, slots=True)
class Held:
    """Since when, and why."""

    since: datetime
    why: str


@dataclass(frozen=True, slots=True)
class HeldBroadcast:
    """One broadcast that waits. ``tally`` is empty where its ledger is not filled yet."""

    id: int
    state: BroadcastState
    words: str
    wards: tuple[str, ...]
    people: int
    tally: Tally


async def hold(tx: Transaction, world: World, why: str) -> None:
    """From here on nothing goes out by itself."""
    await deployment.remember(tx, HELD, f"{world.now().isoformat()} {why[:LONGEST_WHY]}")


async def hold_by_hand(tx: Transaction, world: World) -> bool:
    """Hold from here on, as after a restore that another tool made; False where it is so already,
    whose reason then stays."""
    if await held(tx) is not None:
        return False
    await hold(tx, world, BY_HAND)
    await deployment.note(tx, "held-sends", staff_id=None, now=world.now())
    return True


async def held(tx: Transaction) -> Held | None:
    """Whether, since when and why nothing may go out by itself."""
    fact = await deployment.fact(tx, HELD)
    if not fact:
        return None
    since, _, why = fact.partition(" ")
    return Held(datetime.fromisoformat(since), why)


async def waiting(tx: Transaction) -> list[HeldBroadcast]:
    """Every broadcast that has not ended, the oldest first."""
    found = []
    for known in await records.in_state(tx, *NOT_GONE):
        text = " ".join((await records.text_of(tx, known.id)).split())
        words = text if len(text) <= FIRST_WORDS else f"{text[:FIRST_WORDS]}…"
        tally = await deliveries.tally(tx, known.id)
        found.append(
            HeldBroadcast(known.id, known.state, words, known.wards, known.people_shown, tally)
        )
    return found


async def release(tx: Transaction, world: World) -> int:
    """Let everything go on; how many broadcasts do. Raises NothingHeld."""
    await _check(tx)
    going = await records.in_state(tx, *NOT_GONE)
    await deployment.remember(tx, HELD, "")
    await deployment.note(
        tx, RELEASED, staff_id=None, detail={"broadcasts": len(going)}, now=world.now()
    )
    return len(going)


async def check_not_held(tx: Transaction) -> None:
    """Raise SendsHeld while a person has still to decide what goes out."""
    if await held(tx) is not None:
        raise SendsHeld


async def cancel(tx: Transaction, world: World) -> tuple[int, int]:
    """End what waits: (broadcasts, people who get nothing more). Raises NothingHeld.

    What had not gone is cancelled row by row; replies still owed from before are dropped. What
    had been claimed is not known, and stays so.
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
    await inbox.owe_nobody(tx, now)
    await deployment.remember(tx, HELD, "")
    await deployment.note(
        tx,
        "cancelled-sends",
        staff_id=None,
        detail={"broadcasts": len(ending), DeliveryState.CANCELLED.value: rows},
        now=now,
    )
    return len(ending), rows


async def held_back(tx: Transaction, broadcast_id: int) -> int | None:
    """How many rows of this broadcast were held back; None where it was not ended so."""
    if not await deployment.was_noted(tx, HELD_BACK, str(broadcast_id)):
        return None
    return await deliveries.held_back(tx, broadcast_id)


async def _check(tx: Transaction) -> None:
    if await held(tx) is None:
        raise NothingHeld
