"""Responses on their way into a workbook: rows as lines of a file, read by whoever writes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import orjson

from reports.sheets import Book


def lines_of(rows: Iterable[Sequence[str]], *, whole: Collection[int] = ()) -> bytes:
    """Rows as lines, each a JSON list: what people wrote may hold anything but a line's end.

    ``whole`` are the places of columns of whole numbers, which become numbers to count with.
    """
    return b"".join(orjson.dumps(_cells(row, whole)) + b"\n" for row in rows)


def _cells(row: Sequence[str], whole: Collection[int]) -> list[str | int]:
    return [
        int(cell) if place in whole and cell.isdecimal() else cell for place, cell in enumerate(row)
    ]


def workbook_of(rows: Path, target: Path, book: Book) -> bytes:
    """Write the workbook at ``target`` from the lines in ``rows``; nothing is handed back.
    What it needs meanwhile lies beside ``rows``.

    Heavy: for the process that draws. Raises what ``Workbook`` raises.
    """
    from reports.workbook import Workbook

    with rows.open("rb") as lines, Workbook(target, book, folder=rows.parent) as workbook:
        workbook.add(orjson.loads(line) for line in lines)
    return b""
