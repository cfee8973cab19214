"""A naming to read words of danger ends with its date: people hear of it before and when it has."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from company import Neighbourhood, Person
from evenings import at
from on_duty import named, named_again

from engagement.staff.rights import Role

ENDS, OVER = "These people are named to read words of danger", "No longer named to read words"
Three = tuple[Person, Person, Person]


def today(hood: Neighbourhood) -> date:
    return hood.stage.clock.now().date()


@pytest.fixture
async def three(hood: Neighbourhood) -> Three:
    """Ruth is named for twenty days, Dev for sixty; and the administrator."""
    await at(hood, 12)
    return (
        await named(hood, Role.OFFICER, "Ruth", today(hood) + timedelta(days=20)),
        await named(hood, Role.OPERATOR, "Dev", today(hood) + timedelta(days=60)),
        await hood.staff(Role.ADMINISTRATOR),
    )


def heard(people: Three) -> list[tuple[int, int]]:
    return [(p.said_by_bot(ENDS), p.said_by_bot(OVER)) for p in people]


async def test_all_three_hear_a_week_and_a_day_before_and_that_one_is_left(
    hood: Neighbourhood, three: Three
) -> None:
    colleague = await hood.staff(Role.OFFICER)
    await at(hood, 12, days=13)
    assert heard(three) == [(0, 0)] * 3
    await at(hood, 7, days=1)  # the last week begins at midnight; nobody is woken
    assert heard(three) == [(0, 0)] * 3
    await at(hood, 9)
    await at(hood, 12, days=5)
    assert heard(three) == [(1, 0)] * 3
    assert "named to read words of danger only until the end of Sunday 25 September: Ruth." in (
        three[1].sees
    )
    assert "After that 1 person is named who can be reached. Two are needed." in three[1].sees
    assert "wardmote safeguarding name" in three[2].sees
    await at(hood, 12, days=1)
    assert heard(three) == [(2, 0)] * 3
    await at(hood, 12, days=1)
    await at(hood, 12, days=3)
    assert heard(three) == [(2, 1)] * 3
    assert "Now 1 person is named who can be reached. Two are needed." in three[2].sees
    assert colleague.said_by_bot(ENDS) + colleague.said_by_bot(OVER) == 0


async def test_nobody_is_left_when_the_second_naming_ends(
    hood: Neighbourhood, three: Three
) -> None:
    await at(hood, 12, days=58)
    assert "After that nobody is named who can be reached." in three[2].sees
    await at(hood, 12, days=3)
    assert "Now nobody is named who can be reached. Two people are needed." in three[1].sees


async def test_who_is_named_again_in_time_hears_nothing_more(
    hood: Neighbourhood, three: Three
) -> None:
    await at(hood, 12, days=14)
    assert heard(three) == [(1, 0)] * 3
    await named_again(hood, "Ruth", today(hood) + timedelta(days=80))
    await at(hood, 12, days=10)
    assert heard(three) == [(1, 0)] * 3


async def test_with_two_others_the_end_itself_is_no_news(hood: Neighbourhood, three: Three) -> None:
    await named(hood, Role.OFFICER, "Sue")
    await at(hood, 12, days=14)
    assert "After that 2 others are named who can be reached." in three[0].sees
    await at(hood, 12, days=10)
    assert [over for _, over in heard(three)] == [0, 0, 0]


async def test_who_is_named_for_three_days_hears_on_the_last_only(
    hood: Neighbourhood, three: Three
) -> None:
    kim = await named(hood, Role.OFFICER, "Kim", today(hood) + timedelta(days=3))
    await at(hood, 12, days=1)
    assert kim.said_by_bot(ENDS) == 0
    await at(hood, 12, days=2)
    assert kim.said_by_bot(ENDS) == 1
