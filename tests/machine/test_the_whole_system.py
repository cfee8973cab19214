"""The whole system under everything at once: people, staff, a bad Telegram, the clock, crashes.

Hypothesis draws the steps (``machine_rules``); the invariants stand in ``machine_invariants``, what
they are compared with in ``machine_model``, and how a process dies in ``machine_town``.

Not covered here: PostgreSQL, the webhook, several languages, reloads and new boundaries,
invitations and outcomes, two processes at once, a database that is away, typed numbers and moves.
Where those are tested is told in docs/operations.md.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from machine_base import FAULTS, POINTS, RULES
from machine_rules import Machine
from machine_town import COUNTED, Template, template

from content.library import Library

STEPS = 30
TOWNS = int(os.environ.get("TOWNS", "100"))
"""Each run draws others, so many runs see many. `make towns` draws more at once."""
MOST_MORE = 16


@pytest.fixture(scope="module")
def town(buckinghamshire: Library, tmp_path_factory: pytest.TempPathFactory) -> Template:
    folder: Path = tmp_path_factory.mktemp("town")
    Machine.template = asyncio.run(template(buckinghamshire, folder))
    COUNTED.clear()
    return Machine.template


def _run(examples: int, *, derandomize: bool) -> None:
    chosen = settings(
        max_examples=examples,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=derandomize,
        database=None,
        print_blob=True,
        suppress_health_check=[*HealthCheck],
        phases=[Phase.generate, Phase.shrink],
    )
    run_state_machine_as_test(Machine, settings=chosen)


AT_THE_GATE = (
    "waits: budget",
    "waits: election",
    "came at night: urgent",
    "came by day: correction",
    "came, of 3 a week",
    "cancelled: not-wanted",
)
"""What the gate does, each of which some town must see."""


def _all_have_happened() -> bool:
    names = [f"rule {name}" for name in RULES] + [f"fault {kind}" for kind in FAULTS]
    names += AT_THE_GATE
    return all(COUNTED[name] for name in [*names, *(f"died {where}" for where in POINTS)])


def test_a_few_days_of_a_whole_town_add_up(town: Template) -> None:
    _run(10, derandomize=True)


@pytest.mark.long
def test_a_hundred_new_towns_add_up(town: Template, capsys: pytest.CaptureFixture[str]) -> None:
    COUNTED.clear()
    _run(TOWNS, derandomize=False)
    for _ in range(MOST_MORE):
        # Chance may leave out in a hundred towns what the next few have.
        if _all_have_happened():
            break
        _run(25, derandomize=False)
    with capsys.disabled():
        sys.stdout.writelines(f"\n{what} {n} times" for what, n in sorted(COUNTED.items()))
    assert not [name for name in RULES if not COUNTED[f"rule {name}"]]
    assert not [point for point in (*POINTS, "at once") if not COUNTED[f"died {point}"]]
    assert not [kind for kind in FAULTS if not COUNTED[f"fault {kind}"]]
    assert not [what for what in AT_THE_GATE if not COUNTED[what]]
