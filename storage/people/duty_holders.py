"""Who has been given duties, whether they are in post, and whether messages reach them."""

from __future__ import annotations

from sqlalchemy import select

from engagement.broadcasts.delivery import Reach
from engagement.staff.duties import Duty, Holder
from storage.engine.database import Transaction
from storage.people.contacts import contacts
from storage.staff.duties import duties
from storage.staff.members import staff


async def holders(tx: Transaction, duty: Duty | None = None) -> list[Holder]:
    """Everybody who has been given ``duty``, or any, also those for whom it is over."""
    colleague = staff.alias("colleague")
    query = (
        select(
            duties,
            staff.c.label,
            staff.c.left_at,
            (staff.c.contact_id.is_not(None) & staff.c.left_at.is_(None)).label("in_post"),
            contacts.c.reach,
            colleague.c.label.label("namer"),
        )
        .join(staff, staff.c.id == duties.c.staff_id)
        .outerjoin(contacts, contacts.c.id == staff.c.contact_id)
        .outerjoin(colleague, colleague.c.id == duties.c.named_by)
        .order_by(duties.c.id)
    )
    if duty is not None:
        query = query.where(duties.c.duty == duty)
    return [
        Holder(
            id=r.id,
            staff_id=r.staff_id,
            label=r.label,
            duty=Duty(r.duty),
            until=r.until,
            in_post=bool(r.in_post),
            reachable=r.reach == Reach.REACHABLE,
            wards=frozenset(r.wards),
            ended_at=r.ended_at,
            named_by=r.namer,
            left_at=r.left_at,
            named_at=r.named_at,
        )
        for r in await tx.execute(query)
    ]
