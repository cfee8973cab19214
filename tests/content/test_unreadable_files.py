"""Files that are missing, are not what they seem, or hold what no file of ours may hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from council_copy import Copy, place

from content.library import ContentError, load

PRIORITIES = "consultations/local-priorities.yaml"
ABBEY = "      - E05013120  # Abbey\n"


def test_a_slip_of_yaml(copy: Copy) -> None:
    line = copy.change("boards.yaml", "name: Chesham area board", "name: Chesham: area board")
    problem = copy.problem()
    assert place(problem) == ("boards.yaml", line, None)
    assert (
        problem.expected == "expected valid YAML (mapping values are not allowed in this context)"
    )


def test_a_character_yaml_does_not_know(copy: Copy) -> None:
    copy.change("council.yaml", "slug: buckinghamshire", "slug: bucking\x00hamshire")
    assert copy.problem().expected.startswith("expected valid YAML (unacceptable character")


def test_a_field_twice(copy: Copy) -> None:
    line = copy.change("council.yaml", "vintage: 2021\n", "vintage: 2021\nvintage: 2025\n") + 1
    problem = copy.problem()
    assert place(problem) == ("council.yaml", line, "vintage")
    assert problem.expected == f"expected each field once, found it on line {line - 1} too"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("!!python/name:os.getcwd", "expected a plain value, found the tag"),
        ("!secret Council", "expected a plain value, found the tag !secret"),
        ("!!int Council", "expected a value of the tag tag:yaml.org,2002:int"),
    ],
)
def test_a_value_that_is_more_than_plain(copy: Copy, value: str, expected: str) -> None:
    line = copy.change("council.yaml", "\nname: Buckinghamshire Council", f"\nname: {value}") + 1
    problem = copy.problem()
    assert place(problem) == ("council.yaml", line, "name")
    assert problem.expected.startswith(expected)


def test_a_time_of_day_where_a_number_belongs(copy: Copy) -> None:
    copy.change("wards.yaml", "population: 12096", "population: 12:30")
    assert str(copy.problem()).endswith('expected a whole number, found "12:30"')


def test_a_list_where_text_belongs(copy: Copy) -> None:
    copy.change("wards.yaml", "name: Wing\n", "name: [Wing]\n")
    assert copy.problem().found == "a list"


def test_nothing_where_text_belongs(copy: Copy) -> None:
    copy.change("wards.yaml", "name: Wing\n", "name:\n")
    assert copy.problem().found == "nothing"


def test_a_field_whose_name_is_a_list(copy: Copy) -> None:
    line = copy.change("wards.yaml", "    name: Wing\n", "    name: Wing\n    [a]: b\n") + 1
    problem = copy.problem()
    assert place(problem) == ("wards.yaml", line, "wards[47]")
    assert problem.expected == "expected a field's name, found a list or fields"


def test_a_ward_that_is_only_a_code(copy: Copy) -> None:
    copy.write("wards.yaml", "vintage: 2021\nwards:\n  - E05013120\n")
    assert place(copy.problems()[0]) == ("wards.yaml", 3, "wards[0]")


@pytest.mark.parametrize("text", ["- E05013120\n", "vintage: soon\nwards: []\n"])
def test_a_head_of_the_wards_that_cannot_be_read(copy: Copy, text: str) -> None:
    copy.write("wards.yaml", text)
    assert copy.problem().file == "wards.yaml"


def test_a_reference_to_another_place(copy: Copy) -> None:
    copy.change("council.yaml", "slug: buckinghamshire", "slug: &here buckinghamshire")
    line = copy.change("council.yaml", "short_name: Buckinghamshire", "short_name: *here")
    problem = copy.problem()
    assert place(problem) == ("council.yaml", line, "short_name")
    assert problem.expected == "expected the value itself, found a reference to another place (*)"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "- a list\n", "text\n", "boards:\n"])
def test_a_file_that_says_something_else(copy: Copy, text: str) -> None:
    copy.write("boards.yaml", text)
    assert copy.problem().file == "boards.yaml"


@pytest.mark.parametrize("name", ["council.yaml", "wards.yaml", "boards.yaml", "postcodes.csv"])
def test_a_missing_file(copy: Copy, name: str) -> None:
    (copy.directory / name).unlink()
    assert str(copy.problem()) == f"{name}: expected this file, found nothing"


@pytest.mark.parametrize("name", ["council.yaml", "postcodes.csv"])
def test_a_file_in_another_encoding(copy: Copy, name: str) -> None:
    path = copy.directory / name
    path.write_bytes(path.read_bytes() + "Café".encode("latin-1"))
    assert copy.problem().expected == "expected text in UTF-8"


def test_a_directory_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="expected a directory, found nothing"):
        load(tmp_path / "leeds")


def test_everything_wrong_is_told_at_once(copy: Copy) -> None:
    copy.change("council.yaml", "vintage: 2021", "vintages: 2021")
    copy.change("boards.yaml", ABBEY, ABBEY.replace("E05013120", "E05019999"))
    copy.change(PRIORITIES, "hear_by: 2022-11-11", "hear_by: soon")
    copy.change("postcodes.csv", "HP12 3HP,", "nowhere,")
    with pytest.raises(ContentError) as caught:
        copy.load()
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.problems) == 5
    for file in ("council.yaml", "boards.yaml", PRIORITIES, "postcodes.csv"):
        assert any(line.startswith(file) for line in lines)
