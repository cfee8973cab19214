"""What is shown can be deleted by typing: words that ask for it are nobody's answer."""

from __future__ import annotations

import pytest
from about_oneself import asks_equality, begins
from company import Neighbourhood, Person

OFFERS = "Shall we"


async def with_a_comment(person: Person) -> None:
    await person.taps("Answer now")
    for typed in ("more buses", "yes", "2", "skip", "3", "text here", "/mine", "my comments"):
        await person.types(typed)
    assert "Delete 1" in person.labels


@pytest.mark.parametrize(
    "words",
    ["delete", "delete it", "remove it", "Delete that comment", "delete number 1", "usuń",
     "skasuj to", "مٹا دیں"],
)  # fmt: skip
async def test_below_a_comment_it_is_asked_which_and_nothing_is_offered(
    amina: Person, words: str
) -> None:
    """Each was offered as more words for the answer to the council."""
    await with_a_comment(amina)
    said = await amina.types(words)
    assert "We've deleted nothing yet" in said
    assert OFFERS not in said
    assert "Delete 1" in amina.labels
    assert "We've deleted that comment" in await amina.types("delete 1")


async def test_below_something_newer_the_list_comes_again_and_then_it_goes(amina: Person) -> None:
    """ "Type what it says" was the reply to exactly that, however often."""
    await with_a_comment(amina)
    await amina.types("/news")
    said = await amina.types("delete 1")
    assert "We've deleted nothing yet" in said
    assert "more buses" in said
    assert "We've deleted that comment" in await amina.types("delete 1")
    assert "no comments" in await amina.types("my comments") or "more buses" not in amina.sees


@pytest.mark.parametrize("words", ["delete it", "delete", "usuń to"])
async def test_below_what_they_said_about_themselves_it_is_deleted(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    """A wish to have health and belief deleted was offered as words for the survey."""
    asks_equality(hood)
    await begins(amina)
    await amina.types("30")
    await amina.types("/about_me")
    said = await amina.types(words)
    assert OFFERS not in said
    assert "We've deleted what you said about yourself" in said


@pytest.mark.parametrize("words", ["delete it", "remove the benches"])
async def test_at_a_question_the_same_words_are_an_answer(amina: Person, words: str) -> None:
    await amina.taps("Answer now")
    for typed in ("2", "skip", "3"):
        await amina.types(typed)
    await amina.types(words)
    assert words in await amina.types("/mine")
