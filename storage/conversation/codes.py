"""Short codes for wards, consultations, posters and broadcasts, in start links and buttons."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import Column, String, Table, UniqueConstraint, select

from storage.engine.database import Sequential, Transaction, metadata, upsert


class CodeKind(StrEnum):
    """What a code refers to."""

    CONSULTATION = "consultation"  # subject: its slug
    WARD = "ward"  # subject: GSS code
    POSTER = "poster"  # subject: "<ward>|<source>"
    BROADCAST = "broadcast"  # subject: its id
    EXPORT = "export"  # subject: the id of the request


codes = Table(
    "codes",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("kind", String(16), nullable=False),
    Column("subject", String(160), nullable=False),
    UniqueConstraint("kind", "subject"),
)


async def code_for(tx: Transaction, kind: CodeKind, subject: str) -> int:
    """The code of a subject, created on first use."""
    query = select(codes.c.id).where(codes.c.kind == kind, codes.c.subject == subject)
    known = (await tx.execute(query)).scalar()
    if known is None:
        row = {"kind": kind, "subject": subject}
        await tx.execute(upsert(tx, codes, key=("kind", "subject")), row)
        known = (await tx.execute(query)).scalar_one()
    return int(known)


async def codes_for(tx: Transaction, kind: CodeKind, subjects: Sequence[str]) -> dict[str, int]:
    """The codes of several subjects, created on first use."""
    if not subjects:
        return {}
    rows = [{"kind": kind, "subject": subject} for subject in subjects]
    await tx.execute(upsert(tx, codes, key=("kind", "subject")), rows)
    query = select(codes.c.subject, codes.c.id).where(
        codes.c.kind == kind, codes.c.subject.in_(subjects)
    )
    return {row.subject: row.id for row in await tx.execute(query)}


async def subject_of(tx: Transaction, kind: CodeKind, code: int) -> str | None:
    """The subject of a code, or None for a code that was never given out."""
    query = select(codes.c.subject).where(codes.c.id == code, codes.c.kind == kind)
    return (await tx.execute(query)).scalar()
