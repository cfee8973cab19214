"""What there is to learn before a question: whether somebody has read it, and when again."""

from __future__ import annotations

from dataclasses import replace

from content.schema.consultation import Consultation, Question
from storage.consultations import responses
from storage.consultations.responses import Response
from usecases.people.identify import Person
from usecases.world import Transaction


def stands_before(question: Question, response: Response) -> bool:
    """Whether this question waits until what there is to learn before it was read."""
    return question.learn is not None and question.key not in response.learnt


async def has_read(
    tx: Transaction, person: Person, response: Response, question: Question
) -> Response:
    """The response after its author has read what there is to learn before this question."""
    if not stands_before(question, response):
        return response
    return await _note(tx, person, response, response.learnt | {question.key})


async def read_again(
    tx: Transaction, person: Person, response: Response, question: Question
) -> Response:
    """The response of somebody who goes back to what there is to learn before this question."""
    return await _note(tx, person, response, response.learnt - {question.key})


async def come_back(
    tx: Transaction, person: Person, consultation: Consultation, response: Response
) -> Response:
    """The response of somebody who comes back to the questions: what there is to learn is shown
    again with the question they are at, unless they have answered it."""
    at = response.position
    asked = next((q for q in consultation.questions if q.key == at), None)
    if asked is None or at not in response.learnt or at in response.given:
        return response
    return await read_again(tx, person, response, asked)


async def _note(
    tx: Transaction, person: Person, response: Response, learnt: frozenset[str]
) -> Response:
    await responses.note_learnt(tx, person.resident[0], response.consultation, learnt)
    return replace(response, learnt=learnt)
