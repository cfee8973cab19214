"""A copy of a council's files, to break one thing in."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.library import ContentError, Library, Problem, load

COUNCILS = ("buckinghamshire", "north-northamptonshire")


class Copy:
    """A council's files in a directory of their own."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def change(self, file: str, old: str, new: str) -> int:
        """Replace the one ``old`` in ``file``; returns the line on which it stood."""
        path = self.directory / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{text.count(old)} times in {file}: {old}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def write(self, file: str, text: str) -> None:
        (self.directory / file).write_text(text, encoding="utf-8")

    def load(self) -> Library:
        return load(self.directory)

    def problems(self) -> tuple[Problem, ...]:
        with pytest.raises(ContentError) as caught:
            self.load()
        return caught.value.problems

    def problem(self) -> Problem:
        """The only problem there is."""
        (problem,) = self.problems()
        return problem


def place(problem: Problem) -> tuple[str, int | None, str | None]:
    """Where somebody is sent to put it right."""
    return problem.file, problem.line, problem.field


def other_warnings(library: Library) -> tuple[str, ...]:
    """The warnings but those of consultations that were open for less than 28 days: what the
    councils really asked was."""
    return tuple(line for line in library.warnings if " is open for " not in line)
