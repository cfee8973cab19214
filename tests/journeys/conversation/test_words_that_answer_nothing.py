"""Words that are no answer: replies to news, words that fit nothing, and hints where they help."""

from datetime import timedelta

import pytest
from company import BOOKER, Neighbourhood, Person, answers_all

from emulator import Message

LAMPS = "The new lamps are on from Monday."
PHONE = "To reach Buckinghamshire: 01296 382343"


async def replies(person: Person, to: Message, text: str) -> str:
    """Reply to one message with another, as a phone does."""
    original = {"message_id": to.message_id, "date": 1_662_400_000, "text": to.text}
    original["chat"] = {"id": person.phone.user_id, "type": "private", "first_name": "Amina"}
    person.phone.say(person.phone.chat, text, {"reply_to_message": original})
    return await person.settles()


async def test_a_reply_to_news_is_no_answer_and_no_comment(
    hood: Neighbourhood, amina: Person
) -> None:
    """W9."""
    await amina.taps("Answer now")
    question = amina.phone.last
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    await board.types("Something else")
    await board.types(LAMPS)
    await board.taps("Send to")
    news = amina.phone.last
    assert question is not None
    assert news is not None
    assert LAMPS in news.text
    for text in ("2", "About time! Thank you"):
        said = await replies(amina, news, text)
        assert "a reply to one of our messages, so we haven't kept it" in said
        assert PHONE in said
    assert await hood.exported(await hood.officer()) == []
    assert (await replies(amina, question, "2")).startswith("2 of 4.")
    assert "You've stopped" in await replies(amina, news, "STOP")


async def test_words_that_fit_nothing_get_one_line_with_the_council_s_number(
    hood: Neighbourhood, amina: Person
) -> None:
    """W10."""
    for text in ("the bins were not collected", "/nonsense"):
        said = await amina.types(text)
        assert said == f"We didn't understand that. /help shows what you can do here. {PHONE}"
    sam = hood.stranger()
    assert await sam.types("hello") == f"We didn't understand that. To begin: /start {PHONE}"


async def test_words_at_the_age_question_get_a_hint_and_a_mistaken_no_can_be_undone(
    hood: Neighbourhood,
) -> None:
    """W11."""
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    for text in ("yeah", "14", "over 13"):
        said = await sam.types(text)
        assert said.startswith("Please tap Yes or No, or type one of them.")
        assert "Are you 13 or over?" in said
    assert "we have kept nothing" in await sam.taps("No")
    assert await sam.taps("I tapped No by mistake") == "Are you 13 or over?"
    await sam.taps("Yes")
    assert "You're in Booker" in await sam.types("HP12 3HP")


async def test_the_beginning_of_a_label_presses_its_button(amina: Person) -> None:
    """ "answer" under [Answer now] was not understood."""
    assert (await amina.types("answer")).startswith("1 of 4.")


async def test_a_beginning_of_few_letters_or_of_two_labels_presses_nothing(amina: Person) -> None:
    assert "didn't understand" in await amina.types("ans")
    await amina.types("/forget")
    assert amina.labels == ["Yes, forget me", "No"]
    assert "We've done nothing" in await amina.types("forget")


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
async def test_a_mistaken_no_is_undone_by_typing_too(hood: Neighbourhood, language: str) -> None:
    """Nothing is kept of somebody too young, so the label was not understood."""
    sam = Person(hood.stage, hood.stage.emulator.phone("Sam", language_code=language))
    words = hood.stage.words
    await sam.start()
    await sam.taps(words.plain("button-start", language))
    await sam.taps(words.plain("button-no", language))
    typed = words.plain("button-no-by-mistake", language)
    assert await sam.types(typed.lower()) == words.html("age-question", language, age=13)


async def test_an_age_is_answered_with_what_the_question_means(hood: Neighbourhood) -> None:
    """ "im 11" was answered with "Please tap Yes or No" alone."""
    sam = hood.stranger()
    await sam.start()
    await sam.taps("Start")
    for text in ("im 11", "11", "I am 40"):
        said = await sam.types(text)
        assert "Yes means that you are 13 or over. No means that you are younger." in said
        assert said.endswith("Are you 13 or over?")


async def test_coming_back_with_everything_answered_says_how_to_change_it(amina: Person) -> None:
    """W12."""
    await answers_all(amina)
    said = await amina.start()
    assert "You have answered everything that is open for your ward" in said
    assert "/mine" in said


async def test_coming_back_with_questions_skipped_says_so(amina: Person) -> None:
    """W12: "You have answered everything" was said after two of four questions were skipped."""
    await amina.taps("Answer now")
    await amina.taps("Streets")
    await amina.taps("Messages")
    await amina.taps("Done")
    await amina.types("skip")
    await amina.types("skip")
    said = await amina.start()
    assert "You have been through all the questions that are open for your ward" in said
    assert "Some you skipped" in said
    assert "/mine" in said


async def test_thousands_of_emoji_are_counted_as_people_count_them(
    hood: Neighbourhood, amina: Person
) -> None:
    """W13."""
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    assert "Up to 3,000 characters" in await board.types("Something else")
    said = await board.types("👍" * 2000)
    assert "That is 2,000 characters long" in said
    assert "emoji take more room than letters" in said
    await hood.stage.until(hood.stage.clock.now() + timedelta(seconds=20))
    assert "This is what people will get" in await board.types("👍" * 1600)
