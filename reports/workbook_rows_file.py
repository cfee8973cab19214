"""Responses for a workbook, passed as lines of a file to the process that writes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import orjson

from reports.workbook_contents import Book


def lines_of(rows: Iterable[Sequence[str]], *, whole: Collection[int] = ()) -> bytes:
    """Rows as lines, each a JSON list, in which the line breaks people typed are escaped.

    ``whole`` are the indexes of columns of whole numbers, which are written as numbers, not text.
    """
    return b"".join(orjson.dumps(_cells(row, whole)) + b"\n" for row in rows)


def _cells(row: Sequence[str], whole: Collection[int]) -> list[str | int]:
    return [
        int(cell) if index in whole and cell.isdecimal() else cell for index, cell in enumerate(row)
    ]


def workbook_of(rows: Path, target: Path, book: Book) -> bytes:
    """Write the workbook at ``target`` from the lines in ``rows``; return empty bytes.

    Temporary files are put next to ``rows``. Heavy: meant for the drawing process. Raises what
    ``Workbook`` raises.
    """
    from reports.workbook import Workbook

    with rows.open("rb") as lines, Workbook(target, book, folder=rows.parent) as workbook:
        workbook.add(orjson.loads(line) for line in lines)
    return b""
