"""Disclosure control: no published number can identify a person.

The rule is our own; its worked tables are golden tests. Fewer than ``smallest_cell`` people are
shown only as "fewer than 10"; small options are joined with the next smallest; counts are rounded;
percentages come from the true counts, are rounded to 5, and need at least ``percentage_base``
people who answered or, of a question that few of them skipped, who took part. For the wards see
``ward_numbers``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import floor

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.joining import Measures, join, percent_of
from engagement.insight.joining import rounded as rounded
from engagement.insight.several_choices import Ticks, guesses
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_numbers import NO_WARDS, Between, PublishedWards, by_ward, whole_alone

RULE = 1
"""The version of this rule, which each release is stored with. A change by which any table would be
published differently is another version."""


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
    """One question. ``about`` people answered; None if fewer than the smallest cell, and of one in
    own words, whose answers stand in an export without those of danger. ``up_to``:
    so few skipped it that the number is that of the consultation."""

    key: str
    about: int | None
    options: tuple[PublishedOption, ...] = ()
    up_to: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """One consultation as shown. ``about`` people answered, or with ``about_to`` from the one to
    the other. It is None if they are fewer than ``fewer_than``, or than the smallest cell."""

    about: int | None
    wards: PublishedWards = NO_WARDS
    questions: tuple[PublishedQuestion, ...] = ()
    about_to: int | None = None
    fewer_than: int | None = None


def published(counts: Counts, thresholds: Thresholds) -> Published:
    """The rule applied to the true ``counts``: what may be shown of them."""
    wards, whole = by_ward(counts.by_ward, thresholds)
    if whole.people is None:
        is_usual = whole.least == thresholds.smallest_cell
        return Published(about=None, fewer_than=None if is_usual else whole.least)
    about, about_to = whole.people.about(thresholds.rounding)
    return Published(
        about=about,
        about_to=about_to,
        wards=wards,
        questions=tuple(_among(q, whole.people, thresholds) for q in counts.questions),
    )


@dataclass(frozen=True, slots=True)
class _Base:
    """Those who answered a question, as far as a reader knows: between ``fewest`` and ``most``. The
    form of what is shown depends on nothing else of them. ``in_percent``: shares are percentages.
    """

    about: int
    fewest: int
    most: int
    in_percent: bool
    up_to: bool = False


def _own_base(people: int, thresholds: Thresholds) -> _Base:
    """Of a question with a number of its own. Whether percentages are shown tells a reader on which
    side of the base it is."""
    return _base(whole_alone(people, thresholds), thresholds)


def _base(known: Between, thresholds: Thresholds) -> _Base:
    about = rounded(known.most, thresholds.rounding)
    return _Base(about, known.least, known.most, known.least >= thresholds.percentage_base)


def _base_of_all(people: Between, thresholds: Thresholds) -> _Base:
    """Of a question that few of ``people`` skipped. Percentages are shown where enough people took
    part, however few of them skipped it: that tells nothing of these."""
    whole = _base(people, thresholds)
    fewest = max(thresholds.smallest_cell, whole.fewest - (thresholds.smallest_cell - 1))
    return replace(whole, fewest=fewest, up_to=True)


def _among(question: QuestionCount, people: Between, thresholds: Thresholds) -> PublishedQuestion:
    """One question of a consultation that ``people`` took part in. Its own number beside theirs
    would tell how few skipped it, unless at least a cell did, however many took part."""
    if people.least - question.people >= thresholds.smallest_cell:
        return published_question(question, thresholds)
    return _published(question, _base_of_all(people, thresholds), thresholds)


def published_question(question: QuestionCount, thresholds: Thresholds) -> PublishedQuestion:
    """One question with a number of its own, by rules 1 to 3 of docs/decisions/0008."""
    return _published(question, _own_base(question.people, thresholds), thresholds)


def _published(question: QuestionCount, base: _Base, thresholds: Thresholds) -> PublishedQuestion:
    if question.kind is QuestionKind.TEXT:
        # Beside an export it would tell how many texts are left out of that.
        return PublishedQuestion(key=question.key, about=None)
    if question.people < thresholds.smallest_cell:
        return PublishedQuestion(key=question.key, about=None)
    options: tuple[PublishedOption, ...] = ()
    if question.kind is QuestionKind.SEVERAL:
        options = _each_alone(question, base, thresholds)
    else:
        options = _joined(question, base, thresholds)
    return PublishedQuestion(question.key, base.about, options, up_to=base.up_to)


def _joined(
    question: QuestionCount, base: _Base, thresholds: Thresholds
) -> tuple[PublishedOption, ...]:
    """Single choices and scales: small options are joined until nobody can turn that back."""
    counts = tuple(count for _, count in question.options)
    measures = Measures.of(thresholds)
    if base.up_to:
        # Whatever the true number is, the reader sees only the one or only the other.
        measures = replace(measures, percentage_base=0 if base.in_percent else sum(counts) + 1)
    joined = join(counts, measures)
    if len(counts) - len(joined) + bool(joined) < 2:
        return ()
    shown = []
    for place, (key, count) in enumerate(question.options):
        if place not in joined:
            shown.append(_shown((key,), count, question.people, base, thresholds))
        elif place == joined[0]:
            keys = tuple(question.options[p][0] for p in joined)
            together = sum(counts[p] for p in joined)
            shown.append(_shown(keys, together, question.people, base, thresholds))
    return tuple(shown)


def _each_alone(
    question: QuestionCount, base: _Base, thresholds: Thresholds
) -> tuple[PublishedOption, ...]:
    """Several choices overlap, so none are joined: each option is its own yes-or-no question.

    The count of an option almost everybody chose would point at the few who didn't: words only.
    Of 10 to 12 people any word would. Where the others would tell how many chose a hidden option,
    or how few did not choose one, no option is shown.
    """
    cell, people = thresholds.smallest_cell, question.people
    narrowest = Measures.of(thresholds).narrowest
    if base.most - cell < narrowest:
        return ()
    shown = tuple(
        PublishedOption((key,), *_alone(count, people, base, thresholds))
        for key, count in question.options
    )
    forms = [(option.about, option.percent, option.share) for option in shown]
    boxes = {
        whole: [_alike(form, whole, base, thresholds) for form in forms]
        for whole in range(base.fewest, base.most + 1)
    }
    keys = [key for key, _ in question.options]
    alone = frozenset(keys.index(key) for key in question.exclusive)
    chose, did_not = guesses(boxes, Ticks(alone, question.most or max(1, len(keys) - len(alone))))
    for place, (_, count) in enumerate(question.options):
        few = (count < cell and chose) or (people - count < cell and did_not)
        if len(keys) > 1 and few and few[place].high - few[place].low < narrowest:
            return ()
    return shown


_Alone = tuple[int | None, int | None, Share | None]


def _alone(count: int, people: int, base: _Base, thresholds: Thresholds) -> _Alone:
    """What is shown of one option by itself: its number, its percentage, or a word."""
    if count < thresholds.smallest_cell:
        return None, None, None
    if people - count < thresholds.smallest_cell:
        return None, None, _word_of_most(count, people, base, thresholds)
    if not base.in_percent:
        return None, None, share_of(Fraction(count, people))
    return rounded(count, thresholds.rounding), percent_of(count, people), None


@lru_cache(maxsize=10_000)
def _alike(form: _Alone, people: int, base: _Base, thresholds: Thresholds) -> range:
    """The true numbers that would be shown in this form, of ``people`` who answered."""
    cell, step = thresholds.smallest_cell, thresholds.rounding
    about, _, share = form
    if about is not None:
        tried = range(max(0, about - step), min(people, about + step) + 1)
    elif share is None:
        tried = range(min(cell - 1, people) + 1)
    else:
        # Beside percentages a word is only for what almost everybody chose.
        tried = range(max(0, people - cell) if base.in_percent else 0, people + 1)
    fits = [n for n in tried if _alone(n, people, base, thresholds) == form]
    return range(fits[0], fits[-1] + 1) if fits else range(0)


def _word_of_most(count: int, people: int, base: _Base, thresholds: Thresholds) -> Share:
    """The word for an option that fewer than the smallest cell did not choose.

    It is the word of its share only if each word leaves enough numbers open: how many did not
    choose it. Otherwise all such options have the same word.
    """
    return Share.MOST if _word_tells(base, thresholds) else share_of(Fraction(count, people))


@lru_cache(maxsize=1_000)
def _word_tells(base: _Base, thresholds: Thresholds) -> bool:
    """Whether the word of a share would tell how few did not choose an option."""
    open_for: dict[Share, set[int]] = {}
    for whole in range(base.fewest, base.most + 1):
        # Where others have a number, a word alone says that fewer than the cell did not choose it.
        alone = base.in_percent
        fewest = whole - thresholds.smallest_cell + 1 if alone else thresholds.smallest_cell
        for chose in range(max(fewest, thresholds.smallest_cell), whole + 1):
            open_for.setdefault(share_of(Fraction(chose, whole)), set()).add(whole - chose)
    narrowest = Measures.of(thresholds).narrowest
    return any(
        min(open_) < thresholds.smallest_cell and max(open_) - min(open_) < narrowest
        for open_ in open_for.values()
    )


def _shown(
    keys: tuple[str, ...], count: int, people: int, base: _Base, thresholds: Thresholds
) -> PublishedOption:
    about = rounded(count, thresholds.rounding)
    if base.in_percent:
        return PublishedOption(keys=keys, about=about, percent=percent_of(count, people))
    return PublishedOption(keys=keys, about=about, share=share_of(Fraction(count, people)))


def share_of(part: float | Fraction) -> Share:
    """A share from 0 to 1 in words, by the nearest 5%."""
    percent = floor(part * 20 + Fraction(1, 2)) * 5
    for least, share in ((90, Share.NEARLY_ALL), (60, Share.MOST), (45, Share.ABOUT_HALF)):
        if percent >= least:
            return share
    return Share.LESS_THAN_HALF if percent >= 20 else Share.FEW
