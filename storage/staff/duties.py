"""Duties: which member of staff has been given which, for which wards, and to when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Boolean, Column, ForeignKey, String, Table, delete, func, insert, update

from engagement.staff.duties import Duty
from storage.engine.database import Document, Moment, Sequential, Transaction, metadata

duties = Table(
    "duties",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("staff_id", ForeignKey("staff.id"), nullable=False),
    Column("duty", String(24), nullable=False),
    Column("wards", Document, nullable=False),
    Column("every_ward", Boolean, nullable=False),
    Column("named_at", Moment, nullable=False),
    Column("named_by", ForeignKey("staff.id")),
    Column("until", Moment, nullable=False),
    Column("ended_at", Moment),
)


async def give(
    tx: Transaction,
    staff_id: int,
    duty: Duty,
    *,
    until: datetime,
    now: datetime,
    wards: Sequence[str] = (),
    named_by: int | None = None,
) -> None:
    """Give a duty until ``until``, in place of the same one that this member still has. Without
    ``wards`` it is for every ward."""
    await end(tx, staff_id, duty, now)
    await tx.execute(
        insert(duties).values(
            staff_id=staff_id,
            duty=duty,
            wards=[*wards],
            every_ward=not wards,
            named_at=now,
            named_by=named_by,
            until=until,
        )
    )


async def end(tx: Transaction, staff_id: int, duty: Duty, now: datetime) -> bool:
    """End a duty. False if this member doesn't have it, or its date is past."""
    ended = await tx.execute(
        update(duties)
        .where(
            duties.c.staff_id == staff_id,
            duties.c.duty == duty,
            duties.c.ended_at.is_(None),
            duties.c.until > now,
        )
        .values(ended_at=now)
    )
    return bool(ended.rowcount)


async def drop_old(tx: Transaction, before: datetime) -> int:
    """Delete what ended before ``before``. Returns the number of rows."""
    ended = func.coalesce(duties.c.ended_at, duties.c.until)
    return (await tx.execute(delete(duties).where(ended < before))).rowcount
