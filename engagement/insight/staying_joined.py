"""What the next step of a quick poll leaves joined.

People who have both steps, and suppose that answers were only added, can take the one from the
other: of "A and B, together: about 20" and later "A about 10", B had six to nine. So what was
joined stays joined, until each part could be all that was joined, or more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from content.schema.council import Thresholds
from engagement.insight.disclosure import PublishedQuestion
from engagement.insight.joining import rounded
from engagement.insight.summary import QuestionCount


def staying_joined(
    question: QuestionCount, before: PublishedQuestion, thresholds: Thresholds
) -> QuestionCount:
    """The counts of one choice in the next step, with what has to stay joined as in the one
    ``before``."""
    if before.about is None or not question.options:
        return question
    now = dict(question.options)
    joined, about = frozenset(now), before.about
    if before.options:
        group = next((option for option in before.options if len(option.keys) > 1), None)
        if group is None:
            return question
        joined, about = frozenset(group.keys), group.about or before.about
    kept = frozenset() if _may_be_split(joined, now, about, thresholds) else joined
    return replace(question, kept=kept)


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
