"""Somebody who has stopped messages reads that, and how to start them again, not promises."""

import pytest
from company import Neighbourhood, Person, answers_all

HOW = "To start messages again: /start"
PROMISES = ("comes here", "still come", "we'll tell you", "You get ", "we'll say why")


def promises(text: str) -> list[str]:
    return [words for words in PROMISES if words in text]


@pytest.fixture
async def stopped(amina: Person) -> Person:
    await amina.types("/stop")
    return amina


async def test_ward_says_that_messages_are_stopped(stopped: Person) -> None:
    assert HOW in await stopped.types("/ward")
    assert HOW in await stopped.taps("Follow another ward")
    said = await stopped.types("Abbey")
    assert "You follow Abbey too" in said
    assert HOW in said
    assert not promises(said)
    assert HOW in await stopped.types("/ward")
    await stopped.taps("Change my ward")
    said = await stopped.types("Chesham")
    assert "Your ward is now Chesham" in said
    assert HOW in said
    assert not promises(said)


async def test_themes_say_that_messages_are_stopped(stopped: Person) -> None:
    assert HOW in await stopped.types("/themes")
    await stopped.taps("Standard of living")
    said = await stopped.taps("Done")
    assert HOW in said
    assert not promises(said)


async def test_the_receipt_promises_no_results(stopped: Person) -> None:
    assert HOW in await stopped.types("/consultations")
    receipt = await answers_all(stopped)
    assert "All 4 answers are saved" in receipt
    assert HOW in receipt
    assert not promises(receipt)
    assert "How many messages" not in receipt


async def test_news_can_be_read_and_promises_no_more(stopped: Person) -> None:
    said = await stopped.types("/news")
    assert HOW in said
    assert not promises(said)
    assert stopped.phone.last
    assert not stopped.phone.last.buttons


async def test_a_ward_without_questions_promises_no_news(stopped: Person) -> None:
    await stopped.types("/ward")
    await stopped.taps("Change my ward")
    said = await stopped.types("Ivinghoe")
    assert "To start them again: /start" in said
    assert not promises(said)


@pytest.mark.parametrize("back", ["/start", "come back"])
async def test_who_comes_back_is_promised_results_again(stopped: Person, back: str) -> None:
    await stopped.types(back)
    said = stopped.question
    assert HOW not in said
    assert "we'll tell you the results here" in said
    assert HOW not in await stopped.types("/ward")
    assert HOW not in await stopped.types("/themes")


async def test_in_polish_and_urdu_it_is_said_too(hood: Neighbourhood, stopped: Person) -> None:
    for language in ("pl", "ur"):
        await stopped.types(f"/language {language}")
        said = hood.stage.words.plain("messages-stopped", language)
        assert said in await stopped.types("/themes")
