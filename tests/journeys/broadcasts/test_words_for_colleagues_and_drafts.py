"""Words below a colleague's request, or below news, are for nothing that waits above it."""

from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person

from engagement.staff.rights import Role

LAMPS = "The lamps behind the shops are on."
NOTHING = "Nothing was decided. Please tap a button"


async def asks(author: Person, text: str = LAMPS) -> None:
    await author.types("/send")
    await author.taps("Public Realm")
    await author.types(text)
    assert "A second person has to approve it" in await author.taps("Send to")


@pytest.fixture
async def author(hood: Neighbourhood) -> Person:
    await hood.residents(52, "HP12 3HP")
    return await hood.board_member(label="Author")


@pytest.fixture
async def second(hood: Neighbourhood, author: Person) -> Person:
    return await hood.board_member(label="Second")


async def resident_too(hood: Neighbourhood) -> Person:
    person = await hood.resident("Third", "HP12 3HP")
    await person.start(await hood.stage.invite(Role.BOARD_MEMBER, "Third", (BOOKER,)))
    return person


async def test_a_no_below_a_request_is_no_text_of_ones_own_message(
    author: Person, second: Person
) -> None:
    await second.types("/send")
    await second.types("Something else")
    await asks(author)
    for words in ("no", "yes", "yes, send", "No thanks, the date is wrong"):
        assert NOTHING in await second.types(words)
    said = await second.types("The hall is open at ten")
    assert "Is this your message to residents?" in said
    assert said.endswith("The hall is open at ten")
    assert "This is what people will get" in await second.types("yes")


async def test_two_messages_below_a_request_are_asked_about_together(
    author: Person, second: Person
) -> None:
    await second.types("/send")
    await second.types("Something else")
    await asks(author)
    await second.types("The hall is open")
    assert "The hall is open at ten" in await second.types("at ten")
    assert "Write it as you" in await second.types("no")


async def test_a_no_below_a_request_makes_nobody_too_young(
    hood: Neighbourhood, author: Person, second: Person
) -> None:
    await second.start()
    await second.taps("Start")
    await asks(author)
    for words in ("no", "yes"):
        assert NOTHING in await second.types(words)
    assert not second.said_by_bot("you are 13")
    assert not second.said_by_bot("Where do you live")


async def test_a_yes_below_a_request_is_no_complaint(author: Person, second: Person) -> None:
    await second.types("/complain")
    await asks(author)
    for words in ("yes", "No thanks, the date is wrong"):
        assert NOTHING in await second.types(words)
    assert not second.said_by_bot("We have your complaint")


async def test_a_yes_with_more_below_a_request_is_no_answer(
    hood: Neighbourhood, author: Person
) -> None:
    third = await resident_too(hood)
    await third.types("/consultations")
    await third.taps("Answer now")
    for _ in range(3):
        await third.taps("Skip")
    await asks(author)
    assert NOTHING in await third.types("Yes, but please change the date")
    assert "Shall we add that to your answer" in await third.types("The date is wrong")
    assert not third.said_by_bot("is saved")


async def test_words_below_news_are_no_text_of_ones_own_message(hood: Neighbourhood) -> None:
    third = await resident_too(hood)
    await third.types("/send")
    await third.types("Something else")
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    await board.types("Something else")
    await board.types(LAMPS)
    await board.taps("Send to")
    await third.settles()
    assert "Is this your message" in await third.types("Thanks, that is great")


async def test_one_label_under_two_requests_decides_neither(
    hood: Neighbourhood, author: Person, second: Person
) -> None:
    other = await hood.board_member(label="Other")
    await asks(author)
    await asks(other, "The hall opens at ten.")
    (label,) = (label for label in second.labels if label.startswith("Yes, send"))
    for words in (label, "No, don't send"):
        assert "more than one thing" in await second.types(words)
    assert await second.taps("No, don't send")
    await second.types("/help")
    assert not author.said_by_bot("Sending")


async def test_a_label_of_a_request_that_is_not_the_newest_decides_nothing(
    author: Person, second: Person
) -> None:
    await asks(author)
    await second.types("/help")
    seen = await second.types("No, don't send")
    assert LAMPS in seen, "the request itself is shown again"
    assert "No, don't send" in second.labels
    assert not author.said_by_bot("declined it")


async def test_a_send_that_is_typed_below_other_things_shows_the_preview_again(
    hood: Neighbourhood,
) -> None:
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    await board.types("Something else")
    await board.types(LAMPS)
    (label,) = (label for label in board.labels if label.startswith("Send to"))
    await board.types("/help")
    assert "This is what people will get" in await board.types(label)
    assert not board.said_by_bot("Sent.")
    await board.types(label)
    assert board.said_by_bot("Sent.") or board.said_by_bot("Sending")


@pytest.mark.parametrize("words", ["send", "yes", "ok", "wyślij"])
async def test_send_alone_at_the_preview_says_what_to_tap(hood: Neighbourhood, words: str) -> None:
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    await board.types("Something else")
    await board.types(LAMPS)
    said = await board.types(words)
    assert "Nothing is sent yet" in said
    assert "or type all of that" in said


async def test_yes_to_did_you_mean_chooses_the_ward(hood: Neighbourhood) -> None:
    board = await hood.board_member(BOOKER, ABBEY)
    await board.types("/send")
    assert "Did you mean Booker" in await board.types("Castlefield")
    await board.types("yes")
    assert any(label.startswith("✓") and "Booker" in label for label in board.labels)


async def test_stop_right_after_send_says_that_the_message_still_goes_out(
    hood: Neighbourhood, author: Person, second: Person
) -> None:
    await asks(author)
    said = await author.types("STOP!")
    assert author.said_by_bot("You've stopped") == 1
    assert "still goes out if it is approved" in said
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=1))
    assert "still goes out" not in await second.types("stop")
