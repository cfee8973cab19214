"""docs/operations.md: its table names exactly the tests there are, and every kind of fault."""

import re

from faults_table import BEGIN, END, FAULTS, LATER, numbered_tests, put, results, table
from the_pages import read, rows

PAGE = read("docs/operations.md")


def listed() -> list[list[str]]:
    return rows(PAGE[PAGE.index(BEGIN) : PAGE.index(END)])


def test_every_fault_is_a_row_and_no_row_is_twice() -> None:
    assert [int(row[0]) for row in listed()] == list(FAULTS)


def test_each_row_names_exactly_the_tests_that_bear_its_number() -> None:
    named = {int(row[0]): re.findall(r"`(test_\w+)`", row[2]) for row in listed()}
    there = {number: [name for _, name in tests] for number, tests in numbered_tests().items()}
    assert {number: names for number, names in named.items() if names} == there


def test_a_fault_without_a_test_says_that_it_comes_later_and_no_other_does() -> None:
    for row in listed():
        assert row[3].startswith(LATER) == (not row[2]), row[0]


def test_no_row_stands_there_with_a_failure() -> None:
    assert {row[3] for row in listed() if row[2]} <= {"passed", "skipped", "passed, skipped"}


def test_the_table_is_written_from_the_report_of_a_run(tmp_path) -> None:
    report = tmp_path / "report.xml"
    first, *others = [name for _, name in numbered_tests()[1]]
    well = "".join(f'<testcase name="{name}"/>' for name in others)
    report.write_text(
        f'<testsuite>{well}<testcase name="{first}[a]"/><testcase name="{first}[b]">'
        '<failure message="no"/></testcase></testsuite>'
    )
    assert results(report) == {first: "failed", **dict.fromkeys(others, "passed")}
    row = next(line for line in table(results(report)).splitlines() if line.startswith("| 1 "))
    assert row.endswith(f"| {'failed, passed' if others else 'failed'} |")
    assert put(f"a\n{BEGIN}\nold\n{END}\nb", "new") == f"a\n{BEGIN}\nnew\n{END}\nb"
