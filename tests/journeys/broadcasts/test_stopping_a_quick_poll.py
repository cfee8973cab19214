"""Ending a quick poll early: who reads what, and before an election."""

from __future__ import annotations

from datetime import timedelta

import pytest
from asking import QUESTION, asked
from company import BOOKER, Neighbourhood, Person
from evenings import at, election, monitors
from on_duty import HURT, all_text, named

from engagement.staff.rights import Role
from usecases.broadcasts import held_sends


@pytest.fixture
async def maria(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Maria")


@pytest.fixture
async def nick(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Nick")


async def _why(person: Person) -> str:
    """To the question why the only poll is to end."""
    await person.types("/ask")
    await person.taps("What I asked before")
    await person.taps("1 ")
    return await person.taps("End it early")


async def _minutes_pass(hood: Neighbourhood) -> None:
    await hood.stage.settle()
    await hood.leap(hood.stage.clock.now() + timedelta(minutes=3))


async def test_a_stopped_poll_waits_for_no_decision(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """It was listed for good: nobody could decide about it."""
    monitor = await monitors(hood, "Monitoring", BOOKER)
    await asked(hood, maria, nick)
    await _why(maria)
    await maria.taps("There was a mistake in it")
    await maria.taps("Yes, end it")
    await _minutes_pass(hood)
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today + timedelta(days=1), last=today + timedelta(days=2))
    await at(hood, 12, days=1)
    await monitor.types("/held")
    # What those read who answered it, by its question.
    assert monitor.labels == ["1 Which day suits you best for a litter…"]
    await monitor.taps("1 ")
    assert "Drop it" in monitor.labels


async def test_the_notice_of_a_stop_is_no_message_of_its_author(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    monitor = await monitors(hood, "Monitoring", BOOKER)
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=1))
    await _why(maria)
    await maria.taps("There was a mistake in it")
    await maria.taps("Yes, end it")
    await _minutes_pass(hood)
    assert maria.said_by_bot("“mistake”") == 0
    assert "Take it back" not in maria.labels
    await monitor.types("/held")
    await monitor.taps("1 ")
    await monitor.taps("Drop it")
    await _minutes_pass(hood)
    assert maria.said_by_bot("“mistake”") == 0
    assert not any("Change it" in label for label in maria.labels)


async def test_the_typed_reason_is_read_as_it_was_written(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """A postcode in it became the code of a ward."""
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await _why(maria)
    seen = await maria.types("The talk about suicide at HP12 3HP is on that day")
    assert "why: The talk about suicide at HP12 3HP is on that day" in seen
    await maria.taps("Yes, end it")
    await _minutes_pass(hood)
    assert "The talk about suicide at HP12 3HP is on that day" in amina.sees


@pytest.mark.parametrize("command", ["", "/ask ", "/send "])
async def test_words_of_danger_for_many_people_raise_no_alert(
    hood: Neighbourhood, maria: Person, nick: Person, command: str
) -> None:
    """A member's reason, and what followed a command, was passed on as being about themselves."""
    ruth = await named(hood, Role.OFFICER, "Ruth")
    if not command:
        await asked(hood, maria, nick)
        await _why(maria)
    await maria.types(f"{command}{HURT}")
    await _minutes_pass(hood)
    assert "Words of danger:" not in all_text(ruth)
    assert "Numbers to call were shown:" not in all_text(ruth)


@pytest.fixture
async def why(hood: Neighbourhood, amina: Person, maria: Person, nick: Person) -> Person:
    """Maria, at the question why her poll, which Amina has answered, is to end."""
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    assert "Why do you end it early?" in await _why(maria)
    return maria


@pytest.mark.parametrize("word", ["no", "cancel", "back"])
async def test_no_to_the_question_why_lets_it_go_on(why: Person, word: str) -> None:
    """It became the reason that people would read."""
    assert "Nothing has changed. It goes on." in await why.types(word)


async def test_a_number_is_the_reason_in_that_place(why: Person) -> None:
    """The number became the reason that people would read."""
    assert "why: There was a mistake in it" in await why.types("3")


@pytest.mark.parametrize("word", ["yes", "ok", "thanks", "hello", "4", "\U0001f44d"])
async def test_what_says_nothing_is_no_reason(why: Person, word: str) -> None:
    """It became the reason that people would read."""
    await why.types(word)
    assert "End it now?" not in why.sees
    assert "why: The field is flooded" in await why.types("The field is flooded")


@pytest.mark.parametrize("word", ["ok", "thanks", "👍", "1 May"])
async def test_what_says_nothing_decides_nothing_and_changes_no_reason(
    hood: Neighbourhood, amina: Person, why: Person, word: str
) -> None:
    """It took the place of the reason."""
    await why.types("The field is flooded")
    await why.types(word)
    await _minutes_pass(hood)
    assert amina.said_by_bot("The field is flooded") == 0
    await why.types("/ask")
    await why.taps("What I asked before")
    assert "(stopped)" not in why.sees


async def test_yes_stops_it_for_the_reason_given(
    hood: Neighbourhood, amina: Person, why: Person
) -> None:
    """It took the place of the reason."""
    await why.types("The field is flooded")
    await why.types("yes")
    assert why.said_by_bot("It has ended.") == 1
    await _minutes_pass(hood)
    assert "The field is flooded" in amina.sees


async def test_no_to_the_last_question_lets_it_go_on(why: Person) -> None:
    """It took the place of the reason."""
    await why.types("The field is flooded")
    assert "Nothing has changed. It goes on." in await why.types("no")


async def test_its_author_reads_who_stopped_it_and_why(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """Maria read "You took it back"."""
    ruth = await hood.officer("Ruth")
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await _why(ruth)
    await ruth.taps("There was a mistake in it")
    await ruth.taps("Yes, end it")
    await _minutes_pass(hood)
    assert "It was stopped. The reason: There was a mistake in it" in maria.sees
    assert "Stopped by: Ruth" in maria.sees
    assert "not sent, because it was stopped" in maria.sees
    assert "you took it back" not in maria.sees.lower()


async def test_a_reason_on_offer_is_in_words_in_what_is_held_about_people(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """They read "mistake", the code of the reason."""
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await _why(maria)
    await maria.taps("There was a mistake in it")
    await maria.taps("Yes, end it")
    await _minutes_pass(hood)
    for person in (amina, maria):
        await person.types("/mydata")
        page = next(m.document for m in reversed(person.phone.messages) if m.document)
        readable, _, _ = page.content.decode().partition("<pre")
        assert "There was a mistake in it" in readable
        assert ">mistake<" not in readable


async def test_what_is_held_back_is_called_by_the_question(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """Whoever runs the bot read "mistake"."""
    service = hood.stage.service
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await at(hood, 22)
    await _why(maria)
    await maria.taps("There was a mistake in it")
    await maria.taps("Yes, end it")
    await hood.stage.settle()
    waiting = await service.batcher.run(lambda tx: held_sends.waiting(tx, service.world))
    assert [one.words for one in waiting] == [QUESTION]
