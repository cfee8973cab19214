"""What a resident sees of a consultation: one question at a time, then the receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from content.schema.consultation import Consultation, Question
from engagement.consultations.branching import at_most, offered, path
from engagement.consultations.survey import Value
from engagement.consultations.typed_labels import numbered
from engagement.errors import OldButton
from storage.consultations.responses import Response
from storage.consultations.versions import Published
from usecases.people.words_of_danger import unquoted_texts
from usecases.world import World


@dataclass(frozen=True, slots=True)
class Step:
    """One question as this resident sees it now, with the options they are offered.

    ``place`` counts the consultation's questions from 0, ``number`` those this resident is asked
    from 1. ``total`` is how many they are asked; at most, where the answers to come decide it
    (``up_to``)."""

    consultation: Consultation
    code: int
    question: Question
    place: int
    number: int
    total: int
    up_to: bool = False
    value: Value | None = None
    comment_kept: bool = False
    added: bool = False  # words were added to the text answer given before
    changed: bool = False  # an edited message has changed an answer
    ticked: bool = False  # some of several choices were typed
    after_news: bool = False  # shown again, because news came after it and before an answer
    quoted: bool = True  # the value may be shown
    unseen: tuple[Question, Value] | None = None  # answered before it was in the chat


@dataclass(frozen=True, slots=True)
class Receipt:
    """The end of a consultation. ``answered`` is the number of questions with an answer, of those
    asked in all (``total``); ``added``
    says that words were added to one, ``changed`` that an edited message has changed one,
    ``comment_kept`` that words became a comment, ``asks_weekly`` that these are their first answers
    and they haven't said yet how many messages a week they want."""

    consultation: Consultation
    code: int
    answered: int
    total: int
    receipt: str
    added: bool = False
    changed: bool = False
    comment_kept: bool = False
    asks_weekly: bool = False
    unseen: tuple[Question, Value] | None = None  # answered before it was in the chat


def where_now(world: World, found: Published, response: Response) -> Step | Receipt:
    """The question this response is at, or its receipt."""
    if response.position is None:
        return receipt_of(world, found.consultation, response, len(response.values))
    code = world.loaded.consultation_codes[response.consultation]
    position = reached(found.consultation, response)
    return step_at(found.consultation, code, position, response.values)


def receipt_of(world: World, consultation: Consultation, response: Response, count: int) -> Receipt:
    """The receipt of a response with ``count`` answers."""
    code = world.loaded.consultation_codes[response.consultation]
    total = len(path(consultation, response.values).keys)
    return Receipt(consultation, code, count, total, response.receipt)


def step_at(consultation: Consultation, code: int, key: str, values: Mapping[str, Value]) -> Step:
    """The question ``key`` as somebody with these answers sees it."""
    asked, most = path(consultation, values).keys, at_most(consultation, key, values)
    return Step(
        consultation,
        code,
        offered(consultation.question(key), values),
        place=[q.key for q in consultation.questions].index(key),
        number=asked.index(key) + 1,
        total=most,
        up_to=most > len(asked),
        value=values.get(key),
        quoted=key not in unquoted_texts(consultation, values),
    )


def reached(consultation: Consultation, response: Response) -> str:
    """The question this response is at; the first after the end. Where an answer changed since
    leads past it: the first that has no answer, or the last."""
    found = path(consultation, response.values)
    if response.position is None:
        return found.keys[0]
    if response.position in found.keys:
        return response.position
    return next((key for key in found.keys if key not in found.values), found.keys[-1])


def question_at(consultation: Consultation, place: int) -> Question:
    """The question at this place. Raises OldButton where there is none."""
    if not 0 <= place < len(consultation.questions):
        raise OldButton
    return consultation.questions[place]


def asked_at(consultation: Consultation, place: int, values: Mapping[str, Value]) -> Question:
    """The same. Raises OldButton also where it is no longer asked after these answers."""
    question = question_at(consultation, place)
    if question.key not in path(consultation, values).keys:
        raise OldButton
    return question


def buttons_of(question: Question, shown: Question) -> frozenset[int]:
    """The numbers of the buttons of the options shown, and of a scale."""
    keys = {option.key for option in shown.options}
    options = {number for number, option in numbered(question) if option.key in keys}
    scale = question.scale
    points = range(scale.lowest, scale.highest + 1) if scale is not None else ()
    return frozenset(options | {*points})
