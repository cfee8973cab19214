"""A second text right after the first, where the next question asks for a text as well."""

from dataclasses import replace
from datetime import timedelta

import pytest
from storage_callers import CHAT, joins, settled_in

from content.schema.consultation import Question, QuestionKind
from usecases.consultations import answer, offered_words, typed_answers
from usecases.consultations.typed_answers import NO, YES, Offer
from usecases.people.identify import recognise

SLUG = "local-priorities"
FIRST, SECOND = (
    Question(key=key, kind=QuestionKind.TEXT, text=f"What about {key}?")
    for key in ("lamps", "benches")
)


@pytest.fixture
async def here(database, world):
    """The world with two questions that ask for a text, and somebody who has joined."""
    here = await settled_in(database, world)
    published = here.loaded.consultations[SLUG]
    two = published.consultation.model_copy(update={"questions": (FIRST, SECOND)})
    consultations = {SLUG: replace(published, consultation=two)}
    here.renew(here.library, replace(here.loaded, consultations=consultations))
    await joins(database, here)
    async with database.write() as tx:
        person = await recognise(tx, here, CHAT)
        await answer.begin(tx, here, person, here.loaded.consultation_codes[SLUG])
    return here


async def types(database, here, text, message):
    async with database.write() as tx:
        person = await recognise(tx, here, CHAT)
        return await typed_answers.type_here(tx, here, person, SLUG, text, message)


async def says(database, here, way):
    async with database.write() as tx:
        person = await recognise(tx, here, CHAT)
        code = here.loaded.consultation_codes[SLUG]
        return await offered_words.decide(tx, here, person, code, 0, way)


@pytest.mark.parametrize(
    ("way", "first", "second"),
    [(YES, "More lamps\nand a bench", None), (NO, "More lamps", "and a bench")],
)
async def test_it_is_asked_about_and_nothing_is_lost(database, here, way, first, second):
    """W3."""
    await types(database, here, "More lamps", 11)
    asked = await types(database, here, "and a bench", 12)
    assert isinstance(asked, Offer)
    assert asked.question == FIRST
    await says(database, here, way)
    async with database.write() as tx:
        person = await recognise(tx, here, CHAT)
        given = await answer.response_to(tx, here, person, here.loaded.consultation_codes[SLUG])
    assert given[1].values.get("lamps") == first
    assert given[1].values.get("benches") == second


async def test_a_text_after_a_while_answers_the_next_question(database, here, clock):
    """W3."""
    await types(database, here, "More lamps", 11)
    clock.passes(timedelta(seconds=30))
    shown = await types(database, here, "One by the school", 12)
    assert isinstance(shown, answer.Receipt)
    assert shown.answered == 2
