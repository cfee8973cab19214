"""Staff members, the wards they are responsible for, and the one-time invites they join by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Row,
    String,
    Table,
    delete,
    insert,
    select,
    update,
)

from engagement.staff.rights import Role, StaffMember
from storage.engine.database import Document, Moment, Transaction, metadata

staff = Table(
    "staff",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("contact_id", ForeignKey("contacts.id", ondelete="SET NULL"), unique=True),
    Column("role", String(16), nullable=False),
    Column("label", String(80), nullable=False),
    Column("every_ward", Boolean, nullable=False),
    Column("joined_at", Moment, nullable=False),
    Column("left_at", Moment),
)

staff_wards = Table(
    "staff_wards",
    metadata,
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    Column("ward", String(9), primary_key=True),
)

invites = Table(
    "invites",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("label", String(80), nullable=False),
    Column("wards", Document, nullable=False),
    Column("every_ward", Boolean, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)


@dataclass(frozen=True, slots=True)
class Invite:
    """An invite to a staff role by a one-time link; only the hash of its code is stored."""

    hash: str
    role: Role
    label: str
    wards: tuple[str, ...]
    every_ward: bool


async def add_invite(
    tx: Transaction, invite: Invite, *, made_at: datetime, expires_at: datetime
) -> None:
    """Store an invite, valid until it is used or expires."""
    await tx.execute(
        insert(invites).values(
            hash=invite.hash,
            role=invite.role,
            label=invite.label,
            wards=[*invite.wards],
            every_ward=invite.every_ward,
            made_at=made_at,
            expires_at=expires_at,
        )
    )


async def use_invite(tx: Transaction, digest: str, now: datetime) -> Invite | None:
    """Find the invite and mark it used in one statement. None if it is unknown, expired or used."""
    used = update(invites).where(*_is_good(digest, now)).values(used_at=now).returning(*_INVITE)
    return _invite((await tx.execute(used)).first())


async def invite_of(tx: Transaction, digest: str, now: datetime) -> Invite | None:
    """Find the invite and leave it unused. None if it is unknown, expired or used."""
    return _invite((await tx.execute(select(*_INVITE).where(*_is_good(digest, now)))).first())


_INVITE = (
    invites.c.hash,
    invites.c.role,
    invites.c.label,
    invites.c.wards,
    invites.c.every_ward,
)


def _is_good(digest: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    return invites.c.hash == digest, invites.c.used_at.is_(None), invites.c.expires_at > now


def _invite(row: Row[Any, Any, Any, Any, Any] | None) -> Invite | None:
    if row is None:
        return None
    return Invite(row.hash, Role(row.role), row.label, tuple(row.wards), row.every_ward)


async def give_role(
    tx: Transaction, staff_id: int, contact_id: int, invite: Invite, now: datetime
) -> None:
    """Give a contact the invite's role, replacing any role it had."""
    await tx.execute(
        update(staff).where(staff.c.contact_id == contact_id).values(contact_id=None, left_at=now)
    )
    await tx.execute(
        insert(staff).values(
            id=staff_id,
            contact_id=contact_id,
            role=invite.role,
            label=invite.label,
            every_ward=invite.every_ward,
            joined_at=now,
        )
    )
    if invite.wards:
        await tx.execute(
            insert(staff_wards), [{"staff_id": staff_id, "ward": ward} for ward in invite.wards]
        )


async def end_role(tx: Transaction, contact_id: int, now: datetime) -> None:
    """End this contact's role. Its past actions stay in the audit under its label."""
    await tx.execute(
        update(staff).where(staff.c.contact_id == contact_id).values(contact_id=None, left_at=now)
    )


async def end_role_numbered(tx: Transaction, staff_id: int, now: datetime) -> bool:
    """End the role of this member of staff. False if it had ended, or there is none."""
    held = update(staff).where(staff.c.id == staff_id, staff.c.contact_id.is_not(None))
    return bool((await tx.execute(held.values(contact_id=None, left_at=now))).rowcount)


async def ended_at(tx: Transaction, moment: datetime) -> bool:
    """Whether somebody's role ended at this very moment."""
    query = select(staff.c.id).where(staff.c.left_at == moment).limit(1)
    return (await tx.execute(query)).first() is not None


async def drop_old_invites(tx: Transaction, before: datetime) -> int:
    """Delete the invites, used or not, that expired before ``before``. Returns their number."""
    return (await tx.execute(delete(invites).where(invites.c.expires_at < before))).rowcount


async def blank_old_names(tx: Transaction, before: datetime) -> int:
    """Remove the names of staff who left before ``before``. Returns the number of names. The
    rows stay, because broadcasts and approvals refer to them."""
    old = update(staff).where(staff.c.left_at < before, staff.c.label != "")
    return (await tx.execute(old.values(label=""))).rowcount


async def current_staff(tx: Transaction, contact_id: int | None = None) -> list[StaffMember]:
    """The present staff members, or only the one with this contact."""
    query = select(staff).where(staff.c.contact_id.is_not(None), staff.c.left_at.is_(None))
    if contact_id is not None:
        query = query.where(staff.c.contact_id == contact_id)
    rows = (await tx.execute(query.order_by(staff.c.joined_at, staff.c.id))).all()
    wards = await _wards_of(tx, [r.id for r in rows])
    return [
        StaffMember(
            id=r.id,
            contact_id=r.contact_id,
            role=Role(r.role),
            label=r.label,
            wards=frozenset(wards.get(r.id, ())),
            every_ward=r.every_ward,
        )
        for r in rows
    ]


async def label_of(tx: Transaction, staff_id: int) -> str | None:
    """What colleagues see of a member of staff, who may have left."""
    return (await tx.execute(select(staff.c.label).where(staff.c.id == staff_id))).scalar()


async def _wards_of(tx: Transaction, ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    if ids:
        query = select(staff_wards).where(staff_wards.c.staff_id.in_(ids))
        for row in await tx.execute(query):
            found.setdefault(row.staff_id, []).append(row.ward)
    return found
