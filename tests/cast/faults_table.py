"""Writes the table of docs/operations.md: each fault by number, its tests and their results.

``python tests/cast/faults_table.py REPORT.xml docs/operations.md`` writes it between two marker
comments, from the report of a test run (pytest's --junitxml).
"""

from __future__ import annotations

import ast
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

BEGIN = "<!-- faults: written by `make operations` -->"
END = "<!-- end of faults -->"
TESTS = Path(__file__).parents[1]
NUMBERED = re.compile(r"test_fault_0?(\d+)_")
LATER = "comes later"

FAULTS: Mapping[int, str] = {
    1: "Killed after an update is stored, before its effect",
    2: "Killed after the effect, before the reply",
    3: "Killed after a message was sent, before that is recorded",
    4: "Killed half way through a broadcast",
    5: "Killed while an export is made",
    6: "Asked to stop",
    7: "The database is away for five minutes",
    8: "The database restarts",
    9: "The database is locked",
    10: "The disk is full",
    11: "A second instance",
    12: "A schema newer or older than the code",
    13: "The clock jumps, or goes back an hour in autumn",
    14: "Down when something was due",
    15: "Restored from a backup",
    16: "Telegram answers: too fast, try again later",
    17: "No response, though the message arrived",
    18: "No connection for ten minutes",
    19: "Blocked, or the account is gone",
    20: "Removed from a group",
    21: "A group becomes a large group with another number",
    22: "Telegram cannot parse a message's formatting",
    23: "Nothing to change, too old, or gone",
    24: "The token is revoked",
    25: "Too long for Telegram",
    26: "A broadcast is changed or cancelled while it is being sent",
    27: "Send tapped twice, or two approvers at once",
    28: "A page of HTML where an API response was expected",
    29: "The same update twice",
    30: "Updates out of order",
    31: "An unreadable update",
    32: "An old button of something that has closed",
    33: "Two quick taps",
    34: "A photo, a voice message or an edit where a choice was asked",
    35: "Hostile text",
    36: "Back after three days",
    37: "Five hundred updates from one account",
    38: "A forged or oversized post to the web door",
    39: "An invite that is guessed, expired or already used",
    40: "A staff button that is forged, passed on or stale",
    41: "Staff outside their wards",
    42: "Personal information in a group",
    43: "Numbers small enough to point at somebody",
    44: "Publicity before an election",
    45: "Somebody is forgotten while a broadcast is being sent",
    46: "A file that is a decompression bomb, or half wrong",
    47: "An export opened in a spreadsheet",
    48: "Somebody writes that they are in danger",
}
ROOMS: Mapping[int, str] = {
    14: "scheduled messages",
    20: "groups",
    21: "groups",
    26: "editing a broadcast while it is sent",
    27: "editing a broadcast while it is sent",
    **dict.fromkeys((39, 40, 41), "the review of staff's rights"),
    42: "groups",
    43: "publishing results",
    44: "the pre-election hold",
    45: "the review of staff's rights",
    46: "importing",
    47: "importing",
}
"""The later feature in which a fault without a test belongs."""


def numbered_tests() -> dict[int, list[tuple[str, str]]]:
    """The (file, function) pairs of each fault's tests, in the order of their names."""
    found: dict[int, list[tuple[str, str]]] = {}
    for file in sorted(TESTS.rglob("test_*.py")):
        text = file.read_text("utf-8")
        if "test_fault_" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                number = NUMBERED.match(node.name)
                if number:
                    named = (file.relative_to(TESTS.parent).as_posix(), node.name)
                    found.setdefault(int(number[1]), []).append(named)
    return {number: sorted(set(named)) for number, named in sorted(found.items())}


def what_happens(number: int, tests: list[tuple[str, str]]) -> str:
    """The first paragraph of the fault's own test file, or else its title in FAULTS."""
    for file, _ in tests:
        if NUMBERED.match(Path(file).name):
            text = (TESTS.parent / file).read_text("utf-8")
            first = (ast.get_docstring(ast.parse(text)) or "").partition("\n\n")[0]
            if first:
                return " ".join(first.split()).rstrip(".")
    return FAULTS[number]


def results(report: Path) -> dict[str, str]:
    """The result of each test function: passed, skipped or failed, the worst of its cases."""
    worst = {"passed": 0, "skipped": 1, "failed": 2}
    found: dict[str, str] = {}
    for case in ET.parse(report).iter("testcase"):
        name = (case.get("name") or "").partition("[")[0]
        kinds = {child.tag for child in case}
        one = "failed" if kinds & {"failure", "error"} else "passed"
        one = "skipped" if "skipped" in kinds else one
        found[name] = max(found.get(name, "passed"), one, key=worst.__getitem__)
    return found


def table(outcome: Mapping[str, str]) -> str:
    """The whole table, one row per fault."""
    lines = ["| fault | what happens | tests | result |", "|---|---|---|---|"]
    tests = numbered_tests()
    for number in FAULTS:
        mine = tests.get(number, [])
        names = "<br>".join(f"`{name}`" for _, name in mine)
        said = {outcome.get(name, "not run") for _, name in mine}
        result = ", ".join(sorted(said)) if mine else f"{LATER}, with {ROOMS.get(number, 'more')}"
        lines.append(f"| {number} | {what_happens(number, mine)} | {names} | {result} |")
    return "\n".join(lines)


def put(page: str, between: str) -> str:
    """The page with ``between`` written between its marker comments."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{between}\n{END}{after}"


def main(report: str, page: str) -> None:
    """Write the table into the page."""
    path = Path(page)
    path.write_text(put(path.read_text("utf-8"), table(results(Path(report)))), "utf-8")
    numbers = numbered_tests()
    sys.stdout.write(f"{page}: {len(numbers)} of {len(FAULTS)} faults have tests.\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
