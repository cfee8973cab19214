"""Who was once offered the questions about themselves: nobody is offered them twice."""

from __future__ import annotations

from sqlalchemy import update

from storage.engine.database import Transaction
from storage.people.contacts import contacts


async def note_offered(tx: Transaction, contact_id: int) -> None:
    """Note that this contact was offered them."""
    mine = update(contacts).where(contacts.c.id == contact_id)
    await tx.execute(mine.values(equality_offered=True))
