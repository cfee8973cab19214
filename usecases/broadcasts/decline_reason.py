"""Why a second person declined: asked once, and taken only in the minutes after that.

A message right after the reason goes on with it. Words that may be meant for it but come later, or
below something else, are passed on only after a yes. A command or any other button ends the asking.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from content.typed_words import ends_chat
from content.yes_and_no import wants_out
from engagement.consultations.survey import check_text
from engagement.errors import OldButton, StaffOnly
from engagement.insight.shown_numbers import ShownNumber
from storage.broadcasts.records import Broadcast
from storage.conversation import drafts
from storage.conversation.drafts import Draft
from usecases.broadcasts.audience_size import number_of
from usecases.broadcasts.declined import Declined, Named, declined_by, give_reason
from usecases.broadcasts.goes_out import GoesOut, when
from usecases.broadcasts.message import name_of_stored
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.world import Transaction, World

DECLINING = "why-declined"
"""The kind of draft of somebody who has just declined a message. It is about the message's code."""
LONGEST_REASON = 500
"""Characters of the reason for declining."""
TAKEN_WITHIN = timedelta(minutes=5)
"""Words written this soon after the question are the reason."""
IN_ONE_BREATH = timedelta(seconds=10)
"""Words written this soon after a reason are more of it."""
ASKED_WITHIN = timedelta(minutes=30)
"""Words written this soon after the question or the reason may be meant for it, and we ask. Later
ones are about something else."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The second person's decision, with the number of people if they approved a message.
    ``reason`` says whether they gave one for declining; None while they are asked. ``written`` is
    the reason as the author sees it: when they come back, if they are ``author_away``."""

    code: int
    name: Named
    people: ShownNumber | None
    said_yes: bool
    reason: bool | None = None
    written: str = ""
    author_away: bool = False
    goes_out: GoesOut = field(default_factory=GoesOut)


@dataclass(frozen=True, slots=True)
class ReasonOffer:
    """Is ``text`` why the message was declined? The author does not see it yet. ``more``: they have
    given a reason before."""

    code: int
    name: Named
    text: str
    more: bool


async def ask(tx: Transaction, world: World, person: Person, code: int) -> None:
    """Ask why this person has declined. What else they have begun is not touched."""
    await _keep(tx, world, person, code, {"asked": world.now().isoformat()})


def waits(world: World, draft: Draft) -> bool:
    """Whether the next words are the reason, or more of it."""
    if draft.kind != DECLINING or draft.data.get("late"):
        return False
    given = _moment(draft, "given")
    if given is not None:
        return world.now() - given <= IN_ONE_BREATH
    asked = _moment(draft, "asked")
    return asked is not None and world.now() - asked <= TAKEN_WITHIN


async def give(tx: Transaction, world: World, person: Person, code: int, text: str) -> Decided:
    """Why the second person declined, for the author; more of it, right after that. "No" or
    "cancel" alone gives none. Raises StaffOnly, OldButton, TextEmpty, TextTooLong."""
    draft = person.draft(DECLINING, str(code))
    if wants_out(text) and draft is not None and "given" not in draft.data:
        return await none(tx, world, person, code)
    return await _add(tx, world, person, code, text)


async def just_given(tx: Transaction, world: World, person: Person) -> str | None:
    """The reason given just now, or the words on offer, to which words would be added, or None."""
    for draft in person.drafts:
        if _may_be_meant(world, draft) and draft.data.get("late"):
            return str(draft.data["late"])
        if waits(world, draft) and "given" in draft.data:
            found = await _about(tx, world, person, draft)
            return found.reason if found is not None else None
    return None


async def offer(
    tx: Transaction, world: World, person: Person, text: str, *, below_request: bool = False
) -> ReasonOffer | None:
    """Words that nothing else waits for, too late to be the reason without a yes: asks whether they
    are. None if this person was not asked for one lately. Where they have given one, words below a
    newer request are for that. Raises TextTooLong."""
    draft = next((d for d in person.drafts if _may_be_meant(world, d)), None)
    if draft is None or person.staff is None or ends_chat(text) or wants_out(text):
        return None
    if below_request and draft.data.get("given"):
        return None
    found = await _about(tx, world, person, draft)
    if found is None:
        return None
    late = check_text(f"{draft.data.get('late', '')}\n{text}".strip(), most=LONGEST_REASON)
    await _keep(tx, world, person, int(draft.about), {**draft.data, "late": late})
    return ReasonOffer(int(draft.about), found.name, late, more=bool(draft.data.get("given")))


def may_be_meant(world: World, person: Person) -> bool:
    """Whether this person may still give a reason, at least after a yes."""
    return person.staff is not None and any(_may_be_meant(world, d) for d in person.drafts)


async def pass_on(tx: Transaction, world: World, person: Person, code: int) -> Decided:
    """The offered words are the reason, or more of it. Raises StaffOnly, OldButton, TextTooLong."""
    await declined_by(tx, world, person, code)
    draft = person.draft(DECLINING, str(code))
    if draft is None or not draft.data.get("late"):
        raise OldButton
    return await _add(tx, world, person, code, str(draft.data["late"]))


async def none(tx: Transaction, world: World, person: Person, code: int) -> Decided:
    """The second person gives no reason, or the words on offer are none. Raises StaffOnly,
    OldButton."""
    found = await declined_by(tx, world, person, code)
    await unfinished.end(tx, person, DECLINING, about=str(code))
    return _declined(found, code, found.reason)


async def leave(tx: Transaction, person: Person) -> Person:
    """Wait no longer for a reason: the person does something else."""
    await unfinished.end(tx, person, DECLINING)
    return replace(person, drafts=tuple(d for d in person.drafts if d.kind != DECLINING))


async def asked_again(
    tx: Transaction, world: World, person: Person, draft: Draft
) -> Decided | None:
    """The question why, where it is still open."""
    if not waits(world, draft) or "given" in draft.data:
        return None
    found = await _about(tx, world, person, draft)
    return _declined(found, int(draft.about), None) if found is not None else None


async def approved(tx: Transaction, world: World, found: Broadcast, code: int) -> Decided:
    """The approval of this broadcast."""
    name, people = await name_of_stored(tx, world, found), number_of(world, found)
    goes = await when(tx, world, found.kind, found.wards, found.consultation, found.poll)
    return Decided(code, name, people, said_yes=True, goes_out=goes)


async def just_declined(tx: Transaction, world: World, person: Person, code: int) -> Decided:
    """What this person has declined just now, with the question why. Raises StaffOnly,
    OldButton."""
    await ask(tx, world, person, code)
    return _declined(await declined_by(tx, world, person, code), code, None)


async def declined_before(
    tx: Transaction, world: World, person: Person, code: int
) -> Decided | None:
    """What this person themselves has declined, as they saw it last: their second tap changes
    nothing. None where they haven't. Raises StaffOnly."""
    try:
        found = await declined_by(tx, world, person, code)
    except OldButton:
        return None
    draft = person.draft(DECLINING, str(code))
    asked = draft is not None and waits(world, draft) and "given" not in draft.data
    return _declined(found, code, None if asked else found.reason)


async def _add(tx: Transaction, world: World, person: Person, code: int, text: str) -> Decided:
    found = await declined_by(tx, world, person, code)
    reason = check_text(f"{found.reason}\n{text}".strip(), most=LONGEST_REASON)
    await give_reason(tx, found, reason)
    await _keep(tx, world, person, code, {"given": world.now().isoformat()})
    return _declined(found, code, reason)


async def _about(tx: Transaction, world: World, person: Person, draft: Draft) -> Declined | None:
    """What the reason would be for; None where it isn't there any more, or isn't theirs."""
    try:
        return await declined_by(tx, world, person, int(draft.about))
    except (OldButton, StaffOnly):
        return None


def _declined(found: Declined, code: int, reason: str | None) -> Decided:
    has_reason = None if reason is None else bool(reason)
    return Decided(
        code,
        found.name,
        None,
        said_yes=False,
        reason=has_reason,
        written=reason or "",
        author_away=found.author_away,
    )


def _may_be_meant(world: World, draft: Draft) -> bool:
    since = _moment(draft, "given") or _moment(draft, "asked")
    return draft.kind == DECLINING and since is not None and world.now() - since <= ASKED_WITHIN


def _moment(draft: Draft, name: str) -> datetime | None:
    found = draft.data.get(name)
    return datetime.fromisoformat(found) if found else None


async def _keep(
    tx: Transaction, world: World, person: Person, code: int, data: dict[str, Any]
) -> None:
    if person.contact is not None:
        draft = Draft(DECLINING, data, about=str(code))
        await drafts.keep(tx, person.contact.id, draft, world.now())
