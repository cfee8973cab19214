"""Answering a consultation: begin, answer, go back, skip, finish. Every change is kept."""

from __future__ import annotations

from dataclasses import replace

from content.schema.consultation import Question
from engagement.consultations.branching import offered, path
from engagement.consultations.eligibility import check_may_answer
from engagement.consultations.survey import (
    Chosen,
    Go,
    ResponseState,
    Value,
    after,
    before,
    finished,
    newly_open,
    state_of,
    tapped,
)
from engagement.errors import AnswerNeeded, HasClosed, OldButton
from storage.consultations import answers, comments, responses
from storage.consultations.responses import Response
from storage.consultations.versions import Published
from usecases.consultations import late
from usecases.consultations.branches import settle, without_reason
from usecases.consultations.learnt import come_back, read_again, stands_before
from usecases.consultations.moving import arrive, move, state_at
from usecases.consultations.steps import (
    FormQuestion,
    Receipt,
    Step,
    asked_at,
    asked_in,
    buttons_of,
    form_question,
    nothing_given,
    reached,
    step_at,
)
from usecases.people import guests
from usecases.people.identify import Person
from usecases.world import Transaction, World, under_a_free_code


async def begin(tx: Transaction, world: World, person: Person, code: int) -> Step | FormQuestion:
    """Start to answer, or to change answers, at the question this resident last reached. Where
    there is a short form, and they haven't begun, ask which form first.

    Raises HasClosed after the close, also while answers are kept as late.
    """
    which = await _ask_form(tx, world, person, code)
    if which is not None:
        return which
    found, response = await response_to(tx, world, person, code)
    _check_not_late(found, response)
    response = await come_back(tx, person, found.consultation, response)
    return await at_last_reached(tx, world, person, found, response)


def _check_not_late(found: Published, response: Response) -> None:
    if response.is_late:
        raise HasClosed(title=found.consultation.title, closes=found.consultation.closes_at)


async def _ask_form(
    tx: Transaction, world: World, person: Person, code: int
) -> FormQuestion | None:
    resident, ward = person.resident
    asked = form_question(world, code)
    slug = world.consultation_coded(code).consultation.slug
    if asked is None or await responses.response_of(tx, resident, slug) is not None:
        return None
    check_may_answer(asked.consultation, ward=ward, answered_from=None, now=world.now())
    return asked


async def choose_form(
    tx: Transaction, world: World, person: Person, code: int, *, short: bool
) -> Step:
    """Begin the short form, or all questions; or go on with the others after the short form.

    Who has begun to answer all stays with that. Raises NotJoined, OldButton, HasClosed.
    """
    resident, _ = person.resident
    whole = world.consultation_coded(code)
    if whole.consultation.short_form is None:
        raise OldButton
    found, response = await response_to(tx, world, person, code, short=short)
    _check_not_late(found, response)
    response = await come_back(tx, person, found.consultation, response)
    if short or not response.short:
        return await at_last_reached(tx, world, person, found, response)
    await responses.change_form(tx, resident, response.consultation, short=False)
    position = response.position or after(
        whole.consultation, found.consultation.questions[-1].key, response.given
    )
    # Who has reached the end of the short form has answered, however far they go on.
    response = replace(response, short=False, position=position)
    return await at_last_reached(tx, world, person, whole, response)


async def at_last_reached(
    tx: Transaction, world: World, person: Person, found: Published, response: Response
) -> Step:
    """The question this response last reached; the first, if that is gone or was the last."""
    response = nothing_given(response)
    position = reached(found.consultation, response)
    await move(tx, world, person, response, position)
    return step_at(world, found.consultation, position, response)


async def tap(
    tx: Transaction,
    world: World,
    person: Person,
    code: int,
    place: int,
    number: int,
    *,
    on: bool | None = None,
) -> Step | Receipt:
    """Take button ``number`` under question ``place`` (0 is the first); where several may be
    chosen, ``on`` says what the button does, as in ``tapped``.

    Old keyboards count too: the tap answers the question it is under, whichever question is open
    now. Raises OldButton.
    """
    found, response = await response_to(tx, world, person, code)
    question = asked_at(found.consultation, place, response.given)
    shown = offered(question, response.given)
    if number not in buttons_of(question, shown):
        raise OldButton
    choice = tapped(question, response.given.get(question.key), number, on=on)
    return await take(tx, world, person, found, response, question, choice)


async def go(
    tx: Transaction, world: World, person: Person, code: int, place: int, way: Go
) -> Step | Receipt:
    """Take back, skip or done under question ``place``. Raises NothingChosen, AnswerNeeded."""
    found, response = await response_to(tx, world, person, code)
    question = asked_at(found.consultation, place, response.given)
    return await take(tx, world, person, found, response, question, way)


async def response_to(
    tx: Transaction, world: World, person: Person, code: int, *, short: bool = False
) -> tuple[Published, Response]:
    """The consultation as this resident is asked it, and their response to it. If there is none it
    is created, in the ``short`` form or the whole."""
    resident, ward = person.resident
    found = world.consultation_coded(code)
    slug = found.consultation.slug
    guests.check_theirs(person, slug)
    response = await responses.response_of(tx, resident, slug)
    # A question that was only read keeps nobody in the ward they have left.
    moved = response is not None and response.ward != ward
    counts = response is not None and not (moved and await _is_empty(tx, resident, response))
    check_may_answer(
        found.consultation,
        ward=ward,
        answered_from=response.ward if response is not None and counts else None,
        now=world.now(),
        timing=await late.timing_of(tx, world, person, found.consultation),
    )
    if response is not None:
        if not counts:
            vintage = world.ward(ward).vintage
            await responses.change_ward(tx, resident, slug, ward=ward, vintage=vintage)
            response = replace(response, ward=ward)
        kept = await late.with_late(tx, world, person, found.consultation, response)
        return asked_in(found, kept), kept
    begun = await _begun(tx, world, person, found, short=short)
    kept = await late.with_late(tx, world, person, found.consultation, begun)
    return asked_in(found, kept), kept


async def _begun(
    tx: Transaction, world: World, person: Person, found: Published, *, short: bool
) -> Response:
    """A new response, at the first question."""
    resident, ward = person.resident
    slug, first = found.consultation.slug, found.consultation.questions[0].key

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
            short=short,
            mode=guests.mode_of(person),
        )
        state = ResponseState.STARTED
        started = Response(slug, ward, state, first, receipt, world.now(), short=short)
        return started if begun else None

    return await under_a_free_code(world, begin)


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
    key, current = question.key, response.given.get(question.key)
    if isinstance(reading, Go):
        response = nothing_given(response)
    match reading:
        case Chosen(value, stays):
            response = await _saved(tx, world, person, found, response, question, value)
            target = key if stays else after(found.consultation, key, response.given)
        case Go.BACK if question.learn is not None and not stands_before(question, response):
            response = await read_again(tx, person, response, question)
            again = await arrive(tx, world, person, found, response, key)
            return replace(again, seen_before=True) if isinstance(again, Step) else again
        case Go.BACK:
            target = before(found.consultation, key, response.given)
        case Go.DONE:
            finished(question, current)
            target = after(found.consultation, key, response.given)
        case Go.SKIP:
            if question.needs_answer and current is None:
                raise AnswerNeeded
            target = after(found.consultation, key, response.given)
    return await arrive(tx, world, person, found, response, target)


async def save_value(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    question: Question,
    value: Value,
) -> Response:
    """Write one answer, from wherever it comes, and return the updated response. A late one is kept
    apart. The person stays at their question, unless the answer leads elsewhere; the state follows,
    because a first answer counts however it was given."""
    now = await _saved(tx, world, person, found, response, question, value)
    now = replace(now, state=state_at(now, now.position))
    if (now.position, now.state) != (response.position, response.state):
        await move(tx, world, person, now, now.position)
    return now


async def _saved(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    question: Question,
    value: Value,
) -> Response:
    """The same for an answer after which the person moves on."""
    if response.is_late:
        return await late.keep(tx, world, person, response, question, value)
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
    now = await late.came_in_time(tx, person, response, question)
    now = replace(now, values=values)
    if response.values.get(question.key) not in (None, value):
        now = await without_reason(tx, found, person.resident[0], now, question, world.now())
    now = await settle(tx, found.consultation, person.resident[0], now)
    return _where_it_leads(found, response, now)


def _where_it_leads(found: Published, before: Response, now: Response) -> Response:
    """The response at a question that is asked. Where the answer opened a question further up, or
    took its answer away, it is at that one and, unless the short form leaves it out, no longer
    complete."""
    asked = path(found.consultation, now.given).keys
    opened = newly_open(found.consultation, before.given, now.given)
    shortest = found.consultation.short_form or found.consultation
    if any(question.key == opened for question in shortest.questions):
        now = replace(now, state=state_of(answered=len(now.values), reached_end=False))
    position = now.position
    if position is not None and position not in asked:
        position = reached(found.consultation, now)
    if opened is not None and (position is None or asked.index(opened) < asked.index(position)):
        position = opened
    return replace(now, position=position)
