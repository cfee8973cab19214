"""What a process that runs for months does about memory once it is up."""

from __future__ import annotations

import gc

YOUNG, MIDDLE, OLD = 50_000, 20, 50
"""Objects, and rounds, before the collector looks. A tap leaves hundreds behind, all gone by
themselves: looking through everything each 700 of them took a tenth of its time (measured by
``python -m bench.speed``)."""


def settled() -> None:
    """What has been loaded by now stays for good: the collector need not look through it again."""
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
