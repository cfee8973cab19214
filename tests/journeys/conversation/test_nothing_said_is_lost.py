"""Texts cut in two, second messages, and comments that are kept only after a yes."""

from datetime import timedelta

import pytest
from company import BOOKER, Neighbourhood, Person

LONG = "o" * 4839
LAMPS = "The new lamps are on from Monday."


async def at_the_text(amina: Person) -> None:
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")


async def test_a_text_that_the_app_cut_in_two_is_refused_whole(
    hood: Neighbourhood, amina: Person
) -> None:
    """W2."""
    await at_the_text(amina)
    said = await amina.types(LONG)
    assert "That is 4,839 characters long" in said
    assert await hood.exported(await hood.officer("First")) == []
    await hood.stage.until(hood.stage.clock.now() + timedelta(seconds=20))
    await amina.types("It is dark and wet")
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "It is dark and wet"


async def test_a_broadcast_s_text_that_was_cut_in_two_is_no_broadcast(hood: Neighbourhood) -> None:
    """W2."""
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    await board.types("Something else")
    assert "characters long" in await board.types(LONG)
    assert not board.said_by_bot("This is what people will get")


async def test_a_cut_comment_is_not_half_kept(hood: Neighbourhood, amina: Person) -> None:
    """W2."""
    await amina.taps("Answer now")
    assert "That is 4,839 characters long" in await amina.types(LONG)
    assert not amina.said_by_bot("Shall we keep that")


async def test_a_second_message_after_the_receipt_is_asked_about_and_added(
    hood: Neighbourhood, amina: Person
) -> None:
    """W3."""
    await at_the_text(amina)
    assert "is saved" in await amina.types("More lamps")
    said = await amina.types("and a bench")
    assert 'Shall we add that to your answer to "' in said
    assert "and a bench" in said
    assert "and flowers" in await amina.types("and flowers")
    assert "We've added that to your answer" in await amina.types("yes")
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "More lamps\nand a bench\nand flowers"


async def test_thanks_after_the_receipt_are_answered_and_never_offered(
    hood: Neighbourhood, amina: Person
) -> None:
    """W3."""
    await at_the_text(amina)
    await amina.types("More lamps")
    assert await amina.types("Thank you very much") == "You're welcome."
    assert not amina.said_by_bot("Shall we")
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "More lamps"


@pytest.mark.parametrize("words", ["thanks!", "ok", "Bye", "👍🏽", "Dziękuję", "شکریہ", "shukria"])
async def test_words_that_end_a_chat_are_no_comment(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    """W3."""
    await amina.taps("Answer now")
    assert await amina.types(words) == "You're welcome."
    assert not amina.said_by_bot("Shall we")


@pytest.mark.parametrize("words", ["nah", "nope", "no thanks", "nie, dziękuję", "cancel"])
async def test_no_in_other_words_declines_an_offer(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    """W3."""
    await amina.taps("Answer now")
    await amina.types("the ponds are dirty")
    await amina.types("thanks")
    assert "1 of 4." in await amina.types(words)
    assert amina.said_by_bot("Shall we") == 1


async def test_words_typed_at_the_preview_never_become_the_message_by_themselves(
    hood: Neighbourhood, amina: Person
) -> None:
    """W3."""
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    await board.types("Something else")
    await board.types(LAMPS)
    said = await board.types("tomorrow 9am")
    assert LAMPS in said
    assert "You also wrote this. It isn't in the message: tomorrow 9am" in said
    await board.taps("Send to")
    assert amina.said_by_bot(LAMPS) == 1
    assert amina.said_by_bot("tomorrow 9am") == 0


async def test_a_second_message_in_send_can_be_added(hood: Neighbourhood, amina: Person) -> None:
    """W3."""
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    await board.types("Something else")
    await board.types(LAMPS)
    await board.types("Come and see them.")
    await board.taps("Add it to the message")
    await board.taps("Send to")
    assert amina.said_by_bot(f"{LAMPS}\nCome and see them.") == 1


async def test_a_comment_that_is_declined_is_not_kept_and_two_messages_are_one(
    hood: Neighbourhood, amina: Person
) -> None:
    """W8."""
    await amina.taps("Answer now")
    await amina.types("depends")
    await amina.taps("No")
    assert amina.question.startswith("1 of 4.")
    await amina.types("the alley")
    await amina.types("is pitch black")
    await amina.types("tak")
    assert "We can't tell which choice that is" in await amina.types("9")
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme.comment"] == "the alley\nis pitch black"


async def test_comments_can_be_listed_and_deleted(hood: Neighbourhood, amina: Person) -> None:
    """W8."""
    await amina.taps("Answer now")
    for text in ("the alley is pitch black", "call me on my mobile"):
        await amina.types(text)
        await amina.taps("Yes, keep it")
    await amina.types("/mine")
    said = await amina.taps("My comments")
    assert "1 call me on my mobile" in said
    assert "2 the alley is pitch black" in said
    said = await amina.taps("Delete 1")
    assert "We've deleted that comment" in said
    assert "call me on my mobile" not in said
    (row,) = await hood.exported(await hood.officer())
    assert row["first_theme.comment"] == "the alley is pitch black"


async def test_an_edited_message_changes_the_answer_it_gave(
    hood: Neighbourhood, amina: Person
) -> None:
    """W7."""
    await amina.taps("Answer now")
    choice = amina.phone.type("2")
    await amina.settles()
    for _ in range(2):
        await amina.types("skip")
    own = amina.phone.type("More lamps near HP12 3HP")
    await amina.settles()
    amina.phone.edit_text(own.message_id, "Fewer lamps near HP12 3HP")
    assert "We've changed your answer" in await amina.settles()
    amina.phone.edit_text(choice.message_id, "3")
    await amina.settles()
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "Fewer lamps near HP12 3HP"
    assert row["first_theme"] == "Streets, parks and public places"


async def test_an_edit_that_changes_nothing_is_told_so(amina: Person) -> None:
    """W7."""
    said = amina.phone.type("hello")
    await amina.settles()
    amina.phone.edit_text(said.message_id, "hello there")
    assert "That changes nothing here. To change an answer: /mine" in await amina.settles()


async def test_an_offer_that_was_passed_over_is_made_again_after_the_next(
    hood: Neighbourhood, amina: Person
) -> None:
    """W3."""
    await amina.taps("Answer now")
    question = amina.phone.keyboard_message
    assert question is not None
    await amina.types("the ponds are dirty")
    amina.phone.tap("Streets", message=question)
    await amina.settles()
    await amina.types("nobody reads letters")
    said = await amina.taps("Yes, keep it")
    assert "You also wrote this" in said
    assert "the ponds are dirty" in said
    await amina.types("yes")
    shown = await amina.types("/mine")
    assert "nobody reads letters" in shown
    assert "the ponds are dirty" in shown


async def test_an_offer_that_was_passed_over_is_made_again_with_the_receipt(
    hood: Neighbourhood, amina: Person
) -> None:
    """W3."""
    await amina.taps("Answer now")
    question = amina.phone.keyboard_message
    assert question is not None
    await amina.types("the ponds are dirty")
    for label in ("Skip", "Skip", "Skip"):
        amina.phone.tap(label, message=question)
        await amina.settles()
    said = await amina.types("More lamps")
    assert amina.said_by_bot("is saved")
    assert "the ponds are dirty" in said
    assert "is saved" in await amina.types("no")
    assert "the ponds" not in await amina.types("/mine")
