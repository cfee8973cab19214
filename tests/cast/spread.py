"""Orders the tests so that each worker process starts with long ones, and none runs last; marks
as long what needs many processes, browsers or servers."""

from __future__ import annotations

import os
from typing import Protocol, TypeVar

FOR_TEST_ALL = (
    "tests/docs/test_the_guide.py",
    "tests/emulator/page/",
    "tests/engagement/insight/test_numbers_of_people_tell_nothing_of_a_few.py",
    "tests/engagement/insight/test_second_table.py",
    "tests/engagement/insight/test_squares_tell_nothing.py",
    "tests/faults/",
    "tests/journeys/broadcasts/",
    "tests/journeys/consultations/",
    "tests/journeys/conversation/test_gap_while_running.py",
    "tests/journeys/conversation/test_nothing_stops_it.py",
    "tests/journeys/conversation/test_what_words_are_for.py",
    "tests/journeys/conversation/test_yes_is_for_the_newest_thing.py",
    "tests/journeys/insight/",
    "tests/journeys/operations/test_the_clock_is_set.py",
    "tests/journeys/people/",
    "tests/journeys/safety/",
    "tests/reports/",
    "tests/rights/",
    "tests/storage/test_a_story_on_both_databases.py",
    "tests/wardmote/",
    "tests/web/",
)
"""Tests that kill real processes, restore backups, draw, drive a browser, or take seconds each; and
journeys, of which only those that show each part at work are for every run."""
FOR_EVERY_RUN = (
    "tests/journeys/broadcasts/test_sending.py",
    "tests/journeys/broadcasts/test_second_approvals.py",
    "tests/journeys/consultations/test_answering.py",
    "tests/journeys/consultations/test_branches.py",
    "tests/journeys/consultations/test_opening_with_care.py",
    "tests/journeys/insight/test_results_before_and_after_close.py",
    "tests/journeys/people/test_joining.py",
    "tests/journeys/people/test_staff_and_leaving.py",
    "tests/journeys/safety/test_signposts_come_first.py",
)
"""Those of them that `make test` runs all the same."""
ON_A_SERVER = "[postgresql"
"""In the id of a test that also runs on SQLite."""


class Marked(Protocol):
    """The part of a pytest item used here."""

    nodeid: str

    def get_closest_marker(self, name: str) -> object: ...

    def add_marker(self, marker: str) -> None: ...


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


def is_for_test_all(nodeid: str) -> bool:
    """Whether `make test` leaves this test to `make test-all`, although it isn't long by itself."""
    is_long = nodeid.startswith(FOR_TEST_ALL) and not nodeid.startswith(FOR_EVERY_RUN)
    return is_long or ON_A_SERVER in nodeid


def pytest_collection_modifyitems(items: list[T]) -> None:
    """Put the collected tests in this order; every xdist process computes the same one."""
    items[:] = spread(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))
    # Afterwards: the tests of one file stay together, with the browser they share.
    for test in items:
        if is_for_test_all(test.nodeid):
            test.add_marker("long")
