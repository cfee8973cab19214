"""What board members, officers and administrators may do, and who says the second yes."""

from __future__ import annotations

import pytest
from lamps_street import ABBEY, CHESHAM, WEST_WYCOMBE

from engagement.errors import StaffOnly
from engagement.staff.rights import (
    MAY_EXPORT,
    MAY_SEE_RESULTS,
    MAY_SEND,
    Role,
    StaffMember,
    check,
    second_approvers,
)


def member(number: int, role: Role, *wards: str, every: bool = False) -> StaffMember:
    return StaffMember(
        id=number,
        contact_id=100 + number,
        role=role,
        label=f"Person {number}",
        wards=frozenset(wards),
        every_ward=every,
    )


CHAIR = member(1, Role.BOARD_MEMBER, ABBEY, CHESHAM)
VICE_CHAIR = member(2, Role.BOARD_MEMBER, ABBEY, CHESHAM)
OF_ABBEY = member(3, Role.BOARD_MEMBER, ABBEY)
OFFICER = member(4, Role.OFFICER, ABBEY, CHESHAM)
ELSEWHERE = member(5, Role.OFFICER, WEST_WYCOMBE)
CHIEF = member(6, Role.ADMINISTRATOR, every=True)


def test_ones_own_wards_keep_their_order() -> None:
    assert CHAIR.own([CHESHAM, WEST_WYCOMBE, ABBEY]) == (CHESHAM, ABBEY)


def test_every_ward_is_an_administrators_own() -> None:
    assert CHIEF.own([WEST_WYCOMBE, ABBEY]) == (WEST_WYCOMBE, ABBEY)


@pytest.mark.parametrize(
    ("roles", "who", "may"),
    [
        (MAY_SEND, CHAIR, True),
        (MAY_SEND, OFFICER, True),
        (MAY_SEND, CHIEF, True),
        (MAY_SEE_RESULTS, CHAIR, False),
        (MAY_SEE_RESULTS, OFFICER, True),
        (MAY_SEE_RESULTS, CHIEF, True),
        (MAY_EXPORT, CHAIR, False),
        (MAY_EXPORT, OFFICER, True),
        (MAY_EXPORT, CHIEF, True),
    ],
)
def test_a_role_may_do_this_and_not_that(
    roles: frozenset[Role], who: StaffMember, may: bool
) -> None:
    if may:
        assert check(who, roles) is who
    else:
        with pytest.raises(StaffOnly):
            check(who, roles)


@pytest.mark.parametrize("roles", [MAY_SEND, MAY_SEE_RESULTS, MAY_EXPORT])
def test_a_resident_may_do_nothing_of_the_staffs(roles: frozenset[Role]) -> None:
    with pytest.raises(StaffOnly):
        check(None, roles)


@pytest.mark.parametrize(
    ("author", "everybody", "wards", "asked"),
    [
        pytest.param(
            CHAIR, [CHAIR, VICE_CHAIR, OFFICER, CHIEF], [ABBEY], (VICE_CHAIR,), id="peers first"
        ),
        pytest.param(
            CHAIR, [CHAIR, OFFICER, CHIEF], [ABBEY], (OFFICER, CHIEF), id="officers stand in"
        ),
        pytest.param(CHAIR, [CHAIR], [ABBEY], (), id="never the author"),
        pytest.param(
            CHAIR,
            [OF_ABBEY, OFFICER],
            [ABBEY, CHESHAM],
            (OFFICER,),
            id="a peer with only some of the wards does not count",
        ),
        pytest.param(CHAIR, [ELSEWHERE], [ABBEY], (), id="an officer of other wards cannot"),
        pytest.param(OFFICER, [OFFICER, CHAIR, CHIEF], [ABBEY], (CHIEF,), id="not down to a board"),
        pytest.param(CHIEF, [CHIEF, OFFICER], [ABBEY], (OFFICER,), id="for an administrator"),
        pytest.param(
            CHAIR, [OF_ABBEY, VICE_CHAIR], [ABBEY, ABBEY], (OF_ABBEY, VICE_CHAIR), id="named twice"
        ),
    ],
)
def test_the_second_yes_is_asked_of(
    author: StaffMember,
    everybody: list[StaffMember],
    wards: list[str],
    asked: tuple[StaffMember, ...],
) -> None:
    assert second_approvers(author, everybody, wards) == asked
