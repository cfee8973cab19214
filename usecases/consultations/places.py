"""A place that somebody sends: checked, and taken as the answer to the open question."""

from __future__ import annotations

from dataclasses import replace

from content.points import point_of, point_typed, written
from content.schema.consultation import Question, QuestionKind
from engagement.consultations.late import KEPT_BY_TELEGRAM
from engagement.consultations.lifecycle import has_begun
from engagement.consultations.refusals import PointOutside, PostcodeNotFound
from engagement.consultations.survey import Chosen, Reading, Value, typed
from engagement.errors import NoPlaceNeeded, PlaceElsewhere, PostcodeElsewhere, PostcodeOutside
from usecases.consultations.answer import response_to, save_value, take
from usecases.consultations.steps import Receipt, Step, question_meant, where_now
from usecases.people import find_ward
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def send_here(
    tx: Transaction,
    world: World,
    person: Person,
    code: int,
    *,
    latitude: float,
    longitude: float,
    place: int | None = None,
) -> Step | Receipt:
    """Take a location (degrees) as the answer to the open question, or to the one at this
    ``place``, which asks for one. Raises NoPlaceNeeded, PointOutside, NoLongerAsked."""
    found, response = await response_to(tx, world, person, code)
    question = question_meant(found, response, place)
    if question.kind is not QuestionKind.PLACE:
        raise NoPlaceNeeded
    value = inside(world, written(latitude, longitude))
    if question.key == response.position:
        return await take(tx, world, person, found, response, question, Chosen(value))
    response = await save_value(tx, world, person, found, response, question, value)
    return replace(where_now(world, found, response), instead=(question, value))


def read(
    world: World, question: Question, current: Value | None, text: str, language: str = ""
) -> Reading:
    """What typed text means for this question, as by ``typed``: at one that asks for a place, a
    postcode or a point first. Raises PointOutside, PostcodeNotFound besides."""
    if question.kind is QuestionKind.PLACE:
        value = typed_place(world, text)
        if value is not None:
            return Chosen(value)
    return typed(question, current, text, language)


def is_place(world: World, question: Question | None, text: str) -> bool:
    """Whether a text is a place, and this question asks for one."""
    if question is None or question.kind is not QuestionKind.PLACE:
        return False
    return point_typed(text) is not None or find_ward.is_only_a_postcode(world, text)


def asks_for_one(world: World, key: str) -> bool:
    """Whether the question with this key, as in "slug/question", asks for a place."""
    slug, _, named = key.partition("/")
    published = world.loaded.consultations.get(slug)
    asked = () if published is None else published.consultation.questions
    return any(q.key == named and q.kind is QuestionKind.PLACE for q in asked)


def may_be_asked(world: World) -> bool:
    """Whether any questions that take answers ask for a place, or did a day ago: an answer may have
    waited for us."""
    now = world.now()
    return any(
        question.kind is QuestionKind.PLACE
        for one in world.all_consultations
        if has_begun(one, now) and now - one.closes_at < KEPT_BY_TELEGRAM
        for question in one.questions
    )


def typed_place(world: World, text: str) -> str | None:
    """The point, or the code of a postcode's ward, that a text is; None for any other text."""
    point = point_typed(text)
    if point is not None:
        return inside(world, point)
    try:
        ward = find_ward.ward_of_postcode(world, text)
    except PostcodeElsewhere:
        raise PostcodeNotFound(council=world.library.council.short_name) from None
    except PostcodeOutside:
        raise PointOutside(council=world.library.council.short_name) from None
    return None if ward is None else ward.code


def inside(world: World, point: str) -> str:
    """The point, if it may be in one of the council's wards. Raises PointOutside."""
    latitude, longitude = point_of(point) or (0.0, 0.0)
    try:
        find_ward.at(world, latitude, longitude)
    except PlaceElsewhere:
        raise PointOutside(council=world.library.council.short_name) from None
    return point
