"""Kinds of database outage, and how long to wait before a retry."""

from __future__ import annotations

from enum import StrEnum

FIRST_WAIT = 0.2
LONGEST_WAIT = 10.0
"""Seconds. A small write every ten seconds harms no database; half a minute's wait is noticed."""


class DatabaseOutage(StrEnum):
    """Why the database cannot accept a valid write that it could accept later."""

    BUSY = "busy"  # another process holds a lock, or two transactions conflict
    AWAY = "away"  # not running, stopping, starting, or the connection was lost
    FULL = "full"  # no space on its disk
    READ_ONLY = "read-only"  # it accepts no writes
    BROKEN = "broken"  # its disk cannot be read or written, or the file is damaged


def wait_before(tries: int, outage: DatabaseOutage, chance: float) -> float:
    """Seconds to wait after ``tries`` (from 1) have failed; ``chance`` is in [0, 1).

    A transaction that was lost with its connection is retried once immediately. After that the
    waits grow, up to a limit; each is between half and all of its step, so that transactions that
    failed together aren't retried together.
    """
    if outage is DatabaseOutage.AWAY:
        tries -= 1
    if tries < 1:
        return 0.0
    step: float = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(tries - 1, 10))
    return step * (0.5 + chance / 2)
