"""Released numbers compared with what a crowd did, along branches, in orders and at places."""

from dataclasses import replace

import pytest

from content import library
from content.library import Library
from content.schema.consultation import Consultation
from content.schema.council import Thresholds
from engagement.consultations.equality import as_counted
from engagement.insight.disclosure import Published, PublishedOption, PublishedQuestion
from wardmote.demo.released_witness import (
    Compared,
    compared,
    compared_of_oneself,
    said_of_oneself,
)
from wardmote.demo.story import asked_wards, board_of, toured_consultations
from wardmote.demo.witness import ExpectedResponse, expected_row, exported_row, on_path

ABBEY, SQUARE = "E05013120", "SU865925"
LIBRARY = "51.627,-0.748"


@pytest.fixture(scope="module")
def keeping() -> Consultation:
    council = library.load(library.council_directory("buckinghamshire"))
    return council.consultations["keeping-in-touch"]


def meets() -> ExpectedResponse:
    """She wants a meeting, and says where."""
    return ExpectedResponse(
        ABBEY,
        {"how_often": "monthly", "where_to_meet": LIBRARY},
        {"ways_to_tell_us": {"meeting"}},
        {"news_about": ["jobs", "public_realm"]},
    )


def shown(key: str, about: int, *options: PublishedOption, up_to: bool = False) -> Published:
    return Published(about, questions=(PublishedQuestion(key, about, options, up_to=up_to),))


def against(keeping: Consultation, published: Published) -> Compared:
    people = [meets() for _ in range(20)]
    return compared(keeping, people, published, Thresholds(), lambda *_: ABBEY)


def option(about: int, *keys: str, percent: int | None = None) -> PublishedOption:
    return PublishedOption(keys, about=about, percent=percent)


def test_first_choices_and_squares_that_people_chose_agree(keeping: Consultation) -> None:
    ranked = shown("news_about", 20, option(20, "jobs", percent=100))
    assert against(keeping, ranked) == Compared(2, ())
    places = shown("where_to_meet", 20, option(20, f"{ABBEY}/{SQUARE}"), option(0, ABBEY))
    assert against(keeping, places) == Compared(3, ())


@pytest.mark.parametrize(
    "wrong",
    [
        shown("news_about", 25),
        shown("news_about", 20, option(20, "public_realm")),
        shown("news_about", 20, option(20, "jobs", percent=90)),
        shown("where_to_meet", 20, option(15, f"{ABBEY}/{SQUARE}")),
        shown("where_to_meet", 20, option(20, f"{ABBEY}/SU860920")),
        shown("where_to_meet", 20, option(20, f"{ABBEY}/{SQUARE}"), option(20, ABBEY)),
        shown("how_often", 15, up_to=True),
    ],
)
def test_a_released_number_that_nobody_made_is_noticed(
    keeping: Consultation, wrong: Published
) -> None:
    assert len(against(keeping, wrong).differences) == 1


def test_answers_on_a_branch_that_was_left_count_no_more(keeping: Consultation) -> None:
    left = replace(meets(), choices={**meets().choices, "how_often": "no_news"}, ticks={})
    found = on_path(keeping, left)
    assert found.choices == {"how_often": "no_news"}
    assert found.ranks == {}
    assert on_path(keeping, meets()) == meets()


def test_orders_and_places_are_compared_with_the_file(keeping: Consultation) -> None:
    columns = [
        *(f"news_about.{option.key}" for option in keeping.question("news_about").options),
        "where_to_meet",
        "where_to_meet.square",
    ]
    cells = expected_row(keeping, meets())
    row = dict.fromkeys(_columns(keeping), "")
    row |= dict(zip(_columns(keeping), cells, strict=True))
    assert {name: row[name] for name in columns if row[name]} == {
        "news_about.jobs": "1",
        "news_about.public_realm": "2",
        "where_to_meet": LIBRARY,
        "where_to_meet.square": SQUARE,
    }
    assert exported_row(keeping, row) == cells


def _columns(keeping: Consultation) -> list[str]:
    names = ["ward_code", "state"]
    for question in keeping.questions:
        if question.kind in ("several", "ranking"):
            names += [f"{question.key}.{option.key}" for option in question.options]
        else:
            names.append(question.key)
        if question.kind == "place":
            names.append(f"{question.key}.square")
        if question.kind != "text":
            names.append(f"{question.key}.comment")
    return names


@pytest.mark.parametrize(
    ("council", "slugs"),
    [
        ("buckinghamshire", ["local-priorities", "keeping-in-touch"]),
        ("north-northamptonshire", ["corporate-plan-2021", "street-scene-and-lighting"]),
    ],
)
def test_each_council_is_toured_with_branches_an_order_and_a_place(
    council: str, slugs: list[str]
) -> None:
    found: Library = library.load(library.council_directory(council))
    toured = toured_consultations(found)
    assert [one.slug for one in toured] == slugs
    kinds = {question.kind.value for question in toured[1].questions}
    assert {"ranking", "place"} <= kinds
    assert any(question.relevant for question in toured[1].questions)
    living = {ward.code for ward in asked_wards(found, toured[1])}
    assert living & {*board_of(found, toured[1]).wards}


# What people said about themselves


def says(**of_oneself: str) -> ExpectedResponse:
    return ExpectedResponse(ABBEY, {"how_often": "monthly"}, of_oneself=of_oneself)


def against_what_they_said(published: Published) -> Compared:
    """45 women and 15 men; of these 9 are Sikh, and one preferred not to say."""
    people = [says(sex="female", religion="none") for _ in range(45)]
    people += [says(sex="male", religion="sikh") for _ in range(9)]
    people += [says(sex="male", religion="not_said") for _ in range(6)]
    return compared_of_oneself(people, published, Thresholds(smallest_cell=5))


def test_released_numbers_of_who_answered_agree_with_what_people_said() -> None:
    released = shown("sex", 60, option(45, "female", percent=75), option(15, "male", percent=25))
    assert against_what_they_said(released) == Compared(4, ())
    religion = shown("religion", 55, option(45, "none", percent=85))
    assert against_what_they_said(religion) == Compared(4, ())


@pytest.mark.parametrize(
    "wrong",
    [
        shown("sex", 55),
        shown("sex", 60, option(40, "female")),
        shown("sex", 60, option(45, "female", percent=70)),
        shown("religion", 55, option(10, "sikh")),
    ],
)
def test_a_number_of_who_answered_that_may_not_be_is_noticed(wrong: Published) -> None:
    assert len(against_what_they_said(wrong).differences) == 1


def test_a_number_of_fewer_than_50_who_answered_is_noticed() -> None:
    people = [says(sex="female") for _ in range(45)]
    released = shown("sex", 45, option(45, "female"))
    assert len(compared_of_oneself(people, released, Thresholds()).differences) == 1


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ({"health": "no"}, "no"),
        ({"health": "yes", "activities": "not_at_all"}, "no"),
        ({"health": "yes", "activities": "a_lot"}, "a_lot"),
        ({"health": "yes"}, None),
        ({"health": "yes", "activities": "not_said"}, None),
        ({"health": "not_said"}, None),
    ],
)
def test_the_witness_counts_disability_by_itself_as_it_is_released(
    said: dict[str, str], counted: str | None
) -> None:
    released = as_counted(said).get("disability")
    assert released == counted
    people = [says(**said) for _ in range(60)]
    assert said_of_oneself(people) == (60 if counted else 0)
    if counted:
        table = shown("disability", 60, option(60, counted))
        assert compared_of_oneself(people, table, Thresholds()).differences == ()
