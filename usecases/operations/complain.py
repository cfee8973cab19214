"""/complain: one question, then a dated receipt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from content.schema.authored import local
from content.typed_words import ends_chat, gives_up, move_in, said_alike, wants_out, yes_or_no
from content.words import language_named, languages_with_words
from engagement.consultations.survey import check_text
from engagement.consultations.typed_numbers import has_only_digits
from engagement.operations.deadlines import RequestKind, due_on
from storage.conversation.drafts import Draft
from storage.conversation.shown import shown_to
from storage.operations import complaints
from storage.operations.complaints import Complaint
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.world import Transaction, World, under_a_free_code

COMPLAINING = "complaint"
"""The draft kind of somebody who was asked what went wrong, or who may add to what they wrote."""
_NEWEST = "newest"
MORE_WITHIN = timedelta(minutes=2)
"""A message sent this soon after a complaint is more of it."""
SAME_WITHIN = timedelta(minutes=10)
"""The same words sent again this soon are the same complaint."""
LONGEST_CHOICE = 2
"""Signs of a number that is a choice: a longer one may be a telephone number."""


@dataclass(frozen=True, slots=True)
class ComplaintQuestion:
    """What went wrong?"""


@dataclass(frozen=True, slots=True)
class ComplainElsewhere:
    """Without a link to the chat nobody could answer: where to complain instead."""


@dataclass(frozen=True, slots=True)
class ComplaintReceipt:
    """A complaint was stored. ``by`` is the last day for a person to say that they have it;
    ``added`` says that words were added to it, ``again`` that it was sent before, so that nothing
    was stored, ``stopped`` that no messages reach its author."""

    reference: str
    made_at: datetime
    by: date
    added: bool = False
    stopped: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class ComplaintDropped:
    """They don't want to complain after all; nothing was kept."""


async def ask(
    tx: Transaction, world: World, person: Person
) -> ComplaintQuestion | ComplainElsewhere:
    """Ask what went wrong."""
    if person.contact is None:
        return ComplainElsewhere()
    await unfinished.begin(tx, world, person, Draft(COMPLAINING))
    return ComplaintQuestion()


async def ask_with_words(
    tx: Transaction, world: World, person: Person, text: str
) -> ComplaintReceipt | ComplainElsewhere | ComplaintDropped:
    """/complain with words after it: they are a new complaint. Raises TextEmpty, TextTooLong."""
    before = (draft for draft in person.drafts if draft.kind != COMPLAINING)
    return await type_here(tx, world, replace(person, drafts=(Draft(COMPLAINING), *before)), text)


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
    """Whether words sent after a complaint may be more of it: not thanks, yes or no, a number, a
    word that moves, or the name of a language."""
    return not (
        ends_chat(text)
        or gives_up(text)
        or yes_or_no(text) is not None
        or move_in(text) is not None
        or (has_only_digits(text) and len(text.strip()) <= LONGEST_CHOICE)
        or language_named(text, languages_with_words()) is not None
    )


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> ComplaintReceipt | ComplainElsewhere | ComplaintDropped:
    """Keep what they wrote, or add it to what they have just written. "No" alone is no complaint.

    Raises TextEmpty, TextTooLong.
    """
    draft = person.draft(COMPLAINING)
    if person.contact is None or draft is None:
        return ComplainElsewhere()
    now, known = world.now(), draft.data.get("reference")
    before = await complaints.complaint(tx, known) if known else None
    if before is not None and before.closed_at is not None:
        before = None  # its author was told what came of it: this is another
    if before is None and wants_out(text):
        return await drop(tx, person)
    same = await _made_before(tx, person.contact.id, text, now)
    if same is not None:
        reference, made_at = same.reference, same.made_at
    elif before is not None:
        await complaints.add_words(tx, before.id, check_text(f"{before.text}\n{text}"))
        reference, made_at = before.reference, before.made_at
    else:
        reference, made_at = await _add(tx, world, person.contact.id, check_text(text)), now
    data = {
        "reference": reference,
        "until": (now + MORE_WITHIN).isoformat(),
        _NEWEST: max((s.message_id for s in await shown_to(tx, person.contact.id)), default=0),
    }
    await unfinished.begin(tx, world, person, Draft(COMPLAINING, data))
    by = acknowledge_by(world, made_at)
    stopped = person.has_stopped
    again, added = same is not None, same is None and before is not None
    return ComplaintReceipt(reference, made_at, by, added=added, stopped=stopped, again=again)


async def show_again(
    tx: Transaction, world: World, person: Person
) -> ComplaintQuestion | ComplaintReceipt:
    """What somebody who is complaining was shown last."""
    draft = person.draft(COMPLAINING)
    reference = draft.data.get("reference") if draft is not None else None
    kept = await complaints.complaint(tx, reference) if reference else None
    if kept is None:
        return ComplaintQuestion()
    by = acknowledge_by(world, kept.made_at)
    stopped = person.has_stopped
    return ComplaintReceipt(kept.reference, kept.made_at, by, stopped=stopped)


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
            if now - one.made_at <= SAME_WITHIN
            and (said_alike(one.text, text) or said_alike(one.text.splitlines()[-1], text))
        ),
        None,
    )


async def _add(tx: Transaction, world: World, contact_id: int, text: str) -> str:
    async def keep(code: str) -> str:
        reference, now = f"C-{code}", world.now()
        added = await complaints.add_complaint(
            tx, reference=reference, contact_id=contact_id, text=text, now=now
        )
        return reference if added else ""

    return await under_a_free_code(world, keep)
