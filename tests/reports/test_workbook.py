"""A workbook of responses: read back as it was written, and nothing in it runs."""

from __future__ import annotations

import io
import re
import tempfile
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from lamps_workbook import LAMPS, opened, words_sheet, written, written_to

from reports.cells import CUT, clean, sheet_names
from reports.workbook import (
    PRINTED_SIZE,
    WIDEST_PAGE,
    CannotBeWritten,
    TooManyRows,
    Workbook,
    _for_printing,
)
from reports.workbook_contents import Counts, Responses

URDU = "سڑک پر روشنی، براہِ مہربانی"
ROW = ("r1", "Abbey", "yes", "More lamps")
DANGEROUS = [
    '=HYPERLINK("http://example.org","lamps")',
    "+44 1296 382343",
    "-1 for more lamps",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "{=1+1}",
    "http://example.org",
]


def values(sheet: object) -> list[tuple[object, ...]]:
    return [*sheet.iter_rows(values_only=True)]


def test_the_four_sheets_stand_in_their_order_under_the_callers_names():
    assert opened(written([ROW])).sheetnames == [
        "Read me",
        "Responses",
        "Codebook",
        "Counts by ward",
    ]


def test_the_first_sheet_says_what_the_file_is_line_by_line():
    rows = values(opened(written())["Read me"])
    assert rows[0][0] == "Street lighting in Abbey: responses"
    assert rows[2:] == [
        ("Council", "Buckinghamshire Council"),
        ("Responses", "2"),
        ("Beware", "These rows stand for people.\nDo not publish them."),
    ]


def test_pages_of_responses_stand_under_one_head_in_their_order():
    sheet = opened(written([ROW], [], [("r2", "Chesham", "no", URDU)]))["Responses"]
    assert values(sheet) == [LAMPS.responses.columns, ROW, ("r2", "Chesham", "no", URDU)]


def test_the_head_stays_in_sight_and_every_row_can_be_filtered():
    sheet = opened(written([ROW, ROW]))["Responses"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D3"


def test_a_consultation_nobody_answered_is_a_head_and_no_rows():
    sheet = opened(written())["Responses"]
    assert values(sheet) == [LAMPS.responses.columns]
    assert sheet.auto_filter.ref == "A1:D1"


def test_the_codebook_says_what_each_column_and_option_means():
    rows = values(opened(written())["Codebook"])
    assert rows[0] == LAMPS.codebook.columns
    assert rows[1] == ("lamps", "More lamps?", "one choice", "yes", "Yes, more", "lamps")
    assert [cell or "" for cell in rows[2]] == [
        "words",
        "In your own words",
        "own words",
        "",
        "",
        "words",
    ]


def test_counts_stand_under_their_note_numbers_as_numbers():
    sheet = opened(written())["Counts by ward"]
    rows = values(sheet)
    assert rows[0][0] == LAMPS.counts.note
    assert rows[2:] == [("Ward", "Responses"), ("Abbey", 25), ("Chesham", "withheld")]
    assert sheet.freeze_panes == "A4"
    assert sheet["B4"].data_type == "n"


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_cell_a_spreadsheet_would_run_is_text_and_reads_as_it_was_written(text):
    cell = words_sheet(text)["A2"]
    assert (cell.data_type, cell.value) == ("s", text.replace("\r", "\n"))
    assert cell.hyperlink is None


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_sheet_runs_anything_whichever_part_it_came_in(text):
    book = replace(
        LAMPS,
        read_me=replace(LAMPS.read_me, title=text),
        responses=Responses("Responses", (text,)),
        codebook=replace(LAMPS.codebook, columns=(text,) * 6),
        counts=Counts("Counts", text, (text,), ((text,),)),
    )
    for sheet in opened(written([[text]], book=book)).worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value}
        assert kinds == {"s"}, sheet.title


def test_a_text_that_looks_like_a_number_stays_a_text_and_a_number_is_a_number():
    sheet = words_sheet("007", "1e5", "12345678901234567890", 25, 10**20, -3)
    assert [(row[0].data_type, row[0].value) for row in sheet.iter_rows(min_row=2)] == [
        ("s", "007"),
        ("s", "1e5"),
        ("s", "12345678901234567890"),
        ("n", 25),
        ("s", "1" + "0" * 20),
        ("n", -3),
    ]


def test_a_text_stays_a_text_when_somebody_edits_its_cell():
    assert words_sheet("007")["A2"].number_format == "@"


def test_what_excel_cannot_hold_is_cut_and_says_so():
    """F5."""
    long = "lamp " * 10_000
    (kept,) = [row[0].value for row in words_sheet(long).iter_rows(min_row=2)]
    assert len(kept) == 32_767
    assert kept == long[: 32_767 - len(CUT)] + CUT
    assert "[cut: too long for a cell]" in kept


def test_a_text_that_just_fits_is_not_cut():
    text = "x" * 32_767
    assert words_sheet(text)["A2"].value == text


def test_emoji_count_twice_as_excel_counts_them_and_none_is_halved():
    kept = clean("x" + "💡" * 20_000)
    assert len(kept.encode("utf-16-le")) // 2 <= 32_767
    assert kept == "x" + "💡" * ((32_767 - len(CUT) - 1) // 2) + CUT


def test_letters_that_xml_forbids_are_left_out():
    assert clean("la\x00m\x0bps\ud800 \ufffe\uffffhere") == "lamps here"


@pytest.mark.parametrize("text", ["First\r\nsecond", "First\rsecond", "First\nsecond"])
def test_lines_end_in_one_way(text):
    assert words_sheet(text)["A2"].value == "First\nsecond"


def as_excel_reads(text: str) -> str:
    # Excel's own escape, which the reading library leaves as it stands.
    return re.sub(r"_x005F(_x[0-9a-fA-F]{4}_)", r"\1", text or "")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text() | st.sampled_from(DANGEROUS), min_size=1, max_size=8))
def test_whatever_people_write_is_read_back_as_text_cell_by_cell(texts):
    cells = [row[0] for row in words_sheet(*texts).iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells if cell.value} <= {"s"}
    assert [as_excel_reads(cell.value) for cell in cells] == [clean(text) for text in texts]


def test_a_text_that_looks_like_excels_own_escape_is_read_as_written():
    assert as_excel_reads(words_sheet("lamp _x0041_ post")["A2"].value) == "lamp _x0041_ post"


def test_where_people_read_from_the_right_every_sheet_does():
    urdu = opened(written([ROW], book=replace(LAMPS, right_to_left=True)))
    assert [sheet.sheet_view.rightToLeft for sheet in urdu] == [True] * 4
    assert not any(sheet.sheet_view.rightToLeft for sheet in opened(written([ROW])))


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        (["Read me", "Odpowiedzi", "جوابات"], ["Read me", "Odpowiedzi", "جوابات"]),
        (["A/B: [what?] *now*\\"], ["A B what now"]),
        (["Counts by ward in the whole of Buckinghamshire"], ["Counts by ward in the whole of"]),
        (["Lamps", "LAMPS", "lamps"], ["Lamps", "LAMPS 2", "lamps 3"]),
        (["Lamps", "Lamps 3", "Lamps"], ["Lamps", "Lamps 3", "Lamps 4"]),
        (["", "History", "'quoted'"], ["1", "History 2", "quoted"]),
    ],
)
def test_names_of_sheets_are_made_such_as_excel_takes(wanted, got):
    assert sheet_names(wanted) == got


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=50), min_size=4, max_size=4))
def test_whatever_the_sheets_are_called_there_are_four_and_no_two_alike(names):
    book = replace(
        LAMPS,
        read_me=replace(LAMPS.read_me, sheet=names[0]),
        responses=replace(LAMPS.responses, sheet=names[1]),
        codebook=replace(LAMPS.codebook, sheet=names[2]),
        counts=replace(LAMPS.counts, sheet=names[3]),
    )
    found = opened(written([ROW], book=book)).sheetnames
    assert len({name.lower() for name in found}) == 4
    assert found == sheet_names(names)


def test_the_same_book_is_the_same_bytes():
    assert written([ROW]) == written([ROW])


def test_the_file_says_when_it_was_made_by_the_callers_clock():
    properties = opened(written()).properties
    assert properties.created == LAMPS.made_at.replace(tzinfo=None)
    assert properties.title == "Street lighting in Abbey: responses"


@pytest.mark.parametrize("row", [ROW[:3], (*ROW, "more")])
def test_a_row_that_does_not_fit_its_head_is_refused(row):
    with pytest.raises(ValueError, match=r"the header has 4"):
        written([row])


def test_counts_that_do_not_fit_their_head_are_refused(rooms):
    wrong = replace(LAMPS, counts=replace(LAMPS.counts, rows=(("Abbey",),)))
    with pytest.raises(ValueError, match=r"the header has 2"):
        written(book=wrong)
    assert [*rooms.iterdir()] == []


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Path]:
    """The folder temporary files go to."""
    folder, before = tmp_path / "rooms", tempfile.tempdir
    folder.mkdir()
    tempfile.tempdir = str(folder)
    yield folder
    tempfile.tempdir = before


def test_nothing_of_what_people_wrote_is_left_beside_the_file(tmp_path, rooms):
    path = tmp_path / "lamps.xlsx"
    with Workbook(path, LAMPS) as workbook:
        workbook.add([ROW])
        assert [*rooms.iterdir()] != []
    assert [*rooms.iterdir()] == []
    assert opened(path.read_bytes()).sheetnames[0] == "Read me"


def test_an_export_cut_short_leaves_no_file_and_no_words(tmp_path, rooms):
    path = tmp_path / "lamps.xlsx"

    def pages():
        yield [ROW]
        raise ConnectionError("the database went away")

    with pytest.raises(ConnectionError):
        written_to(path, pages())
    assert [*rooms.iterdir()] == []
    assert not path.exists()


def test_a_file_that_cannot_be_written_says_so_and_leaves_no_words_behind(tmp_path, rooms):
    with pytest.raises(CannotBeWritten, match="No such file"):
        written_to(tmp_path / "no" / "lamps.xlsx", [[ROW]])
    assert [*rooms.iterdir()] == []


class FullDisk(io.BytesIO):
    def write(self, _):
        raise OSError(28, "No space left on device")


# The archive's own object complains a second time, when it is thrown away.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_full_disk_leaves_no_words_behind(rooms):
    with pytest.raises(CannotBeWritten, match="No space left"):
        written_to(FullDisk(), [[ROW]])
    assert [*rooms.iterdir()] == []


def test_more_responses_than_a_sheet_holds_are_refused(tmp_path):
    path = tmp_path / "lamps.xlsx"
    with pytest.raises(TooManyRows, match="holds 2 rows"):
        written_to(path, [[ROW, ROW], [ROW]], most_rows=3)
    assert not path.exists()


def many(rows: int) -> Iterator[list[tuple[str, ...]]]:
    for first in range(0, rows, 500):
        yield [(f"r{n}", "Abbey", "yes", f"{n} " * 40) for n in range(first, first + 500)]


def peak_of(rows: int, path: Path) -> int:
    tracemalloc.start()
    try:
        written_to(path, many(rows))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_twenty_times_the_rows_take_no_more_memory(tmp_path):
    path = tmp_path / "lamps.xlsx"
    # Something is loaded at the first use.
    few = min(peak_of(1_000, path), peak_of(1_000, path))
    assert peak_of(20_000, path) < 1.3 * few
    assert opened(path.read_bytes())["Responses"].max_row == 20_001


def test_a_wide_sheet_is_printed_over_several_pages_in_letters_that_can_be_read(tmp_path):
    """S5. On one page twenty columns would be too small to read."""
    for width, fits in ((WIDEST_PAGE - 1, True), (WIDEST_PAGE, True), (WIDEST_PAGE + 1, False)):
        with xlsxwriter.Workbook(tmp_path / "printed.xlsx") as file:
            _for_printing(file.add_worksheet(), width)
        with ZipFile(tmp_path / "printed.xlsx") as made:
            sheet = made.read("xl/worksheets/sheet1.xml").decode()
        assert ("fitToPage" in sheet) is fits
    assert PRINTED_SIZE == 12
