"""How the words of a text are weighed: parts, pairs, windows, and what a phrase changes."""

from math import sqrt

import pytest
from pydantic import ValidationError

from content.schema.safety import SafetyWeights, SafetyWords
from engagement.people.danger import lexicon_of, words_in
from engagement.people.danger_score import (
    FEWEST,
    WINDOW,
    features,
    pairs_of,
    parts_of,
    score,
    without_light,
)

ROOT = sqrt(FEWEST)
"""What the points of a short text are divided by."""


def weights(
    even: float = 0, alone: float = 8, with_phrase: float = -8, with_weaker: float = -4, **of: int
) -> SafetyWeights:
    return SafetyWeights(
        sentences="none",
        even=even,
        alone=alone,
        with_phrase=with_phrase,
        with_weaker=with_weaker,
        of={name.replace("_", " "): points for name, points in of.items()},
    )


def weighing(**of: int) -> SafetyWeights:
    """Weights of whole words."""
    return weights().model_copy(update={"of": {f"<{word}>": n for word, n in of.items()}})


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("hits", ["<hi", "hit", "its", "ts>", "<hit", "hits", "its>", "<hits>"]),
        ("he", ["<he", "he>", "<he>"]),
        ("i", ["<i>"]),
    ],
)
def test_a_word_has_parts_of_three_and_four_letters_and_itself(word: str, parts: list[str]) -> None:
    assert [*parts_of(word)] == parts


def test_pairs_are_counted_once_and_know_where_a_text_and_a_sentence_end() -> None:
    assert pairs_of(["he", "hits", ".", "he", "hits"]) == [". he", "he hits", "hits ."]
    assert pairs_of([]) == []


def test_a_word_that_is_repeated_counts_once() -> None:
    assert features(["he", "he"]) == ["<he", "he>", "<he>", ". he", "he he", "he ."]


def test_the_points_of_words_and_pairs_are_added_to_those_every_text_has() -> None:
    assert score(weights(even=-3, he_hits=10), ["he", "hits"]) == pytest.approx(-3 + 10 / ROOT)
    assert score(weighing(hits=30, he=-10), ["he", "hits"]) == pytest.approx(20 / ROOT)
    assert score(weights(even=-3), []) == -3


def test_the_points_of_a_longer_text_are_shared_among_all_it_has() -> None:
    words = [f"lamp{n}" for n in range(WINDOW - 1)] + ["hits"]
    found = len(features(words))
    assert found > FEWEST
    assert score(weighing(hits=30), words) == pytest.approx(30 / sqrt(found))


@pytest.mark.parametrize("before", [0, 14, 15, 29, 31, 100])
def test_of_a_long_text_the_most_alarming_words_count(before: int) -> None:
    words = ["lamp"] * before + ["he", "hits"] + ["lamp"] * 100
    of = weighing(he=20, hits=20, lamp=-10)
    assert score(of, words) > score(of, ["lamp"] * 200)
    assert score(of, words) == pytest.approx(score(of, ["lamp", "he", "hits", "lamp"]), abs=1.5)


def test_words_are_looked_at_together_if_they_are_in_one_window() -> None:
    of = weighing(he=20, hits=20)
    near = score(of, ["he", *["lamp"] * (WINDOW - 2), "hits"])
    far = score(of, ["he", *["lamp"] * (2 * WINDOW), "hits"])
    assert near > far


@pytest.mark.parametrize(
    ("points", "found"), [(-9.0, False), (-8.0, False), (-7.9, True), (8.0, True)]
)
def test_with_a_phrase_a_text_must_sound_a_little_like_danger(
    points: float, *, found: bool
) -> None:
    words = SafetyWords(danger=("hits me",))
    assert lexicon_of([words], weights(even=points)).is_danger("he hits me") is found


@pytest.mark.parametrize(("points", "found"), [(7.9, False), (8.0, False), (8.1, True)])
def test_without_a_phrase_it_must_sound_much_like_it(points: float, *, found: bool) -> None:
    words = SafetyWords(danger=("hits me",))
    assert lexicon_of([words], weights(even=points)).is_danger("the lamps are dim") is found


@pytest.mark.parametrize(
    ("points", "found"), [(-5.0, False), (-4.0, False), (-3.9, True), (8.0, True)]
)
@pytest.mark.parametrize("kind", ["unless_topic", "unless_about"])
def test_with_a_weaker_phrase_it_must_sound_more_like_it(
    points: float, kind: str, *, found: bool
) -> None:
    words = SafetyWords(danger=("zzz",), **{kind: ("hits me",)})
    assert lexicon_of([words], weights(even=points)).is_danger("he hits me") is found


def test_a_phrase_counts_in_the_sentence_it_is_in() -> None:
    words = SafetyWords(danger=("hits",))
    of = weighing(lamps=200, hits=-200).model_copy(update={"alone": 100.0})
    lexicon = lexicon_of([words], of)
    assert lexicon.is_danger("the lamps hits")
    assert not lexicon.is_danger("the lamps. he hits")


def test_a_sure_phrase_is_not_lost_among_other_words_and_a_weaker_one_may_be() -> None:
    around = "london road north street south avenue west lane"
    of = weights(with_phrase=-30, with_weaker=-30)
    of = of.model_copy(update={"of": {f"<{word}>": -60 for word in around.split()}})
    sure, weaker = (
        SafetyWords(danger=("hits me",)),
        SafetyWords(danger=("zzz",), unless_topic=("hits me",)),
    )
    assert lexicon_of([sure], of).is_danger(f"{around} he hits me")
    assert lexicon_of([sure], of).is_danger(f"he hits me {around}")
    assert not lexicon_of([weaker], of).is_danger(f"{around} he hits me")


def test_one_sentence_among_others_is_enough() -> None:
    lamps = "the lamps are dim and the road is wet and the bins are full"
    of = weighing(strangles=60, lamps=-60, road=-60, bins=-60)
    lexicon = lexicon_of([SafetyWords(danger=("zzz",))], of)
    assert lexicon.is_danger(f"{lamps}. he strangles me. {lamps}")
    assert not lexicon.is_danger(f"{lamps} he strangles me {lamps}")


def test_two_sentences_are_looked_at_together_too() -> None:
    lexicon = lexicon_of([SafetyWords(danger=("zzz",))], weighing(he=30, strangles=30))
    assert lexicon.is_danger("he. strangles")
    assert not lexicon.is_danger("he")


@pytest.mark.parametrize(
    "wrong", [{"with_weaker": 8}, {"with_phrase": -3}, {"alone": -4}, {"with_phrase": 9}]
)
def test_a_phrase_must_not_make_it_harder(wrong: dict[str, float]) -> None:
    assert SafetyWeights.model_validate(weights().model_dump() | {"with_phrase": -4})
    with pytest.raises(ValidationError, match="must be in this order"):
        SafetyWeights.model_validate(weights().model_dump() | wrong)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("just lamps", ["lamps"]),
        ("please just lamps please", ["lamps"]),
        ("lamps. please", ["lamps"]),
        ("the just lamps.", ["the", "just", "lamps", "."]),
        ("just please", ["just", "please"]),
        ("", []),
    ],
)
def test_light_words_at_either_end_are_left_out(text: str, left: list[str]) -> None:
    assert [*without_light(words_in(text), frozenset({"just", "please"}))] == left


def test_light_words_at_either_end_have_no_points() -> None:
    words = SafetyWords(danger=("zzz",), light=("just",))
    lexicon = lexicon_of([words], weighing(just=200))
    assert not lexicon.is_danger("just lamps")
    assert not lexicon.is_danger("lamps, just")
    assert lexicon.is_danger("the just lamps")
