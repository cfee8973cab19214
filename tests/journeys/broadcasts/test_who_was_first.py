"""Two taps, or two people, on one decision: nobody reads their own name as a colleague's, and no
words are lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from asking import asked, composed
from company import BOOKER, Neighbourhood, Person
from evenings import at, election, monitors

from engagement.staff.rights import Role


@pytest.fixture
async def maria(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Maria")


@pytest.fixture
async def nick(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Nick")


async def _asks(author: Person) -> None:
    await composed(author)
    await author.taps("Send to")


async def _to_stop(person: Person, why: str) -> None:
    """To the question whether the only poll is to end for this reason."""
    await person.types("/ask")
    await person.taps("What I asked before")
    await person.taps("1 ")
    await person.taps("End it early")
    assert "End it now?" in await person.types(why)


async def _twice(hood: Neighbourhood, person: Person, label: str, other: str = "") -> None:
    """Two quick taps, before the bot has answered."""
    message = person.phone.keyboard_message
    person.phone.tap(label, message)
    person.phone.tap(other or label, message)
    await hood.stage.settle()


async def test_a_second_tap_on_no_still_asks_why_and_takes_the_reason(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It said "Nick declined it already", and the reason typed next was not understood."""
    await _asks(maria)
    await _twice(hood, nick, "No, don't send")
    assert nick.said_by_bot("Nick declined it already") == 0
    await nick.types("Sunday is wrong")
    await hood.stage.settle()
    assert maria.said_by_bot("Sunday is wrong") == 1


@pytest.mark.parametrize("other", ["", "No, don't send"])
async def test_a_second_tap_on_yes_shows_once_more_what_was_approved(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person, other: str
) -> None:
    """It said "Nick approved it already" to Nick."""
    await at(hood, 22)
    await _asks(maria)
    yes = next(label for label in nick.labels if label.startswith("Yes, send"))
    await _twice(hood, nick, yes, other)
    assert nick.said_by_bot("Nick approved it already") == 0
    assert "08:00" in nick.sees, "what the approval waits for stays in sight"


async def test_a_second_tap_on_send_does_not_say_that_nothing_waits(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It said "There is nothing waiting to be sent" over a message that waits for its approval."""
    await composed(maria)
    await _twice(hood, maria, next(label for label in maria.labels if label.startswith("Send to")))
    assert "What became of the last one is shown above" in maria.toast
    assert "We've asked: Nick" in maria.sees


async def test_who_stops_a_question_second_reads_that_their_reason_goes_to_nobody(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """They read that it was stopped, and that those who had answered read their reason."""
    olga = await hood.staff(Role.OFFICER, label="Olga")
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await _to_stop(maria, "It rains on that day")
    await _to_stop(olga, "The matter is closed for now")
    await olga.taps("Yes, end it")
    await maria.taps("Yes, end it")
    assert maria.said_by_bot("Olga has stopped it already") == 1
    assert maria.said_by_bot("goes to nobody: It rains on that day") == 1


async def test_a_second_tap_of_ones_own_stops_it_once(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    await _to_stop(maria, "It rains on that day")
    await _twice(hood, maria, "Yes, end it")
    assert maria.said_by_bot("It has ended.") == 1
    assert maria.said_by_bot("has stopped it already") == 0


async def test_that_a_stop_waits_for_an_election_is_said_before_and_after(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It said "We tell those who have answered", and they never heard."""
    monitor = await monitors(hood, "Monitoring", BOOKER)
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=1))
    await _to_stop(maria, "The field is flooded")
    assert "election" in maria.sees
    await maria.taps("Yes, end it")
    done = next(m.text for m in reversed(maria.from_bot) if "It has ended." in m.text)
    assert "election" in done
    await hood.leap(hood.stage.clock.now() + timedelta(minutes=3))
    await monitor.types("/held")
    await monitor.taps("1 ")
    dropped = await monitor.taps("Drop it")
    assert "Their author sees that" not in dropped
    assert "Who asked it sees that at /ask" in dropped
    await maria.types("/ask")
    await maria.taps("What I asked before")
    assert "Those who had answered don't know it" in await maria.taps("1 ")


async def test_the_second_monitoring_officer_sees_who_decided_what(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """The other's screen kept both buttons, and a tap said "That has been decided already"."""
    first = await monitors(hood, "Ida", BOOKER)
    second = await monitors(hood, "Ute", BOOKER)
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=1))
    await asked(hood, maria, nick)
    for one in (first, second):
        await one.types("/held")
        await one.taps("1 ")
    await first.taps("Drop it")
    seen = await second.taps("Let it go out")
    assert "Ida has decided: it is dropped" in seen
    assert "Let it go out" not in second.labels


async def test_the_last_moment_for_an_approval_is_the_end_of_the_day_before_midnight(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It said "Tuesday 13 September, 00:00" beside "Monday 12 September, end of the day"."""
    await composed(maria, days="3")
    seen = await maria.taps("Send to")
    assert ", 00:00" not in seen
    assert "end of the day, nothing is sent" in seen
    assert ", 00:00" not in nick.sees
    assert "Please answer by" in nick.sees


async def test_a_label_typed_in_full_below_something_newer_brings_the_request_back(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It said "type all its words" to somebody who had just done that, for ever."""
    await _asks(maria)
    await nick.types("/help")
    seen = await nick.types("No, don't send")
    assert "A second person has to approve" in seen or "No, don't send" in nick.labels
    assert maria.said_by_bot("declined it") == 0
    await nick.types("No, don't send")
    await hood.stage.settle()
    assert maria.said_by_bot("declined it") == 1


async def test_a_label_that_two_requests_have_is_asked_about(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It said "type all its words", which were typed."""
    olga = await hood.board_member(label="Olga")
    await _asks(maria)
    await _asks(olga)
    seen = await nick.types("No, don't send")
    assert "more than one thing" in seen
    assert maria.said_by_bot("declined it") == 0 == olga.said_by_bot("declined it")


async def test_a_poll_that_ends_before_anything_goes_out_is_not_sent(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It was promised for 08:00, and its report said that it had arrived."""
    await at(hood, 21, 30)
    there = hood.stage.clock.now() + timedelta(days=1)
    await composed(maria, days=f"{there:%-d %B %Y} 07:30")
    await maria.taps("Send to")
    assert "by then this has ended" in maria.toast
    assert "Nothing goes out before 08:00" in maria.toast
