"""A reader of everything that is published of one consultation, who works out small numbers.

They have the table of the whole area, the numbers of the wards, the screen before the close, each
ward's rows, and the rule: how numbers are rounded and what is joined and hidden when. All true
towns that fit are the whole-number solutions of a set of linear conditions. For each small number
a solver looks for the highest and the lowest that it has in any of them.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

import highspy
import numpy as np
from whole_numbers import Conditions, Small, Terms

from content.schema.consultation import QuestionKind
from content.schema.council import Thresholds
from engagement.insight.branch_numbers import Told
from engagement.insight.disclosure import Published, told
from engagement.insight.option_numbers import Share
from engagement.insight.summary import Counts, QuestionCount
from engagement.insight.ward_numbers import by_ward, known_of_wards
from engagement.insight.ward_results import NotByWard, WardQuestion, WardResults
from engagement.insight.ward_rows import Layout
from engagement.insight.ward_tables import InWards, ward_tables

BANDS = {
    Share.FEW: (0, 3),
    Share.LESS_THAN_HALF: (4, 8),
    Share.ABOUT_HALF: (9, 11),
    Share.MOST: (12, 17),
    Share.NEARLY_ALL: (18, 20),
}
"""The shares that each word is for, in twentieths."""
ROUNDS = 12
"""How often many small numbers are sought at once, at random, before each is alone."""


class Attack:
    """All that a reader can work out of one town."""

    def __init__(
        self,
        counts: Counts,
        in_wards: InWards,
        shown: Published,
        wards: tuple[WardResults, ...],
        thresholds: Thresholds,
    ) -> None:
        self.counts, self.in_wards, self.shown, self.wards = counts, in_wards, shown, wards
        self.limits, self.cell = thresholds, thresholds.smallest_cell
        self.known = Conditions()
        self.small: list[Small] = []
        _, whole = by_ward(counts.by_ward, thresholds)
        assert whole.people is not None
        self.whole = whole.people
        bare = ward_tables(counts, shown, in_wards, thresholds, lambda bound, rows: True)
        self.hidden_by_itself = {
            (one.ward, q.key) for one in bare for q in one.questions if q.why is NotByWard.FEW
        }
        self.reader = known_of_wards(counts.by_ward, thresholds)
        self.people = {w: self.known.unknown(n) for w, n in counts.by_ward.items()}
        self._wards()
        area = told(counts.questions, whole.people, thresholds)
        asked: dict[str, _Question] = {}
        for place, (question, of_area) in enumerate(zip(counts.questions, area, strict=True)):
            if question.options:
                asked[question.key] = _Question(self, place, question, of_area)
                asked[question.key].learn()
            if question.branch is not None:
                asked[question.key].hangs_on(asked[question.branch.parent])

    def _wards(self) -> None:
        for ward, number in self.people.items():
            known = self.reader[ward]
            self.known.add({number: 1}, known.least, known.most)
            if self.counts.by_ward[ward] < self.cell:
                self.watch(f"{ward}", {number: 1})
        wards = self.shown.wards
        if wards.others is not None:
            together = {self.people[ward]: 1.0 for ward in wards.other_wards}
            self.known.add(together, *self.rounded(wards.others, wards.others_to))
        everybody = dict.fromkeys(self.people.values(), 1.0)
        self.known.add(everybody, self.whole.least, self.whole.most)

    def rounded(self, about: int, to: int | None = None) -> tuple[int, int]:
        """The numbers that are shown as this, or as from the one to the other."""
        step = self.limits.rounding
        return about - step // 2, (to or about) + (step - 1) // 2

    def watch(self, name: str, terms: Terms) -> None:
        """This sum is a small number."""
        true = round(sum(self.known.true[n] * by for n, by in terms.items()))
        self.small.append(Small(name, terms, true, true))

    def leaks(self, enough: int, sample: int | None = None) -> list[Small]:
        """The small numbers that may only be ones less than ``enough`` apart, of a ``sample`` or of
        all."""
        solver = self.known.solver()
        draw = random.Random(len(self.small))
        if sample is not None:
            self.small = draw.sample(self.small, min(sample, len(self.small)))
        solver.setOptionValue("mip_rel_gap", 0.2)
        for _ in range(ROUNDS):
            weights: dict[int, float] = {}
            for one in self.small:
                if one.width < enough:
                    sign = draw.choice((1, -1))
                    for n, by in one.terms.items():
                        weights[n] = weights.get(n, 0) + by * sign
            if weights:
                self._solve(solver, weights)
        solver.setOptionValue("mip_rel_gap", 0.0)
        for one in self.small:
            for sign in (1, -1):
                if one.width < enough:
                    self._solve(solver, {n: by * sign for n, by in one.terms.items()})
        return [one for one in self.small if one.width < enough]

    def _solve(self, solver: highspy.Highs, weights: Terms) -> None:
        """The town with the most of these, and what it says of each small number."""
        cost = np.zeros(len(self.known.true))
        for n, by in weights.items():
            cost[n] = -by
        solver.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)
        solver.run()
        assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal, solver.getModelStatus()
        found = np.rint(solver.getSolution().col_value)
        for one in self.small:
            value = round(sum(found[n] * by for n, by in one.terms.items()))
            one.low, one.high = min(one.low, value), max(one.high, value)


class _Question:
    """What is known of one question."""

    def __init__(self, attack: Attack, place: int, question: QuestionCount, area: Told) -> None:
        self.attack, self.place, self.question, self.area = attack, place, question, area
        self.known, self.cell, self.limits = attack.known, attack.cell, attack.limits
        self.keys = [key for key, _ in question.options]
        self.several = question.kind is QuestionKind.SEVERAL
        inside = attack.in_wards
        most = max(attack.counts.by_ward.values()) + 2 * self.cell + 10
        self.answered, self.chose = {}, {}
        for ward in attack.people:
            answered = inside.answered.get((ward, question.key), 0)
            self.answered[ward] = self.known.unknown(answered, most)
            for key in self.keys:
                n = inside.chosen.get((ward, question.key, key), 0)
                self.chose[ward, key] = self.known.unknown(n, most)

    def learn(self) -> None:
        for ward in self.attack.people:
            self._people_of(ward)
        self._area()
        self._watch()
        rows = [one for one in self.attack.wards if one.about is not None]
        given = {one.ward: one.questions[self.place] for one in rows}
        if not any(one.options for one in given.values()):
            return
        for ward, one in given.items():
            if one.options:
                self._in_percent(ward, one)
                self._shown(ward, one)
            elif (ward, self.question.key) in self.attack.hidden_by_itself:
                # As if somebody had told which rows are hidden for the sake of others.
                assert one.why is NotByWard.FEW
                self._is_hidden(ward)

    def hangs_on(self, parent: _Question) -> None:
        """Only those were asked who gave certain answers to another question."""
        assert self.question.branch is not None
        for ward, answered in self.answered.items():
            led = {parent.chose[ward, key]: 1.0 for key in self.question.branch.always}
            self.known.add({**led, answered: -1.0}, least=0)

    def _people_of(self, ward: str) -> None:
        answered, people = self.answered[ward], self.attack.people[ward]
        self.known.add({people: 1, answered: -1}, least=0)
        ticked = {self.chose[ward, key]: 1.0 for key in self.keys}
        if not self.several:
            self.known.add({**ticked, answered: -1}, 0, 0)
            return
        alone = [self.chose[ward, key] for key in self.keys if key in self.question.exclusive]
        others = [n for n in ticked if n not in alone]
        most = self.question.most or max(1, len(others))
        self.known.add({**ticked, answered: -1}, least=0)
        at_most = dict.fromkeys(others, 1.0) | dict.fromkeys(alone, float(most))
        self.known.add({**at_most, answered: -most}, most=0)
        for one in others or alone:
            self.known.add({**dict.fromkeys(alone, 1.0), one: 1.0, answered: -1.0}, most=0)

    def _watch(self) -> None:
        key = self.question.key
        for option, count in self.question.options:
            everywhere = {self.chose[w, option]: 1.0 for w in self.attack.people}
            if count < self.cell:
                self.attack.watch(f"area {key} {option}", everywhere)
            if self.several and self.question.people - count < self.cell:
                did_not = dict.fromkeys(self.answered.values(), 1.0)
                did_not |= dict.fromkeys(everywhere, -1.0)
                self.attack.watch(f"area {key} not {option}", did_not)
        for (ward, option), n in self.chose.items():
            if self.known.true[n] < self.cell:
                self.attack.watch(f"{ward} {key} {option}", {n: 1.0})
            answered = self.answered[ward]
            if self.several and self.known.true[answered] - self.known.true[n] < self.cell:
                self.attack.watch(f"{ward} {key} not {option}", {answered: 1.0, n: -1.0})

    def _area(self) -> None:
        base, options = self.area.base, self.area.shown.options
        everybody = dict.fromkeys(self.answered.values(), 1.0)
        self.known.add(everybody, base.fewest, base.most)
        for option in options:
            terms = self._chosen(self.attack.people, option.keys)
            if self.several:
                self._area_ticks(terms, everybody, option.look)
                continue
            self.known.add(terms, least=self.cell)
            self._looks(terms, everybody, option.look)
        if self.several:
            return
        joined = [o.keys for o in options if len(o.keys) > 1]
        alone = [o.keys[0] for o in options if len(o.keys) == 1]
        for member in (key for keys in joined for key in keys):
            for other in alone:
                fewer = self._chosen(self.attack.people, (other,))
                fewer |= dict.fromkeys(self._chosen(self.attack.people, (member,)), -1.0)
                self.known.add(fewer, least=0)
        for keys in joined:
            self._one_is_small([self._chosen(self.attack.people, (key,)) for key in keys])

    def _chosen(
        self, wards: Mapping[str, int] | tuple[str, ...], keys: tuple[str, ...]
    ) -> dict[int, float]:
        return {self.chose[ward, key]: 1.0 for ward in wards for key in keys}

    def _one_is_small(self, groups: list[dict[int, float]]) -> None:
        larges = [self._is_large(terms) for terms in groups]
        self.known.add(dict.fromkeys(larges, 1.0), most=len(groups) - 1)

    def _is_large(self, terms: Terms) -> int:
        """An unknown that is 1 where this number isn't small, else 0."""
        true = sum(self.known.true[n] * by for n, by in terms.items()) >= self.cell
        large = self.known.unknown(int(true), 1)
        many = 1 + 2 * sum(self.attack.counts.by_ward.values())
        self.known.add({**terms, large: -self.cell}, least=0)
        self.known.add({**terms, large: -many}, most=self.cell - 1)
        return large

    def _area_ticks(self, terms: Terms, everybody: Terms, look: tuple) -> None:
        """One of several choices, in the whole area."""
        did_not = {**everybody, **{n: everybody.get(n, 0.0) - by for n, by in terms.items()}}
        if look == (None, None, None):
            self.known.add(terms, most=self.cell - 1)
            return
        self.known.add(terms, least=self.cell)
        if look[0] is not None:
            self.known.add(did_not, least=self.cell)
            self._looks(terms, everybody, look)
        elif self.area.base.in_percent:
            self.known.add(did_not, most=self.cell - 1)

    def _looks(self, terms: Terms, of: Terms, look: tuple) -> None:
        """A number that is rounded, and is this share of another one."""
        about, percent, share = look
        if about is not None:
            self.known.add(terms, *self.attack.rounded(about))
        first, last = (percent // 5,) * 2 if percent is not None else BANDS[share]
        # The share in twentieths, rounded: from (2 first - 1) to less than (2 last + 1) fortieths.
        least = {n: 40.0 * by for n, by in terms.items()}
        most = dict(least)
        for n, by in of.items():
            least[n] = least.get(n, 0.0) - (2 * first - 1) * by
            most[n] = most.get(n, 0.0) - (2 * last + 1) * by
        self.known.add(least, least=0)
        self.known.add(most, most=-1)

    def _in_percent(self, ward: str, given: WardQuestion) -> None:
        """Whether shares are percentages tells how many answered, or how few didn't."""
        percent = any(option.percent is not None for option in given.options)
        base, answered = self.limits.percentage_base, self.answered[ward]
        skipped = {self.attack.people[ward]: 1.0, answered: -1.0}
        many = 10 * base + sum(self.attack.counts.by_ward.values())
        certain = self.attack.reader[ward].least >= base
        if certain and not percent:
            self.known.add({answered: 1}, most=base - 1)
            self.known.add(skipped, least=self.cell)
        elif not certain and percent:
            self.known.add({answered: 1}, least=base)
            self.known.add(skipped, least=self.cell)
        elif certain:
            true = self.known.true[answered] >= base
            either = self.known.unknown(int(true), 1)
            self.known.add({answered: 1, either: -base}, least=0)
            self.known.add({**skipped, either: -many}, most=self.cell - 1)
        else:
            true = self.known.true[answered] < base
            either = self.known.unknown(int(true), 1)
            self.known.add({answered: 1, either: many}, most=base - 1 + many)
            self.known.add({**skipped, either: -many}, most=self.cell - 1)

    def _shown(self, ward: str, given: WardQuestion) -> None:
        answered = {self.answered[ward]: 1.0}
        if self.several:
            for option in given.options:
                terms = self._chosen((ward,), option.keys)
                self._ticked(terms, ward, option.look)
            return
        groups = [option.keys for option in self.area.shown.options]
        order = Layout.of(self.question, self.area).order
        alone = [o.keys for o in given.options if o.keys in groups]
        together = [o.keys for o in given.options if o.keys not in groups]
        for option in given.options:
            terms = self._chosen((ward,), option.keys)
            self.known.add(terms, least=self.cell)
            self._looks(terms, answered, option.look)
        first = min(order.index(groups.index(keys)) for keys in alone)
        for keys in together:
            members = [g for g in groups if set(g) <= set(keys)]
            larges = self._at_most_one_large(ward, members)
            for member, large in zip(members, larges, strict=True):
                if order.index(groups.index(member)) > first:
                    self.known.add({large: 1}, most=0)

    def _at_most_one_large(self, ward: str, members: list[tuple[str, ...]]) -> list[int]:
        """Small ones are joined with one that isn't, only if they are one or have too few."""
        numbers = [self._chosen((ward,), keys) for keys in members]
        larges = [self._is_large(terms) for terms in numbers]
        self.known.add(dict.fromkeys(larges, 1.0), most=1)
        many = 1 + 2 * sum(self.attack.counts.by_ward.values())
        for large, own in zip(larges, numbers, strict=True):
            others = {n: 1.0 for terms in numbers if terms is not own for n in terms}
            self.known.add({**others, large: many}, most=self.cell - 1 + many)
        return larges

    def _ticked(self, terms: Terms, ward: str, look: tuple) -> None:
        answered = self.answered[ward]
        did_not = {answered: 1.0, **dict.fromkeys(terms, -1.0)}
        if look != (None, None, None):
            self.known.add(terms, least=self.cell)
            self.known.add(did_not, least=self.cell)
            self._looks(terms, {answered: 1.0}, look)
            return
        many = 2 * self.cell + sum(self.attack.counts.by_ward.values())
        few = sum(self.known.true[n] for n in terms) < self.cell
        either = self.known.unknown(int(few), 1)
        self.known.add({**terms, either: many}, most=self.cell - 1 + many)
        self.known.add({**did_not, either: -many}, most=self.cell - 1)

    def _is_hidden(self, ward: str) -> None:
        if self.several:
            for key in self.keys:
                self._ticked(self._chosen((ward,), (key,)), ward, (None, None, None))
            return
        self._at_most_one_large(ward, [option.keys for option in self.area.shown.options])
