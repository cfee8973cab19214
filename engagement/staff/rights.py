"""Staff roles: what each of the four may do, and for which wards."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from engagement.errors import (
    ComplaintsForOfficers,
    ManagesForOfficers,
    OfficersOnly,
    StaffOnly,
    StatusForOperators,
)


class Role(StrEnum):
    """A role of a staff member, which covers named wards or all of them."""

    BOARD_MEMBER = "board-member"  # sends to their board's wards
    OFFICER = "officer"  # sends, reads results, exports
    ADMINISTRATOR = "administrator"  # everything an officer may do, for every ward
    OPERATOR = "operator"  # is notified of faults; sees no residents' data, sends nothing


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A current member of staff, as read from the database for this tap."""

    id: int
    contact_id: int
    role: Role
    label: str
    wards: frozenset[str]
    every_ward: bool

    def own(self, wards: Iterable[str]) -> tuple[str, ...]:
        """Those of ``wards`` that this person's role covers, in their order."""
        return tuple(w for w in wards if self.every_ward or w in self.wards)


MAY_SEND = frozenset({Role.BOARD_MEMBER, Role.OFFICER, Role.ADMINISTRATOR})
MAY_SEE_RESULTS = frozenset({Role.OFFICER, Role.ADMINISTRATOR})
MAY_EXPORT = MAY_SEE_RESULTS
MAY_SEND_URGENT = MAY_SEE_RESULTS
MAY_HANDLE_COMPLAINTS = MAY_SEE_RESULTS
MAY_MANAGE = MAY_SEE_RESULTS
MAY_SEE_STATUS = frozenset({Role.OPERATOR, Role.ADMINISTRATOR})


def check(member: StaffMember | None, roles: frozenset[Role]) -> StaffMember:
    """The member, if their role is one of ``roles``. Raises StaffOnly."""
    if member is None or member.role not in roles:
        raise StaffOnly
    return member


def check_everywhere(member: StaffMember | None, roles: frozenset[Role]) -> StaffMember:
    """The member, if their role is one of ``roles`` and covers every ward. Raises StaffOnly."""
    if member is None:
        raise StaffOnly
    if member.role not in roles or not member.every_ward:
        # Other staff read who may, not that it is for staff.
        raise ComplaintsForOfficers
    return member


def check_manages(member: StaffMember | None) -> StaffMember:
    """The member, if they may open and close consultations, of their own wards at least. Raises
    StaffOnly, and ManagesForOfficers for other staff."""
    if member is not None and member.role not in MAY_MANAGE:
        raise ManagesForOfficers
    return check(member, MAY_MANAGE)


def check_sees_status(member: StaffMember | None) -> StaffMember:
    """The member, if they may see the state of the service. Raises StaffOnly."""
    if member is not None and member.role not in MAY_SEE_STATUS:
        raise StatusForOperators
    return check(member, MAY_SEE_STATUS)


def may_handle(member: StaffMember) -> bool:
    """Whether this member deals with complaints and requests: those of every ward are theirs."""
    return member.role in MAY_HANDLE_COMPLAINTS and member.every_ward


def check_sees_all(member: StaffMember | None, roles: frozenset[Role]) -> StaffMember:
    """The member, if they may see numbers and files of all wards.

    These aren't for an officer of one ward, nor for a board member. Raises StaffOnly, and
    OfficersOnly for other staff who work with residents: they read who may see results, and when.
    """
    if member is None or member.role not in MAY_SEND:
        raise StaffOnly
    if member.role not in roles or not member.every_ward:
        raise OfficersOnly
    return member


def may_export(member: StaffMember) -> bool:
    """Whether this member may have files of answers, and approve one for somebody else."""
    return member.role in MAY_EXPORT and member.every_ward


def may_open(member: StaffMember, wards: Collection[str]) -> bool:
    """Whether this member may decide about a consultation for these wards, all of which have to be
    theirs."""
    needed = frozenset(wards)
    return member.role in MAY_MANAGE and len(member.own(needed)) == len(needed)


def second_approvers(
    author: StaffMember, everybody: Iterable[StaffMember], wards: Collection[str]
) -> tuple[StaffMember, ...]:
    """Who may give the second approval: other members whose rights cover all of ``wards``.

    People with the author's own role come first ("a second person of the board"); officers and
    administrators are asked only if there is nobody else with that role.
    """
    able = [m for m in everybody if may_approve(m, author, wards)]
    peers = tuple(m for m in able if m.role is author.role)
    return peers or tuple(m for m in able if m.role in MAY_SEE_RESULTS)


def may_approve(member: StaffMember, author: StaffMember, wards: Collection[str]) -> bool:
    """Whether this member may give the second approval of the author's message: not to their own,
    and only where their rights cover all of ``wards``."""
    right = member.role is author.role or member.role in MAY_SEE_RESULTS
    needed = frozenset(wards)
    return right and member.id != author.id and len(member.own(needed)) == len(needed)


def alarm_recipients(everybody: Iterable[StaffMember]) -> tuple[StaffMember, ...]:
    """Who is notified of alarms, of the members who can be reached: the operators or, if there
    are none, the administrators."""
    known = tuple(everybody)
    operators = tuple(m for m in known if m.role is Role.OPERATOR)
    return operators or tuple(m for m in known if m.role is Role.ADMINISTRATOR)
