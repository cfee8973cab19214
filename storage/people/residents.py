"""Residents, known by a random id; nothing here leads to a chat account."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    String,
    Table,
    func,
    insert,
    select,
    update,
)

from storage.engine.database import Moment, Transaction, metadata

residents = Table(
    "residents",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("ward", String(9), nullable=False),
    Column("vintage", Integer, nullable=False),
    Column("source", String(64)),
    Column("joined_at", Moment, nullable=False),
)
# With the id, so that an audience is counted without reading the rows.
Index("ix_residents_ward_id", residents.c.ward, residents.c.id)


async def add_resident(
    tx: Transaction, resident: int, *, ward: str, vintage: int, source: str | None, now: datetime
) -> None:
    """Store a new resident of ``ward``."""
    await tx.execute(
        insert(residents).values(
            id=resident, ward=ward, vintage=vintage, source=source, joined_at=now
        )
    )


async def wards_lived_in(tx: Transaction) -> dict[str, int]:
    """The wards that residents have, by code, with the year of their boundaries.

    One look-up in the index for each ward, because a pass over all residents would take long.
    """
    found: dict[str, int] = {}
    last = ""
    while True:
        after = select(residents.c.ward, residents.c.vintage).where(residents.c.ward > last)
        row = (await tx.execute(after.order_by(residents.c.ward).limit(1))).first()
        if row is None:
            return found
        last = row.ward
        found[last] = row.vintage


async def count_sources(tx: Transaction) -> dict[str, int]:
    """How many residents have joined by each poster, by where it hangs."""
    is_there = residents.c.source.is_not(None)
    query = (
        select(residents.c.source, func.count().label("people"))
        .where(is_there)
        .group_by(residents.c.source)
    )
    return {row.source: row.people for row in await tx.execute(query)}


async def joined_at(tx: Transaction, resident: int) -> datetime:
    """When a resident joined."""
    query = select(residents.c.joined_at).where(residents.c.id == resident)
    joined: datetime = (await tx.execute(query)).scalar_one()
    return joined


async def coarsen_joining(
    tx: Transaction, resident: int, day: Callable[[datetime], datetime]
) -> None:
    """Replace the time of joining by what ``day`` makes of it."""
    joined = (
        await tx.execute(select(residents.c.joined_at).where(residents.c.id == resident))
    ).scalar_one()
    await tx.execute(
        update(residents).where(residents.c.id == resident).values(joined_at=day(joined))
    )
