"""What is said in a reply is for the message it replies to, and never decides another question."""

from __future__ import annotations

import pytest
from company import Neighbourhood, Person, answers_all
from replying import replies

from emulator import Message

MINE = "You can see your answers, and change them while the questions are open: /mine"
FORGOTTEN = "We've forgotten"


def said_last(person: Person, words: str) -> Message:
    """The newest message of the bot with these words."""
    return next(m for m in reversed(person.from_bot) if words in m.text)


async def stays(amina: Person) -> None:
    """Nothing was forgotten, and nothing will be."""
    assert not amina.said_by_bot(FORGOTTEN)
    assert not amina.said_by_bot("We will forget you when")
    assert "More lamps, please" in await amina.types("/mine")


@pytest.mark.parametrize("words", ["1", "2", "3", "now", "yes", "when", "when it closes"])
@pytest.mark.parametrize("screen", ["receipt", "/mine"])
async def test_a_reply_to_another_message_forgets_nobody(
    amina: Person, screen: str, words: str
) -> None:
    await answers_all(amina)
    if screen != "receipt":
        await amina.types(screen)
    replied = amina.from_bot[-1]
    await amina.types("/forget")
    labels = amina.labels
    await replies(amina, replied, words)
    assert amina.labels == labels or "Keep my words" not in amina.labels
    await stays(amina)


async def test_a_reply_to_an_older_receipt_is_for_nothing_else(amina: Person) -> None:
    """A newer message has taken its place: the bot no longer knows what it was."""
    await amina.types("/mine")
    old = amina.from_bot[-1]
    await answers_all(amina)
    await amina.types("/mine")
    await amina.types("/forget")
    labels = amina.labels
    for words in ("now", "1", "3", "yes"):
        await replies(amina, old, words)
        await amina.types("/forget")
        assert amina.labels == labels
    await amina.types("/themes")
    await replies(amina, old, "2")
    await amina.types("/themes")
    assert not any(label.startswith("✓") for label in amina.labels)
    await stays(amina)


async def test_a_reply_to_a_message_of_ones_own_forgets_nobody(amina: Person) -> None:
    await answers_all(amina)
    own = next(m for m in amina.phone.messages if m.text == "More lamps, please")
    await amina.types("/forget")
    await replies(amina, own, "now")
    await stays(amina)


async def test_a_reply_to_thanks_forgets_nobody(amina: Person) -> None:
    await answers_all(amina)
    await amina.types("thanks")
    welcome = said_last(amina, "You're welcome")
    await amina.types("/forget")
    assert "We've done nothing" in await replies(amina, welcome, "now")
    await stays(amina)


async def test_a_reply_to_thanks_moves_nobody(amina: Person) -> None:
    await amina.types("thanks")
    welcome = said_last(amina, "You're welcome")
    await amina.types("HP11 2TL")
    assert "Has your home changed?" in await replies(amina, welcome, "yes")
    assert not amina.said_by_bot("Your ward is now")
    assert "Your ward is now Abbey" in await amina.types("yes")


async def test_a_reply_to_the_question_of_forget_answers_it(amina: Person) -> None:
    await answers_all(amina)
    await amina.types("/forget")
    asked = amina.from_bot[-1]
    await amina.types("/plan")
    assert FORGOTTEN in await replies(amina, asked, "now")


async def test_a_number_in_reply_to_the_receipt_is_for_what_it_asks(amina: Person) -> None:
    await answers_all(amina)
    receipt = amina.from_bot[-1]
    await amina.types("/forget")
    assert MINE in await replies(amina, receipt, "2")
    assert "You get one message a week at most" in await replies(amina, receipt, "1")


async def test_a_label_in_reply_to_the_receipt_presses_its_button(amina: Person) -> None:
    await answers_all(amina)
    receipt = amina.from_bot[-1]
    await amina.types("/forget")
    assert (await replies(amina, receipt, "change my answers")).startswith("1 of 4.")


async def test_a_ward_in_reply_to_another_message_moves_nobody(amina: Person) -> None:
    await answers_all(amina)
    await amina.types("/mine")
    mine = amina.from_bot[-1]
    await amina.types("/ward")
    await amina.taps("Change my ward")
    assert "Did you mean Abbey?" in await replies(amina, mine, "Abbey")
    assert not amina.said_by_bot("Your ward is now")
    assert "Your ward is now Abbey" in await amina.types("yes")


async def test_take_it_back_in_reply_to_the_receipt_takes_back_no_complaint(
    hood: Neighbourhood, amina: Person
) -> None:
    await answers_all(amina)
    receipt = amina.from_bot[-1]
    await amina.types("/complain The page would not open")
    assert amina.labels == ["Take it back"]
    assert "Nothing is taken back yet" in await replies(amina, receipt, "take it back")
    assert not amina.said_by_bot("You have taken back")
    assert "You have taken back" in await amina.types("take it back")


async def test_cancel_in_reply_to_another_message_drops_nothing_that_is_written(
    hood: Neighbourhood,
) -> None:
    board = await hood.board_member()
    await board.types("/help")
    told = board.from_bot[-1]
    await board.types("/send")
    await board.types("Something else")
    assert "This is what people will get" in await board.types("The lamps are on.")
    await replies(board, told, "cancel")
    assert not board.said_by_bot("Nothing was sent")
    assert "Nothing was sent" in await board.types("cancel")


async def test_a_number_in_reply_to_one_list_is_for_that_list(amina: Person) -> None:
    await amina.types("/consultations")
    listed = amina.from_bot[-1]
    await amina.types("/themes")
    await replies(amina, listed, "2")
    await amina.types("/themes")
    assert not any(label.startswith("✓") for label in amina.labels)


async def test_a_yes_in_reply_to_another_message_keeps_no_words_on_offer(amina: Person) -> None:
    await amina.types("/mine")
    mine = amina.from_bot[-1]
    await amina.types("/consultations")
    await amina.taps("Answer now")
    await amina.types("the parks are dirty")
    await replies(amina, mine, "yes")
    await replies(amina, mine, "no")
    await replies(amina, mine, "Yes, keep it")
    assert not amina.said_by_bot("we've kept that")
    assert "we've kept that" in await amina.types("yes")
