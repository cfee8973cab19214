"""Answering a consultation: begin, answer, go back, skip, finish. Every change is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from content.schema.consultation import Consultation, Question
from engagement.consultations.eligibility import check_may_answer
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.receipt import receipt_code
from engagement.consultations.survey import (
    Chosen,
    Comment,
    Go,
    Reading,
    ResponseState,
    Value,
    after,
    before,
    finished,
    state_of,
    still_needed,
    tapped,
    typed,
)
from engagement.errors import AnswerNeeded, OldButton
from storage.consultations import answers, comments, responses
from storage.consultations.responses import Response
from storage.consultations.versions import Published
from usecases.people.identify import Person
from usecases.world import Transaction, World

RECEIPT_DRAWS = 20


@dataclass(frozen=True, slots=True)
class Step:
    """One question as this resident sees it now. ``number`` counts from 1."""

    consultation: Consultation
    code: int
    question: Question
    number: int
    value: Value | None = None
    comment_kept: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """The end of a consultation. ``answered`` is the number of questions with an answer."""

    consultation: Consultation
    code: int
    answered: int
    receipt: str


async def begin(tx: Transaction, world: World, person: Person, code: int) -> Step:
    """Start to answer, or to change answers, at the question this resident last reached."""
    found, response = await _response(tx, world, person, code)
    keys = [q.key for q in found.consultation.questions]
    position = response.position if response.position in keys else keys[0]
    await _move(tx, world, person, response, position)
    return _step(found.consultation, code, position, response.values)


async def tap(
    tx: Transaction, world: World, person: Person, code: int, place: int, number: int
) -> Step | Receipt:
    """Take button ``number`` under question ``place`` (0 is the first).

    Old keyboards count too: the tap answers the question it is under, whichever question is open
    now. Raises OldButton.
    """
    found, response = await _response(tx, world, person, code)
    question = _question_at(found.consultation, place)
    choice = tapped(question, response.values.get(question.key), number)
    return await _take(tx, world, person, found, response, question, choice)


async def go(
    tx: Transaction, world: World, person: Person, code: int, place: int, way: Go
) -> Step | Receipt:
    """Take back, skip or done under question ``place``. Raises NothingChosen, AnswerNeeded."""
    found, response = await _response(tx, world, person, code)
    question = _question_at(found.consultation, place)
    return await _take(tx, world, person, found, response, question, way)


async def type_here(
    tx: Transaction, world: World, person: Person, slug: str, text: str
) -> Step | Receipt:
    """Take typed words as an answer to the open question.

    Raises TextEmpty, TextTooLong, TooManyChoices.
    """
    found, response = await _response(tx, world, person, world.loaded.consultation_codes[slug])
    question = found.consultation.question(response.position or "")
    reading = typed(question, response.values.get(question.key), text)
    return await _take(tx, world, person, found, response, question, reading)


async def open_question(
    tx: Transaction, world: World, person: Person
) -> tuple[str, datetime] | None:
    """The open consultation whose question this person last reached (its slug), and when."""
    if not person.has_joined:
        return None
    resident, _ = person.resident
    for response in await responses.responses_of(tx, resident):
        found = world.loaded.consultations.get(response.consultation)
        if (
            response.position is not None
            and found is not None
            and phase(found.consultation, world.now()) is Phase.OPEN
            and any(q.key == response.position for q in found.consultation.questions)
        ):
            return response.consultation, response.updated_at
    return None


async def show_again(
    tx: Transaction, world: World, person: Person, *, finished_since: datetime
) -> Step | Receipt | None:
    """The open question of this resident, read from the database, or a receipt not older than
    ``finished_since``; None where there is neither."""
    question = await open_question(tx, world, person)
    if question is not None:
        return await begin(tx, world, person, world.loaded.consultation_codes[question[0]])
    if person.has_joined:
        for response in await responses.responses_of(tx, person.resident[0]):
            recent = response.updated_at >= finished_since
            if recent and response.state is ResponseState.COMPLETE:
                found = world.consultation(response.consultation).consultation
                return _receipt(world, found, response, len(response.values))
    return None


async def _response(
    tx: Transaction, world: World, person: Person, code: int
) -> tuple[Published, Response]:
    """The consultation and this resident's response to it, created if there is none."""
    resident, ward = person.resident
    found = world.consultation_coded(code)
    slug = found.consultation.slug
    response = await responses.response_of(tx, resident, slug)
    check_may_answer(
        found.consultation,
        ward=ward,
        answered_from=response.ward if response else None,
        now=world.now(),
    )
    if response is not None:
        return found, response
    first = found.consultation.questions[0].key
    for _ in range(RECEIPT_DRAWS):
        receipt = receipt_code(world.draw())
        if await responses.begin(
            tx,
            resident=resident,
            consultation=slug,
            ward=ward,
            vintage=world.ward(ward).vintage,
            version_id=found.version_id,
            position=first,
            receipt=receipt,
            now=world.now(),
        ):
            return found, Response(slug, ward, ResponseState.STARTED, first, receipt, world.now())
    raise RuntimeError("every receipt code drawn was already in use")


async def _take(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    question: Question,
    reading: Reading,
) -> Step | Receipt:
    """Write what was read, and return the next thing to show."""
    resident, _ = person.resident
    key, current = question.key, response.values.get(question.key)
    code = world.loaded.consultation_codes[response.consultation]
    match reading:
        case Chosen(value, stays):
            response = await _save(tx, world, person, found, response, question, value)
            target = key if stays else after(found.consultation, key)
        case Comment(text):
            await comments.add_comment(
                tx,
                resident=resident,
                consultation=response.consultation,
                question=key,
                text=text,
                now=world.now(),
            )
            await _move(tx, world, person, response, key)
            step = _step(found.consultation, code, key, response.values)
            return replace(step, comment_kept=True)
        case Go.BACK:
            target = before(found.consultation, key)
        case Go.DONE:
            finished(question, current)
            target = after(found.consultation, key)
        case Go.SKIP:
            if question.required and current is None:
                raise AnswerNeeded
            target = after(found.consultation, key)
    return await _arrive(tx, world, person, found, response, target)


async def _save(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    question: Question,
    value: Value,
) -> Response:
    """Write one answer and return the updated response."""
    await answers.save(
        tx,
        resident=person.resident[0],
        consultation=response.consultation,
        ward=response.ward,
        question=question,
        value=value,
        replaces=question.key in response.values,
        version_id=found.version_id,
        now=world.now(),
    )
    values = {k: v for k, v in {**response.values, question.key: value}.items() if v != ()}
    return replace(response, values=values)


async def _arrive(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    target: str | None,
) -> Step | Receipt:
    if target is None:
        # An old button may have stepped over a required question: ask it before the end.
        target = still_needed(found.consultation, response.values)
    await _move(tx, world, person, response, target)
    if target is None:
        return _receipt(world, found.consultation, response, len(response.values))
    code = world.loaded.consultation_codes[response.consultation]
    return _step(found.consultation, code, target, response.values)


async def _move(
    tx: Transaction, world: World, person: Person, response: Response, position: str | None
) -> None:
    ended = position is None or response.state is ResponseState.COMPLETE
    state = state_of(answered=len(response.values), reached_end=ended)
    await responses.move(
        tx,
        person.resident[0],
        response.consultation,
        position=position,
        state=state,
        now=world.now(),
    )


def _receipt(world: World, consultation: Consultation, response: Response, count: int) -> Receipt:
    code = world.loaded.consultation_codes[response.consultation]
    return Receipt(consultation, code, count, response.receipt)


def _step(consultation: Consultation, code: int, key: str, values: Mapping[str, Value]) -> Step:
    number = [q.key for q in consultation.questions].index(key) + 1
    return Step(consultation, code, consultation.question(key), number, values.get(key))


def _question_at(consultation: Consultation, place: int) -> Question:
    if not 0 <= place < len(consultation.questions):
        raise OldButton
    return consultation.questions[place]
