"""Answers that reach us after the close: which count, which are kept as late, and when all are in.

An answer counts by when we received it, typed words by the message's own date. A tap has no date
that can be trusted, since its message has the date on which it was shown. So taps count only just
after a gap that covers the close: a time in which we received nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LATE_FOR = timedelta(minutes=10)
"""For this long after the close an answer is kept, and counted apart."""
TAPS_COUNT_FOR = timedelta(seconds=150)
"""For this long after a gap that covers the close a tap counts: Telegram keeps one as long."""
SETTLES_AFTER = timedelta(minutes=15)
"""Results are counted no earlier than this after the close."""
KEPT_BY_TELEGRAM = timedelta(hours=24)
"""Telegram delivers no update later than this, so what comes later was sent after the close."""


class Timing(StrEnum):
    """How an answer counts by the time at which it was sent or received."""

    IN_TIME = "in-time"  # it counts
    LATE = "late"  # it is kept, and counted apart
    CLOSED = "closed"  # it is refused


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which nothing was received: a restart, or an outage of the connection.

    Several that follow each other closely are one; ``between`` is for how long something was
    received in between.
    """

    began: datetime
    ended: datetime
    between: timedelta = timedelta(0)

    def covers(self, moment: datetime) -> bool:
        """Whether what was sent just before ``moment`` may have reached us only after the gap."""
        return self.began < moment <= self.ended

    @property
    def taps_until(self) -> datetime:
        """Until when taps may have waited for the end of the gap."""
        return self.ended + TAPS_COUNT_FOR - self.between


@dataclass(frozen=True, slots=True)
class Sent:
    """When an update was received and, for words, the date of the message, or of its last edit."""

    received_at: datetime
    dated: datetime | None = None

    @property
    def moment(self) -> datetime:
        """The moment by which it counts: the earlier one, whichever clock is wrong."""
        return self.received_at if self.dated is None else min(self.received_at, self.dated)


@dataclass(frozen=True, slots=True)
class AfterClose:
    """What is so after the close: how what was just sent counts, and how a tap from now on will.

    ``given`` says that an answer was sent, not only a move to another question.
    """

    timing: Timing
    next: Timing
    given: bool = True


def timing(closes_at: datetime, sent: Sent, gap: Gap | None) -> Timing:
    """How an answer to what closes at ``closes_at`` counts; ``gap`` is the last one."""
    if sent.moment < closes_at:
        return Timing.IN_TIME
    is_tap = sent.dated is None
    if is_tap and gap is not None and _is_after(gap, closes_at, sent.received_at):
        return Timing.IN_TIME
    return Timing.LATE if sent.moment < closes_at + LATE_FOR else Timing.CLOSED


def joined(before: Gap | None, gap: Gap) -> Gap:
    """The gap to go by after ``gap``: one with the gap before, if what had waited for its end was
    given less than ``TAPS_COUNT_FOR`` to come in."""
    if before is None or gap.began >= before.taps_until:
        return gap
    between = before.between + max(timedelta(0), gap.began - before.ended)
    return Gap(min(before.began, gap.began), max(before.ended, gap.ended), between)


def all_received(
    closes_at: datetime, now: datetime, *, received_up_to: datetime | None, gap: Gap | None
) -> bool:
    """Whether everything that counts, or counts apart, has been received.

    ``received_up_to`` is the last moment at which Telegram had nothing more for us.
    """
    if now < closes_at + SETTLES_AFTER:
        return False
    if gap is not None and _is_after(gap, closes_at, now):
        return False
    return received_up_to is not None and received_up_to >= closes_at + LATE_FOR


def _is_after(gap: Gap, closes_at: datetime, moment: datetime) -> bool:
    """Whether ``moment`` is just after a gap that covers the close."""
    if not gap.covers(closes_at) or moment - closes_at > KEPT_BY_TELEGRAM:
        return False
    return moment <= gap.taps_until
