"""Problems in a council's files, worded so that their authors know where to look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One error to correct: the file (within the council's directory), its line, its field.

    ``expected`` is a clause of its own ("expected a date such as 2022-09-30"); ``found`` is what
    is there instead, shortened, if that helps.
    """

    file: str
    line: int | None
    field: str | None
    expected: str
    found: str | None = None

    def __str__(self) -> str:
        where = [self.file]
        if self.line is not None:
            where.append(f"line {self.line}")
        if self.field:
            where.append(self.field)
        found = f", found {self.found}" if self.found is not None else ""
        return f"{', '.join(where)}: {self.expected}{found}"


class ContentError(Exception):
    """A council's files cannot be used as they are."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
