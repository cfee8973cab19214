"""Measures how long a new process takes to load every council's files."""

from __future__ import annotations

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor

COUNCILS = ("buckinghamshire", "north-northamptonshire")


def loading_times(times: int) -> list[float]:
    """Seconds to load all councils, each time in a process that has loaded nothing before."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=fresh, max_tasks_per_child=1) as processes:
        return [processes.submit(_load_all).result() for _ in range(times)]


def _load_all() -> float:
    from content import library

    began = time.perf_counter()
    for council in COUNCILS:
        library.load(library.council_directory(council))
    return time.perf_counter() - began
