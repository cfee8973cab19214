"""/submission: officers enter what came without the bot, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from content.schema.authored import local
from content.schema.consultation import Consultation
from engagement.consultations.reading import (
    OTHER,
    SubmissionKind,
    TextKind,
    language_of,
    same_words,
)
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
STEPS = ("consultation", "kind", "sender", "received", "signatures", "text")
"""What is asked for, in this order. Buttons carry the place in this list."""
AGAIN, CHANGE = "again", "change"
"""What a draft calls the step that is asked for again, and the step that asks which."""


@dataclass(frozen=True, slots=True)
class WhichConsultation:
    """To which consultation is it? ``unclear``: what was typed is none of them."""

    rows: tuple[tuple[int, Consultation], ...]
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class HowItCame:
    """What is it: a letter, a petition? ``unclear``: what was typed is none of these."""

    consultation: Consultation
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class SubmissionStep:
    """The next thing to type: "sender", "received", "signatures" or "text"; ``entered`` is what was
    typed before, where that is asked for again."""

    step: str
    kind: SubmissionKind
    entered: str = ""


@dataclass(frozen=True, slots=True)
class ChangeWhat:
    """What is wrong: which of these ``steps``? Each is in ``STEPS``."""

    steps: tuple[str, ...]


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


Asked = WhichConsultation | HowItCame | SubmissionStep | ChangeWhat | SubmissionPreview


async def begin(tx: Transaction, world: World, person: Person) -> Asked:
    """/submission: go on with what was begun, or begin. Raises StaffOnly, ReadingForOfficers."""
    found = await lists_of(tx, world, person)
    draft = person.draft(ENTERING) or Draft(ENTERING)
    if not draft.data and len(found) == 1:
        draft = Draft(ENTERING, {"consultation": found[0].slug})
    return await go_on(tx, world, person, draft.data)


async def choose_consultation(tx: Transaction, world: World, person: Person, code: int) -> Asked:
    """It is a submission to this consultation. Raises StaffOnly, ReadingForOfficers, OldButton."""
    slug = world.consultation_coded(code).consultation.slug
    await check_reads(tx, world, person, slug)
    draft = person.draft(ENTERING)
    return await go_on(tx, world, person, {**(draft.data if draft else {}), "consultation": slug})


async def choose_kind(tx: Transaction, world: World, person: Person, place: int) -> Asked:
    """It came like this. Raises StaffOnly, ReadingForOfficers, OldButton."""
    data = await data_of(tx, world, person)
    if place >= len(KINDS):
        raise OldButton
    kept = {key: value for key, value in data.items() if key != "signatures"}
    return await go_on(tx, world, person, {**kept, "kind": KINDS[place].value})


async def received_today(tx: Transaction, world: World, person: Person) -> Asked:
    """It came today. Raises StaffOnly, ReadingForOfficers, OldButton."""
    data = await data_of(tx, world, person)
    return await go_on(tx, world, person, {**data, "received": today(world).isoformat()})


async def say_summary(tx: Transaction, world: World, person: Person, *, is_summary: bool) -> Asked:
    """Its text is a summary, or isn't. Raises StaffOnly, ReadingForOfficers, OldButton."""
    data = await data_of(tx, world, person)
    return await go_on(tx, world, person, {**data, "summary": is_summary})


async def set_language(tx: Transaction, world: World, person: Person, place: int) -> Asked:
    """It is in this language. Raises StaffOnly, ReadingForOfficers, OldButton."""
    data = await data_of(tx, world, person)
    offered = world.library.council.languages
    if place > len(offered):
        raise OldButton
    language = (*offered, OTHER)[place]
    return await go_on(tx, world, person, {**data, "language": language})


async def ask_change(tx: Transaction, world: World, person: Person) -> Asked:
    """Ask what is wrong; everything that was entered is kept. Raises StaffOnly,
    ReadingForOfficers, OldButton."""
    data = await data_of(tx, world, person)
    if any(step not in data for step in steps_of(data)):
        raise OldButton
    return await go_on(tx, world, person, data, again=CHANGE)


async def change(tx: Transaction, world: World, person: Person, place: int) -> Asked:
    """Ask for one thing again. Raises StaffOnly, ReadingForOfficers, OldButton."""
    data = await data_of(tx, world, person)
    if place >= len(STEPS) or STEPS[place] not in data or STEPS[place] not in steps_of(data):
        raise OldButton
    return await go_on(tx, world, person, data, again=STEPS[place])


async def back(tx: Transaction, world: World, person: Person) -> Asked | SubmissionDropped:
    """Ask for the thing before again; from the choice of what is wrong, back to the preview. Only
    the first question is left, where nothing was entered. Raises StaffOnly, ReadingForOfficers,
    OldButton."""
    data = await data_of(tx, world, person)
    at, steps = step_of(data), steps_of(data)
    if at == CHANGE:
        return await go_on(tx, world, person, data)
    if len(await lists_of(tx, world, person)) == 1:
        steps.remove("consultation")
    before = steps[: steps.index(at)] if at in steps else steps
    if before:
        return await go_on(tx, world, person, data, again=before[-1])
    if unfinished.holds_words(Draft(ENTERING, data)):
        return await go_on(tx, world, person, data, again=CHANGE)
    return await drop(tx, world, person)


async def keep(
    tx: Transaction, world: World, person: Person
) -> SubmissionKept | SubmissionPreview | SubmissionDropped:
    """Keep what was shown: it is on the reading list at once, and counted apart from answers. Where
    a colleague has entered the same words meanwhile, that is shown first.

    Raises StaffOnly, ReadingForOfficers, OldButton.
    """
    data = await data_of(tx, world, person)
    if step_of(data) != "preview":
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
        await data_of(tx, world, person)
    except StaffOnly:
        return None
    return await shown_of(tx, world, person, draft.data)


async def data_of(tx: Transaction, world: World, person: Person) -> Mapping[str, Any]:
    """What was entered so far. Raises StaffOnly, ReadingForOfficers, OldButton."""
    await lists_of(tx, world, person)
    draft = person.draft(ENTERING)
    if draft is None:
        raise OldButton
    if "consultation" in draft.data:
        await check_reads(tx, world, person, draft.data["consultation"])
    return draft.data


async def go_on(
    tx: Transaction,
    world: World,
    person: Person,
    data: Mapping[str, Any],
    *,
    again: str | None = None,
) -> Asked:
    """Keep what was entered, and ask for what is missing, or for one step ``again``."""
    data = {**{key: value for key, value in data.items() if key != AGAIN}}
    if again is not None:
        data[AGAIN] = again
    await unfinished.begin(tx, world, person, Draft(ENTERING, data))
    return await shown_of(tx, world, person, data)


def step_of(data: Mapping[str, Any]) -> str:
    """What is asked for: a step, CHANGE, or the preview."""
    missing = next((step for step in steps_of(data) if step not in data), "preview")
    return str(data.get(AGAIN) or missing)


def steps_of(data: Mapping[str, Any]) -> list[str]:
    """The steps of this submission: only petitions are signed."""
    is_petition = data.get("kind") == SubmissionKind.PETITION
    return [step for step in STEPS if is_petition or step != "signatures"]


async def shown_of(tx: Transaction, world: World, person: Person, data: Mapping[str, Any]) -> Asked:
    step = step_of(data)
    if step == "consultation":
        codes = world.loaded.consultation_codes
        found = await lists_of(tx, world, person)
        return WhichConsultation(tuple((codes[one.slug], one) for one in found))
    if step == "kind":
        return HowItCame(world.consultation(data["consultation"]).consultation)
    if step == CHANGE:
        several = len(await lists_of(tx, world, person)) > 1
        return ChangeWhat(tuple(s for s in steps_of(data) if several or s != "consultation"))
    if step != "preview":
        entered = str(data.get(step, ""))
        return SubmissionStep(step, SubmissionKind(data["kind"]), entered)
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


def today(world: World) -> date:
    return local(world.now(), world.library.council.timezone).date()
