"""Published consultations: an immutable version for each wording that residents have seen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
    delete,
    func,
    insert,
    select,
)

from content.schema.consultation import Consultation
from storage.engine.database import Document, Moment, Sequential, Transaction, metadata, upsert

consultation_versions = Table(
    "consultation_versions",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("slug", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("body", Document, nullable=False),
    Column("loaded_at", Moment, nullable=False),
    UniqueConstraint("slug", "version"),
    UniqueConstraint("slug", "hash"),
)

consultations = Table(
    "consultations",
    metadata,
    Column("slug", String(64), primary_key=True),
    Column("version_id", ForeignKey("consultation_versions.id"), nullable=False),
)


@dataclass(frozen=True, slots=True)
class Published:
    """A consultation and the id of its version in force."""

    version_id: int
    consultation: Consultation


def hash_of(consultation: Consultation) -> str:
    """The SHA-256 of a wording, in hexadecimal."""
    return hashlib.sha256(consultation.model_dump_json().encode()).hexdigest()


async def by_hash(tx: Transaction, slug: str, digest: str) -> Consultation | None:
    """The version of this wording; None if it isn't here, as after a restore."""
    versions = consultation_versions
    found = await tx.execute(
        select(versions.c.body).where(versions.c.slug == slug, versions.c.hash == digest)
    )
    body = found.scalar()
    return None if body is None else Consultation.model_validate(body)


async def first_loaded(tx: Transaction) -> datetime | None:
    """When the first version of anything was loaded: since when this database is in use."""
    found = await tx.execute(select(func.min(consultation_versions.c.loaded_at)))
    first: datetime | None = found.scalar()
    return first


async def publish(tx: Transaction, consultation: Consultation, now: datetime) -> int:
    """Put this wording in force, as a new version unless it was in force before. Returns the
    version's id."""
    digest = hash_of(consultation)
    versions = consultation_versions
    known = await tx.execute(
        select(versions.c.id).where(versions.c.slug == consultation.slug, versions.c.hash == digest)
    )
    version_id = known.scalar()
    if version_id is None:
        latest = await tx.execute(
            select(func.coalesce(func.max(versions.c.version), 0)).where(
                versions.c.slug == consultation.slug
            )
        )
        made = await tx.execute(
            insert(versions)
            .values(
                slug=consultation.slug,
                version=latest.scalar_one() + 1,
                hash=digest,
                body=consultation.model_dump(mode="json"),
                loaded_at=now,
            )
            .returning(versions.c.id)
        )
        version_id = made.scalar_one()
    row = {"slug": consultation.slug, "version_id": version_id}
    await tx.execute(upsert(tx, consultations, key=("slug",), change=("version_id",)), row)
    return int(version_id)


async def in_force(tx: Transaction, slug: str) -> int | None:
    """The id of the version in force; None if it has been withdrawn."""
    found = await tx.execute(select(consultations.c.version_id).where(consultations.c.slug == slug))
    version_id: int | None = found.scalar()
    return version_id


async def withdraw(tx: Transaction, slug: str) -> None:
    """Take a consultation out of force. Its versions stay."""
    await tx.execute(delete(consultations).where(consultations.c.slug == slug))


async def published(tx: Transaction) -> list[Published]:
    """Every consultation in force, ordered by slug."""
    found = await tx.execute(
        select(consultation_versions.c.id, consultation_versions.c.body)
        .join(consultations, consultations.c.version_id == consultation_versions.c.id)
        .order_by(consultations.c.slug)
    )
    return [Published(r.id, Consultation.model_validate(r.body)) for r in found]


async def loaded(tx: Transaction, slug: str) -> list[tuple[datetime, datetime]]:
    """When each version closes and when it was loaded, the oldest first."""
    found = await tx.execute(
        select(consultation_versions.c.body, consultation_versions.c.loaded_at)
        .where(consultation_versions.c.slug == slug)
        .order_by(consultation_versions.c.version)
    )
    return [(Consultation.model_validate(row.body).closes_at, row.loaded_at) for row in found]


async def seen_since(tx: Transaction, slug: str, opened: datetime) -> list[Consultation]:
    """The versions that were in force at ``opened`` or later, the oldest first."""
    found = await tx.execute(
        select(consultation_versions.c.body, consultation_versions.c.loaded_at)
        .where(consultation_versions.c.slug == slug)
        .order_by(consultation_versions.c.version)
    )
    rows = found.all()
    first = max((n for n, row in enumerate(rows) if row.loaded_at <= opened), default=0)
    return [Consultation.model_validate(row.body) for row in rows[first:]]
