"""What people say about their own words on offer: kept, declined, or meant for something else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from content.schema.consultation import Consultation, Question, QuestionKind
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.survey import Chosen, check_text
from engagement.consultations.values import VoiceNote, is_lost
from engagement.errors import OldButton
from storage.consultations import comments, late_answers, responses
from storage.consultations.responses import Response
from usecases.consultations.answer import response_to, save_value, take
from usecases.consultations.learnt import has_read
from usecases.consultations.steps import (
    Receipt,
    Step,
    nothing_given,
    question_at,
    where_now,
)
from usecases.consultations.typed_answers import (
    LAST,
    NO,
    YES,
    is_taken,
    key_of,
    text_just_given,
)
from usecases.people import words_in_hand
from usecases.people.identify import Person
from usecases.people.words_of_danger import without_danger_before
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class WordsDropped:
    """Words on offer were declined while no answer is taken: there is no question to show."""


async def withdraw(
    tx: Transaction, world: World, person: Person, code: int, place: int
) -> tuple[str, Person]:
    """Take words back that were offered: they were for something else. Returns them, and the person
    without them. Raises OldButton."""
    key = key_of(world, code, place)
    text = words_in_hand.offered(person, key)
    if text is None:
        raise OldButton
    return text, await words_in_hand.settle(tx, world, person, key)


async def drop(
    tx: Transaction, world: World, person: Person, code: int, place: int
) -> WordsDropped | None:
    """No to words that were offered, where no answer is taken now: they are dropped, and nothing is
    asked. None where the next question can be shown, or a No makes the words its answer. Raises
    OldButton."""
    consultation = world.consultation_coded(code).consultation
    is_paused = phase(consultation, world.now()) is Phase.PAUSED
    if not is_paused and await is_taken(tx, world, person, consultation):
        return None
    response = await responses.response_of(tx, person.resident[0], consultation.slug)
    question = question_at(consultation, place)
    if is_paused and response is not None and _is_for(consultation, response, question):
        return None
    await withdraw(tx, world, person, code, place)
    return WordsDropped()


def _is_for(consultation: Consultation, response: Response, question: Question) -> Question | None:
    """The open question that words which were offered for ``question`` answer after a No to that;
    None where they answer none."""
    asked = next((q for q in consultation.questions if q.key == response.position), None)
    both_text = question.kind is QuestionKind.TEXT and asked and asked.kind is question.kind
    return asked if both_text and asked and asked.key != question.key else None


async def decide(
    tx: Transaction, world: World, person: Person, code: int, place: int, way: int
) -> Step | Receipt | WordsDropped:
    """What the person says about offered words: YES, NO, or LAST (add them to the last text). A No
    is taken whenever it is said.

    Raises OldButton, TextTooLong.
    """
    if way == NO and (dropped := await drop(tx, world, person, code, place)) is not None:
        return dropped
    found, response = await response_to(tx, world, person, code)
    slug, question = response.consultation, question_at(found.consultation, place)
    key = f"{slug}/{question.key}"
    text = words_in_hand.offered(person, key)
    if text is None or way not in (NO, YES, LAST):
        raise OldButton
    person = await words_in_hand.settle(tx, world, person, key)
    if question.key == response.position:
        # They have been asked about this question now, so it is shown next.
        response = await has_read(tx, person, response, question)
    # Added to what was said in a voice note, they would take its place.
    given = response.given.get(question.key)
    is_aloud = isinstance(given, VoiceNote) and not is_lost(given)
    if way == YES and (is_aloud or question.kind is not QuestionKind.TEXT):
        await _keep_as_comment(tx, world, person, response, question, text)
        return replace(where_now(world, found, response), comment_kept=True)
    if way == NO:
        asked = _is_for(found.consultation, response, question)
        if asked is not None:
            return await take(tx, world, person, found, response, asked, Chosen(text))
        return where_now(world, found, nothing_given(response))
    if question.kind is not QuestionKind.TEXT:
        last = await text_just_given(tx, world, person, within=timedelta.max)
        if last is None or last[0] != slug:
            raise OldButton
        question = last[1]
    whole = check_text(f"{response.given.get(question.key, '')}\n{text}".strip())
    if question.key == response.position and question.key not in response.given:
        return await take(tx, world, person, found, response, question, Chosen(whole))
    response = await save_value(tx, world, person, found, response, question, whole)
    await words_in_hand.note_written(tx, world, person, f"{slug}/{question.key}", None)
    return replace(where_now(world, found, response), added=True)


async def _keep_as_comment(
    tx: Transaction,
    world: World,
    person: Person,
    response: Response,
    question: Question,
    text: str,
) -> None:
    """Keep words beside the answer, which stays as it is."""
    add = late_answers.add_comment if response.is_late else comments.add_comment
    for part in without_danger_before(text):
        await add(
            tx,
            resident=person.resident[0],
            consultation=response.consultation,
            question=question.key,
            text=part,
            now=world.now(),
        )
