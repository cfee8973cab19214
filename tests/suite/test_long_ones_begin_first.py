"""Long tests begin first, spread over the processes that run the tests; none is lost or doubled."""

from dataclasses import dataclass

import pytest
from spread import spread


@dataclass(frozen=True)
class Test:
    __test__ = False
    name: str

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
