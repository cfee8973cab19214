"""Consultations: their questions, options, dates and wards."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import AwareDatetime, Field, model_validator

from content.schema.authored import Authored, Key, Line, Localised, Slug, WardCode


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"  # one of the options
    SEVERAL = "several"  # any of the options, up to max_choices
    SCALE = "scale"  # a whole number from scale.lowest to scale.highest
    TEXT = "text"  # the resident's own words


class Option(Authored):
    """One choice. An ``exclusive`` one ("none of these") clears the other choices when ticked."""

    key: Key
    label: Localised
    exclusive: bool = False


class Scale(Authored):
    """The two ends of a scale and their labels."""

    lowest: int = Field(default=1, ge=0, le=1)
    highest: int = Field(default=5, ge=3, le=10)
    lowest_label: Localised
    highest_label: Localised


LONGEST_TEXT_ANSWER = 3000


class Question(Authored):
    """One question, shown as one message. It can be skipped unless it is ``required``."""

    key: Key
    kind: QuestionKind
    text: Localised
    options: tuple[Option, ...] = Field(default=(), max_length=12)
    scale: Scale | None = None
    max_choices: int | None = Field(default=None, ge=2)
    required: bool = False

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        listed = self.kind in (QuestionKind.SINGLE, QuestionKind.SEVERAL)
        if listed and len(self.options) < 2:
            raise ValueError(f"at least 2 options are expected for a question of kind {self.kind}")
        if not listed and self.options:
            raise ValueError(f"no options are expected for a question of kind {self.kind}")
        if (self.kind is QuestionKind.SCALE) != (self.scale is not None):
            raise ValueError("a scale is expected for a question of kind scale, and for no other")
        if self.max_choices is not None and self.kind is not QuestionKind.SEVERAL:
            raise ValueError("max_choices is expected only for a question of kind several")
        keys = [option.key for option in self.options]
        if len(set(keys)) != len(keys):
            raise ValueError("each option of a question is expected to have a key of its own")
        return self


class Consultation(Authored):
    """One to ten questions with a purpose, dates and wards, and the day by which people hear back.

    ``hear_by`` is when people hear the results; ``decision_due`` is the day on which a body is due
    to decide, if there is one. It may move.

    ``decided_by``, ``can_change`` and ``hear_by`` are required: a consultation has to say who
    decides, what can still change and when people will hear back (Gunning principles).
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
    wards: tuple[WardCode, ...] = ()
    plan: Slug | None = None
    theme: Slug | None = None
    minutes: int = Field(ge=1, le=15)
    questions: tuple[Question, ...] = Field(min_length=1, max_length=10)
    source: Line

    @model_validator(mode="after")
    def _dates_and_keys_in_order(self) -> Self:
        if self.closes_at <= self.opens_at:
            raise ValueError("closes_at is expected to be after opens_at")
        if self.hear_by < self.closes_at.date():
            raise ValueError("hear_by is expected to be on or after the day it closes")
        if self.decision_due is not None and self.decision_due < self.closes_at.date():
            raise ValueError("decision_due is expected to be on or after the day it closes")
        keys = [question.key for question in self.questions]
        if len(set(keys)) != len(keys):
            raise ValueError("each question is expected to have a key of its own")
        return self

    @property
    def texts(self) -> tuple[Localised, ...]:
        """Every text that a resident may see."""
        own = (self.title, self.purpose, self.can_change, self.decided_by, self.other_ways)
        found = [text for text in own if text is not None]
        for question in self.questions:
            found += [question.text, *(option.label for option in question.options)]
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
