"""Disclosure control: no published number can identify a person.

The rule is our own; its worked tables are golden tests. Fewer than ``smallest_cell`` people are
shown only as "fewer than 10"; small options are joined with the next smallest; counts are rounded;
percentages come from the true counts, are rounded to 5, and need at least ``percentage_base``
people who answered or, of a question that few of them skipped, who took part. For the wards see
``ward_numbers``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.branch_numbers import Part, Told, asked_of, chose_more
from engagement.insight.joining import Measures
from engagement.insight.joining import rounded as rounded
from engagement.insight.option_numbers import Base, options_of
from engagement.insight.option_numbers import PublishedOption as PublishedOption
from engagement.insight.option_numbers import PublishedQuestion as PublishedQuestion
from engagement.insight.option_numbers import Share as Share
from engagement.insight.option_numbers import share_of as share_of
from engagement.insight.place_numbers import places_of
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_numbers import (
    NO_WARDS,
    NOTHING_BEFORE,
    Between,
    PublishedWards,
    ToldBefore,
    by_ward,
    whole_alone,
)

RULE = 2
"""The version of this rule, which each release is stored with. A change by which any table would be
published differently is another version."""


@dataclass(frozen=True, slots=True)
class Published:
    """One consultation as shown. ``about`` people answered, or with ``about_to`` from the one to
    the other. It is None if they are fewer than ``fewer_than``, or than the smallest cell."""

    about: int | None
    wards: PublishedWards = NO_WARDS
    questions: tuple[PublishedQuestion, ...] = ()
    about_to: int | None = None
    fewer_than: int | None = None


def published(
    counts: Counts, thresholds: Thresholds, before: ToldBefore = NOTHING_BEFORE
) -> Published:
    """The rule applied to the true ``counts``: what may be shown of them, next to what an earlier
    table told of the wards."""
    wards, whole = by_ward(counts.by_ward, thresholds, before)
    if whole.people is None:
        is_usual = whole.least == thresholds.smallest_cell
        return Published(about=None, fewer_than=None if is_usual else whole.least)
    about, about_to = whole.people.about(thresholds.rounding)
    return Published(
        about=about,
        about_to=about_to,
        wards=wards,
        questions=tuple(one.shown for one in told(counts.questions, whole.people, thresholds)),
    )


def told(counted: Iterable[QuestionCount], people: Between, thresholds: Thresholds) -> list[Told]:
    """What is shown of the questions, in order. A branch is compared with the question it hangs on,
    whose numbers tell how many were asked; so nothing that is shown of it tells more of these."""
    shown: list[Told] = []
    longer: set[str] = set()
    for question in counted:
        if question.asked is not None:
            longer.add(question.key)
        branch = question.branch
        parent = next((t for t in shown if branch and t.shown.key == branch.parent), None)
        if branch is None or parent is None:
            shown.append(_chosen_by(question, people, thresholds))
            continue
        chose = chose_more(question.asked, people, thresholds)
        after_longer = chose is not None and branch.parent in longer
        among = chose if chose is not None and after_longer else people
        led = asked_of(branch, parent, among, thresholds)
        part = None if chose is None or after_longer else Part(led, chose, people)
        known = led if part is None else part.both
        shown.append(published_branch(question, known, thresholds, part))
    return shown


def _chosen_by(question: QuestionCount, people: Between, thresholds: Thresholds) -> Told:
    """A question that everybody was asked, or those alone who chose more than a short form.

    How many chose it is told only where at least a cell did not, and so many did that an answered
    question still leaves open how few of them skipped it. With fewer nothing is shown; where nearly
    everybody chose it, it is a question among ``people``.
    """
    asked, chose = question.asked, chose_more(question.asked, people, thresholds)
    if asked is None or chose is None:
        return _among(question, people, thresholds)
    if not chose.least:
        base = _few(thresholds)
        return Told(question.kind, _published(question, base, thresholds), base)
    told_of = _among(question, chose, thresholds)
    about = rounded(asked, thresholds.rounding)
    return replace(told_of, shown=replace(told_of.shown, asked=about))


def _own_base(people: int, thresholds: Thresholds) -> Base:
    """Of a question with a number of its own. Whether percentages are shown tells a reader on which
    side of the base it is."""
    return _base(whole_alone(people, thresholds), thresholds)


def _base(known: Between, thresholds: Thresholds) -> Base:
    about = rounded(known.most, thresholds.rounding)
    return Base(about, known.least, known.most, known.least >= thresholds.percentage_base)


def _base_of_all(people: Between, thresholds: Thresholds) -> Base:
    """Of a question that few of ``people`` skipped. Percentages are shown where enough people took
    part, however few of them skipped it: that tells nothing of these."""
    whole = _base(people, thresholds)
    fewest = max(thresholds.smallest_cell, whole.fewest - (thresholds.smallest_cell - 1))
    return replace(whole, fewest=fewest, up_to=True)


def _among(question: QuestionCount, people: Between, thresholds: Thresholds) -> Told:
    """One question of a consultation that ``people`` took part in. Its own number beside theirs
    would tell how few skipped it, unless at least a cell did, however many took part."""
    if people.least - question.people >= thresholds.smallest_cell:
        base = _own_base(question.people, thresholds)
    else:
        base = _base_of_all(people, thresholds)
    if question.people < thresholds.smallest_cell:
        base = _few(thresholds)
    return Told(question.kind, _published(question, base, thresholds), base)


def published_branch(
    question: QuestionCount, asked: Between, thresholds: Thresholds, part: Part | None = None
) -> Told:
    """One question that hangs on another, by which a reader knows that between ``asked.least`` and
    ``asked.most`` people were asked. Its own number would tell which of these it is, and so how
    many gave the other answers, unless at least a cell fewer answered than may have been asked; or,
    of a ``part`` of those who gave an answer, unless at least a cell is in each other part.
    """
    cell = thresholds.smallest_cell
    own = [range(asked.least - cell + 1)]
    if part is not None:
        own.append(part.leaves(cell))
    if asked.most < cell:
        base = _few(thresholds)
    elif any(_is_told_by(numbers, question.people, thresholds) for numbers in own):
        base = _own_base(question.people, thresholds)
        if question.people < cell:
            base = _few(thresholds)
    else:
        whole = _base(asked, thresholds)
        lowest = min(asked.least, asked.most - Measures.of(thresholds).narrowest)
        base = replace(
            whole,
            fewest=max(0, asked.least - (cell - 1)),
            up_to=True,
            alike=range(max(0, lowest), asked.most + 1),
        )
    return Told(question.kind, _published(question, base, thresholds), base)


def _is_told_by(numbers: range, people: int, thresholds: Thresholds) -> bool:
    """Whether ``people`` may have a number of its own, as all ``numbers`` would. Where it is
    "fewer than 10", enough of these must be smaller."""
    cell = thresholds.smallest_cell
    small = range(numbers.start, min(numbers.stop, cell))
    wide = len(small) > Measures.of(thresholds).narrowest
    return people in numbers and (people >= cell or wide)


def _few(thresholds: Thresholds) -> Base:
    """Fewer than the smallest cell: no number, and no options."""
    return Base(0, 0, thresholds.smallest_cell - 1, in_percent=False)


def published_question(question: QuestionCount, thresholds: Thresholds) -> PublishedQuestion:
    """One question with a number of its own, by rules 1 to 3 of docs/decisions/0008."""
    return _published(question, _own_base(question.people, thresholds), thresholds)


def _published(question: QuestionCount, base: Base, thresholds: Thresholds) -> PublishedQuestion:
    cell = thresholds.smallest_cell
    if question.kind is QuestionKind.TEXT:
        # Beside an export it would tell how many texts are left out of that.
        return PublishedQuestion(key=question.key, about=None)
    few = question.people < cell
    if base.most < cell or (few and not base.alike):
        return PublishedQuestion(key=question.key, about=None)
    show = options_of if question.places is None else places_of
    options = () if few else show(question, base, thresholds)
    return PublishedQuestion(question.key, base.about, options, up_to=base.up_to)
