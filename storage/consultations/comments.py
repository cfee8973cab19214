"""Comments: words written in reply to a question that asked for a choice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
)

from storage.consultations.listed_texts import take_comment_off
from storage.engine.database import Moment, Sequential, Transaction, metadata

comments = Table(
    "comments",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("resident_id", BigInteger, nullable=False),
    Column("consultation", String(64), nullable=False),
    Column("question", String(40), nullable=False),
    Column("text", Text, nullable=False),
    Column("written_at", Moment, nullable=False),
    ForeignKeyConstraint(
        ["resident_id", "consultation"], ["responses.resident_id", "responses.consultation"]
    ),
)
Index("ix_comments_resident", comments.c.resident_id, comments.c.consultation)


async def add_comment(
    tx: Transaction, *, resident: int, consultation: str, question: str, text: str, now: datetime
) -> None:
    """Store words that a resident wrote in reply to a question that asked for a choice."""
    await tx.execute(
        insert(comments).values(
            resident_id=resident,
            consultation=consultation,
            question=question,
            text=text,
            written_at=now,
        )
    )


@dataclass(frozen=True, slots=True)
class WrittenComment:
    """One comment of a resident."""

    id: int
    consultation: str
    question: str
    text: str


async def every_comment_of(tx: Transaction, resident: int) -> list[WrittenComment]:
    """One resident's comments, the oldest first."""
    columns = (comments.c.id, comments.c.consultation, comments.c.question, comments.c.text)
    query = select(*columns).where(comments.c.resident_id == resident).order_by(comments.c.id)
    return [WrittenComment(*row) for row in await tx.execute(query)]


async def delete_comment(tx: Transaction, resident: int, comment: int) -> None:
    """Delete one comment of this resident."""
    mine = (comments.c.id == comment, comments.c.resident_id == resident)
    await tx.execute(delete(comments).where(*mine))
    await take_comment_off(tx, resident, comment)


async def comments_of(tx: Transaction, resident: int) -> dict[tuple[str, str], tuple[str, ...]]:
    """One resident's comments by (consultation, question), the oldest first."""
    mine = comments.c.resident_id == resident
    query = select(comments.c.consultation, comments.c.question, comments.c.text).where(mine)
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for slug, question, text in await tx.execute(query.order_by(comments.c.id)):
        found[slug, question] = (*found.get((slug, question), ()), text)
    return found
