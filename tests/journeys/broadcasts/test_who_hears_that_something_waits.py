"""What waits because of an election: who hears of it, and how often."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at, election, monitors

from engagement.staff.rights import Role

YOURS = "You decide what goes out: /held"
NOBODYS = "Nobody can let it go out"


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    """The monitoring officer, for Booker."""
    return await monitors(hood, "Monitoring", BOOKER)


@pytest.fixture
async def author(hood: Neighbourhood, amina: Person) -> Person:
    """A board member, in an election in Booker for five weeks."""
    # What was sent in the week before would hold it back instead.
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=35))
    return await hood.board_member(BOOKER, ABBEY)


async def sends(author: Person, text: str, wards: str = "2") -> None:
    await author.types("/send")
    await author.types(wards)
    await author.types("done")
    await author.taps("Something else")
    await author.types(text)
    await author.taps("Send to")


async def test_the_monitoring_officer_hears_that_something_waits(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    """Nobody was told: it waited until somebody thought of /held."""
    await sends(author, "The lamps are on.")
    await at(hood, 13)
    assert officer.sees == f"Waiting because of an election: 1. {YOURS}"
    assert "1 The lamps are on." in (await officer.taps("See what waits"), officer.labels)[1]
    assert author.said_by_bot(YOURS) + author.said_by_bot(NOBODYS) == 0


async def test_there_is_one_message_a_day_for_all_that_is_new(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    await sends(author, "The lamps are on.")
    await at(hood, 13)
    await sends(author, "Two benches are coming.")
    await at(hood, 20)
    assert officer.said_by_bot(YOURS) == 1
    await at(hood, 12, days=1)
    assert officer.said_by_bot(f"Waiting because of an election: 2. {YOURS}") == 1
    await at(hood, 12, days=3)
    assert officer.said_by_bot(YOURS) == 2


async def test_what_still_waits_is_said_again_after_a_week(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    await sends(author, "The lamps are on.")
    await at(hood, 13)
    await at(hood, 20, days=6)
    assert officer.said_by_bot(YOURS) == 1
    await at(hood, 12, days=1)
    assert officer.said_by_bot(YOURS) == 2


async def test_what_was_decided_is_said_no_more(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    await sends(author, "The lamps are on.")
    await at(hood, 13)
    await officer.types("/held")
    await officer.taps("1 ")
    await officer.taps("Drop it")
    await at(hood, 12, days=8)
    assert officer.said_by_bot(YOURS) == 1


async def test_at_night_nobody_is_woken_for_it(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    await at(hood, 20, 30)
    await sends(author, "The lamps are on.")
    before = officer.said_by_bot(YOURS)
    await at(hood, 3, days=1)
    assert officer.said_by_bot(YOURS) == before
    await at(hood, 9)
    assert officer.said_by_bot(YOURS) == 1


async def test_where_no_monitoring_officer_can_be_reached_officers_hear_of_it(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    ruth = await hood.officer("Ruth")
    await officer.types("/stop")
    await sends(author, "The lamps are on.")
    await at(hood, 13)
    assert f"Waiting because of an election: 1. {NOBODYS}" in ruth.sees
    assert "wardmote duty give" in ruth.sees
    assert officer.said_by_bot(YOURS) + author.said_by_bot(NOBODYS) == 0


async def test_the_officer_where_the_election_is_hears_of_what_is_for_other_wards_too(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    """The monitoring officer for Booker didn't see what also went to Abbey."""
    ruth = await hood.officer("Ruth")
    await sends(author, "The lamps are on.", wards="1 and 2")
    await at(hood, 13)
    assert ruth.said_by_bot(NOBODYS) == 0
    assert officer.said_by_bot(YOURS) == 1


async def test_a_ward_about_which_nobody_decides_is_said_to_officers(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    ruth, today = await hood.officer("Ruth"), hood.stage.clock.now().date()
    election(hood, first=today, last=today + timedelta(days=35))
    await sends(author, "The lamps are on.", wards="1 and 2")
    await at(hood, 13)
    assert (ruth.said_by_bot(NOBODYS), officer.said_by_bot(YOURS)) == (1, 1)


async def test_without_officers_the_operators_hear_of_what_nobody_can_decide(
    hood: Neighbourhood, author: Person
) -> None:
    operator = await hood.staff(Role.OPERATOR, label="IT")
    await sends(author, "The lamps are on.")
    await at(hood, 13)
    assert operator.said_by_bot(NOBODYS) == 1
