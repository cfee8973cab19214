"""A number is for what its writer has in front of them, never for a question further up."""

import pytest
from company import BOOKER, Neighbourhood, Person

from engagement.staff.rights import Role

LAMPS = "The lamps behind the shops are on."
NOTHING = "Nothing was decided. Please tap a button"
AGAIN = "That may have been for another message"
FIRST, SECOND = "1 of 4.", "2 of 4."


@pytest.fixture
async def author(hood: Neighbourhood) -> Person:
    await hood.residents(52, "HP12 3HP")
    return await hood.board_member(label="Author")


async def answering(hood: Neighbourhood, role: Role = Role.BOARD_MEMBER) -> Person:
    """A member of staff who lives in the ward too, and has the first question in the chat."""
    third = await hood.resident("Third", "HP12 3HP")
    wards = (BOOKER,) if role is Role.BOARD_MEMBER else ()
    await third.start(await hood.stage.invite(role, "Third", wards))
    await third.types("/consultations")
    assert FIRST in await third.taps("Answer now")
    return third


async def asks(author: Person, text: str = LAMPS) -> None:
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(text)
    assert "A second person has to approve it" in await author.taps("Send to")


@pytest.mark.parametrize("number", ["2", "two", "the second one", "first 3", "21"])
async def test_a_number_below_a_request_decides_nothing_and_answers_nothing(
    hood: Neighbourhood, author: Person, number: str
) -> None:
    third = await answering(hood)
    await asks(author)
    assert NOTHING in await third.types(number)
    assert not third.said_by_bot(SECOND)
    assert "You declined it" in await third.types("No, don't send")


async def test_a_number_in_reply_to_the_question_is_its_answer_below_a_request_too(
    hood: Neighbourhood, author: Person
) -> None:
    third = await answering(hood)
    question = third.phone.keyboard_message
    assert question is not None
    await asks(author)
    original = {"message_id": question.message_id, "date": 1_662_400_000, "text": question.text}
    original["chat"] = {"id": third.phone.user_id, "type": "private", "first_name": "Third"}
    third.phone.say(third.phone.chat, "2", {"reply_to_message": original})
    assert SECOND in await third.settles()


async def test_a_number_below_what_came_back_brings_the_question_again(
    hood: Neighbourhood, author: Person
) -> None:
    third = await answering(hood)
    await asks(third)
    await third.types("/consultations")
    await third.taps("Answer now")
    assert "You declined it" in await author.taps("No, don't send")
    assert third.labels == ["Change it and send it again"]
    said = await third.types("1")
    assert AGAIN in said
    assert FIRST in said
    assert SECOND in await third.types("1")


async def test_a_number_below_a_report_brings_the_question_again(
    hood: Neighbourhood, author: Person
) -> None:
    third = await answering(hood)
    await asks(third)
    await third.types("/consultations")
    await third.taps("Answer now")
    await author.taps("Yes, send")
    assert "Correct this" in str(third.labels)
    assert "we have not taken that as your answer" in await third.types("1")
    assert not third.said_by_bot(SECOND)


async def test_a_number_below_the_screen_of_manage_brings_the_question_again(
    hood: Neighbourhood,
) -> None:
    officer = await answering(hood, Role.OFFICER)
    await officer.types("/manage")
    await officer.types("1")
    assert "Withdraw" in str(officer.labels)
    assert AGAIN in await officer.types("1")
    assert not officer.said_by_bot(SECOND)
