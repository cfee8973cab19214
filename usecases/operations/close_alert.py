"""Closing a safety alert with what was done, which the person sees once more before it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from content.typed_words import BACK, asks_to_cancel, move_in, yes_or_no
from engagement.consultations.survey import check_text
from engagement.errors import OldButton
from engagement.operations.safety_alerts import still_asked
from storage.conversation import drafts
from storage.conversation.drafts import Draft
from storage.operations import deployment
from storage.operations import safety_alerts as store
from usecases.operations.safety_alerts import SafetyAlert, check, found
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
    """The alert is closed."""

    alert: SafetyAlert


@dataclass(frozen=True, slots=True)
class ClosedBefore:
    """Somebody has closed the alert already: nothing was changed."""

    alert: SafetyAlert


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
    if alert.closed_at is not None:
        await _end(tx, person, alert.id)
        return ClosedBefore(alert)
    begun = person.draft(CLOSING, str(alert.id))
    done = "" if begun is None else str(begun.data.get("done", ""))
    await _keep(tx, world, person, alert.id, done)
    return CloseQuestion(alert, done) if done else DoneQuestion(alert)


def waits(world: World, draft: Draft) -> bool:
    """Whether this draft waits for what was done: it does so for half an hour."""
    asked = draft.data.get("asked")
    return (
        draft.kind == CLOSING
        and isinstance(asked, str)
        and still_asked(datetime.fromisoformat(asked), world.now())
    )


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> CloseQuestion | ClosedAlert | ClosedBefore | NotClosed:
    """Take a message for what was done, and ask whether it closes the alert. "Cancel" and the like
    leave it open; "yes" to what was shown closes it.

    Raises NotForSafeguarding, OldButton, TextEmpty, TextTooLong.
    """
    draft = next((d for d in person.drafts if waits(world, d)), None)
    data = draft.data if draft is not None else {}
    number, said = int(data.get("alert", 0)), yes_or_no(text)
    if said is False or asks_to_cancel(text) or move_in(text) == BACK:
        return await cancel(tx, world, person, number)
    if said and data.get("done"):
        return await confirm(tx, world, person, number)
    await check(tx, world, person)
    alert = await found(tx, number)
    if alert.closed_at is not None:
        await _end(tx, person, number)
        return ClosedBefore(alert)
    done = check_text(text.strip(), most=LONGEST_DONE)
    await _keep(tx, world, person, number, done)
    return CloseQuestion(alert, done)


async def confirm(
    tx: Transaction, world: World, person: Person, number: int
) -> ClosedAlert | ClosedBefore:
    """Close the alert with the words that were shown. Raises NotForSafeguarding, OldButton."""
    await check(tx, world, person)
    alert, draft = await found(tx, number), person.draft(CLOSING, str(number))
    if alert.closed_at is not None:
        await _end(tx, person, number)
        return ClosedBefore(alert)
    if draft is None or not waits(world, draft):
        raise OldButton
    return await close(tx, world, person, number, str(draft.data.get("done", "")))


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


async def _end(tx: Transaction, person: Person, number: int) -> None:
    await unfinished.end(tx, person, CLOSING, about=str(number))


async def close(
    tx: Transaction, world: World, person: Person, which: str | int, done: str
) -> ClosedAlert:
    """Close an alert with what was done about it. Whoever closes it later adds to that.

    Raises NotForSafeguarding, NoSuchAlert, OldButton, TextEmpty, TextTooLong.
    """
    staff_id = await check(tx, world, person)
    alert = await found(tx, which)
    text, now = check_text(done.strip(), most=LONGEST_DONE), world.now()
    await deployment.note(tx, "safety-closed", staff_id=staff_id, subject=alert.reference, now=now)
    whole = f"{alert.done}\n{text}" if alert.done else text
    await store.mark_closed(tx, alert.id, staff_id=staff_id, done=whole, now=now)
    await _end(tx, person, alert.id)
    return ClosedAlert(replace(alert, closed_at=now, closed_by=staff_id, done=whole))


async def _keep(tx: Transaction, world: World, person: Person, number: int, done: str) -> None:
    data = {"alert": number, "done": done, "asked": world.now().isoformat()}
    await unfinished.begin(tx, world, person, Draft(CLOSING, data, about=str(number)))
