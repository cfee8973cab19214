"""Failpoints for fault tests: named points at which this process kills itself, as by kill -9."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

POINTS = ("stored", "acted", "replied", "filled", "claimed", "sent", "settled", "drawn",
          "fetched")  # fmt: skip
"""In order: after an update's commit, after its effect's commit, after its reply; after filling a
slice of the ledger, after a claim's commit, after its call, after its result's commit; before a
file that was made is sent; and before the sound of a voice note that was fetched is kept."""


def at(point: str | None) -> Callable[[str], None]:
    """The function the bot calls at each point. ``point`` may count: "sent:3" is the third."""
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
