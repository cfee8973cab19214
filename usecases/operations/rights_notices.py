"""What is due about complaints and requests: news and chases to officers, replies to residents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.schema.authored import local
from engagement.broadcasts.delivery import Reach
from engagement.operations.deadlines import CHASE_AGAIN, is_overdue
from engagement.staff.rights import MAY_HANDLE_COMPLAINTS
from storage.operations import complaints, requests
from usecases.broadcasts import held_sends
from usecases.operations.complain import acknowledge_by
from usecases.operations.complaints import ComplaintLine, line_of
from usecases.operations.requests import RequestLine
from usecases.operations.requests import line_of as request_line_of
from usecases.people.identify import Person, by_id, staff_in_post
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class OfficersNews:
    """New complaints, and complaints and requests whose last day has come, without their words."""

    new: tuple[ComplaintLine, ...]
    overdue: tuple[ComplaintLine, ...]
    overdue_requests: tuple[RequestLine, ...]
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class ComplaintReply:
    """A reply to somebody who complained: a person has it or, with ``outcome``, what came of it."""

    person: Person
    id: int
    reference: str
    made_at: datetime
    outcome: str | None = None


async def officers_news(tx: Transaction, world: World) -> OfficersNews | None:
    """What officers and administrators have not been told; None if there is nothing, or nobody to
    tell."""
    if await held_sends.held(tx) is not None:
        return None
    now = world.now()
    today = local(now, world.library.council.timezone).date()
    waiting = await complaints.open_complaints(tx)
    late = [
        one
        for one in waiting
        if one.acknowledged_at is None
        and is_overdue(acknowledge_by(world, one.made_at), today)
        and _may_chase(one.chased_at, now)
    ]
    late_requests = [
        one
        for one in await requests.open_requests(tx)
        if is_overdue(one.due_on, today) and _may_chase(one.chased_at, now)
    ]
    new = [one for one in waiting if one.noticed_at is None]
    if not (new or late or late_requests):
        return None
    people = tuple(
        person
        for person in await staff_in_post(tx, world)
        if person.staff and person.staff.every_ward and person.staff.role in MAY_HANDLE_COMPLAINTS
        if person.contact is not None and person.contact.reach is Reach.REACHABLE
    )
    if not people:
        return None
    return OfficersNews(
        new=tuple(line_of(world, one) for one in new),
        overdue=tuple(line_of(world, one) for one in late),
        overdue_requests=tuple(request_line_of(world, one) for one in late_requests),
        people=people,
    )


async def mark_told(tx: Transaction, world: World, news: OfficersNews) -> None:
    """At least one of them has it: say it no more, or what is overdue again in a week."""
    now = world.now()
    for line in news.new:
        await complaints.change(tx, line.id, noticed_at=now)
    for line in news.overdue:
        await complaints.change(tx, line.id, chased_at=now)
    for request in news.overdue_requests:
        await requests.change_request(tx, request.id, chased_at=now)


async def replies(tx: Transaction, world: World) -> list[ComplaintReply]:
    """Replies that people who complained have not got yet. Who stopped messages or cannot be
    reached gets theirs when they come back."""
    if await held_sends.held(tx) is not None:
        return []
    found = []
    for one in await complaints.with_replies_to_send(tx):
        person = await by_id(tx, world, one.contact_id or 0)
        if person is None or person.contact is None:
            continue
        if person.contact.reach is Reach.REACHABLE:
            outcome = one.outcome if one.closed_at is not None else None
            found.append(ComplaintReply(person, one.id, one.reference, one.made_at, outcome))
    return found


async def mark_replied(tx: Transaction, world: World, reply: ComplaintReply) -> None:
    """The person has this reply. An outcome says as well that a person has the complaint."""
    now = world.now()
    sent = {"acknowledgement_sent_at": now}
    if reply.outcome is not None:
        sent["outcome_sent_at"] = now
    await complaints.change(tx, reply.id, **sent)


def _may_chase(last: datetime | None, now: datetime) -> bool:
    return last is None or now - last >= CHASE_AGAIN
