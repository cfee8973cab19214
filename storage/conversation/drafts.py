"""Drafts: unfinished input, at most one for each contact, dropped after seven days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, String, Table, delete, select, update

from storage.engine.database import Document, Moment, Transaction, metadata, upsert

LIFETIME = timedelta(days=7)

drafts = Table(
    "drafts",
    metadata,
    Column(
        "contact_id",
        BigInteger,
        ForeignKey("contacts.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("kind", String(24), nullable=False),
    Column("data", Document, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """Something a contact has begun: its kind and the data entered so far."""

    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)
    expires_at: datetime | None = field(default=None, compare=False)


async def draft_of(tx: Transaction, contact_id: int, now: datetime) -> Draft | None:
    """This contact's draft, unless it has expired."""
    row = (
        await tx.execute(
            select(drafts.c.kind, drafts.c.data, drafts.c.expires_at).where(
                drafts.c.contact_id == contact_id, drafts.c.expires_at > now
            )
        )
    ).first()
    return Draft(row.kind, row.data, row.expires_at) if row else None


async def keep(tx: Transaction, contact_id: int, draft: Draft, now: datetime) -> None:
    """Store this draft, replacing any other of the same contact."""
    values = {
        "contact_id": contact_id,
        "kind": draft.kind,
        "data": dict(draft.data),
        "expires_at": now + LIFETIME,
    }
    await tx.execute(
        upsert(tx, drafts, key=("contact_id",), change=("kind", "data", "expires_at")), values
    )


async def amend(tx: Transaction, contact_id: int, data: Mapping[str, Any]) -> None:
    """Replace the data of a contact's draft. It expires when it would have."""
    mine = drafts.c.contact_id == contact_id
    await tx.execute(update(drafts).where(mine).values(data=dict(data)))


async def drop(tx: Transaction, contact_id: int) -> None:
    """Drop this contact's draft."""
    await tx.execute(delete(drafts).where(drafts.c.contact_id == contact_id))


async def drop_expired(tx: Transaction, now: datetime) -> int:
    """Drop the drafts that are more than seven days old. Returns their number."""
    return (await tx.execute(delete(drafts).where(drafts.c.expires_at <= now))).rowcount
