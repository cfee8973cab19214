"""Mistakes in what council.yaml says about sending and about elections."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from council_copy import Copy, place

from content.library import load

COUNCIL = "council.yaml"
HOLD = """\
holds:
  - from: 2027-03-22
    until: 2027-05-06
    wards: [E05013131]
    reason: By-election
    source: Notice of election
"""


def add(copy: Copy, lines: str) -> int:
    """Put ``lines`` before the contact; returns the number of the first."""
    return copy.change(COUNCIL, "contact:\n", f"{lines}contact:\n")


def test_a_council_may_let_more_through_and_name_its_elections(copy: Copy) -> None:
    add(copy, "sending:\n  messages_a_week: 3\n" + HOLD)
    council = copy.load().council
    (hold,) = council.holds
    assert council.sending.messages_a_week == 3
    assert (hold.first_day, hold.last_day) == (date(2027, 3, 22), date(2027, 5, 6))
    assert hold.is_for("E05013131")
    assert not hold.is_for("E05013120")


def test_a_council_that_sets_nothing_sends_one_message_a_week_and_holds_none(copy: Copy) -> None:
    council = copy.load().council
    assert (council.sending.messages_a_week, council.holds) == (1, ())


def test_all_is_every_ward(copy: Copy) -> None:
    add(copy, HOLD.replace("[E05013131]", "all"))
    assert copy.load().council.holds[0].is_for("E05013120")


@pytest.mark.parametrize("number", ["0", "51", "-1", "many"])
def test_no_message_at_all_or_too_many_a_week(copy: Copy, number: str) -> None:
    line = add(copy, f"sending:\n  messages_a_week: {number}\n") + 1
    assert place(copy.problem()) == (COUNCIL, line, "sending.messages_a_week")


def test_a_hold_that_ends_before_it_begins(copy: Copy) -> None:
    line = add(copy, HOLD.replace("2027-05-06", "2027-03-21")) + 1
    problem = copy.problem()
    assert place(problem) == (COUNCIL, line, "holds[0]")
    assert problem.expected == "expected until to be no earlier than from"


def test_a_hold_of_one_day(copy: Copy) -> None:
    add(copy, HOLD.replace("2027-05-06", "2027-03-22"))
    assert copy.load().council.holds[0].last_day == date(2027, 3, 22)


@pytest.mark.parametrize("wards", ["[]", "some", "E05013131"])
def test_a_hold_for_no_ward(copy: Copy, wards: str) -> None:
    line = add(copy, HOLD.replace("[E05013131]", wards)) + 3
    problem = copy.problem()
    assert place(problem) == (COUNCIL, line, "holds[0].wards")
    assert problem.expected == "expected all, or a list of ward codes"


def test_a_hold_for_a_ward_that_is_not_there(copy: Copy) -> None:
    line = add(copy, HOLD.replace("E05013131", "E05019999")) + 3
    problem = copy.problem()
    assert place(problem) == (COUNCIL, line, "holds[0].wards[0]")
    assert problem.expected == "expected a ward code of wards.yaml"


@pytest.mark.parametrize("field", ["from", "until", "wards", "reason", "source"])
def test_a_hold_without_its_dates_its_wards_or_its_source(copy: Copy, field: str) -> None:
    kept = [line for line in HOLD.splitlines() if not line.strip(" -").startswith(f"{field}:")]
    text = "\n".join(kept).replace("    until", "  - until", 1 if field == "from" else 0) + "\n"
    add(copy, text)
    problem = copy.problem()
    assert problem.field == f"holds[0].{field}"
    assert problem.expected == "expected this field"


OPENS = "2022-09-05"


@pytest.mark.parametrize(
    ("first", "last", "wards", "refused"),
    [
        ("2022-09-05", "2022-09-05", "all", True),
        ("2022-09-05", "2022-10-01", "[E05013120]", True),
        ("2022-08-01", "2022-09-05", "[E05013120]", True),
        ("2022-09-06", "2022-10-01", "all", False),
        ("2022-08-01", "2022-09-04", "all", False),
        ("2022-09-05", "2022-09-05", "[E05013121]", False),
    ],
)
def test_a_consultation_that_opens_before_an_election_in_its_wards(
    copy: Copy, first: str, last: str, wards: str, refused: bool
) -> None:
    hold = HOLD.replace("2027-03-22", first).replace("2027-05-06", last)
    add(copy, hold.replace("[E05013131]", wards))
    if not refused:
        copy.load()
        return
    problem = copy.problem()
    assert (problem.file, problem.field) == ("consultations/local-priorities.yaml", "opens_at")
    days = f"{first} to {last}"
    assert problem.expected == f"expected a day that isn't in the hold before an election, {days}"
    assert problem.found == f'"{OPENS}"'


def test_confirmations_of_a_day_to_come_are_named(copy: Copy) -> None:
    slip = "{by: Anna, on: 2062-11-20}"
    add(copy, f"language_checks:\n  ur: {slip}\nanyone_may_answer: {slip}\n")
    warnings = load(copy.directory, datetime(2026, 11, 30, tzinfo=UTC)).warnings
    assert [line.partition(" on ")[0] for line in warnings if "20 November 2062" in line] == [
        "language_checks: ur was checked",
        "anyone_may_answer was confirmed",
    ]


@pytest.mark.parametrize(("until", "named"), [("2027-05-10", False), ("2072-05-06", True)])
def test_a_hold_too_long_for_an_election_is_named(copy: Copy, until: str, named: bool) -> None:
    add(copy, HOLD.replace("2027-05-06", until))
    warnings = load(copy.directory, datetime(2026, 11, 30, tzinfo=UTC)).warnings
    assert any("days long. Is the year right?" in line for line in warnings) == named


@pytest.mark.parametrize(("day", "named"), [(21, False), (22, True)])
def test_a_hold_that_has_begun_is_named(copy: Copy, day: int, named: bool) -> None:
    add(copy, HOLD)
    warnings = load(copy.directory, datetime(2027, 3, day, 12, tzinfo=UTC)).warnings
    line = "a hold before an election is in force until 6 May 2027, in the wards E05013131: "
    assert any(one.startswith(line) for one in warnings) == named
