"""Whoever breaks a file is told which, on which line, in which field, and what was expected."""

from __future__ import annotations

import pytest
from council_copy import Copy, place

from content.library import Problem

PRIORITIES = "consultations/local-priorities.yaml"
PLAN = "plans/opportunity-bucks.yaml"
FIRST_LINE = 3  # under the comments at its head
ABBEY = "      - E05013120  # Abbey\n"
UNKNOWN_WARD = "expected a ward code of wards.yaml"


def test_a_problem_reads_as_one_line() -> None:
    problem = Problem("wards.yaml", 14, "wards[3].code", "expected a ward code", '"E0501"')
    assert str(problem) == 'wards.yaml, line 14, wards[3].code: expected a ward code, found "E0501"'


def test_an_ill_formed_ward_code(copy: Copy) -> None:
    line = copy.change("wards.yaml", "code: E05013121", "code: E0501312")
    problem = copy.problem()
    assert place(problem) == ("wards.yaml", line, "wards[1].code")
    assert problem.expected == "expected a ward code such as E05013131"
    assert problem.found == '"E0501312"'


@pytest.mark.parametrize(
    ("file", "old", "field"),
    [
        ("boards.yaml", ABBEY, "boards[0].wards[3]"),
        (PLAN, ABBEY[4:], "wards[3]"),
        (PRIORITIES, ABBEY[4:], "wards[3]"),
    ],
)
def test_a_ward_that_is_not_in_wards_yaml(copy: Copy, file: str, old: str, field: str) -> None:
    line = copy.change(file, old, old.replace("E05013120", "E05019999"))
    problem = copy.problem()
    assert place(problem) == (file, line, field)
    assert (problem.expected, problem.found) == (UNKNOWN_WARD, '"E05019999"')


def test_a_commitment_for_a_ward_that_is_not_there(copy: Copy) -> None:
    line = copy.change(PLAN, "    due: September 2022\n", "    wards: [E05019999]\n")
    problem = copy.problem()
    assert place(problem) == (PLAN, line, "commitments[10].wards[0]")
    assert problem.expected == UNKNOWN_WARD


def test_a_postcode_of_an_unknown_ward_is_reported_once(copy: Copy) -> None:
    path = copy.directory / "postcodes.csv"
    path.write_text(path.read_text().replace("E05013120", "E05019999"))
    problem = copy.problem()
    first = path.read_text().split("E05019999")[0].count("\n") + 1
    assert place(problem) == ("postcodes.csv", first, "ward")
    assert (problem.expected, problem.found) == (UNKNOWN_WARD, '"E05019999"')


def test_what_is_no_postcode(copy: Copy) -> None:
    line = copy.change("postcodes.csv", "HP12 3HP,", "HP12 HPP,")
    problem = copy.problem()
    assert place(problem) == ("postcodes.csv", line, "postcode")
    assert str(problem).endswith('expected a postcode such as HP12 3HP, found "HP12 HPP"')


def test_a_postcode_in_two_rows(copy: Copy) -> None:
    line = copy.change("postcodes.csv", "HP12 3HP,E05013131\n", "HP12 3HP,E05013131\n" * 2) + 1
    assert place(copy.problem()) == ("postcodes.csv", line, "postcode")


def test_a_row_of_three_columns(copy: Copy) -> None:
    line = copy.change("postcodes.csv", "HP12 3HP,", "HP12,3HP,")
    problem = copy.problem()
    assert place(problem) == ("postcodes.csv", line, None)
    assert problem.expected == "expected a postcode and a ward"


def test_columns_in_another_order(copy: Copy) -> None:
    copy.change("postcodes.csv", "postcode,ward\n", "ward,postcode\n")
    problem = copy.problem()
    assert place(problem) == ("postcodes.csv", 1, None)
    assert problem.expected == "expected the columns postcode,ward"


def test_an_unclosed_quote_in_the_table(copy: Copy) -> None:
    copy.write("postcodes.csv", 'postcode,ward\n"HP12 3HP,E05013131\n')
    assert copy.problem().expected == "expected valid CSV"


def test_a_misspelt_field(copy: Copy) -> None:
    line = copy.change(PRIORITIES, "other_ways:", "otherways:")
    problem = copy.problem()
    assert place(problem) == (PRIORITIES, line, "otherways")
    assert problem.expected == "expected no field of this name (is it misspelt?)"


def test_a_misspelt_head_of_the_wards(copy: Copy) -> None:
    line = copy.change("wards.yaml", "vintage: 2021", "vintage: 2021\nregion: South East")
    assert place(copy.problem()) == ("wards.yaml", line + 1, "region")


@pytest.mark.parametrize("field", ["decided_by", "can_change"])
def test_a_consultation_without_what_the_law_asks(copy: Copy, field: str) -> None:
    path = copy.directory / PRIORITIES
    head, tail = path.read_text(encoding="utf-8").split(f"{field}:\n")
    while tail.startswith("  "):
        tail = tail.split("\n", 1)[1]
    path.write_text(head + tail, encoding="utf-8")
    problem = copy.problem()
    assert place(problem) == (PRIORITIES, FIRST_LINE, field)
    assert str(problem).endswith("expected this field, found nothing")


def test_a_missing_field_is_told_with_the_line_of_its_parent(copy: Copy) -> None:
    line = copy.change("wards.yaml", "    name: Wing\n", "")
    assert place(copy.problem()) == ("wards.yaml", line - 1, "wards[47].name")


@pytest.mark.parametrize("wrong", ["2022-11-31", "11 November 2022", "20221111", "soon", "2022"])
def test_a_bad_date(copy: Copy, wrong: str) -> None:
    line = copy.change(PRIORITIES, "hear_by: 2022-11-11", f"hear_by: {wrong}")
    problem = copy.problem()
    assert place(problem) == (PRIORITIES, line, "hear_by")
    assert problem.expected == "expected a date such as 2022-09-30"


def test_a_decision_that_is_due_before_people_have_answered(copy: Copy) -> None:
    copy.change(PRIORITIES, "decision_due: 2022-11-30", "decision_due: 2022-09-29")
    assert "decision_due is expected to be on or after the day it closes" in str(copy.problem())


@pytest.mark.parametrize("wrong", ["2022-09-05", "2022-09-05T09:00:00", "20220905", "yes"])
def test_a_moment_without_its_offset(copy: Copy, wrong: str) -> None:
    old = "opens_at: 2022-09-05T09:00:00+01:00"
    line = copy.change(PRIORITIES, old, f"opens_at: {wrong}")
    problem = copy.problem()
    assert place(problem) == (PRIORITIES, line, "opens_at")
    assert problem.expected.startswith("expected a date and time with its offset")


def test_a_consultation_that_closes_before_it_opens(copy: Copy) -> None:
    copy.change(PRIORITIES, "closes_at: 2022-09-30", "closes_at: 2022-08-30")
    assert str(copy.problem()) == (
        f"{PRIORITIES}, line {FIRST_LINE}: closes_at is expected to be after opens_at"
    )


def test_one_option_only(copy: Copy) -> None:
    path = copy.directory / "consultations/keeping-in-touch.yaml"
    text = path.read_text()
    start = text.index("      - key: monthly")
    end = text.index("  - key: ways_to_tell_us")
    path.write_text(text[:start] + text[end:])
    problem = copy.problem()
    line = text.split("  - key: how_often")[0].count("\n") + 1
    assert place(problem) == ("consultations/keeping-in-touch.yaml", line, "questions[0]")
    assert problem.expected == "at least 2 options are expected for a question of kind single"


def test_an_unknown_kind_of_question(copy: Copy) -> None:
    line = copy.change(PRIORITIES, "kind: scale", "kind: slider")
    problem = copy.problem()
    assert place(problem) == (PRIORITIES, line, "questions[2].kind")
    assert problem.expected == (
        "expected one of 'single', 'yes_no', 'several', 'ranking', 'scale', 'number', 'date', "
        "'place' or 'text'"
    )


def test_a_word_that_yaml_takes_for_true(copy: Copy) -> None:
    line = copy.change(PRIORITIES, "- key: not_sure", "- key: true")
    problem = copy.problem()
    assert place(problem) == (PRIORITIES, line, "questions[0].options[6].key")
    assert "in quotes" in problem.expected
    assert problem.found == "true"


def test_more_choices_than_there_are_options(copy: Copy) -> None:
    line = copy.change(PRIORITIES, "kind: several", "kind: several\n    max_choices: 12") + 1
    problem = copy.problem()
    assert place(problem) == (PRIORITIES, line, "questions[1].max_choices")
    assert problem.expected == "expected at most 8, the number of options"


def test_an_exclusive_option_where_only_one_can_be_chosen(copy: Copy) -> None:
    old = "          ur: مجھے یقین نہیں\n"
    line = copy.change(PRIORITIES, old, f"{old}        exclusive: true\n") + 1
    assert place(copy.problem()) == (PRIORITIES, line, "questions[0].options[6].exclusive")


def test_two_options_of_one_label(copy: Copy) -> None:
    line = copy.change(PRIORITIES, "en: I'm not sure", "en: None of these") - 1
    assert place(copy.problem()) == (PRIORITIES, line, "questions[0].options[6].label")


def test_a_slug_twice(copy: Copy) -> None:
    line = copy.change("boards.yaml", "slug: chesham", "slug: aylesbury")
    problem = copy.problem()
    assert place(problem) == ("boards.yaml", line, "boards[2].slug")
    assert str(problem).endswith('expected each once, found "aylesbury" again')


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("slug: jobs", "slug: public-realm", "themes[2].slug"),
        ("slug: funding", "slug: communications-plan", "commitments[9].slug"),
    ],
)
def test_a_slug_twice_in_a_plan(copy: Copy, old: str, new: str, field: str) -> None:
    copy.change(PLAN, old, new)
    assert copy.problem().field == field


def test_a_ward_twice(copy: Copy) -> None:
    line = copy.change("wards.yaml", "code: E05013121", "code: E05013120")
    problems = copy.problems()
    assert place(problems[0]) == ("wards.yaml", line, "wards[1].code")


def test_a_ward_of_two_boards(copy: Copy) -> None:
    new = "      - E05013136  # Chesham\n      - E05013120  # Abbey\n"
    line = copy.change("boards.yaml", "      - E05013136  # Chesham\n", new) + 1
    assert place(copy.problem()) == ("boards.yaml", line, "boards[2].wards[1]")


def test_wards_of_another_vintage(copy: Copy) -> None:
    line = copy.change("wards.yaml", "vintage: 2021", "vintage: 2025")
    problem = copy.problem()
    assert place(problem) == ("wards.yaml", line, "vintage")
    assert str(problem).endswith("expected the council's vintage, 2021, found 2025")


def test_one_ward_of_another_vintage(copy: Copy) -> None:
    line = copy.change("wards.yaml", "    name: Wing\n", "    name: Wing\n    vintage: 2025\n") + 1
    assert place(copy.problem()) == ("wards.yaml", line, "wards[47].vintage")


def test_a_consultation_under_another_name(copy: Copy) -> None:
    (copy.directory / PRIORITIES).rename(copy.directory / "consultations/priorities.yaml")
    problem = copy.problem()
    assert place(problem) == ("consultations/priorities.yaml", FIRST_LINE, "slug")
    assert problem.expected == "expected the file's own name, priorities"


def test_a_plan_under_another_name(copy: Copy) -> None:
    (copy.directory / PLAN).rename(copy.directory / "plans/bucks.yaml")
    problem = copy.problem()
    above = (copy.directory / "plans/bucks.yaml").read_text(encoding="utf-8").split("slug:")[0]
    assert place(problem) == ("plans/bucks.yaml", above.count("\n") + 1, "slug")
    assert problem.expected == "expected the file's own name, bucks"


def test_a_consultation_that_would_be_passed_over(copy: Copy) -> None:
    (copy.directory / PRIORITIES).rename(copy.directory / "consultations/local-priorities.yml")
    assert copy.problem().expected == "expected a name that ends in .yaml"


@pytest.mark.parametrize(
    ("line", "field"), [("plan: levelling-up", "plan"), ("theme: transport", "theme")]
)
def test_a_plan_or_theme_that_is_not_there(copy: Copy, line: str, field: str) -> None:
    copy.change(PRIORITIES, "plan: opportunity-bucks", line)
    assert copy.problem().field == field


def test_a_commitment_of_a_theme_that_is_not_there(copy: Copy) -> None:
    line = copy.change(PLAN, "    due: September 2022\n", "    theme: transport\n")
    assert place(copy.problem()) == (PLAN, line, "commitments[10].theme")


@pytest.mark.parametrize("zone", ["Europe/Wycombe", "Europe", "../London"])
def test_a_time_zone_nobody_knows(copy: Copy, zone: str) -> None:
    line = copy.change("council.yaml", "Europe/London", zone)
    problem = copy.problem()
    assert place(problem) == ("council.yaml", line, "timezone")
    assert problem.expected == "a time zone such as Europe/London is expected"


def test_a_threshold_below_the_floor(copy: Copy) -> None:
    old = "minimum_age: 13\n"
    line = copy.change("council.yaml", old, f"{old}thresholds:\n  smallest_cell: 3\n") + 2
    problem = copy.problem()
    assert place(problem) == ("council.yaml", line, "thresholds.smallest_cell")
    assert str(problem).endswith("expected a number of at least 5, found 3")


@pytest.mark.parametrize("rounding", [20, 21])
def test_a_rounding_that_makes_people_about_nought_is_refused(copy: Copy, rounding: int) -> None:
    """Of 12 people it was said that "about 0" answered."""
    old = "minimum_age: 13\n"
    line = copy.change("council.yaml", old, f"{old}thresholds:\n  rounding: {rounding}\n") + 1
    if rounding == 20:
        assert copy.load().council.thresholds.rounding == rounding
        return
    problem = copy.problem()
    assert place(problem) == ("council.yaml", line, "thresholds")
    assert "10 people would be shown as about 0" in str(problem)


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
@pytest.mark.parametrize(("length", "is_refused"), [(100, False), (101, True)])
def test_an_option_too_long_to_read_on_a_phone(
    copy: Copy, language: str, length: int, is_refused: bool
) -> None:
    path = copy.directory / PRIORITIES
    before, _, after = path.read_text("utf-8").partition(f"          {language}: ")
    rest = after.partition("\n")[2]
    path.write_text(f"{before}          {language}: {'ś' * length}\n{rest}", "utf-8")
    line = before.count("\n") + 1
    if not is_refused:
        assert copy.load().consultations
        return
    problem = copy.problem()
    assert place(problem) == (PRIORITIES, line, f"questions[0].options[0].label.{language}")
    assert problem.expected == "expected at most 100 characters in an option"
    assert problem.found == f"101 in {language}"
