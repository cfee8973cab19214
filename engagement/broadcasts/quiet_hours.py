"""The evening and the night: what nobody asked for then arrives without a sound."""

from __future__ import annotations

from datetime import time

QUIET_FROM, QUIET_UNTIL = time(21), time(8)
"""By the council's clocks."""


def is_quiet(at: time) -> bool:
    """Whether a message that nobody asked for makes no sound at this time of day."""
    return at >= QUIET_FROM or at < QUIET_UNTIL
