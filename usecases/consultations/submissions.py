"""/submission: officers enter what came without the bot, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from content.schema.authored import local
from content.schema.consultation import Consultation
from content.schema.question import LARGEST_NUMBER, Days, Number
from content.typed_words import characters
from content.yes_and_no import wants_out
from engagement.consultations.reading import (
    LONGEST_SENDER,
    OTHER,
    SubmissionKind,
    TextKind,
    language_of,
    same_words,
)
from engagement.consultations.refusals import NameTooLong, NotADay, NotAWholeNumber
from engagement.consultations.survey import check_text
from engagement.consultations.typed_values import day_typed, number_typed
from engagement.errors import OldButton, StaffOnly
from engagement.people.personal_data import signs_of_personal_data
from storage.consultations import new_texts
from storage.consultations import submissions as store
from storage.consultations.new_texts import Group
from storage.consultations.submissions import Submission as Submission
from storage.conversation.drafts import Draft
from storage.operations import deployment
from storage.staff import members
from usecases.consultations.listing import number_for
from usecases.consultations.reading_access import check_reads, lists_of
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.world import Transaction, World

ENTERING = "submission"
"""The draft kind of an officer who is entering a submission."""
KINDS = (*SubmissionKind,)
"""In the order of their buttons."""
LONGEST_AGO = 3_653
"""Days: an older date is a slip."""


@dataclass(frozen=True, slots=True)
class WhichConsultation:
    """To which consultation is it?"""

    rows: tuple[tuple[int, Consultation], ...]


@dataclass(frozen=True, slots=True)
class HowItCame:
    """What is it: a letter, a petition?"""

    consultation: Consultation


@dataclass(frozen=True, slots=True)
class SubmissionStep:
    """The next thing to type: "sender", "received", "signatures" or "text"."""

    step: str
    kind: SubmissionKind


@dataclass(frozen=True, slots=True)
class SubmissionPreview:
    """Everything that was entered, before it is kept. ``same`` is a submission with the same words,
    with who entered it."""

    consultation: Consultation
    entered: Submission
    language: str
    languages: tuple[str, ...]
    signs: tuple[str, ...]
    same: tuple[Submission, str | None] | None = None


@dataclass(frozen=True, slots=True)
class SubmissionKept:
    """It is kept, and on the reading list."""

    entered: Submission
    consultation: Consultation


@dataclass(frozen=True, slots=True)
class SubmissionDropped:
    """Nothing was kept. ``same`` says that it had been entered before."""

    same: bool = False


Asked = WhichConsultation | HowItCame | SubmissionStep | SubmissionPreview


async def begin(tx: Transaction, world: World, person: Person) -> Asked:
    """/submission: go on with what was begun, or begin. Raises StaffOnly, ReadingForOfficers."""
    found = await lists_of(tx, world, person)
    draft = person.draft(ENTERING) or Draft(ENTERING)
    if not draft.data and len(found) == 1:
        draft = Draft(ENTERING, {"consultation": found[0].slug})
    return await _go_on(tx, world, person, draft.data)


async def choose_consultation(tx: Transaction, world: World, person: Person, code: int) -> Asked:
    """It is a submission to this consultation. Raises StaffOnly, ReadingForOfficers, OldButton."""
    slug = world.consultation_coded(code).consultation.slug
    await check_reads(tx, world, person, slug)
    draft = person.draft(ENTERING)
    return await _go_on(tx, world, person, {**(draft.data if draft else {}), "consultation": slug})


async def choose_kind(tx: Transaction, world: World, person: Person, place: int) -> Asked:
    """It came like this. Raises StaffOnly, ReadingForOfficers, OldButton."""
    data = await _data(tx, world, person)
    if place >= len(KINDS):
        raise OldButton
    kept = {key: value for key, value in data.items() if key != "signatures"}
    return await _go_on(tx, world, person, {**kept, "kind": KINDS[place].value})


async def received_today(tx: Transaction, world: World, person: Person) -> Asked:
    """It came today. Raises StaffOnly, ReadingForOfficers, OldButton."""
    data = await _data(tx, world, person)
    return await _go_on(tx, world, person, {**data, "received": _today(world).isoformat()})


async def say_summary(tx: Transaction, world: World, person: Person, *, is_summary: bool) -> Asked:
    """Its text is a summary, or isn't. Raises StaffOnly, ReadingForOfficers, OldButton."""
    data = await _data(tx, world, person)
    return await _go_on(tx, world, person, {**data, "summary": is_summary})


async def set_language(tx: Transaction, world: World, person: Person, place: int) -> Asked:
    """It is in this language. Raises StaffOnly, ReadingForOfficers, OldButton."""
    data = await _data(tx, world, person)
    offered = world.library.council.languages
    if place > len(offered):
        raise OldButton
    language = (*offered, OTHER)[place]
    return await _go_on(tx, world, person, {**data, "language": language})


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> Asked | SubmissionDropped:
    """Typed words: what is asked for next; under the preview, more of the text.

    Raises StaffOnly, ReadingForOfficers, OldButton, TextEmpty, TextTooLong, NameTooLong, NotADay,
    NoSuchDay, NotAWholeNumber, OutOfRange.
    """
    data = await _data(tx, world, person)
    step = _step(data)
    if wants_out(text):
        return await drop(tx, world, person)
    if step == "preview":
        return await _go_on(
            tx, world, person, {**data, "text": check_text(f"{data['text']}\n{text}")}
        )
    if step not in _TYPED:
        raise OldButton
    return await _go_on(tx, world, person, {**data, step: _TYPED[step](world, text)})


def _sender(world: World, text: str) -> str:
    name = " ".join(check_text(text).split())
    if characters(name) > LONGEST_SENDER:
        raise NameTooLong(most=LONGEST_SENDER)
    return name


def _received(world: World, text: str) -> str:
    today = _today(world)
    days = Days(earliest=date.fromordinal(today.toordinal() - LONGEST_AGO), latest=today)
    found = day_typed(days, text)
    if found is None:
        raise NotADay
    return found.isoformat()


def _signatures(world: World, text: str) -> int:
    found = number_typed(Number(lowest=1, highest=LARGEST_NUMBER), text)
    if found is None:
        raise NotAWholeNumber
    return found


def _text(world: World, text: str) -> str:
    return check_text(text)


_TYPED: Mapping[str, Any] = {
    "sender": _sender,
    "received": _received,
    "signatures": _signatures,
    "text": _text,
}


async def keep(
    tx: Transaction, world: World, person: Person
) -> SubmissionKept | SubmissionPreview | SubmissionDropped:
    """Keep what was shown: it is on the reading list at once, and counted apart from answers. Where
    a colleague has entered the same words meanwhile, that is shown first.

    Raises StaffOnly, ReadingForOfficers, OldButton.
    """
    data = await _data(tx, world, person)
    if _step(data) != "preview":
        raise OldButton
    member, consultation = await check_reads(tx, world, person, data["consultation"])
    same = await store.entered_before(tx, consultation.slug, same_words(data["text"]))
    if same is not None and data.get("same") != same.number:
        return await _preview(tx, world, person, {**data, "same": same.number})
    number, now = await number_for(tx, world), world.now()
    found = _entered(data, number=number, member=member.id, world=world)
    group = Group(number, "", TextKind.SUBMISSION, str(number), _language(data), is_changed=False)
    await new_texts.add_groups(tx, consultation.slug, [group], now)
    await store.add_submission(tx, found)
    await unfinished.end(tx, person, ENTERING)
    await deployment.note(
        tx,
        "entered-submission",
        staff_id=member.id,
        subject=consultation.slug,
        detail={"kind": found.kind.value},
        now=now,
    )
    return SubmissionKept(found, consultation)


async def drop(
    tx: Transaction, world: World, person: Person, *, same: bool = False
) -> SubmissionDropped:
    """Nothing is kept of what is being entered. Raises StaffOnly, ReadingForOfficers."""
    await lists_of(tx, world, person)
    await unfinished.end(tx, person, ENTERING)
    return SubmissionDropped(same)


async def asked_again(tx: Transaction, world: World, person: Person) -> Asked | None:
    """What an officer who is entering a submission was shown last; None if none is being entered,
    or it is another's to do by now."""
    draft = person.draft(ENTERING)
    if draft is None or person.staff is None:
        return None
    try:
        await _data(tx, world, person)
    except StaffOnly:
        return None
    return await _shown(tx, world, person, draft.data)


async def _data(tx: Transaction, world: World, person: Person) -> Mapping[str, Any]:
    """What was entered so far. Raises StaffOnly, ReadingForOfficers, OldButton."""
    await lists_of(tx, world, person)
    draft = person.draft(ENTERING)
    if draft is None:
        raise OldButton
    if "consultation" in draft.data:
        await check_reads(tx, world, person, draft.data["consultation"])
    return draft.data


async def _go_on(tx: Transaction, world: World, person: Person, data: Mapping[str, Any]) -> Asked:
    await unfinished.begin(tx, world, person, Draft(ENTERING, data))
    return await _shown(tx, world, person, data)


def _step(data: Mapping[str, Any]) -> str:
    """What is asked for next."""
    is_petition = data.get("kind") == SubmissionKind.PETITION
    wanted = ["consultation", "kind", "sender", "received"]
    wanted += ["signatures"] if is_petition else []
    return next((step for step in (*wanted, "text") if step not in data), "preview")


async def _shown(tx: Transaction, world: World, person: Person, data: Mapping[str, Any]) -> Asked:
    step = _step(data)
    if step == "consultation":
        codes = world.loaded.consultation_codes
        found = await lists_of(tx, world, person)
        return WhichConsultation(tuple((codes[one.slug], one) for one in found))
    if step == "kind":
        return HowItCame(world.consultation(data["consultation"]).consultation)
    if step != "preview":
        return SubmissionStep(step, SubmissionKind(data["kind"]))
    return await _preview(tx, world, person, data)


async def _preview(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any]
) -> SubmissionPreview:
    slug = data["consultation"]
    same = await store.entered_before(tx, slug, same_words(data["text"]))
    known = {**data, "same": None if same is None else same.number}
    await unfinished.begin(tx, world, person, Draft(ENTERING, known))
    return SubmissionPreview(
        consultation=world.consultation(slug).consultation,
        entered=_entered(data, number=0, member=0, world=world),
        language=_language(data),
        languages=(*world.library.council.languages, OTHER),
        signs=signs_of_personal_data([data["text"], data["sender"]]),
        same=None if same is None else (same, await members.label_of(tx, same.entered_by)),
    )


def _entered(data: Mapping[str, Any], *, number: int, member: int, world: World) -> Submission:
    return Submission(
        consultation=data["consultation"],
        kind=SubmissionKind(data["kind"]),
        sender=data["sender"],
        received_on=date.fromisoformat(data["received"]),
        signatures=data.get("signatures"),
        text=data["text"],
        is_summary=bool(data.get("summary")),
        same_words=same_words(data["text"]),
        number=number,
        entered_by=member,
        entered_at=world.now(),
    )


def _language(data: Mapping[str, Any]) -> str:
    return str(data.get("language") or language_of(data["text"]))


def _today(world: World) -> date:
    return local(world.now(), world.library.council.timezone).date()
