"""Checks that the guards `make guards` removes are there, and that every tested fault has one."""

import re
from pathlib import Path

import pytest
from faults_table import NUMBERED
from guards import GUARDS, Guard
from guards_by_test import BY_TEST

ROOT = Path(__file__).parents[2]
EACH = [(which, guard) for which, guards in [*GUARDS.items(), *BY_TEST.items()] for guard in guards]


@pytest.mark.parametrize("guard", [g for _, g in EACH], ids=[f"{n} {g.what}" for n, g in EACH])
def test_the_guards_code_is_in_its_file(guard: Guard) -> None:
    assert (ROOT / guard.file).read_text().count(guard.code) == 1
    assert guard.without != guard.code


def test_every_fault_with_tests_has_a_guard() -> None:
    names = [
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"def (test_fault_\w+)", file.read_text())
    ]
    tried = {int(found[1]) for name in names if (found := NUMBERED.match(name))}
    assert tried
    assert tried - GUARDS.keys() == set()


@pytest.mark.parametrize("test", BY_TEST)
def test_the_test_of_a_guard_exists(test: str) -> None:
    file, _, name = test.partition("::")
    assert f"def {name}(" in (ROOT / file).read_text()
