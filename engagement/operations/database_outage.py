"""Trouble with the database: its kinds, and how long to wait before the next try."""

from __future__ import annotations

from enum import StrEnum

FIRST_WAIT = 0.2
LONGEST_WAIT = 10.0
"""Seconds. A small write every ten seconds harms no database, and half a minute lost is felt."""


class Trouble(StrEnum):
    """What keeps the database from taking what is right and could be taken later."""

    BUSY = "busy"  # somebody else holds it, or two got into each other's way
    AWAY = "away"  # not there, going, coming, or the line to it was cut
    FULL = "full"  # no room on its disk
    READ_ONLY = "read-only"  # it takes no writing
    BROKEN = "broken"  # its disk cannot be read or written, or the file is damaged


def wait_before(tries: int, trouble: Trouble, chance: float) -> float:
    """Seconds to wait when so many ``tries`` (from 1) have failed; ``chance`` is in [0, 1).

    A transaction that a cut line took with it is tried once more at once. Then the waits grow,
    up to a bound; each is between half and the whole of its step, so that those who failed
    together do not come back together.
    """
    if trouble is Trouble.AWAY:
        tries -= 1
    if tries < 1:
        return 0.0
    step: float = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(tries - 1, 10))
    return step * (0.5 + chance / 2)
