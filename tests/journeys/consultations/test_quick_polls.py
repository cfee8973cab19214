"""A quick poll, from its first words to the last answer, on the phones of all who take part."""

from __future__ import annotations

from datetime import timedelta

import pytest
from asking import ANSWERS, QUESTION, asked, composed
from company import Neighbourhood, Person


@pytest.fixture
async def maria(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Maria")


@pytest.fixture
async def nick(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Nick")


async def test_a_board_member_asks_in_four_messages_and_a_colleague_approves(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    assert "What do you want to ask?" in await maria.types("/ask")
    assert "What can people choose from?" in await maria.types(QUESTION)
    assert "Until when can people answer?" in await maria.types("Saturday\nSunday\nNeither")
    preview = await maria.taps("7 days")
    assert "This is what people will get" in preview
    assert "A quick question. It won't decide anything by itself." in preview
    assert "(Below it a button: Saturday)" in preview
    assert "A second person has to approve it first" in preview
    assert amina.said_by_bot(QUESTION) == 0
    await maria.taps("Send to")
    assert amina.said_by_bot(QUESTION) == 0
    assert QUESTION in nick.sees
    await nick.taps("Yes, send")
    assert amina.said_by_bot(QUESTION) == 1
    assert "A quick question. It won't decide anything by itself." in amina.sees
    assert amina.labels == [*ANSWERS]


async def test_a_resident_answers_with_a_tap_and_changes_it_by_typing(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    said = await amina.taps("Sunday")
    assert "Kept: Sunday. You can change it until" in said
    assert "When at least 25 people have answered, you see here what they say." in said
    assert "Kept: Saturday." in await amina.types("saturday")
    assert "Kept: Neither." in await amina.types("3")
    assert "Your answer: Neither." in await amina.taps("What others say now")


async def test_the_first_answer_can_be_typed_under_the_message(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    assert "Kept: Saturday." in await amina.types("1")


async def test_nobody_answers_after_the_end(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    await asked(hood, maria, nick)
    await amina.taps("Sunday")
    await hood.leap(hood.stage.clock.now() + timedelta(days=9))
    await amina.taps("Saturday")
    assert "This question has ended" in amina.toast


async def test_the_author_may_not_approve_it(
    hood: Neighbourhood, amina: Person, maria: Person
) -> None:
    await composed(maria)
    await maria.taps("Send to")
    assert "Nobody else looks after these wards yet" in maria.toast
    assert amina.said_by_bot(QUESTION) == 0


async def test_a_number_in_words_is_the_answer_that_begins_with_it(
    hood: Neighbourhood, amina: Person, maria: Person, nick: Person
) -> None:
    """No number is in the message: "two" is no place in its order."""
    await asked(hood, maria, nick, ("One bench", "Three benches", "Two benches"))
    for said, kept in (
        ("two", "Two benches"),
        ("Three", "Three benches"),
        ("two please", "Two benches"),
        ("three benches", "Three benches"),
        ("2", "Two benches"),
        ("3", "Three benches"),
        ("1", "One bench"),
    ):
        assert f"Kept: {kept}." in await amina.types(said), said
