"""Long tests begin first, spread over the processes that run the tests; none is lost or doubled.
What needs processes, browsers or servers is left to `make test-all`."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from spread import (
    FOR_EVERY_RUN,
    FOR_TEST_ALL,
    is_for_test_all,
    pytest_collection_modifyitems,
    spread,
)


@dataclass
class Test:
    __test__ = False
    name: str
    nodeid: str = ""
    marked: str = ""

    def add_marker(self, marker: str) -> None:
        self.marked = marker

    def get_closest_marker(self, name: str) -> object:
        return name if name == "long" and self.name.startswith("L") else None


@pytest.mark.parametrize(
    ("processes", "names", "ordered"),
    [
        (1, "abLcdM", "LabcdM"),
        (2, "abLcLd", "LabLcd"),
        (3, "abcdefLLL", "LabLcdLef"),
        (3, "abcLLLL", "LLaLbLc"),
        (4, "ab", "ab"),
        (3, "", ""),
    ],
)
def test_each_share_begins_with_a_long_one(processes: int, names: str, ordered: str) -> None:
    found = spread([Test(name) for name in names], processes)
    assert "".join(test.name for test in found) == ordered


@pytest.mark.parametrize(
    ("nodeid", "is_left"),
    [
        ("tests/faults/test_fault_05.py::test_a", True),
        ("tests/emulator/page/test_page.py::test_a[light]", True),
        ("tests/storage/test_rows.py::test_a[postgresql]", True),
        ("tests/storage/test_rows.py::test_a[sqlite]", False),
        ("tests/journeys/people/test_languages.py::test_a", True),
        ("tests/journeys/people/test_joining.py::test_a", False),
        ("tests/journeys/plans/test_faults.py::test_a", False),
    ],
)
def test_what_starts_processes_or_a_server_is_left_to_test_all(nodeid: str, is_left: bool) -> None:
    test = Test("a", nodeid)
    pytest_collection_modifyitems([test])
    assert is_for_test_all(nodeid) is is_left
    assert test.marked == ("long" if is_left else "")


@pytest.mark.parametrize("path", [*FOR_TEST_ALL, *FOR_EVERY_RUN])
def test_what_is_named_is_there(path: str) -> None:
    assert (Path(__file__).parents[2] / path).exists()
