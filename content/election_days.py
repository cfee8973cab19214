"""Days in the files that meet an election, are too many for one, or are still to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from content.schema.authored import local
from content.schema.consultation import Consultation
from content.schema.council import Council
from content.schema.plan import CommitmentStatus, Plan
from content.schema.sending import Hold

Successors = Mapping[str, tuple[str, ...]]
"""For a ward of another year: the wards in force that its people live in."""


def hold_at_opening(consultation: Consultation, council: Council) -> Hold | None:
    """The hold for one of the consultation's wards that has begun, and isn't over, on the day on
    which it opens."""
    opens = local(consultation.opens_at, council.timezone).date()
    for hold in council.holds:
        if hold.first_day <= opens <= hold.last_day and _concerns(hold, consultation, {}):
            return hold
    return None


def in_words(hold: Hold) -> str:
    """The days of a hold."""
    return f"{hold.first_day.isoformat()} to {hold.last_day.isoformat()}"


LONGEST_HOLD = 50
"""Days. From the notice of an election to its poll it is about six weeks."""


def of_council(council: Council, now: datetime) -> Iterator[str]:
    """The holds that are in force, those that are too long for an election, and confirmations of a
    day to come."""
    today = local(now, council.timezone).date()
    for hold in council.holds:
        days = (hold.last_day - hold.first_day).days + 1
        if hold.last_day >= today and days > LONGEST_HOLD:
            yield (
                f"the hold before an election from {_day(hold.first_day)} to "
                f"{_day(hold.last_day)} is {days:,} days long. Is the year right?"
            )
        if hold.first_day <= today <= hold.last_day:
            where = f"the wards {', '.join(hold.wards)}" if hold.wards else "every ward"
            yield (
                f"a hold before an election is in force until {_day(hold.last_day)}, in {where}: "
                "nobody is sent a message they didn't ask for, and no results are shown"
            )
    for language, check in council.language_checks.items():
        if not check.is_so(today):
            yield (
                f"language_checks: {language} was checked on {_day(check.on)}, a day that is still "
                "to come. Until then its words are called a draft. Is that right?"
            )
    confirmed = council.anyone_may_answer
    if confirmed is not None and not confirmed.is_so(today):
        yield (
            f"anyone_may_answer was confirmed on {_day(confirmed.on)}, a day that is still to "
            "come. Until then the greeting doesn't say it. Is that right?"
        )


def of_consultation(
    consultation: Consultation, council: Council, successors: Successors, now: datetime
) -> Iterator[str]:
    """What holds that aren't over mean for this consultation: while people can answer it, and on
    the day by which they hear."""
    today = local(now, council.timezone).date()
    first = local(consultation.opens_at, council.timezone).date()
    last = local(consultation.closes_at - timedelta(microseconds=1), council.timezone).date()
    for hold in council.holds:
        if hold.last_day < today or not _concerns(hold, consultation, successors):
            continue
        if now < consultation.closes_at and hold.first_day <= last and first <= hold.last_day:
            yield (
                f"{consultation.slug} is open in the hold before an election, {in_words(hold)}. "
                "In the wards of that hold nobody is sent a message they didn't ask for, and no "
                "results are shown, until it is over. People can go on answering."
            )
        if hold.first_day <= consultation.hear_by <= hold.last_day:
            yield (
                f"{consultation.slug}: people hear by {_day(consultation.hear_by)}, which is in "
                f"the hold before an election, {in_words(hold)}. In the wards of that hold the "
                "outcome waits until it is over. Should hear_by be later?"
            )


def of_plan(plan: Plan, zone: str, now: datetime) -> Iterator[str]:
    """Commitments that are said to be delivered on a day to come, and other notes of such a day."""
    today = local(now, zone).date()
    for commitment in plan.commitments:
        latest = max((note.on for note in commitment.notes), default=today)
        if latest <= today:
            continue
        if commitment.status is CommitmentStatus.DELIVERED:
            what = f"is marked as delivered on {_day(latest)}"
        else:
            what = f"has a note of {_day(latest)}"
        yield f"{plan.slug}: {commitment.slug} {what}, a day that is still to come. Is that right?"


def _concerns(hold: Hold, consultation: Consultation, successors: Successors) -> bool:
    """Whether the hold is for one of the consultation's wards. One for a ward is one for the former
    wards that it took over from."""
    wards = consultation.wards or hold.wards
    return not hold.wards or any(
        hold.is_for(ward) or any(hold.is_for(after) for after in successors.get(ward, ()))
        for ward in wards
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
