"""Whether a consultation may open: what it lacks, and what it should be looked at for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from content.schema.consultation import Consultation
from content.schema.opening import FEWEST_DAYS, days_open
from content.schema.question import QuestionKind


class Lack(StrEnum):
    """Why a consultation may not open."""

    DECISION_DUE = "decision-due"
    LANGUAGES = "languages"
    TRANSLATION = "translation"
    EQUALITY_NOTE = "equality-note"
    WITHOUT_TELEGRAM = "without-telegram"
    MADE_UP = "made-up"
    BOUNDARIES = "boundaries"
    NO_SUCH_TIME = "no-such-time"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Lacking:
    """One thing for which it may not open. ``what`` says which: a language, a field, a time."""

    lack: Lack
    what: str = ""


@dataclass(frozen=True, slots=True)
class Readiness:
    """Everything for which a consultation may not open, and for how many days it would be open,
    where that is fewer than ``FEWEST_DAYS``."""

    lacking: tuple[Lacking, ...]
    few_days: int | None = None

    @property
    def is_ready(self) -> bool:
        """Whether it may open."""
        return not self.lacking


def readiness(
    consultation: Consultation, *, now: datetime, zone: str, story: bool, boundaries: bool
) -> Readiness:
    """What this consultation lacks at ``now``; in the demo's ``story`` some may be made up.
    ``boundaries``: those of every ward are known, so that a place can be put in its ward."""
    found = (
        *_lacking(consultation, now, zone, story=story),
        *_lacking_boundaries(consultation, known=boundaries),
    )
    days = days_open(max(consultation.opens_at, now), consultation.closes_at, zone)
    return Readiness(found, days if 0 < days < FEWEST_DAYS else None)


def _lacking(
    consultation: Consultation, now: datetime, zone: str, *, story: bool
) -> Iterator[Lacking]:
    for lack, is_there in (
        (Lack.DECISION_DUE, consultation.decision_due),
        (Lack.LANGUAGES, consultation.languages),
        (Lack.EQUALITY_NOTE, consultation.equality_note),
        (Lack.WITHOUT_TELEGRAM, consultation.without_telegram and consultation.other_ways),
    ):
        if not is_there:
            yield Lacking(lack)
    for language in consultation.languages:
        if any(language not in text.root for text in consultation.texts):
            yield Lacking(Lack.TRANSLATION, language)
    if not story:
        yield from (Lacking(Lack.MADE_UP, field) for field in consultation.made_up)
    for moment in (consultation.opens_at, consultation.closes_at):
        if not exists(moment.replace(tzinfo=None), zone):
            yield Lacking(Lack.NO_SUCH_TIME, f"{moment:%Y-%m-%d %H:%M}")
    if consultation.closes_at <= max(now, consultation.opens_at):
        yield Lacking(Lack.OVER)


def _lacking_boundaries(consultation: Consultation, *, known: bool) -> Iterator[Lacking]:
    """Without them no place that people send could be shown, in any results."""
    asks = any(question.kind is QuestionKind.PLACE for question in consultation.questions)
    if asks and not known:
        yield Lacking(Lack.BOUNDARIES)


def exists(wall: datetime, zone: str) -> bool:
    """Whether the clocks show this time: they leap over an hour in spring."""
    there = wall.replace(tzinfo=ZoneInfo(zone))
    return there.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall


def moment_of(wall: datetime, zone: str) -> datetime | None:
    """The moment at which the clocks show ``wall``; of two in autumn the later, which takes answers
    for longer. None for a time that they leap over."""
    there = wall.replace(tzinfo=ZoneInfo(zone), fold=1)
    # In UTC: Python takes a time that comes twice for different from every time elsewhere.
    return there.astimezone(UTC) if exists(wall, zone) else None


def extends(consultation: Consultation, until: datetime, now: datetime) -> bool:
    """Whether ``until`` is a later close than the one in force, and has not passed."""
    return until > consultation.closes_at and until > now
