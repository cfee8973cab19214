"""Phases of a consultation, from its dates and from what staff have decided since."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from content.schema.consultation import Consultation
from engagement.consultations.steering import paused_until, steering_of


class Phase(StrEnum):
    """The phase of a consultation at a given time."""

    CHECKED = "checked"  # loaded; nobody has approved that it opens
    UPCOMING = "upcoming"  # approved, not yet open
    OPEN = "open"  # taking answers and changes
    PAUSED = "paused"  # has opened, and takes no answers for a while
    CLOSED = "closed"  # no more answers; people are waiting for the outcome
    WITHDRAWN = "withdrawn"  # ended before its close; nothing comes of the answers


def phase(consultation: Consultation, now: datetime) -> Phase:
    """The phase at ``now``: open from opens_at (included) to closes_at (excluded)."""
    steering = steering_of(consultation)
    if steering is not None and steering.withdrawn is not None:
        return Phase.WITHDRAWN
    if steering is not None and steering.opened_at is None:
        return Phase.CHECKED
    if now < consultation.opens_at:
        return Phase.UPCOMING
    if now >= consultation.closes_at:
        return Phase.CLOSED
    is_paused = steering is not None and steering.is_paused(now)
    return Phase.PAUSED if is_paused else Phase.OPEN


def has_begun(consultation: Consultation, now: datetime) -> bool:
    """Whether people may have answered it, now or earlier."""
    return phase(consultation, now) not in (Phase.CHECKED, Phase.UPCOMING)


def is_approved(consultation: Consultation, now: datetime) -> bool:
    """Whether it was approved to open, or a second person is asked for that, and hasn't opened."""
    found = steering_of(consultation)
    is_asked = found is not None and found.asked is not None
    at = phase(consultation, now)
    return at is Phase.UPCOMING or (at is Phase.CHECKED and is_asked)


def has_ended(consultation: Consultation, now: datetime) -> bool:
    """Whether no answer is taken any more: it has closed, or was withdrawn."""
    return phase(consultation, now) in (Phase.CLOSED, Phase.WITHDRAWN)


class Stage(StrEnum):
    """Where a consultation is for those who manage it: its phase, and what was decided."""

    CHECKED = "checked"
    ASKED = "asked"  # a second person was asked to approve the opening
    APPROVED = "approved"  # it opens at its date
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"
    REPORTED = "reported"  # people have heard what came of it
    WITHDRAWN = "withdrawn"


def stage(consultation: Consultation, now: datetime) -> Stage:
    """The stage at ``now``."""
    steering = steering_of(consultation)
    match phase(consultation, now):
        case Phase.CHECKED if steering is not None and steering.asked is not None:
            return Stage.ASKED
        case Phase.UPCOMING:
            return Stage.APPROVED
        case Phase.CLOSED if steering is not None and steering.reported is not None:
            return Stage.REPORTED
        case found:
            return Stage(found.value)


CLOCKS_DIFFER_BY = timedelta(hours=1)


def released_since_close(
    consultation: Consultation, released_at: datetime | None, now: datetime
) -> bool:
    """Whether the last release is of the last close. One from the future isn't: the clock was
    wrong, and the questions may have been open."""
    if released_at is None:
        return False
    return consultation.closes_at <= released_at <= now + CLOCKS_DIFFER_BY


def closed_from_the_start(versions: Iterable[tuple[datetime, datetime]]) -> bool:
    """Whether a consultation can't be answered because its file closed it: the last version had
    closed when it was loaded, though the one before was still to close, or there was none.

    ``versions`` are the closing and the loading of each, the oldest first. Correcting the wording
    after the close changes nothing of that.
    """
    found, before = False, None
    for closes, loaded in versions:
        if closes != before:
            found = closes <= loaded and (before is None or before > loaded)
        before = closes
    return found


LAST_MINUTE = time(23, 59)


def closing(closes: datetime) -> tuple[date, time | None]:
    """The last day to answer, and the time when it closes; None for the end of that day.

    ``closes`` is the closing by the council's clocks. People take midnight for the end of the day
    before, and a minute before midnight means the same.
    """
    if closes.time() == time():
        return (closes - timedelta(days=1)).date(), None
    return closes.date(), None if closes.time() >= LAST_MINUTE else closes.time()


class Hearing(StrEnum):
    """Whether people have heard what came of a closed consultation."""

    AWAITED = "awaited"  # the day by which they hear it has not passed
    SENT = "sent"  # its outcome was sent
    TOLD = "told"  # staff have noted how else people have heard
    RESULTS = "results"  # the results are out, and what came of them was not sent
    PAUSED = "paused"  # an election has moved that day, and it has not passed
    LATE = "late"  # that day has passed, and no outcome was sent


def hearing(
    today: date,
    hear_by: date,
    *,
    promised: date,
    sent: bool,
    told: bool = False,
    results: bool = False,
) -> Hearing:
    """Whether people have heard, on ``today`` by the council's clocks, what came of it.

    ``promised`` is the day they were told, and ``hear_by`` the same without the days of elections.
    ``told``: staff have noted how else they have heard; ``results``: everybody can see the results.
    """
    if sent:
        return Hearing.SENT
    if told:
        return Hearing.TOLD
    if results:
        return Hearing.RESULTS
    if today > hear_by:
        return Hearing.LATE
    return Hearing.AWAITED if hear_by == promised else Hearing.PAUSED


def hear_day(promised: date, closes: date, held: Iterable[tuple[date, date]]) -> date:
    """The day by which people hear: ``promised``, later by the days between the close and that day
    on which nothing may be published. ``held`` are the first and last days before elections."""
    day, counted = promised, closes
    for first, last in sorted(held):
        begins = max(first, counted + timedelta(days=1))
        if begins <= day and begins <= last:
            day += last - begins + timedelta(days=1)
            counted = last
    return day


def paused_for(
    consultations: Iterable[Consultation], ward: str, now: datetime, begun: Collection[str] = ()
) -> tuple[tuple[Consultation, datetime], ...]:
    """The consultations that people in ``ward`` could answer if they weren't paused, and those they
    have ``begun`` in another, each with the moment at which it goes on."""
    return tuple(
        (c, until)
        for c in consultations
        if (c.is_for(ward) or c.slug in begun) and phase(c, now) is Phase.PAUSED
        if (until := paused_until(c, now)) is not None
    )


def open_for(
    consultations: Iterable[Consultation], ward: str, now: datetime, begun: Collection[str] = ()
) -> tuple[Consultation, ...]:
    """The consultations that people in ``ward`` can answer at ``now``, the next to close first.
    Those they have ``begun`` in another ward are among them: a response keeps the ward of its first
    answer."""
    found = [
        c
        for c in consultations
        if (c.is_for(ward) or c.slug in begun) and phase(c, now) is Phase.OPEN
    ]
    return tuple(sorted(found, key=lambda c: (c.closes_at, c.slug)))


def not_closed(
    consultations: Iterable[Consultation], slugs: Collection[str], now: datetime
) -> tuple[Consultation, ...]:
    """Those of ``slugs`` that can still be answered, now or later: the next to close first."""
    found = [c for c in consultations if c.slug in slugs and not has_ended(c, now)]
    return tuple(sorted(found, key=lambda c: (c.closes_at, c.slug)))


def may_replace(old: Consultation, new: Consultation, now: datetime) -> bool:
    """Whether ``new`` may replace ``old``. Once it is open, only dates and wording may change, and
    it doesn't open later: it would be upcoming again, when all may change, and the versions seen
    before its new opening would be forgotten.

    Answers depend on the questions, their kinds, options, scales, bands and branches, on which of
    them the short form has, on the wards, and on whether there was something to learn first.
    """
    if not has_begun(old, now):
        return True
    return new.opens_at <= old.opens_at and _structure(old) == _structure(new)


def _structure(consultation: Consultation) -> object:
    return (
        consultation.wards,
        [
            (
                q.key,
                q.kind,
                [(o.key, o.marks) for o in q.options],
                q.scale and (q.scale.lowest, q.scale.highest),
                q.number and (q.number.lowest, q.number.highest, q.number.bands),
                q.days,
                (q.relevant, q.choice_filter, q.short),
                q.learn is not None,
            )
            for q in consultation.questions
        ],
    )
