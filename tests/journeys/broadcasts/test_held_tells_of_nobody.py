"""What the monitoring officer and the author see of an election that begins after a message was
sent: the same whether one person still waits for it or nobody does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from asking import composed
from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at, election, monitors

FIRST, LAMPS = "The benches are back.", "The lamps are on."


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    """The monitoring officer, for Booker."""
    return await monitors(hood, "Monitoring", BOOKER)


async def sends(member: Person, words: str, ward: str) -> None:
    await member.types("/send")
    await member.taps(ward)
    await member.taps("Done")
    await member.taps("Something else")
    await member.types(words)
    await member.taps("Send to")


async def an_election_begins_tomorrow(hood: Neighbourhood) -> None:
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today + timedelta(days=1), last=today + timedelta(days=20))
    await at(hood, 12, days=1)


@pytest.fixture(params=["follows Abbey", "follows nothing"])
async def author(request: pytest.FixtureRequest, hood: Neighbourhood, amina: Person) -> Person:
    """Has sent news to Abbey and then to Booker. Somebody in Booker who follows Abbey has had
    their message for this week."""
    if request.param == "follows Abbey":
        await amina.types("/ward")
        await amina.taps("Follow another ward")
        await amina.types("Abbey")
    member = await hood.board_member(BOOKER, ABBEY)
    await sends(member, FIRST, "1 Abbey")
    await sends(member, LAMPS, "2 Booker")
    assert amina.said_by_bot(LAMPS) == (request.param == "follows nothing")
    return member


async def test_what_was_sent_before_an_election_is_listed_whether_anybody_waits_or_not(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    """It was listed only where somebody waited: who follows another ward, or has yet to answer."""
    await an_election_begins_tomorrow(hood)
    assert "Waiting because of an election: 1." in officer.sees
    await officer.types("/held")
    assert officer.labels == [f"1 {LAMPS}"]
    seen = await officer.taps("1 ")
    assert "They may all have it by now, or some, or nobody." in seen
    assert "We don't say if anybody waits." in seen


async def test_nobody_is_said_to_have_what_waited_for_its_week_from_the_first(
    hood: Neighbourhood, amina: Person, officer: Person
) -> None:
    """The officer read "It began to go out" and "Most people have it already", when nobody had."""
    member = await hood.board_member(BOOKER)
    for words in (FIRST, LAMPS):
        await member.types("/send")
        await member.taps("Something else")
        await member.types(words)
        await member.taps("Send to")
    assert amina.said_by_bot(LAMPS) == 0
    await an_election_begins_tomorrow(hood)
    await officer.types("/held")
    seen = await officer.taps(f"2 {LAMPS}")
    assert "It could go out before it was held, to" in seen
    assert "They may all have it by now, or some, or nobody." in seen
    assert "If you let it go out, all who wait get it." in seen
    for untrue in ("Most people", "began to go out", "already"):
        assert untrue not in seen
    await officer.taps("Drop it")
    await at(hood, 14)
    report = reported(member)
    assert "What had not gone out yet in Booker" in report
    assert "We don't say how much that is." in report
    assert "the rest" not in report


async def test_the_author_sees_that_it_waits_and_that_it_was_dropped(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    """The officer read that the author sees it, who went on reading "gets this later"."""
    await an_election_begins_tomorrow(hood)
    report = reported(author)
    assert "An election period began in Booker, Cressex and Castlefield" in report
    assert "gets this later" not in report
    await officer.types("/held")
    await officer.taps("1 ")
    assert "Their author sees that." in await officer.taps("Drop it")
    await at(hood, 14)
    report = reported(author)
    assert "What had not gone out yet in Booker, Cressex and Castlefield was stopped" in report
    assert "gets this later" not in report
    assert "Nothing waits" in await officer.types("/held")


async def test_what_is_released_goes_out(
    hood: Neighbourhood, amina: Person, officer: Person, author: Person
) -> None:
    await an_election_begins_tomorrow(hood)
    assert LAMPS in await amina.types("/news")
    await officer.types("/held")
    await officer.taps("1 ")
    assert "What still waits can go out now." in await officer.taps("Let it go out")
    await at(hood, 12, days=8)
    assert amina.said_by_bot(LAMPS) == 2  # once in the news, which shows it either way
    assert "gets this later" in reported(author)
    assert "election" not in reported(author)


async def test_what_is_older_than_it_is_useful_is_not_listed(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today + timedelta(days=15), last=today + timedelta(days=20))
    await at(hood, 12, days=16)
    assert "Nothing waits" in await officer.types("/held")


@pytest.mark.parametrize(("days", "begins", "is_listed"), [("27", 20, True), ("3", 5, False)])
async def test_a_quick_poll_is_listed_until_its_end(
    hood: Neighbourhood, officer: Person, days: str, begins: int, *, is_listed: bool
) -> None:
    """Each was listed for 14 days, and copies of a longer one left after the election."""
    maria, nick = await hood.board_member(label="Maria"), await hood.board_member(label="Nick")
    await composed(maria, days=days)
    await maria.taps("Send to")
    await nick.taps("Yes, send")
    first = hood.stage.clock.now().date() + timedelta(days=begins)
    await at(hood, 12, days=begins - 1)
    seen = maria.sees
    election(hood, BOOKER, first=first, last=first + timedelta(days=3))
    await at(hood, 12, days=1)
    await officer.types("/held")
    assert any("Which day suits you" in label for label in officer.labels) == is_listed
    assert ("An election period began" in maria.sees) == is_listed
    assert is_listed or maria.sees == seen


async def test_what_was_taken_back_is_never_listed(
    hood: Neighbourhood, officer: Person, author: Person
) -> None:
    """It was listed for good: nobody could decide about it."""
    await author.taps("Take it back")
    await an_election_begins_tomorrow(hood)
    assert "Waiting because of an election" not in officer.sees
    assert "Nothing waits" in await officer.types("/held")
    assert "election" not in reported(author)


def reported(author: Person) -> str:
    """The newest report of the message to Booker."""
    return next(m.text for m in reversed(author.from_bot) if m.text.startswith(f"“{LAMPS}”"))
