"""Changes to the themes of a reading list and to what was attached to its texts."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, func, select, update

from storage.consultations.listed_texts import listed_texts, text_translations
from storage.consultations.reading_marks import reading_themes, text_filings, text_readings
from storage.engine.database import Transaction


async def rename_theme(tx: Transaction, theme_id: int, name: str) -> None:
    """Give a theme another name. What is filed under it stays."""
    await tx.execute(
        update(reading_themes).where(reading_themes.c.id == theme_id).values(name=name)
    )


async def join_themes(tx: Transaction, theme_id: int, into: int) -> None:
    """File under ``into`` what is filed under a theme, and delete that. Who filed it is kept."""
    filed, there = text_filings.c, select(text_filings.c.text_id)
    also = there.where(text_filings.c.theme_id == into).scalar_subquery()
    moved = update(text_filings).where(filed.theme_id == theme_id, filed.text_id.not_in(also))
    await tx.execute(moved.values(theme_id=into))
    await remove_theme(tx, theme_id)


async def remove_theme(tx: Transaction, theme_id: int) -> None:
    """Delete a theme. Its texts stay on the list."""
    await tx.execute(delete(text_filings).where(text_filings.c.theme_id == theme_id))
    await tx.execute(delete(reading_themes).where(reading_themes.c.id == theme_id))


async def detach_translation(tx: Transaction, number: int, language: str) -> None:
    """Delete the translation of a text into a language."""
    column = text_translations.c
    which = (column.text_id == number, column.language == language)
    await tx.execute(delete(text_translations).where(*which))


async def forget_readings(tx: Transaction, number: int, staff_ids: Collection[int]) -> None:
    """These members of staff have not read the text after all."""
    column = text_readings.c
    which = (column.text_id == number, column.staff_id.in_(staff_ids))
    await tx.execute(delete(text_readings).where(*which))
    first = select(func.min(column.read_at)).where(column.text_id == number).scalar_subquery()
    await tx.execute(update(listed_texts).where(listed_texts.c.id == number).values(read_at=first))
