"""Of a question that few skipped, percentages or words say nothing of how few."""

from __future__ import annotations

from collections import defaultdict

import pytest

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import Published, PublishedQuestion, Share, published
from engagement.insight.summary import Counts, QuestionCount

USUAL = Thresholds()
LARGEST = 80


def shown(people: int, skipped: int, kind: QuestionKind, *, no: int) -> Published:
    """``people`` took part. All answered the first question, all but ``skipped`` the second, where
    ``no`` chose the second option and the others the first."""
    answered = people - skipped
    first = QuestionCount("lamps", kind, people, (("yes", people - no), ("no", no)))
    second = QuestionCount("paths", kind, answered, (("yes", answered - no), ("no", no)))
    return published(Counts(people, {"abbey": people}, (first, second)), USUAL)


def form(question: PublishedQuestion) -> tuple[object, ...]:
    """What a question shows besides its numbers: percentages, words, or neither."""
    shares = tuple((o.percent is not None, o.share is not None) for o in question.options)
    return question.about, question.up_to, shares


@pytest.mark.parametrize("kind", [QuestionKind.SINGLE, QuestionKind.SEVERAL])
def test_percentages_or_words_depend_on_what_is_shown_and_not_on_who_skipped(
    kind: QuestionKind,
) -> None:
    """Of 52 people who took part, three skipped a question: words instead of percentages told that
    at most 49 answered it."""
    forms: dict[tuple[object, ...], set[tuple[object, ...]]] = defaultdict(set)
    for people in range(40, LARGEST):
        for skipped in range(USUAL.smallest_cell):
            found = shown(people, skipped, kind, no=15)
            forms[form(found.questions[0])].add(form(found.questions[1]))
    assert all(len(of_one) == 1 for of_one in forms.values())
    assert len(forms) == (LARGEST - 40) // USUAL.rounding + 2  # fifty with percentages, and without


def test_percentages_need_fifty_people_who_took_part() -> None:
    """Those who skipped the question don't turn them into words, so that words say nothing."""
    options = shown(50, 4, QuestionKind.SINGLE, no=15).questions[1].options
    assert [o.percent for o in options] == [65, 35]
    options = shown(49, 0, QuestionKind.SINGLE, no=15).questions[1].options
    assert [o.share for o in options] == [Share.MOST, Share.LESS_THAN_HALF]


def test_a_question_that_many_skipped_has_percentages_from_fifty_on_as_before() -> None:
    found = shown(70, 20, QuestionKind.SINGLE, no=15)
    assert found.questions[1].about == 50
    assert not found.questions[1].up_to
    assert [o.percent for o in found.questions[1].options] == [70, 30]
