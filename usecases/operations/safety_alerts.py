"""Safety alerts: raised without the words, sent to the named people, and opened by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from engagement.broadcasts.delivery import Reach
from engagement.errors import NoSuchAlert, NotForSafeguarding, OldButton
from engagement.operations.safety_alerts import (
    SAME_STRANGER,
    TOGETHER,
    belongs_to,
    reminder_is_due,
    reminders_by,
)
from engagement.staff.duties import Duty, Holder, hears, holds, is_current
from engagement.staff.rights import Role
from storage.operations import deployment
from storage.operations import safety_alerts as store
from storage.operations.safety_alerts import SafetyAlert as SafetyAlert
from storage.operations.safety_alerts import WrittenWords
from storage.people import duty_holders
from storage.staff import members
from usecases.broadcasts import held_sends
from usecases.broadcasts.held_sends import Held
from usecases.people.identify import Person, by_id, staff_in_post
from usecases.people.whose_turn import is_shared
from usecases.world import Transaction, World, under_a_free_code

TYPED_REFERENCE = re.compile(r"(\w{3})[\s-]*(\w{3})((?:\s.*)?)", re.DOTALL)
"""Two halves of three signs, with a hyphen, a space or nothing between."""


@dataclass(frozen=True, slots=True)
class AlertNotice:
    """An alert to send. ``reminder`` is true if it was sent before, or may have been before a
    restore; ``restored`` says that it may have been closed since too. Without anybody named
    who can be reached ``nobody_named`` is true and the administrators get it. ``none_reached``:
    somebody is named."""

    alert: SafetyAlert
    people: tuple[Person, ...]
    reminder: bool
    nobody_named: bool
    none_reached: bool = False
    restored: bool = False


@dataclass(frozen=True, slots=True)
class OpenedAlert:
    """An alert with its words, for one of the named people."""

    alert: SafetyAlert
    words: tuple[WrittenWords, ...]
    ward: str | None = None
    closed_by: str | None = None
    shared: bool = False  # several people answer on that phone


@dataclass(frozen=True, slots=True)
class OpenAlerts:
    """The alerts that nobody has closed."""

    alerts: tuple[SafetyAlert, ...]


@dataclass(frozen=True, slots=True)
class AlertsStop:
    """No alert reaches this named person any more: they asked for no messages."""


async def raise_alert(tx: Transaction, world: World, person: Person, text: str) -> bool | None:
    """Raise an alert for the named people. Returns whether they can read the words: only of
    somebody who has joined are words and contact kept, and only if there are words to keep.
    None: they are kept, and nobody is named to read them."""
    now = world.now()
    if not person.has_joined or person.contact is None or not text:
        last = await store.latest_without_words(tx)
        if last is None or not _takes_more(last, now, within=SAME_STRANGER):
            await _add(tx, world, contact_id=None)
        else:
            await store.count_again(tx, last.id)
        return False
    known = await store.latest_of(tx, person.contact.id)
    if known is None or not _takes_more(known, now, within=TOGETHER):
        alert_id = await _add(tx, world, contact_id=person.contact.id)
    else:
        alert_id = known.id
    await store.add_words(tx, alert_id, text, now)
    return await can_be_read(tx, world)


async def can_be_read(tx: Transaction, world: World) -> bool | None:
    """True if an alert reaches somebody named to read words that are kept, else None."""
    named = await _named(tx)
    return any(hears(one, world.now()) for one in named) or None


async def raised_just_now(tx: Transaction, world: World, person: Person) -> bool:
    """Whether this person wrote words of danger in the last quarter of an hour."""
    written_at = await store.last_written_at(tx, person.contact.id) if person.contact else None
    return written_at is not None and belongs_to(written_at, world.now(), within=SAME_STRANGER)


async def pending(tx: Transaction, world: World) -> list[AlertNotice]:
    """The alerts that are to be sent now, for the first time or again."""
    now = world.now()
    due = [
        alert
        for alert in await store.not_closed(tx)
        if alert.told_at is None or reminder_is_due(alert.raised_at, alert.reminders, now)
    ]
    if not due:
        return []
    named = await _named(tx)
    current = {n.staff_id for n in named if is_current(n, now)}
    hearing = {n.staff_id for n in named if hears(n, now)}
    staff = [p for p in await staff_in_post(tx, world) if _is_reachable(p)]
    people = [p for p in staff if p.staff is not None and p.staff.id in hearing]
    nobody = not people
    if nobody:
        people = [p for p in staff if p.staff is not None and p.staff.role is Role.ADMINISTRATOR]
    return [
        _notice(alert, tuple(people), nobody, bool(current), await held_sends.held(tx))
        for alert in due
        if people
    ]


def _notice(
    alert: SafetyAlert, people: tuple[Person, ...], nobody: bool, named: bool, held: Held | None
) -> AlertNotice:
    # Sends are held since a restore. What was raised before that may have been sent already.
    before = held is not None and alert.raised_at < held.since
    return AlertNotice(
        alert,
        people,
        reminder=before or alert.told_at is not None,
        nobody_named=nobody,
        none_reached=named,
        restored=before and held is not None and held.why != held_sends.BY_HAND,
    )


async def mark_told(tx: Transaction, world: World, notice: AlertNotice) -> None:
    """Note that this alert was sent."""
    now = world.now()
    reminders = reminders_by(notice.alert.raised_at, now)
    await store.mark_told(tx, notice.alert.id, reminders=reminders, now=now)


async def listed(tx: Transaction, world: World, person: Person) -> OpenAlerts:
    """The alerts that nobody has closed. Raises NotForSafeguarding."""
    await check(tx, world, person)
    return OpenAlerts(tuple(await store.not_closed(tx)))


async def open_words(
    tx: Transaction, world: World, person: Person, which: str | int
) -> OpenedAlert:
    """The words of an alert, by its reference or its number. Each opening is in the audit.

    Raises NotForSafeguarding, NoSuchAlert, OldButton.
    """
    staff_id = await check(tx, world, person)
    alert = await found(tx, which)
    now = world.now()
    await deployment.note(tx, "safety-opened", staff_id=staff_id, subject=alert.reference, now=now)
    await store.mark_opened(tx, alert.id, now)
    words = tuple(await store.words_of(tx, alert.id))
    author = await by_id(tx, world, alert.contact_id) if alert.contact_id is not None else None
    joined = author is not None and author.has_joined
    return OpenedAlert(
        alert,
        words,
        ward=world.ward(author.resident[1]).name if author is not None and joined else None,
        closed_by=await closer(tx, alert),
        shared=author is not None and await is_shared(tx, author),
    )


async def check(tx: Transaction, world: World, person: Person) -> int:
    """The id of this member of staff, named now. Raises NotForSafeguarding."""
    if person.staff is None or not await reads_danger(tx, world, person):
        raise NotForSafeguarding
    return person.staff.id


async def reads_danger(tx: Transaction, world: World, person: Person) -> bool:
    """Whether this person is named now to read words of danger."""
    if person.staff is None:
        return False
    return holds(person.staff.id, await _named(tx), Duty.SAFEGUARDING, world.now())


async def found(tx: Transaction, which: str | int) -> SafetyAlert:
    """The alert with this reference or number. Raises NoSuchAlert, OldButton."""
    if isinstance(which, int):
        alert = await store.numbered(tx, which)
        if alert is None:
            raise OldButton
        return alert
    alert = await store.referred_to(tx, reference_and_words(which)[0].upper())
    if alert is None:
        raise NoSuchAlert
    return alert


def reference_and_words(typed: str) -> tuple[str, str]:
    """A reference that somebody typed, perhaps in two halves, and the words after it."""
    found = TYPED_REFERENCE.fullmatch(typed.strip())
    if found is None:
        first, _, rest = typed.strip().partition(" ")
        return first, rest.strip()
    return f"{found[1]}-{found[2]}", found[3].strip()


async def _named(tx: Transaction) -> list[Holder]:
    return await duty_holders.holders(tx, Duty.SAFEGUARDING)


async def _add(tx: Transaction, world: World, *, contact_id: int | None) -> int:
    async def keep(reference: str) -> int | None:
        has_words = contact_id is not None
        return await store.add(
            tx, reference, contact_id=contact_id, has_words=has_words, now=world.now()
        )

    return await under_a_free_code(world, keep)


async def closer(tx: Transaction, alert: SafetyAlert) -> str | None:
    """Who closed this alert, by the name that colleagues see."""
    return None if alert.closed_by is None else await members.label_of(tx, alert.closed_by)


def _takes_more(alert: SafetyAlert, now: datetime, *, within: timedelta) -> bool:
    """Whether what is found now goes to this alert: nobody has opened or closed it."""
    is_untouched = alert.opened_at is None and alert.closed_at is None
    return is_untouched and belongs_to(alert.raised_at, now, within=within)


def _is_reachable(person: Person) -> bool:
    return person.contact is not None and person.contact.reach is Reach.REACHABLE
