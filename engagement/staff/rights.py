"""What the four staff roles may do, and for which wards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from engagement.errors import StaffOnly


class Role(StrEnum):
    """A role holds for named wards, or for all of them."""

    BOARD_MEMBER = "board-member"  # sends to their board's wards
    OFFICER = "officer"  # sends, reads results, exports
    ADMINISTRATOR = "administrator"  # all an officer does, for every ward
    OPERATOR = "operator"  # is told when something is wrong; sees and sends nothing of residents'


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody in post, as read from the database for this very tap."""

    id: int
    contact_id: int
    role: Role
    label: str
    wards: frozenset[str]
    every_ward: bool

    def own(self, wards: Iterable[str]) -> tuple[str, ...]:
        """Those of ``wards`` this person's role holds for, in their order."""
        return tuple(w for w in wards if self.every_ward or w in self.wards)


MAY_SEND = frozenset({Role.BOARD_MEMBER, Role.OFFICER, Role.ADMINISTRATOR})
MAY_SEE_RESULTS = frozenset({Role.OFFICER, Role.ADMINISTRATOR})
MAY_EXPORT = MAY_SEE_RESULTS
MAY_SEE_STATUS = frozenset({Role.OPERATOR, Role.ADMINISTRATOR})


def check(member: StaffMember | None, roles: frozenset[Role]) -> StaffMember:
    """The member, when their role is one of ``roles``. Raises StaffOnly."""
    if member is None or member.role not in roles:
        raise StaffOnly
    return member


def check_everywhere(member: StaffMember | None, roles: frozenset[Role]) -> StaffMember:
    """The member, when their role is one of ``roles`` and holds for every ward: what is counted
    or exported for all of them is not for the officer of one. Raises StaffOnly."""
    found = check(member, roles)
    if not found.every_ward:
        raise StaffOnly
    return found


def second_people(
    author: StaffMember, everybody: Iterable[StaffMember], wards: Iterable[str]
) -> tuple[StaffMember, ...]:
    """Who may say the second yes: others whose rights hold for all of ``wards``.

    People of the author's own role come first ("a second person of the board"); officers and
    administrators stand in where the board has nobody else.
    """
    needed = frozenset(wards)
    able = [m for m in everybody if m.id != author.id and len(m.own(needed)) == len(needed)]
    peers = tuple(m for m in able if m.role is author.role)
    return peers or tuple(m for m in able if m.role in MAY_SEE_RESULTS)


def told_of_alarms(everybody: Iterable[StaffMember]) -> tuple[StaffMember, ...]:
    """Who of those who can be reached hears that something is wrong: the operators; without any,
    the administrators."""
    known = tuple(everybody)
    operators = tuple(m for m in known if m.role is Role.OPERATOR)
    return operators or tuple(m for m in known if m.role is Role.ADMINISTRATOR)
