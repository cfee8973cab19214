"""Disclosure control: no published number can identify a person.

The rule is our own; its worked tables are golden tests. Fewer than ``smallest_cell`` people are
shown only as "fewer than 10"; small options are joined with the next smallest; counts are rounded;
percentages come from the true counts, are rounded to 5, and need at least ``percentage_base``
people; a ward is never withheld alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import floor

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.joining import Measures, join, percent_of
from engagement.insight.joining import rounded as rounded
from engagement.insight.summary import Counts, QuestionCount


class Share(StrEnum):
    """A share in words, for a base too small for percentages."""

    NEARLY_ALL = "nearly-all"  # 90% or more, rounded to 5
    MOST = "most"  # 60 to 85%
    ABOUT_HALF = "about-half"  # 45 to 55%
    LESS_THAN_HALF = "less-than-half"  # 20 to 40%
    FEW = "few"  # 15% or less


@dataclass(frozen=True, slots=True)
class PublishedOption:
    """Options that are shown together. ``about`` is their rounded count, or None if withheld."""

    keys: tuple[str, ...]
    about: int | None
    percent: int | None = None
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class PublishedQuestion:
    """One question. ``about`` people answered; None if fewer than the smallest cell. ``up_to``:
    so few skipped it that the number is that of the consultation."""

    key: str
    about: int | None
    options: tuple[PublishedOption, ...] = ()
    up_to: bool = False


@dataclass(frozen=True, slots=True)
class PublishedWards:
    """Wards shown one by one, and the sum of the others (None if that is withheld too)."""

    rows: tuple[tuple[str, int], ...] = ()
    others: int | None = None
    other_wards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnsweredByWard:
    """How many have answered a consultation that is still open.

    ``at_least`` is the sum of ``rows``, which are wards and tens, so it tells nothing more.
    ``few`` are the wards under ``least``, zero included.
    """

    at_least: int
    rows: tuple[tuple[str, int], ...]
    few: tuple[str, ...]
    least: int


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
        questions=tuple(_among(q, counts.people, thresholds) for q in counts.questions),
    )


STEP = 10
"""The step in which figures that are read every few seconds change."""


def in_tens(count: int, thresholds: Thresholds) -> int:
    """A figure that is read repeatedly: 0 below the smallest cell, else rounded down to tens.

    One person more or less shows only if it completes a ten, and then represents ten people.
    """
    return 0 if count < thresholds.smallest_cell else count // STEP * STEP


def answered_so_far(by_ward: Mapping[str, int], thresholds: Thresholds) -> AnsweredByWard:
    """What may be said while answers still come in: the number of people by ward, in tens."""
    tens = {ward: in_tens(count, thresholds) for ward, count in by_ward.items()}
    return AnsweredByWard(
        at_least=sum(tens.values()),
        rows=tuple((ward, number) for ward, number in tens.items() if number),
        few=tuple(ward for ward, number in tens.items() if not number),
        least=max(STEP, thresholds.smallest_cell),
    )


def _among(question: QuestionCount, people: int, thresholds: Thresholds) -> PublishedQuestion:
    """One question of a consultation that ``people`` took part in. Its own number beside theirs
    would tell how few skipped it."""
    shown = published_question(question, thresholds)
    if shown.about is None or people - question.people >= thresholds.smallest_cell:
        return shown
    return replace(shown, about=rounded(people, thresholds.rounding), up_to=True)


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
    """Single choices and scales: small options are joined until nobody can turn that back."""
    counts = tuple(count for _, count in question.options)
    joined = join(counts, Measures.of(thresholds, shares=True))
    if len(counts) - len(joined) + bool(joined) < 2:
        return ()
    shown = []
    for place, (key, count) in enumerate(question.options):
        if place not in joined:
            shown.append(_shown((key,), count, question.people, thresholds))
        elif place == joined[0]:
            keys = tuple(question.options[p][0] for p in joined)
            together = sum(counts[p] for p in joined)
            shown.append(_shown(keys, together, question.people, thresholds))
    return tuple(shown)


def _each_alone(question: QuestionCount, thresholds: Thresholds) -> tuple[PublishedOption, ...]:
    """Several choices overlap, so none are joined: each option is its own yes-or-no question.

    The count of an option almost everybody chose would point at the few who didn't: words only.
    Of 10 to 12 people any word would.
    """
    cell, people = thresholds.smallest_cell, question.people
    most_people = rounded(people, thresholds.rounding) + (thresholds.rounding - 1) // 2
    if most_people - cell < Measures.of(thresholds, shares=True).narrowest:
        return ()
    shown = []
    for key, count in question.options:
        if count < cell:
            shown.append(PublishedOption(keys=(key,), about=None))
        elif people - count < cell:
            share = _word_of_most(count, people, thresholds)
            shown.append(PublishedOption(keys=(key,), about=None, share=share))
        elif people < thresholds.percentage_base:
            shown.append(
                PublishedOption(keys=(key,), about=None, share=share_of(Fraction(count, people)))
            )
        else:
            shown.append(_shown((key,), count, people, thresholds))
    return tuple(shown)


def _word_of_most(count: int, people: int, thresholds: Thresholds) -> Share:
    """The word for an option that fewer than the smallest cell did not choose.

    It is the word of its share only if each word leaves enough numbers open: how many did not
    choose it. Otherwise all such options have the same word.
    """
    about, rounding = rounded(people, thresholds.rounding), thresholds.rounding
    in_words = people < thresholds.percentage_base
    open_for: dict[Share, set[int]] = {}
    for whole in range(about - rounding // 2, about + (rounding - 1) // 2 + 1):
        if (whole < thresholds.percentage_base) is not in_words:
            continue
        # Where others have a number, a word alone says that fewer than the cell did not choose it.
        fewest = thresholds.smallest_cell if in_words else whole - thresholds.smallest_cell + 1
        for chose in range(max(fewest, thresholds.smallest_cell), whole + 1):
            open_for.setdefault(share_of(Fraction(chose, whole)), set()).add(whole - chose)
    narrowest = Measures.of(thresholds, shares=True).narrowest
    if any(
        min(open_) < thresholds.smallest_cell and max(open_) - min(open_) < narrowest
        for open_ in open_for.values()
    ):
        return Share.MOST
    return share_of(Fraction(count, people))


def _shown(
    keys: tuple[str, ...], count: int, people: int, thresholds: Thresholds
) -> PublishedOption:
    about = rounded(count, thresholds.rounding)
    if people >= thresholds.percentage_base:
        return PublishedOption(keys=keys, about=about, percent=percent_of(count, people))
    return PublishedOption(keys=keys, about=about, share=share_of(Fraction(count, people)))


def share_of(part: float | Fraction) -> Share:
    """A share from 0 to 1 in words, by the nearest 5%."""
    percent = floor(part * 20 + Fraction(1, 2)) * 5
    for least, share in ((90, Share.NEARLY_ALL), (60, Share.MOST), (45, Share.ABOUT_HALF)):
        if percent >= least:
            return share
    return Share.LESS_THAN_HALF if percent >= 20 else Share.FEW


def published_wards(by_ward: Mapping[str, int], thresholds: Thresholds) -> PublishedWards:
    """Rule 4 of docs/decisions/0008: wards below the smallest cell are withheld, never exactly one.

    Their sum is shown only if it is large enough and no single ward can be worked out from it.
    """
    wards, counts = [*by_ward], tuple(by_ward.values())
    joined = join(counts, Measures.of(thresholds, shares=False))
    together = sum(counts[place] for place in joined)
    enough = len(joined) > 1 and together >= thresholds.smallest_cell
    return PublishedWards(
        rows=tuple(
            (ward, rounded(count, thresholds.rounding))
            for place, (ward, count) in enumerate(by_ward.items())
            if place not in joined
        ),
        others=rounded(together, thresholds.rounding) if enough else None,
        other_wards=tuple(wards[place] for place in joined),
    )
