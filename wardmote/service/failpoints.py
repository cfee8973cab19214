"""Ends this process, as kill -9 would, when it reaches a named point: for fault tests alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

POINTS = ("stored", "acted", "replied", "filled", "claimed", "sent", "settled", "drawn")
"""After: an update's commit, its effect's commit, its reply; a slice of the ledger, a claim's
commit, its call, the commit of its end; and before a file that was made is sent."""


def at(point: str | None) -> Callable[[str], None]:
    """What the bot calls at each point it passes. ``point`` may count: "sent:3" is the third."""
    if point is None:
        return lambda _: None
    name, _, count = point.partition(":")
    left = int(count or 1)

    def reached(here: str) -> None:
        nonlocal left
        if here == name:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return reached
