"""What a second release leaves joined, where a consultation was opened again after its first.

People who have both tables, and suppose that answers were only added, can take the one from the
other: of "A and B, together: about 20" and later "A about 10", B had six to nine. So what was
joined stays joined, until each part could be all that was joined, or more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import Published, PublishedQuestion
from engagement.insight.joining import rounded
from engagement.insight.place_numbers import staying_as
from engagement.insight.summary import Counts, QuestionCount


def staying_joined(counts: Counts, before: Published, thresholds: Thresholds) -> Counts:
    """The counts of a second release, with what has to stay joined as in the one ``before``."""
    if before.about is None:
        return counts
    known = {question.key: question for question in before.questions}
    questions = tuple(
        _question_kept(question, known.get(question.key), thresholds)
        for question in counts.questions
    )
    wards = before.wards
    others = wards.others_to or wards.others
    kept = frozenset(wards.other_wards)
    if others is None or _may_be_split(kept, counts.by_ward, others, thresholds):
        kept = frozenset()
    return replace(counts, questions=questions, kept_wards=kept)


def _question_kept(
    question: QuestionCount, before: PublishedQuestion | None, thresholds: Thresholds
) -> QuestionCount:
    if question.places is None:
        return replace(question, kept=_options_kept(question, before, thresholds))
    if before is None or before.about is None:
        return question
    # Of places all stays joined: whatever else a square was counted with is larger than it.
    joined = next((option.keys for option in before.options if len(option.keys) > 1), ())
    kept = frozenset(joined if before.options else question.places.elsewhere)
    return replace(question, kept=kept, places=staying_as(question.places, before.options))


def _options_kept(
    question: QuestionCount, before: PublishedQuestion | None, thresholds: Thresholds
) -> frozenset[str]:
    if before is None or before.about is None or not question.options:
        return frozenset()
    now = dict(question.options)
    if not before.options:
        joined, about = frozenset(now), before.about
    elif question.kind is QuestionKind.SEVERAL:
        return frozenset()
    else:
        group = next((option for option in before.options if len(option.keys) > 1), None)
        if group is None:
            return frozenset()
        joined, about = frozenset(group.keys), group.about or before.about
    return frozenset() if _may_be_split(joined, now, about, thresholds) else joined


def _may_be_split(
    joined: frozenset[str], now: Mapping[str, int], about: int, thresholds: Thresholds
) -> bool:
    """Whether the numbers that these parts have now say nothing of what each had among ``about``
    before: the others could have been all of them."""
    least = about - thresholds.rounding // 2
    most = {key: _most(now.get(key, 0), thresholds) for key in joined}
    return all(sum(most.values()) - own >= least for own in most.values())


def _most(count: int, thresholds: Thresholds) -> int:
    """The highest number that a reader takes ``count`` for, if it is shown."""
    if count < thresholds.smallest_cell:
        return 0
    return rounded(count, thresholds.rounding) + (thresholds.rounding - 1) // 2
