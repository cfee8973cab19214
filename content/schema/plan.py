"""Published plans: themes, commitments, progress notes and the reporting calendar."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from content.schema.authored import Authored, Line, Localised, Slug, WardCode


class Horizon(StrEnum):
    """How soon a commitment is due, in plans that say so."""

    PRIORITY = "priority"
    MEDIUM_TERM = "medium-term"
    LONGER_TERM = "longer-term"


class CommitmentStatus(StrEnum):
    """The state of a commitment, as its owner last reported it."""

    PLANNED = "planned"  # promised; no progress has been reported
    UNDER_WAY = "under-way"  # work has started
    DELIVERED = "delivered"  # its owner says that it is done
    CHANGED = "changed"  # replaced or dropped, and the notes say why


class Priority(Authored):
    """A priority within a theme; commitments may be grouped under it."""

    slug: Slug
    name: Localised


class Theme(Authored):
    """One theme of a plan. ``measures`` say how the plan will track its progress.

    ``tagline`` is the plan's own line on the theme, in the words in which it was published;
    ``summary`` is ours.
    """

    slug: Slug
    name: Localised
    short_name: Localised | None = None
    tagline: Localised | None = None
    summary: Localised | None = None
    priorities: tuple[Priority, ...] = ()
    measures: tuple[Localised, ...] = ()

    def called(self, language: str) -> str:
        """The label on a button: the short name if there is one."""
        return (self.short_name or self.name).say(language)


class ProgressNote(Authored):
    """What was published about a commitment's progress, and on which day."""

    on: date
    text: Localised
    source: Line


class Commitment(Authored):
    """One promise or recommendation in a plan; ``measures`` are "how we will know".

    ``measures_of`` names the commitment that holds the measures, where a plan lists them once for
    several.
    """

    slug: Slug
    text: Localised
    theme: Slug | None = None
    priority: Slug | None = None
    horizon: Horizon | None = None
    measures: tuple[Localised, ...] = ()
    measures_of: Slug | None = None
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
        if self.status is CommitmentStatus.CHANGED and not self.notes:
            raise ValueError("notes are expected that say why it was changed")
        return self


class Rhythm(StrEnum):
    """How often a report is due."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    AS_NEEDED = "as-needed"


class Report(Authored):
    """One line of a plan's reporting calendar: what is reported, to which body, how often and when.

    ``dates`` are the days that the plan gives; ``note`` holds anything that isn't a day ("June
    2024, to be confirmed"). The lead member, the lead officer and the chair are offices, not names.
    """

    body: Localised
    report: Localised
    rhythm: Rhythm
    dates: tuple[date, ...] = ()
    note: Localised | None = None
    lead_member: Line | None = None
    lead_officer: Line | None = None
    chair: Line | None = None
    source: Line


class PlanPlace(Authored):
    """A neighbourhood named in a plan. It isn't always a ward: ``nearest`` lists some."""

    name: Line
    town: Line | None = None
    nearest: tuple[WardCode, ...] = ()
    source: Line


class Plan(Authored):
    """A published plan with its themes, commitments, places and reporting calendar.

    ``published`` is empty if the document gives no exact day ("December 2023", a draft).
    ``left_out`` says which parts of the document are not here.
    """

    slug: Slug
    title: Localised
    published: date | None = None
    summary: Localised
    left_out: Localised | None = None
    source: Line
    wards: tuple[WardCode, ...] = ()
    places: tuple[PlanPlace, ...] = ()
    themes: tuple[Theme, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    reporting: tuple[Report, ...] = ()

    @property
    def dated_reports(self) -> tuple[tuple[date, Report], ...]:
        """Every report that has a date, earliest first."""
        dated = [(on, report) for report in self.reporting for on in report.dates]
        return tuple(sorted(dated, key=lambda pair: pair[0]))
