"""Answering a consultation: begin, answer, go back, skip, finish; every change is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from content.schema import Consultation, Question
from engagement.consultations.eligibility import check_may_answer
from engagement.consultations.lifecycle import Phase, open_for, phase
from engagement.consultations.receipt import receipt_code
from engagement.consultations.survey import (
    Chosen,
    Go,
    Reading,
    Remark,
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
from storage.consultations import answers
from storage.consultations.answers import Response
from storage.consultations.versions import Published
from usecases.people.identify import Person
from usecases.world import Transaction, World

RECEIPT_DRAWS = 20


@dataclass(frozen=True, slots=True)
class Intro:
    """What a consultation is for, before its first question. ``state`` is this resident's."""

    consultation: Consultation
    code: int
    state: ResponseState | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One question as this resident is to see it now. ``number`` counts from 1."""

    consultation: Consultation
    code: int
    question: Question
    number: int
    value: Value | None = None
    comment_kept: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """The end was reached. ``answered`` questions of all of them have an answer."""

    consultation: Consultation
    code: int
    answered: int
    receipt: str


@dataclass(frozen=True, slots=True)
class OpenList:
    """What is open for this resident's ward, with how far they have come in each."""

    rows: tuple[Intro, ...] = ()
    upcoming: tuple[Consultation, ...] = ()


async def list_open(tx: Transaction, world: World, person: Person) -> OpenList | Intro:
    """/consultations. Where one is open, that one. Raises NotJoined."""
    resident, ward = person.resident
    known = {r.consultation: r.state for r in await answers.responses_of(tx, resident)}
    rows = tuple(
        Intro(c, world.loaded.consultation_codes[c.slug], known.get(c.slug))
        for c in open_for(world.all_consultations, ward, world.now())
    )
    if len(rows) == 1:
        return rows[0]
    upcoming = tuple(
        c
        for c in world.all_consultations
        if c.is_for(ward) and phase(c, world.now()) is Phase.UPCOMING
    )
    return OpenList(rows=rows, upcoming=upcoming)


async def introduce(tx: Transaction, world: World, person: Person, code: int) -> Intro:
    """One consultation's purpose, and how far this resident has come in it."""
    resident, ward = person.resident
    found = world.consultation_coded(code)
    response = await answers.response_of(tx, resident, found.consultation.slug)
    check_may_answer(
        found.consultation,
        ward=ward,
        answered_from=response.ward if response else None,
        now=world.now(),
    )
    return Intro(found.consultation, code, response.state if response else None)


async def begin(tx: Transaction, world: World, person: Person, code: int) -> Step:
    """Answer now, or change what was answered: the question this resident is at."""
    found, response = await _response(tx, world, person, code)
    keys = [q.key for q in found.consultation.questions]
    position = response.position if response.position in keys else keys[0]
    await _move(tx, world, person, response, position)
    return _step(found.consultation, code, position, response.values)


async def tap(
    tx: Transaction, world: World, person: Person, code: int, place: int, number: int
) -> Step | Receipt:
    """Button ``number`` under question ``place`` (0 is the first). Old keyboards count too:
    what was tapped is what is meant, whichever question stands open now."""
    found, response = await _response(tx, world, person, code)
    question = _question_at(found.consultation, place)
    choice = tapped(question, response.values.get(question.key), number)
    return await _take(tx, world, person, found, response, question, choice)


async def go(
    tx: Transaction, world: World, person: Person, code: int, place: int, way: Go
) -> Step | Receipt:
    """Back, skip or done under question ``place``. Raises NothingChosen, AnswerNeeded."""
    found, response = await _response(tx, world, person, code)
    question = _question_at(found.consultation, place)
    return await _take(tx, world, person, found, response, question, way)


async def type_here(
    tx: Transaction, world: World, person: Person, slug: str, text: str
) -> Step | Receipt:
    """Words to the open question. Raises TextEmpty, TextTooLong, TooManyChoices."""
    found, response = await _response(tx, world, person, world.loaded.consultation_codes[slug])
    question = found.consultation.question(response.position or "")
    reading = typed(question, response.values.get(question.key), text)
    return await _take(tx, world, person, found, response, question, reading)


async def open_question(
    tx: Transaction, world: World, person: Person
) -> tuple[str, datetime] | None:
    """The consultation whose question this person was last at, while it is open, and when."""
    if not person.has_joined:
        return None
    resident, _ = person.resident
    for response in await answers.responses_of(tx, resident):
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
    """Where this resident is, from what is stored: the open question, or a receipt not older
    than ``finished_since``. None where neither is there."""
    question = await open_question(tx, world, person)
    if question is not None:
        return await begin(tx, world, person, world.loaded.consultation_codes[question[0]])
    if person.has_joined:
        for response in await answers.responses_of(tx, person.resident[0]):
            recent = response.updated_at >= finished_since
            if recent and response.state is ResponseState.COMPLETE:
                found = world.consultation(response.consultation).consultation
                return _receipt(world, found, response, len(response.values))
    return None


async def _response(
    tx: Transaction, world: World, person: Person, code: int
) -> tuple[Published, Response]:
    """The consultation and this resident's response to it, begun now if there is none."""
    resident, ward = person.resident
    found = world.consultation_coded(code)
    slug = found.consultation.slug
    response = await answers.response_of(tx, resident, slug)
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
        if await answers.begin(
            tx,
            resident=resident,
            consultation=slug,
            ward=ward,
            vintage=world.library.ward(ward).vintage,
            version_id=found.version_id,
            position=first,
            receipt=receipt,
            now=world.now(),
        ):
            return found, Response(slug, ward, ResponseState.STARTED, first, receipt, world.now())
    raise RuntimeError("every receipt code drawn was taken")


async def _take(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    question: Question,
    reading: Reading,
) -> Step | Receipt:
    """Write what was read, and say what is to be seen next."""
    resident, _ = person.resident
    key, current = question.key, response.values.get(question.key)
    code = world.loaded.consultation_codes[response.consultation]
    match reading:
        case Chosen(value, stays):
            response = await _save(tx, world, person, found, response, question, value)
            target = key if stays else after(found.consultation, key)
        case Remark(text):
            await answers.add_comment(
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
    """Write one answer; the response as it is then."""
    await answers.save(
        tx,
        resident=person.resident[0],
        response=response,
        question=question,
        value=value,
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
        # The end waits for a required question that was stepped over by an old button.
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
    await answers.move(
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
