"""Which promises fit what a reader asks for, and whose news something is."""

from dataclasses import replace
from datetime import date

import pytest

from content.schema.plan import CommitmentStatus, Horizon, Plan
from engagement.broadcasts.audience import Audience, audience, is_news_for
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.plans.commitments import (
    Part,
    by_status,
    delivered_on,
    fitting,
    measures,
    next_report,
    parts,
)

ABBEY, BOOKER, IVER = "E05013120", "E05013131", "E05013150"


def made(slug: str, **more: object) -> dict[str, object]:
    return {"slug": slug, "text": f"We will do {slug}.", "source": "made up", **more}


PLAN = Plan.model_validate(
    {
        "slug": "lamps",
        "title": "Lamps",
        "published": "2022-01-01",
        "summary": "About lamps.",
        "source": "made up",
        "wards": [ABBEY, BOOKER],
        "themes": [{"slug": "streets", "name": "Streets"}, {"slug": "parks", "name": "Parks"}],
        "commitments": [
            made("lamps", theme="streets", status="under-way", measures=["Lamps that work."]),
            made("benches", wards=[ABBEY], horizon="medium-term", measures_of="lamps"),
            made(
                "paths",
                theme="streets",
                status="delivered",
                notes=[
                    {"on": "2022-03-01", "text": "Half.", "source": "made up"},
                    {"on": "2022-05-01", "text": "All.", "source": "made up"},
                ],
            ),
        ],
        "reporting": [
            {
                "body": "Cabinet",
                "report": "Progress",
                "rhythm": "half-yearly",
                "dates": ["2022-11-01", "2022-05-01"],
                "source": "made up",
            },
            {"body": "Board", "report": "News", "rhythm": "monthly", "source": "made up"},
        ],
    }
)


def slugs(**narrowed: object) -> list[str]:
    part = narrowed.pop("part", Part())
    return [c.slug for c in fitting(PLAN, part, **narrowed)]


def test_everything_comes_first_then_the_parts_that_hold_something() -> None:
    streets = PLAN.themes[0]
    assert parts(PLAN) == (Part(), Part(theme=streets), Part(horizon=Horizon.MEDIUM_TERM))


def test_promises_are_narrowed_by_part_ward_and_state() -> None:
    assert slugs() == ["lamps", "benches", "paths"]
    assert slugs(part=Part(theme=PLAN.themes[0])) == ["lamps", "paths"]
    assert slugs(wards=[BOOKER]) == ["lamps", "paths"]
    assert slugs(wards=[BOOKER, ABBEY]) == ["lamps", "benches", "paths"]
    assert slugs(wards=[IVER]) == []
    assert slugs(status=CommitmentStatus.DELIVERED) == ["paths"]


def test_a_plan_for_everywhere_is_for_every_ward() -> None:
    everywhere = PLAN.model_copy(update={"wards": ()})
    assert [c.slug for c in fitting(everywhere, Part(), wards=[IVER])] == ["lamps", "paths"]


def test_states_are_counted_in_their_order_and_empty_ones_left_out() -> None:
    assert list(by_status(PLAN.commitments).items()) == [
        (CommitmentStatus.PLANNED, 1),
        (CommitmentStatus.UNDER_WAY, 1),
        (CommitmentStatus.DELIVERED, 1),
    ]


@pytest.mark.parametrize(
    ("today", "on"), [("2022-01-01", "2022-05-01"), ("2022-05-02", "2022-11-01")]
)
def test_the_next_report_is_the_first_dated_one_from_today(today: str, on: str) -> None:
    found = next_report(PLAN, date.fromisoformat(today))
    assert found is not None
    assert found[0] == date.fromisoformat(on)


def test_after_the_last_date_no_report_is_next() -> None:
    assert next_report(PLAN, date(2023, 1, 1)) is None


def test_a_promise_was_kept_on_the_day_of_its_last_note() -> None:
    lamps, _, paths = PLAN.commitments
    assert delivered_on(paths) == date(2022, 5, 1)
    assert delivered_on(lamps) is None


@pytest.mark.parametrize(
    ("wards", "themes", "theme", "expected"),
    [
        ([ABBEY], [], "streets", True),
        ([ABBEY], ["parks"], "streets", False),
        ([ABBEY], ["streets", "parks"], "streets", True),
        ([ABBEY], ["parks"], None, True),
        ([IVER], [], None, False),
        ([IVER, ABBEY], [], None, True),
    ],
)
def test_news_is_for_one_s_wards_and_themes(
    wards: list[str], themes: list[str], theme: str | None, expected: bool
) -> None:
    found = is_news_for([ABBEY, BOOKER], theme, wards=wards, themes=themes)
    assert found is expected


def test_questions_go_to_those_who_live_there_and_news_to_followers_too() -> None:
    wards = [ABBEY]
    lives_there = Audience((ABBEY,))
    assert audience(BroadcastKind.INVITATION, wards, None) == lives_there
    assert audience(BroadcastKind.NEW_WARDS, wards, None) == replace(lives_there, as_one=True)
    news = Audience((ABBEY,), theme="streets", followers=True)
    assert audience(BroadcastKind.UPDATE, wards, "streets") == news
    assert audience(BroadcastKind.OUTCOME, wards, None).followers


def test_measures_are_a_promise_s_own_or_those_it_shares() -> None:
    lamps, benches, paths = (measures(PLAN, promise) for promise in PLAN.commitments)
    assert lamps == benches
    assert len(lamps.lines) == 1
    assert lamps.lines == PLAN.commitments[0].measures
    assert lamps.shared_by == 2
    assert (paths.lines, paths.shared_by) == ((), 1)
