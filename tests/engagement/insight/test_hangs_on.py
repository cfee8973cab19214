"""Which answers lead to a branch, by its condition."""

from __future__ import annotations

import pytest

from content.schema.consultation import Consultation
from engagement.insight.hangs_on import Branch, Leads, branch_of

QUESTIONS = [
    {"key": "drive", "kind": "yes_no", "text": "Drive?", "also": ["prefer_not_to_say"]},
    {
        "key": "days",
        "kind": "number",
        "text": "How often?",
        "number": {"lowest": 0, "highest": 7, "bands": [0, 3, 6]},
        "relevant": "${drive} = 'yes'",
    },
    {
        "key": "ways",
        "kind": "several",
        "text": "How?",
        "options": [{"key": "bus", "label": "Bus"}, {"key": "bike", "label": "Bike"}],
    },
    {
        "key": "easy",
        "kind": "scale",
        "text": "Easy?",
        "scale": {"lowest_label": "Hard", "highest_label": "Easy"},
    },
]


def of(condition: str) -> Branch | None:
    last = {"key": "last", "kind": "text", "text": "Why?", "relevant": condition}
    found = Consultation.model_validate(
        {
            "slug": "drive",
            "title": "Driving",
            "purpose": "To learn.",
            "can_change": "Everything.",
            "decided_by": "The Board.",
            "opens_at": "2022-09-01T09:00:00+01:00",
            "closes_at": "2022-10-05T17:00:00+01:00",
            "hear_by": "2022-11-11",
            "minutes": 3,
            "questions": [*QUESTIONS, last],
            "source": "Made up",
        }
    )
    return branch_of(found, found.question("last"))


def keys(*names: str) -> frozenset[str]:
    return frozenset(names)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("${drive} = 'yes'", Branch("drive", keys("yes"))),
        (
            "${drive} != 'yes'",
            Branch("drive", keys("no", "prefer_not_to_say"), unanswered=Leads.ALWAYS),
        ),
        ("${drive} != ''", Branch("drive", keys("yes", "no", "prefer_not_to_say"), every=True)),
        ("${days} > 2", Branch("days", keys("3", "6"))),
        ("${days} > 4", Branch("days", keys("6"), keys("3"))),
        ("${drive} = 'yes' and ${days} > 2", Branch("days", keys("3", "6"))),
        ("selected(${ways}, 'bus')", Branch("ways", keys("bus"))),
        (
            "selected(${ways}, 'bus') and selected(${ways}, 'bike')",
            Branch("ways", keys(), keys("bus", "bike")),
        ),
        (
            "${drive} = 'no' and ${easy} < 3",
            Branch("easy", keys(), keys("1", "2")),
        ),
        (
            "${drive} = 'no' or ${easy} < 3",
            Branch("easy", keys("1", "2"), keys("3", "4", "5"), unanswered=Leads.SOMETIMES),
        ),
        (
            "${drive} = 'no' and selected(${ways}, 'bus')",
            Branch("ways", keys(), keys("bus", "bike")),
        ),
    ],
)
def test_each_answer_leads_to_it_always_sometimes_or_never(
    condition: str, expected: Branch
) -> None:
    assert of(condition) == expected


def test_a_condition_after_several_choices_is_not_worked_out() -> None:
    found = of("selected(${ways}, 'bus') and ${easy} < 3")
    assert found is not None
    assert (found.parent, found.always, found.unanswered) == ("easy", keys(), Leads.SOMETIMES)
    assert found.sometimes == keys("1", "2", "3", "4", "5")
