"""The texts on a reading list: each group of the same words once, with who wrote them.

The words themselves stay where they are. What leaves there leaves the list in the same transaction,
and its translation with it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    exists,
    false,
    select,
    update,
)

from engagement.consultations.reading import TextKind
from storage.engine.database import Moment, Sequential, Transaction, metadata

listed_texts = Table(
    "listed_texts",
    metadata,
    # Random: a number that went up would tell which text came last.
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("consultation", String(64), nullable=False),
    Column("question", String(40), nullable=False),
    Column("kind", String(12), nullable=False),
    # Empty once nobody's words are behind it.
    Column("same_words", String(32)),
    Column("language", String(8), nullable=False),
    Column("is_changed", Boolean, nullable=False),
    Column("is_there", Boolean, nullable=False),
    Column("listed_at", Moment, nullable=False),
    Column("read_at", Moment),
    # Whether it was said in a voice note, and is or will be written down by an officer.
    Column("from_voice", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("consultation", "question", "kind", "same_words"),
)
Index(
    "ix_listed_texts_list",
    listed_texts.c.consultation,
    listed_texts.c.is_there,
    listed_texts.c.read_at,
    listed_texts.c.id,
)

# Which of somebody's texts is in which group. Without a group: words of danger, or a text that was
# changed and waits for the next time at which texts appear (``waits``).
text_writers = Table(
    "text_writers",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("resident_id", BigInteger, nullable=False),
    Column("consultation", String(64), nullable=False),
    Column("question", String(40), nullable=False),
    # 0 for an answer; below 0 the number of a late one.
    Column("comment_id", BigInteger, nullable=False),
    Column("text_id", ForeignKey("listed_texts.id")),
    Column("waits", Boolean, nullable=False),
    Column("was_read", Boolean, nullable=False),
    ForeignKeyConstraint(
        ["resident_id", "consultation"], ["responses.resident_id", "responses.consultation"]
    ),
    UniqueConstraint("consultation", "resident_id", "question", "comment_id"),
)
Index("ix_text_writers_text", text_writers.c.text_id, text_writers.c.consultation)
Index("ix_text_writers_resident", text_writers.c.resident_id)

text_translations = Table(
    "text_translations",
    metadata,
    Column("text_id", ForeignKey("listed_texts.id"), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("text", Text, nullable=False),
    Column("translated_by", ForeignKey("staff.id"), nullable=False),
    Column("translated_at", Moment, nullable=False),
)

_WRITER = text_writers.c


async def note_changed(tx: Transaction, resident: int, consultation: str, question: str) -> None:
    """An answer in somebody's own words was changed: it leaves the list, and comes back as changed
    when new texts appear."""
    mine = (
        _WRITER.resident_id == resident,
        _WRITER.consultation == consultation,
        _WRITER.question == question,
        _WRITER.comment_id == 0,
    )
    groups = [*(await tx.execute(select(_WRITER.text_id).where(*mine))).scalars()]
    if not groups:
        return
    was_read = exists().where(
        listed_texts.c.id == _WRITER.text_id, listed_texts.c.read_at.is_not(None)
    )
    changed = {"waits": True, "was_read": _WRITER.was_read | was_read}
    await tx.execute(update(text_writers).where(*mine).values(**changed))
    await tx.execute(update(text_writers).where(*mine).values(text_id=None))
    await _leave_empty_groups(tx, groups)


async def take_answer_off(tx: Transaction, resident: int, consultation: str, question: str) -> None:
    """An answer counts no longer: it leaves the list."""
    await _take_off(
        tx,
        _WRITER.resident_id == resident,
        _WRITER.consultation == consultation,
        _WRITER.question == question,
        _WRITER.comment_id == 0,
    )


async def take_comment_off(tx: Transaction, resident: int, comment: int) -> None:
    """A comment was deleted by its author."""
    await _take_off(tx, _WRITER.resident_id == resident, _WRITER.comment_id == comment)


async def take_late_off(tx: Transaction, consultation: str) -> None:
    """What came late to a consultation has come in time: it is open again."""
    await _take_off(tx, _WRITER.consultation == consultation, _WRITER.comment_id < 0)


async def take_words_off(
    tx: Transaction, resident: int, consultations: Collection[str] | None = None
) -> None:
    """Everything that one person wrote leaves the list, or what they wrote in these
    consultations."""
    which = [_WRITER.resident_id == resident]
    if consultations is not None:
        which.append(_WRITER.consultation.in_([*consultations]))
    await _take_off(tx, *which)


async def take_consultation_off(tx: Transaction, consultation: str) -> None:
    """All that people wrote in one consultation leaves the list: it is too old."""
    await _take_off(tx, _WRITER.consultation == consultation)


async def _take_off(tx: Transaction, *which: ColumnElement[bool]) -> None:
    query = select(_WRITER.text_id).where(*which)
    found = (await tx.execute(query)).scalars().all()
    if not found:
        return
    await tx.execute(delete(text_writers).where(*which))
    await _leave_empty_groups(tx, [one for one in found if one is not None])


async def keep_back(tx: Transaction, number: int) -> None:
    """A voice note turned out to hold words of danger: it leaves the list, as if it had never been
    on it."""
    theirs = update(text_writers).where(_WRITER.text_id == number)
    await tx.execute(theirs.values(text_id=None, waits=False))
    await empty_texts(tx, [number])


AT_ONCE = 500
"""Numbers in one statement: databases limit its parameters."""


async def _leave_empty_groups(tx: Transaction, groups: Sequence[int | None]) -> None:
    """Of these groups, those that nobody is behind any more lose what is left of the words."""
    numbers = [*{one for one in groups if one is not None}]
    for begin in range(0, len(numbers), AT_ONCE):
        still = select(_WRITER.text_id).where(_WRITER.text_id == listed_texts.c.id)
        some = listed_texts.c.id.in_(numbers[begin : begin + AT_ONCE])
        empty = (some, listed_texts.c.kind != TextKind.SUBMISSION, ~still.exists())
        gone = [*(await tx.execute(select(listed_texts.c.id).where(*empty))).scalars()]
        await empty_texts(tx, gone)


async def empty_texts(tx: Transaction, texts: Sequence[int]) -> None:
    """Take these texts off the list, with their translations and what could tell their words. Who
    read them, and when, stays."""
    for begin in range(0, len(texts), AT_ONCE):
        some = [*texts[begin : begin + AT_ONCE]]
        await tx.execute(delete(text_translations).where(text_translations.c.text_id.in_(some)))
        gone: dict[str, Any] = {"is_there": False, "same_words": None}
        await tx.execute(update(listed_texts).where(listed_texts.c.id.in_(some)).values(gone))
