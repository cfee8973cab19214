"""Reading what there is to learn before a question, going on to it, and listening."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from content.learning_words import goes_on
from content.schema.consultation import Consultation, Question
from content.schema.learning import Recording, recording_for
from content.typed_words import BACK, move_in
from content.yes_and_no import says_little
from engagement.consultations.survey import before
from engagement.consultations.typed_numbers import is_number
from engagement.errors import OldButton
from storage.consultations.responses import Response
from storage.consultations.versions import Published
from usecases.consultations.answer import response_to
from usecases.consultations.learnt import has_read
from usecases.consultations.moving import arrive, move
from usecases.consultations.steps import Receipt, Step, asked_at, nothing_given, where_now
from usecases.people.identify import Person
from usecases.world import Transaction, World


class Turned(IntEnum):
    """Where somebody goes who has read what there is to learn."""

    ON = 0  # to its question
    BACK = 1  # to the question before


@dataclass(frozen=True, slots=True)
class Heard:
    """A recording to send, and what is below it. ``of_learn``: it is what there is to learn before
    the question. ``language`` is the one it is in, which may be another than its hearer's."""

    consultation: Consultation
    code: int
    question: Question
    place: int
    recording: Recording
    language: str
    of_learn: bool
    below: Step | Receipt


async def turn(
    tx: Transaction, world: World, person: Person, code: int, place: int, way: int
) -> Step | Receipt:
    """Next or Back below what there is to learn before question ``place``. Raises OldButton."""
    found, response = await response_to(tx, world, person, code)
    question = asked_at(found.consultation, place, response.given)
    if question.learn is None or way not in tuple(Turned):
        raise OldButton
    return await _turned(tx, world, person, found, response, question, Turned(way))


async def _turned(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    question: Question,
    way: Turned,
) -> Step | Receipt:
    response, target = nothing_given(response), question.key
    if way is Turned.BACK:
        target = before(found.consultation, question.key, response.given)
    else:
        response = await has_read(tx, person, response, question)
    return await arrive(tx, world, person, found, response, target)


async def typed_before(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    question: Question,
    text: str,
) -> Step | Receipt | None:
    """What words do that were typed while there was something to learn before this question. They
    say that it was read, or go back. Too few to be an answer, they lead to the question, which
    their writer hasn't seen yet. None for any others: they are taken, or asked about, as words for
    a question that wasn't in the chat. Until it is, what there is to learn counts as unread."""
    if move_in(text) == BACK:
        return await _turned(tx, world, person, found, response, question, Turned.BACK)
    if goes_on(text, person.language):
        return await _turned(tx, world, person, found, response, question, Turned.ON)
    if says_little(text) or is_number(text):
        return await to_the_question(tx, world, person, found, response, question)
    return None


async def to_the_question(
    tx: Transaction,
    world: World,
    person: Person,
    found: Published,
    response: Response,
    question: Question,
) -> Step | Receipt:
    """Show the question to somebody who sent something before they had seen it."""
    shown = await _turned(tx, world, person, found, response, question, Turned.ON)
    return replace(shown, comes_now=True) if isinstance(shown, Step) else shown


def is_recorded(consultation: Consultation) -> bool:
    """Whether anything of these questions can be listened to."""
    return any(question.recorded for question in consultation.questions)


async def not_recorded(tx: Transaction, world: World, person: Person, code: int) -> Step | Receipt:
    """Where somebody is who asked to hear what there is no recording of. Raises OldButton."""
    found, response = await response_to(tx, world, person, code)
    response = nothing_given(response)
    # Words typed next are for it, as after listening.
    await move(tx, world, person, response, response.position)
    shown = where_now(world, found, response)
    return replace(shown, not_recorded=True) if isinstance(shown, Step) else shown


async def listen(
    tx: Transaction, world: World, person: Person, code: int, place: int, of_learn: int
) -> Heard:
    """The recording of question ``place``, or of what there is to learn before it, in the person's
    language, else in the council's first. Where the person is does not change. Raises OldButton
    where there is none."""
    found, response = await response_to(tx, world, person, code)
    question = asked_at(found.consultation, place, response.given)
    named = question.learn.listen if of_learn and question.learn else question.listen
    default = world.library.council.languages[0]
    heard = recording_for(named, person.language, default)
    if heard is None:
        raise OldButton
    response = nothing_given(response)
    # It was used just now, so words typed next are for it.
    await move(tx, world, person, response, response.position)
    return Heard(
        found.consultation,
        code,
        question,
        place,
        recording=heard[1],
        language=heard[0],
        of_learn=bool(of_learn),
        below=where_now(world, found, response),
    )
