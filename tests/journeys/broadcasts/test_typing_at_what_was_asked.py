"""Words typed at the polls that were asked before, in the message that asked for a question."""

from __future__ import annotations

import pytest
from asking import QUESTION, asked
from company import ABBEY, BOOKER, Neighbourhood, Person


@pytest.fixture
async def maria(hood: Neighbourhood, amina: Person) -> Person:
    """Has asked one quick poll, and looks at what she asked before."""
    member = await hood.board_member(label="Maria")
    await asked(hood, member, await hood.board_member(label="Nick"))
    await member.types("/ask")
    await member.taps("What I asked before")
    return member


def new_polls(person: Person) -> int:
    return person.said_by_bot("What can people choose from?")


async def test_a_number_or_a_label_opens_a_poll_of_the_list(maria: Person) -> None:
    """ "1" became the question of a new poll."""
    before = new_polls(maria)
    assert "Back" in (await maria.types("1"), *maria.labels)
    assert QUESTION in maria.sees
    await maria.types("back")
    assert "What was asked" in maria.sees
    assert "Back" in (await maria.types(maria.labels[0]), *maria.labels)
    assert new_polls(maria) == before


async def test_ending_a_poll_early_can_be_typed_from_the_list_on(
    amina: Person, maria: Person
) -> None:
    """Each of these words became a part of a new poll, and the old one went on."""
    before = new_polls(maria)
    await maria.types("1")
    assert "Why" in await maria.types("End it early")
    await maria.types("We have enough answers")
    await maria.types("Yes, end it")
    assert new_polls(maria) == before
    assert "We stopped this question" in await amina.types("Sunday")


async def test_thanks_below_the_list_are_nobodys_question(maria: Person) -> None:
    before = new_polls(maria)
    await maria.types("1")
    assert "You're welcome" in await maria.types("thank you")
    assert new_polls(maria) == before


async def test_own_words_below_the_list_are_asked_about(maria: Person) -> None:
    said = await maria.types("Do you want a bench in the park?")
    assert "Do you want a bench in the park?" in said
    assert "What can people choose from?" not in said
    assert "What can people choose from?" in await maria.types("yes")


async def test_what_is_typed_at_once_after_ask_is_the_question_all_the_same(maria: Person) -> None:
    """The message that asks for it was still on its way."""
    maria.phone.type("/ask")
    maria.phone.type("Do you want a bench in the park?")
    assert "What can people choose from?" in await maria.settles()


async def test_what_was_asked_of_these_wards_and_others_is_named_without_its_answers(
    hood: Neighbourhood, amina: Person
) -> None:
    """It said "Nothing was asked in your wards", whose people had it in their hands."""
    maria = await hood.board_member(ABBEY, BOOKER, label="Maria")
    officer = await hood.officer("Second")
    omar = await hood.board_member(BOOKER, label="Omar")
    await omar.types("/ask")
    assert "Nothing was asked in your wards." in await omar.taps("What I asked before")
    await maria.types("/ask")
    await maria.types(QUESTION)
    await maria.types("Saturday\nSunday")
    await maria.taps("All 2")
    await maria.types("7")
    await maria.taps("Send to")
    await officer.taps("Yes, send")
    await hood.stage.settle()
    assert QUESTION in amina.sees
    await omar.types("/ask")
    seen = await omar.taps("What I asked before")
    assert "Nothing that you can see here was asked in your wards." in seen
    assert "asked in your wards together with others. " in seen
    assert f"– {QUESTION}" in seen
    assert not any(QUESTION[:10] in label for label in omar.labels)
    await maria.types("/ask")
    assert "together with others" not in await maria.taps("What I asked before")
