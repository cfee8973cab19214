"""What may be shown of what was counted: the worked tables, and the edges of the rule."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import (
    Published,
    PublishedOption,
    PublishedQuestion,
    Share,
    published,
    published_question,
    rounded,
    share_of,
)
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_numbers import PublishedWards, by_ward

USUAL = Thresholds()
LOWEST = Thresholds(smallest_cell=5)


def one_choice(people: int | None = None, **options: int) -> QuestionCount:
    whole = sum(options.values()) if people is None else people
    return QuestionCount("lamps", QuestionKind.SINGLE, whole, tuple(options.items()))


def several(people: int, **options: int) -> QuestionCount:
    return QuestionCount("help", QuestionKind.SEVERAL, people, tuple(options.items()))


# The worked tables


def test_forty_seven_answers_are_shown_in_words_with_the_small_ones_joined() -> None:
    assert published_question(one_choice(yes=28, no=12, dont_know=7), USUAL) == PublishedQuestion(
        key="lamps",
        about=45,
        options=(
            PublishedOption(keys=("yes",), about=30, share=Share.MOST),
            PublishedOption(keys=("no", "dont_know"), about=20, share=Share.LESS_THAN_HALF),
        ),
    )


def test_a_hundred_and_twenty_answers_are_shown_in_percent() -> None:
    shown = published_question(one_choice(yes=71, no=31, dont_know=18), USUAL)
    assert shown.about == 120
    assert [(o.about, o.percent) for o in shown.options] == [(70, 60), (30, 25), (20, 15)]


def test_twenty_three_answers_are_shown_in_words() -> None:
    shown = published_question(one_choice(brighter=12, more=11), USUAL)
    assert shown.about == 25
    assert [(o.keys, o.share, o.percent) for o in shown.options] == [
        (("brighter",), Share.ABOUT_HALF, None),
        (("more",), Share.ABOUT_HALF, None),
    ]


def test_one_small_ward_of_three_takes_the_next_smallest_with_it() -> None:
    wards = {"abbey": 47, "chesham": 23, "west-wycombe": 6}
    shown = published(Counts(people=76, by_ward=wards), USUAL)
    assert shown == Published(
        about=75,
        wards=PublishedWards(
            rows=(("abbey", 45),), others=30, other_wards=("chesham", "west-wycombe")
        ),
    )


# Fewer than the smallest cell


@pytest.mark.parametrize("people", [0, 1, 9])
def test_fewer_than_ten_people_and_nothing_else_is_said(people: int) -> None:
    counts = Counts(people=people, by_ward={"abbey": people}, questions=(one_choice(yes=people),))
    assert published(counts, USUAL) == Published(about=None)


def test_ten_people_may_be_spoken_of() -> None:
    assert published(Counts(people=10, by_ward={"abbey": 10}), USUAL).about == 10


@pytest.mark.parametrize(("people", "about"), [(4, None), (5, 5), (9, 10)])
def test_a_council_may_go_down_to_five(people: int, about: int | None) -> None:
    assert published(Counts(people=people, by_ward={"abbey": people}), LOWEST).about == about


@pytest.mark.parametrize("kind", [QuestionKind.SINGLE, QuestionKind.SEVERAL, QuestionKind.TEXT])
def test_a_question_fewer_than_ten_answered_says_nothing_else(kind: QuestionKind) -> None:
    few = QuestionCount("lamps", kind, 9, (("yes", 9), ("no", 0)))
    assert published_question(few, USUAL) == PublishedQuestion(key="lamps", about=None)


@pytest.mark.parametrize("wrote", [0, 9, 33])
def test_of_own_words_nothing_is_counted(wrote: int) -> None:
    """A number beside the file would tell how many texts are left out of that."""
    words = QuestionCount("words", QuestionKind.TEXT, wrote)
    assert published_question(words, USUAL) == PublishedQuestion(key="words", about=None)


# One choice, and scales


@pytest.mark.parametrize(
    "options",
    [
        {"yes": 40, "no": 0},
        {"yes": 40, "no": 9},
        {"yes": 9, "no": 9},
        {"a": 4, "b": 3, "c": 3, "d": 2},
    ],
)
def test_answers_too_alike_to_show_apart_are_only_a_number(options: Mapping[str, int]) -> None:
    assert published_question(one_choice(**options), USUAL).options == ()


@pytest.mark.parametrize(
    ("options", "groups"),
    [
        ({"a": 20, "b": 10}, [("a",), ("b",)]),
        ({"a": 30, "b": 9, "c": 12}, [("a",), ("b", "c")]),
        ({"a": 30, "b": 0, "c": 12}, [("a",), ("b", "c")]),
        ({"a": 3, "b": 40, "c": 4, "d": 5}, [("a", "c", "d"), ("b",)]),
        ({"a": 15, "b": 3, "c": 3, "d": 15, "e": 4}, [("a",), ("b", "c", "e"), ("d",)]),
    ],
)
def test_small_options_join_the_next_smallest_and_keep_their_order(
    options: Mapping[str, int], groups: list[tuple[str, ...]]
) -> None:
    shown = published_question(one_choice(**options), USUAL)
    assert [option.keys for option in shown.options] == groups


tables = st.lists(st.integers(0, 60), min_size=2, max_size=11)


@settings(deadline=None)
@given(tables, st.sampled_from([USUAL, LOWEST]))
def test_every_option_is_shown_once_and_only_with_enough_people(
    counts: list[int], thresholds: Thresholds
) -> None:
    true = {f"o{place}": count for place, count in enumerate(counts)}
    options = published_question(one_choice(**true), thresholds).options
    if options:
        assert sorted(key for option in options for key in option.keys) == sorted(true)
    for option in options:
        people = sum(true[key] for key in option.keys)
        assert people >= thresholds.smallest_cell
        assert option.about == rounded(people, thresholds.rounding)


# Several choices


def test_an_option_of_several_that_few_chose_is_hidden() -> None:
    shown = published_question(several(47, paths=9, hedges=20), USUAL)
    assert shown.options[0] == PublishedOption(keys=("paths",), about=None)


def test_an_option_nearly_everybody_chose_has_words_alone() -> None:
    shown = published_question(several(47, paths=45, hedges=20), USUAL)
    assert shown.options[0] == PublishedOption(keys=("paths",), about=None, share=Share.NEARLY_ALL)


@pytest.mark.parametrize("chosen", [10, 50])
def test_an_option_ten_chose_and_ten_did_not_has_a_number(chosen: int) -> None:
    shown = published_question(several(60, paths=chosen), USUAL)
    assert shown.options[0].about == rounded(chosen, 5)


def test_options_of_several_are_shares_of_the_people_and_not_of_the_ticks() -> None:
    shown = published_question(several(50, paths=40, hedges=35), USUAL)
    assert [option.percent for option in shown.options] == [80, 70]


# Percentages and words


@pytest.mark.parametrize(("people", "in_percent"), [(49, False), (50, True)])
def test_percentages_stand_on_fifty_people(people: int, in_percent: bool) -> None:
    for shown in (
        published_question(one_choice(yes=people - 12, no=12), USUAL),
        published_question(several(people, paths=15), USUAL),
    ):
        for option in shown.options:
            assert (option.percent is not None) is in_percent
            assert (option.share is None) is in_percent


@pytest.mark.parametrize(
    ("options", "percents"),
    [
        ({"yes": 28, "no": 22}, [55, 45]),  # 56% and 44%
        ({"a": 33, "b": 34, "c": 33}, [35, 35, 35]),
        ({"a": 10, "b": 70}, [15, 90]),  # 12.5% and 87.5%: halves go up
    ],
)
def test_percentages_come_from_the_true_counts_to_the_nearest_five(
    options: Mapping[str, int], percents: list[int]
) -> None:
    shown = published_question(one_choice(**options), USUAL)
    assert [option.percent for option in shown.options] == percents


@pytest.mark.parametrize(
    ("part", "share"),
    [
        (1.0, Share.NEARLY_ALL),
        (0.9, Share.NEARLY_ALL),
        (45 / 50, Share.NEARLY_ALL),
        (0.875, Share.NEARLY_ALL),
        (0.874, Share.MOST),
        (0.6, Share.MOST),
        (15 / 25, Share.MOST),
        (0.574, Share.ABOUT_HALF),
        (0.425, Share.ABOUT_HALF),
        (10 / 25, Share.LESS_THAN_HALF),
        (0.424, Share.LESS_THAN_HALF),
        (0.2, Share.LESS_THAN_HALF),
        (0.174, Share.FEW),
        (0.0, Share.FEW),
    ],
)
def test_a_share_has_its_word(part: float, share: Share) -> None:
    assert share_of(part) is share


@pytest.mark.parametrize(
    ("number", "to", "nearest"),
    [
        (0, 5, 0),
        (2, 5, 0),
        (3, 5, 5),
        (7, 5, 5),
        (8, 5, 10),
        (47, 5, 45),
        (23, 5, 25),
        (5, 10, 10),
        (4, 10, 0),
        (15, 10, 20),
        (3, 6, 6),
    ],
)
def test_a_number_goes_to_the_nearest_and_a_half_goes_up(
    number: int, to: int, nearest: int
) -> None:
    assert rounded(number, to) == nearest


@pytest.mark.parametrize("asked", [{"smallest_cell": 4}, {"percentage_base": 49}, {"rounding": 4}])
def test_a_council_cannot_go_below_the_floors_of_the_rule(asked: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="greater than or equal"):
        Thresholds(**asked)


# Wards


@pytest.mark.parametrize(
    ("wards", "rows", "others", "withheld"),
    [
        ({"abbey": 47, "chesham": 10}, (("abbey", 45), ("chesham", 10)), (None, None), ()),
        (
            {"abbey": 4, "chesham": 47, "totteridge": 7},
            (("chesham", 45),),
            (10, None),
            ("abbey", "totteridge"),
        ),
        ({"abbey": 47, "chesham": 6}, (), (55, 60), ("abbey", "chesham")),
        (
            {"abbey": 47, "chesham": 2, "totteridge": 3, "ryemead": 30},
            (("abbey", 45),),
            (30, 35),
            ("chesham", "totteridge", "ryemead"),
        ),
        ({"abbey": 30, "chesham": 0, "totteridge": 40}, (("totteridge", 40),), (30, 35),
         ("abbey", "chesham")),
        ({"abbey": 12}, (("abbey", 10),), (None, None), ()),
    ],
)  # fmt: skip
def test_small_wards_are_withheld_and_never_one_alone(
    wards: Mapping[str, int],
    rows: tuple[tuple[str, int], ...],
    others: tuple[int | None, int | None],
    withheld: tuple[str, ...],
) -> None:
    assert by_ward(wards, USUAL)[0] == PublishedWards(rows, others[0], withheld, others[1])


ward_tables = st.dictionaries(
    st.sampled_from([f"ward-{letter}" for letter in "abcdefgh"]),
    st.one_of(st.integers(0, 12), st.integers(0, 80)),
    min_size=1,
)


def of_enough(wards: Mapping[str, int], thresholds: Thresholds) -> PublishedWards:
    shown, whole = by_ward(wards, thresholds)
    assume(whole.people is not None)
    return shown


@settings(deadline=None)
@given(ward_tables, st.sampled_from([USUAL, LOWEST]))
def test_every_ward_is_either_shown_or_withheld(
    wards: dict[str, int], thresholds: Thresholds
) -> None:
    shown = of_enough(wards, thresholds)
    assert sorted([ward for ward, _ in shown.rows] + [*shown.other_wards]) == sorted(wards)


@settings(deadline=None)
@given(ward_tables, st.sampled_from([USUAL, LOWEST]))
def test_no_ward_under_the_cell_has_a_row(wards: dict[str, int], thresholds: Thresholds) -> None:
    for ward, about in of_enough(wards, thresholds).rows:
        assert wards[ward] >= thresholds.smallest_cell
        assert about == rounded(wards[ward], thresholds.rounding)


@settings(deadline=None)
@given(ward_tables, st.sampled_from([USUAL, LOWEST]))
def test_no_ward_is_withheld_alone_beside_one_that_is_shown(
    wards: dict[str, int], thresholds: Thresholds
) -> None:
    shown = of_enough(wards, thresholds)
    assert not (len(shown.other_wards) == 1 and shown.rows)


@settings(deadline=None)
@given(ward_tables, st.sampled_from([USUAL, LOWEST]))
def test_wards_together_have_a_number_only_when_they_are_enough(
    wards: dict[str, int], thresholds: Thresholds
) -> None:
    shown = of_enough(wards, thresholds)
    together = sum(wards[ward] for ward in shown.other_wards)
    if shown.others is not None:
        assert len(shown.other_wards) > 1
        assert together >= thresholds.smallest_cell
        assert (
            shown.others
            <= rounded(together, thresholds.rounding)
            <= (shown.others_to or shown.others)
        )
