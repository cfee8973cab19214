"""/complaints: officers acknowledge complaints and record what came of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.yes_and_no import wants_out
from engagement.consultations.survey import check_text
from engagement.errors import NoSuchReference, OldButton
from engagement.operations.references import is_reference, reference_in
from engagement.people.personal_data import signs_of_personal_data
from engagement.staff.rights import MAY_HANDLE_COMPLAINTS, StaffMember, check_everywhere, may_handle
from storage.conversation.drafts import Draft
from storage.operations import complaints, deployment
from storage.operations.complaints import Complaint
from storage.operations.requests import request_named
from storage.staff import members
from usecases.operations import requests
from usecases.operations.complaint_lines import ComplaintLine as ComplaintLine
from usecases.operations.complaint_lines import line_of as line_of
from usecases.operations.complaint_lines import reached
from usecases.operations.desk_pages import page_of
from usecases.operations.requests import RequestLine, RequestShown
from usecases.operations.words_kept_back import readable
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.world import Transaction, World

OUTCOME = "complaint-outcome"
"""The draft kind of an officer who is writing what came of a complaint."""


@dataclass(frozen=True, slots=True)
class ComplaintList:
    """A page of the open complaints: first those that nobody has acknowledged, the oldest
    first."""

    lines: tuple[ComplaintLine, ...]
    page: int = 0
    pages: int = 1


@dataclass(frozen=True, slots=True)
class ComplaintShown:
    """One complaint with its words, None if they are kept for the people named for words of danger.
    ``signs`` are signs of personal data in them; ``writable`` is false where its author has been
    forgotten and cannot be written to."""

    line: ComplaintLine
    text: str | None
    signs: tuple[str, ...]
    writable: bool
    closed: bool = False
    outcome: str | None = None  # None too if it is kept for the people named
    told: bool = False  # of the outcome
    just_acknowledged: bool = False
    reached: bool = True  # messages reach its author, as far as we know
    request: RequestLine | None = None  # that it was marked as


@dataclass(frozen=True, slots=True)
class OutcomeQuestion:
    """What came of it?"""

    id: int
    reference: str


@dataclass(frozen=True, slots=True)
class OutcomePreview:
    """What will be sent to the person who complained, before it is."""

    id: int
    reference: str
    text: str
    writable: bool


@dataclass(frozen=True, slots=True)
class OutcomeKept:
    """The outcome was recorded; it is sent if its author can be written to, and once messages
    reach them. ``request`` is the reference of the request that is still open about it."""

    id: int
    reference: str
    writable: bool
    reached: bool = True
    request: str = ""


@dataclass(frozen=True, slots=True)
class ComplaintDone:
    """Somebody was first: they have acknowledged a complaint or, with ``closed``, recorded what
    came of it. ``text`` is what this officer has written about it, which is sent to nobody."""

    id: int
    reference: str
    who: str | None
    closed: bool
    text: str = ""


async def show_open(tx: Transaction, world: World, person: Person, page: int = 0) -> ComplaintList:
    """A page of the open complaints. Raises StaffOnly."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = [line_of(world, one) for one in await complaints.open_complaints(tx)]
    found.sort(key=lambda one: one.acknowledged)
    return ComplaintList(*page_of(found, page))


async def show_if_named(
    tx: Transaction, world: World, person: Person, text: str
) -> ComplaintShown | RequestShown | None:
    """The complaint, or the request, whose reference is the whole of ``text``; None where it is
    something else, or not for this person. Raises NoSuchReference."""
    staff = person.staff
    if staff is None or not may_handle(staff) or not is_reference(text):
        return None
    return await show_named(tx, world, person, text)


async def show(tx: Transaction, world: World, person: Person, number: int) -> ComplaintShown:
    """One complaint. Reading it is audited. Raises StaffOnly, OldButton."""
    member = check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await _numbered(tx, number)
    await _note(tx, world, member, "read-complaint", found)
    return await _shown(tx, world, person, found)


async def show_named(
    tx: Transaction, world: World, person: Person, name: str
) -> ComplaintShown | RequestShown:
    """The complaint, or the request, with a typed reference. Raises StaffOnly, NoSuchReference."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    reference = reference_in(name)
    request = await request_named(tx, reference)
    if request is not None:
        return await requests.show(tx, world, person, request.id)
    found = await complaints.complaint(tx, reference)
    if found is None:
        raise NoSuchReference
    return await show(tx, world, person, found.id)


async def acknowledge(
    tx: Transaction, world: World, person: Person, number: int
) -> ComplaintShown | ComplaintDone:
    """Say that a person has read it: its author gets that. It is shown again, which is audited as
    well; where a colleague was first, only that is said. Raises StaffOnly, OldButton."""
    member = check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await _numbered(tx, number)
    if found.acknowledged_by not in (None, member.id):
        return await _done(tx, found)
    if found.acknowledged_at is None:
        now = world.now()
        await complaints.change(tx, found.id, acknowledged_at=now, acknowledged_by=member.id)
        await _note(tx, world, member, "acknowledged-complaint", found)
    await _note(tx, world, member, "read-complaint", found)
    kept = await _numbered(tx, number)
    return await _shown(tx, world, person, kept, just_acknowledged=True)


async def ask_outcome(
    tx: Transaction, world: World, person: Person, number: int
) -> OutcomeQuestion | OutcomePreview | ComplaintDone:
    """Ask what came of it; show it where it is written already. Raises StaffOnly, OldButton."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found = await _numbered(tx, number)
    if found.closed_at is not None:
        return await _closed_before(tx, person, found)
    begun = person.draft(OUTCOME, str(number)) or _outcome_draft(number)
    await unfinished.begin(tx, world, person, begun)
    return _asked(found, begun)


async def change_outcome(
    tx: Transaction, world: World, person: Person, number: int
) -> OutcomeQuestion | ComplaintDone:
    """Ask for another text; the one that was shown stays until it comes. Raises StaffOnly,
    OldButton."""
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    begun, found = person.draft(OUTCOME, str(number)), await _numbered(tx, number)
    if found.closed_at is not None:
        return await _closed_before(tx, person, found)
    if begun is None:
        raise OldButton
    anew = replace(begun, data={**begun.data, "anew": True})
    await unfinished.begin(tx, world, person, anew)
    return OutcomeQuestion(found.id, found.reference)


async def type_outcome(
    tx: Transaction, world: World, person: Person, text: str
) -> OutcomeQuestion | OutcomePreview | ComplaintList | ComplaintDone:
    """Show what will be sent; the list if they only say that they don't want to write it.

    Raises StaffOnly, OldButton, TextEmpty, TextTooLong.
    """
    check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    if wants_out(text):
        return await drop_outcome(tx, world, person)
    begun = person.draft(OUTCOME)
    if begun is None:
        raise OldButton
    found = await _numbered(tx, begun.data["id"])
    if found.closed_at is not None:
        return await _closed_before(tx, person, found, typed=text)
    before = begun.data.get("text")
    if before and not begun.data.get("anew"):
        text = f"{before}\n{text}"  # a second message: the first is not dropped for it
    draft = _outcome_draft(found.id, check_text(text))
    await unfinished.begin(tx, world, person, draft)
    return _asked(found, draft)


async def drop_outcome(tx: Transaction, world: World, person: Person) -> ComplaintList:
    """The outcome used last is not written after all: the list again. Raises StaffOnly."""
    draft = person.draft(OUTCOME)
    if draft is not None:
        await unfinished.end(tx, person, OUTCOME, about=draft.about)
    return await show_open(tx, world, person)


async def outcome_again(tx: Transaction, person: Person) -> OutcomeQuestion | OutcomePreview | None:
    """What an officer who is writing an outcome was shown last; None if none is being written."""
    draft, staff = person.draft(OUTCOME), person.staff
    if draft is None or staff is None or not may_handle(staff):
        return None
    found = await complaints.complaint_numbered(tx, draft.data["id"])
    if found is None or found.closed_at is not None:
        return None
    return _asked(found, draft)


async def keep_outcome(
    tx: Transaction, world: World, person: Person, number: int
) -> OutcomeKept | ComplaintDone:
    """Record the outcome that was just shown, and close the complaint; its author gets it. Where
    somebody has closed it already, the words that were shown are given back.

    Raises StaffOnly, OldButton.
    """
    member = check_everywhere(person.staff, MAY_HANDLE_COMPLAINTS)
    found, draft = await _numbered(tx, number), person.draft(OUTCOME, str(number))
    if found.closed_at is not None:
        return await _closed_before(tx, person, found)
    text = None if draft is None else draft.data.get("text")
    if text is None or person.contact is None:
        raise OldButton
    now = world.now()
    changed = {"outcome": text, "closed_at": now, "closed_by": member.id}
    if found.acknowledged_at is None:
        # The outcome acknowledges it too.
        changed |= {"acknowledged_at": now, "acknowledged_by": member.id}
        changed |= {"acknowledgement_sent_at": now}
    await complaints.change(tx, number, **changed)
    await unfinished.end(tx, person, OUTCOME, about=str(number))
    await _note(tx, world, member, "closed-complaint", found)
    marked = await requests.marked_as(tx, world, found)
    still = marked is not None and not marked.answered
    return OutcomeKept(
        found.id,
        found.reference,
        found.contact_id is not None,
        reached=await reached(tx, found),
        request=marked.reference if marked is not None and still else "",
    )


async def done_by(tx: Transaction, number: int) -> ComplaintDone | None:
    """What was done about the complaint last, for officers who still see it as it was; None if it
    is gone, or nothing was done."""
    found = await complaints.complaint_numbered(tx, number)
    return None if found is None or found.acknowledged_at is None else await _done(tx, found)


async def _closed_before(
    tx: Transaction, person: Person, found: Complaint, typed: str = ""
) -> ComplaintDone:
    """Somebody has recorded what came of it: what this officer wrote is given back."""
    draft = person.draft(OUTCOME, str(found.id))
    written = "" if draft is None else str(draft.data.get("text") or "")
    await unfinished.end(tx, person, OUTCOME, about=str(found.id))
    return replace(await _done(tx, found), text=typed or written)


async def _done(tx: Transaction, found: Complaint) -> ComplaintDone:
    closed = found.closed_at is not None
    by = found.closed_by if closed else found.acknowledged_by
    who = None if by is None else await members.label_of(tx, by)
    return ComplaintDone(found.id, found.reference, who, closed)


def _outcome_draft(number: int, text: str | None = None) -> Draft:
    written = {} if text is None else {"text": text}
    return Draft(OUTCOME, {"id": number, **written}, about=str(number))


def _asked(found: Complaint, draft: Draft) -> OutcomeQuestion | OutcomePreview:
    text = draft.data.get("text")
    if text is None:
        return OutcomeQuestion(found.id, found.reference)
    return OutcomePreview(found.id, found.reference, text, found.contact_id is not None)


async def _shown(
    tx: Transaction,
    world: World,
    person: Person,
    found: Complaint,
    *,
    just_acknowledged: bool = False,
) -> ComplaintShown:
    words = await readable(tx, world, person, found.text)
    return ComplaintShown(
        line=line_of(world, found),
        text=words,
        signs=() if words is None else signs_of_personal_data([words]),
        writable=found.contact_id is not None,
        outcome=await _readable_outcome(tx, world, person, found),
        closed=found.closed_at is not None,
        told=found.outcome_sent_at is not None,
        just_acknowledged=just_acknowledged,
        reached=await reached(tx, found),
        request=await requests.marked_as(tx, world, found),
    )


async def _readable_outcome(
    tx: Transaction, world: World, person: Person, found: Complaint
) -> str | None:
    return None if found.outcome is None else await readable(tx, world, person, found.outcome)


async def _numbered(tx: Transaction, number: int) -> Complaint:
    found = await complaints.complaint_numbered(tx, number)
    if found is None:
        raise OldButton
    return found


async def _note(
    tx: Transaction, world: World, member: StaffMember, act: str, found: Complaint
) -> None:
    now = world.now()
    await deployment.note(tx, act, staff_id=member.id, subject=found.reference, now=now)
