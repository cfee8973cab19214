"""/requests: officers mark a message as a request, and say when it has been answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from content.schema.authored import local
from content.yes_and_no import wants_out
from engagement.consultations.survey import check_text
from engagement.errors import NoSuchReference, OldButton, RequestGone
from engagement.operations.deadlines import FREEZES, RequestKind, due_on
from engagement.operations.references import is_of_request, reference_in
from engagement.staff.rights import MAY_HANDLE_COMPLAINTS, StaffMember, check_everywhere, may_handle
from storage.conversation.drafts import Draft
from storage.operations import complaints, deployment, requests
from storage.operations.complaints import Complaint
from storage.operations.requests import MarkedRequest
from storage.people import contacts
from usecases.operations.desk_pages import page_of
from usecases.operations.request_lines import RequestLine as RequestLine
from usecases.operations.request_lines import line_of as line_of
from usecases.operations.words_kept_back import readable
from usecases.operations.words_of_request import Asked, gone_on, looked_up
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
class RequestList:
    """A page of the open requests, the next due first."""

    lines: tuple[RequestLine, ...]
    page: int = 0
    pages: int = 1


@dataclass(frozen=True, slots=True)
class WordsQuestion:
    """Which words are the request?"""


@dataclass(frozen=True, slots=True)
class KindQuestion:
    """What do these words ask for? ``text`` is None if they are kept for the people named for words
    of danger; ``found`` is false where nobody wrote exactly these words, so that today counts as
    the day they came. ``same`` is an open request in the same words: another person's, or this
    one."""

    text: str | None
    received_on: date
    found: bool
    same: RequestLine | None = None


@dataclass(frozen=True, slots=True)
class RequestShown:
    """A request, with the text to forward, None if it is kept for the people named for words of
    danger. ``freezes`` says that nothing is deleted for its age until it is answered;
    ``just_marked`` that it has just been marked, ``was_first`` that a colleague had marked it when
    this person did."""

    line: RequestLine
    text: str | None
    freezes: bool
    answered: bool = False
    just_marked: bool = False
    was_first: bool = False


async def show_open(tx: Transaction, world: World, person: Person, page: int = 0) -> RequestList:
    """A page of the open requests. Raises StaffOnly."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = [await line_of(tx, world, one) for one in await requests.open_requests(tx)]
    # Those of which the day has been met since come last.
    found.sort(key=lambda one: one.due_on is None)
    return RequestList(*page_of(found, page))


async def ask_words(tx: Transaction, world: World, person: Person) -> WordsQuestion | KindQuestion:
    """Ask for the words of a request, or the reference of a complaint; where words were sent and
    not marked, what they ask for. Raises StaffOnly."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    begun = person.draft(MARKING, "") or Draft(MARKING)
    await unfinished.begin(tx, world, person, begun)
    return await _asked(tx, world, person, begun)


async def mark_complaint(
    tx: Transaction, world: World, person: Person, number: int
) -> KindQuestion | RequestShown:
    """A complaint is a request; one that was marked already is shown. Reading it is audited.
    Raises StaffOnly, OldButton."""
    member = check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await complaints.complaint_numbered(tx, number)
    if found is None:
        raise OldButton
    marked = await marked_as(tx, world, found)
    if marked is not None:
        return await show(tx, world, person, marked.id)
    await note(tx, world, member, "read-complaint", found.reference)
    received = local(found.made_at, world.library.council.timezone).date()
    asked = Asked(found.text, received, found.contact_id, found=True, complaint=str(found.id))
    return await _ask_kind(tx, world, person, asked)


async def marked_as(tx: Transaction, world: World, found: Complaint) -> RequestLine | None:
    """The request that this complaint was marked as, an open one if there are several."""
    day = local(found.made_at, world.library.council.timezone).date()
    marked = await requests.requests_of_complaint(tx, found, day)
    return await line_of(tx, world, marked[0]) if marked else None


async def mark_named(
    tx: Transaction, world: World, person: Person, name: str
) -> KindQuestion | RequestShown:
    """The complaint with a typed reference is a request; a request is shown. Raises StaffOnly,
    NoSuchReference."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await _named(tx, world, person, name)
    if found is None:
        raise NoSuchReference
    return found


async def _named(
    tx: Transaction, world: World, person: Person, name: str
) -> KindQuestion | RequestShown | None:
    reference = reference_in(name)
    if is_of_request(reference):
        request = await requests.request_named(tx, reference)
        return None if request is None else await show(tx, world, person, request.id)
    complaint = await complaints.complaint(tx, reference)
    return None if complaint is None else await mark_complaint(tx, world, person, complaint.id)


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> KindQuestion | RequestList | RequestShown:
    """Typed words: a reference, or what somebody wrote, copied from a file; a second message goes
    on with the first.

    The same words are looked for among complaints, comments and answers, to know when they came and
    who may be written to. Only cancel, back or no: the list again.

    Raises StaffOnly, OldButton, TextEmpty, TextTooLong.
    """
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    if wants_out(text):
        return await drop_marking(tx, world, person)
    named = await _named(tx, world, person, text)
    if named is not None:
        return named
    # A file has an apostrophe before words that a spreadsheet would take for a formula.
    words = check_text(text).strip().removeprefix("'")
    begun = person.draft(MARKING, "")
    if begun is None or "text" not in begun.data:
        return await _ask_kind(tx, world, person, await looked_up(tx, world, words))
    before = Asked(
        begun.data["text"],
        date.fromisoformat(begun.data["received"]),
        begun.data["contact"],
        found=bool(begun.data.get("found")),
    )
    return await _ask_kind(tx, world, person, await gone_on(tx, world, before, words))


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
    marked = await _marked_meanwhile(tx, world, draft)
    if marked is not None:
        await unfinished.end(tx, person, MARKING, about=draft.about)
        return replace(await show(tx, world, person, marked), was_first=True)

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


async def _marked_meanwhile(tx: Transaction, world: World, draft: Draft) -> int | None:
    """The number of the request that a colleague has marked this complaint, or these words, as
    since the officer was asked."""
    found = await complaints.complaint_numbered(tx, int(draft.about)) if draft.about else None
    if found is not None:
        marked = await marked_as(tx, world, found)
        return None if marked is None else marked.id
    same = await requests.open_with_words(tx, draft.data["text"])
    return None if same is None or same.id == draft.data.get("same") else same.id


async def show(tx: Transaction, world: World, person: Person, number: int) -> RequestShown:
    """One request. Reading it is audited. Raises StaffOnly, OldButton."""
    member = check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await numbered(tx, number)
    await note(tx, world, member, "read-request", found.reference)
    return await shown(tx, world, person, found)


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
        line=await line_of(tx, world, found),
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


async def _ask_kind(tx: Transaction, world: World, person: Person, asked: Asked) -> KindQuestion:
    data = {
        "text": asked.text,
        "received": asked.received.isoformat(),
        "contact": asked.contact,
        "found": asked.found,
    }
    same = None if asked.complaint else await requests.open_with_words(tx, asked.text)
    if same is not None:
        data["same"] = same.id  # they are asked although they know of it
    await unfinished.begin(tx, world, person, Draft(MARKING, data, about=asked.complaint))
    return KindQuestion(
        await readable(tx, world, person, asked.text),
        asked.received,
        found=asked.found,
        same=None if same is None else await line_of(tx, world, same),
    )


async def _asked(
    tx: Transaction, world: World, person: Person, draft: Draft
) -> WordsQuestion | KindQuestion:
    data = draft.data
    if "text" not in data:
        return WordsQuestion()
    words = await readable(tx, world, person, data["text"])
    received = date.fromisoformat(data["received"])
    same = await requests.request_numbered(tx, data["same"]) if "same" in data else None
    return KindQuestion(
        words,
        received,
        found=data.get("found", data["contact"] is not None),
        same=None if same is None else await line_of(tx, world, same),
    )


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
