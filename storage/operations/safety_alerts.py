"""Alerts about words of danger, and the words themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from storage.engine.database import Moment, Sequential, Transaction, metadata

safety_alerts = Table(
    "safety_alerts",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("reference", String(16), nullable=False, unique=True),
    Column("contact_id", BigInteger, ForeignKey("contacts.id", ondelete="SET NULL")),
    Column("has_words", Boolean, nullable=False),
    Column("times", Integer, nullable=False),
    Column("raised_at", Moment, nullable=False),
    Column("told_at", Moment),
    Column("reminders", Integer, nullable=False),
    Column("opened_at", Moment),
    Column("closed_at", Moment),
    Column("closed_by", ForeignKey("staff.id")),
    Column("done", Text),
)
Index("ix_safety_alerts_contact", safety_alerts.c.contact_id)

safety_words = Table(
    "safety_words",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("alert_id", ForeignKey("safety_alerts.id"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("written_at", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True)
class SafetyAlert:
    """One alert. Of a person who has not joined, or whose words were forwarded, there is no
    contact and there are no words; ``times`` counts how often signposts were shown."""

    id: int
    reference: str
    contact_id: int | None
    has_words: bool
    times: int
    raised_at: datetime
    told_at: datetime | None
    reminders: int
    opened_at: datetime | None
    closed_at: datetime | None
    closed_by: int | None
    done: str | None


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """What a person wrote, and when."""

    text: str
    written_at: datetime


async def add(
    tx: Transaction, reference: str, *, contact_id: int | None, has_words: bool, now: datetime
) -> int | None:
    """Store a new alert; its id, or None if the reference is taken."""
    taken = select(safety_alerts.c.id).where(safety_alerts.c.reference == reference)
    if (await tx.execute(taken)).first() is not None:
        return None
    row = insert(safety_alerts).values(
        reference=reference,
        contact_id=contact_id,
        has_words=has_words,
        times=1,
        raised_at=now,
        reminders=0,
    )
    return int((await tx.execute(row.returning(safety_alerts.c.id))).scalar_one())


async def add_words(tx: Transaction, alert_id: int, text: str, now: datetime) -> None:
    """Store words with their alert."""
    row = {"alert_id": alert_id, "text": text, "written_at": now}
    await tx.execute(insert(safety_words).values(**row))


async def count_again(tx: Transaction, alert_id: int) -> None:
    """Count that signposts were shown once more."""
    await _set(tx, alert_id, times=safety_alerts.c.times + 1)


async def not_closed(tx: Transaction) -> list[SafetyAlert]:
    """Every alert that nobody has closed, the oldest first."""
    query = select(safety_alerts).where(safety_alerts.c.closed_at.is_(None))
    return [_alert(r) for r in await tx.execute(query.order_by(safety_alerts.c.id))]


async def unread_since(tx: Transaction) -> datetime | None:
    """When the first alert was raised whose words nobody has opened, of those that nobody has
    closed; None if there is none."""
    unread = safety_alerts.c.opened_at.is_(None) & safety_alerts.c.closed_at.is_(None)
    query = select(safety_alerts.c.raised_at).where(unread, safety_alerts.c.has_words)
    row = (await tx.execute(query.order_by(safety_alerts.c.id).limit(1))).first()
    return None if row is None else row[0]


async def latest_of(tx: Transaction, contact_id: int) -> SafetyAlert | None:
    """The latest alert about what this contact wrote."""
    query = select(safety_alerts).where(safety_alerts.c.contact_id == contact_id)
    row = (await tx.execute(query.order_by(safety_alerts.c.id.desc()).limit(1))).first()
    return None if row is None else _alert(row)


async def latest_without_words(tx: Transaction) -> SafetyAlert | None:
    """The latest alert that only says that signposts were shown."""
    query = select(safety_alerts).where(safety_alerts.c.has_words.is_(False))
    row = (await tx.execute(query.order_by(safety_alerts.c.id.desc()).limit(1))).first()
    return None if row is None else _alert(row)


async def referred_to(tx: Transaction, reference: str) -> SafetyAlert | None:
    """The alert with this reference."""
    query = select(safety_alerts).where(safety_alerts.c.reference == reference)
    row = (await tx.execute(query)).first()
    return None if row is None else _alert(row)


async def numbered(tx: Transaction, alert_id: int) -> SafetyAlert | None:
    """The alert with this number, as buttons carry it."""
    row = (await tx.execute(select(safety_alerts).where(safety_alerts.c.id == alert_id))).first()
    return None if row is None else _alert(row)


async def words_of(tx: Transaction, alert_id: int) -> list[WrittenWords]:
    """The words of an alert, the oldest first."""
    query = select(safety_words.c.text, safety_words.c.written_at).where(
        safety_words.c.alert_id == alert_id
    )
    return [WrittenWords(*r) for r in await tx.execute(query.order_by(safety_words.c.id))]


async def last_written_at(tx: Transaction, contact_id: int) -> datetime | None:
    """When this contact last wrote words that are kept with an alert."""
    newest = (
        select(safety_words.c.written_at)
        .join(safety_alerts, safety_alerts.c.id == safety_words.c.alert_id)
        .where(safety_alerts.c.contact_id == contact_id)
    )
    row = (await tx.execute(newest.order_by(safety_words.c.id.desc()).limit(1))).first()
    return None if row is None else row[0]


async def mark_told(tx: Transaction, alert_id: int, *, reminders: int, now: datetime) -> None:
    """Record that the alert was sent, and how many reminders that makes."""
    await _set(tx, alert_id, told_at=now, reminders=reminders)


async def send_all_again(tx: Transaction) -> None:
    """Have every alert that nobody has closed sent as if nobody had been told."""
    open_ones = update(safety_alerts).where(safety_alerts.c.closed_at.is_(None))
    await tx.execute(open_ones.values(told_at=None))


async def mark_opened(tx: Transaction, alert_id: int, now: datetime) -> None:
    """Record that somebody has read the words: any further ones raise an alert of their own."""
    await _set(tx, alert_id, opened_at=now)


async def mark_closed(
    tx: Transaction, alert_id: int, *, staff_id: int, done: str, now: datetime
) -> None:
    """Record who closed the alert and what they wrote about what was done."""
    await _set(tx, alert_id, closed_at=now, closed_by=staff_id, done=done)


async def add_done(tx: Transaction, alert_id: int, done: str) -> None:
    """Replace what was done by a longer text; who closed the alert stays."""
    await _set(tx, alert_id, done=done)


async def _set(tx: Transaction, alert_id: int, **values: Any) -> None:
    await tx.execute(update(safety_alerts).where(safety_alerts.c.id == alert_id).values(**values))


async def drop_old_words(tx: Transaction, before: datetime) -> int:
    """Delete the words written before ``before``. Returns their number."""
    return (
        await tx.execute(delete(safety_words).where(safety_words.c.written_at < before))
    ).rowcount


async def drop_old_alerts(tx: Transaction, before: datetime) -> int:
    """Delete the alerts closed before ``before`` whose words are gone. Returns their number."""
    with_words = select(safety_words.c.alert_id)
    old = safety_alerts.c.closed_at < before
    query = delete(safety_alerts).where(old, safety_alerts.c.id.not_in(with_words))
    return (await tx.execute(query)).rowcount


def _alert(r: Any) -> SafetyAlert:
    return SafetyAlert(
        r.id, r.reference, r.contact_id, r.has_words, r.times, r.raised_at, r.told_at,
        r.reminders, r.opened_at, r.closed_at, r.closed_by, r.done,
    )  # fmt: skip
