"""Who may read what people wrote, and enter what came without the bot."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from engagement.errors import StaffOnly
from engagement.staff.duties import Duty, Holder, is_current
from engagement.staff.rights import MAY_SEE_RESULTS, StaffMember


class ReadingForOfficers(StaffOnly):
    """What people wrote, for a member of staff who may not read it."""

    key = "refusal-reading-for-officers"


def may_read(
    member: StaffMember, owners: Iterable[Holder], wards: Collection[str], now: datetime
) -> bool:
    """Whether this member may read the texts of a consultation in ``wards``: officers of every
    ward, and those of some wards who have the duty of its owner for all of them.

    Texts carry no ward, so an officer of one ward would read those of all.
    """
    if member.role not in MAY_SEE_RESULTS:
        return False
    return member.every_ward or any(
        h.staff_id == member.id
        and h.duty is Duty.OWNER
        and is_current(h, now)
        and (not h.wards or h.wards >= {*wards})
        for h in owners
    )


def check_is_staff(member: StaffMember | None) -> StaffMember:
    """The member, if there is one. Raises StaffOnly."""
    if member is None:
        raise StaffOnly
    return member
