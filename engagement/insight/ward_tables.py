"""What may be shown of each ward's answers to each question, next to the whole area's table.

Each ward with a number of its own has a row by the rule of ``ward_rows``. Then a bound looks at all
rows of the question together. While it doesn't hold, the row of the ward with the fewest people is
hidden too, as everybody could have foreseen; and if it never holds, there is no row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.branch_numbers import Told
from engagement.insight.disclosure import Published, told
from engagement.insight.joining import Measures
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_bound import OneChoice, Together, known_together
from engagement.insight.ward_numbers import Between, by_ward, known_of_wards
from engagement.insight.ward_results import NotByWard, WardQuestion, WardResults
from engagement.insight.ward_rows import Layout, Row, options_shown, with_parts, with_ticks
from engagement.insight.ward_ticks import SeveralChoices

MOST_HIDDEN = 6
"""How many rows are hidden for the sake of others before all are."""


@dataclass(frozen=True, slots=True)
class InWards:
    """True counts by ward: people who answered by (ward, question), and by (ward, question,
    option)."""

    answered: Mapping[tuple[str, str], int] = field(default_factory=dict)
    chosen: Mapping[tuple[str, str, str], int] = field(default_factory=dict)


Bound = OneChoice | SeveralChoices


def holds(bound: Bound, rows: Sequence[Row]) -> bool:
    """Whether these rows can be shown: not exactly one ward is without numbers, and the bound finds
    that each small number could be others."""
    without = len(bound.together.each) + sum(not row.parts for row in rows)
    return without != 1 and not bound.weak_rows(rows)


def ward_tables(
    counts: Counts,
    shown: Published,
    in_wards: InWards,
    thresholds: Thresholds,
    may_be_shown: Callable[[Bound, Sequence[Row]], bool] = holds,
) -> tuple[WardResults, ...]:
    """The results of each ward; none where no wards are told apart in the table ``shown``."""
    rows = dict(shown.wards.rows)
    if shown.about is None or len(counts.by_ward) < 2 or not rows:
        return ()
    _, whole = by_ward(counts.by_ward, thresholds)
    if whole.people is None:
        return ()
    area = told(counts.questions, whole.people, thresholds)
    known = known_of_wards(counts.by_ward, thresholds)
    others = {ward: known[ward] for ward in shown.wards.other_wards}
    together = known_together(counts.by_ward, others)
    is_open = _leaves_wards_open(together, counts.by_ward, thresholds)
    found: dict[str, list[WardQuestion]] = {ward: [] for ward in counts.by_ward}
    for question, of_area in zip(counts.questions, area, strict=True):
        why = _why_not(question, of_area) or (None if is_open else NotByWard.FEW)
        table = _Question(
            question, of_area, thresholds, together, counts.by_ward, in_wards, may_be_shown
        )
        of_wards = {} if why else table.shown_of(rows, known)
        for ward, given in found.items():
            given.append(of_wards.get(ward) or _nothing(question, ward in rows, why))
    return tuple(WardResults(ward, rows.get(ward), tuple(of)) for ward, of in found.items())


def _nothing(question: QuestionCount, has_row: bool, why: NotByWard | None) -> WardQuestion:
    return WardQuestion(question.key, why=why or (None if has_row else NotByWard.TOGETHER))


def _why_not(question: QuestionCount, area: Told) -> NotByWard | None:
    """Why a question has no numbers by ward, whatever the numbers are."""
    reasons = (
        (question.kind is QuestionKind.TEXT, NotByWard.OWN_WORDS),
        (question.kind is QuestionKind.PLACE, NotByWard.PLACES),
        (not question.options, NotByWard.NO_BANDS),
        (question.branch is not None, NotByWard.BRANCH),
        (question.asked is not None, NotByWard.LONGER_FORM),
        (not area.shown.options, NotByWard.AREA),
    )
    return next((why for is_so, why in reasons if is_so), None)


def _leaves_wards_open(
    together: Together, counts: Mapping[str, int], thresholds: Thresholds
) -> bool:
    """Whether each small ward could have had other numbers of people, if the sum of those shown
    together can be worked out from the rows of the others."""
    enough, cell = Measures.of(thresholds).narrowest, thresholds.smallest_cell
    small = (each for ward, each in together.each.items() if counts[ward] < cell)
    return all(each.most - each.least >= enough for each in small)


@dataclass(frozen=True, slots=True)
class _Question:
    question: QuestionCount
    area: Told
    thresholds: Thresholds
    together: Together
    people: Mapping[str, int]
    in_wards: InWards
    may_be_shown: Callable[[Bound, Sequence[Row]], bool]

    def shown_of(
        self, numbers: Mapping[str, int], known: Mapping[str, Between]
    ) -> dict[str, WardQuestion]:
        """What is shown of the wards that have ``numbers`` of their own."""
        layout = Layout.of(self.question, self.area)
        rows = [self._row(ward, known[ward], layout) for ward in numbers]
        found = {}
        for row in self._hidden_until_safe(rows, layout, numbers):
            options = options_shown(self.question, row, layout, self.thresholds)
            why = None if options else NotByWard.FEW
            found[row.ward] = WardQuestion(self.question.key, options, why)
        return found

    def _row(self, ward: str, known: Between, layout: Layout) -> Row:
        row = self._counted(ward)
        base, cell = self.thresholds.percentage_base, self.thresholds.smallest_cell
        few_skipped = row.people - row.answered < cell
        in_percent = (known.least if few_skipped else row.answered) >= base
        row = replace(row, in_percent=in_percent)
        if self.question.kind is QuestionKind.SEVERAL:
            return with_ticks(row, self.thresholds)
        return with_parts(row, layout, self.thresholds)

    def _counted(self, ward: str) -> Row:
        key, chosen = self.question.key, self.in_wards.chosen
        return Row(
            ward=ward,
            people=self.people[ward],
            answered=self.in_wards.answered.get((ward, key), 0),
            counts=tuple(chosen.get((ward, key, option), 0) for option, _ in self.question.options),
        )

    def _hidden_until_safe(
        self, rows: Sequence[Row], layout: Layout, numbers: Mapping[str, int]
    ) -> list[Row]:
        """The rows, some of them hidden: those with a number that could be worked out, and then the
        wards with the lowest published numbers."""
        bound = self._bound(layout)
        if self.may_be_shown(bound, rows):
            return [*rows]
        weak = bound.weak_rows(rows)
        fewest = sorted(range(len(rows)), key=lambda place: numbers[rows[place].ward])
        for size in range(min(MOST_HIDDEN, len(rows) - 1) + 1):
            hidden = weak.union(fewest[:size])
            tried = [row.hidden if n in hidden else row for n, row in enumerate(rows)]
            if not any(row.parts for row in tried):
                break
            if self.may_be_shown(bound, tried):
                return tried
        return [row.hidden for row in rows]

    def _bound(self, layout: Layout) -> Bound:
        theirs = tuple(self._counted(ward) for ward in self.together.each)
        if self.question.kind is QuestionKind.SEVERAL:
            return SeveralChoices(self.question, self.area, self.thresholds, self.together, theirs)
        return OneChoice(self.question, self.area, layout, self.thresholds, self.together, theirs)
