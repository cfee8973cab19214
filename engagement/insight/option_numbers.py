"""How the options of one question are shown: one by one, joined, hidden, in percent or in words.

Everything here depends on the true counts of one question and on its ``Base``: what a reader knows
of those who answered it. See rules 2 and 3 of docs/decisions/0008.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import floor

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.joining import Measures, join, percent_of, rounded, shared_among
from engagement.insight.several_choices import Ticks, guesses
from engagement.insight.summary import QuestionCount

MOST_ALIKE = 100
"""With more numbers that are possible for a branch, hardly any options would fit them all."""


class Share(StrEnum):
    """A share in words, for a base too small for percentages."""

    NEARLY_ALL = "nearly-all"  # 90% or more, rounded to 5
    MOST = "most"  # 60 to 85%
    ABOUT_HALF = "about-half"  # 45 to 55%
    LESS_THAN_HALF = "less-than-half"  # 20 to 40%
    FEW = "few"  # 15% or less


@dataclass(frozen=True, slots=True)
class PublishedOption:
    """Options that are shown together. ``about`` is their rounded count, or None if withheld: of a
    branch there may be a percentage alone."""

    keys: tuple[str, ...]
    about: int | None
    percent: int | None = None
    share: Share | None = None

    @property
    def look(self) -> tuple[int | None, int | None, Share | None]:
        """All that is shown apart from the label: next to a word there isn't a number."""
        return None if self.share else self.about, self.percent, self.share


@dataclass(frozen=True, slots=True)
class PublishedQuestion:
    """One question. ``about`` people answered; None if fewer than the smallest cell, and of one in
    own words, whose answers are in an export without those of danger. ``up_to``:
    so few skipped it that the number is that of the consultation, or for a branch the number of
    those who were asked, as far as a reader knows it. ``asked``: so many chose to be asked it,
    where that may be told."""

    key: str
    about: int | None
    options: tuple[PublishedOption, ...] = ()
    up_to: bool = False
    asked: int | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Base:
    """Those who answered a question, as far as a reader knows: between ``fewest`` and ``most``. The
    form of what is shown depends on nothing else of them. ``in_percent``: shares are percentages.

    Of a branch, ``alike`` are the numbers of people of each of which its options must be possible.
    """

    about: int
    fewest: int
    most: int
    in_percent: bool
    up_to: bool = False
    alike: range = range(0)


def options_of(
    question: QuestionCount, base: Base, thresholds: Thresholds
) -> tuple[PublishedOption, ...]:
    """The options as they may be shown; none where too few people chose each. Of a branch they are
    shown only if each number of people who may have answered could have led to the same, and
    without numbers, which seldom could: so they tell nothing of how many gave the answer that leads
    to it."""
    if len(base.alike) > MOST_ALIKE:
        return ()
    found = _shown_of(question, base, thresholds)
    if not (found and base.alike):
        return found
    shown = tuple(replace(option, about=None) for option in found)
    blank = replace(question, people=0, options=tuple((key, 0) for key, _ in question.options))
    return shown if _always_possible(blank, shown, base, thresholds) else ()


@lru_cache(maxsize=10_000)
def _always_possible(
    blank: QuestionCount, shown: tuple[PublishedOption, ...], base: Base, thresholds: Thresholds
) -> bool:
    """Whether each number that base.alike holds could have led to what is ``shown``."""
    return all(_could_be(blank, shown, base, people, thresholds) for people in base.alike)


def _shown_of(
    question: QuestionCount, base: Base, thresholds: Thresholds
) -> tuple[PublishedOption, ...]:
    if question.kind is QuestionKind.SEVERAL:
        return _each_alone(question, base, thresholds)
    return joined_options(question, base, thresholds)


def numbers_behind(
    option: PublishedOption, kind: QuestionKind, base: Base, thresholds: Thresholds
) -> range:
    """The true numbers of people that an option, or several together, may mean."""
    if kind is QuestionKind.SEVERAL:
        form = (option.about, option.percent, option.share)
        wholes = range(base.fewest, base.most + 1)
        found = [r for whole in wholes if (r := alike(form, whole, base, thresholds))]
    else:
        found = [
            r
            for whole in range(base.fewest, base.most + 1)
            if (r := fitting(option, whole, base, thresholds))
        ]
    return range(min((r[0] for r in found), default=0), max((r[-1] + 1 for r in found), default=1))


def fitting(option: PublishedOption, people: int, base: Base, thresholds: Thresholds) -> range:
    """The true numbers of ``people`` that are shown as this option is."""
    cell, step = thresholds.smallest_cell, thresholds.rounding
    about, *share = option.look
    tried = range(cell, people + 1)
    if about is not None:
        tried = range(max(cell, about - step), min(people, about + step) + 1)
    looks = ((n, shown_as(("",), n, people, base, thresholds).look) for n in tried)
    fits = [n for n, look in looks if [*look[1:]] == share and about in (None, look[0])]
    return range(fits[0], fits[-1] + 1) if fits else range(0)


def _could_be(
    question: QuestionCount,
    shown: tuple[PublishedOption, ...],
    base: Base,
    people: int,
    thresholds: Thresholds,
) -> bool:
    """Whether ``people`` could have answered so that the options are shown like this. It looks at
    nothing but what is shown."""
    looks = [option.look for option in shown]
    if question.kind is QuestionKind.SEVERAL:
        boxes = {people: [alike(look, people, base, thresholds) for look in looks]}
        return bool(guesses(boxes, _ticks(question))[0])
    for table in _tables(question, shown, base, people, thresholds):
        other = replace(question, people=people, options=table)
        found = joined_options(other, base, thresholds)
        if tuple(replace(option, about=None) for option in found) == shown:
            return True
    return False


def _tables(
    question: QuestionCount,
    shown: tuple[PublishedOption, ...],
    base: Base,
    people: int,
    thresholds: Thresholds,
) -> Iterator[tuple[tuple[str, int], ...]]:
    """True tables of ``people`` that are worth a try."""
    fits = [fitting(option, people, base, thresholds) for option in shown]
    if not all(fits):
        return
    cell, keys = thresholds.smallest_cell, [key for key, _ in question.options]
    for totals in _adding_up(people, fits):
        alone = [n for option, n in zip(shown, totals, strict=True) if len(option.keys) == 1]
        counts = {o.keys[0]: n for o, n in zip(shown, totals, strict=True) if len(o.keys) == 1}
        joined = [(o.keys, n) for o, n in zip(shown, totals, strict=True) if len(o.keys) > 1]
        if not joined:
            yield tuple((key, counts[key]) for key in keys)
        for members, together in joined:
            for shared in shared_among(together, len(members), min(alone), cell):
                every = counts | dict(zip(members, shared, strict=True))
                yield tuple((key, every[key]) for key in keys)


def _adding_up(people: int, fits: list[range]) -> Iterator[tuple[int, ...]]:
    """Numbers in these ranges that add up to ``people``: raised from the lowest one after the
    other, from the first and from the last, or all alike."""
    lowest = [r[0] for r in fits]
    left = people - sum(lowest)
    if left < 0:
        return
    places = [*range(len(fits))]
    for order in (places, places[::-1]):
        numbers, more = [*lowest], left
        for place in order:
            step = min(more, fits[place][-1] - numbers[place])
            numbers[place] += step
            more -= step
        if not more:
            yield tuple(numbers)
    numbers, more = [*lowest], left
    while more and any(n < r[-1] for n, r in zip(numbers, fits, strict=True)):
        for place, box in enumerate(fits):
            if more and numbers[place] < box[-1]:
                numbers[place] += 1
                more -= 1
    if not more:
        yield tuple(numbers)


def joined_options(
    question: QuestionCount, base: Base, thresholds: Thresholds
) -> tuple[PublishedOption, ...]:
    """Single choices and scales: small options are joined until nobody can turn that back."""
    counts = tuple(count for _, count in question.options)
    kept = tuple(p for p, (key, _) in enumerate(question.options) if key in question.kept)
    measures = replace(Measures.of(thresholds), kept=kept)
    if base.up_to:
        # Whatever the true number is, the reader sees only the one or only the other.
        measures = replace(measures, percentage_base=0 if base.in_percent else sum(counts) + 1)
    joined = join(counts, measures)
    if len(counts) - len(joined) + bool(joined) < 2:
        return ()
    shown = []
    for place, (key, count) in enumerate(question.options):
        if place not in joined:
            shown.append(shown_as((key,), count, question.people, base, thresholds))
        elif place == joined[0]:
            keys = tuple(question.options[p][0] for p in joined)
            together = sum(counts[p] for p in joined)
            shown.append(shown_as(keys, together, question.people, base, thresholds))
    return tuple(shown)


def _each_alone(
    question: QuestionCount, base: Base, thresholds: Thresholds
) -> tuple[PublishedOption, ...]:
    """Several choices overlap, so none are joined: each option is its own yes-or-no question.

    The count of an option almost everybody chose would point at the few who didn't: words only.
    Of 10 to 12 people any word would. Where the others would tell how many chose a hidden option,
    or how few did not choose one, no option is shown.
    """
    cell, people = thresholds.smallest_cell, question.people
    narrowest = Measures.of(thresholds).narrowest
    if base.most - cell < narrowest or question.kept:
        return ()
    shown = tuple(
        PublishedOption((key,), *shown_alone(count, people, base, thresholds))
        for key, count in question.options
    )
    forms = [(option.about, option.percent, option.share) for option in shown]
    boxes = {
        whole: [alike(form, whole, base, thresholds) for form in forms]
        for whole in range(base.fewest, base.most + 1)
    }
    chose, did_not = guesses(boxes, _ticks(question))
    for place, (_, count) in enumerate(question.options):
        few = (count < cell and chose) or (people - count < cell and did_not)
        if len(shown) > 1 and few and few[place].high - few[place].low < narrowest:
            return ()
    return shown


def _ticks(question: QuestionCount) -> Ticks:
    keys = [key for key, _ in question.options]
    alone = frozenset(keys.index(key) for key in question.exclusive)
    return Ticks(alone, question.most or max(1, len(keys) - len(alone)))


Alone = tuple[int | None, int | None, Share | None]


def shown_alone(count: int, people: int, base: Base, thresholds: Thresholds) -> Alone:
    """What is shown of one option by itself: its number, its percentage, or a word."""
    if count < thresholds.smallest_cell:
        return None, None, None
    if people - count < thresholds.smallest_cell:
        return None, None, _word_of_most(count, people, base, thresholds)
    if not base.in_percent:
        return None, None, share_of(Fraction(count, people))
    return rounded(count, thresholds.rounding), percent_of(count, people), None


@lru_cache(maxsize=10_000)
def alike(form: Alone, people: int, base: Base, thresholds: Thresholds) -> range:
    """The true numbers that would be shown in this form, of ``people`` who answered."""
    cell, step = thresholds.smallest_cell, thresholds.rounding
    about, percent, share = form
    if about is not None:
        tried = range(max(0, about - step), min(people, about + step) + 1)
    elif percent is not None:
        tried = range(cell, people + 1)
    elif share is None:
        tried = range(min(cell - 1, people) + 1)
    else:
        # Next to percentages a word is only for what almost everybody chose.
        tried = range(max(0, people - cell) if base.in_percent else 0, people + 1)
    found = ((n, shown_alone(n, people, base, thresholds)) for n in tried)
    fits = [n for n, alone in found if alone[1:] == form[1:] and about in (None, alone[0])]
    return range(fits[0], fits[-1] + 1) if fits else range(0)


def _word_of_most(count: int, people: int, base: Base, thresholds: Thresholds) -> Share:
    """The word for an option that fewer than the smallest cell did not choose.

    It is the word of its share only if each word leaves enough numbers open: how many did not
    choose it. Otherwise all such options have the same word.
    """
    return Share.MOST if _word_tells(base, thresholds) else share_of(Fraction(count, people))


@lru_cache(maxsize=1_000)
def _word_tells(base: Base, thresholds: Thresholds) -> bool:
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


def shown_as(
    keys: tuple[str, ...], count: int, people: int, base: Base, thresholds: Thresholds
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
