"""The register of released results: each table of answers as it was shown, never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Integer, String, Table, select

from storage.engine.database import Document, Moment, Transaction, metadata, upsert

releases = Table(
    "releases",
    metadata,
    Column("consultation", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("content_hash", String(64), nullable=False),
    Column("table_hash", String(64), nullable=False),
    Column("rule", Integer, nullable=False),
    Column("people", Integer, nullable=False),
    Column("body", Document, nullable=False),
    Column("released_at", Moment, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Release:
    """One entry of the register. ``number`` counts the releases of one consultation: there is a
    second one only if it was opened again.

    ``content_hash`` is of the version of the questions, ``table_hash`` of ``body``, the table as it
    is shown by version ``rule`` of the disclosure rule. ``people`` is the true number, which nobody
    is shown: a later release is compared with it.
    """

    consultation: str
    number: int
    content_hash: str
    table_hash: str
    rule: int
    people: int = field(repr=False)
    body: Any = field(repr=False)
    released_at: datetime


async def latest(tx: Transaction, consultation: str) -> Release | None:
    """The last release of a consultation."""
    query = (
        select(releases)
        .where(releases.c.consultation == consultation)
        .order_by(releases.c.number.desc())
        .limit(1)
    )
    row = (await tx.execute(query)).first()
    return None if row is None else Release(**row._mapping)


async def counted(tx: Transaction, made: Release) -> Release:
    """The entry for which the table of ``made`` was counted: an earlier one, if it was repeated
    because too few people had done anything since."""
    found = made
    while found.number > 1:
        before = await numbered(tx, made.consultation, found.number - 1)
        if before is None or before.table_hash != made.table_hash:
            break
        found = before
    return found


async def numbered(tx: Transaction, consultation: str, number: int) -> Release | None:
    """The release of this number."""
    key = (releases.c.consultation == consultation) & (releases.c.number == number)
    row = (await tx.execute(select(releases).where(key))).first()
    return None if row is None else Release(**row._mapping)


async def released(tx: Transaction) -> dict[str, datetime]:
    """When each consultation was released last."""
    query = select(releases.c.consultation, releases.c.released_at).order_by(releases.c.number)
    return {row.consultation: row.released_at for row in await tx.execute(query)}


async def released_last(tx: Transaction, consultation: str) -> tuple[int, datetime] | None:
    """The number of the last release and when it was, without its table."""
    query = (
        select(releases.c.number, releases.c.released_at)
        .where(releases.c.consultation == consultation)
        .order_by(releases.c.number.desc())
        .limit(1)
    )
    row = (await tx.execute(query)).first()
    return None if row is None else (row.number, row.released_at)


async def add_once(tx: Transaction, made: Release) -> None:
    """Write an entry, unless somebody else has just written the one of this number."""
    row = {column.name: getattr(made, column.name) for column in releases.columns}
    await tx.execute(upsert(tx, releases, key=("consultation", "number")), row)
