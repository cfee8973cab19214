"""How many tables are joined, and how far: any change of the rule shows here, to be looked at."""

from __future__ import annotations

from collections import Counter
from itertools import combinations_with_replacement

import pytest

from engagement.insight.joining import Measures, join


@pytest.mark.parametrize(
    ("cell", "base", "of_three", "of_four"),
    [
        (10, 50, {0: 816, 2: 1649, 3: 758}, {0: 126, 2: 974, 3: 1583, 4: 1122}),
        (5, 50, {0: 1771, 2: 1140, 3: 354}, {0: 1001, 2: 1405, 3: 1207, 4: 251}),
    ],
)
def test_so_many_tables_are_joined_in_so_many_cells(
    cell: int, base: int, of_three: dict[int, int], of_four: dict[int, int]
) -> None:
    measures = Measures(cell, 5, base)
    for cells, largest, expected in ((3, 25, of_three), (4, 15, of_four)):
        tables = combinations_with_replacement(range(largest + 1), cells)
        found = Counter(len(join(table, measures)) for table in tables if sum(table) >= cell)
        assert found == expected
