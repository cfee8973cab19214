"""Facts about this deployment, the audit of staff actions, and results as shown
before there was a register of releases."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, String, Table, delete, insert, select

from storage.engine.database import Document, Moment, Sequential, Transaction, metadata, upsert

LEGAL_HOLD = "legal-hold"
"""The fact that holds when a legal hold began and its reference, or nothing."""

deployment = Table(
    "deployment",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", String(160), nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("staff_id", ForeignKey("staff.id")),
    Column("act", String(32), nullable=False),
    Column("subject", String(80)),
    Column("detail", Document, nullable=False),
    Column("at", Moment, nullable=False),
)

shown_results = Table(
    "shown_results",
    metadata,
    Column("consultation", String(64), primary_key=True),
    Column("people", Integer, nullable=False),
    Column("body", Document, nullable=False),
    Column("shown_at", Moment, nullable=False),
)


async def fact(tx: Transaction, name: str) -> str | None:
    """A fact about this deployment, such as the bot's user name."""
    query = select(deployment.c.value).where(deployment.c.name == name)
    return (await tx.execute(query)).scalar()


async def remember(tx: Transaction, name: str, value: str) -> None:
    """Store a fact about this deployment."""
    await remember_all(tx, {name: value})


async def remember_all(tx: Transaction, values: Mapping[str, str]) -> None:
    """Store several facts about this deployment, by name."""
    if values:
        rows = [{"name": name, "value": value} for name, value in values.items()]
        await tx.execute(upsert(tx, deployment, key=("name",), change=("value",)), rows)


async def facts(tx: Transaction, beginning: str) -> dict[str, str]:
    """All facts whose names begin with ``beginning``, by the rest of the name."""
    named = deployment.c.name.startswith(beginning, autoescape=True)
    return {
        row.name[len(beginning) :]: row.value
        for row in await tx.execute(select(deployment).where(named))
    }


async def note(
    tx: Transaction,
    act: str,
    *,
    staff_id: int | None,
    subject: str | None = None,
    detail: Mapping[str, Any] | None = None,
    now: datetime,
) -> None:
    """Write one line in the audit. The audit names staff, never residents."""
    await tx.execute(
        insert(audit).values(
            staff_id=staff_id, act=act, subject=subject, detail=dict(detail or {}), at=now
        )
    )


async def audit_lines(tx: Transaction) -> list[tuple[str, int | None, str | None]]:
    """The audit as (act, staff member, subject), the oldest first."""
    query = select(audit.c.act, audit.c.staff_id, audit.c.subject).order_by(audit.c.id)
    return [(r.act, r.staff_id, r.subject) for r in await tx.execute(query)]


async def drop_old_audit(tx: Transaction, before: datetime) -> int:
    """Delete the lines of the audit from before ``before``. Returns their number."""
    return (await tx.execute(delete(audit).where(audit.c.at < before))).rowcount


async def latest_detail(tx: Transaction, act: str, subject: str) -> dict[str, Any]:
    """The detail of the latest line with this act and subject; empty if there is none."""
    query = select(audit.c.detail).where(audit.c.act == act, audit.c.subject == subject)
    row = (await tx.execute(query.order_by(audit.c.id.desc()).limit(1))).first()
    return dict(row.detail) if row else {}


async def latest_line(
    tx: Transaction, acts: Collection[str], subject: str
) -> tuple[str, int | None] | None:
    """Which of these acts the audit has last for this subject, and whose it was."""
    query = select(audit.c.act, audit.c.staff_id)
    mine = query.where(audit.c.act.in_(acts), audit.c.subject == subject)
    row = (await tx.execute(mine.order_by(audit.c.id.desc()).limit(1))).first()
    return (row.act, row.staff_id) if row else None


async def was_noted(tx: Transaction, act: str, subject: str) -> bool:
    """Whether the audit has a line with this act and subject."""
    query = select(audit.c.id).where(audit.c.act == act, audit.c.subject == subject).limit(1)
    return (await tx.execute(query)).first() is not None


async def subjects_noted(tx: Transaction, act: str) -> list[str]:
    """The subjects of the lines of the audit with this act."""
    query = select(audit.c.subject).where(audit.c.act == act, audit.c.subject.is_not(None))
    return [str(row.subject) for row in await tx.execute(query.distinct())]


async def last_shown(tx: Transaction, consultation: str) -> tuple[int, Any, datetime] | None:
    """A consultation's results as they were shown before there was a register of releases: (number
    of people, results, time)."""
    query = select(shown_results).where(shown_results.c.consultation == consultation)
    row = (await tx.execute(query)).first()
    return (row.people, row.body, row.shown_at) if row else None
