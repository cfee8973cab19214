"""The end of a request: it has been answered, or it was none. Either is asked about first, because
what it holds may then be deleted within a minute."""

from __future__ import annotations

from dataclasses import dataclass

from engagement.operations.deadlines import FREEZES
from engagement.staff.rights import MAY_HANDLE_COMPLAINTS, check_everywhere
from storage.operations import requests
from storage.operations.requests import MarkedRequest
from storage.staff import members
from usecases.operations.requests import RequestShown, note, numbered, shown
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class EndQuestion:
    """Is this request over: has it been ``answered``, or was it none?"""

    id: int
    reference: str
    answered: bool
    freezes: bool


@dataclass(frozen=True, slots=True)
class RequestDone:
    """Somebody was first: they have said that a request is answered."""

    reference: str
    who: str | None


@dataclass(frozen=True, slots=True)
class NoRequest:
    """A request that was marked by mistake was taken back, by ``who`` if it was a colleague."""

    id: int
    reference: str
    who: str = ""


async def ask(
    tx: Transaction, world: World, person: Person, number: int, *, answered: bool
) -> EndQuestion | RequestDone:
    """Ask whether the request has been answered, or was none. Raises StaffOnly, RequestGone."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await numbered(tx, number)
    if found.answered_at is not None:
        return await _done(tx, found)
    return EndQuestion(found.id, found.reference, answered, freezes=found.kind in FREEZES)


async def answered(
    tx: Transaction, world: World, person: Person, number: int
) -> RequestShown | RequestDone:
    """The request has been answered: deletion goes on. Raises StaffOnly, RequestGone."""
    member = check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await numbered(tx, number)
    if found.answered_by not in (None, member.id):
        return await _done(tx, found)
    if found.answered_at is None:
        now = world.now()
        await requests.change_request(tx, found.id, answered_at=now, answered_by=member.id)
        await note(tx, world, member, "answered-request", found.reference)
    return await shown(tx, world, person, await numbered(tx, number))


async def take_back(
    tx: Transaction, world: World, person: Person, number: int
) -> NoRequest | RequestDone:
    """It was no request: nothing is due and nothing is held back for it. One that was answered
    stays. Raises StaffOnly, RequestGone."""
    member = check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await numbered(tx, number)
    if found.answered_at is not None:
        return await _done(tx, found)
    await requests.drop_request(tx, found.id)
    await note(tx, world, member, "unmarked-request", found.reference)
    return NoRequest(found.id, found.reference)


async def done_by(tx: Transaction, number: int) -> RequestDone | None:
    """Who has said that the request is answered; None if nobody has, or it is gone."""
    found = await requests.request_numbered(tx, number)
    return None if found is None or found.answered_at is None else await _done(tx, found)


async def _done(tx: Transaction, found: MarkedRequest) -> RequestDone:
    by = found.answered_by
    return RequestDone(found.reference, None if by is None else await members.label_of(tx, by))
