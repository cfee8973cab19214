"""An invitation waits no longer than its questions."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person

LAMPS = "The lamps behind the shops are on."
NO = "No, don't send"


@pytest.fixture
async def pair(hood: Neighbourhood) -> tuple[Person, Person]:
    """An author and a second person, where a message needs both."""
    await hood.residents(52, "HP12 3HP")
    author = await hood.board_member(label="Author")
    return author, await hood.board_member(label="Second")


async def asks(author: Person, subject: str = "Public Realm") -> None:
    await author.types("/send")
    await author.taps(subject)
    await author.types(LAMPS)
    assert "A second person has to approve it" in await author.taps("Send to")


async def test_an_invitation_comes_back_when_its_questions_close(
    hood: Neighbourhood, pair: tuple[Person, Person]
) -> None:
    """It waited for ever, and the second person read that their answers are safe."""
    author, second = pair
    asked = hood.library.consultations["local-priorities"]
    await hood.leap(asked.closes_at - timedelta(minutes=30))
    await asks(author, "The questions")
    yes = second.phone.keyboard_message
    assert yes is not None
    await hood.leap(asked.closes_at + timedelta(hours=11))
    assert "The questions closed before anybody approved it. Nothing was sent." in author.sees
    second.phone.tap_data(yes.message_id, yes.buttons[0][0].data or "")
    await second.settles()
    assert "has closed, so this invitation can't go out." in second.sees
    assert not any(m.buttons for m in second.from_bot if "asks you to approve" in m.text)
    assert LAMPS in await author.taps("Change it and send it again")


async def test_an_invitation_is_to_be_approved_before_its_questions_close(
    hood: Neighbourhood, pair: tuple[Person, Person]
) -> None:
    """It gave both a week, for questions that closed the same day."""
    author, second = pair
    asked = hood.library.consultations["local-priorities"]
    await hood.leap(asked.closes_at - timedelta(hours=3))
    await asks(author, "The questions")
    assert "If nobody answers by Friday 30 September, 17:00, nothing is sent" in author.sees
    assert "Please answer by Friday 30 September, 17:00." in second.question


async def test_questions_that_have_closed_are_named_to_their_author(hood: Neighbourhood) -> None:
    """They read that their answers are safe: the words for residents."""
    author = await hood.board_member()
    asked = hood.library.consultations["local-priorities"]
    await hood.leap(asked.closes_at - timedelta(minutes=5))
    await author.types("/send")
    await author.taps("The questions")
    await author.types(LAMPS)
    await hood.leap(asked.closes_at + timedelta(hours=11))
    await author.taps("Send to")
    assert author.toast == (
        f"“{asked.title.say('en')}” has closed, so this invitation can't go out. Nothing was sent."
    )
    assert author.said_by_bot("Sent.") == 0


async def test_who_may_get_it_too_late_is_said_of_an_invitation(
    hood: Neighbourhood, amina: Person
) -> None:
    """It said "gets this later" of people who never got it."""
    author = await hood.board_member(label="Author")
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes - timedelta(days=3))
    await author.types("/send")
    await author.taps("The questions")
    later = "gets this later, if that is before the questions close on"
    preview = await author.types(LAMPS)
    assert later in preview
    assert "two weeks" not in preview
    report = await author.taps("Send to")
    assert "Anybody who still waits when the questions close does not get it." in report
