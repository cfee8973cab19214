"""The sender's side of the ledger: fill, claim before the call, settle after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engagement.audience import audience
from engagement.broadcasting import BroadcastKind, BroadcastState
from engagement.delivery import DeliveryState, Outcome, Reach, Settlement, settle
from storage import broadcasts, deliveries, people
from storage.deliveries import Claimed, Settled
from usecases import holding
from usecases.wording import Wording, wording_of
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Parcel:
    """One claimed delivery: what to send, and where. Equal wordings are the same object."""

    delivery_id: int
    contact_id: int
    chat_id: int
    language: str
    wording: Wording


async def fill(tx: Transaction, world: World) -> bool:
    """Queue one slice of one approved broadcast. Whether there is more to fill."""
    if await holding.held(tx) is not None:
        return False
    approved = await broadcasts.in_state(tx, BroadcastState.APPROVED)
    if not approved:
        return False
    found = approved[0]
    now = world.now()
    last = await deliveries.fill_slice(
        tx, found.id, audience(found.kind, found.wards, found.theme), after=found.filled_to, now=now
    )
    if last is not None:
        await broadcasts.note_filled(tx, found.id, filled_to=last)
        return True
    # The rows that were inserted are the number.
    people_frozen = (await deliveries.tally(tx, found.id)).audience
    await broadcasts.note_filled(tx, found.id, filled_to=found.filled_to, people=people_frozen)
    await broadcasts.change_state(tx, found.id, to=BroadcastState.SENDING, now=now)
    return len(approved) > 1


async def claim(tx: Transaction, world: World, me: int, most: int) -> list[Parcel]:
    """Claim what may start now. Whoever has left since the ledger was filled is cancelled."""
    if await holding.held(tx) is not None:
        return []
    now = world.now()
    # All that was in hand has been settled before this: what is left was claimed in a commit
    # whose answer never came.
    await deliveries.release_claims(tx, now, by=me)
    rows = await deliveries.claim(tx, me, most=most, now=now)
    await deliveries.settle(tx, [_gone(r) for r in rows if r.reach is not Reach.REACHABLE], now)
    going = [r for r in rows if r.reach is Reach.REACHABLE]
    if not going:
        return []
    ids = [*{r.broadcast_id for r in going}]
    known = {i: b for i in ids if (b := await broadcasts.broadcast(tx, i)) is not None}
    variants = await broadcasts.variants_of(tx, ids)
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
        parcels.append(Parcel(row.id, row.contact_id, row.chat_id, row.language, wording))
    await deliveries.note_variants(tx, shown)
    return parcels


async def settle_all(tx: Transaction, world: World, ends: Sequence[tuple[Parcel, Outcome]]) -> None:
    """Write what became of claimed rows, and of the contacts where Telegram told."""
    settled = []
    for parcel, outcome in ends:
        end: Settlement = settle(outcome)
        settled.append(
            Settled(parcel.delivery_id, end.state, outcome.message_id, outcome.description)
        )
        if end.reach is not None:
            contact = await people.contact(tx, parcel.contact_id)
            if contact is not None and contact.reach is Reach.REACHABLE:
                await people.set_reach(tx, parcel.contact_id, end.reach)
    await deliveries.settle(tx, settled, world.now())


async def finish(tx: Transaction, world: World) -> int:
    """Close broadcasts whose every row has a final state; how many."""
    over = await deliveries.finished(tx)
    for broadcast_id in over:
        await broadcasts.change_state(tx, broadcast_id, to=BroadcastState.SENT, now=world.now())
    return len(over)


async def release(tx: Transaction, world: World) -> int:
    """At a single process's start: what the former one had claimed is unknown; how many."""
    return await deliveries.release_claims(tx, world.now())


def _gone(row: Claimed) -> Settled:
    if row.reach is Reach.STOPPED:
        return Settled(row.id, DeliveryState.CANCELLED, reason="left")
    return Settled(row.id, DeliveryState.BLOCKED, reason="blocked us or gone")
