"""Conditions and bands that can't be meant: each is told with its file, line and field."""

import shutil
from pathlib import Path

import pytest
from council_copy import Copy, place

from content.schema.consultation import QuestionKind

CROSSING = Path(__file__).parents[1] / "data" / "consultations" / "crossing.yaml"
FILE = "consultations/crossing.yaml"


@pytest.fixture
def crossing(copy: Copy) -> Copy:
    shutil.copy(CROSSING, copy.directory / FILE)
    return copy


ASKED = "relevant: ${crosses} = 'yes' and ${often} > 2"
FILTER = "choice_filter: end = ${end} or end = 'both'"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("${corsses} = 'yes'", "there is no question corsses"),
        ("${easy} = 3", "easy is asked later, or is this one"),
        ("${since} != ''", "since is asked later, or is this one"),
        ("${crosses} = 'maybe'", "= or != with the key of one of its options"),
        ("${crosses} > 'yes'", "= or != with the key of one of its options"),
        ("${crosses} = 1", "= or != with the key of one of its options"),
        ("${often} = 'three'", "a whole number"),
        ("${crosses_reason} = 'Because'", "is not in people's own words"),
        ("${crosses_reason} != ''", "is not in people's own words"),
        ("${matters} = 'safe'", "selected()"),
        ("selected(${matters}, 'sfae')", "expected the key of an option of matters, not 'sfae'"),
        ("selected(${nothing}, 'a')", "there is no question nothing"),
        ("${often} > ''", "expected = or != before ''"),
        ("end = 'north'", "marks are only for choice_filter"),
        ("3 = 3", "expected an answer or a mark on one side"),
        ("not(${crosses} = 'yes' or ${often} = 'three')", "a whole number"),
        ("${crosses} =", "it can't be read from character 12 on"),
        ("${often} > 7", "nobody would be asked this"),
        ("${often} < 0", "nobody would be asked this"),
        ("${crosses} = 'yes' and ${crosses} = 'no'", "nobody would be asked this"),
    ],
)
def test_a_branch_that_cannot_be_meant(crossing: Copy, condition: str, expected: str) -> None:
    line = crossing.change(FILE, ASKED, f'relevant: "{condition}"')
    problem = crossing.problem()
    assert place(problem) == (FILE, line, "questions[5].relevant")
    assert expected in problem.expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("ned = ${end}", "expected a mark that an option of this question has, not ned"),
        ("end = 'nroth'", "expected a value that an option is marked with, not 'nroth'"),
    ],
)
def test_a_filter_on_marks_that_are_not_there(
    crossing: Copy, condition: str, expected: str
) -> None:
    line = crossing.change(FILE, FILTER, f"choice_filter: {condition}")
    problem = crossing.problem()
    assert place(problem) == (FILE, line, "questions[3].choice_filter")
    assert problem.expected == expected


@pytest.mark.parametrize("condition", ["${often} > 6", "${often} <= 0", "${since} > '2030-01-01'"])
def test_a_branch_that_somebody_may_take(crossing: Copy, condition: str) -> None:
    crossing.change(FILE, ASKED, "relevant: ${crosses} = 'yes'")
    crossing.change(FILE, "  - key: easy\n", f'  - key: easy\n    relevant: "{condition}"\n')
    assert crossing.load().consultations["crossing"].question("easy").relevant == condition


@pytest.mark.parametrize("marks", [", marks: { end: North }", ""])
def test_a_misspelt_or_forgotten_mark(crossing: Copy, marks: str) -> None:
    """The option was offered to nobody, and the check found no mistakes."""
    crossing.change(FILE, ", marks: { end: north }", marks)
    which = "    text: Which end"
    crossing.change(FILE, which, f"    required: true\n{which}")
    problem = crossing.problem()
    assert problem.field == "questions[3].choice_filter"
    assert "school never is" in problem.expected


def test_a_forgotten_mark_where_the_question_can_be_skipped(crossing: Copy) -> None:
    crossing.change(FILE, ", marks: { end: north }", "")
    warning = "crossing: school of place is offered only to who skips end. Are its marks right?"
    assert warning in crossing.load().warnings


def test_somebody_left_without_a_choice(crossing: Copy) -> None:
    """Who skipped was offered one answer of four, or none: nothing said so."""
    warnings = crossing.load().warnings
    assert (
        "crossing: who skips end is offered 1 of the 4 options of place, and has no choice"
        in warnings
    )
    crossing.change(FILE, FILTER, "choice_filter: end = ${end}")
    crossing.change(FILE, "{ end: both }", "{ end: south }")
    warnings = crossing.load().warnings
    assert "crossing: who skips end is offered 0 of the 4 options of place, and isn't asked it" in (
        warnings
    )
    assert not [w for w in warnings if "answers end with south" in w]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [("${since} > '1 May'", "a day such as '2022-10-01'"), ("${since} > '2010-01-01'", None)],
)
def test_a_day_in_a_condition_is_written_year_first(
    crossing: Copy, condition: str, expected: str | None
) -> None:
    crossing.change(FILE, "  - key: easy\n", f'  - key: easy\n    relevant: "{condition}"\n')
    if expected is None:
        assert crossing.load().consultations["crossing"].question("easy").relevant == condition
    else:
        assert expected in crossing.problem().expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("bands: [0, 3, 6]", "bands: [1, 3]", "at least 2 bands are expected"),
        ("bands: [0, 3, 6]", "bands: [0, 6, 3]", "at least 2 bands are expected"),
        ("bands: [0, 3, 6]", "bands: [0]", "at least 2 bands are expected"),
        ("bands: [0, 3, 6]", "bands: [0, 3, 8]", "at least 2 bands are expected"),
        ("highest: 7, ", "highest: 0, ", "highest is expected to be more than lowest"),
        ("latest: 2022-10-05", "latest: 1990-01-01", "latest is expected to be after earliest"),
        ("kind: number", "kind: text", "number is expected for a question of kind number"),
        ("kind: date", "kind: text", "days is expected for a question of kind date"),
        ("also: [disagree_with_question]", "also: [not_sure]", "expected one of"),
        ("kind: yes_no", "kind: yes_no\n    options: []\n    max_choices: 2", "max_choices"),
        ("kind: yes_no", "kind: single", "at least 2 options are expected"),
        ("also: [disagree_with_question]", "choice_filter: end = 'a'", "only for a question with"),
    ],
)
def test_a_question_that_does_not_fit_its_kind(
    crossing: Copy, old: str, new: str, expected: str
) -> None:
    crossing.change(FILE, old, new)
    assert expected in crossing.problem().expected


def test_options_of_our_own_do_not_stand_beside_those_of_yes_and_no(crossing: Copy) -> None:
    options = "options: [{ key: a, label: A }, { key: b, label: B }]"
    crossing.change(FILE, "kind: yes_no", f"kind: yes_no\n    {options}")
    assert "no options are expected" in crossing.problem().expected


def test_what_is_written_in_short_becomes_plain_questions(crossing: Copy) -> None:
    crosses, reason, *_ = crossing.load().consultations["crossing"].questions
    assert crosses.kind is QuestionKind.SINGLE
    assert [option.label.say("ur") for option in crosses.options] == ["ہاں", "نہیں"]
    assert (reason.key, reason.kind) == ("crosses_reason", QuestionKind.TEXT)
    assert reason.relevant == "${crosses} != ''"


def test_a_version_that_is_stored_is_read_back_the_same(crossing: Copy) -> None:
    found = crossing.load().consultations["crossing"]
    again = type(found).model_validate(found.model_dump(mode="json"))
    assert again == found
    assert again.model_dump_json() == found.model_dump_json()


def test_consultations_of_before_keep_their_hash(crossing: Copy) -> None:
    """Fields that came later are in no version that doesn't use them."""
    stored = crossing.load().consultations["local-priorities"].model_dump(mode="json")
    later = {"number", "days", "relevant", "choice_filter", "also", "reason", "reason_for"}
    for question in stored["questions"]:
        assert not later & question.keys()
        assert not any("marks" in option for option in question["options"])
