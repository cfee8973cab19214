"""What is shown can be deleted by typing: words that ask for it are nobody's answer."""

from __future__ import annotations

from datetime import timedelta

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


@pytest.mark.parametrize(
    "words",
    ["delete both", "delete one", "delete the second one", "delete 1 please", "Delete 1 and 2",
     "get rid of it", "I want to delete it", "can you delete it", "undo", "delete all",
     "delete the one about cars", "usuń oba", "usuń jeden", "usuń 1 i 2", "usuń wszystkie",
     "usunąć", "chcę to usunąć", "proszę usunąć 1", "دوسرا مٹا دیں", "۲ مٹا دیں", "مٹائیں ۲"],
)  # fmt: skip
async def test_however_it_is_said_the_list_comes_again(amina: Person, words: str) -> None:
    """Said one after the other they piled up in the answer to the council."""
    await with_a_comment(amina)
    said = await amina.types(words)
    assert "We've deleted nothing yet" in said
    assert OFFERS not in said
    assert "We've deleted that comment" in await amina.types("delete 1")


@pytest.mark.parametrize("words", ["get rid of the bins", "remove the benches at the park"])
async def test_words_about_the_street_are_offered_as_before(amina: Person, words: str) -> None:
    await with_a_comment(amina)
    assert OFFERS in await amina.types(words)


@pytest.mark.parametrize("number", ["1", "۱"])
async def test_a_bare_number_deletes_in_no_language(amina: Person, number: str) -> None:
    """In Urdu the label begins with its number: "۲" alone deleted a comment for good."""
    await with_a_comment(amina)
    await amina.types("/language اردو")
    await amina.types("/mine")
    await amina.types("میرے تبصرے")
    assert "1 مٹائیں" in amina.labels
    for words in (number, "مٹائیں"):
        await amina.types(words)
        assert "وہ تبصرہ مٹا دیا گیا" not in amina.sees


async def test_the_label_counts_with_the_digits_of_an_urdu_keyboard(amina: Person) -> None:
    await with_a_comment(amina)
    await amina.types("/language اردو")
    await amina.types("/mine")
    await amina.types("میرے تبصرے")
    assert "وہ تبصرہ مٹا دیا گیا" in await amina.types("۱ مٹائیں")


@pytest.mark.parametrize("words", ["delete it?", "Stop using this?", "can you delete it?"])
async def test_words_that_ask_delete_nothing_about_oneself(
    hood: Neighbourhood, amina: Person, words: str
) -> None:
    asks_equality(hood)
    await begins(amina)
    await amina.types("30")
    await amina.types("/about_me")
    said = await amina.types(words)
    assert "We've deleted what you said" not in said
    assert "What you said about yourself" in said
    assert "We've deleted what you said about yourself" in await amina.types("delete it")


async def test_on_a_screen_of_five_days_ago_they_show_it_again(
    hood: Neighbourhood, amina: Person
) -> None:
    """Somebody may have come back to delete something else."""
    asks_equality(hood)
    await begins(amina)
    await amina.types("30")
    await amina.types("/about_me")
    hood.stage.clock.move_to(hood.stage.clock.now() + timedelta(days=5))
    assert "What you said about yourself" in await amina.types("delete")
    assert "We've deleted what you said about yourself" in await amina.types("delete")


@pytest.mark.parametrize("words", ["delete it", "remove the benches"])
async def test_at_a_question_the_same_words_are_an_answer(amina: Person, words: str) -> None:
    await amina.taps("Answer now")
    for typed in ("2", "skip", "3"):
        await amina.types(typed)
    await amina.types(words)
    assert words in await amina.types("/mine")
