"""One question of a consultation: its kind, its options, and when it is asked."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from content.condition_text import parsed
from content.schema.authored import LONGEST_KEY, Authored, Key, Line, Localised, YesNo
from content.schema.learning import Learn, Recordings, is_not_given
from content.schema.standard_questions import ALSO, REASON_SUFFIX, WHY, YES_NO, Also, Words


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"  # one of the options
    YES_NO = "yes_no"  # yes or no; it becomes a question of kind single
    SEVERAL = "several"  # any of the options, up to max_choices
    RANKING = "ranking"  # the options in order, the most important first, up to max_choices
    SCALE = "scale"  # a whole number from scale.lowest to scale.highest
    NUMBER = "number"  # a whole number from number.lowest to number.highest
    DATE = "date"  # a day from date.earliest to date.latest
    PLACE = "place"  # a place on a map, rounded, or the ward of a postcode
    TEXT = "text"  # the resident's own words


def is_empty(value: object) -> bool:
    """Whether a field is left out of a version that is stored. What came later is, so that a
    consultation loaded before keeps its hash, and its version."""
    return value in (None, False, (), {})


def is_usual(value: object) -> bool:
    """Whether a field that is true unless its author says otherwise is left out of a version that
    is stored, for the same reason."""
    return value is True


CHOICES = (QuestionKind.SINGLE, QuestionKind.SEVERAL, QuestionKind.RANKING)
"""The kinds with a list of options."""
SEVERAL_KEYS = (QuestionKind.SEVERAL, QuestionKind.RANKING)
"""The kinds whose answer may be several options."""


def _condition(text: str) -> str:
    parsed(text)
    return text


ConditionText = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=300), AfterValidator(_condition)
]
"""A condition in the language of content/condition_grammar.py."""


class Option(Authored):
    """One choice. An ``exclusive`` one ("none of these") clears the other choices when ticked.

    ``marks`` are what a ``choice_filter`` may ask of it, such as ``area: north``.
    """

    key: Key
    label: Localised
    exclusive: YesNo = False
    marks: dict[Key, Line] = Field(default_factory=dict, exclude_if=is_empty)


class Scale(Authored):
    """The two ends of a scale and their labels."""

    lowest: int = Field(default=1, ge=0, le=1)
    highest: int = Field(default=5, ge=3, le=10)
    lowest_label: Localised
    highest_label: Localised


LARGEST_NUMBER = 999_999
MOST_BANDS = 12


class Number(Authored):
    """A whole number between two others. ``bands`` are the first numbers of the bands in which
    answers are counted, the first being ``lowest``; without any, only how many answered is told."""

    lowest: int = Field(default=0, ge=0)
    highest: int = Field(le=LARGEST_NUMBER)
    unit: Localised | None = None
    bands: tuple[int, ...] = Field(default=(), max_length=MOST_BANDS)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.highest <= self.lowest:
            raise ValueError("highest is expected to be more than lowest")
        if self.bands:
            _check_bands(self.bands, self.lowest, self.highest)
        return self


class Days(Authored):
    """A day between two others. ``bands`` are the first days of the bands in which answers are
    counted, the first being ``earliest``."""

    earliest: date
    latest: date
    bands: tuple[date, ...] = Field(default=(), max_length=MOST_BANDS)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.latest <= self.earliest:
            raise ValueError("latest is expected to be after earliest")
        if self.bands:
            _check_bands(self.bands, self.earliest, self.latest)
        return self


def _check_bands(bands: tuple[Any, ...], first: Any, last: Any) -> None:
    if len(bands) < 2 or bands[0] != first or [*bands] != sorted({*bands}) or bands[-1] > last:
        raise ValueError(
            f"at least 2 bands are expected, each beginning after the one before, the first at "
            f"{first} and none after {last}"
        )


class Question(Authored):
    """One question, shown as one message. It can be skipped unless it ``needs_answer``.

    ``relevant`` says after which answers it is asked, ``choice_filter`` which options are offered.
    ``short`` says that it belongs to the short form, which people may choose who have less time.
    ``also`` adds options that stand alone, in the words of standard_questions. ``reason`` asks for
    the reason in a question of its own after this one, whose ``reason_for`` is this one's key.
    Without ``voice`` a question of kind text takes written words only. ``learn`` is shown before
    it; ``listen`` names the recordings of the question.
    """

    key: Key
    kind: QuestionKind
    text: Localised
    options: tuple[Option, ...] = Field(default=(), max_length=12)
    scale: Scale | None = None
    number: Number | None = Field(default=None, exclude_if=is_empty)
    days: Days | None = Field(default=None, exclude_if=is_empty)
    max_choices: int | None = Field(default=None, ge=2)
    required: YesNo = False
    short: YesNo = Field(default=False, exclude_if=is_empty)
    relevant: ConditionText | None = Field(default=None, exclude_if=is_empty)
    choice_filter: ConditionText | None = Field(default=None, exclude_if=is_empty)
    also: tuple[Also, ...] = Field(default=(), exclude_if=is_empty)
    reason: Localised | YesNo = Field(default=False, exclude_if=is_empty)
    reason_for: Key | None = Field(default=None, exclude_if=is_empty)
    voice: YesNo = Field(default=True, exclude_if=is_usual)
    learn: Learn | None = Field(default=None, exclude_if=is_not_given)
    listen: Recordings = Field(default_factory=dict, exclude_if=is_not_given)

    @property
    def needs_answer(self) -> bool:
        """Whether it is required. Own words never are: words of danger leave an empty cell in an
        export, which nobody must be able to tell from one that was skipped."""
        return self.required and self.kind is not QuestionKind.TEXT

    @property
    def recorded(self) -> tuple[tuple[str, Recordings], ...]:
        """What can be listened to, with the name of its field: at most what is to be learnt before
        the question, and the question."""
        learnt = self.learn.listen if self.learn is not None else {}
        fields = (("learn.listen", learnt), ("listen", self.listen))
        return tuple((name, listen) for name, listen in fields if listen)

    @model_validator(mode="after")
    def _has_its_options(self) -> Self:
        """The options of a yes-or-no question and those of ``also``, once."""
        if self.kind is QuestionKind.YES_NO:
            if self.options:
                raise ValueError("no options are expected for a question of kind yes_no")
            object.__setattr__(self, "kind", QuestionKind.SINGLE)
            object.__setattr__(self, "options", tuple(map(_standard, YES_NO, YES_NO.values())))
        known = {option.key for option in self.options}
        alone = self.kind in SEVERAL_KEYS
        added = [
            _standard(key, ALSO[key], exclusive=alone) for key in self.also if key not in known
        ]
        object.__setattr__(self, "options", (*self.options, *added))
        return self

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        listed = self.kind in CHOICES
        if listed and len(self.options) < 2:
            raise ValueError(f"at least 2 options are expected for a question of kind {self.kind}")
        if not listed and not {option.key for option in self.options} <= ALSO.keys():
            raise ValueError(f"no options are expected for a question of kind {self.kind}")
        if self.kind in (QuestionKind.TEXT, QuestionKind.PLACE) and self.options:
            raise ValueError(f"no options are expected for a question of kind {self.kind}")
        if self.kind is QuestionKind.PLACE and self.required:
            raise ValueError("a question of kind place isn't expected to be required")
        for name, kind in (
            ("scale", QuestionKind.SCALE),
            ("number", QuestionKind.NUMBER),
            ("days", QuestionKind.DATE),
        ):
            if (self.kind is kind) != (getattr(self, name) is not None):
                raise ValueError(
                    f"{name} is expected for a question of kind {kind}, and for no other"
                )
        return self

    @model_validator(mode="after")
    def _has_nothing_of_other_kinds(self) -> Self:
        if not self.voice and self.kind is not QuestionKind.TEXT:
            raise ValueError("voice is expected only for a question of kind text")
        if self.max_choices is not None and self.kind not in SEVERAL_KEYS:
            raise ValueError(
                "max_choices is expected only for questions of kind several or ranking"
            )
        if self.choice_filter is not None and self.kind not in CHOICES:
            raise ValueError("choice_filter is expected only for a question with options")
        keys = [option.key for option in self.options]
        if len(set(keys)) != len(keys):
            raise ValueError("each option of a question is expected to have a key of its own")
        return self


def _standard(key: str, words: Words, *, exclusive: bool = False) -> Option:
    return Option(key=key, label=Localised(dict(words)), exclusive=exclusive)


def is_standard(option: Option) -> bool:
    """Whether an option has our words, not the author's."""
    words = (YES_NO | {key.value: said for key, said in ALSO.items()}).get(option.key)
    return words is not None and option.label.root == words


def with_reasons(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """The questions, each that asks for a reason followed by the question for it."""
    there = {q.reason_for for q in questions}
    found: list[Question] = []
    for question in questions:
        found.append(question)
        if question.reason and question.key not in there:
            found.append(_reason(question))
    return tuple(found)


def _reason(asked: Question) -> Question:
    text = Localised(dict(WHY)) if isinstance(asked.reason, bool) else asked.reason
    return Question(
        key=f"{asked.key}{REASON_SUFFIX}"[:LONGEST_KEY],
        kind=QuestionKind.TEXT,
        text=text,
        short=asked.short,
        reason_for=asked.key,
        relevant=" and ".join([f"${{{asked.key}}} != ''", *_not_declined(asked)]),
    )


def _not_declined(asked: Question) -> list[str]:
    """Conditions that an answer is none of those that decline one: nobody who would rather not say
    is asked why. To disagree with a question is a reason to say more."""
    declined = [key for key in asked.also if key is not Also.DISAGREE]
    if asked.kind in SEVERAL_KEYS:
        return [f"not(selected(${{{asked.key}}}, '{key}'))" for key in declined]
    return [f"${{{asked.key}}} != '{key}'" for key in declined]
