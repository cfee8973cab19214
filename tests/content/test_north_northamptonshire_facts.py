"""What North Northamptonshire's files say, where no document is needed to see it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from content.library import Library, council_directory
from content.schema.consultation import QuestionKind
from content.schema.plan import CommitmentStatus, Horizon, Plan, Rhythm
from engagement.plans.commitments import measures


def plan(library: Library, slug: str) -> Plan:
    (found,) = (plan for plan in library.plans if plan.slug == slug)
    return found


@pytest.fixture
def levelling_up(north_northamptonshire: Library) -> Plan:
    return plan(north_northamptonshire, "levelling-up")


def test_three_plans_speak_for_every_ward(north_northamptonshire: Library) -> None:
    slugs = [plan.slug for plan in north_northamptonshire.plans]
    assert slugs == ["big50", "corporate-plan", "levelling-up"]
    assert len(north_northamptonshire.plan_wards) == 26


def test_every_promise_names_its_source_and_none_claims_progress(library: Library) -> None:
    for found in library.plans:
        assert found.source
        for commitment in found.commitments:
            assert commitment.source
            assert commitment.notes == ()
            assert commitment.status is not CommitmentStatus.DELIVERED


def test_no_contact_is_invented(north_northamptonshire: Library) -> None:
    assert not any(north_northamptonshire.council.contact.model_dump().values())


def test_the_policy_for_asking_people_about_themselves_is_marked_as_made_up(
    north_northamptonshire: Library,
) -> None:
    ground = north_northamptonshire.council.equality_questions
    assert ground is not None
    assert ground.made_up
    assert "made up" in ground.policy_document


def test_a_plan_has_a_day_only_where_its_document_bears_one(
    north_northamptonshire: Library,
) -> None:
    assert {found.slug: found.published for found in north_northamptonshire.plans} == {
        "corporate-plan": date(2021, 12, 1),
        "levelling-up": None,
        "big50": None,
    }


def test_the_corporate_plan_has_six_key_commitments(north_northamptonshire: Library) -> None:
    found = plan(north_northamptonshire, "corporate-plan")
    assert [theme.name.say("en") for theme in found.themes] == [
        "Active, fulfilled lives",
        "Better, brighter futures",
        "Safe and thriving places",
        "Green, sustainable environment",
        "Connected communities",
        "Modern public services",
    ]
    assert [len(theme.priorities) for theme in found.themes] == [5, 3, 8, 6, 3, 5]
    assert [len(theme.measures) for theme in found.themes] == [4, 3, 5, 3, 4, 3]


def test_every_promise_of_the_corporate_plan_stands_under_its_priority(
    north_northamptonshire: Library,
) -> None:
    found = plan(north_northamptonshire, "corporate-plan")
    kept = {commitment.priority for commitment in found.commitments}
    assert kept == {priority.slug for theme in found.themes for priority in theme.priorities}


def test_twelve_recommendations_four_of_each_horizon(levelling_up: Plan) -> None:
    assert len(levelling_up.commitments) == 12
    for horizon in Horizon:
        of_it = [each for each in levelling_up.commitments if each.horizon is horizon]
        assert len(of_it) == 4
    assert levelling_up.themes == ()


def test_three_recommendations_have_no_measure(levelling_up: Plan) -> None:
    found = levelling_up.commitments
    bare = {each.slug for each in found if not measures(levelling_up, each).lines}
    assert bare == {"street-scene", "bleed-kits", "housing-regeneration"}


def test_three_recommendations_share_one_cell_of_measures(levelling_up: Plan) -> None:
    """C2. The plan's table gives crowd funding, youth work and county lines one cell."""
    shared = {
        each.slug for each in levelling_up.commitments if measures(levelling_up, each).shared_by > 1
    }
    assert shared == {"crowd-funding", "youth-work", "county-lines"}


def test_the_calendar_says_who_leads(levelling_up: Plan) -> None:
    """C2. Lead members, lead officers and the chair, as the plan's page on governance has them."""
    director = "Executive Director for Adults, Health Partnerships and Housing"
    member = "Executive Member for Housing, Communities and Levelling-Up"
    leads = {
        each.body.say("en"): (each.lead_member, each.lead_officer, each.chair)
        for each in levelling_up.reporting
    }
    assert leads == {
        "Levelling Up Delivery Group": (None, None, director),
        member: (None, director, None),
        "Executive": (member, director, None),
        "Executive Advisory Panel – Prosperous Communities": (member, None, None),
        "Scrutiny Management Board": (member, director, None),
        "Full Council": (member, director, None),
    }


def test_the_calendar_names_six_bodies_with_their_days(levelling_up: Plan) -> None:
    assert {each.body.say("en"): (each.rhythm, each.dates) for each in levelling_up.reporting} == {
        "Levelling Up Delivery Group": (Rhythm.MONTHLY, (date(2023, 6, 26),)),
        "Executive Member for Housing, Communities and Levelling-Up": (
            Rhythm.QUARTERLY,
            (date(2023, 10, 3), date(2024, 1, 2), date(2024, 4, 2)),
        ),
        "Executive": (Rhythm.HALF_YEARLY, (date(2024, 1, 18),)),
        "Executive Advisory Panel – Prosperous Communities": (
            Rhythm.AS_NEEDED,
            (date(2024, 1, 24),),
        ),
        "Scrutiny Management Board": (Rhythm.YEARLY, (date(2024, 3, 29),)),
        "Full Council": (Rhythm.YEARLY, ()),
    }
    assert levelling_up.reporting[-1].note is not None


def test_reports_stand_in_order_of_their_days(levelling_up: Plan) -> None:
    days = [on for on, _ in levelling_up.dated_reports]
    assert days == sorted(days)
    assert len(days) == 7


def test_what_is_not_a_day_stands_in_a_note(levelling_up: Plan) -> None:
    notes = {
        each.body.say("en"): each.note.say("en") for each in levelling_up.reporting if each.note
    }
    assert notes["Executive"] == "And in June 2024, to be confirmed."
    assert notes["Full Council"] == "June 2024."


def test_the_plan_is_for_places_and_no_ward_is_forced(levelling_up: Plan) -> None:
    assert levelling_up.wards == ()
    assert {place.name: (place.town, place.nearest) for place in levelling_up.places} == {
        "Kingswood and Hazel Leys": ("Corby", ("E05013227",)),
        "Avondale Grange": ("Kettering", ("E05013238", "E05016203")),
        "Queensway": ("Wellingborough", ("E05013213",)),
    }
    assert all("11 February 2026" in place.source for place in levelling_up.places)


def test_a_board_leads_where_its_place_is_nearest(
    north_northamptonshire: Library, levelling_up: Plan
) -> None:
    places = {
        f"{place.name} neighbourhood board": (place.town, place.nearest)
        for place in levelling_up.places
    }
    boards = {board.name: (board.area, board.wards) for board in north_northamptonshire.boards}
    assert boards == places


def test_big50_has_three_priorities_and_25_goals(north_northamptonshire: Library) -> None:
    found = plan(north_northamptonshire, "big50")
    goals = {
        theme.slug: sum(goal.theme == theme.slug for goal in found.commitments)
        for theme in found.themes
    }
    assert goals == {"proud-place": 6, "prosperous-place": 11, "proactive-place": 8}
    assert all(goal.measures == () for goal in found.commitments)


def test_the_consultation_of_september_2021_opens_first(north_northamptonshire: Library) -> None:
    slugs = list(north_northamptonshire.consultations)
    assert slugs == [
        "corporate-plan-2021",
        "vision-2050",
        "preferred-ways",
        "street-scene-and-lighting",
    ]
    first = north_northamptonshire.consultations[slugs[0]]
    assert first.opens_at.isoformat() == "2021-09-01T09:00:00+01:00"
    assert first.closes_at.date() == date(2021, 9, 30)
    assert first.wards == ()


def test_everybody_is_asked_whether_they_agree_with_the_vision(
    north_northamptonshire: Library,
) -> None:
    vision = north_northamptonshire.consultations["corporate-plan-2021"].question("vision")
    assert vision.kind is QuestionKind.SINGLE
    assert "best opportunities and quality of life" in vision.text.say("en")
    assert [option.label.say("en") for option in vision.options] == [
        "Strongly agree",
        "Agree",
        "Neither agree nor disagree",
        "Disagree",
        "Strongly disagree",
        "Don't know",
    ]


def test_people_hear_after_the_body_that_decides_has_met(north_northamptonshire: Library) -> None:
    asked = north_northamptonshire.consultations
    calendar = plan(north_northamptonshire, "levelling-up").dated_reports
    assert asked["corporate-plan-2021"].hear_by > date(2021, 12, 1)
    ways = asked["preferred-ways"]
    between = [on for on, _ in calendar if ways.closes_at.date() < on < ways.hear_by]
    assert date(2024, 4, 2) in between
    assert asked["street-scene-and-lighting"].hear_by - timedelta(days=1) > date(2024, 6, 30)


def test_streets_are_asked_about_where_the_plan_s_places_are_near(
    north_northamptonshire: Library, levelling_up: Plan
) -> None:
    near = {ward for place in levelling_up.places for ward in place.nearest}
    streets = north_northamptonshire.consultations["street-scene-and-lighting"]
    assert set(streets.wards) == near & set(north_northamptonshire.wards)


def test_people_of_avondale_grange_are_asked_in_the_ward_they_lived_in(
    north_northamptonshire: Library, levelling_up: Plan
) -> None:
    """C9. In 2021 every postcode of Avondale Grange was in Windmill."""
    (grange,) = (place for place in levelling_up.places if place.name == "Avondale Grange")
    assert north_northamptonshire.wards[grange.nearest[0]].name == "Windmill"
    assert north_northamptonshire.ward(grange.nearest[1]).name == "Avondale Grange"
    assert north_northamptonshire.board_of("E05013238") is not None
    streets = north_northamptonshire.consultations["street-scene-and-lighting"]
    assert streets.is_for("E05013238")


def test_the_re_enacted_consultation_says_that_it_is_no_model() -> None:
    """C6. Its questions 2 to 4 ask about several things at once, as the council did."""
    path = council_directory("north-northamptonshire") / "consultations/corporate-plan-2021.yaml"
    head = path.read_text("utf-8").split("slug:")[0]
    assert "re-enacts what was asked" in head
    assert "don't copy this file" in " ".join(head.replace("#", " ").split())
