"""The content of a workbook's sheets, as values: nothing is written yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Cell = str | int
"""A whole number is written as a number; a text stays a text, even if it looks like a number."""


@dataclass(frozen=True)
class Line:
    """One line of the first sheet."""

    label: str
    value: str


@dataclass(frozen=True)
class ReadMe:
    """The first sheet: what the file is, when it was made, how to read it, and its pitfalls."""

    sheet: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Responses:
    """The header of the sheet of responses; the rows are added later."""

    sheet: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class CodebookEntry:
    """One option of one question; a question without options has one entry, with no option."""

    question: str
    question_text: str
    kind: str
    option: str
    option_label: str
    column: str


@dataclass(frozen=True)
class Codebook:
    """What the columns and the values of the responses mean."""

    sheet: str
    columns: tuple[str, str, str, str, str, str]
    entries: tuple[CodebookEntry, ...]


@dataclass(frozen=True)
class Counts:
    """Counts by ward that have passed the disclosure rule, or another table with a note above it;
    the note says what the rule changed, or what is in the table."""

    sheet: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Book:
    """All that is known before the responses are read. ``made_at`` has a time zone."""

    read_me: ReadMe
    responses: Responses
    codebook: Codebook
    counts: Counts
    made_at: datetime
    submissions: Counts | None = None
    places: Counts | None = None
    equality: Counts | None = None
    results: Counts | None = None
    results_by_ward: Counts | None = None
    right_to_left: bool = False
