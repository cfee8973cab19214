"""Words typed below news, without a reply to any message, are no answer without a yes."""

from company import Neighbourhood, Person
from sending import news_comes

NEWS = "The bins are collected on Tuesday from now on."


async def test_words_below_news_are_asked_about_before_they_answer_a_question(
    hood: Neighbourhood, amina: Person
) -> None:
    """W9."""
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await news_comes(hood, amina, NEWS)
    assert "Shall we add that to your answer" in await amina.types("Which bins, the blue ones?")
    assert await hood.exported(await hood.officer()) == []
    await amina.types("no")
    assert "is saved" in await amina.types("More lamps")
    (row,) = await hood.exported(await hood.officer("Second"))
    assert row["own_words"] == "More lamps"


async def test_words_meant_for_the_question_are_its_answer_after_a_yes(
    hood: Neighbourhood, amina: Person
) -> None:
    """W9."""
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await news_comes(hood, amina, NEWS)
    await amina.types("More lamps")
    assert "is saved" in await amina.types("yes")
    (row,) = await hood.exported(await hood.officer())
    assert row["own_words"] == "More lamps"


async def test_a_number_below_news_brings_the_question_again_and_answers_nothing(
    hood: Neighbourhood, amina: Person
) -> None:
    """W9."""
    await amina.taps("Answer now")
    await news_comes(hood, amina, NEWS)
    said = await amina.types("2")
    assert "News came after this question" in said
    assert "1 of 4." in said
    assert await hood.exported(await hood.officer()) == []
    assert "2 of 4." in await amina.types("2")
