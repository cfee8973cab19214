"""A consultation about lamps, as a workbook to write and to read back."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import openpyxl

from reports.cells import MOST_ROWS
from reports.workbook import Workbook
from reports.workbook_contents import (
    Book,
    Cell,
    Codebook,
    CodebookEntry,
    Counts,
    Line,
    ReadMe,
    Responses,
)

LAMPS = Book(
    read_me=ReadMe(
        sheet="Read me",
        title="Street lighting in Abbey: responses",
        lines=(
            Line("Council", "Buckinghamshire Council"),
            Line("Responses", "2"),
            Line("Beware", "These rows stand for people.\nDo not publish them."),
        ),
    ),
    responses=Responses(sheet="Responses", columns=("response", "ward", "lamps", "words")),
    codebook=Codebook(
        sheet="Codebook",
        columns=("Question", "What was asked", "Kind", "Option", "What it says", "Column"),
        entries=(
            CodebookEntry("lamps", "More lamps?", "one choice", "yes", "Yes, more", "lamps"),
            CodebookEntry("words", "In your own words", "own words", "", "", "words"),
        ),
    ),
    counts=Counts(
        sheet="Counts by ward",
        note="Rounded to 5. Wards with fewer than 10 are left out.",
        columns=("Ward", "Responses"),
        rows=(("Abbey", 25), ("Chesham", "withheld")),
    ),
    made_at=datetime(2022, 9, 30, 16, 0, tzinfo=UTC),
)


def written_to(
    target: Path | IO[bytes],
    pages: Iterable[Iterable[Sequence[Cell]]],
    book: Book = LAMPS,
    most_rows: int = MOST_ROWS,
) -> None:
    """Write a workbook whose responses come in pages."""
    with Workbook(target, book, most_rows=most_rows) as workbook:
        for page in pages:
            workbook.add(page)


def written(*pages: Iterable[Sequence[Cell]], book: Book = LAMPS) -> bytes:
    """The bytes of such a workbook."""
    file = io.BytesIO()
    written_to(file, pages, book)
    return file.getvalue()


def opened(file: bytes) -> Any:
    """The workbook as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(file))


def words_sheet(*cells: Cell, right_to_left: bool = False) -> Any:
    """The sheet of a book with one column, "words", and a row a cell."""
    responses = Responses(sheet="Responses", columns=("words",))
    book = replace(LAMPS, responses=responses, right_to_left=right_to_left)
    return opened(written([[cell] for cell in cells], book=book))["Responses"]
