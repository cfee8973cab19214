"""The question a resident last reached, and what is shown again after a restart or a gap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.schema.consultation import Question
from engagement.consultations.eligibility import not_open
from engagement.consultations.late import Timing
from engagement.consultations.lifecycle import Phase, has_begun, has_ended, phase
from engagement.consultations.survey import ResponseState
from storage.consultations import responses
from usecases.consultations import answer, late, steps
from usecases.consultations.asked_at_the_end import with_questions
from usecases.consultations.learnt import stands_before
from usecases.consultations.steps import Receipt, Step
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The question of an open consultation that a resident last reached, and when. ``learning``:
    there is something to learn before it, and that is what they were shown."""

    slug: str
    question: Question
    touched: datetime
    learning: bool = False


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
            and has_begun(found.consultation, world.now())
            and any(q.key == response.position for q in found.consultation.questions)
            and await late.timing_of(tx, world, person, found.consultation) is not Timing.CLOSED
        ):
            asked = found.consultation.question(response.position)
            learning = stands_before(asked, response)
            return OpenQuestion(response.consultation, asked, response.updated_at, learning)
    return None


def check_not_closed(world: World, slug: str) -> None:
    """Raise HasClosed or WasWithdrawn if this consultation takes no answers any more."""
    found = world.loaded.consultations.get(slug)
    if found is not None and has_ended(found.consultation, world.now()):
        raise not_open(found.consultation, world.now())


def check_not_stopped(world: World, code: int) -> None:
    """Raise IsPaused or WasWithdrawn if this consultation takes no answers because staff decided
    so."""
    consultation = world.consultation_coded(code).consultation
    if phase(consultation, world.now()) in (Phase.PAUSED, Phase.WITHDRAWN):
        raise not_open(consultation, world.now())


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
    ``finished_since``, also of what was answered after the close; None where there is neither."""
    question = await open_question(tx, world, person)
    if question is not None and not is_paused(world, question.slug):
        code = world.loaded.consultation_codes[question.slug]
        found, response = await answer.response_to(tx, world, person, code)
        return await answer.at_last_reached(tx, world, person, found, response)
    if not person.has_joined:
        return None
    for response in await responses.responses_of(tx, person.resident[0]):
        published = world.loaded.consultations.get(response.consultation)
        if published is None or response.updated_at < finished_since:
            continue
        consultation = published.consultation
        shown = await late.with_late(tx, world, person, consultation, response)
        came_after = response.updated_at >= consultation.closes_at and shown.given
        if response.state is ResponseState.COMPLETE or came_after:
            asked = steps.asked_in(published, shown).consultation
            receipt = steps.receipt_of(world, asked, steps.nothing_given(shown))
            return await with_questions(tx, world, person, shown, receipt)
    return None


def is_paused(world: World, slug: str) -> bool:
    """Whether its questions are not asked now, and will be again."""
    return phase(world.consultation(slug).consultation, world.now()) is Phase.PAUSED
