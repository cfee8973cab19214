"""A complaint without its words, and whether its author hears from us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from content.schema.authored import local
from engagement.broadcasts.delivery import Reach
from engagement.operations.deadlines import is_overdue
from storage.operations.complaints import Complaint
from storage.people import contacts
from usecases.operations.complain import acknowledge_by
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """A complaint in the list: no words of it. ``by`` is the last day to acknowledge it; ``told``
    says that its author has the acknowledgement."""

    id: int
    reference: str
    made_on: date
    by: date
    acknowledged: bool
    overdue: bool  # or to be acknowledged today
    told: bool = False
    today: bool = False  # is the last day


def line_of(world: World, found: Complaint) -> ComplaintLine:
    """A complaint without its words."""
    zone = world.library.council.timezone
    by, today = acknowledge_by(world, found.made_at), local(world.now(), zone).date()
    acknowledged = found.acknowledged_at is not None
    return ComplaintLine(
        id=found.id,
        reference=found.reference,
        made_on=local(found.made_at, zone).date(),
        by=by,
        acknowledged=acknowledged,
        overdue=not acknowledged and is_overdue(by, today),
        told=author_knows(found),
        today=by == today,
    )


def author_knows(found: Complaint) -> bool:
    """Whether its author has been told that a person has it. An outcome that acknowledges it too
    says so only once it has arrived."""
    if found.closed_at is not None and found.acknowledgement_sent_at == found.closed_at:
        return found.outcome_sent_at is not None
    return found.acknowledgement_sent_at is not None


async def reached(tx: Transaction, found: Complaint) -> bool:
    """Whether messages reach its author, as far as we know."""
    contact = None if found.contact_id is None else await contacts.contact(tx, found.contact_id)
    return contact is not None and contact.reach is Reach.REACHABLE
