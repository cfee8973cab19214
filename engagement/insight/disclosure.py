"""Disclosure control: no published number can identify a person.

The rule is our own; its worked tables are golden tests. Fewer than ``smallest_cell`` people are
shown only as "fewer than 10"; small options are joined with the next smallest; counts are rounded;
percentages come from the true counts, are rounded to 5, and need at least ``percentage_base``
people; a ward is never withheld alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
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
    """One question. ``about`` people answered; with ``up_to`` any number up to that, because its
    own would tell how few did, or how few skipped it."""

    key: str
    about: int
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
        questions=tuple(
            published_question(q, thresholds, of=counts.people) for q in counts.questions
        ),
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


def published_question(
    question: QuestionCount, thresholds: Thresholds, *, of: int
) -> PublishedQuestion:
    """One question, by rules 1 to 3 of docs/decisions/0008, of a consultation that ``of`` people
    answered. Its own number is shown only where those who skipped it are no small group either;
    otherwise only the shares of its options are shown, and only if they don't tell how many did."""
    people, cell = question.people, thresholds.smallest_cell
    up_to = min(people, of - people) < cell
    about = rounded(of if up_to else people, thresholds.rounding)
    options: tuple[PublishedOption, ...] = ()
    if people >= cell and question.kind is not QuestionKind.TEXT:
        several = question.kind is QuestionKind.SEVERAL
        if up_to and about - thresholds.rounding // 2 - cell < thresholds.percentage_base:
            # That there are percentages would tell that enough people answered this for them.
            words_only = {"percentage_base": about + thresholds.rounding}
            thresholds = thresholds.model_copy(update=words_only)
        options = (_each_alone if several else _joined)(question, thresholds)
        if up_to:
            # Numbers would add up to those who answered. A number beside a word is shown nowhere.
            options = tuple(replace(option, about=None) for option in options)
            if _tells_who_skipped(options, about, thresholds, several=several):
                options = ()
    return PublishedQuestion(key=question.key, about=about, options=options, up_to=up_to)


@lru_cache(maxsize=10_000)
def _tells_who_skipped(
    options: tuple[PublishedOption, ...], of: int, thresholds: Thresholds, *, several: bool
) -> bool:
    """Whether the options leave too few numbers open: how many of about ``of`` people, fewer than
    the smallest cell, skipped the question."""
    cell, rounding = thresholds.smallest_cell, thresholds.rounding
    fits = _fits_several if several else _fits_one
    open_ = {
        whole - people
        for whole in range(max(cell, of - rounding // 2), of + (rounding - 1) // 2 + 1)
        for people in range(max(cell, whole - cell + 1), whole + 1)
        if fits(options, people, thresholds)
    }
    return (
        max(open_, default=0) - min(open_, default=0)
        < Measures.of(thresholds, shares=True).narrowest
    )


def _fits_one(options: Sequence[PublishedOption], people: int, thresholds: Thresholds) -> bool:
    """Whether ``people`` may have answered a single choice or a scale that is shown like this."""
    least = most = 0
    for option in options:
        counts = _candidates(option, people, thresholds)
        ends = [
            next((n for n in order if _has_this_share(option, n, people, thresholds)), None)
            for order in (counts, reversed(counts))
        ]
        if ends[0] is None or ends[1] is None:
            return False
        least, most = least + ends[0], most + ends[1]
    return least <= people <= most


def _has_this_share(
    option: PublishedOption, count: int, people: int, thresholds: Thresholds
) -> bool:
    return replace(_shown(option.keys, count, people, thresholds), about=None) == option


def _fits_several(options: Sequence[PublishedOption], people: int, thresholds: Thresholds) -> bool:
    """Whether ``people`` may have answered several choices that are shown like this."""
    return _has_room(people, thresholds) and all(
        any(
            replace(_alone(option.keys[0], count, people, thresholds), about=None) == option
            for count in (0, *_candidates(option, people, thresholds), people)
        )
        for option in options
    )


def _candidates(option: PublishedOption, people: int, thresholds: Thresholds) -> range:
    """The true counts that may have this share if ``people`` answered, and some that may not."""
    least, most = thresholds.smallest_cell, people
    if option.percent is not None:
        least = max(least, people * (2 * option.percent - 5) // 200)
        most = min(most, people * (2 * option.percent + 5) // 200 + 1)
    elif people >= thresholds.percentage_base:
        least = people  # a word beside percentages: nearly everybody, or under the smallest cell
    return range(least, most + 1)


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
    if not _has_room(question.people, thresholds):
        return ()
    return tuple(_alone(key, count, question.people, thresholds) for key, count in question.options)


def _has_room(people: int, thresholds: Thresholds) -> bool:
    """Whether enough people answered several choices for any word about one of them."""
    most = rounded(people, thresholds.rounding) + (thresholds.rounding - 1) // 2
    return most - thresholds.smallest_cell >= Measures.of(thresholds, shares=True).narrowest


def _alone(key: str, count: int, people: int, thresholds: Thresholds) -> PublishedOption:
    """One of several choices, chosen by ``count`` of ``people``."""
    if count < thresholds.smallest_cell:
        return PublishedOption(keys=(key,), about=None)
    if people - count < thresholds.smallest_cell:
        share = _word_of_most(count, people, thresholds)
        return PublishedOption(keys=(key,), about=None, share=share)
    if people < thresholds.percentage_base:
        return PublishedOption(keys=(key,), about=None, share=share_of(Fraction(count, people)))
    return _shown((key,), count, people, thresholds)


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
