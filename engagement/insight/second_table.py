"""The table of a later close, where a consultation was opened again after its first.

People have the first table, and the screen before each close, and suppose that answers were only
added. So whether there is another table, and what is shown in it, depends on nothing that they
aren't shown anyway; and each small number may still be one of enough, in both tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.disclosure import Published, PublishedQuestion, published
from engagement.insight.joining import rounded
from engagement.insight.option_pairs import tell_too_much
from engagement.insight.place_numbers import staying_as
from engagement.insight.released_table import Limits, ReleasedTable
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_numbers import NOBODY, Between, ToldBefore, in_tens, known_of_wards


@dataclass(frozen=True, slots=True)
class Second:
    """A later table. ``former`` are the questions whose numbers are those of the earlier close."""

    published: Published
    former: tuple[str, ...] = ()


def joined_tens(
    shown: Published, by_ward: Mapping[str, int], thresholds: Thresholds
) -> tuple[tuple[str, int], ...]:
    """The tens of those wards shown together that aren't small, as the screen before the close had
    them: a later table needs to know."""
    cell = thresholds.smallest_cell
    counts = [(ward, by_ward.get(ward, 0)) for ward in shown.wards.other_wards]
    return tuple((ward, in_tens(n, thresholds)) for ward, n in counts if n >= cell)


def differs(by_ward: Mapping[str, int], before: ReleasedTable, thresholds: Thresholds) -> bool:
    """Whether at least a smallest cell of people have come or gone since the table ``before``, as
    anybody knows who has that table and sees which wards are small, and the numbers of the others.

    Where nothing was shown before, there is nothing to compare with.
    """
    shown, limits, cell = before.published, before.limits, thresholds.smallest_cell
    if shown.about is None:
        return True
    told = told_before(by_ward, before, thresholds)
    now = known_of_wards(by_ward, thresholds, told)
    all_now = sum(now.values(), NOBODY)
    if all_now.least - _highest(shown.about, shown.about_to, limits) >= cell:
        return True
    if _have_gone(by_ward, before, thresholds):
        return True
    together = sum(known.least for ward, known in now.items() if ward in told.together)
    grown = max(0, together - told.sum.most)
    for ward, known in now.items():
        if ward in told.rows:
            grown += max(0, known.least - told.rows[ward].most)
    return grown >= cell


def _have_gone(by_ward: Mapping[str, int], before: ReleasedTable, thresholds: Thresholds) -> bool:
    """Whether a smallest cell of people have gone, as anybody knows: then nobody supposes that
    answers were only added."""
    about = before.published.about or 0
    now = sum(known_of_wards(by_ward, thresholds).values(), NOBODY)
    return about - before.limits.rounding // 2 - now.most >= thresholds.smallest_cell


def told_before(
    by_ward: Mapping[str, int], before: ReleasedTable, thresholds: Thresholds
) -> ToldBefore:
    """What the table ``before`` told of the wards. Those shown together in it stay so while their
    own row could narrow what they were: until it is above all that they may have been."""
    wards, limits = before.published.wards, before.limits
    if before.published.about is None:
        return ToldBefore()
    cell = limits.smallest_cell
    rows = {
        ward: Between(max(cell, about - limits.rounding // 2), _highest(about, None, limits))
        for ward, about in wards.rows
    }
    most = 0 if wards.others is None else _highest(wards.others, wards.others_to, limits)
    together = frozenset(wards.other_wards)
    if not rows and not together:
        # Nothing was told of the wards one by one, as before there was a register.
        together = frozenset(by_ward)
        most = _highest(before.published.about, before.published.about_to, limits)
    tens = {ward: in_tens(by_ward.get(ward, 0), thresholds) for ward in together}
    large = [w for w in together if by_ward.get(w, 0) >= thresholds.smallest_cell]
    if before.joined is None:
        stay = frozenset(ward for ward in large if tens[ward] < most)
    else:
        then = dict(before.joined)
        stay = frozenset(w for w in large if w in then and tens[w] <= then[w])
    return ToldBefore(rows, together, Between(0, most), stay)


def second_table(counts: Counts, before: ReleasedTable, thresholds: Thresholds) -> Second:
    """What may be shown of the ``counts`` next to the table ``before``."""
    have_gone = _have_gone(counts.by_ward, before, thresholds)
    told = ToldBefore() if have_gone else told_before(counts.by_ward, before, thresholds)
    usual = published(counts, thresholds, told)
    if before.published.about is None or usual.about is None:
        return Second(usual)
    then = {question.key: question for question in before.published.questions}
    joined = {q.key: _joined_before(q, then.get(q.key)) for q in counts.questions}
    places = {q.key for q in counts.questions if q.places is not None}
    apart = {q.key for q in usual.questions if _is_apart(q, then.get(q.key), before, thresholds)}
    apart -= places
    kept = tuple(
        _places_kept(question, then.get(question.key))
        if question.key in places
        else question
        if question.key in apart
        else replace(question, kept=joined[question.key])
        for question in counts.questions
    )
    now = published(replace(counts, questions=kept), thresholds, told)
    former: list[str] = []
    for question, shown in zip(counts.questions, now.questions, strict=True):
        earlier = then.get(question.key)
        hangs_on_former = question.branch is not None and question.branch.parent in former
        if earlier is None:
            continue
        follows = question.key in apart or _may_follow(question, earlier, shown, before, thresholds)
        if question.asked is not None and follows:
            follows = _form_may_follow(now, earlier, shown, before, thresholds)
        if hangs_on_former or not follows:
            former.append(question.key)
    questions = tuple(then[q.key] if q.key in former else q for q in now.questions)
    return Second(replace(now, questions=questions), tuple(former))


def _places_kept(question: QuestionCount, then: PublishedQuestion | None) -> QuestionCount:
    """Of places all stays joined: whatever else a square was counted with is larger than it."""
    if then is None or then.about is None or question.places is None:
        return question
    joined = next((option.keys for option in then.options if len(option.keys) > 1), ())
    kept = frozenset(joined if then.options else question.places.elsewhere)
    return replace(question, kept=kept, places=staying_as(question.places, then.options))


def _joined_before(question: QuestionCount, then: PublishedQuestion | None) -> frozenset[str]:
    """The options that were shown together, or not at all."""
    if then is None or then.about is None or question.kind is QuestionKind.SEVERAL:
        return frozenset()
    if not then.options:
        return frozenset(key for key, _ in question.options)
    groups = (option.keys for option in then.options if len(option.keys) > 1)
    return frozenset(next(groups, ()))


def _is_apart(
    now: PublishedQuestion,
    then: PublishedQuestion | None,
    before: ReleasedTable,
    thresholds: Thresholds,
) -> bool:
    """Whether each option has a number of its own now, which is above all that it may have been: so
    nothing can be taken from it, nor from what was shown before."""
    if then is None or then.about is None or not now.options:
        return False
    limits = before.limits
    most = {key: option.about for option in then.options for key in option.keys}
    for option in now.options:
        if len(option.keys) > 1 or option.about is None:
            return False
        earlier = most.get(option.keys[0], None if then.options else then.about)
        least = option.about - thresholds.rounding // 2
        if earlier is None or least < _highest(earlier, None, limits):
            return False
    return True


def _may_follow(
    question: QuestionCount,
    then: PublishedQuestion,
    now: PublishedQuestion,
    before: ReleasedTable,
    thresholds: Thresholds,
) -> bool:
    """Whether new numbers of a question may be shown next to those of ``then``."""
    if then.about is None or not question.options:
        return True
    if question.kind is QuestionKind.SEVERAL:
        return bool(then.options) and all(option.about is not None for option in then.options)
    if not then.options:
        return not now.options
    if all(len(option.keys) == 1 for option in then.options):
        return True
    if question.branch is not None or not now.options:
        return False
    keys = tuple(key for key, _ in question.options)
    return not tell_too_much(keys, (then, before.limits), (now, Limits.of(thresholds)))


def _form_may_follow(
    now: Published,
    then: PublishedQuestion,
    shown: PublishedQuestion,
    before: ReleasedTable,
    thresholds: Thresholds,
) -> bool:
    """Whether new numbers may be shown of a question that only the longer form has: by then more
    people have answered it, and more chose the short form, than all who took part at the earlier
    close. Otherwise the two tables together tell how few chose one of them, or skipped it there."""
    limits, least = before.limits, thresholds.rounding // 2
    everybody = _highest(before.published.about or 0, before.published.about_to, limits)
    if shown.asked is None or shown.about is None or now.about is None:
        return False
    both_told = then.asked is not None and shown.asked is not None
    if both_told and then.about is not None and then.up_to == shown.up_to:
        return True
    asked_most = _highest(shown.asked, None, Limits.of(thresholds))
    short = now.about - least - asked_most
    answered = shown.about - least - (thresholds.smallest_cell - 1 if shown.up_to else 0)
    return min(short, answered) >= everybody


def _highest(about: int, to: int | None, limits: Limits) -> int:
    return rounded(to or about, limits.rounding) + (limits.rounding - 1) // 2
