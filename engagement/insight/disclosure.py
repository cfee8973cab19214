"""Disclosure control: no published number can identify a person.

The rule is our own; its worked tables are golden tests. Fewer than ``smallest_cell`` people are
shown only as "fewer than 10"; small options are joined with the next smallest; counts are rounded;
percentages need at least ``percentage_base`` people; a ward is never withheld alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.summary import Counts, QuestionCount

NARROWEST_GUESS = 5
"""A reader must not be able to narrow a true cell below the threshold to less than this."""


class Share(StrEnum):
    """A share in words, for a base too small for percentages."""

    NEARLY_ALL = "nearly-all"  # 90% or more
    MOST = "most"  # 60% or more
    ABOUT_HALF = "about-half"  # 40% or more
    SOME = "some"  # 10% or more
    FEW = "few"  # less than 10%


@dataclass(frozen=True, slots=True)
class PublishedOption:
    """Options that are shown together. ``about`` is their rounded count, or None if withheld."""

    keys: tuple[str, ...]
    about: int | None
    percent: int | None = None
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class PublishedQuestion:
    """One question. ``about`` people answered; None if fewer than the smallest cell."""

    key: str
    about: int | None
    options: tuple[PublishedOption, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedWards:
    """Wards shown one by one, and the sum of the others (None if that is withheld too)."""

    rows: tuple[tuple[str, int], ...] = ()
    others: int | None = None
    other_wards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """One consultation as shown. ``about`` people answered; None if below the smallest cell."""

    about: int | None
    wards: PublishedWards = PublishedWards()
    questions: tuple[PublishedQuestion, ...] = ()


def published(counts: Counts, thresholds: Thresholds) -> Published:
    """The rule applied to the true ``counts``: what may be shown of them."""
    if counts.people < thresholds.smallest_cell:
        return Published(about=None)
    return Published(
        about=rounded(counts.people, thresholds.rounding),
        wards=published_wards(counts.by_ward, thresholds),
        questions=tuple(published_question(q, thresholds) for q in counts.questions),
    )


def rounded(number: int, to: int) -> int:
    """The nearest multiple of ``to``; a half goes up."""
    return (2 * number + to) // (2 * to) * to


STEP = 10
"""The step in which figures that are read every few seconds change."""


def in_tens(count: int, thresholds: Thresholds) -> int:
    """A figure that is read repeatedly: 0 below the smallest cell, else rounded down to tens.

    One person more or less shows only if it completes a ten, and then represents ten people.
    """
    return 0 if count < thresholds.smallest_cell else count // STEP * STEP


def published_question(question: QuestionCount, thresholds: Thresholds) -> PublishedQuestion:
    """One question, by rules 1 to 3 of docs/decisions/0008."""
    if question.people < thresholds.smallest_cell:
        return PublishedQuestion(key=question.key, about=None)
    about = rounded(question.people, thresholds.rounding)
    if question.kind is QuestionKind.TEXT:
        return PublishedQuestion(key=question.key, about=about)
    options = (
        _each_alone(question, thresholds)
        if question.kind is QuestionKind.SEVERAL
        else _joined(question, thresholds)
    )
    return PublishedQuestion(key=question.key, about=about, options=options)


def _joined(question: QuestionCount, thresholds: Thresholds) -> tuple[PublishedOption, ...]:
    """Single choices and scales: options below the cell are joined with the next smallest."""
    order = {key: place for place, (key, _) in enumerate(question.options)}
    groups: list[tuple[int, tuple[str, ...]]] = [(n, (key,)) for key, n in question.options]
    while len(groups) > 1:
        groups.sort(key=lambda group: (group[0], order[group[1][0]]))
        if groups[0][0] >= thresholds.smallest_cell:
            break
        (small, keys), (next_small, next_keys), *rest = groups
        both = tuple(sorted(keys + next_keys, key=order.__getitem__))
        groups = [(small + next_small, both), *rest]
    if len(groups) < 2:
        return ()
    groups.sort(key=lambda group: order[group[1][0]])
    whole = sum(rounded(count, thresholds.rounding) for count, _ in groups)
    return tuple(_shown(keys, count, whole, question.people, thresholds) for count, keys in groups)


def _each_alone(question: QuestionCount, thresholds: Thresholds) -> tuple[PublishedOption, ...]:
    """Several choices overlap, so none are joined: each option is its own yes-or-no question.

    The count of an option almost everybody chose would point at the few who didn't: words only.
    """
    whole = rounded(question.people, thresholds.rounding)
    shown = []
    for key, count in question.options:
        if count < thresholds.smallest_cell:
            shown.append(PublishedOption(keys=(key,), about=None))
        elif question.people - count < thresholds.smallest_cell:
            shown.append(PublishedOption(keys=(key,), about=None, share=Share.NEARLY_ALL))
        else:
            shown.append(_shown((key,), count, whole, question.people, thresholds))
    return tuple(shown)


def _shown(
    keys: tuple[str, ...], count: int, whole: int, people: int, thresholds: Thresholds
) -> PublishedOption:
    about = rounded(count, thresholds.rounding)
    if people >= thresholds.percentage_base:
        return PublishedOption(keys=keys, about=about, percent=(200 * about + whole) // (2 * whole))
    return PublishedOption(keys=keys, about=about, share=share_of(about / whole))


def share_of(part: float) -> Share:
    """A share from 0 to 1 in words."""
    if part >= 0.9:
        return Share.NEARLY_ALL
    if part >= 0.6:
        return Share.MOST
    if part >= 0.4:
        return Share.ABOUT_HALF
    return Share.SOME if part >= 0.1 else Share.FEW


def published_wards(by_ward: Mapping[str, int], thresholds: Thresholds) -> PublishedWards:
    """Rule 4 of docs/decisions/0008: wards below the smallest cell are withheld, never exactly one.

    Their sum is shown only if it is large enough and no single ward can be worked out from it.
    """
    ranked = sorted(by_ward.items(), key=lambda row: (row[1], row[0]))
    under = [row for row in ranked if row[1] < thresholds.smallest_cell]
    shown = ranked[len(under) :]
    withheld = list(under)
    while shown and withheld and not _safe(withheld, len(under), shown, thresholds):
        withheld.append(shown.pop(0))
    together = sum(count for _, count in withheld)
    enough = bool(withheld) and together >= thresholds.smallest_cell and len(withheld) > 1
    order = list(by_ward)
    return PublishedWards(
        rows=tuple(
            (ward, rounded(count, thresholds.rounding))
            for ward, count in sorted(shown, key=lambda row: order.index(row[0]))
        ),
        others=rounded(together, thresholds.rounding) if enough else None,
        other_wards=tuple(sorted((ward for ward, _ in withheld), key=order.index)),
    )


def _safe(
    withheld: Sequence[tuple[str, int]],
    under: int,
    shown: Sequence[tuple[str, int]],
    thresholds: Thresholds,
) -> bool:
    """Whether the withheld wards hide one another.

    A reader who knows the rule knows that ``under`` of them are below the smallest cell and that
    the rest are no larger than the smallest ward shown. From the sum such a reader can compute a
    lower bound for each small ward.
    """
    together = sum(count for _, count in withheld)
    if len(withheld) < 2 or together < thresholds.smallest_cell:
        return False
    slack = thresholds.rounding // 2
    largest_small = thresholds.smallest_cell - 1
    shown_at_most = [rounded(count, thresholds.rounding) + slack for _, count in shown]
    area = rounded(together + sum(count for _, count in shown), thresholds.rounding)
    # The reader knows the sum twice: by itself, and as the area's total less the wards shown.
    least_sum = max(
        rounded(together, thresholds.rounding) - slack, area - slack - sum(shown_at_most)
    )
    most_of_the_rest = (len(withheld) - under) * shown_at_most[0]
    lowest = max(0, least_sum - (under - 1) * largest_small - most_of_the_rest)
    return largest_small - lowest >= min(NARROWEST_GUESS, largest_small)
