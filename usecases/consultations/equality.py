"""Equality questions: offered once after a first complete response, answered, seen, and stopped."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from content.schema.consultation import Consultation
from content.schema.council import EqualityQuestions
from engagement.consultations.equality import (
    QUESTIONS,
    YOUNGEST,
    EqualityQuestion,
    after,
    answer_at,
    is_asked_in,
    is_reached,
    left_behind,
    question_at,
)
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.refusals import EqualityNotAsked, EqualityOver, EqualityOwners
from engagement.consultations.survey import ResponseState
from engagement.errors import OldButton
from engagement.people.outlasting import EqualityStopped
from storage.consultations import equality_answers, responses
from storage.consultations.responses import Response
from storage.insight import releases
from storage.operations import deployment
from storage.people import equality_offers
from usecases.consultations import equality_undecided
from usecases.people import leave
from usecases.people.identify import Person
from usecases.world import Transaction, World

TOPIC = "equality"
"""The topic of the screens about oneself."""
AGE, ANSWER = "eo", "ec"
"""The buttons of those that ask something: whether somebody is old enough, and a question."""


@dataclass(frozen=True, slots=True)
class EqualityIntro:
    """Why we ask, by what law, and until when it is kept. ``asks_age``: are they 16 or over?"""

    consultation: Consultation
    code: int
    ground: EqualityQuestions
    asks_age: bool
    unclear: bool = False  # what they typed was no answer


@dataclass(frozen=True, slots=True)
class EqualityTooYoung:
    """They are under 16: nothing was kept."""


@dataclass(frozen=True, slots=True)
class EqualityStep:
    """One question about themselves. What they said before isn't shown: others may look."""

    code: int
    question: EqualityQuestion
    place: int


@dataclass(frozen=True, slots=True)
class EqualityDone:
    """They have been through the questions. ``kept``: something is kept."""

    kept: bool


@dataclass(frozen=True, slots=True)
class SaidOfYourself:
    """What somebody said of themselves with one response."""

    consultation: Consultation
    said: tuple[tuple[EqualityQuestion, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class AboutMe:
    """All that somebody has said of themselves, and with which response they may say more."""

    said: tuple[SaidOfYourself, ...]
    code: int | None = None
    asks: bool = True  # this council asks at all


@dataclass(frozen=True, slots=True)
class EqualityGone:
    """Everything was deleted, if there was anything (``had``)."""

    had: bool


def ground_in(world: World) -> EqualityQuestions | None:
    """By what people may be asked about themselves here; None where they aren't. What is made up
    for a story holds only there."""
    ground = world.library.council.equality_questions
    return None if ground is not None and ground.made_up and not world.story else ground


async def offer_once(
    tx: Transaction, world: World, person: Person, consultation: Consultation, response: Response
) -> bool:
    """Whether to offer the questions under this receipt of a complete response, in time. That is
    noted, so that it is the only time; the same receipt shown again has the offer too, and the
    next one where somebody went on after a short form and left it undecided."""
    if not await may_offer(tx, world, person, consultation, response):
        return False
    if person.contact is not None:
        await equality_offers.note_offered(tx, person.contact.id)
        await equality_undecided.note(tx, world, person, response)
    return True


async def may_offer(
    tx: Transaction, world: World, person: Person, consultation: Consultation, response: Response
) -> bool:
    """Whether they may be offered under this receipt."""
    contact = person.contact
    if contact is None or response.after_close is not None:
        return False
    if contact.equality_offered and not _has_again(person, response, world.now()):
        return False
    if person.is_leaving or person.guest is not None:
        return False
    if response.state is not ResponseState.COMPLETE or not _is_asked(world, consultation):
        return False
    return await releases.latest(tx, consultation.slug) is None


def is_same_receipt(response: Response, now: datetime) -> bool:
    """Whether the first receipt of this response, of less than an hour ago, is shown once more, as
    after a double tap or a lost reply: nothing else was done since."""
    ended = response.ended_at
    return ended is not None and equality_undecided.is_shown_again(response, ended, now)


def _has_again(person: Person, response: Response, now: datetime) -> bool:
    if is_same_receipt(response, now):
        return True
    return equality_undecided.has_offer_again(person, response, now)


async def decline(tx: Transaction, person: Person) -> None:
    """They want none of these questions, and aren't offered them again."""
    await equality_undecided.decide(tx, person)


async def show(tx: Transaction, world: World, person: Person) -> AboutMe:
    """/about_me. Raises NotJoined, EqualityOwners."""
    resident, _ = _owner(person)
    said = []
    for kept in await equality_answers.kept_of(tx, resident):
        found = world.loaded.consultations.get(kept.consultation)
        given = [(q, kept.given[q.key]) for q in QUESTIONS if q.key in kept.given]
        if found is not None:
            said.append(SaidOfYourself(found.consultation, tuple(given)))
    asks = ground_in(world) is not None
    return AboutMe(tuple(said), await _latest(tx, world, person), asks)


async def begin(tx: Transaction, world: World, person: Person, code: int) -> EqualityIntro:
    """Why we ask, before the first question. Raises NotJoined, OldButton, EqualityNotAsked,
    EqualityOver."""
    found = await _check(tx, world, person, code)
    ground = ground_in(world)
    if ground is None:
        raise EqualityNotAsked
    await equality_undecided.decide(tx, person)
    return EqualityIntro(found, code, ground, world.library.council.minimum_age < YOUNGEST)


async def ask_again(
    tx: Transaction, world: World, person: Person, code: int, place: int | None
) -> EqualityIntro | EqualityStep:
    """The question in this place once more; where it is None the one about their age, with why we
    ask. Raises what ``begin`` raises."""
    if place is None:
        return await begin(tx, world, person, code)
    await _check(tx, world, person, code)
    return EqualityStep(code, question_at(place), place)


async def say_age(
    tx: Transaction, world: World, person: Person, code: int, *, old_enough: bool
) -> EqualityStep | EqualityTooYoung:
    """Whether they are 16 or over, by their own word, which is kept nowhere. Raises what ``begin``
    raises."""
    if not old_enough:
        return EqualityTooYoung()
    await _check(tx, world, person, code)
    return EqualityStep(code, question_at(0), 0)


async def choose(
    tx: Transaction, world: World, person: Person, code: int, place: int, number: int
) -> EqualityStep | EqualityDone:
    """Keep the answer of button ``number``. Raises what ``begin`` raises."""
    found = await _check(tx, world, person, code)
    question = question_at(place)
    answer = answer_at(question, number)
    resident, _ = person.resident
    given = await _given(tx, resident, found.slug)
    if not is_reached(question, given):
        raise OldButton
    await equality_answers.save(tx, resident, found.slug, question.key, answer)
    if gone := left_behind(question, answer):
        await equality_answers.drop(tx, resident, found.slug, gone)
    return _next(code, place, {**given, question.key: answer})


async def skip(
    tx: Transaction, world: World, person: Person, code: int, place: int
) -> EqualityStep | EqualityDone:
    """Leave a question as it is. Raises what ``begin`` raises."""
    found = await _check(tx, world, person, code)
    question_at(place)
    return _next(code, place, await _given(tx, person.resident[0], found.slug))


async def stop(tx: Transaction, world: World, person: Person) -> EqualityGone:
    """Delete at once all that somebody has said of themselves, also during a legal hold: the law
    gives this notice no exception. A restored backup doesn't undo it. Raises NotJoined,
    EqualityOwners."""
    resident, _ = _owner(person)
    had = await equality_answers.drop_of(tx, resident)
    if had and person.contact is not None:
        world.outlast(EqualityStopped(person.contact.id))
        await deployment.remember(tx, leave.REWRITE, "due")
    return EqualityGone(had)


def _next(code: int, place: int, given: dict[str, str]) -> EqualityStep | EqualityDone:
    following = after(place, given)
    if following is None:
        return EqualityDone(kept=bool(given))
    return EqualityStep(code, question_at(following), following)


def _is_asked(world: World, consultation: Consultation) -> bool:
    return is_asked_in(ground_in(world), consultation, world.library.wards)


async def _given(tx: Transaction, resident: int, slug: str) -> dict[str, str]:
    every = await equality_answers.kept_of(tx, resident)
    return next((dict(kept.given) for kept in every if kept.consultation == slug), {})


async def _check(tx: Transaction, world: World, person: Person, code: int) -> Consultation:
    """The consultation whose response these answers go with. Raises NotJoined, OldButton,
    EqualityNotAsked, EqualityOver, EqualityOwners."""
    resident, _ = _owner(person)
    consultation = world.consultation_coded(code).consultation
    if not _is_asked(world, consultation):
        raise EqualityNotAsked
    response = await responses.response_of(tx, resident, consultation.slug)
    if response is None or not _is_complete(response):
        raise OldButton
    if not await _takes_more(tx, world, consultation):
        raise EqualityOver
    return consultation


def _owner(person: Person) -> tuple[int, str]:
    """The resident who has this phone, and their ward. Raises NotJoined, EqualityOwners."""
    if person.guest is not None:
        raise EqualityOwners
    return person.resident


def _is_complete(response: Response) -> bool:
    return response.state is ResponseState.COMPLETE


async def _takes_more(tx: Transaction, world: World, consultation: Consultation) -> bool:
    """Whether what people say of themselves with their response will still be counted: nothing is
    added to what was released."""
    if phase(consultation, world.now()) is Phase.WITHDRAWN:
        return False
    return await releases.latest(tx, consultation.slug) is None


async def _latest(tx: Transaction, world: World, person: Person) -> int | None:
    """The code of the latest consultation that this person has answered to the end, and with which
    they may say something of themselves."""
    for response in await responses.responses_of(tx, person.resident[0]):
        found = world.loaded.consultations.get(response.consultation)
        if found is None or not _is_complete(response):
            continue
        consultation = found.consultation
        if _is_asked(world, consultation) and await _takes_more(tx, world, consultation):
            return world.loaded.consultation_codes[consultation.slug]
    return None
