"""A file of responses that a spreadsheet opens without running anything, and reads as written."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.responses_csv import csv_bytes, neutral, read_back

HEAD = ("response", "ward", "words")
URDU = "سڑک پر روشنی، براہِ مہربانی"


def back(*rows: tuple[str, ...]) -> list[dict[str, str]]:
    return read_back(io.StringIO(csv_bytes([HEAD, *rows], first=True).decode(), newline=""))


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("http://example.org","lamps")',
        "+44 1296 382343",
        "-1 for more lamps",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠SUM(A1)",
    ],
)
def test_a_cell_a_spreadsheet_would_run_is_text(cell: str) -> None:
    """F6."""
    (row,) = back(("r1", "Abbey", cell))
    assert row["words"] == "'" + cell


@pytest.mark.parametrize("place", [0, 1, 2])
def test_every_column_is_made_safe_the_head_too(place: int) -> None:
    cells = ["r1", "Abbey", "lamps"]
    cells[place] = "=1+1"
    for raw in (csv_bytes([cells]), csv_bytes([cells], first=True)):
        (row,) = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
        assert row[place] == "'=1+1"


@pytest.mark.parametrize(
    "cell", ["", "Lamps", "1 + 1 = 2", "a-b", "amina@example.org", "'quoted'", "£5"]
)
def test_a_harmless_cell_stays_as_it_is(cell: str) -> None:
    assert neutral(cell) == cell


@given(st.text())
def test_no_cell_begins_as_a_formula_does(cell: str) -> None:
    assert not neutral(cell).startswith(
        ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
    )


def test_the_first_rows_carry_the_mark_for_excel_and_later_ones_do_not() -> None:
    assert csv_bytes([HEAD], first=True).startswith(b"\xef\xbb\xbfresponse,")
    assert csv_bytes([("r1", "Abbey", "lamps")]).startswith(b"r1,")


def test_the_mark_is_no_part_of_the_first_columns_name() -> None:
    (row,) = back(("r1", "Abbey", "lamps"))
    assert [*row] == [*HEAD]


@pytest.mark.parametrize("number", ["007", "1e5", "12345678901234567890", "r1k", "4E7-934"])
def test_an_id_stays_the_text_it_was(number: str) -> None:
    (row,) = back((number, "Abbey", "lamps"))
    assert row["response"] == number


@pytest.mark.parametrize(
    "words",
    [
        'They call it "the dark mile"',
        "Lamps, benches; trees",
        "First line\nsecond line",
        "First line\r\nsecond line",
        URDU,
        f'"{URDU}",\n{URDU}',
        "Więcej latarni 💡",
        "  spaces before and behind  ",
    ],
)
def test_words_are_read_back_as_they_were_written(words: str) -> None:
    (row,) = back(("r1", "Abbey", words))
    assert row["words"] == words


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(st.lists(st.tuples(cells, cells, cells), max_size=8))
def test_whatever_people_write_is_read_back_cell_by_cell(rows: list[tuple[str, ...]]) -> None:
    written = [[neutral(cell) for cell in row] for row in rows]
    assert [[*row.values()] for row in back(*rows)] == written


def test_pages_written_one_after_another_are_one_file(tmp_path: Path) -> None:
    path = tmp_path / "lamps.csv"
    first = csv_bytes([HEAD, ("r1", "Abbey", URDU)], first=True)
    path.write_bytes(first + csv_bytes([("r2", "Chesham", "More\nlamps")]))
    with path.open(encoding="utf-8", newline="") as file:
        assert read_back(file) == [
            {"response": "r1", "ward": "Abbey", "words": URDU},
            {"response": "r2", "ward": "Chesham", "words": "More\nlamps"},
        ]
