"""What the operator is told of: one row for each time something went wrong, until it is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, String, Table, func, insert, select, update

from engagement.operations.alarms import NOT_MOVING_FOR, Alarm
from storage.broadcasts.deliveries import IS_OPEN, deliveries
from storage.conversation.inbox import InboxState, inbox
from storage.engine.database import Document, Moment, Sequential, Transaction, metadata
from storage.operations import stalled

alarms = Table(
    "alarms",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("kind", String(32), nullable=False),
    Column("detail", Document, nullable=False),
    Column("since", Moment, nullable=False),
    Column("told_at", Moment),
    Column("over_at", Moment),
    Column("over_told_at", Moment),
)


@dataclass(frozen=True, slots=True)
class AlarmRow:
    """One time something was wrong. ``kind`` is ``engagement.operations.alarms.Alarm``'s."""

    id: int
    kind: Alarm
    detail: Mapping[str, Any]
    since: datetime
    told_at: datetime | None
    over_at: datetime | None
    over_told_at: datetime | None


async def latest(tx: Transaction) -> dict[Alarm, AlarmRow]:
    """The newest alarm of every kind there ever was."""
    newest = select(func.max(alarms.c.id)).group_by(alarms.c.kind)
    found = await tx.execute(select(alarms).where(alarms.c.id.in_(newest)))
    return {row.kind: row for row in map(_row, found)}


async def begin(
    tx: Transaction,
    kind: Alarm,
    *,
    since: datetime,
    detail: Mapping[str, Any],
    over_at: datetime | None = None,
) -> None:
    """Something is wrong, or was while it could not be written down (``over_at``)."""
    await tx.execute(
        insert(alarms).values(kind=kind, detail=dict(detail), since=since, over_at=over_at)
    )


async def end(tx: Transaction, alarm_id: int, over_at: datetime) -> None:
    """It is over, as far as can be seen."""
    await _set(tx, [alarm_id], over_at=over_at)


async def resume(tx: Transaction, row: AlarmRow) -> None:
    """It is the same again; what was said of its end counts as having said that it was there."""
    said = row.told_at or row.over_told_at
    await _set(tx, [row.id], over_at=None, over_told_at=None, told_at=said)


async def widen(tx: Transaction, alarm_id: int, detail: Mapping[str, Any]) -> None:
    """More has become known of it."""
    await _set(tx, [alarm_id], detail=dict(detail))


async def untold(tx: Transaction) -> list[AlarmRow]:
    """Alarms of which the beginning or the end has still to be told, the oldest first."""
    waits = alarms.c.told_at.is_(None) | alarms.c.over_at.is_not(None)
    query = select(alarms).where(waits, alarms.c.over_told_at.is_(None)).order_by(alarms.c.id)
    return [_row(row) for row in await tx.execute(query)]


async def standing(tx: Transaction) -> list[AlarmRow]:
    """What is wrong now, the oldest first."""
    query = select(alarms).where(alarms.c.over_at.is_(None)).order_by(alarms.c.id)
    return [_row(row) for row in await tx.execute(query)]


async def told(tx: Transaction, ids: Sequence[int], now: datetime) -> None:
    """The beginning has been told."""
    await _set(tx, ids, told_at=now)


async def over_told(tx: Transaction, ids: Sequence[int], now: datetime) -> None:
    """The end has been told, and with it the beginning."""
    await _set(tx, ids, over_told_at=now)


async def _set(tx: Transaction, ids: Sequence[int], **values: Any) -> None:
    await tx.execute(update(alarms).where(alarms.c.id.in_(ids)).values(**values))


def _row(r: Any) -> AlarmRow:
    return AlarmRow(r.id, Alarm(r.kind), r.detail, r.since, r.told_at, r.over_at, r.over_told_at)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Since when no delivery that is due has moved; when the oldest update not acted on came."""

    not_moving_since: datetime | None
    oldest_unacted: datetime | None


async def waiting(tx: Transaction, now: datetime) -> Waiting:
    """What has not been dealt with yet, as it is at ``now``."""
    new = select(func.min(inbox.c.received_at)).where(
        inbox.c.state == InboxState.NEW, inbox.c.processed_at.is_(None)
    )
    return Waiting(
        await stalled.since(tx, now, patience=NOT_MOVING_FOR),
        (await tx.execute(new)).scalar(),
    )


async def deliveries_due(tx: Transaction, now: datetime) -> int:
    """How many deliveries are due and not settled."""
    due = select(func.count()).where(IS_OPEN, deliveries.c.not_before <= now)
    return int((await tx.execute(due.select_from(deliveries))).scalar_one())
