"""What Buckinghamshire's files say, against the report to Cabinet they were written from."""

from __future__ import annotations

from content.library import Library
from content.schema.plan import Rhythm


def test_the_ten_wards_have_125_827_people(buckinghamshire: Library) -> None:
    assert sum(ward.population or 0 for ward in buckinghamshire.plan_wards) == 125_827


def test_only_the_ten_wards_have_an_area(buckinghamshire: Library) -> None:
    areas: dict[str, int] = {}
    for ward in buckinghamshire.wards.values():
        if ward.area:
            areas[ward.area] = areas.get(ward.area, 0) + 1
    assert areas == {"High Wycombe": 6, "Aylesbury": 3, "Chesham": 1}


def test_a_ward_has_the_area_of_its_board(buckinghamshire: Library) -> None:
    for board in buckinghamshire.boards:
        assert {buckinghamshire.wards[code].area for code in board.wards} == {board.area}


def test_the_five_themes_have_the_report_s_names(buckinghamshire: Library) -> None:
    assert [theme.name.say("en") for theme in buckinghamshire.themes] == [
        "Education and Skills",
        "Jobs and career opportunities",
        "Quality of our Public Realm",
        "Standard of living",
        "Health and Wellbeing",
    ]


def test_every_commitment_names_its_paragraph_and_none_a_theme(buckinghamshire: Library) -> None:
    (plan,) = buckinghamshire.plans
    assert len(plan.commitments) == 12
    for commitment in plan.commitments:
        assert "paragraph" in commitment.source
        assert commitment.theme is None
        assert commitment.horizon is None
        assert commitment.measures == ()


def test_cabinet_hears_every_six_months_and_no_day_is_invented(buckinghamshire: Library) -> None:
    (plan,) = buckinghamshire.plans
    (report,) = plan.reporting
    assert report.body.say("en") == "Cabinet"
    assert report.rhythm is Rhythm.HALF_YEARLY
    assert report.dates == ()
    assert report.note is not None
    assert "November 2022" in report.note.say("en")
    assert plan.dated_reports == ()
