"""Settings of Python's garbage collector for a process that runs for months."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG, MIDDLE, OLD = 50_000, 20, 50
"""Thresholds of the three generations: objects, then rounds. A tap creates hundreds of objects,
which reference counting frees. Collecting at every 700 of them, as by default, took a tenth of a
tap's time (measured by ``python -m bench.speed``)."""


@contextmanager
def paused() -> Iterator[None]:
    """No collection until the block ends. For imports: all they create stays, and looking for
    garbage among it takes a twentieth of a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def freeze() -> None:
    """Exempt everything loaded so far from collection, and collect less often from now on."""
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
