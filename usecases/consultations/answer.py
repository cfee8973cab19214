"""Answering a consultation: begin, answer, go back, skip, finish. Every change is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from content.schema.consultation import Question
from engagement.consultations.branching import offered, path
from engagement.consultations.eligibility import check_may_answer
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.survey import (
    Chosen,
    Go,
    ResponseState,
    Value,
    after,
    before,
    finished,
    state_of,
    still_needed,
    tapped,
)
from engagement.errors import AnswerNeeded, OldButton
from storage.consultations import answers, comments, responses
from storage.consultations.responses import Response
from storage.consultations.versions import Published
from usecases.consultations.branches import settle
from usecases.consultations.steps import (
    Receipt,
    Step,
    asked_at,
    buttons_of,
    reached,
    receipt_of,
    step_at,
)
from usecases.people.identify import Person
from usecases.people.weekly import is_asked
from usecases.world import Transaction, World, under_a_free_code


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The question of an open consultation that a resident last reached, and when."""

    slug: str
    question: Question
    touched: datetime


async def begin(tx: Transaction, world: World, person: Person, code: int) -> Step:
    """Start to answer, or to change answers, at the question this resident last reached."""
    found, response = await response_to(tx, world, person, code)
    position = reached(found.consultation, response)
    await _move(tx, world, person, response, position)
    return step_at(found.consultation, code, position, response.values)


async def tap(
    tx: Transaction, world: World, person: Person, code: int, place: int, number: int
) -> Step | Receipt:
    """Take button ``number`` under question ``place`` (0 is the first).

    Old keyboards count too: the tap answers the question it is under, whichever question is open
    now. Raises OldButton.
    """
    found, response = await response_to(tx, world, person, code)
    question = asked_at(found.consultation, place, response.values)
    shown = offered(question, response.values)
    if number not in buttons_of(question, shown):
        raise OldButton
    choice = tapped(question, response.values.get(question.key), number)
    return await take(tx, world, person, found, response, question, choice)


async def go(
    tx: Transaction, world: World, person: Person, code: int, place: int, way: Go
) -> Step | Receipt:
    """Take back, skip or done under question ``place``. Raises NothingChosen, AnswerNeeded."""
    found, response = await response_to(tx, world, person, code)
    question = asked_at(found.consultation, place, response.values)
    return await take(tx, world, person, found, response, question, way)


async def open_question(tx: Transaction, world: World, person: Person) -> OpenQuestion | None:
    """The question of an open consultation that this person last reached, and when."""
    if not person.has_joined:
        return None
    resident, ward = person.resident
    for response in await responses.responses_of(tx, resident):
        found = world.loaded.consultations.get(response.consultation)
        if (
            response.position is not None
            and found is not None
            and (response.values or found.consultation.is_for(ward))
            and phase(found.consultation, world.now()) is Phase.OPEN
            and any(q.key == response.position for q in found.consultation.questions)
        ):
            asked = found.consultation.question(response.position)
            return OpenQuestion(response.consultation, asked, response.updated_at)
    return None


async def touched_since(tx: Transaction, person: Person, moment: datetime) -> bool:
    """Whether this person has answered or moved in a consultation since ``moment``."""
    if not person.has_joined:
        return False
    mine = await responses.responses_of(tx, person.resident[0])
    return any(response.updated_at > moment for response in mine)


async def show_again(
    tx: Transaction, world: World, person: Person, *, finished_since: datetime
) -> Step | Receipt | None:
    """The open question of this resident, read from the database, or a receipt not older than
    ``finished_since``; None where there is neither."""
    question = await open_question(tx, world, person)
    if question is not None:
        return await begin(tx, world, person, world.loaded.consultation_codes[question.slug])
    if person.has_joined:
        for response in await responses.responses_of(tx, person.resident[0]):
            recent = response.updated_at >= finished_since
            if recent and response.state is ResponseState.COMPLETE:
                found = world.consultation(response.consultation).consultation
                return receipt_of(world, found, response, len(response.values))
    return None


async def response_to(
    tx: Transaction, world: World, person: Person, code: int
) -> tuple[Published, Response]:
    """The consultation and this resident's response to it, created if there is none."""
    resident, ward = person.resident
    found = world.consultation_coded(code)
    slug = found.consultation.slug
    response = await responses.response_of(tx, resident, slug)
    # A question that was only read keeps nobody in the ward they have left.
    moved = response is not None and response.ward != ward
    counts = response is not None and not (moved and await _is_empty(tx, resident, response))
    check_may_answer(
        found.consultation,
        ward=ward,
        answered_from=response.ward if response is not None and counts else None,
        now=world.now(),
    )
    if response is not None:
        if not counts:
            vintage = world.ward(ward).vintage
            await responses.change_ward(tx, resident, slug, ward=ward, vintage=vintage)
        return found, response if counts else replace(response, ward=ward)
    first = found.consultation.questions[0].key

    async def begin(receipt: str) -> Response | None:
        begun = await responses.begin(
            tx,
            resident=resident,
            consultation=slug,
            ward=ward,
            vintage=world.ward(ward).vintage,
            version_id=found.version_id,
            position=first,
            receipt=receipt,
            now=world.now(),
        )
        started = Response(slug, ward, ResponseState.STARTED, first, receipt, world.now())
        return started if begun else None

    return found, await under_a_free_code(world, begin)


async def _is_empty(tx: Transaction, resident: int, response: Response) -> bool:
    """Whether nothing was answered or written in this response."""
    if response.values:
        return False
    written = await comments.comments_of(tx, resident)
    return all(slug != response.consultation for slug, _ in written)


async def take(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    question: Question,
    reading: Chosen | Go,
) -> Step | Receipt:
    """Write what was read, and return the next thing to show."""
    key, current = question.key, response.values.get(question.key)
    match reading:
        case Chosen(value, stays):
            response = await save_value(tx, world, person, found, response, question, value)
            target = key if stays else after(found.consultation, key, response.values)
        case Go.BACK:
            target = before(found.consultation, key, response.values)
        case Go.DONE:
            finished(question, current)
            target = after(found.consultation, key, response.values)
        case Go.SKIP:
            if question.needs_answer and current is None:
                raise AnswerNeeded
            target = after(found.consultation, key, response.values)
    return await _arrive(tx, world, person, found, response, target)


async def save_value(
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
    now = replace(response, values=values)
    now = await settle(tx, found.consultation, person.resident[0], now)
    if now.position is None or now.position in path(found.consultation, now.values).keys:
        return now
    await _move(tx, world, person, now, reached(found.consultation, now))
    return replace(now, position=reached(found.consultation, now))


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
        done = receipt_of(world, found.consultation, response, len(response.values))
        return replace(done, asks_weekly=await _asks_weekly(tx, person))
    code = world.loaded.consultation_codes[response.consultation]
    return step_at(found.consultation, code, target, response.values)


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


async def _asks_weekly(tx: Transaction, person: Person) -> bool:
    return is_asked(person) and len(await responses.responses_of(tx, person.resident[0])) == 1
