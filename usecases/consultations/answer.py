"""Answering a consultation: begin, answer, go back, skip, finish. Every change is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.schema.consultation import Consultation, Question
from engagement.consultations.eligibility import check_may_answer
from engagement.consultations.late import AfterClose, Timing
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
from engagement.errors import AnswerNeeded, HasClosed, OldButton
from storage.consultations import answers, comments, responses
from storage.consultations.responses import Response
from storage.consultations.versions import Published
from usecases.consultations import late
from usecases.people.identify import Person
from usecases.people.weekly import is_asked
from usecases.people.words_of_danger import unquoted_texts
from usecases.world import Transaction, World, under_a_free_code


@dataclass(frozen=True, slots=True)
class Step:
    """One question as this resident sees it now. ``number`` counts from 1."""

    consultation: Consultation
    code: int
    question: Question
    number: int
    value: Value | None = None
    comment_kept: bool = False
    added: bool = False  # words were added to the text answer given before
    changed: bool = False  # an edited message has changed an answer
    ticked: bool = False  # some of several choices were typed
    after_news: bool = False  # shown again, because news came after it and before an answer
    quoted: bool = True  # the value may be shown
    after_close: AfterClose | None = None  # it has closed


@dataclass(frozen=True, slots=True)
class Receipt:
    """The end of a consultation. ``answered`` is the number of questions with an answer that
    counts; ``after_close`` is set where it has closed, ``late`` is how many came after that;
    ``added``
    says that words were added to one, ``changed`` that an edited message has changed one,
    ``comment_kept`` that words became a comment, ``asks_weekly`` that these are their first answers
    and they haven't said yet how many messages a week they want."""

    consultation: Consultation
    code: int
    answered: int
    receipt: str
    added: bool = False
    changed: bool = False
    comment_kept: bool = False
    asks_weekly: bool = False
    late: int = 0
    after_close: AfterClose | None = None


async def begin(tx: Transaction, world: World, person: Person, code: int) -> Step:
    """Start to answer, or to change answers, at the question this resident last reached.

    Raises HasClosed after the close, also while answers are kept as late.
    """
    found, response = await response_to(tx, world, person, code)
    if response.is_late:
        raise HasClosed(title=found.consultation.title, closes=found.consultation.closes_at)
    return await at_last_reached(tx, world, person, found, response)


async def at_last_reached(
    tx: Transaction, world: World, person: Person, found: Published, response: Response
) -> Step:
    """The question this response last reached; the first, if that is gone or was the last."""
    response = nothing_given(response)
    keys = [q.key for q in found.consultation.questions]
    position = response.position if response.position in keys else keys[0]
    await _move(tx, world, person, response, position)
    return _step(world, found.consultation, position, response)


async def tap(
    tx: Transaction, world: World, person: Person, code: int, place: int, number: int
) -> Step | Receipt:
    """Take button ``number`` under question ``place`` (0 is the first).

    Old keyboards count too: the tap answers the question it is under, whichever question is open
    now. Raises OldButton.
    """
    found, response = await response_to(tx, world, person, code)
    question = question_at(found.consultation, place)
    choice = tapped(question, response.given.get(question.key), number)
    return await take(tx, world, person, found, response, question, choice)


async def go(
    tx: Transaction, world: World, person: Person, code: int, place: int, way: Go
) -> Step | Receipt:
    """Take back, skip or done under question ``place``. Raises NothingChosen, AnswerNeeded."""
    found, response = await response_to(tx, world, person, code)
    question = question_at(found.consultation, place)
    return await take(tx, world, person, found, response, question, way)


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
        timing=await late.timing_of(tx, world, person, found.consultation),
    )
    if response is not None:
        if not counts:
            vintage = world.ward(ward).vintage
            await responses.change_ward(tx, resident, slug, ward=ward, vintage=vintage)
            response = replace(response, ward=ward)
        return found, await late.with_late(tx, world, person, found.consultation, response)
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

    begun = await under_a_free_code(world, begin)
    return found, await late.with_late(tx, world, person, found.consultation, begun)


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
            response = await save_value(tx, world, person, found, response, question, value)
            target = key if stays else after(found.consultation, key)
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


async def save_value(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    question: Question,
    value: Value,
) -> Response:
    """Write one answer and return the updated response. A late one is kept apart."""
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
    response = await late.came_in_time(tx, person, response, question)
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
        target = still_needed(found.consultation, response.given)
    await _move(tx, world, person, response, target)
    shown = where_now(world, found, replace(response, position=target))
    if isinstance(shown, Receipt):
        return replace(shown, asks_weekly=await _asks_weekly(tx, person))
    return shown


async def _move(
    tx: Transaction, world: World, person: Person, response: Response, position: str | None
) -> None:
    ended = position is None or response.state is ResponseState.COMPLETE
    state = state_of(answered=len(response.values), reached_end=ended)
    if response.is_late:
        state = response.state
    await responses.move(
        tx,
        person.resident[0],
        response.consultation,
        position=position,
        state=state,
        now=world.now(),
    )


def where_now(world: World, found: Published, response: Response) -> Step | Receipt:
    """The question this response is at, or its receipt; that too once no answer is taken."""
    after = response.after_close
    if response.position is None or (after is not None and after.next is Timing.CLOSED):
        return receipt_of(world, found.consultation, response)
    return _step(world, found.consultation, response.position, response)


async def _asks_weekly(tx: Transaction, person: Person) -> bool:
    return is_asked(person) and len(await responses.responses_of(tx, person.resident[0])) == 1


def nothing_given(response: Response) -> Response:
    """The response where nothing was answered just now: a move, or a look."""
    after = response.after_close
    return response if after is None else replace(response, after_close=replace(after, given=False))


def receipt_of(world: World, consultation: Consultation, response: Response) -> Receipt:
    """The receipt of this response as it is now."""
    code = world.loaded.consultation_codes[response.consultation]
    return Receipt(
        consultation,
        code,
        len(response.values),
        response.receipt,
        late=len(response.late),
        after_close=response.after_close,
    )


def _step(world: World, consultation: Consultation, key: str, response: Response) -> Step:
    values = response.given
    code = world.loaded.consultation_codes[consultation.slug]
    number = [q.key for q in consultation.questions].index(key) + 1
    return Step(
        consultation,
        code,
        consultation.question(key),
        number,
        values.get(key),
        quoted=key not in unquoted_texts(consultation, values),
        after_close=response.after_close,
    )


def question_at(consultation: Consultation, place: int) -> Question:
    if not 0 <= place < len(consultation.questions):
        raise OldButton
    return consultation.questions[place]
