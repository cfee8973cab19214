"""Mistakes in what council.yaml says about asking people about themselves."""

from __future__ import annotations

import pytest
from council_copy import Copy, place

COUNCIL = "council.yaml"
WHOLE = """\
equality_questions:
  lawful_condition: Data Protection Act 2018, Schedule 1, paragraph 8
  policy_document: Appropriate policy document, 2027
  policy_link: https://www.example.gov.uk/policy
"""


def add(copy: Copy, lines: str) -> int:
    """Put ``lines`` before the contact; returns the number of the first."""
    return copy.change(COUNCIL, "contact:\n", f"{lines}contact:\n")


def without(field: str) -> str:
    return "".join(f"{line}\n" for line in WHOLE.splitlines() if f"  {field}:" not in line)


def test_a_council_names_its_condition_and_its_policy(copy: Copy) -> None:
    add(copy, WHOLE)
    ground = copy.load().council.equality_questions
    assert ground is not None
    assert ground.policy_document == "Appropriate policy document, 2027"


def test_left_out_nobody_is_asked(copy: Copy) -> None:
    assert copy.load().council.equality_questions is None


@pytest.mark.parametrize("field", ["lawful_condition", "policy_document"])
def test_without_a_condition_or_a_policy_it_is_refused(copy: Copy, field: str) -> None:
    line = add(copy, without(field))
    problem = copy.problem()
    assert place(problem) == (COUNCIL, line, f"equality_questions.{field}")
    assert problem.expected == "expected this field"


def test_a_link_to_the_policy_may_be_left_out(copy: Copy) -> None:
    add(copy, without("policy_link"))
    ground = copy.load().council.equality_questions
    assert ground is not None
    assert ground.policy_link is None


@pytest.mark.parametrize(
    "wrong",
    [
        WHOLE.replace("https://www.example.gov.uk/policy", "our website"),
        WHOLE.replace("https:", "http:"),
        WHOLE.replace("paragraph 8", "paragraph 8" * 40),
        WHOLE + "  asks: everybody\n",
        "equality_questions: yes\n",
    ],
)
def test_anything_else_is_refused(copy: Copy, wrong: str) -> None:
    add(copy, wrong)
    assert copy.problems()


def test_what_is_made_up_for_a_demo_is_marked(copy: Copy) -> None:
    add(copy, f"{WHOLE}  made_up: true\n")
    ground = copy.load().council.equality_questions
    assert ground is not None
    assert ground.made_up
