"""Alarms: which measurements are bad enough to notify an operator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


class Alarm(StrEnum):
    """One kind of fault. At most one alarm of each kind is active at a time."""

    CUT_OFF = "cut-off"  # nothing received from Telegram
    SET_ASIDE = "set-aside"  # updates could not be handled
    NOT_SAVED = "not-saved"  # the database accepts no writes
    NOT_MOVING = "not-moving"  # a broadcast is stalled
    PAUSED = "paused"  # Telegram asked for a long pause
    TEMPLATE = "template"  # Telegram rejected the HTML of one of our messages
    ANOTHER = "another"  # another process is polling with our token
    TOKEN = "token"  # noqa: S105 (Telegram rejects our token)
    HELD = "held"  # nothing is sent after a restore until a person decides
    DISK = "disk"  # little disk space is left
    BACKUP = "backup"  # the last backup is old
    CLOCK = "clock"  # this machine's clock is wrong
    STUCK = "stuck"  # an update has waited too long


NOT_SAVED_FOR = timedelta(minutes=1)
"""A shorter outage only makes people wait a little, because every write is retried."""
SET_ASIDE_FOR = timedelta(hours=1)
"""A burst of updates set aside is over when none has followed for this long."""
NOT_MOVING_FOR = timedelta(minutes=15)
"""A round of sending waits at most 30 seconds, so this isn't a pause but a stall."""
LONG_PAUSE = timedelta(minutes=1)
"""Telegram's usual 429 asks for a few seconds; over a minute means we send far too fast."""
CONFLICTS = 2
"""The first 409 may be a restart that overlapped; a second within ten minutes is another
process."""
LEAST_SHARE, LEAST_BYTES = 0.05, 500_000_000
"""The nightly rewrite needs space for a second copy of the database."""
OLDEST_BACKUP = timedelta(days=7)
CLOCK_OFF = timedelta(seconds=60)
"""Consultations open and close by the minute, and the health check compares clocks."""
STUCK_FOR = timedelta(minutes=2)
"""An update is handled within a second. Two minutes are enough for three tries and a pause for
the database."""
SAME_AGAIN = timedelta(minutes=15)
"""An alarm that comes back within this time is the same one."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Measurements at ``now``; None where there was nothing to measure."""

    now: datetime
    silent_since: datetime | None = None
    last_set_aside: datetime | None = None
    references: tuple[str, ...] = ()
    not_saved_since: datetime | None = None
    not_moving_since: datetime | None = None
    paused_until: datetime | None = None
    template_refused_at: datetime | None = None
    conflicts: int = 0
    token_refused_at: datetime | None = None
    held: bool = False
    watches_machine: bool = True
    backs_up: bool = True  # false for a database server: its own tools back it up, unseen by us
    disk_free: int | None = None
    disk_total: int | None = None
    last_backup: datetime | None = None
    deployed_at: datetime | None = None
    clock_off: timedelta | None = None
    oldest_unacted: datetime | None = None


@dataclass(frozen=True, slots=True)
class ActiveAlarm:
    """Since when an alarm is active. ``detail`` holds codes and counts, nothing personal."""

    since: datetime
    detail: Mapping[str, object] = field(default_factory=dict)


def raised_alarms(read: Readings) -> dict[Alarm, ActiveAlarm]:
    """All alarms that these readings raise."""
    now = read.now
    pause = read.paused_until - now if read.paused_until else timedelta()
    moving = None if read.held or pause > timedelta() else read.not_moving_since
    since: dict[Alarm, datetime | None] = {
        Alarm.CUT_OFF: read.silent_since,
        Alarm.NOT_SAVED: _longer(read.not_saved_since, now, NOT_SAVED_FOR),
        Alarm.NOT_MOVING: _longer(moving, now, NOT_MOVING_FOR),
        Alarm.PAUSED: now if pause > LONG_PAUSE else None,
        Alarm.TEMPLATE: _lately(read.template_refused_at, now),
        Alarm.ANOTHER: now if read.conflicts >= CONFLICTS else None,
        Alarm.TOKEN: read.token_refused_at,
        Alarm.HELD: now if read.held else None,
        Alarm.DISK: now if _is_full(read) else None,
        Alarm.BACKUP: now if _backup_is_old(read) else None,
        Alarm.CLOCK: now if read.clock_off and abs(read.clock_off) > CLOCK_OFF else None,
        Alarm.STUCK: _longer(read.oldest_unacted, now, STUCK_FOR),
        Alarm.SET_ASIDE: _lately(read.last_set_aside, now),
    }
    found = {alarm: ActiveAlarm(moment) for alarm, moment in since.items() if moment is not None}
    if Alarm.SET_ASIDE in found:
        detail = {"references": [*read.references]}
        found[Alarm.SET_ASIDE] = ActiveAlarm(found[Alarm.SET_ASIDE].since, detail)
    return found


def is_same(over_at: datetime, now: datetime) -> bool:
    """Whether an alarm that ended at ``over_at`` and is raised again counts as never ended."""
    return now - over_at <= SAME_AGAIN


def _longer(since: datetime | None, now: datetime, than: timedelta) -> datetime | None:
    return since if since is not None and now - since > than else None


def _lately(at: datetime | None, now: datetime) -> datetime | None:
    return at if at is not None and now - at < SET_ASIDE_FOR else None


def _is_full(read: Readings) -> bool:
    if read.disk_free is None or read.disk_total is None:
        return False
    return read.disk_free < LEAST_BYTES or read.disk_free < LEAST_SHARE * read.disk_total


def _backup_is_old(read: Readings) -> bool:
    """Whether the last backup, or without one the deployment, is more than a week old."""
    last = read.last_backup or read.deployed_at
    return last is not None and read.now - last > OLDEST_BACKUP
