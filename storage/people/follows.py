"""Follows: themes and other wards whose news a contact gets besides that of their own ward."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, Table, delete, insert, select

from storage.engine.database import Transaction, metadata, upsert

follows = Table(
    "follows",
    metadata,
    # On the contact, not the resident, so that it is deleted with the contact.
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
# With the contact, so that followers are counted without reading the rows.
Index("ix_follows_kind_subject", follows.c.kind, follows.c.subject, follows.c.contact_id)


class FollowKind(StrEnum):
    """The kinds of subject that can be followed."""

    THEME = "theme"  # the slug of a plan's theme
    WARD = "ward"  # the code of a ward


async def followed(tx: Transaction, contact_id: int) -> frozenset[tuple[FollowKind, str]]:
    """All subjects that this contact follows."""
    query = select(follows.c.kind, follows.c.subject).where(follows.c.contact_id == contact_id)
    return frozenset((FollowKind(row.kind), row.subject) for row in await tx.execute(query))


async def follow(tx: Transaction, contact_id: int, kind: FollowKind, subject: str) -> None:
    """Follow a subject. It does no harm if this contact follows it already."""
    values = {"contact_id": contact_id, "kind": kind, "subject": subject}
    await tx.execute(upsert(tx, follows, key=("contact_id", "kind", "subject")), values)


async def unfollow(tx: Transaction, contact_id: int, kind: FollowKind, subject: str) -> None:
    """Stop following a subject."""
    await tx.execute(
        delete(follows).where(
            follows.c.contact_id == contact_id,
            follows.c.kind == kind,
            follows.c.subject == subject,
        )
    )


async def drop_gone(tx: Transaction, kind: FollowKind, there: Iterable[str]) -> None:
    """Drop follows of subjects of this kind that are not in ``there``, the existing ones: nobody
    could see or end them.

    One look-up in the index for each subject, because a pass over all follows would take long.
    """
    kept = {*there}
    last = ""
    while True:
        after = select(follows.c.subject).where(follows.c.kind == kind, follows.c.subject > last)
        row = (await tx.execute(after.order_by(follows.c.subject).limit(1))).first()
        if row is None:
            return
        last = row.subject
        if last not in kept:
            await tx.execute(
                delete(follows).where(follows.c.kind == kind, follows.c.subject == last)
            )


async def replace_kind(
    tx: Transaction, contact_id: int, kind: FollowKind, subjects: Iterable[str]
) -> None:
    """Follow exactly these subjects of one kind; follows of the other kind are unchanged."""
    await tx.execute(
        delete(follows).where(follows.c.contact_id == contact_id, follows.c.kind == kind)
    )
    rows = [
        {"contact_id": contact_id, "kind": kind, "subject": subject}
        for subject in sorted(set(subjects))
    ]
    if rows:
        await tx.execute(insert(follows), rows)
