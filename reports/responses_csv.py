"""Rows of text into a CSV file that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import IO

# OWASP: a cell that begins with one of these may be run as a formula.
RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK_FOR_EXCEL = "\ufeff"


def neutral(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet would run it."""
    return f"'{cell}" if cell.startswith(RUNS_AS_FORMULA) else cell


def csv_bytes(rows: Iterable[Sequence[str]], *, first: bool = False) -> bytes:
    """Rows as UTF-8 CSV; ``first`` puts the mark before them that tells Excel it is UTF-8."""
    text = io.StringIO(newline="")
    if first:
        text.write(MARK_FOR_EXCEL)
    csv.writer(text).writerows([neutral(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def read_back(file: IO[str]) -> list[dict[str, str]]:
    """What a spreadsheet would read: a row a response, by column."""
    text = file.read().removeprefix(MARK_FOR_EXCEL)
    return [*csv.DictReader(io.StringIO(text, newline=""))]
