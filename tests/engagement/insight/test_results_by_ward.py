"""What is shown of each ward's answers: worked tables, and the reason where nothing is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.counted_places import PlaceCounts
from engagement.insight.disclosure import published
from engagement.insight.hangs_on import Branch
from engagement.insight.option_numbers import Share
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_results import NotByWard, WardResults
from engagement.insight.ward_tables import InWards, ward_tables

USUAL = Thresholds()
LAMPS = ("yes", "no", "dont-know")
Rows = dict[str, tuple[int, ...]]


def counted(rows: Rows, kind: QuestionKind = QuestionKind.SINGLE, **how: object) -> Counts:
    """A consultation with one question, "lamps", that everybody answered."""
    people = {ward: sum(row) for ward, row in rows.items()}
    everybody = sum(people.values())
    area = tuple(zip(LAMPS, map(sum, zip(*rows.values(), strict=True)), strict=False))
    question = QuestionCount("lamps", kind, everybody, area, **how)
    return Counts(everybody, people, (question,))


def inside(rows: Rows) -> InWards:
    return InWards(
        {(ward, "lamps"): sum(row) for ward, row in rows.items()},
        {
            (ward, "lamps", option): n
            for ward, row in rows.items()
            for option, n in zip(LAMPS, row, strict=False)
        },
    )


def of(rows: Rows, by: Thresholds = USUAL, **how: object) -> dict[str, WardResults]:
    counts = counted(rows, **how)
    found = ward_tables(counts, published(counts, by), inside(rows), by)
    return {one.ward: one for one in found}


def looks(results: WardResults) -> list[tuple[object, ...]]:
    return [(*option.keys, option.look) for option in results.questions[0].options]


FOUR = {
    "Abbey": (71, 31, 18),
    "Booker": (28, 12, 7),
    "Chesham": (60, 33, 21),
    "Dean": (25, 14, 8),
}


def test_a_large_ward_has_numbers_and_percentages_of_its_own():
    abbey = of(FOUR)["Abbey"]
    assert abbey.about == 120
    assert looks(abbey) == [
        ("yes", (70, 60, None)),
        ("no", (30, 25, None)),
        ("dont-know", (20, 15, None)),
    ]


def test_answers_that_few_gave_are_shown_together_and_below_fifty_people_in_words():
    booker = of(FOUR)["Booker"]
    assert booker.about == 45
    assert looks(booker) == [
        ("yes", (None, None, Share.MOST)),
        ("no", "dont-know", (None, None, Share.LESS_THAN_HALF)),
    ]


def test_next_to_a_word_not_even_the_register_has_a_number():
    [yes, _] = of(FOUR)["Booker"].questions[0].options
    assert (yes.about, yes.percent) == (None, None)


def test_wards_shown_together_have_no_results_of_their_own():
    found = of(FOUR | {"Elm": (3, 2, 1), "Field": (2, 2, 3)})
    assert found["Elm"].about is None
    assert found["Elm"].questions[0].why is NotByWard.TOGETHER
    assert found["Abbey"].has_numbers


def test_answers_shown_together_in_the_whole_area_are_so_in_each_ward():
    rows = {
        "Abbey": (71, 29, 2),
        "Booker": (60, 33, 1),
        "Chesham": (66, 30, 2),
        "Dean": (58, 31, 2),
    }
    counts = counted(rows)
    [area] = published(counts, USUAL).questions
    joined = [option.keys for option in area.options if len(option.keys) > 1]
    assert joined == [("no", "dont-know")]
    for ward in ward_tables(counts, published(counts, USUAL), inside(rows), USUAL):
        for option in ward.questions[0].options:
            assert option.keys in {("yes",), ("no", "dont-know")}


def test_a_ward_without_numbers_is_never_the_only_one():
    """Of two wards the other would be what is left of the whole area."""
    found = of({"Abbey": (71, 31, 18), "Booker": (11, 1, 0)})
    assert [one.questions[0].why for one in found.values()] == [NotByWard.FEW] * 2


def test_with_one_hidden_row_another_is_hidden_too():
    """Dean's is hidden because of its few; Elm has the fewest people of the others."""
    large = {ward: (60 + n, 40 - n, 20 + n) for n, ward in enumerate("abcdef")}
    found = of({**large, "Dean": (25, 1, 1), "Elm": (40, 21, 15)})
    without = {ward for ward, one in found.items() if not one.has_numbers}
    assert without == {"Dean", "Elm"}
    assert {found[ward].questions[0].why for ward in without} == {NotByWard.FEW}


def test_no_ward_has_results_where_they_would_tell_how_many_are_in_small_wards():
    """Nine and nine: what is left of the whole area next to the others' rows tells both."""
    found = of(
        {"Abbey": (71, 31, 18), "Booker": (60, 33, 21), "Elm": (4, 3, 2), "Field": (3, 4, 2)}
    )
    assert found["Abbey"].about == 120
    assert found["Abbey"].questions[0].why is NotByWard.FEW
    more = {"Elm": (2, 1, 1), "Field": (2, 2, 1), "Gayton": (1, 1, 2)}
    assert of({**FOUR, **more})["Abbey"].has_numbers


def test_there_is_nothing_by_ward_where_there_is_one_ward():
    assert of({"Abbey": (71, 31, 18)}) == {}


def test_there_is_nothing_by_ward_before_ten_people_answered():
    assert of({"Abbey": (3, 1, 1), "Booker": (1, 1, 0)}) == {}


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"kind": QuestionKind.TEXT}, NotByWard.OWN_WORDS),
        ({"kind": QuestionKind.PLACE, "places": PlaceCounts()}, NotByWard.PLACES),
        ({"branch": Branch("lamps")}, NotByWard.BRANCH),
        ({"asked": 200}, NotByWard.LONGER_FORM),
    ],
)
def test_some_questions_have_no_numbers_by_ward_and_say_why(how, why):
    assert {one.questions[0].why for one in of(FOUR, **how).values()} == {why}


@pytest.mark.parametrize("kind", [QuestionKind.NUMBER, QuestionKind.DATE])
def test_a_number_or_a_day_has_results_by_ward_in_declared_bands_only(kind):
    counts = counted(FOUR, kind=kind)
    shown = ward_tables(counts, published(counts, USUAL), inside(FOUR), USUAL)
    assert shown[0].has_numbers
    without = replace(counts, questions=(replace(counts.questions[0], options=()),))
    for ward in ward_tables(without, published(without, USUAL), inside(FOUR), USUAL):
        assert ward.questions[0].why is NotByWard.NO_BANDS


def test_where_the_whole_area_has_no_numbers_its_wards_have_none():
    rows = {"Abbey": (22, 1, 0), "Booker": (24, 0, 1)}
    assert {one.questions[0].why for one in of(rows).values()} == {NotByWard.AREA}


def test_a_ward_where_few_answered_a_question_has_no_numbers_of_it():
    counts = counted(FOUR)
    given = inside(FOUR)
    few = dict(zip(LAMPS, (4, 2, 1), strict=True))
    chosen = given.chosen | {("Dean", "lamps", option): n for option, n in few.items()}
    area = tuple((o, sum(chosen[w, "lamps", o] for w in FOUR)) for o in LAMPS)
    [question] = counts.questions
    everybody = sum(n for _, n in area)
    counts = replace(counts, questions=(replace(question, people=everybody, options=area),))
    answered = InWards(given.answered | {("Dean", "lamps"): 7}, chosen)
    found = ward_tables(counts, published(counts, USUAL), answered, USUAL)
    assert {one.ward: one.questions[0].why for one in found}["Dean"] is NotByWard.FEW


def test_of_several_choices_an_option_is_hidden_that_few_or_nearly_all_of_a_ward_chose():
    rows = dict.fromkeys("abcdefgh", (82, 40, 5))
    counts = counted(rows, kind=QuestionKind.SEVERAL)
    people = dict.fromkeys(rows, 90)
    [question] = counts.questions
    question = replace(question, people=720)
    counts = replace(counts, people=720, by_ward=people, questions=(question,))
    given = InWards({(ward, "lamps"): 90 for ward in rows}, inside(rows).chosen)
    for ward in ward_tables(counts, published(counts, USUAL), given, USUAL):
        assert looks(ward) == [
            ("yes", (None, None, None)),
            ("no", (40, 45, None)),
            ("dont-know", (None, None, None)),
        ]
