"""A plan that names what is not there, or claims more than it shows, is told where."""

from __future__ import annotations

import pytest
from council_copy import Copy, place

CORPORATE_PLAN = "plans/corporate-plan.yaml"
LEVELLING_UP = "plans/levelling-up.yaml"
BLEED_KITS = "  - slug: bleed-kits\n"
DELIVERED = "    status: delivered\n"
NOTE = "    notes:\n      - {on: 2024-03-01, text: Ten boxes are up., source: Cabinet paper}\n"


def test_a_priority_that_is_not_there(northern_copy: Copy) -> None:
    old = "    theme: active-lives\n    priority: adult-social-care\n"
    path = northern_copy.directory / CORPORATE_PLAN
    before = path.read_text("utf-8")
    path.write_text(before.replace(old, old.replace("adult-social-care", "dentists"), 1), "utf-8")
    problem = northern_copy.problem()
    line = before.split(old)[0].count("\n") + 2
    assert place(problem) == (CORPORATE_PLAN, line, "commitments[0].priority")
    assert str(problem).endswith(
        'expected the slug of a priority of the commitment\'s theme, found "dentists"'
    )


def test_a_priority_of_another_theme(northern_copy: Copy) -> None:
    path = northern_copy.directory / CORPORATE_PLAN
    old, new = "    priority: adult-social-care\n", "    priority: homes\n"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert northern_copy.problem().field == "commitments[0].priority"


def test_a_priority_without_a_theme(northern_copy: Copy) -> None:
    northern_copy.change(LEVELLING_UP, BLEED_KITS, f"{BLEED_KITS}    priority: homes\n")
    assert northern_copy.problem().field == "commitments[3].priority"


@pytest.mark.parametrize("wrong", ["street-scene", "nowhere"])
def test_measures_of_a_commitment_that_has_none(northern_copy: Copy, wrong: str) -> None:
    line = northern_copy.change(LEVELLING_UP, BLEED_KITS, f"{BLEED_KITS}    measures_of: {wrong}\n")
    problem = northern_copy.problem()
    assert place(problem) == (LEVELLING_UP, line + 1, "commitments[3].measures_of")
    assert (
        problem.expected == "expected the slug of a commitment of this plan that has the measures"
    )


def test_a_theme_slug_that_another_plan_has(northern_copy: Copy) -> None:
    theme = "themes:\n  - {slug: proud-place, name: Pride}\nplaces:\n"
    northern_copy.change(LEVELLING_UP, "places:\n", theme)
    assert northern_copy.problem().field == "themes[0].slug"


def test_a_rhythm_nobody_knows(northern_copy: Copy) -> None:
    line = northern_copy.change(LEVELLING_UP, "rhythm: monthly", "rhythm: weekly")
    problem = northern_copy.problem()
    assert place(problem) == (LEVELLING_UP, line, "reporting[0].rhythm")
    assert problem.found == '"weekly"'


def test_a_day_of_reporting_that_is_no_day(northern_copy: Copy) -> None:
    line = northern_copy.change(LEVELLING_UP, "dates: [2024-01-18]", "dates: [June 2024]")
    problem = northern_copy.problem()
    assert place(problem) == (LEVELLING_UP, line, "reporting[2].dates[0]")
    assert problem.expected == "expected a date such as 2022-09-30"


@pytest.mark.parametrize("field", ["body", "report", "rhythm", "source"])
def test_a_line_of_the_calendar_says_who_what_how_often_and_where_from(
    northern_copy: Copy, field: str
) -> None:
    northern_copy.change(
        LEVELLING_UP,
        "reporting:\n",
        "reporting:\n"
        + "".join(
            f"  {'-' if at == 0 else ' '} {name}: {value}\n"
            for at, (name, value) in enumerate(_without(field).items())
        ),
    )
    problem = northern_copy.problem()
    assert problem.field == f"reporting[0].{field}"
    assert str(problem).endswith("expected this field, found nothing")


def _without(field: str) -> dict[str, str]:
    whole = {"body": "Cabinet", "report": "Progress", "rhythm": "yearly", "source": "Page 1"}
    return {name: value for name, value in whole.items() if name != field}


def test_delivered_without_a_day_is_not_believed(northern_copy: Copy) -> None:
    line = northern_copy.change(LEVELLING_UP, BLEED_KITS, BLEED_KITS + DELIVERED)
    problem = northern_copy.problem()
    assert place(problem) == (LEVELLING_UP, line, "commitments[3]")
    assert problem.expected == "notes are expected with the day on which it was delivered"


def test_changed_without_saying_why_is_not_believed(northern_copy: Copy) -> None:
    changed = DELIVERED.replace("delivered", "changed")
    northern_copy.change(LEVELLING_UP, BLEED_KITS, BLEED_KITS + changed)
    assert northern_copy.problem().expected == "notes are expected that say why it was changed"


def test_delivered_with_a_note_is_believed(northern_copy: Copy) -> None:
    northern_copy.change(LEVELLING_UP, BLEED_KITS, BLEED_KITS + DELIVERED + NOTE)
    (plan,) = (p for p in northern_copy.load().plans if p.slug == "levelling-up")
    (note,) = plan.commitments[3].notes
    assert note.on.isoformat() == "2024-03-01"
    assert note.text.say("pl") == "Ten boxes are up."
