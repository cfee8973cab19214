"""Follows: themes and other wards whose news a contact gets besides that of their own ward."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)

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
    GONE = "gone"  # a theme that has left the files; it counts again when it is back


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


async def set_aside_gone(tx: Transaction, there: Iterable[str]) -> tuple[str, ...]:
    """Set aside what people follow of the themes that are not in ``there``, the existing ones, and
    let count again what was set aside and is back. Returns the themes set aside now.

    Nobody could see or end them, and who follows nothing else would get no news. But a file that
    is missing by mistake for five minutes must not cost anybody their choice.
    """
    kept = {*there}
    back = [one for one in await _followed_of(tx, FollowKind.GONE) if one in kept]
    gone = [one for one in await _followed_of(tx, FollowKind.THEME) if one not in kept]
    for subject in back:
        await _rename(tx, subject, FollowKind.GONE, FollowKind.THEME)
    for subject in gone:
        await _rename(tx, subject, FollowKind.THEME, FollowKind.GONE)
    return tuple(gone)


async def _followed_of(tx: Transaction, kind: FollowKind) -> list[str]:
    """Every subject of this kind that somebody follows. One look-up in the index for each, because
    a pass over all follows would take long."""
    found: list[str] = []
    while True:
        last = found[-1] if found else ""
        after = select(follows.c.subject).where(follows.c.kind == kind, follows.c.subject > last)
        row = (await tx.execute(after.order_by(follows.c.subject).limit(1))).first()
        if row is None:
            return found
        found.append(row.subject)


async def _rename(tx: Transaction, subject: str, old: FollowKind, new: FollowKind) -> None:
    both = select(follows.c.contact_id).where(follows.c.kind == new, follows.c.subject == subject)
    mine = (follows.c.kind == old) & (follows.c.subject == subject)
    await tx.execute(delete(follows).where(mine, follows.c.contact_id.in_(both.scalar_subquery())))
    await tx.execute(update(follows).where(mine).values(kind=new))


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
