"""The sender's side of the ledger: fill, claim before the call, settle after it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from engagement.broadcasts.audience import audience
from engagement.broadcasts.delivery import (
    LEASE,
    LONGEST_RETRY,
    DeliveryState,
    Fate,
    Outcome,
    Reach,
    Reason,
    Settlement,
    retry_in,
    settle,
)
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.broadcasts.pace import Marks
from storage.broadcasts import audiences, claims, deliveries, pace, records
from storage.broadcasts.claims import Claimed, Settled
from storage.broadcasts.deliveries import AT_ONCE
from storage.people import residents
from usecases.broadcasts import holding
from usecases.broadcasts.wording import Wording, wording_of
from usecases.world import Transaction, World

MOST_MOVES = 3
"""Tries of a message to a chat that is said to have moved."""
CHANCES = 1 << 63
"""``world.draw`` counts up to this."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One claimed delivery: what to send, and where. What has the same ``edition`` (the variant,
    the language and, where it tells, the home ward) reads the same; ``again`` marks one whose
    first sending may have arrived."""

    delivery_id: int
    contact_id: int
    chat_id: int
    language: str
    wording: Wording
    edition: tuple[int, str, str]
    again: bool = False
    attempts: int = 1


async def fill(tx: Transaction, world: World) -> bool:
    """Queue one slice of one approved broadcast. Whether there is more to fill."""
    if await holding.held(tx) is not None:
        return False
    approved = await records.in_state(tx, BroadcastState.APPROVED)
    if not approved:
        return False
    found = approved[0]
    last = await audiences.fill_slice(
        tx, found.id, audience(found.kind, found.wards, found.theme), after=found.filled_to
    )
    if last is not None:
        await records.note_filled(tx, found.id, filled_to=last)
        return True
    # The rows that were inserted are the number.
    people_frozen = (await deliveries.tally(tx, found.id)).audience
    await records.note_filled(tx, found.id, filled_to=found.filled_to, people=people_frozen)
    to = BroadcastState.SENDING
    await records.change_state(tx, found.id, to=to, now=world.now())
    return len(approved) > 1


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who claims: a process by a number of its own, for which bot, and what it has in hand."""

    me: int
    bot: int
    in_hand: Collection[int] = ()


async def claim(
    tx: Transaction, world: World, who: Claimant, most: int, *, seconds: float
) -> list[Parcel]:
    """Claim what may start within ``seconds``. Whoever has left since is cancelled."""
    if await holding.held(tx) is not None:
        return []
    now = world.now()
    await claims.release_claims(tx, now, me=who.me, in_hand=who.in_hand, lease=LEASE)
    rows = await claims.claim(tx, who.me, most=most, now=now)
    if not rows:
        return []
    await claims.settle(tx, [_gone(r) for r in rows if r.reach is not Reach.REACHABLE], now)
    going = [r for r in rows if r.reach is Reach.REACHABLE]
    # A process that takes over after this one must not start where this one has promised to.
    await pace.keep_promised(tx, who.bot, now + timedelta(seconds=seconds))
    return await _packed(tx, world, going)


async def _packed(tx: Transaction, world: World, going: Sequence[Claimed]) -> list[Parcel]:
    """Each row with its wording, which is noted in the ledger."""
    ids = [*{r.broadcast_id for r in going}]
    known = {i: b for i in ids if (b := await records.broadcast(tx, i)) is not None}
    variants = await records.variants_of(tx, ids)
    made: dict[tuple[int, str, str], tuple[int, Wording]] = {}
    parcels, shown = [], []
    for row in going:
        texts = variants[row.broadcast_id]
        found = known[row.broadcast_id]
        home = row.ward if found.kind is BroadcastKind.NEW_WARDS else ""
        at = (found.id, row.language if row.language in texts else "en", home)
        if at not in made:
            variant, text = texts[at[1]]
            made[at] = (variant, wording_of(world, found, text, home or None))
        variant, wording = made[at]
        shown.append((row.id, variant))
        parcels.append(
            Parcel(
                delivery_id=row.id,
                contact_id=row.contact_id,
                chat_id=row.chat_id,
                language=row.language,
                wording=wording,
                edition=(variant, row.language, home),
                again=row.sent_again,
                attempts=row.attempts,
            )
        )
    await claims.note_variants(tx, shown)
    return parcels


async def settle_all(tx: Transaction, world: World, ends: Sequence[tuple[Parcel, Outcome]]) -> None:
    """Write what became of claimed rows, and of the contacts where Telegram told."""
    settled = []
    now = world.now()
    for parcel, outcome in ends:
        end: Settlement = settle(outcome)
        not_before = AT_ONCE
        if end.waits:
            wait = retry_in(parcel.attempts, world.draw() / CHANCES)
            not_before = now + timedelta(seconds=wait)
        settled.append(
            Settled(
                id=parcel.delivery_id,
                state=_unless_lost(end.state, outcome, parcel),
                message_id=outcome.message_id,
                reason=outcome.reason,
                not_before=not_before,
                counts=end.counts,
                attempt=parcel.attempts,
            )
        )
        if outcome.moved_to is not None:
            await residents.move_chat(tx, parcel.contact_id, outcome.moved_to)
        if end.reach is not None:
            contact = await residents.contact(tx, parcel.contact_id)
            if contact is not None and contact.reach is Reach.REACHABLE:
                await residents.set_reach(tx, parcel.contact_id, end.reach)
    await claims.settle(tx, settled, now)


async def finish(tx: Transaction, world: World) -> int:
    """Close broadcasts whose every row has a final state; how many."""
    over = await deliveries.finished(tx)
    for broadcast_id in over:
        await records.change_state(tx, broadcast_id, to=BroadcastState.SENT, now=world.now())
    return len(over)


async def release(tx: Transaction, world: World, me: int) -> int:
    """At a single process's start: what the former one had claimed is unknown; how many."""
    return await claims.release_claims(tx, world.now(), me=me)


async def next_due(tx: Transaction, world: World) -> float | None:
    """Seconds until a row that waits for its next try may go; None where none waits."""
    if await holding.held(tx) is not None:
        return None
    soonest = await claims.next_due(tx)
    return None if soonest is None else max(0.0, (soonest - world.now()).total_seconds())


async def mind_the_clock(tx: Transaction, world: World) -> None:
    """No row waits longer than the longest wait: a clock that was set back delays nobody."""
    await claims.bring_forward(tx, world.now() + timedelta(seconds=LONGEST_RETRY))


async def pace_marks(tx: Transaction, bot: int) -> Marks:
    """What the process before this one had promised, and whether Telegram had paused it."""
    return await pace.marks(tx, bot)


async def keep_pause(tx: Transaction, bot: int, marks: Marks) -> None:
    """Keep a pause of the whole bot, for whoever starts next."""
    since, until = marks.paused_from, marks.paused_until
    if isinstance(since, datetime) and isinstance(until, datetime):
        await pace.keep_pause(tx, bot, since, until)


def _unless_lost(state: DeliveryState, outcome: Outcome, parcel: Parcel) -> DeliveryState:
    """A chat that has moved again and again, and is not found where it is said to be."""
    lost = outcome.fate is Fate.MOVED and parcel.attempts >= MOST_MOVES
    return DeliveryState.FAILED if lost else state


def _gone(row: Claimed) -> Settled:
    if row.reach is Reach.STOPPED:
        return Settled(row.id, DeliveryState.CANCELLED, reason=Reason.LEFT)
    gone = Reason.ACCOUNT_GONE if row.reach is Reach.GONE else Reason.BLOCKED_US
    return Settled(row.id, DeliveryState.BLOCKED, reason=gone)
