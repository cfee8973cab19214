"""Responses on their way into a workbook: rows as lines of a file, read by whoever writes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import orjson

from reports.sheets import Book


def lines_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as lines, each a JSON list: what people wrote may hold anything but a line's end."""
    return b"".join(orjson.dumps(list(row)) + b"\n" for row in rows)


def workbook_of(rows: Path, target: Path, book: Book) -> bytes:
    """Write the workbook at ``target`` from the lines in ``rows``; nothing is handed back.

    Heavy: for the process that draws. Raises what ``Workbook`` raises.
    """
    from reports.workbook import Workbook

    with rows.open("rb") as lines, Workbook(target, book) as workbook:
        workbook.add(orjson.loads(line) for line in lines)
    return b""
