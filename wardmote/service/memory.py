"""What a process that runs for months does about memory once it is up."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG, MIDDLE, OLD = 50_000, 20, 50
"""Objects, and rounds, before the collector looks. A tap leaves hundreds behind, all gone by
themselves: looking through everything each 700 of them took a tenth of its time (measured by
``python -m bench.speed``)."""


@contextmanager
def loading() -> Iterator[None]:
    """Modules are read in here, and all of it stays: looking for what could go takes a twentieth of
    a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def settled() -> None:
    """What has been loaded by now stays for good: the collector need not look through it again."""
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
