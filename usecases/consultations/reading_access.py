"""Which reading lists a member of staff may use, and which are still those of an open
consultation."""

from __future__ import annotations

from content.schema.consultation import Consultation
from engagement.consultations.late import KEPT_BY_TELEGRAM
from engagement.consultations.lifecycle import has_begun, has_ended
from engagement.staff.duties import Duty, holds
from engagement.staff.reading_rights import ReadingForOfficers, check_is_staff, may_read
from engagement.staff.rights import StaffMember
from storage.consultations import reading_marks
from storage.operations import deployment
from storage.people import duty_holders
from usecases.people.identify import Person
from usecases.people.words_of_danger import holds_danger
from usecases.release import all_in
from usecases.world import Transaction, World

LISTED = "listed "
"""Facts that begin so, with a consultation after it, hold up to when its texts are on the list."""


async def lists_of(tx: Transaction, world: World, person: Person) -> list[Consultation]:
    """The consultations that have opened and whose texts this person may read, the latest first.

    Raises StaffOnly, ReadingForOfficers.
    """
    member = check_is_staff(person.staff)
    owners = await duty_holders.holders(tx, Duty.OWNER)
    now = world.now()
    found = [
        one
        for one in world.all_consultations
        if has_begun(one, now)
        and may_read(member, owners, one.wards or (*world.library.wards,), now)
    ]
    if not found:
        raise ReadingForOfficers
    return sorted(found, key=lambda one: (one.opens_at, one.slug), reverse=True)


async def check_reads(
    tx: Transaction, world: World, person: Person, slug: str
) -> tuple[StaffMember, Consultation]:
    """This member of staff, who may read the texts of this consultation. Raises StaffOnly,
    ReadingForOfficers, NoSuchConsultation."""
    member = check_is_staff(person.staff)
    found = world.consultation(slug).consultation
    owners = await duty_holders.holders(tx, Duty.OWNER)
    if not may_read(member, owners, found.wards or (*world.library.wards,), world.now()):
        raise ReadingForOfficers
    return member, found


async def is_still_open(tx: Transaction, world: World, consultation: Consultation) -> bool:
    """Whether answers may still come in."""
    now = world.now()
    if not has_ended(consultation, now):
        return True
    just_closed = now - consultation.closes_at < KEPT_BY_TELEGRAM
    return just_closed and not await all_in.is_all_in(tx, world, consultation)


def when_closed(consultation: Consultation) -> str:
    """What is noted once every text of a consultation that has closed is on the list."""
    return f"closed {consultation.closes_at.isoformat()}"


async def is_complete(tx: Transaction, consultation: Consultation) -> bool:
    """Whether every text is on the list and none will come: only then are there numbers."""
    return await deployment.fact(tx, LISTED + consultation.slug) == when_closed(consultation)


async def languages_known(tx: Transaction, person: Person, member: StaffMember) -> set[str]:
    """The languages that this reader knows: those they said, or else English and the one in which
    they use the bot."""
    return await reading_marks.languages_of(tx, member.id) or {"en", person.language}


async def reads_danger(tx: Transaction, world: World, member: StaffMember) -> bool:
    """Whether this member is named now to read words of danger."""
    named = await duty_holders.holders(tx, Duty.SAFEGUARDING)
    return holds(member.id, named, Duty.SAFEGUARDING, world.now())


async def readable(tx: Transaction, world: World, member: StaffMember, *texts: str) -> bool:
    """Whether this member may see these words: those of danger are for the people named."""
    is_danger = any(holds_danger(text) for text in texts)
    return not is_danger or await reads_danger(tx, world, member)
