"""Responses as a CSV file that a spreadsheet opens without running any formula in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import IO

# OWASP: a cell that begins with one of these may be run as a formula; so may the full-width forms.
RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"


def neutral(cell: str) -> str:
    """The cell, with an apostrophe in front if a spreadsheet would run it as a formula."""
    return f"'{cell}" if cell.startswith(RUNS_AS_FORMULA) else cell


def csv_bytes(rows: Iterable[Sequence[str]], *, first: bool = False) -> bytes:
    """Rows as UTF-8 CSV; ``first`` adds the byte order mark that tells Excel it is UTF-8."""
    text = io.StringIO(newline="")
    if first:
        text.write(BYTE_ORDER_MARK)
    csv.writer(text).writerows([neutral(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def read_back(file: IO[str]) -> list[dict[str, str]]:
    """The rows as a spreadsheet would read them: one per response, by column name."""
    text = file.read().removeprefix(BYTE_ORDER_MARK)
    return [*csv.DictReader(io.StringIO(text, newline=""))]
