"""Which chats show the commands of a staff role in their menu, so that they go with the role."""

from __future__ import annotations

from storage.conversation import shown
from storage.conversation.shown import Shown
from storage.people import contacts
from usecases.world import Transaction

STAFF_MENU = "staff-menu"
"""The topic under which the menu is stored among what a chat shows. It is no message."""


async def note_offered(tx: Transaction, contact_id: int) -> None:
    """Note that this chat's menu shows the commands of a role."""
    await shown.remember_shown(tx, contact_id, [Shown(STAFF_MENU, 0, "", {})], [])


async def note_removed(tx: Transaction, contact_id: int) -> None:
    """Note that this chat's menu shows everybody's commands again."""
    await shown.remember_shown(tx, contact_id, [], [STAFF_MENU])


async def left_over(tx: Transaction) -> list[tuple[int, int]]:
    """(contact, chat) of those whose role has ended and whose menu still shows its commands."""
    return await contacts.without_role_but_shown(tx, STAFF_MENU)
