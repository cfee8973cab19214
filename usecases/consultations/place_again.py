"""Another place sent right after one: the first was wrong, and a sent pin can't be moved."""

from __future__ import annotations

from dataclasses import replace

from content.points import written
from content.schema.consultation import Question, QuestionKind
from engagement.consultations.branching import path
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.survey import Value
from storage.consultations import answers
from usecases.consultations.answer import response_to, save_value
from usecases.consultations.places import inside, typed_place
from usecases.consultations.steps import Receipt, Step, where_now
from usecases.consultations.typed_answers import STILL_THINKING
from usecases.people import find_ward
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def just_given(tx: Transaction, world: World, person: Person) -> tuple[str, Question] | None:
    """The consultation and the question that this person answered last, if that asked for a place,
    was a moment ago and can still be answered."""
    last = await answers.latest(tx, person.resident[0]) if person.has_joined else None
    published = world.loaded.consultations.get(last[0]) if last else None
    if last is None or published is None or world.now() - last[3] > STILL_THINKING:
        return None
    asked = next((q for q in published.consultation.questions if q.key == last[1]), None)
    if asked is None or asked.kind is not QuestionKind.PLACE:
        return None
    return (last[0], asked) if phase(published.consultation, world.now()) is Phase.OPEN else None


async def send_again(
    tx: Transaction,
    world: World,
    person: Person,
    given: tuple[str, Question],
    *,
    latitude: float,
    longitude: float,
) -> Step | Receipt | None:
    """Put a location (degrees) in the place of the one just given. Raises PointOutside."""
    return await _instead(tx, world, person, given, inside(world, written(latitude, longitude)))


async def type_again(
    tx: Transaction, world: World, person: Person, given: tuple[str, Question], text: str
) -> Step | Receipt | None:
    """The same with what is only a postcode; None for any other text. Raises PointOutside,
    PostcodeNotFound."""
    value = typed_place(world, text) if find_ward.is_only_a_postcode(world, text) else None
    return None if value is None else await _instead(tx, world, person, given, value)


async def _instead(
    tx: Transaction, world: World, person: Person, given: tuple[str, Question], value: Value
) -> Step | Receipt | None:
    slug, question = given
    found, response = await response_to(tx, world, person, world.loaded.consultation_codes[slug])
    if question.key not in path(found.consultation, response.given).keys:
        return None
    response = await save_value(tx, world, person, found, response, question, value)
    return replace(where_now(world, found, response), instead=(question, value))
