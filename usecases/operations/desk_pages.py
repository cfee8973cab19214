"""Pages of the lists of complaints and requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Line = TypeVar("Line")
LINES_A_PAGE = 20


def page_of(lines: Sequence[Line], page: int) -> tuple[tuple[Line, ...], int, int]:
    """The lines of this page, its number and the number of pages. A page that is gone by now is
    the last one."""
    pages = max(1, -(-len(lines) // LINES_A_PAGE))
    page = min(page, pages - 1)
    begin = page * LINES_A_PAGE
    return tuple(lines[begin : begin + LINES_A_PAGE]), page, pages
