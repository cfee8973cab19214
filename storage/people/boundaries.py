"""Ward boundaries as shapes, by vintage."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Column, Integer, String, Table, delete, insert, select

from engagement.people.geography import Geometry
from storage.engine.database import Document, Transaction, metadata

boundaries = Table(
    "boundaries",
    metadata,
    # Part of the key, because a ward whose boundary doesn't change keeps its code.
    Column("vintage", Integer, primary_key=True, autoincrement=False),
    Column("ward", String(9), primary_key=True),
    Column("shape", Document, nullable=False),
)


async def keep(tx: Transaction, vintage: int, shapes: Mapping[str, Geometry]) -> None:
    """Store these shapes, by ward code, replacing all others of this vintage."""
    await tx.execute(delete(boundaries).where(boundaries.c.vintage == vintage))
    rows = [
        {"vintage": vintage, "ward": ward, "shape": dict(shape)} for ward, shape in shapes.items()
    ]
    if rows:
        await tx.execute(insert(boundaries), rows)


async def shapes(tx: Transaction, vintage: int) -> Mapping[str, Geometry]:
    """The shapes of this vintage by ward code; empty if none were imported."""
    query = select(boundaries.c.ward, boundaries.c.shape).where(boundaries.c.vintage == vintage)
    return {row.ward: row.shape for row in await tx.execute(query)}
