"""A choice said with "just" is taken, and alarms nobody."""

import pytest
from company import Person

NOBODY = "Nobody reads this chat day and night"


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("just health and wellbeing", "Health and wellbeing"),
        ("just 1", "Education and skills"),
        ("just 1 please", "Education and skills"),
        ("just im not sure", "I'm not sure"),
    ],
)
async def test_it_is_the_answer(amina: Person, words: str, kept: str) -> None:
    await amina.taps("Answer now")
    await amina.types(words)
    assert amina.said_by_bot(NOBODY) == 0
    assert kept in await amina.types("/mine")


@pytest.mark.parametrize("words", ["just 1 and 2", "just 1 and 3 please", "only 2 and 3"])
async def test_several_are_chosen(amina: Person, words: str) -> None:
    await amina.taps("Answer now")
    await amina.types("1")
    said = await amina.types(words)
    assert amina.said_by_bot(NOBODY) == 0
    assert "Shall we keep" not in said
    assert said.count("✓") == 2 or "Your answer:" in said
