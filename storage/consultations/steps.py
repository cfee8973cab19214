"""What staff have decided about consultations: one row for each decision, never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Row, String, Table, Text, func, insert, select, update

from engagement.consultations.steering import Steering, SteeringAct, SteeringStep, steering
from storage.engine.database import Moment, Sequential, Transaction, metadata

consultation_steps = Table(
    "consultation_steps",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("slug", String(64), nullable=False),
    Column("act", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    Column("staff_id", ForeignKey("staff.id")),
    Column("until", Moment),
    Column("reason", Text, nullable=False, default=""),
    Column("told_at", Moment),
)


async def add(
    tx: Transaction,
    slug: str,
    act: SteeringAct,
    *,
    at: datetime,
    staff_id: int | None = None,
    until: datetime | None = None,
    reason: str = "",
) -> int:
    """Record a decision. Returns its id."""
    made = await tx.execute(
        insert(consultation_steps)
        .values(slug=slug, act=act, at=at, staff_id=staff_id, until=until, reason=reason)
        .returning(consultation_steps.c.id)
    )
    return int(made.scalar_one())


async def steps_of(tx: Transaction, slug: str) -> list[SteeringStep]:
    """Every decision about a consultation, the oldest first."""
    mine = consultation_steps.c.slug == slug
    query = select(consultation_steps).where(mine).order_by(consultation_steps.c.id)
    return [_step(row) for row in await tx.execute(query)]


async def steering_now(tx: Transaction) -> Mapping[str, Steering]:
    """Where the decisions leave each consultation about which there are any, by slug."""
    found: dict[str, list[SteeringStep]] = {}
    for row in await tx.execute(select(consultation_steps).order_by(consultation_steps.c.id)):
        found.setdefault(row.slug, []).append(_step(row))
    return {slug: steering(steps) for slug, steps in found.items()}


async def latest(tx: Transaction) -> tuple[int, int]:
    """The id of the latest decision, and how many there are; zeros if there is none. PostgreSQL may
    commit a decision after one that has a higher id."""
    query = select(func.coalesce(func.max(consultation_steps.c.id), 0), func.count())
    newest, number = (await tx.execute(query.select_from(consultation_steps))).one()
    return int(newest), int(number)


async def untold(tx: Transaction, *acts: SteeringAct) -> list[tuple[str, SteeringStep]]:
    """The decisions of these kinds that nobody has been notified of yet, by slug, oldest first."""
    query = (
        select(consultation_steps)
        .where(consultation_steps.c.act.in_([*acts]), consultation_steps.c.told_at.is_(None))
        .order_by(consultation_steps.c.id)
    )
    return [(row.slug, _step(row)) for row in await tx.execute(query)]


async def mark_told(tx: Transaction, step_id: int, now: datetime | None) -> None:
    """Record that the people who waited for this decision have been notified; with None, that they
    have to be notified again."""
    which = consultation_steps.c.id == step_id
    await tx.execute(update(consultation_steps).where(which).values(told_at=now))


def _step(row: Row[Any]) -> SteeringStep:
    return SteeringStep(
        act=SteeringAct(row.act),
        at=row.at,
        staff_id=row.staff_id,
        until=row.until,
        reason=row.reason,
        id=row.id,
    )
