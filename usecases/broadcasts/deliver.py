"""Delivering broadcasts: fill the ledger, claim rows before each call, settle them after it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from engagement.broadcasts.bot_api_responses import Fate, Outcome, Reason
from engagement.broadcasts.delivery import (
    LEASE,
    LONGEST_RETRY,
    DeliveryState,
    Reach,
    Settlement,
    retry_in,
    settle,
)
from engagement.broadcasts.gate import AT_ANY_TIME, WEEK
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.broadcasts.pace import Marks
from storage.broadcasts import audiences, claims, deliveries, pace, records
from storage.broadcasts.claims import Claimed, Settled
from storage.broadcasts.deliveries import AT_ONCE
from storage.people import contacts
from usecases.broadcasts import held_sends
from usecases.broadcasts.before_election import note_all, note_holds
from usecases.broadcasts.echo import echo_for, released_for
from usecases.broadcasts.gate import Gate
from usecases.broadcasts.goes_out import looks_like_night, waits_for_a_pause
from usecases.broadcasts.message import (
    BroadcastMessage,
    audience_of_stored,
    message_of,
    with_buttons,
)
from usecases.broadcasts.texts import texts_of
from usecases.broadcasts.together import Leaving, together
from usecases.world import Transaction, World

MOST_MOVES = 3
"""The most attempts to send a message to a chat that Telegram says has moved."""
LOOKED_AT = 500
"""The deliveries looked at together once none of those that could be sent now may leave."""
OF_THEIR_WARD = (BroadcastKind.NEW_WARDS, BroadcastKind.ECHO)
"""The kinds whose words are others for each ward."""
CHANCES = 1 << 63
"""``world.draw`` returns integers below this."""


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """One claimed delivery: what to send, and where.

    Messages with the same ``edition`` (the variant, the language and, where it matters, the home
    ward) have the same text. ``again`` is true if the first sending may have arrived. ``joined``
    are those that leave in the same message, below this one; ``more_waits``: others had no room.
    """

    delivery_id: int
    contact_id: int
    chat_id: int
    language: str
    wording: BroadcastMessage
    edition: tuple[int, str, str, tuple[str, ...]]
    again: bool = False
    attempts: int = 1
    joined: tuple[OutgoingMessage, ...] = ()
    more_waits: bool = False

    @property
    def parts(self) -> tuple[OutgoingMessage, ...]:
        """The deliveries of this message, in its order."""
        return (self, *self.joined)


async def fill(tx: Transaction, world: World) -> bool:
    """Queue one slice of one approved broadcast. Returns whether there is more to fill."""
    if await held_sends.held(tx) is not None:
        return False
    approved = await records.in_state(tx, BroadcastState.APPROVED)
    if not approved:
        return False
    # What cannot wait goes first.
    found = min(approved, key=lambda one: one.kind not in AT_ANY_TIME)
    last = await audiences.fill_slice(
        tx, found.id, audience_of_stored(found), after=found.filled_to
    )
    if last is not None:
        await records.note_filled(tx, found.id, filled_to=last)
        return True
    # The final number of people is the number of rows inserted.
    people_frozen = (await deliveries.tally(tx, found.id)).audience
    await records.note_filled(tx, found.id, filled_to=found.filled_to, people=people_frozen)
    to = BroadcastState.SENDING
    await records.change_state(tx, found.id, to=to, now=world.now())
    await note_holds(tx, world, found)
    return len(approved) > 1


@dataclass(frozen=True, slots=True)
class Claimant:
    """The process that claims rows: its own number, its bot, and the rows it is working on."""

    me: int
    bot: int
    in_hand: Collection[int] = ()


async def claim(
    tx: Transaction, world: World, who: Claimant, most: int, *, seconds: float
) -> list[OutgoingMessage]:
    """Claim rows whose sending may start within ``seconds``; at night none.

    Rows of people who have left or cannot be reached any more are settled at once, and those that
    the gate stops go back to the queue or are dropped.
    """
    if await held_sends.held(tx) is not None:
        return []
    now = world.now()
    await claims.release_claims(tx, now, me=who.me, in_hand=who.in_hand, lease=LEASE)
    # What cannot wait goes before everything else.
    urgent = await records.sending(tx, AT_ANY_TIME)
    leaving = await _leaving(tx, world, who, most=most, now=now, only=urgent) if urgent else []
    if not leaving and not world.is_quiet:
        leaving = await _leaving(tx, world, who, most=most, now=now)
    if not leaving:
        return []
    # A process that takes over must not send in the time this one has reserved.
    await pace.keep_promised(tx, who.bot, now + timedelta(seconds=seconds))
    return await _packed(tx, world, leaving)


async def _leaving(
    tx: Transaction,
    world: World,
    who: Claimant,
    *,
    most: int,
    now: datetime,
    only: Collection[int] | None = None,
) -> list[Leaving]:
    """Up to ``most`` messages that may leave now, ``only`` of these broadcasts if they are given.
    Where all that come first must wait, as after a message to the same people, many are looked at
    in one transaction."""
    for looked_at in (most, LOOKED_AT):
        gate = Gate(world, now)
        rows = await claims.claim(tx, who.me, most=looked_at, now=now, only=only)
        await claims.settle(tx, [_gone(r) for r in rows if r.reach is not Reach.REACHABLE], now)
        going = await gate.passing(tx, [r for r in rows if r.reach is Reach.REACHABLE])
        if going or not rows:
            break
    back = [Settled(r.id, DeliveryState.QUEUED, counts=False) for r in going[most:]]
    await claims.settle(tx, back, now)
    return await together(tx, gate, who.me, going[:most])


async def begin_again(tx: Transaction, world: World, me: int, parcel: OutgoingMessage) -> bool:
    """Note, before the call, that a second sending begins. Returns False if the row isn't claimed
    by this process any more, or sends are held: then there may be no call."""
    return await held_sends.held(tx) is None and await claims.begin_again(
        tx, parcel.delivery_id, me=me, attempt=parcel.attempts, now=world.now()
    )


async def _packed(
    tx: Transaction, world: World, leaving: Sequence[Leaving]
) -> list[OutgoingMessage]:
    """Each row with its message, whose variant is noted in the ledger."""
    rows = [row for one in leaving for row in one.rows]
    ids = [*{r.broadcast_id for r in rows}]
    known = await records.broadcasts_by_id(tx, ids)
    texts = await texts_of(tx, world, rows)
    echoes = await released_for(tx, world, [*known.values()])
    made: dict[tuple[int, str, str, tuple[str, ...]], tuple[int, BroadcastMessage]] = {}
    parcels: dict[int, OutgoingMessage] = {}
    shown = []
    for row in rows:
        found = known[row.broadcast_id]
        home = row.ward if found.kind in OF_THEIR_WARD else ""
        corrected = tuple(texts.corrections.shown(found.id, row.ward))
        if found.id in echoes:
            # Another table is another message.
            corrected = (*corrected, echoes[found.id].table_hash)
        at = (found.id, texts.language_for(row), home, corrected)
        if at not in made:
            variant, text, wrong = texts.said_to(row)
            wording = message_of(world, found, text, home or None, wrong)
            if found.id in echoes:
                wording = replace(wording, echo=echo_for(echoes[found.id], row.ward))
            made[at] = (variant, await with_buttons(tx, found, wording))
        variant, wording = made[at]
        shown.append((row.id, variant))
        parcels[row.id] = OutgoingMessage(
            delivery_id=row.id,
            contact_id=row.contact_id,
            chat_id=row.chat_id,
            language=row.language,
            wording=wording,
            edition=(variant, row.language, home, corrected),
            again=row.sent_again,
            attempts=row.attempts,
        )
    await claims.note_variants(tx, shown)
    return [_whole(one, [parcels[row.id] for row in one.rows]) for one in leaving]


def _whole(leaving: Leaving, parts: Sequence[OutgoingMessage]) -> OutgoingMessage:
    first, *others = parts
    return replace(first, joined=tuple(others), more_waits=leaving.more_waits)


async def settle_all(
    tx: Transaction, world: World, ends: Sequence[tuple[OutgoingMessage, Outcome]]
) -> None:
    """Write the outcome of claimed rows, and what Telegram reported about their contacts. All that
    left in one message ends as that message did."""
    settled: list[Settled] = []
    now = world.now()
    for parcel, outcome in ends:
        end: Settlement = settle(outcome)
        not_before = AT_ONCE
        if end.waits:
            wait = retry_in(parcel.attempts, world.draw() / CHANCES)
            not_before = now + timedelta(seconds=wait)
        settled += [
            Settled(
                id=part.delivery_id,
                state=_unless_lost(end.state, outcome, parcel),
                message_id=outcome.message_id,
                reason=outcome.reason,
                not_before=not_before,
                counts=end.counts,
                attempt=part.attempts,
            )
            for part in parcel.parts
        ]
        if outcome.moved_to is not None:
            await contacts.move_chat(tx, parcel.contact_id, outcome.moved_to)
        if end.reach is not None:
            contact = await contacts.contact(tx, parcel.contact_id)
            if contact is not None and contact.reach is Reach.REACHABLE:
                await contacts.set_reach(tx, parcel.contact_id, end.reach)
    await claims.settle(tx, settled, now)


async def finish(tx: Transaction, world: World) -> int:
    """Close broadcasts whose rows all have a final state. Returns the number closed.

    One that nobody gets, or nobody any more, is not closed before one that somebody gets could
    be: in the morning, after a pause, or when the monitoring officer has decided. It would tell
    which it is.
    """
    await note_all(tx, world)
    over, closed = {*await deliveries.finished(tx)}, 0
    for found in await records.in_state(tx, BroadcastState.SENDING):
        waits = looks_like_night(world, found) or waits_for_a_pause(world, found) is not None
        if found.id not in over or found.undecided_wards or waits:
            continue
        to = BroadcastState.SENT
        closed += await records.change_state(tx, found.id, to=to, now=world.now())
    return closed


async def release(tx: Transaction, world: World, me: int) -> int:
    """Settle as unknown the rows that the previous process had claimed. Returns their number.

    Called at the start, when no other process is running.
    """
    return await claims.release_claims(tx, world.now(), me=me)


async def next_due(tx: Transaction, world: World) -> float | None:
    """Seconds until the next row that waits for a retry is due; None if none waits. What waits
    longer than a retry, for the morning or for its turn in a week, is looked for at every tick."""
    if await held_sends.held(tx) is not None:
        return None
    urgent = await records.sending(tx, AT_ANY_TIME) if world.is_quiet else None
    soonest = await claims.next_due(tx, urgent)
    if soonest is None or soonest > world.now() + timedelta(seconds=LONGEST_RETRY):
        return None
    return max(0.0, (soonest - world.now()).total_seconds())


async def limit_waits(tx: Transaction, world: World) -> None:
    """Limit every wait to the longest of its kind, so that a clock set back delays nobody."""
    now = world.now()
    await claims.bring_forward(
        tx, retries=now + timedelta(seconds=LONGEST_RETRY), budget=now + WEEK
    )


async def pace_marks(tx: Transaction, bot: int) -> Marks:
    """The time the previous process had reserved, and whether Telegram had paused it."""
    return await pace.marks(tx, bot)


async def keep_pause(tx: Transaction, bot: int, marks: Marks) -> None:
    """Store a pause of the whole bot, for the next process."""
    since, until = marks.paused_from, marks.paused_until
    if isinstance(since, datetime) and isinstance(until, datetime):
        await pace.keep_pause(tx, bot, since, until)


def _unless_lost(state: DeliveryState, outcome: Outcome, parcel: OutgoingMessage) -> DeliveryState:
    """The state, or FAILED for a chat that keeps moving and isn't found at its new id either."""
    lost = outcome.fate is Fate.MOVED and parcel.attempts >= MOST_MOVES
    return DeliveryState.FAILED if lost else state


def _gone(row: Claimed) -> Settled:
    if row.reach is Reach.STOPPED:
        return Settled(row.id, DeliveryState.CANCELLED, reason=Reason.LEFT)
    gone = Reason.ACCOUNT_GONE if row.reach is Reach.GONE else Reason.BLOCKED_US
    return Settled(row.id, DeliveryState.BLOCKED, reason=gone)
