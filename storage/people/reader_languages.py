"""The languages that staff have said they read, once their role has ended."""

from __future__ import annotations

from sqlalchemy import delete, select

from storage.consultations.reading_marks import reader_languages
from storage.engine.database import Transaction
from storage.staff.members import staff


async def drop_of_those_who_left(tx: Transaction) -> None:
    """Delete which languages former members of staff read."""
    left = select(staff.c.id).where(staff.c.left_at.is_not(None))
    await tx.execute(delete(reader_languages).where(reader_languages.c.staff_id.in_(left)))
