"""What the report of a message says that has a latest useful time: the same words before it and
after it, whether it reached everybody or nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from asking import QUESTION, composed
from company import BOOKER, Neighbourhood, Person
from evenings import at, election, monitors

LAMPS = "The lamps are on."
WEEK = "Anybody who has had their message for this week gets this later."
CLOSED = "Anybody who still waits when the questions close does not get it."
TWO_WEEKS = "Anybody who still waits after two weeks does not get it."
NOT_SAID = "We don't say if there is anybody."


@pytest.fixture
async def maria(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Maria")


@pytest.fixture
async def omar(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Omar")


def seen(member: Person, words: str) -> str:
    """What the author's chat shows of the message with these words."""
    name = f"“{words}”"
    return next(m.text for m in reversed(member.from_bot) if m.text.startswith(name))


async def sends(member: Person, words: str) -> None:
    await member.types("/send")
    await member.taps("Something else")
    await member.types(words)
    await member.taps("Send to")


async def asks(hood: Neighbourhood, author: Person, approver: Person) -> None:
    await composed(author, days="3")
    await author.taps("Send to")
    await approver.taps("Yes, send")
    await hood.stage.settle()


async def test_a_poll_that_nobody_got_says_after_its_end_that_some_may_not_have_got_it(
    hood: Neighbourhood, maria: Person, omar: Person
) -> None:
    """It said that up to about as many as there are had got it, and no more."""
    people = await hood.residents(12, "HP12 3HP")
    await sends(maria, LAMPS)
    await asks(hood, maria, omar)
    open_report = seen(maria, QUESTION)
    assert f"{WEEK} {CLOSED} {NOT_SAID}" in open_report
    await at(hood, 12, days=5)
    assert sum(person.said_by_bot(QUESTION) for person in people) == 0
    assert seen(maria, QUESTION) == open_report


async def test_news_says_from_the_first_that_after_two_weeks_nobody_gets_it(
    hood: Neighbourhood, amina: Person, maria: Person
) -> None:
    """It said "gets this later" of people who never did."""
    await sends(maria, LAMPS)
    early = seen(maria, LAMPS)
    assert f"{WEEK} {TWO_WEEKS} {NOT_SAID}" in early
    await at(hood, 12, days=16)
    assert seen(maria, LAMPS) == early


async def test_a_poll_let_go_after_an_election_when_it_is_too_late_says_so(
    hood: Neighbourhood, maria: Person, omar: Person
) -> None:
    """Both read that it goes out at 08:00, when it had ended, and then that it had arrived."""
    people = await hood.residents(12, "HP12 3HP")
    officer = await monitors(hood, "Nasreen")
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=3))
    await asks(hood, maria, omar)
    await at(hood, 22, days=3)
    await officer.types("/held")
    await officer.taps("1 ")
    decided = await officer.taps("Let it go out")
    assert "the questions close before anything can go out. What waits goes to nobody." in decided
    assert "08:00" not in decided
    late = "the questions close before it can go out. What was held goes to nobody."
    assert late in seen(maria, QUESTION)
    assert "08:00" not in seen(maria, QUESTION)
    await at(hood, 12, days=2)
    assert sum(person.said_by_bot(QUESTION) for person in people) == 0
    assert late in seen(maria, QUESTION)


async def test_a_poll_let_go_in_time_does_not_say_that_it_is_too_late(
    hood: Neighbourhood, amina: Person, maria: Person, omar: Person
) -> None:
    officer = await monitors(hood, "Nasreen")
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=3))
    await asks(hood, maria, omar)
    await at(hood, 22, days=2)
    await officer.types("/held")
    await officer.taps("1 ")
    assert "It goes out now. At night it waits until 08:00." in await officer.taps("Let it go out")
    await at(hood, 12, days=1)
    assert amina.said_by_bot(QUESTION) == 1
    assert "was let go" not in seen(maria, QUESTION)


async def test_a_poll_nobody_decided_about_before_its_end_does_not_name_the_officer(
    hood: Neighbourhood, amina: Person, maria: Person, omar: Person
) -> None:
    """What an election stopped is said also after the end, whoever or nobody decided it."""
    await sends(maria, LAMPS)
    await asks(hood, maria, omar)
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today + timedelta(days=1), last=today + timedelta(days=9))
    await at(hood, 12, days=2)
    assert "The monitoring officer decides." in seen(maria, QUESTION)
    await at(hood, 12, days=3)
    report = seen(maria, QUESTION)
    assert "What had not gone out yet in Booker" in report
    assert "was stopped, because of the election." in report
    assert "monitoring officer" not in report
    assert amina.said_by_bot(QUESTION) == 0
