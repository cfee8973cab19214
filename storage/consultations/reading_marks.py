"""What staff do with the texts on a reading list: marks that they were read, themes, translations.

A mark outlives the words: it shows that somebody read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    UniqueConstraint,
    delete,
    func,
    insert,
    select,
    true,
    update,
)

from content.typed_words import apart
from storage.consultations.listed_texts import (
    listed_texts,
    text_translations,
    text_writers,
)
from storage.consultations.submissions import submissions
from storage.engine.database import Moment, Sequential, Transaction, metadata, upsert

text_readings = Table(
    "text_readings",
    metadata,
    Column("text_id", ForeignKey("listed_texts.id"), primary_key=True),
    Column("staff_id", ForeignKey("staff.id"), primary_key=True),
    Column("read_at", Moment, nullable=False),
)

reading_themes = Table(
    "reading_themes",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("consultation", String(64), nullable=False),
    Column("name", String(60), nullable=False),
    Column("added_by", ForeignKey("staff.id"), nullable=False),
    Column("added_at", Moment, nullable=False),
    UniqueConstraint("consultation", "name"),
)

text_filings = Table(
    "text_filings",
    metadata,
    Column("text_id", ForeignKey("listed_texts.id"), primary_key=True),
    Column("theme_id", ForeignKey("reading_themes.id"), primary_key=True),
    Column("filed_by", ForeignKey("staff.id"), nullable=False),
    Column("filed_at", Moment, nullable=False),
)
Index("ix_text_filings_theme", text_filings.c.theme_id)

reader_languages = Table(
    "reader_languages",
    metadata,
    Column("staff_id", BigInteger, ForeignKey("staff.id"), primary_key=True, autoincrement=False),
    Column("language", String(8), primary_key=True),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Who read a text, and when."""

    staff_id: int
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme under which the texts of a consultation are filed. ``texts`` is the number of those
    that people wrote, the same words being one: never of people, who could be worked out by filing
    one text more and looking again."""

    id: int
    name: str
    texts: int = 0
    submissions: int = 0


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in another language, and who attached it."""

    language: str
    text: str
    translated_by: int


async def mark_read(tx: Transaction, number: int, staff_id: int, now: datetime) -> None:
    """Note that this member of staff has read a text. What was noted before stays."""
    key = ("text_id", "staff_id")
    row = {"text_id": number, "staff_id": staff_id, "read_at": now}
    await tx.execute(upsert(tx, text_readings, key=key), row)
    first = (listed_texts.c.id == number, listed_texts.c.read_at.is_(None))
    await tx.execute(update(listed_texts).where(*first).values(read_at=now))


async def readings_of(tx: Transaction, number: int) -> list[Reading]:
    """Who has read a text, the first first."""
    query = select(text_readings.c.staff_id, text_readings.c.read_at)
    mine = query.where(text_readings.c.text_id == number)
    ordered = mine.order_by(text_readings.c.read_at, text_readings.c.staff_id)
    return [Reading(*row) for row in await tx.execute(ordered)]


async def themes_of(tx: Transaction, consultation: str) -> list[Theme]:
    """The themes of a consultation by name, with the numbers of texts filed under each."""
    is_submission = listed_texts.c.kind == "submission"
    filed = (
        select(
            text_filings.c.theme_id,
            func.count().filter(~is_submission).label("texts"),
            func.count().filter(is_submission).label("submissions"),
        )
        .join(listed_texts, listed_texts.c.id == text_filings.c.text_id)
        .where(listed_texts.c.is_there.is_(true()), listed_texts.c.consultation == consultation)
        .group_by(text_filings.c.theme_id)
        .subquery()
    )
    theme = reading_themes.c
    query = (
        select(theme.id, theme.name, filed.c.texts, filed.c.submissions)
        .outerjoin(filed, filed.c.theme_id == theme.id)
        .where(theme.consultation == consultation)
        .order_by(theme.name)
    )
    return [Theme(r.id, r.name, r.texts or 0, r.submissions or 0) for r in await tx.execute(query)]


async def filed_under(tx: Transaction, number: int) -> set[int]:
    """The themes under which a text is filed."""
    query = select(text_filings.c.theme_id).where(text_filings.c.text_id == number)
    return {*(await tx.execute(query)).scalars()}


async def add_theme(
    tx: Transaction, consultation: str, name: str, staff_id: int, now: datetime
) -> int:
    """The number of the theme with this name, which is added if there is none. Capitals, accents
    and punctuation make no other theme."""
    known = await theme_called(tx, consultation, name)
    if known is not None:
        return known.id
    key = ("consultation", "name")
    row = {"consultation": consultation, "name": name, "added_by": staff_id, "added_at": now}
    await tx.execute(upsert(tx, reading_themes, key=key), row)
    theme = reading_themes.c
    query = select(theme.id).where(theme.consultation == consultation, theme.name == name)
    return int((await tx.execute(query)).scalar_one())


async def theme_called(tx: Transaction, consultation: str, name: str) -> Theme | None:
    """The theme with this name, whatever its capitals, accents and punctuation."""
    every = await themes_of(tx, consultation)
    return next((one for one in every if _spelt(one.name) == _spelt(name)), None)


def _spelt(name: str) -> str:
    return apart(name) or name  # of emoji alone nothing is left


async def file_under(
    tx: Transaction, number: int, theme_id: int, staff_id: int, now: datetime
) -> None:
    """File a text under a theme; where it is already, what was noted stays."""
    row = {"text_id": number, "theme_id": theme_id, "filed_by": staff_id, "filed_at": now}
    await tx.execute(upsert(tx, text_filings, key=("text_id", "theme_id")), row)


async def take_out(tx: Transaction, number: int, theme_id: int) -> None:
    """A text belongs to this theme no longer."""
    which = (text_filings.c.text_id == number, text_filings.c.theme_id == theme_id)
    await tx.execute(delete(text_filings).where(*which))


async def attach_translation(
    tx: Transaction, number: int, translation: Translation, now: datetime
) -> None:
    """Attach a translation, in place of an earlier one into the same language."""
    row = {
        "text_id": number,
        "language": translation.language,
        "text": translation.text,
        "translated_by": translation.translated_by,
        "translated_at": now,
    }
    change = ("text", "translated_by", "translated_at")
    key = ("text_id", "language")
    await tx.execute(upsert(tx, text_translations, key=key, change=change), row)


async def translations_of(tx: Transaction, number: int) -> list[Translation]:
    """The translations of a text."""
    column = text_translations.c
    query = select(column.language, column.text, column.translated_by)
    return [
        Translation(*row)
        for row in await tx.execute(query.where(column.text_id == number).order_by(column.language))
    ]


async def languages_of(tx: Transaction, staff_id: int) -> set[str]:
    """The languages that a member of staff has said that they read."""
    query = select(reader_languages.c.language).where(reader_languages.c.staff_id == staff_id)
    return {*(await tx.execute(query)).scalars()}


async def note_language(tx: Transaction, staff_id: int, language: str, *, reads: bool) -> None:
    """Note that a member of staff reads a language, or doesn't."""
    row = {"staff_id": staff_id, "language": language}
    column = reader_languages.c
    mine = (column.staff_id == staff_id, column.language == language)
    await tx.execute(delete(reader_languages).where(*mine))
    if reads:
        await tx.execute(insert(reader_languages).values(**row))


async def drop_old_marks(tx: Transaction, before: datetime) -> None:
    """Delete who read and filed what before ``before``, then the texts that have left the list and
    the themes that nothing is left of."""
    await tx.execute(delete(text_readings).where(text_readings.c.read_at < before))
    await tx.execute(delete(text_filings).where(text_filings.c.filed_at < before))
    listed = listed_texts.c
    kept = [
        select(column).where(column == listed.id).exists()
        for column in (
            text_readings.c.text_id,
            text_filings.c.text_id,
            text_writers.c.text_id,
            submissions.c.text_id,
        )
    ]
    gone = (listed.is_there.is_not(True), listed.listed_at < before)
    await tx.execute(delete(listed_texts).where(*gone, *(~still for still in kept)))
    theme = reading_themes.c
    filed = select(text_filings.c.theme_id).where(text_filings.c.theme_id == theme.id).exists()
    await tx.execute(delete(reading_themes).where(theme.added_at < before, ~filed))
