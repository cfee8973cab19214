"""Long tests go first, each at the head of another process's share, so that none is waited for."""

from __future__ import annotations

import os
from typing import Protocol, TypeVar


class Marked(Protocol):
    """What we ask of a test."""

    def get_closest_marker(self, name: str) -> object: ...


T = TypeVar("T", bound=Marked)


def spread(tests: list[T], processes: int) -> list[T]:
    """The same tests, in the order of shares that ``processes`` get of them in a row each."""
    long = [test for test in tests if test.get_closest_marker("long")]
    short = [test for test in tests if not test.get_closest_marker("long")]
    ordered: list[T] = []
    for number in range(processes):
        ordered += long[number::processes]
        begin, end = (len(short) * n // processes for n in (number, number + 1))
        ordered += short[begin:end]
    return ordered


def pytest_collection_modifyitems(items: list[T]) -> None:
    """Put what was collected in this order; every process of xdist comes to the same."""
    items[:] = spread(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))
