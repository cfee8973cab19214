"""What the numbers of one question at two closes tell together of a small option.

A reader who supposes that answers were only added looks for pairs of true tables, none of whose
numbers has fallen, of which the first would be published as the one and the second as the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engagement.insight.joining import Form, Measures, Table, rounded, tables_behind
from engagement.insight.option_numbers import PublishedOption, PublishedQuestion, Share
from engagement.insight.released_table import Limits

Shown = tuple[PublishedQuestion, Limits]
WHOLES_TRIED = 4
"""The rounded numbers of people who answered that are tried, the highest first."""
_SHARES = {
    Share.FEW: -1,
    Share.LESS_THAN_HALF: -2,
    Share.ABOUT_HALF: -3,
    Share.MOST: -4,
    Share.NEARLY_ALL: -5,
}


def tell_too_much(keys: tuple[str, ...], then: Shown, now: Shown) -> bool:
    """Whether ``then`` and ``now`` leave an option of either too few numbers. It looks at nothing
    but what is shown, and for a bounded number of pairs: what isn't found counts as not there."""
    if _has_fallen(then, now):
        # Answers were changed or taken back, so neither table is a bound for the other.
        return False
    group = frozenset(_group(then[0]))
    firsts = [*_tables(keys, then, kept=False)]
    seconds = [
        table
        for table in _tables(keys, now, kept=_group(now[0]) == _group(then[0]))
        if any(table[keys.index(key)] < now[1].smallest_cell for key in group)
    ]
    pairs = [(a, b) for a in firsts for b in seconds if _grew(a, b)]
    for (shown, limits), nth in ((then, 0), (now, 1)):
        narrowest = min(5, limits.smallest_cell - 1)
        for key in _group(shown):
            found = {pair[nth][keys.index(key)] for pair in pairs}
            if not found or max(found) - min(found) < narrowest:
                return True
    return False


def _has_fallen(then: Shown, now: Shown) -> bool:
    """Whether an option, or those that are shown together in both, has certainly fewer now."""
    (first, by), (second, by_now) = then, now
    least = {o.keys: (o.about or 0) - by.rounding // 2 for o in first.options}
    most = {o.keys: (o.about or 0) + (by_now.rounding - 1) // 2 for o in second.options}
    return any(keys in most and most[keys] < number for keys, number in least.items())


def _grew(first: Table, second: Table) -> bool:
    return all(a <= b for a, b in zip(first, second, strict=True))


def _group(shown: PublishedQuestion) -> tuple[str, ...]:
    return next((option.keys for option in shown.options if len(option.keys) > 1), ())


def _tables(keys: tuple[str, ...], shown: Shown, *, kept: bool) -> Iterator[Table]:
    question, limits = shown
    group = _group(question)
    joined = tuple(keys.index(key) for key in group)
    alone = [option for option in question.options if len(option.keys) == 1]
    together = [option for option in question.options if len(option.keys) > 1]
    in_percent = any(option.percent is not None for option in question.options)
    base = limits.percentage_base
    if question.up_to:
        # Whatever the true number is, the reader sees only percentages or only words.
        base = 0 if in_percent else 10**9
    measures = Measures(limits.smallest_cell, limits.rounding, base)
    if kept:
        measures = replace(measures, kept=joined)
    numbers = tuple((option.about or 0, _share_of(option)) for option in (*alone, *together))
    for whole in _wholes(question, numbers, limits):
        form = Form(len(keys), 0, joined, whole, numbers)
        yield from tables_behind(form, measures)


def _share_of(option: PublishedOption) -> int:
    if option.percent is not None:
        return option.percent
    return 0 if option.share is None else _SHARES[option.share]


def _wholes(
    question: PublishedQuestion, numbers: tuple[tuple[int, int], ...], limits: Limits
) -> list[int]:
    """The rounded numbers of people who may have answered."""
    about, step = question.about or 0, limits.rounding
    if not question.up_to:
        return [about]
    total = rounded(sum(number for number, _ in numbers), step)
    near = [total + n * step for n in (0, 1, -1, 2, -2)]
    return [one for one in near if 0 < one <= about][:WHOLES_TRIED]
