"""Orders the tests so that each worker process starts with long ones, and none runs last."""

from __future__ import annotations

import os
from typing import Protocol, TypeVar


class Marked(Protocol):
    """The part of a pytest item used here."""

    def get_closest_marker(self, name: str) -> object: ...


T = TypeVar("T", bound=Marked)


def spread(tests: list[T], processes: int) -> list[T]:
    """The same tests, as one contiguous share for each of ``processes``, long tests first."""
    long = [test for test in tests if test.get_closest_marker("long")]
    short = [test for test in tests if not test.get_closest_marker("long")]
    ordered: list[T] = []
    for number in range(processes):
        ordered += long[number::processes]
        begin, end = (len(short) * n // processes for n in (number, number + 1))
        ordered += short[begin:end]
    return ordered


def pytest_collection_modifyitems(items: list[T]) -> None:
    """Put the collected tests in this order; every xdist process computes the same one."""
    items[:] = spread(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))
