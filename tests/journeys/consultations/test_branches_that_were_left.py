"""What belongs to a branch that was left: replies to its questions, and comments on them."""

from pathlib import Path

import pytest
from company import Neighbourhood, Person
from crossing import at_the_crossing, replies


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    return await at_the_crossing(hood, amina, tmp_path)


async def test_a_reply_to_a_question_that_is_no_longer_asked_says_so(asked: Person) -> None:
    """It was called an old button, though nothing was tapped."""
    await asked.types("yes")
    await asked.types("skip")
    often = asked.phone.keyboard_message
    for words in ("5", "back", "back", "back", "no"):
        await asked.types(words)
    assert often is not None
    said = await replies(asked, often, "7")
    assert "After your other answers we don't ask that question" in said


async def test_a_comment_on_a_branch_that_was_left_is_in_no_export(
    hood: Neighbourhood, asked: Person
) -> None:
    """An officer read "most days" from somebody who never crosses."""
    for words in ("yes", "skip", "most days unless it pours", "yes"):
        await asked.types(words)
    (row,) = await hood.exported(officer := await hood.officer())
    assert row["often.comment"] == "most days unless it pours"
    await asked.types("/mine")
    for words in ("back", "back", "back", "no"):
        await asked.types(words)
    (row,) = await hood.exported(officer)
    assert (row["crosses"], row["often.comment"]) == ("No", "")


async def test_a_reply_to_any_copy_of_a_question_is_for_that_question(amina: Person) -> None:
    """To all but the last the bot said that news had come."""
    await amina.taps("Answer now")
    first = amina.phone.keyboard_message
    await amina.types("1")
    second = amina.phone.keyboard_message
    for words in ("1", "3", "done", "back", "back", "2"):
        await amina.types(words)
    assert first is not None
    assert second is not None
    assert "We've changed your answer." in await replies(amina, first, "4")
    assert "We've changed your answer." in await replies(amina, second, "2")


async def test_a_reply_to_something_else_is_not_called_news(amina: Person) -> None:
    await amina.types("/privacy")
    other = amina.from_bot[-1]
    await amina.types("/help")
    await amina.types("/consultations")
    await amina.taps("Answer now")
    assert "News came" not in await replies(amina, other, "2")


async def test_an_edit_of_an_answer_on_a_branch_that_was_left_says_so(asked: Person) -> None:
    """ "We've changed your answer", though it counts nowhere."""
    for words in ("yes", "skip", "5"):
        await asked.types(words)
    sent = {m.text: m.message_id for m in asked.phone.messages if not m.from_bot}
    asked.phone.edit_text(sent["yes"], "no")
    await asked.settles()
    asked.phone.edit_text(sent["5"], "2")
    said = await asked.settles()
    assert "After your other answers we don't ask that question" in said
    asked.phone.edit_text(sent["yes"], "yes")
    await asked.settles()
    assert "5 days" in await asked.types("/mine")


async def test_an_edit_chooses_nothing_that_other_answers_leave_out(asked: Person) -> None:
    """A reply to the same question didn't either."""
    for words in ("no", "skip", "the north end", "by the school"):
        await asked.types(words)
    sent = {m.text: m.message_id for m in asked.phone.messages if not m.from_bot}
    asked.phone.edit_text(sent["by the school"], "by the shop")
    await asked.settles()
    said = await asked.types("/mine")
    assert "By the shop" not in said
    assert "By the school" in said
