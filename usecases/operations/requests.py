"""/requests: officers mark a message as a request, and say when it has been answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from content.schema.authored import local
from content.typed_words import wants_out
from engagement.consultations.survey import check_text
from engagement.errors import NoSuchReference, OldButton, RequestGone
from engagement.operations.deadlines import FREEZES, RequestKind, due_on, is_overdue
from engagement.staff.rights import MAY_HANDLE_COMPLAINTS, StaffMember, check_everywhere, may_handle
from storage.conversation.drafts import Draft
from storage.operations import complaints, deployment, requests
from storage.operations.requests import MarkedRequest
from storage.people import contacts
from usecases.operations.words_kept_back import readable
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.world import Transaction, World, under_a_free_code

MARKING = "request"
"""The draft kind of an officer who is marking a message as a request."""
KINDS = (
    RequestKind.INFORMATION,
    RequestKind.MY_DATA,
    RequestKind.COMPLAINT,
    RequestKind.SERVICE,
)
"""In the order of their buttons."""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """An open request. ``due_on`` is the last day the law gives, or None."""

    id: int
    reference: str
    kind: RequestKind
    received_on: date
    due_on: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class RequestList:
    """The open requests, the next due first."""

    lines: tuple[RequestLine, ...]


@dataclass(frozen=True, slots=True)
class WordsQuestion:
    """Which words are the request?"""


@dataclass(frozen=True, slots=True)
class KindQuestion:
    """What do these words ask for? ``text`` is None if they are kept for the people named for words
    of danger; ``found`` is false where nobody wrote exactly these words, so that today counts as
    the day they came."""

    text: str | None
    received_on: date
    found: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """Words to mark, the day they came, and who wrote them."""

    text: str
    received: date
    contact: int | None
    found: bool
    complaint: str = ""  # the number of the complaint that they are


@dataclass(frozen=True, slots=True)
class RequestShown:
    """A request, with the text to forward, None if it is kept for the people named for words of
    danger. ``freezes`` says that nothing is deleted for its age until it is answered;
    ``just_marked`` that it has just been marked."""

    line: RequestLine
    text: str | None
    freezes: bool
    answered: bool = False
    just_marked: bool = False


async def show_open(tx: Transaction, world: World, person: Person) -> RequestList:
    """The open requests. Raises StaffOnly."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await requests.open_requests(tx)
    return RequestList(tuple(line_of(world, one) for one in found))


async def ask_words(tx: Transaction, world: World, person: Person) -> WordsQuestion | KindQuestion:
    """Ask for the words of a request, or the reference of a complaint; where words were sent and
    not marked, what they ask for. Raises StaffOnly."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    begun = person.draft(MARKING, "") or Draft(MARKING)
    await unfinished.begin(tx, world, person, begun)
    return await _asked(tx, world, person, begun)


async def mark_complaint(
    tx: Transaction, world: World, person: Person, number: int
) -> KindQuestion:
    """A complaint is a request. Reading it is audited. Raises StaffOnly, OldButton."""
    member = check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await complaints.complaint_numbered(tx, number)
    if found is None:
        raise OldButton
    await note(tx, world, member, "read-complaint", found.reference)
    received = local(found.made_at, world.library.council.timezone).date()
    asked = _Asked(found.text, received, found.contact_id, found=True, complaint=str(found.id))
    return await _ask_kind(tx, world, person, asked)


async def mark_named(tx: Transaction, world: World, person: Person, name: str) -> KindQuestion:
    """The complaint with a typed reference is a request. Raises StaffOnly, NoSuchReference."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await complaints.complaint(tx, name.strip().upper())
    if found is None:
        raise NoSuchReference
    return await mark_complaint(tx, world, person, found.id)


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> KindQuestion | RequestList:
    """Typed words: the reference of a complaint, or what somebody wrote, copied from a file.

    The same words are looked for among comments and answers, to know when they came and who may be
    written to. Only cancel, back or no: the list again.

    Raises StaffOnly, OldButton, TextEmpty, TextTooLong.
    """
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    if wants_out(text):
        return await drop_marking(tx, world, person)
    named = await complaints.complaint(tx, text.strip().upper())
    if named is not None:
        return await mark_complaint(tx, world, person, named.id)
    # A file has an apostrophe before words that a spreadsheet would take for a formula.
    words = check_text(text).strip().removeprefix("'")
    zone = world.library.council.timezone
    found = await requests.find_words(tx, words)
    if not found:
        asked = _Asked(words, local(world.now(), zone).date(), None, found=False)
        return await _ask_kind(tx, world, person, asked)
    received = local(min(one.written_at for one in found), zone).date()
    # One person may have written the same more than once.
    writers = {one.contact_id for one in found}
    contact = writers.pop() if len(writers) == 1 else None
    return await _ask_kind(tx, world, person, _Asked(words, received, contact, found=True))


async def drop_marking(tx: Transaction, world: World, person: Person) -> RequestList:
    """What was used last is not marked after all: the list again. Raises StaffOnly."""
    draft = person.draft(MARKING)
    if draft is not None:
        await unfinished.end(tx, person, MARKING, about=draft.about)
    return await show_open(tx, world, person)


async def marking_again(
    tx: Transaction, world: World, person: Person
) -> WordsQuestion | KindQuestion | None:
    """What an officer who is marking a request was shown last; None if nothing is being marked."""
    draft, staff = person.draft(MARKING), person.staff
    if draft is None or staff is None or not may_handle(staff):
        return None
    return await _asked(tx, world, person, draft)


async def mark(tx: Transaction, world: World, person: Person, number: int) -> RequestShown:
    """Mark the words as a request of this kind. Raises StaffOnly, OldButton."""
    member = check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    draft = person.draft(MARKING)
    if draft is None or "text" not in draft.data:
        raise OldButton
    if person.contact is None or not 0 <= number < len(KINDS):
        raise OldButton
    received, kind = date.fromisoformat(draft.data["received"]), KINDS[number]
    author = await _still_known(tx, draft.data["contact"])

    async def keep(code: str) -> MarkedRequest | None:
        request = MarkedRequest(
            id=0,
            reference=f"R-{code}",
            kind=kind,
            contact_id=author,
            text=draft.data["text"],
            received_on=received,
            due_on=due_on(kind, received),
            marked_at=world.now(),
        )
        return request if await requests.add_request(tx, request, staff_id=member.id) else None

    made = await under_a_free_code(world, keep)
    await unfinished.end(tx, person, MARKING, about=draft.about)
    await note(tx, world, member, "marked-request", made.reference, {"kind": kind.value})
    await note(tx, world, member, "read-request", made.reference)
    kept = await requests.request_named(tx, made.reference)
    return await shown(tx, world, person, kept or made, just_marked=True)


async def show(tx: Transaction, world: World, person: Person, number: int) -> RequestShown:
    """One request. Reading it is audited. Raises StaffOnly, OldButton."""
    member = check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await numbered(tx, number)
    await note(tx, world, member, "read-request", found.reference)
    return await shown(tx, world, person, found)


def line_of(world: World, found: MarkedRequest) -> RequestLine:
    """A request without its words."""
    today = local(world.now(), world.library.council.timezone).date()
    return RequestLine(
        id=found.id,
        reference=found.reference,
        kind=found.kind,
        received_on=found.received_on,
        due_on=found.due_on,
        overdue=found.answered_at is None and is_overdue(found.due_on, today),
    )


async def shown(
    tx: Transaction,
    world: World,
    person: Person,
    found: MarkedRequest,
    *,
    just_marked: bool = False,
) -> RequestShown:
    """A request, as this member of staff may read it."""
    return RequestShown(
        line=line_of(world, found),
        text=await readable(tx, world, person, found.text),
        freezes=found.kind in FREEZES,
        answered=found.answered_at is not None,
        just_marked=just_marked,
    )


async def numbered(tx: Transaction, number: int) -> MarkedRequest:
    """The request with this number. Raises RequestGone."""
    found = await requests.request_numbered(tx, number)
    if found is None:
        raise RequestGone
    return found


async def _ask_kind(tx: Transaction, world: World, person: Person, asked: _Asked) -> KindQuestion:
    data = {
        "text": asked.text,
        "received": asked.received.isoformat(),
        "contact": asked.contact,
        "found": asked.found,
    }
    draft = Draft(MARKING, data, about=asked.complaint)
    await unfinished.begin(tx, world, person, draft)
    return KindQuestion(
        await readable(tx, world, person, asked.text), asked.received, found=asked.found
    )


async def _asked(
    tx: Transaction, world: World, person: Person, draft: Draft
) -> WordsQuestion | KindQuestion:
    data = draft.data
    if "text" not in data:
        return WordsQuestion()
    words = await readable(tx, world, person, data["text"])
    received = date.fromisoformat(data["received"])
    return KindQuestion(words, received, found=data.get("found", data["contact"] is not None))


async def _still_known(tx: Transaction, contact: int | None) -> int | None:
    """The contact, unless that person has been forgotten since."""
    known = contact is not None and await contacts.contact(tx, contact) is not None
    return contact if known else None


async def note(
    tx: Transaction,
    world: World,
    member: StaffMember,
    act: str,
    reference: str,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Note in the audit what was done about a request."""
    now = world.now()
    await deployment.note(tx, act, staff_id=member.id, subject=reference, detail=detail, now=now)
