"""What was decided after a backup was made, applied again to the database restored from it."""

from __future__ import annotations

from dataclasses import dataclass

from engagement.broadcasts.delivery import Reach
from engagement.people.outlasting import Outlasted
from engagement.staff.duties import Duty
from storage.consultations import equality_answers
from storage.operations import deployment
from storage.people import contacts, leaving
from storage.staff import duties, members
from usecases.people import forget, identify
from usecases.people.leave import stop_messages
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class AppliedAgain:
    """How many choices to be forgotten at the close, /stops, ends of roles and of duties, and
    deletions of what people had said of themselves, a restore had undone."""

    leaving: int
    stopped: int
    roles: int
    duties: int
    equality: int = 0


async def apply_again(
    tx: Transaction, world: World, known: Outlasted, *, known_until: int = 0
) -> AppliedAgain:
    """Apply what a restored backup has undone. Where nothing was undone, nothing changes.

    Nobody gets messages again, or stays after all, for what was noted before ``known_until``: the
    database knows that itself, and perhaps what the person chose later.
    """
    roles = 0
    for staff_id in known.roles:
        if await members.end_role_numbered(tx, staff_id, world.now()):
            now = world.now()
            await deployment.note(tx, "removed-after-restore", staff_id=staff_id, now=now)
            roles += 1
    ended = await _end_duties(tx, world, known)
    left = 0
    for contact_id in await contacts.existing(tx, known.leaving):
        without_words, at = known.leaving[contact_id].what, known.leaving[contact_id].at
        how = await leaving.leaving_of(tx, contact_id)
        person = await identify.by_id(tx, world, contact_id)
        if person is None or (how and how.without_words) == without_words:
            continue
        if without_words is None and at < known_until:
            continue
        if without_words is None:
            await forget.stay(tx, world, person)
        else:
            await forget.leave_at_close(tx, world, person, without_words=without_words)
            left += how is None
    stopped = await _stop_again(tx, world, known, known_until)
    equality = await _drop_equality_again(tx, known, known_until)
    return AppliedAgain(left, stopped, roles, ended, equality)


async def _stop_again(tx: Transaction, world: World, known: Outlasted, known_until: int) -> int:
    """Send nothing more to those who have sent /stop; those who came back with /start get messages
    again."""
    number = 0
    for contact_id in await contacts.existing(tx, known.stopped):
        contact = await contacts.contact(tx, contact_id)
        how = await leaving.leaving_of(tx, contact_id)
        before = how.reach_before if how else contact and contact.reach
        noted = known.stopped[contact_id]
        if noted.what and before is not Reach.STOPPED:
            await stop_messages(tx, world, contact_id)
            number += 1
        elif noted.what or noted.at < known_until:
            continue
        elif how is None and before is Reach.STOPPED:
            await contacts.set_reach(tx, contact_id, Reach.REACHABLE)
    return number


async def _drop_equality_again(tx: Transaction, known: Outlasted, known_until: int) -> int:
    """Delete again what people had said of themselves. What was noted before ``known_until`` the
    database knows itself: they may have said it again later."""
    number = 0
    for contact_id in await contacts.existing(tx, known.equality):
        contact = await contacts.contact(tx, contact_id)
        if contact is None or contact.resident_id is None:
            continue
        if 0 < known.equality[contact_id].at < known_until:
            continue
        number += await equality_answers.drop_of(tx, contact.resident_id)
    return number


async def _end_duties(tx: Transaction, world: World, known: Outlasted) -> int:
    number, now = 0, world.now()
    for (staff_id, name), noted in known.duties.items():
        known_here = name in set(map(str, Duty))  # not so after a newer version
        if noted.what and known_here and await duties.end(tx, staff_id, Duty(name), now):
            act = "ended-duty-after-restore"
            await deployment.note(tx, act, staff_id=staff_id, subject=name, now=now)
            number += 1
    return number
