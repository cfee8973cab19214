"""Alarms for the operators: one row for each time something went wrong, until it is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, String, Table, delete, func, insert, select, update

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
    """One occurrence of an alarm, with when its beginning and its end were reported."""

    id: int
    kind: Alarm
    detail: Mapping[str, Any]
    since: datetime
    told_at: datetime | None
    over_at: datetime | None
    over_told_at: datetime | None


async def latest(tx: Transaction) -> dict[Alarm, AlarmRow]:
    """The latest alarm of every kind that has ever occurred."""
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
    """Store a new alarm; one that ended before it could be stored has ``over_at``."""
    await tx.execute(
        insert(alarms).values(kind=kind, detail=dict(detail), since=since, over_at=over_at)
    )


async def end(tx: Transaction, alarm_id: int, over_at: datetime) -> None:
    """Store when an alarm ended."""
    await _set(tx, [alarm_id], over_at=over_at)


async def resume(tx: Transaction, row: AlarmRow) -> None:
    """Reopen an alarm that ended. If only its end was reported, that counts as reporting it."""
    reported = row.told_at or row.over_told_at
    await _set(tx, [row.id], over_at=None, over_told_at=None, told_at=reported)


async def widen(tx: Transaction, alarm_id: int, detail: Mapping[str, Any]) -> None:
    """Replace an alarm's detail, because more is known now."""
    await _set(tx, [alarm_id], detail=dict(detail))


async def unreported(tx: Transaction) -> list[AlarmRow]:
    """Alarms whose beginning or end hasn't been reported yet, the oldest first."""
    pending = alarms.c.told_at.is_(None) | alarms.c.over_at.is_not(None)
    query = select(alarms).where(pending, alarms.c.over_told_at.is_(None)).order_by(alarms.c.id)
    return [_row(row) for row in await tx.execute(query)]


async def ongoing(tx: Transaction) -> list[AlarmRow]:
    """Alarms that haven't ended, the oldest first."""
    query = select(alarms).where(alarms.c.over_at.is_(None)).order_by(alarms.c.id)
    return [_row(row) for row in await tx.execute(query)]


async def mark_reported(tx: Transaction, ids: Sequence[int], now: datetime) -> None:
    """Record that the beginning of these alarms has been reported."""
    await _set(tx, ids, told_at=now)


async def mark_end_reported(tx: Transaction, ids: Sequence[int], now: datetime) -> None:
    """Record that the end of these alarms has been reported, and with it the beginning."""
    await _set(tx, ids, over_told_at=now)


async def _set(tx: Transaction, ids: Sequence[int], **values: Any) -> None:
    await tx.execute(update(alarms).where(alarms.c.id.in_(ids)).values(**values))


def _row(r: Any) -> AlarmRow:
    return AlarmRow(r.id, Alarm(r.kind), r.detail, r.since, r.told_at, r.over_at, r.over_told_at)


async def drop_old(tx: Transaction, before: datetime) -> int:
    """Delete the alarms that ended before ``before``. Returns their number."""
    return (await tx.execute(delete(alarms).where(alarms.c.over_at < before))).rowcount


@dataclass(frozen=True, slots=True)
class Waiting:
    """Since when no due delivery has made progress, and when the oldest update not yet acted on
    was received; None if there is none."""

    not_moving_since: datetime | None
    oldest_unacted: datetime | None


async def waiting(tx: Transaction, now: datetime, *, day_since: datetime | None) -> Waiting:
    """How long deliveries and updates have been waiting, as of ``now``. ``day_since`` is the end of
    the last night; None at night, when deliveries wait for the morning."""
    new = select(func.min(inbox.c.received_at)).where(
        inbox.c.state == InboxState.NEW, inbox.c.processed_at.is_(None)
    )
    return Waiting(
        None if day_since is None else await _not_moving(tx, now, day_since),
        (await tx.execute(new)).scalar(),
    )


async def _not_moving(tx: Transaction, now: datetime, day_since: datetime) -> datetime | None:
    since = await stalled.since(tx, now, patience=NOT_MOVING_FOR)
    return None if since is None else max(since, day_since)


async def deliveries_due(tx: Transaction, now: datetime) -> int:
    """The number of deliveries that are due and not settled."""
    due = select(func.count()).where(IS_OPEN, deliveries.c.not_before <= now)
    return int((await tx.execute(due.select_from(deliveries))).scalar_one())
