"""/complain: one question, then a dated receipt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from content.schema.authored import local
from content.typed_words import begins, ends_chat, gives_up, greets, keyed, move_in, said_alike
from content.words import language_named, languages_with_words
from content.yes_and_no import says_little, wants_out, yes_or_no
from engagement.consultations.shared_phone import ForOwner
from engagement.consultations.survey import check_text
from engagement.consultations.typed_numbers import has_only_digits, number_and_words
from engagement.errors import OldButton
from engagement.operations.deadlines import RequestKind, due_on
from engagement.operations.refusals import ComplaintStays
from storage.conversation.drafts import Draft
from storage.conversation.shown import shown_to
from storage.operations import complaints, deployment
from storage.operations.complaints import Complaint
from storage.people import leaving
from usecases.people import find_ward, unfinished
from usecases.people.identify import Person
from usecases.world import Transaction, World, under_a_free_code

COMPLAINING = "complaint"
"""The draft kind of somebody who was asked what went wrong, or who may add to what they wrote."""
_NEWEST = "newest"
_DOUBT = "doubt"
MORE_WITHIN = timedelta(minutes=2)
"""A message sent this soon after a complaint is more of it."""
SAME_WITHIN = timedelta(minutes=10)
"""The same words sent again this soon are the same complaint."""
TAKEN_BACK_WITHIN = timedelta(minutes=1)
"""How long its author can take a complaint back."""
_NOTHING = frozenset(keyed(w) for w in ("nothing", "none", "nic", "کچھ نہیں", "kuch nahi"))
LONGEST_CHOICE = 2
"""Signs of a number that is a choice: a longer one may be a telephone number."""


@dataclass(frozen=True, slots=True)
class ComplaintQuestion:
    """What went wrong?"""


@dataclass(frozen=True, slots=True)
class ComplaintDoubt:
    """Are these few words a complaint? They look like an answer to something else."""

    text: str


@dataclass(frozen=True, slots=True)
class ComplainElsewhere:
    """Without a link to the chat nobody could answer: where to complain instead."""


@dataclass(frozen=True, slots=True)
class ComplaintReceipt:
    """A complaint was stored. ``by`` is the last day for a person to say that they have it;
    ``added`` says that words were added to it, ``again`` that it was sent before, so that nothing
    was stored, ``stopped`` that no messages reach its author, ``leaving`` that this is so because
    they are to be forgotten."""

    id: int
    reference: str
    made_at: datetime
    by: date
    added: bool = False
    stopped: bool = False
    again: bool = False
    leaving: bool = False
    unclear: bool = False  # words below it spoke of taking it back


@dataclass(frozen=True, slots=True)
class ComplaintDropped:
    """They don't want to complain after all; nothing was kept. ``reference`` is that of a complaint
    which they have taken back."""

    reference: str = ""


async def ask(
    tx: Transaction, world: World, person: Person
) -> ComplaintQuestion | ComplainElsewhere:
    """Ask what went wrong. Raises ForOwner."""
    _check_owner(person)
    if person.contact is None:
        return ComplainElsewhere()
    await unfinished.begin(tx, world, person, Draft(COMPLAINING))
    return ComplaintQuestion()


async def ask_with_words(
    tx: Transaction, world: World, person: Person, text: str
) -> ComplaintReceipt | ComplaintDoubt | ComplainElsewhere | ComplaintDropped:
    """/complain with words after it: they are a new complaint. Raises TextEmpty, TextTooLong."""
    _check_owner(person)
    before = (draft for draft in person.drafts if draft.kind != COMPLAINING)
    return await type_here(tx, world, replace(person, drafts=(Draft(COMPLAINING), *before)), text)


def _check_owner(person: Person) -> None:
    """What came of a complaint is sent to the owner of the phone: they make it. Raises ForOwner."""
    if person.guest is not None:
        raise ForOwner


def waits(world: World, person: Person) -> bool:
    """Whether this person's next words are a complaint, or more of one."""
    draft = person.draft(COMPLAINING)
    if draft is None:
        return False
    until = draft.data.get("until")
    return until is None or world.now() <= datetime.fromisoformat(until)


def is_made(person: Person) -> bool:
    """Whether this person has just complained, so that words would be added."""
    draft = person.draft(COMPLAINING)
    return draft is not None and bool(draft.data.get("reference"))


def is_asked_about(person: Person) -> bool:
    """Whether this person was asked if a few words are their complaint."""
    draft = person.draft(COMPLAINING)
    return draft is not None and bool(draft.data.get(_DOUBT))


def to_take_back(person: Person) -> int | None:
    """The number of the complaint that this person has just made, or None."""
    made = person.draft(COMPLAINING)
    return made.data.get("id") if made is not None and is_made(person) else None


def newest_then(person: Person) -> int:
    """The newest of our messages in the chat when the complaint was made: the receipt came after
    it."""
    draft = person.draft(COMPLAINING)
    return 0 if draft is None else int(draft.data.get(_NEWEST, 0))


async def just_made(tx: Transaction, world: World, person: Person) -> str | None:
    """The complaint of this person to which words would be added now, or None."""
    draft = person.draft(COMPLAINING)
    if draft is None or not is_made(person) or not waits(world, person):
        return None
    made = await complaints.complaint(tx, draft.data["reference"])
    return None if made is None or made.closed_at is not None else made.text


def says_more(text: str) -> bool:
    """Whether words sent after a complaint may be more of it: not thanks, hello, yes or no, a
    number, a word that moves, or the name of a language."""
    return not (
        ends_chat(text)
        or greets(text)
        or gives_up(text)
        or yes_or_no(text) is not None
        or move_in(text) is not None
        or (has_only_digits(text) and len(text.strip()) <= LONGEST_CHOICE)
        or language_named(text, languages_with_words()) is not None
    )


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> ComplaintReceipt | ComplaintDoubt | ComplainElsewhere | ComplaintDropped:
    """Keep what they wrote, or add it to what they have just written. "No" alone is no complaint;
    whether a number, a greeting or a label is one is asked first.

    Raises TextEmpty, TextTooLong.
    """
    draft = person.draft(COMPLAINING)
    if person.contact is None or draft is None:
        return ComplainElsewhere()
    before = await _adds_to(tx, draft)
    if before is None and wants_out(text):
        return await drop(tx, person)
    doubt = draft.data.get(_DOUBT, "")
    if doubt and yes_or_no(text) is not None:
        return await _keep(tx, world, person, doubt) if yes_or_no(text) else await drop(tx, person)
    words = f"{doubt}\n{text}" if doubt else text
    if before is None and await _looks_like_an_answer(tx, world, person.contact.id, text):
        asked = Draft(COMPLAINING, {_DOUBT: check_text(words)})
        await unfinished.begin(tx, world, person, asked)
        return ComplaintDoubt(words)
    return await _keep(tx, world, person, words, before)


async def is_one(
    tx: Transaction, world: World, person: Person
) -> ComplaintReceipt | ComplainElsewhere:
    """Yes, the few words are a complaint. Raises OldButton."""
    draft = person.draft(COMPLAINING)
    doubt = "" if draft is None else draft.data.get(_DOUBT, "")
    if not doubt:
        raise OldButton
    return await _keep(tx, world, person, doubt)


async def take_back(tx: Transaction, world: World, person: Person, number: int) -> ComplaintDropped:
    """Take back the complaint just made: it is deleted. Raises OldButton, ComplaintStays where its
    minute is over or an officer deals with it."""
    made = await check_can_be_taken_back(tx, world, person, number)
    await complaints.drop_complaint(tx, made.id)
    now = world.now()
    await deployment.note(tx, "took-back-complaint", staff_id=None, subject=made.reference, now=now)
    await unfinished.end(tx, person, COMPLAINING)
    return ComplaintDropped(made.reference)


async def check_can_be_taken_back(
    tx: Transaction, world: World, person: Person, number: int
) -> Complaint:
    """The complaint that this person can still take back. Raises OldButton, ComplaintStays."""
    made, draft = await complaints.complaint_numbered(tx, number), person.draft(COMPLAINING)
    if made is None or person.contact is None or made.contact_id != person.contact.id:
        raise OldButton
    if draft is None or draft.data.get("reference") != made.reference:
        raise ComplaintStays(reference=made.reference)
    if not can_be_taken_back(world, draft) or made.acknowledged_at is not None:
        raise ComplaintStays(reference=made.reference)
    return made


def can_be_taken_back(world: World, draft: Draft) -> bool:
    """Whether this is a complaint that was made, or added to, only just now."""
    if draft.kind != COMPLAINING or "until" not in draft.data:
        return False
    until = draft.data["until"]
    last = datetime.fromisoformat(until) - MORE_WITHIN
    return world.now() <= last + TAKEN_BACK_WITHIN


async def _adds_to(tx: Transaction, draft: Draft) -> Complaint | None:
    """The complaint that words are added to; none whose author knows what came of it."""
    known = draft.data.get("reference")
    before = await complaints.complaint(tx, known) if known else None
    return None if before is None or before.closed_at is not None else before


async def _looks_like_an_answer(tx: Transaction, world: World, contact_id: int, text: str) -> bool:
    """Whether a message is only a number, a postcode, a greeting, a word that moves, or the label
    of a button that this person sees, or its beginning."""
    if says_little(text) or not says_more(text) or keyed(text) in _NOTHING:
        return True
    if find_ward.is_only_a_postcode(world, text):
        return True
    labels = [label for one in await shown_to(tx, contact_id) for label in one.buttons]
    labels += [numbered[1] for label in labels if (numbered := number_and_words(label))]
    return any(said_alike(text, label) or begins(text, label) for label in labels)


async def _keep(
    tx: Transaction, world: World, person: Person, text: str, before: Complaint | None = None
) -> ComplaintReceipt | ComplainElsewhere:
    """Store a complaint, or what is added to the one made ``before``."""
    if person.contact is None:
        return ComplainElsewhere()
    # The thirty days count from when it was sent, not from when it was handled.
    now = world.now()
    said_at = min(person.said_at or now, now)
    same = await _made_before(tx, person.contact.id, text, said_at)
    if same is not None:
        kept = same
    elif before is not None:
        await complaints.add_words(tx, before.id, check_text(f"{before.text}\n{text}"))
        kept = before
    else:
        kept = await _add(tx, world, person.contact.id, check_text(text), said_at)
    data = {
        "reference": kept.reference,
        "id": kept.id,
        "until": (now + MORE_WITHIN).isoformat(),
        _NEWEST: max((s.message_id for s in await shown_to(tx, person.contact.id)), default=0),
    }
    await unfinished.begin(tx, world, person, Draft(COMPLAINING, data))
    receipt = await _receipt(tx, world, person, kept)
    added = same is None and before is not None
    return replace(receipt, added=added, again=same is not None)


async def _receipt(
    tx: Transaction, world: World, person: Person, kept: Complaint
) -> ComplaintReceipt:
    contact_id = kept.contact_id or 0
    return ComplaintReceipt(
        kept.id,
        kept.reference,
        kept.made_at,
        acknowledge_by(world, kept.made_at),
        stopped=person.has_stopped,
        leaving=await leaving.leaving_of(tx, contact_id) is not None,
    )


async def show_again(
    tx: Transaction, world: World, person: Person, *, unclear: bool = False
) -> ComplaintQuestion | ComplaintDoubt | ComplaintReceipt:
    """What somebody who is complaining was shown last."""
    draft = person.draft(COMPLAINING)
    reference = draft.data.get("reference") if draft is not None else None
    kept = await complaints.complaint(tx, reference) if reference else None
    if kept is not None:
        return replace(await _receipt(tx, world, person, kept), unclear=unclear)
    doubt = draft.data.get(_DOUBT, "") if draft is not None else ""
    return ComplaintDoubt(doubt) if doubt else ComplaintQuestion()


async def drop(tx: Transaction, person: Person) -> ComplaintDropped:
    """They don't want to complain after all."""
    await unfinished.end(tx, person, COMPLAINING)
    return ComplaintDropped()


def acknowledge_by(world: World, made_at: datetime) -> date:
    """The last day for a person to say that they have a complaint made at ``made_at``."""
    received = local(made_at, world.library.council.timezone).date()
    return due_on(RequestKind.COMPLAINT, received) or received


async def _made_before(
    tx: Transaction, contact_id: int, text: str, now: datetime
) -> Complaint | None:
    """The complaint that this person sent in the same words just now, if nothing has come of it."""
    return next(
        (
            one
            for one in await complaints.open_complaints(tx, contact_id)
            if abs(now - one.made_at) <= SAME_WITHIN
            and (said_alike(one.text, text) or said_alike(one.text.splitlines()[-1], text))
        ),
        None,
    )


async def _add(
    tx: Transaction, world: World, contact_id: int, text: str, said_at: datetime
) -> Complaint:
    async def keep(code: str) -> Complaint | None:
        reference = f"C-{code}"
        added = await complaints.add_complaint(
            tx, reference=reference, contact_id=contact_id, text=text, now=said_at
        )
        return await complaints.complaint(tx, reference) if added else None

    return await under_a_free_code(world, keep)
