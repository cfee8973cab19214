"""Typing instead of tapping at the greeting, and following wards."""

import pytest
from company import Neighbourhood, Person


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "start please"), ("en", "yes please"), ("en", "sure"), ("en", "join"), ("en", "1"),
        ("pl", "zacznij"), ("pl", "tak"), ("pl", "dobrze"), ("pl", "rozpocznij"),
        ("ur", "شروع"), ("ur", "shuru karo"), ("ur", "جی"), ("ur", "ٹھیک ہے"),
    ],
)  # fmt: skip
async def test_a_yes_in_any_words_begins(hood: Neighbourhood, language: str, typed: str) -> None:
    person = hood.stranger()
    person.phone.language_code = language
    greeting = await person.start()
    assert await person.types(typed) != greeting
    assert "13" in person.sees


@pytest.mark.parametrize("typed", ["who are you?", "no thanks", "bye", "thank you"])
async def test_what_is_no_yes_brings_the_greeting_again(hood: Neighbourhood, typed: str) -> None:
    person = hood.stranger()
    greeting = await person.start()
    assert (await person.types(typed)).splitlines()[0] in greeting


async def test_a_place_to_follow_is_not_asked_for_as_home(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await amina.taps("Use my location")
    amina.phone.share_location(51.63, -0.75)
    said = await amina.settles()
    assert "home" not in said
    assert "news" in said


async def test_a_second_ward_to_follow_says_that_the_first_is_left(amina: Person) -> None:
    for ward in ("Abbey", "Chesham"):
        await amina.types("/ward")
        await amina.taps("Follow another ward")
        await amina.types(ward)
    assert "News of Chesham comes here too." in amina.sees
    assert "news of Abbey no longer comes" in amina.sees


async def test_the_same_ward_again_leaves_nothing(amina: Person) -> None:
    for _ in range(2):
        await amina.types("/ward")
        await amina.taps("Follow another ward")
        await amina.types("Abbey")
    assert "no longer" not in amina.sees


async def test_news_of_another_ward_says_which(hood: Neighbourhood, amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await amina.types("Abbey")
    for ward, words in (("E05013120", "The hall opens."), ("E05013131", "The park opens.")):
        board = await hood.board_member(ward, label=f"Board of {ward}")
        await board.types("/send")
        await board.taps("Something else")
        await board.types(words)
        await board.taps("Send")
    said = await amina.types("/news")
    abbey = said.index("The hall opens.")
    assert said.rindex("For Abbey", 0, abbey) > 0
    booker = said[: said.index("The park opens.")].rpartition("2022")[2]
    assert "For " not in booker


async def test_a_comment_kept_at_a_question_in_own_words_asks_for_no_pick(amina: Person) -> None:
    await amina.taps("Answer now")
    for words in ("skip", "skip", "buses late"):
        await amina.types(words)
    asked = next(m for m in reversed(amina.from_bot) if "Shall we keep" in m.text)
    assert "4 of 4" in await amina.types("skip")
    amina.phone.tap("Yes, keep it", asked)
    await amina.settles()
    said = next(m.text for m in reversed(amina.from_bot) if "as your comment" in m.text)
    assert "Now pick" not in said
