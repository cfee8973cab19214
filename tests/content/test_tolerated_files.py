"""Files that mean something else than they say, and are tolerated or told."""

from __future__ import annotations

import pytest
from council_copy import Copy

PRIORITIES = "consultations/local-priorities.yaml"


def titled(copy: Copy, title: str) -> int:
    """Give the consultation this title, as written in the file; returns the line."""
    path = copy.directory / PRIORITIES
    text = path.read_text()
    begin, end = text.index("\ntitle:"), text.index("\npurpose:")
    path.write_text(f"{text[:begin]}\ntitle: {title}{text[end:]}")
    return text[:begin].count("\n") + 2


def test_a_sentence_that_yaml_cuts_at_a_hash_is_told(copy: Copy) -> None:
    """F3."""
    line = titled(copy, "What comes first # 1 to 3")
    (told,) = (w for w in copy.load().warnings if "#" in w)
    assert told.startswith(f'{PRIORITIES}, line {line}, title: the text ends before " #"')


def test_a_comment_after_a_code_and_a_hash_in_quotes_are_not_told(copy: Copy) -> None:
    titled(copy, '"What comes first # 1 to 3"')
    assert not [w for w in copy.load().warnings if "#" in w]


@pytest.mark.parametrize("word", ["yes", "No", "on", "OFF"])
def test_yes_and_no_without_quotes_are_words(copy: Copy, word: str) -> None:
    """F3."""
    titled(copy, word)
    assert copy.load().consultations["local-priorities"].title.say("en") == word


def test_required_may_be_yes(copy: Copy) -> None:
    """F3."""
    path = copy.directory / PRIORITIES
    old = "    kind: text\n"
    path.write_text(path.read_text().replace(old, f"{old}    required: yes\n"))
    library = copy.load()
    (words,) = (q for q in library.consultations["local-priorities"].questions if q.kind == "text")
    assert words.required
    assert not words.needs_answer
    assert [w for w in library.warnings if "though it is required" in w]


@pytest.mark.parametrize("blank", ["\n", "\n\n", ",\n", " , \n\n"])
def test_blank_lines_at_the_end_of_the_postcodes_change_nothing(copy: Copy, blank: str) -> None:
    """F3."""
    before = copy.load().postcodes
    path = copy.directory / "postcodes.csv"
    path.write_text(path.read_text() + blank)
    assert copy.load().postcodes == before


def test_a_folder_where_a_file_is_expected_is_one_problem(copy: Copy) -> None:
    """F4."""
    (copy.directory / "boards.yaml").unlink()
    (copy.directory / "boards.yaml").mkdir()
    assert copy.problem().expected.startswith("expected a file that can be read")


def test_an_offset_that_is_not_the_council_s_on_that_day_is_told(copy: Copy) -> None:
    """D2."""
    copy.change(
        "consultations/keeping-in-touch.yaml",
        "closes_at: 2022-10-28T17:00:00+01:00",
        "closes_at: 2022-11-04T17:00:00+01:00",
    )
    (told,) = (w for w in copy.load().warnings if "closes_at" in w)
    assert "closes_at 2022-11-04T17:00:00+01:00 is 16:00 on 04 November 2022" in told
    assert "+00:00 that day" in told


@pytest.mark.parametrize(
    ("closes", "days"),
    [
        ("2022-10-03T17:00:00+01:00", "1 day"),
        ("2022-10-30T00:00:00+01:00", "27 days"),
        ("2022-10-30T17:00:00+00:00", None),
        ("2022-10-31T00:00:00+00:00", None),
    ],
)
def test_less_than_four_weeks_to_answer_is_told(copy: Copy, closes: str, days: str | None) -> None:
    """The first and the last day count, and midnight is the end of the day before."""
    copy.change(
        "consultations/keeping-in-touch.yaml",
        "closes_at: 2022-10-28T17:00:00+01:00",
        f"closes_at: {closes}",
    )
    told = [w for w in copy.load().warnings if w.startswith("keeping-in-touch is open for")]
    said = f"keeping-in-touch is open for {days}, less than 28. Is that long enough"
    assert [w.startswith(said) for w in told] == ([True] if days else [])
