"""Consultations: their questions, options, dates and wards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from pydantic import AwareDatetime, Field, field_validator, model_validator

from content.schema.authored import (
    Authored,
    Language,
    Line,
    Localised,
    Paragraph,
    Slug,
    WardCode,
)
from content.schema.opening import MadeUp, WithoutTelegram
from content.schema.question import Option as Option
from content.schema.question import Question as Question
from content.schema.question import QuestionKind as QuestionKind
from content.schema.question import Scale as Scale
from content.schema.question import is_empty, with_reasons

LONGEST_TEXT_ANSWER = 3000
MOST_WRITTEN, MOST_ASKED = 10, 20
"""Questions that an author writes, and those with the questions for reasons that are added."""


class Consultation(Authored):
    """One to ten questions with a purpose, dates and wards, and the day by which people hear back.

    ``hear_by`` is when people hear the results; ``decision_due`` is the day on which a body is due
    to decide, if there is one. It may move.

    ``decided_by``, ``can_change`` and ``hear_by`` are required: a consultation has to say who
    decides, what can still change and when people will hear back (Gunning principles). The fields
    from ``decision_due`` to ``without_telegram`` may be missing; without them it doesn't open.
    ``minutes`` is how long it takes, if somebody has timed it; else that is worked out.
    ``made_up`` names those that are made up for the demo: with any of them it opens only there.
    """

    slug: Slug
    title: Localised
    purpose: Localised
    can_change: Localised
    decided_by: Localised
    other_ways: Localised | None = None
    opens_at: AwareDatetime
    closes_at: AwareDatetime
    hear_by: date
    decision_due: date | None = None
    languages: tuple[Language, ...] = ()
    equality_note: Paragraph | None = None
    without_telegram: WithoutTelegram | None = None
    made_up: tuple[MadeUp, ...] = ()
    wards: tuple[WardCode, ...] = ()
    plan: Slug | None = None
    theme: Slug | None = None
    minutes: int | None = Field(default=None, ge=1, le=15, exclude_if=is_empty)
    questions: tuple[Question, ...] = Field(min_length=1, max_length=MOST_ASKED)
    source: Line

    @field_validator("wards", mode="before")
    @classmethod
    def _all_wards(cls, value: object) -> object:
        """ "all" is every ward, as when none are listed."""
        if value == "all":
            return ()
        return tuple(value) if isinstance(value, list) else value

    @field_validator("questions")
    @classmethod
    def _with_reasons(cls, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        return with_reasons(questions)

    @model_validator(mode="after")
    def _dates_and_keys_in_order(self) -> Self:
        if self.closes_at <= self.opens_at:
            raise ValueError("closes_at is expected to be after opens_at")
        # Midnight is the end of the day before.
        if self.hear_by < (self.closes_at - timedelta(microseconds=1)).date():
            raise ValueError("hear_by is expected to be on or after the day it closes")
        if self.decision_due is not None and self.decision_due < self.closes_at.date():
            raise ValueError("decision_due is expected to be on or after the day it closes")
        if sum(question.reason_for is None for question in self.questions) > MOST_WRITTEN:
            raise ValueError(f"at most {MOST_WRITTEN} questions are expected")
        keys = [question.key for question in self.questions]
        if len(set(keys)) != len(keys):
            raise ValueError("each question is expected to have a key of its own")
        short = [question.short for question in self.questions]
        if short != sorted(short, reverse=True):
            raise ValueError("the short questions are expected before all others")
        if all(short):
            raise ValueError("some questions are expected without short: true")
        return self

    @property
    def short_form(self) -> Consultation | None:
        """The consultation with the questions of its short form alone; None if it has none. They
        come first, so each has the same place in both."""
        if not self.questions[0].short:
            return None
        short = tuple(question for question in self.questions if question.short)
        return self.model_copy(update={"questions": short, "minutes": None})

    @property
    def texts(self) -> tuple[Localised, ...]:
        """Every text that a resident may see."""
        own = (self.title, self.purpose, self.can_change, self.decided_by, self.other_ways)
        found = [text for text in own if text is not None]
        for question in self.questions:
            found += [question.text, *(option.label for option in question.options)]
            found += question.learn.texts if question.learn is not None else ()
            if question.scale is not None:
                found += [question.scale.lowest_label, question.scale.highest_label]
        return tuple(found)

    @property
    def last_date(self) -> date:
        """The later of the two dates: when people hear the results, and when a decision is due."""
        return max(self.hear_by, self.decision_due or self.hear_by)

    def is_for(self, ward: str) -> bool:
        """Whether people in ``ward`` may take part. If no wards are listed, all may."""
        return not self.wards or ward in self.wards

    def question(self, key: str) -> Question:
        """The question with this key. Raises KeyError if this version has none."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)
