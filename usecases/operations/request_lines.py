"""A request without its words, and the last day that the law still gives for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from content.schema.authored import local
from engagement.operations.deadlines import RequestKind, is_overdue
from storage.operations import complaints
from storage.operations.requests import MarkedRequest
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request. ``due_on`` is the last day the law still gives, or None. For a complaint it is the
    day for its acknowledgement; ``acknowledged`` says that somebody has done that."""

    id: int
    reference: str
    kind: RequestKind
    received_on: date
    due_on: date | None
    overdue: bool  # or due today
    today: bool = False  # is the last day
    answered: bool = False
    acknowledged: bool = False


async def line_of(tx: Transaction, world: World, found: MarkedRequest) -> RequestLine:
    """A request without its words."""
    today = local(world.now(), world.library.council.timezone).date()
    acknowledged = await _is_acknowledged(tx, world, found)
    due = None if acknowledged else found.due_on
    return RequestLine(
        id=found.id,
        reference=found.reference,
        kind=found.kind,
        received_on=found.received_on,
        due_on=due,
        overdue=found.answered_at is None and is_overdue(due, today),
        today=due == today,
        answered=found.answered_at is not None,
        acknowledged=acknowledged,
    )


async def _is_acknowledged(tx: Transaction, world: World, found: MarkedRequest) -> bool:
    """Whether this is the complaint of somebody who is told that a person has it."""
    if found.kind is not RequestKind.COMPLAINT:
        return False
    zone = world.library.council.timezone
    return any(
        one.acknowledged_at is not None
        and local(one.made_at, zone).date() == found.received_on
        and one.text.startswith(found.text)
        for one in await complaints.complaints_of(tx, found.contact_id)
    )
