"""Words of danger removed by typing, not tapping, leave as little in the chat as a tap."""

from datetime import timedelta

import pytest
from company import Neighbourhood, Person

HURT = "my husband hits me"
REMOVE = "Remove this from the chat"
NOBODY = "Nobody reads this chat day and night"


async def test_the_typed_label_leaves_nothing_in_the_chat(amina: Person) -> None:
    """The label stayed, and a message that something was gone."""
    before = [m.text for m in amina.phone.messages]
    await amina.types(HURT)
    await amina.types(REMOVE)
    assert [m.text for m in amina.phone.messages] == before


@pytest.mark.parametrize(
    "words",
    ["remove this", "delete this", "Hide this!", "remove this please", "remove it", "usuń to",
     "یہ مٹا دیں"],
)  # fmt: skip
async def test_shorter_words_below_the_numbers_do_the_same(amina: Person, words: str) -> None:
    before = [m.text for m in amina.phone.messages]
    await amina.types(HURT)
    await amina.types(words)
    assert [m.text for m in amina.phone.messages] == before


async def test_with_a_question_open_they_are_no_comment(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types(HURT)
    await amina.types("delete this")
    said = [m.text for m in amina.phone.messages]
    assert not [text for text in said if HURT in text or NOBODY in text or text == "delete this"]
    assert "Gone" not in amina.sees


async def test_without_numbers_above_the_same_words_are_a_comment(amina: Person) -> None:
    await amina.taps("Answer now")
    await amina.types("delete this")
    assert amina.from_bot[-1].text == "Shall we keep that as your comment?\ndelete this"


async def test_what_could_not_be_removed_is_said_there_too(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.types(HURT)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=49))
    said = await amina.types(REMOVE)
    assert said.startswith("Telegram no longer lets us remove it.")
