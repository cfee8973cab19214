"""Closing a safety alert with what was done, which the person sees once more before it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from content.asked_in_words import asks_to_cancel
from content.typed_words import BACK, move_in
from content.yes_and_no import yes_or_no
from engagement.consultations.survey import check_text
from engagement.errors import OldButton
from engagement.operations.safety_alerts import is_about_it
from storage.conversation import drafts
from storage.conversation.drafts import Draft
from storage.operations import deployment
from storage.operations import safety_alerts as store
from storage.staff import members
from usecases.operations.safety_alerts import SafetyAlert, check, closer, found
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.world import Transaction, World

CLOSING = "closing-alert"
"""The kind of draft that waits for what was done about an alert."""
LONGEST_DONE = 2000


@dataclass(frozen=True, slots=True)
class DoneQuestion:
    """What was done about this alert?"""

    alert: SafetyAlert


@dataclass(frozen=True, slots=True)
class CloseQuestion:
    """Is this what was done about the alert?"""

    alert: SafetyAlert
    done: str


@dataclass(frozen=True, slots=True)
class ClosedAlert:
    """The alert is closed. ``before``: a colleague had closed it, and what this person wrote was
    added to what was done."""

    alert: SafetyAlert
    before: str = ""


@dataclass(frozen=True, slots=True)
class ClosedBefore:
    """Somebody has closed the alert already: nothing was changed. ``done`` is what this person has
    written, which they may add."""

    alert: SafetyAlert
    who: str | None
    done: str = ""


@dataclass(frozen=True, slots=True)
class ClosedElsewhere:
    """A colleague has closed the alert that this person still sees as open."""

    alert: SafetyAlert
    who: str | None


@dataclass(frozen=True, slots=True)
class NotClosed:
    """The person does not close the alert now."""

    alert: SafetyAlert


async def ask(
    tx: Transaction, world: World, person: Person, which: str | int
) -> DoneQuestion | CloseQuestion | ClosedBefore:
    """Ask what was done; the next message says it. Where that is written already, ask whether it
    closes the alert. Raises NotForSafeguarding, NoSuchAlert, OldButton."""
    await check(tx, world, person)
    alert = await found(tx, which)
    begun = person.draft(CLOSING, str(alert.id))
    done = "" if begun is None else str(begun.data.get("done", ""))
    if alert.closed_at is not None:
        return await _closed_before(tx, world, person, alert, done)
    await _keep(tx, world, person, alert.id, done)
    return CloseQuestion(alert, done) if done else DoneQuestion(alert)


def waits(draft: Draft) -> bool:
    """Whether this draft waits for what was done: as long as it is kept, unless the person does
    something else. What they write is shown before it closes anything."""
    return draft.kind == CLOSING and isinstance(draft.data.get("asked"), str)


def shown_at(person: Person, number: int) -> datetime | None:
    """When this person was last asked about this alert, or shown what they wrote about it."""
    draft = person.draft(CLOSING, str(number))
    return datetime.fromisoformat(str(draft.data["asked"])) if draft and waits(draft) else None


def is_asked_lately(world: World, person: Person) -> bool:
    """Whether this person was asked within a day what was done."""
    asked = (str(d.data["asked"]) for d in person.drafts if waits(d))
    return any(is_about_it(datetime.fromisoformat(at), world.now()) for at in asked)


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> CloseQuestion | ClosedAlert | ClosedBefore | NotClosed:
    """Take a message for what was done, and ask whether it closes the alert. "Cancel" and the like
    leave it open; "yes" to what was shown closes it.

    Raises NotForSafeguarding, OldButton, TextEmpty, TextTooLong.
    """
    draft = next((d for d in person.drafts if waits(d)), None)
    data = draft.data if draft is not None else {}
    number, said = int(data.get("alert", 0)), yes_or_no(text)
    if said is False or asks_to_cancel(text) or move_in(text) == BACK:
        return await cancel(tx, world, person, number)
    if said and data.get("done"):
        return await confirm(tx, world, person, number)
    await check(tx, world, person)
    alert = await found(tx, number)
    before = str(data.get("done", ""))
    written = f"{before}\n{text.strip()}" if before else text.strip()
    done = check_text(written, most=LONGEST_DONE)  # a second message goes on with the first
    if alert.closed_at is not None:
        return await _closed_before(tx, world, person, alert, done)
    await _keep(tx, world, person, number, done)
    return CloseQuestion(alert, done)


async def confirm(
    tx: Transaction, world: World, person: Person, number: int
) -> ClosedAlert | ClosedBefore:
    """Close the alert with the words that were shown; where a colleague was first, add them to what
    was done. Raises NotForSafeguarding, OldButton."""
    await check(tx, world, person)
    alert, draft = await found(tx, number), person.draft(CLOSING, str(number))
    done = "" if draft is None else str(draft.data.get("done", ""))
    if alert.closed_at is not None and not done:
        return await _closed_before(tx, world, person, alert, "")
    if draft is None or not waits(draft):
        raise OldButton
    return await close(tx, world, person, number, done)


async def cancel(tx: Transaction, world: World, person: Person, number: int) -> NotClosed:
    """Leave the alert open. Raises NotForSafeguarding, OldButton."""
    await check(tx, world, person)
    await _end(tx, person, number)
    return NotClosed(await found(tx, number))


async def leave(tx: Transaction, world: World, person: Person) -> Person:
    """Wait no longer for what was done: the person does something else. What they wrote is kept for
    when they are asked again."""
    left = []
    for draft in person.drafts:
        if draft.kind != CLOSING:
            left.append(draft)
        elif unfinished.holds_words(draft) and person.contact is not None:
            left.append(replace(draft, data={**draft.data, "asked": None}))
            await drafts.keep(tx, person.contact.id, left[-1], world.now())
        else:
            await unfinished.end(tx, person, CLOSING, about=draft.about)
    return replace(person, drafts=tuple(left))


async def closed_elsewhere(tx: Transaction, number: int) -> ClosedElsewhere | None:
    """Who has closed this alert, for colleagues who still see it as open; None if nobody has."""
    alert = await store.numbered(tx, number)
    if alert is None or alert.closed_at is None:
        return None
    return ClosedElsewhere(alert, await closer(tx, alert))


async def _closed_before(
    tx: Transaction, world: World, person: Person, alert: SafetyAlert, done: str
) -> ClosedBefore:
    """A colleague was first. What this person wrote is kept, until they add it or say no."""
    if done:
        await _keep(tx, world, person, alert.id, done)
    else:
        await _end(tx, person, alert.id)
    return ClosedBefore(alert, await closer(tx, alert), done)


async def _end(tx: Transaction, person: Person, number: int) -> None:
    await unfinished.end(tx, person, CLOSING, about=str(number))


async def close(
    tx: Transaction, world: World, person: Person, which: str | int, done: str
) -> ClosedAlert:
    """Close an alert with what was done about it. Somebody who closes it later adds to that;
    it stays closed by the first.

    Raises NotForSafeguarding, NoSuchAlert, OldButton, TextEmpty, TextTooLong.
    """
    staff_id = await check(tx, world, person)
    alert = await found(tx, which)
    text, now = check_text(done.strip(), most=LONGEST_DONE), world.now()
    await deployment.note(tx, "safety-closed", staff_id=staff_id, subject=alert.reference, now=now)
    await _end(tx, person, alert.id)
    if alert.closed_at is not None:
        label = await members.label_of(tx, staff_id)
        whole = f"{alert.done}\n{label}: {text}"
        await store.add_done(tx, alert.id, whole)
        first = await closer(tx, alert)
        return ClosedAlert(replace(alert, done=whole), before=first or "")
    await store.mark_closed(tx, alert.id, staff_id=staff_id, done=text, now=now)
    return ClosedAlert(replace(alert, closed_at=now, closed_by=staff_id, done=text))


async def _keep(tx: Transaction, world: World, person: Person, number: int, done: str) -> None:
    data = {"alert": number, "done": done, "asked": world.now().isoformat()}
    await unfinished.begin(tx, world, person, Draft(CLOSING, data, about=str(number)))
