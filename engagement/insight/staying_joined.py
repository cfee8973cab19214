"""What the next step of a quick poll leaves joined.

People who have both steps, and suppose that answers were only added, can take the one from the
other: of "A and B, together: about 20" and later "A about 10", B had six to nine. And "A about 10",
then "A or B, together: about 10" leave B two at most. So an answer that had a number of its own
keeps it, and those that were joined stay so, by themselves, until the new numbers say nothing of
what a small one of them was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from content.schema.council import Thresholds
from engagement.insight.disclosure import PublishedOption, PublishedQuestion
from engagement.insight.joining import Measures, join, rounded
from engagement.insight.ward_numbers import NOBODY, Between

Part = tuple[str, ...]


def parts_of_step(
    now: Mapping[str, int], before: PublishedQuestion, whole: Between, thresholds: Thresholds
) -> list[Part] | None:
    """Which answers are shown alone and which together, next to the step ``before``, which
    ``whole`` people were in. None where one of its numbers has become small: then answers were
    changed, and neither step is a bound for the other."""
    parts = [option.keys for option in before.options] or [tuple(now)]
    if any(_sum(now, part) < thresholds.smallest_cell for part in parts):
        return None
    joined = next((part for part in parts if len(part) > 1), None)
    if joined is None:
        return parts
    about = next((option.about for option in before.options if option.keys == joined), None)
    then = whole if about is None else behind(about, thresholds)
    finer = _finer(joined, now, thresholds)
    alone = [behind(o.about or 0, thresholds) for o in before.options if o.keys != joined]
    room = _has_room(len(joined), then, alone, thresholds)
    if not _say_nothing([_sum(now, part) for part in finer], then, thresholds, room=room):
        return parts
    return [one for part in parts for one in (finer if part == joined else [part])]


def behind(about: int, thresholds: Thresholds) -> Between:
    """The numbers that are shown as ``about``."""
    step = thresholds.rounding
    return Between(max(thresholds.smallest_cell, about - step // 2), about + (step - 1) // 2)


def together(part: Part, now: Mapping[str, int], thresholds: Thresholds) -> PublishedOption:
    """What is shown of these answers."""
    return PublishedOption(part, rounded(_sum(now, part), thresholds.rounding))


def _sum(now: Mapping[str, int], part: Part) -> int:
    return sum(now[key] for key in part)


def _finer(joined: Part, now: Mapping[str, int], thresholds: Thresholds) -> list[Part]:
    """The parts into which these answers would be taken apart if nobody was asked anything else."""
    again = join(tuple(now[key] for key in joined), Measures.of(thresholds))
    small = tuple(joined[place] for place in again)
    alone = [(key,) for place, key in enumerate(joined) if place not in again]
    return [*([small] if small else []), *alone]


def _has_room(count: int, then: Between, alone: Sequence[Between], thresholds: Thresholds) -> bool:
    """Whether one of the ``count`` answers that were joined could have been any small number, also
    for a reader who learns that the others weren't small. None of them was larger than the smallest
    that was shown ``alone``, because the next smallest is what a small one is joined with."""
    if not alone:
        return True
    largest = (count - 1) * min(one.least for one in alone)
    narrowest = Measures.of(thresholds).narrowest
    return thresholds.smallest_cell - 1 - max(0, then.most - largest) >= narrowest


def _say_nothing(
    parts: Sequence[int], then: Between, thresholds: Thresholds, *, room: bool
) -> bool:
    """Whether these numbers say nothing of what a small part was, when all of them were ``then``.

    Each could have been all; or, where there is ``room``, each was certainly not small or the
    others could have been all.
    """
    shown = [behind(rounded(part, thresholds.rounding), thresholds) for part in parts]
    if all(own.least >= then.most for own in shown):
        return True
    every = sum(shown, NOBODY)
    return room and all(
        every.least - own.least >= then.most
        or then.least - (every.most - own.most) >= thresholds.smallest_cell
        for own in shown
    )
