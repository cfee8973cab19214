"""Excel workbooks of a consultation's responses: sheets that a council can open and keep."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError

from reports.cells import LARGEST_NUMBER, MOST_ROWS, clean, sheet_names
from reports.workbook_contents import Book, Cell, CodebookEntry, ReadMe

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Column widths, in characters.
WIDEST, NARROWEST = 60, 10
WORDS_WIDTH = 90
WIDEST_PAGE = 150
"""Characters side by side on a page of A4, on which the text is printed in 10 points or more."""
PRINTED_SIZE = 12
"""Points of the text in a cell."""


class TooManyRows(Exception):
    """More responses than a sheet has room for; the text gives the limit."""


class CannotBeWritten(Exception):
    """The file could not be written; the text says why."""


class Workbook:
    """Writes a ``Book`` to a path or an open binary file; memory use doesn't grow with the rows.

    Rows are kept in temporary files in ``folder`` (by default the system's), which only this user
    can read and which are removed at the end. As a context manager it closes itself, or gives up
    after an error. Every method blocks on the disk, ``close`` for seconds: don't call them on an
    event loop. Raises ValueError for a row of the counts that has more or fewer cells than their
    header.
    """

    def __init__(
        self,
        target: Path | IO[bytes],
        book: Book,
        *,
        most_rows: int = MOST_ROWS,
        folder: Path | None = None,
    ) -> None:
        self._target = target
        self._most_rows = most_rows
        self._folder = tempfile.TemporaryDirectory(prefix="wardmote-workbook-", dir=folder)
        options = {
            "constant_memory": True,
            "tmpdir": self._folder.name,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "remove_timezone": True,
        }
        self._file = xlsxwriter.Workbook(
            str(target) if isinstance(target, Path) else target, options
        )
        self._file.set_properties(
            {"title": clean(book.read_me.title), "created": book.made_at.astimezone(UTC)}
        )
        self._formats = _Formats(self._file)
        try:
            self._add_sheets(book)
        except BaseException:
            self.give_up()
            raise

    def _add_sheets(self, book: Book) -> None:
        results = (book.counts, book.results, book.results_by_ward, book.places, book.equality)
        counts = [c for c in (*results, book.submissions) if c is not None]
        names = [part.sheet for part in (book.read_me, book.responses, book.codebook)]
        sheets = []
        for name in sheet_names([*names, *(one.sheet for one in counts)]):
            sheet = self._file.add_worksheet(name)
            if book.right_to_left:
                sheet.right_to_left()
            sheets.append(sheet)
        first, second, third, *tables = sheets
        _write_read_me(first, self._formats, book.read_me)
        self._responses = _Table(
            second, self._formats, book.responses.columns, most_rows=self._most_rows
        )
        codebook = _Table(third, self._formats, book.codebook.columns)
        codebook.add(_cells_of(entry) for entry in book.codebook.entries)
        codebook.finish()
        for sheet, content in zip(tables, counts, strict=True):
            table = _Table(sheet, self._formats, content.columns, note=content.note)
            table.add(content.rows)
            table.finish()

    def add(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Write the next responses.

        Raises TooManyRows, and ValueError for a row with more or fewer cells than the header.
        """
        self._responses.add(rows)

    def close(self) -> None:
        """Write the file. Raises CannotBeWritten, and then leaves no partial file at the path."""
        self._responses.finish()
        try:
            self._file.close()
        except (XlsxFileError, OSError) as error:
            self.give_up()
            if isinstance(self._target, Path):
                self._target.unlink(missing_ok=True)
            raise CannotBeWritten(f"The workbook could not be written: {error}") from error
        self._folder.cleanup()

    def give_up(self) -> None:
        """Write no file, and delete the temporary ones, which hold what people wrote."""
        for sheet in self._file.worksheets():
            # XlsxWriter has no public way to discard a workbook that won't be written.
            sheet._opt_close()
        self._folder.cleanup()

    def __enter__(self) -> Workbook:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.give_up()


class _Formats:
    """Cell formats: few and plain, to leave room for people's own colours and filters."""

    def __init__(self, file: xlsxwriter.Workbook) -> None:
        # "@" keeps a text as text when somebody edits the cell and presses Enter.
        text = {"num_format": "@", "valign": "top", "font_size": PRINTED_SIZE}
        self.title = file.add_format({**text, "bold": True, "font_size": 16})
        self.label = file.add_format({**text, "bold": True, "text_wrap": True})
        self.words = file.add_format({**text, "text_wrap": True})
        self.head = file.add_format(
            {**text, "bold": True, "text_wrap": True, "bg_color": "#E3ECE8", "bottom": 1}
        )
        self.text = file.add_format(text)
        self.number = file.add_format({**text, "num_format": "0"})


class _Table:
    """A header that stays visible, and rows below it that can be filtered."""

    def __init__(
        self,
        sheet: Worksheet,
        formats: _Formats,
        columns: Sequence[str],
        *,
        note: str = "",
        most_rows: int = MOST_ROWS,
    ) -> None:
        self._sheet = sheet
        self._most_rows = most_rows
        self._formats = formats
        self._columns = len(columns)
        self._head = 0
        self._widths = [len(name) for name in columns]
        if note:
            _write_text(sheet, 0, 0, note, formats.text)
            self._head = 2
        for column, name in enumerate(columns):
            _write_text(sheet, self._head, column, name, formats.head)
        self._next = self._head + 1
        sheet.freeze_panes(self._next, 0)
        sheet.repeat_rows(self._head)

    def add(self, rows: Iterable[Sequence[Cell]]) -> None:
        for row in rows:
            if len(row) != self._columns:
                raise ValueError(f"a row has {len(row)} cells; the header has {self._columns}")
            if self._next >= self._most_rows:
                raise TooManyRows(f"A sheet holds {self._most_rows - 1:,} rows below its header.")
            for column, cell in enumerate(row):
                self._write(column, cell)
            self._next += 1

    def _write(self, column: int, cell: Cell) -> None:
        self._widths[column] = max(self._widths[column], len(str(cell)))
        if isinstance(cell, int) and abs(cell) < LARGEST_NUMBER:
            self._sheet.write_number(self._next, column, cell, self._formats.number)
        else:
            _write_text(self._sheet, self._next, column, str(cell), self._formats.text)

    def finish(self) -> None:
        if self._columns:
            last = max(self._next - 1, self._head)
            self._sheet.autofilter(self._head, 0, last, self._columns - 1)
        # Two more than the text, for the filter button in the header.
        widths = [min(max(width + 2, NARROWEST), WIDEST) for width in self._widths]
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)
        _for_printing(self._sheet, sum(widths))


def _write_read_me(sheet: Worksheet, formats: _Formats, read_me: ReadMe) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, WORDS_WIDTH)
    _write_text(sheet, 0, 0, read_me.title, formats.title)
    for row, line in enumerate(read_me.lines, start=2):
        _write_text(sheet, row, 0, line.label, formats.label)
        _write_text(sheet, row, 1, line.value, formats.words)
    _for_printing(sheet, 30 + WORDS_WIDTH)


def _for_printing(sheet: Worksheet, width: int) -> None:
    """A4, landscape. A sheet of more than WIDEST_PAGE characters goes over several pages side by
    side, each with the first column: on one it would be too small to read."""
    a4 = 9
    sheet.set_paper(a4)
    sheet.set_landscape()
    if width <= WIDEST_PAGE:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.repeat_columns(0)


def _cells_of(entry: CodebookEntry) -> tuple[str, ...]:
    return (
        entry.question,
        entry.question_text,
        entry.kind,
        entry.option,
        entry.option_label,
        entry.column,
    )


def _write_text(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    # write_string, never write: text a person typed is never searched for formulas or links.
    sheet.write_string(row, column, clean(text), style)
