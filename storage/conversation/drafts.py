"""Drafts: unfinished input, side by side for each contact, dropped after seven days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, String, Table, delete, select

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
    Column("kind", String(24), primary_key=True),
    Column("about", String(24), primary_key=True),
    Column("data", Document, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """Something a contact has begun: its kind, the data entered so far, and the number of what it
    is ``about``, where there may be one for each."""

    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)
    about: str = ""
    expires_at: datetime | None = field(default=None, compare=False)


async def keep(
    tx: Transaction, contact_id: int, draft: Draft, now: datetime, *, until: datetime | None = None
) -> None:
    """Store this draft beside those of other kinds, and about other things, for a LIFETIME or until
    then, if that is later."""
    values = {
        "contact_id": contact_id,
        "kind": draft.kind,
        "about": draft.about,
        "data": dict(draft.data),
        "expires_at": max(now + LIFETIME, until or now),
    }
    key = ("contact_id", "kind", "about")
    await tx.execute(upsert(tx, drafts, key=key, change=("data", "expires_at")), values)


async def of_kind(tx: Transaction, kind: str) -> list[tuple[int, Draft]]:
    """Every draft of this kind, with the contact who has it."""
    found = await tx.execute(select(drafts).where(drafts.c.kind == kind))
    return [(r.contact_id, Draft(r.kind, r.data, r.about, r.expires_at)) for r in found]


async def drop(tx: Transaction, contact_id: int, draft: Draft) -> None:
    """Drop the draft of this kind about this thing, and no other."""
    mine = (drafts.c.contact_id == contact_id) & (drafts.c.kind == draft.kind)
    await tx.execute(delete(drafts).where(mine, drafts.c.about == draft.about))


async def drop_all(tx: Transaction, contact_id: int, *, but: str = "") -> None:
    """Drop everything that this contact has begun, except what is of the kind ``but``."""
    mine = drafts.c.contact_id == contact_id
    await tx.execute(delete(drafts).where(mine, drafts.c.kind != but))


async def drop_expired(tx: Transaction, now: datetime) -> int:
    """Drop the drafts that are more than seven days old. Returns their number."""
    return (await tx.execute(delete(drafts).where(drafts.c.expires_at <= now))).rowcount
