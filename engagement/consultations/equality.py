"""Equality questions: what people may say about themselves, who may be asked, and what counts.

The questions and their answers follow the Government Statistical Service's harmonised standards:
sex, ethnic group, religion, long-lasting health conditions, and activity restriction. They are for
people of 16 and over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from content.schema.consultation import Consultation
from content.schema.council import EqualityQuestions
from engagement.errors import OldButton

YOUNGEST = 16
"""The age from which people may be asked."""
FEWEST_WARDS = 2
"""A consultation in one ward would make a table of that ward."""
NOT_SAID = "not_said"
"""Prefer not to say: kept, so that its author sees it, and in no count."""
LONGEST_KEY = 64


@dataclass(frozen=True, slots=True)
class EqualityQuestion:
    """One question by its key, its answers by theirs, and its number as people count them.
    ``only_after`` is the answer to the question before after which alone it is asked."""

    key: str
    number: int
    answers: tuple[str, ...]
    only_after: str = ""


AGE_BANDS = ("from_16", "from_25", "from_35", "from_50", "from_65", "from_75")
AGE = EqualityQuestion("age", 1, AGE_BANDS)
SEX = EqualityQuestion("sex", 2, ("female", "male"))
HEALTH = EqualityQuestion("health", 3, ("yes", "no"))
ACTIVITIES = EqualityQuestion("activities", 3, ("a_lot", "a_little", "not_at_all"), "yes")
ETHNIC_GROUP = EqualityQuestion("ethnic_group", 4, ("white", "mixed", "asian", "black", "other"))
RELIGION = EqualityQuestion(
    "religion",
    5,
    ("none", "christian", "buddhist", "hindu", "jewish", "muslim", "sikh", "other"),
)
QUESTIONS = (AGE, SEX, HEALTH, ACTIVITIES, ETHNIC_GROUP, RELIGION)
NUMBER_OF_QUESTIONS = 5
DISABILITY = EqualityQuestion("disability", 3, ("a_lot", "a_little", "no"))
"""What health and activities say together, as it is counted."""
COUNTED = (AGE, SEX, DISABILITY, ETHNIC_GROUP, RELIGION)


@dataclass(frozen=True, slots=True)
class EqualityAnswers:
    """What one person has said of themselves with one response: answers by question, and the ward
    of the response, which is in no table."""

    ward: str = field(repr=False)
    given: Mapping[str, str] = field(repr=False)


def is_asked_in(
    ground: EqualityQuestions | None, consultation: Consultation, wards: Iterable[str]
) -> bool:
    """Whether those who answer this consultation are asked, by this ``ground``; ``wards`` are all
    of the council's."""
    asked_in = consultation.wards or tuple(wards)
    return ground is not None and len({*asked_in}) >= FEWEST_WARDS


def question_at(place: int) -> EqualityQuestion:
    """The question in this place. Raises OldButton."""
    if not 0 <= place < len(QUESTIONS):
        raise OldButton
    return QUESTIONS[place]


def answer_at(question: EqualityQuestion, number: int) -> str:
    """The answer behind a button; 0 is "prefer not to say". Raises OldButton."""
    if not 0 <= number <= len(question.answers):
        raise OldButton
    return NOT_SAID if number == 0 else question.answers[number - 1]


def after(place: int, given: Mapping[str, str]) -> int | None:
    """The place of the next question after these answers; None after the last."""
    for following in range(place + 1, len(QUESTIONS)):
        if is_reached(QUESTIONS[following], given):
            return following
    return None


def is_reached(question: EqualityQuestion, given: Mapping[str, str]) -> bool:
    """Whether this question is asked after these answers."""
    return not question.only_after or given.get(HEALTH.key) == question.only_after


def left_behind(question: EqualityQuestion, answer: str) -> tuple[str, ...]:
    """The questions whose answers count no more once this one has this answer."""
    return (ACTIVITIES.key,) if question is HEALTH and answer != ACTIVITIES.only_after else ()


def as_counted(given: Mapping[str, str]) -> dict[str, str]:
    """The answers as they are counted, by the keys of ``COUNTED``."""
    said = {key: answer for key, answer in given.items() if answer != NOT_SAID}
    counted = {one.key: said[one.key] for one in COUNTED if one.key in said}
    disability = _disability(said)
    return counted if disability is None else {**counted, DISABILITY.key: disability}


def _disability(said: Mapping[str, str]) -> str | None:
    """By the standard: a condition that reduces what somebody can do from day to day."""
    reduced = said.get(ACTIVITIES.key)
    if said.get(HEALTH.key) == "no" or reduced == "not_at_all":
        return "no"
    return reduced


def key_of(slug: str) -> str:
    """The name of a consultation's equality table in the register of released results. No slug of a
    consultation has a colon."""
    named = f"equality:{slug}"
    if len(named) <= LONGEST_KEY:
        return named
    return f"equality:{blake2b(slug.encode(), digest_size=16).hexdigest()}"


def band_of(age: int) -> int | None:
    """The number of the button of the band with this age; None for one under 16."""
    lowest = [int(band.removeprefix("from_")) for band in AGE_BANDS]
    return sum(age >= one for one in lowest) or None
