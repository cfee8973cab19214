"""The shape of everything a council authors: frozen values, checked when they are loaded."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    StringConstraints,
    model_validator,
)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
WardCode = Annotated[str, StringConstraints(pattern=r"^E05\d{6}$")]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Paragraph = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1500)]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError("a time zone such as Europe/London is expected") from error
    return name


class Authored(BaseModel):
    """Frozen, and closed to fields nobody reads: a misspelt field is an error, not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Localised(RootModel[dict[Language, Paragraph]]):
    """A sentence in one or more languages. A plain string is English."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _plain_string_is_english(cls, value: Any) -> Any:
        return {"en": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _has_english(self) -> Self:
        if "en" not in self.root:
            raise ValueError("an English text (en) is expected beside any other language")
        return self

    def say(self, language: str) -> str:
        """The text in ``language``, or in English where it has not been translated."""
        return self.root.get(language, self.root["en"])


class Thresholds(Authored):
    """Numbers a council may set. Floors are those of the disclosure rule (see docs/decisions)."""

    smallest_cell: int = Field(default=10, ge=5, description="fewest people a number may stand for")
    percentage_base: int = Field(default=30, ge=30, description="fewest people for percentages")
    rounding: int = Field(default=5, ge=5, description="published counts are multiples of this")
    second_yes: int = Field(default=50, ge=0, description="a broadcast to more needs a second yes")
    live_step: int = Field(default=10, ge=10, description="new responses before results move")


class ContactPoints(Authored):
    """How to reach the council another way. A field without a source stays empty."""

    phone: Line | None = None
    email: Line | None = None
    website: Line | None = None
    source: Line | None = None


class PrivacyNotice(Authored):
    """What residents are told of their data, beyond the three lines everybody sees."""

    controller: Line
    lawful_basis: Line
    body: Localised
    version: date


class Council(Authored):
    """The authority that runs one deployment."""

    slug: Slug
    name: Line
    short_name: Line
    gss_code: Annotated[str, StringConstraints(pattern=r"^E\d{8}$")]
    vintage: int = Field(ge=2000, le=2100, description="the year of the ward boundaries in force")
    languages: tuple[Language, ...] = ("en",)
    timezone: Annotated[str, AfterValidator(_known_zone)] = "Europe/London"
    minimum_age: int = Field(default=13, ge=13, le=18)
    thresholds: Thresholds = Thresholds()
    contact: ContactPoints = ContactPoints()
    privacy: PrivacyNotice
    attributions: tuple[Line, ...] = ()


class Ward(Authored):
    """An electoral ward of one vintage, known by its GSS code and never by its name."""

    code: WardCode
    vintage: int
    name: Line
    area: Line | None = None
    latitude: float = Field(ge=49.0, le=61.0)
    longitude: float = Field(ge=-9.0, le=2.0)
    population: int | None = Field(default=None, ge=0)
    population_source: Line | None = None
    source: Line

    @model_validator(mode="after")
    def _a_population_has_a_source(self) -> Self:
        if self.population is not None and self.population_source is None:
            raise ValueError("population_source is expected where a population is given")
        return self


class Board(Authored):
    """The group that leads engagement for a set of wards."""

    slug: Slug
    name: Line
    area: Line | None = None
    wards: tuple[WardCode, ...] = Field(min_length=1)
    source: Line


class Horizon(StrEnum):
    """How soon a commitment is due, in a plan that sorts them so."""

    PRIORITY = "priority"
    MEDIUM_TERM = "medium-term"
    LONGER_TERM = "longer-term"


class CommitmentStatus(StrEnum):
    """How far a commitment has come, as its owner last said."""

    PLANNED = "planned"  # promised, not begun
    UNDER_WAY = "under-way"  # work has begun
    DELIVERED = "delivered"  # its owner says it is done
    CHANGED = "changed"  # replaced or dropped, and the notes say why


class Priority(Authored):
    """What one theme wants most; commitments may be sorted under it."""

    slug: Slug
    name: Localised


class Theme(Authored):
    """One theme of a plan. ``measures`` say how the plan itself will follow its progress."""

    slug: Slug
    name: Localised
    short_name: Localised | None = None
    summary: Localised | None = None
    priorities: tuple[Priority, ...] = ()
    measures: tuple[Localised, ...] = ()

    def called(self, language: str) -> str:
        """What a button calls it: the short name where there is one."""
        return (self.short_name or self.name).say(language)


class ProgressNote(Authored):
    """What was said of a commitment's progress, and on which day."""

    on: date
    text: Localised
    source: Line


class Commitment(Authored):
    """One promise or recommendation in a plan; ``measures`` are "how we will know"."""

    slug: Slug
    text: Localised
    theme: Slug | None = None
    priority: Slug | None = None
    horizon: Horizon | None = None
    measures: tuple[Localised, ...] = ()
    wards: tuple[WardCode, ...] = ()
    status: CommitmentStatus = CommitmentStatus.PLANNED
    notes: tuple[ProgressNote, ...] = ()
    owner: Line | None = None
    due: Line | None = None
    source: Line

    @model_validator(mode="after")
    def _done_says_when(self) -> Self:
        if self.status is CommitmentStatus.DELIVERED and not self.notes:
            raise ValueError("notes are expected with the day on which it was delivered")
        return self


class Rhythm(StrEnum):
    """How often a report is due."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    AS_NEEDED = "as-needed"


class Report(Authored):
    """One line of a plan's reporting calendar: what is reported, to whom, how often and when.

    ``dates`` are the days the plan names; ``note`` holds what is not a day ("June 2024, to be
    confirmed").
    """

    body: Localised
    report: Localised
    rhythm: Rhythm
    dates: tuple[date, ...] = ()
    note: Localised | None = None
    source: Line


class PlanPlace(Authored):
    """A neighbourhood a plan is about. It need not be a ward: ``nearest`` is a help, no match."""

    name: Line
    town: Line | None = None
    nearest: tuple[WardCode, ...] = ()
    source: Line


class Plan(Authored):
    """A published plan with its themes, commitments, places and reporting calendar.

    ``published`` stays empty where the document bears no day ("December 2023", a draft).
    """

    slug: Slug
    title: Localised
    published: date | None = None
    summary: Localised
    source: Line
    wards: tuple[WardCode, ...] = ()
    places: tuple[PlanPlace, ...] = ()
    themes: tuple[Theme, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    reporting: tuple[Report, ...] = ()

    @property
    def dated_reports(self) -> tuple[tuple[date, Report], ...]:
        """Every report with a day of its own, in order of the days."""
        dated = [(on, report) for report in self.reporting for on in report.dates]
        return tuple(sorted(dated, key=lambda pair: pair[0]))


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"  # one of the options
    SEVERAL = "several"  # any of the options, up to max_choices
    SCALE = "scale"  # a whole number from scale.lowest to scale.highest
    TEXT = "text"  # the resident's own words


class Option(Authored):
    """One choice. ``exclusive`` ("none of these") unticks the others of a several-choices one."""

    key: Key
    label: Localised
    exclusive: bool = False


class Scale(Authored):
    """The two ends of a scale and what they are called."""

    lowest: int = Field(default=1, ge=0, le=1)
    highest: int = Field(default=5, ge=3, le=10)
    lowest_label: Localised
    highest_label: Localised


LONGEST_TEXT_ANSWER = 3000


class Question(Authored):
    """One question, one message. Every question may be skipped unless ``required``."""

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
    """One to ten questions with a purpose, dates and wards, and the promise of when people hear.

    ``decided_by``, ``can_change`` and ``hear_by`` are required: a consultation that cannot say who
    decides, what is still open and when people will hear may not open (Gunning principles).
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
        keys = [question.key for question in self.questions]
        if len(set(keys)) != len(keys):
            raise ValueError("each question is expected to have a key of its own")
        return self

    @property
    def texts(self) -> tuple[Localised, ...]:
        """Every text a resident may see."""
        own = (self.title, self.purpose, self.can_change, self.decided_by, self.other_ways)
        found = [text for text in own if text is not None]
        for question in self.questions:
            found += [question.text, *(option.label for option in question.options)]
            if question.scale is not None:
                found += [question.scale.lowest_label, question.scale.highest_label]
        return tuple(found)

    def is_for(self, ward: str) -> bool:
        """Whether people of ``ward`` may take part; no wards named means every ward."""
        return not self.wards or ward in self.wards

    def question(self, key: str) -> Question:
        """The question ``key``. Raises KeyError when this version has none of that key."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)


def local(moment: datetime, zone: str) -> datetime:
    """``moment`` as the council's clocks on the wall show it."""
    return moment.astimezone(ZoneInfo(zone))
