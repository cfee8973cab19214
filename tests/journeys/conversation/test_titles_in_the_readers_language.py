"""What a council wrote in several languages is quoted in the language of its reader."""

import pytest
from company import ABBEY, Neighbourhood, Person

TITLES = {
    "pl": "Co jest najpilniejsze w Twojej okolicy?",
    "ur": "آپ کے علاقے میں سب سے پہلے کیا ہونا چاہیے؟",
}
ENGLISH = "What should come first in your area?"


async def reader(hood: Neighbourhood, language: str) -> Person:
    person = Person(hood.stage, hood.stage.emulator.phone("Ewa", language_code=language))
    await person.start()
    await person.taps(hood.stage.words.plain("button-start", language))
    await person.taps(hood.stage.words.plain("button-yes", language))
    await person.types("HP12 3HP")
    return person


@pytest.mark.parametrize("language", TITLES)
async def test_an_old_button_names_what_has_closed_in_the_reader_s_language(
    hood: Neighbourhood, language: str
) -> None:
    person = await reader(hood, language)
    await person.taps(hood.stage.words.plain("button-answer-now", language))
    question = person.phone.keyboard_message
    assert question is not None
    await hood.closes()
    person.phone.tap(question.buttons[0][0].text, message=question)
    await person.settles()
    said = person.toast + person.sees
    assert TITLES[language] in said
    assert ENGLISH not in said


@pytest.mark.parametrize("language", TITLES)
async def test_a_comment_that_can_no_longer_be_deleted_names_it_in_the_reader_s_language(
    hood: Neighbourhood, language: str
) -> None:
    person = await reader(hood, language)
    words = hood.stage.words
    await person.taps(words.plain("button-answer-now", language))
    await person.types("the lamps are out")
    await person.taps(words.plain("button-yes-keep", language))
    await person.types("/mine")
    await person.taps(words.plain("button-my-comments", language))
    listed = person.phone.keyboard_message
    assert listed is not None
    await hood.closes()
    person.phone.tap(words.plain("button-delete-comment", language, number=1), message=listed)
    await person.settles()
    said = person.toast + person.sees
    assert TITLES[language] in said
    assert ENGLISH not in said


@pytest.mark.parametrize("language", TITLES)
async def test_questions_of_another_ward_are_named_in_the_reader_s_language(
    hood: Neighbourhood, language: str
) -> None:
    """Somebody moves away and taps "Answer now" under what they had been offered."""
    person = await reader(hood, language)
    offered = person.phone.keyboard_message
    assert offered is not None
    await person.types("/ward")
    await person.taps(hood.stage.words.plain("button-change-ward", language))
    away = next(w for w in hood.library.wards.values() if w.code not in _asked(hood))
    await person.types(away.name)
    person.phone.tap(hood.stage.words.plain("button-answer-now", language), message=offered)
    await person.settles()
    said = person.toast + person.sees
    assert TITLES[language] in said
    assert ENGLISH not in said


def _asked(hood: Neighbourhood) -> set[str]:
    asked = hood.library.consultations["local-priorities"]
    assert asked.is_for(ABBEY)
    return {code for code in hood.library.wards if asked.is_for(code)}
