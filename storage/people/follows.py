"""What people follow beside their own ward's news: themes, and other wards."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, Table, delete, insert, select

from storage.engine.database import Transaction, metadata, upsert

follows = Table(
    "follows",
    metadata,
    # Known of the person through the link alone, and so gone with it.
    Column(
        "contact_id",
        BigInteger,
        ForeignKey("contacts.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("kind", String(8), primary_key=True),
    Column("subject", String(64), primary_key=True),
)
Index("ix_follows_kind_subject", follows.c.kind, follows.c.subject)


class FollowKind(StrEnum):
    """What a followed subject is."""

    THEME = "theme"  # the slug of a plan's theme
    WARD = "ward"  # the code of a ward


async def followed(tx: Transaction, contact_id: int) -> frozenset[tuple[FollowKind, str]]:
    """All that this contact follows."""
    query = select(follows.c.kind, follows.c.subject).where(follows.c.contact_id == contact_id)
    return frozenset((FollowKind(row.kind), row.subject) for row in await tx.execute(query))


async def follow(tx: Transaction, contact_id: int, kind: FollowKind, subject: str) -> None:
    """Follow a subject; following it already changes nothing."""
    values = {"contact_id": contact_id, "kind": kind, "subject": subject}
    await tx.execute(upsert(tx, follows, key=("contact_id", "kind", "subject")), values)


async def unfollow(tx: Transaction, contact_id: int, kind: FollowKind, subject: str) -> None:
    """Follow a subject no longer."""
    await tx.execute(
        delete(follows).where(
            follows.c.contact_id == contact_id,
            follows.c.kind == kind,
            follows.c.subject == subject,
        )
    )


async def drop_gone(tx: Transaction, kind: FollowKind, there: Iterable[str]) -> None:
    """Drop what is followed and is no longer there: nobody could see it, or follow it no more."""
    await tx.execute(
        delete(follows).where(follows.c.kind == kind, follows.c.subject.not_in([*there]))
    )


async def replace_kind(
    tx: Transaction, contact_id: int, kind: FollowKind, subjects: Iterable[str]
) -> None:
    """Follow exactly these subjects of one kind; those of the other kind stay."""
    await tx.execute(
        delete(follows).where(follows.c.contact_id == contact_id, follows.c.kind == kind)
    )
    rows = [
        {"contact_id": contact_id, "kind": kind, "subject": subject}
        for subject in sorted(set(subjects))
    ]
    if rows:
        await tx.execute(insert(follows), rows)
