"""What is due about complaints and requests: news for officers, reminders, replies to residents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from content.schema.authored import local
from engagement.broadcasts.delivery import Reach
from engagement.operations.deadlines import is_to_remind
from engagement.staff.rights import MAY_HANDLE_COMPLAINTS
from storage.operations import complaints, requests
from usecases.broadcasts import held_sends
from usecases.operations.complain import acknowledge_by
from usecases.operations.complaints import ComplaintLine, line_of
from usecases.operations.request_lines import RequestLine
from usecases.operations.request_lines import line_of as request_line_of
from usecases.people.identify import Person, by_id, staff_in_post
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class OfficersNews:
    """New complaints, and complaints and requests whose last day comes nearer, has come or is over,
    without their words."""

    new: tuple[ComplaintLine, ...]
    to_acknowledge: tuple[ComplaintLine, ...]
    to_answer: tuple[RequestLine, ...]
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
    waiting = await complaints.open_complaints(tx)
    to_acknowledge = [
        one
        for one in waiting
        if one.acknowledged_at is None
        and _remind(world, acknowledge_by(world, one.made_at), one.chased_at)
    ]
    to_answer = [
        line
        for one in await requests.open_requests(tx)
        if _remind(world, (line := await request_line_of(tx, world, one)).due_on, one.chased_at)
    ]
    new = [one for one in waiting if one.noticed_at is None]
    if not (new or to_acknowledge or to_answer):
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
        to_acknowledge=tuple(line_of(world, one) for one in to_acknowledge),
        to_answer=tuple(to_answer),
        people=people,
    )


async def mark_told(tx: Transaction, world: World, news: OfficersNews) -> None:
    """At least one of them has it: say it no more, or not before the next reminder."""
    now = world.now()
    for line in news.new:
        await complaints.change(tx, line.id, noticed_at=now)
    for line in news.to_acknowledge:
        await complaints.change(tx, line.id, chased_at=now)
    for request in news.to_answer:
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


def _remind(world: World, due: date | None, last: datetime | None) -> bool:
    zone = world.library.council.timezone
    reminded = None if last is None else local(last, zone).date()
    return is_to_remind(due, local(world.now(), zone).date(), reminded=reminded)
