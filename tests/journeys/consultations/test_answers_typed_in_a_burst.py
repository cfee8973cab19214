"""Numbers typed one after the other: none is lost, and none becomes an answer unseen."""

from dataclasses import replace

import pytest
from company import Neighbourhood, Person
from lamps_street import LAMPS, SAFE, WORDS

from content.library import Library
from content.schema.authored import Localised

PARK = SAFE.model_copy(update={"key": "park", "text": Localised({"en": "How safe is the park?"})})


@pytest.fixture
def buckinghamshire(buckinghamshire: Library) -> Library:
    """One choice, two scales and own words."""
    every = buckinghamshire.consultations
    asked = every["local-priorities"].model_copy(update={"questions": (LAMPS, SAFE, PARK, WORDS)})
    return replace(buckinghamshire, consultations={**every, "local-priorities": asked})


async def burst(person: Person, *texts: str) -> str:
    for text in texts:
        person.phone.type(text)
    return await person.settles()


async def row(hood: Neighbourhood) -> dict[str, str]:
    (found,) = await hood.exported(await hood.officer())
    return found


async def test_two_fours_for_two_scales_answer_both_and_the_second_is_said(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("Brighter lamps")
    said = await burst(amina, "4", "4")
    assert 'We took 4 for "How safe is the park?" too. Not right? Tap Back.' in said
    assert "4 of 4." in said
    found = await row(hood)
    assert (found["safe"], found["park"], found["words"]) == ("4", "4", "")
    assert "How safe is the park?" in await amina.taps("Back")


async def test_a_four_too_many_is_asked_about_and_is_no_answer_in_own_words(
    hood: Neighbourhood, amina: Person
) -> None:
    """It was saved as the answer to the last question, with a receipt."""
    await amina.taps("Answer now")
    await amina.taps("Brighter lamps")
    said = await burst(amina, "4", "4", "4", "4")
    assert 'Shall we add that to your answer to "What would you do first?"' in said
    assert not amina.said_by_bot("answers are saved")
    assert (await row(hood))["words"] == ""
    assert "4 of 4." in await amina.types("no")
    assert "All 4 answers are saved" in await amina.types("More lamps")
    assert (await row(hood))["words"] == "More lamps"


async def test_a_four_sent_twice_a_moment_apart_is_asked_about_too(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("Brighter lamps")
    await amina.types("3")
    await amina.types("4")
    assert "Shall we add that" in await amina.types("4")
    assert "All 4 answers are saved" in await amina.types("yes")
    assert (await row(hood))["words"] == "4"


async def test_one_by_one_nothing_is_asked_and_nothing_more_is_said(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    for typed in ("1", "4", "4"):
        assert "We took" not in await amina.types(typed)
    assert "All 4 answers are saved" in await amina.types("5 benches")


async def test_words_typed_before_their_question_was_there_are_asked_about(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    await amina.taps("Brighter lamps")
    await amina.types("3")
    assert "Shall we add that" in await burst(amina, "4", "it is dark")
    assert "All 4 answers are saved" in await amina.types("yes")
    found = await row(hood)
    assert (found["park"], found["words"]) == ("4", "it is dark")


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
async def test_what_was_taken_too_is_said_in_every_language(
    hood: Neighbourhood, language: str
) -> None:
    person = Person(hood.stage, hood.stage.emulator.phone("Ewa", language_code=language))
    say = hood.stage.words
    await person.start()
    await person.taps(say.plain("button-start", language))
    await person.taps(say.plain("button-yes", language))
    await person.types("HP12 3HP")
    await person.taps(say.plain("button-answer-now", language))
    said = await burst(person, "1", "4", "4")
    question = say.plain("question-named", language, question="How safe is the park?")
    values = {"answer": "4", "question": question}
    plain = "".join(sign for sign in said if sign not in "\u2068\u2069")
    expected = say.plain("answered-too-back", language, **values)
    assert "".join(sign for sign in expected if sign not in "\u2068\u2069") in plain
