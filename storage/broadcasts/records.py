"""Broadcasts: their state, wordings and authors."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    cast,
    insert,
    select,
    update,
)

from engagement.broadcasts.lifecycle import (
    ALLOWED,
    NOTICES,
    SENT_AGAIN_FROM,
    BroadcastKind,
    BroadcastState,
)
from engagement.broadcasts.polls import Poll, ended_for, tells_of
from engagement.staff.approvals import ApprovalSubject
from storage.engine.database import Document, Moment, Sequential, Transaction, metadata
from storage.staff.approvals import approvals

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("author", ForeignKey("staff.id"), nullable=False),
    Column("wards", Document, nullable=False),
    Column("theme", String(64)),
    Column("consultation", String(64)),
    Column("people_shown", Integer, nullable=False),
    Column("people_frozen", Integer),
    Column("number", Document),
    Column("filled_to", BigInteger, nullable=False, default=-1),
    Column("made_at", Moment, nullable=False),
    Column("decided_by", ForeignKey("staff.id")),
    Column("decided_at", Moment),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    Column("released_at", Moment),
    Column("held_wards", Document),
    Column("undecided_wards", Document),
    Column("held_at_first", Document),
    Column("taken_back_at", Moment),
    Column("reported", Boolean, nullable=False, default=False),
    Column("corrects", BigInteger),
    Column("corrected_words", String(64)),
    Column("poll", Document),
    Column("closes_named", Moment),
)

broadcast_variants = Table(
    "broadcast_variants",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("broadcast_id", ForeignKey("broadcasts.id"), nullable=False),
    Column("language", String(2), nullable=False),
    Column("version", Integer, nullable=False),
    Column("text", Text, nullable=False),
    UniqueConstraint("broadcast_id", "language", "version"),
)


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One message to one audience.

    ``people_shown`` is the most people it may go to by ``number``, the fields of the number that
    its author and the second person were shown; None where it was stored before it was kept.
    ``approved_at`` is when its author or the second person approved it last; ``released_at`` when
    the monitoring officer released it from a hold before an election. ``held_wards`` are those of
    its wards for which it met a hold and was not released, ``undecided_wards`` those of them that
    wait for a decision, and ``held_at_first`` those for which none could leave before the hold.
    ``taken_back_at`` is when its author took back what had not left. ``corrects`` is the broadcast
    that this one corrects, and ``corrected_words`` how that one begins. ``poll`` is what a quick
    poll asks, ``stopped`` the poll of which a broadcast says that it was stopped: then
    ``corrected_words`` are how that one begins. ``closes_named`` is the close of the questions that
    an invitation named when it was shown for approval; None where that isn't known.
    """

    id: int
    kind: BroadcastKind
    state: BroadcastState
    author: int
    wards: tuple[str, ...]
    theme: str | None
    consultation: str | None
    people_shown: int
    people_frozen: int | None
    filled_to: int
    decided_by: int | None
    reported: bool
    number: dict[str, Any] | None = None
    approved_at: datetime | None = None
    released_at: datetime | None = None
    held_wards: tuple[str, ...] = ()
    undecided_wards: tuple[str, ...] = ()
    held_at_first: tuple[str, ...] = ()
    taken_back_at: datetime | None = None
    corrects: int | None = None
    corrected_words: str = ""
    poll: Poll | None = None
    stopped: int | None = None
    closes_named: datetime | None = None


async def add(tx: Transaction, broadcast: Broadcast, text: str, now: datetime) -> None:
    """Store a new broadcast with its first wording, in English."""
    corrects: dict[str, Any] = {}
    if broadcast.poll is not None:
        corrects = {"poll": broadcast.poll.kept}
    words = {"corrected_words": broadcast.corrected_words}
    if broadcast.stopped is not None:
        corrects = {"poll": tells_of(broadcast.stopped), **words}
    if broadcast.corrects is not None:
        corrects = {"corrects": broadcast.corrects, **words}
    if broadcast.closes_named is not None:
        corrects["closes_named"] = broadcast.closes_named
    await tx.execute(
        insert(broadcasts).values(
            id=broadcast.id,
            kind=broadcast.kind,
            state=broadcast.state,
            author=broadcast.author,
            wards=[*broadcast.wards],
            theme=broadcast.theme,
            consultation=broadcast.consultation,
            people_shown=broadcast.people_shown,
            number=broadcast.number,
            made_at=now,
            **corrects,
        )
    )
    await tx.execute(
        insert(broadcast_variants).values(
            broadcast_id=broadcast.id, language="en", version=1, text=text
        )
    )


async def broadcast(tx: Transaction, broadcast_id: int) -> Broadcast | None:
    """The broadcast with this id."""
    row = (await tx.execute(select(broadcasts).where(broadcasts.c.id == broadcast_id))).first()
    return read_row(row) if row else None


async def broadcasts_by_id(tx: Transaction, ids: Collection[int]) -> dict[int, Broadcast]:
    """The broadcasts with these ids, by id."""
    query = select(broadcasts).where(broadcasts.c.id.in_(ids))
    return {row.id: read_row(row) for row in await tx.execute(query)}


async def in_state(tx: Transaction, *states: BroadcastState) -> list[Broadcast]:
    """Broadcasts in any of these states, the oldest first."""
    query = (
        select(broadcasts)
        .where(broadcasts.c.state.in_(states))
        .order_by(broadcasts.c.made_at, broadcasts.c.id)
    )
    return [read_row(row) for row in await tx.execute(query)]


async def sending(tx: Transaction, kinds: Collection[BroadcastKind]) -> list[int]:
    """Broadcasts of these kinds that are being sent, the oldest first."""
    query = (
        select(broadcasts.c.id)
        .where(broadcasts.c.state == BroadcastState.SENDING, broadcasts.c.kind.in_(sorted(kinds)))
        .order_by(broadcasts.c.made_at, broadcasts.c.id)
    )
    return [*(await tx.execute(query)).scalars()]


async def unreported(tx: Transaction) -> list[Broadcast]:
    """Broadcasts whose final report hasn't been shown to their author yet, the oldest first."""
    query = (
        select(broadcasts)
        .where(broadcasts.c.reported.is_(False), broadcasts.c.kind.not_in(sorted(NOTICES)))
        .order_by(broadcasts.c.made_at, broadcasts.c.id)
    )
    return [read_row(row) for row in await tx.execute(query)]


async def mark_reported(tx: Transaction, broadcast_id: int) -> None:
    """Record that the author has been shown the final report."""
    mine = update(broadcasts).where(broadcasts.c.id == broadcast_id)
    await tx.execute(mine.values(reported=True))


async def report_again(tx: Transaction, broadcast_id: int) -> None:
    """Record that the author's report has changed since it was shown."""
    mine = update(broadcasts).where(broadcasts.c.id == broadcast_id)
    await tx.execute(mine.values(reported=False))


async def change_state(
    tx: Transaction,
    broadcast_id: int,
    *,
    to: BroadcastState,
    now: datetime,
    decided_by: int | None = None,
    again: bool = False,
) -> bool:
    """Change a broadcast's state if its present state allows that.

    Returns False if it doesn't, because somebody else was first. A broadcast sent ``again`` keeps
    the date on which it was first started, and is reported again.
    """
    values: dict[str, object] = {"state": to}
    if again:
        values["reported"] = False
    if decided_by is not None:
        values |= {"decided_by": decided_by, "decided_at": now}
    if to is BroadcastState.SENDING and not again:
        values["started_at"] = now
    if to is BroadcastState.SENT:
        values["finished_at"] = now
    from_states = [state for state, allowed in ALLOWED.items() if to in allowed]
    if again:
        from_states = [*SENT_AGAIN_FROM]
    moved = await tx.execute(
        update(broadcasts)
        .where(broadcasts.c.id == broadcast_id, broadcasts.c.state.in_(from_states))
        .values(values)
    )
    return moved.rowcount == 1


async def note_taken_back(tx: Transaction, broadcast_id: int, now: datetime) -> None:
    """Record that the author has taken back what had not left."""
    taken = update(broadcasts).where(broadcasts.c.id == broadcast_id)
    await tx.execute(taken.values(taken_back_at=now))


async def note_filled(
    tx: Transaction, broadcast_id: int, *, filled_to: int, people: int | None = None
) -> None:
    """Record how far the deliveries are queued and, at the end, the size of the audience."""
    values: dict[str, int] = {"filled_to": filled_to}
    if people is not None:
        values["people_frozen"] = people
    await tx.execute(update(broadcasts).where(broadcasts.c.id == broadcast_id).values(values))


async def update_number(tx: Transaction, found: Broadcast) -> None:
    """Store the number of people that is shown, because the audience has grown too much since."""
    values = {"people_shown": found.people_shown, "number": found.number}
    await tx.execute(update(broadcasts).where(broadcasts.c.id == found.id).values(values))


async def text_of(tx: Transaction, broadcast_id: int) -> str:
    """The latest English wording."""
    variants = broadcast_variants
    query = (
        select(variants.c.text)
        .where(variants.c.broadcast_id == broadcast_id, variants.c.language == "en")
        .order_by(variants.c.version.desc())
        .limit(1)
    )
    return str((await tx.execute(query)).scalar_one())


async def variants_of(
    tx: Transaction, broadcast_ids: Sequence[int]
) -> dict[int, dict[str, tuple[int, str]]]:
    """The latest wordings as (variant id, text), by broadcast and language."""
    query = (
        select(broadcast_variants)
        .where(broadcast_variants.c.broadcast_id.in_(broadcast_ids))
        .order_by(broadcast_variants.c.version)
    )
    found: dict[int, dict[str, tuple[int, str]]] = {}
    for row in await tx.execute(query):
        found.setdefault(row.broadcast_id, {})[row.language] = (row.id, row.text)
    return found


async def to_ask(tx: Transaction) -> list[tuple[int, int]]:
    """(broadcast, staff member) for each request for approval that hasn't been shown yet."""
    query = (
        select(broadcasts.c.id, approvals.c.staff_id)
        .join(approvals, approvals.c.subject_id == cast(broadcasts.c.id, String))
        .where(
            approvals.c.subject == ApprovalSubject.BROADCAST,
            approvals.c.asked_at.is_(None),
            broadcasts.c.state == BroadcastState.AWAITING_APPROVAL,
        )
        .order_by(approvals.c.id)
    )
    return [(row.id, row.staff_id) for row in await tx.execute(query)]


def read_row(row: Row[tuple[object, ...]]) -> Broadcast:
    """The broadcast in a row of its table."""
    known = row._mapping
    return Broadcast(
        id=known["id"],
        kind=BroadcastKind(known["kind"]),
        state=BroadcastState(known["state"]),
        author=known["author"],
        wards=tuple(known["wards"]),
        theme=known["theme"],
        consultation=known["consultation"],
        people_shown=known["people_shown"],
        people_frozen=known["people_frozen"],
        filled_to=known["filled_to"],
        decided_by=known["decided_by"],
        reported=known["reported"],
        number=known["number"],
        approved_at=known["decided_at"] or known["made_at"],
        released_at=known["released_at"],
        held_wards=tuple(known["held_wards"] or ()),
        undecided_wards=tuple(known["undecided_wards"] or ()),
        held_at_first=tuple(known["held_at_first"] or ()),
        taken_back_at=known["taken_back_at"],
        corrects=known["corrects"],
        corrected_words=known["corrected_words"] or "",
        poll=Poll.read(known["poll"]),
        stopped=ended_for(known["poll"]),
        closes_named=known["closes_named"],
    )
