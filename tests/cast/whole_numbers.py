"""Whole numbers of which only linear conditions are known, and the solver that finds some."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import highspy
import numpy as np

INFINITE = highspy.kHighsInf
Terms = Mapping[int, float]


@dataclass
class Small:
    """A true number under the smallest cell: the sum of these unknowns, and what it may be."""

    name: str
    terms: Terms
    low: int
    high: int

    @property
    def width(self) -> int:
        return self.high - self.low


@dataclass
class Conditions:
    """Linear conditions on whole numbers, of which ``true`` is known to be a solution."""

    highest: list[float] = field(default_factory=list)
    true: list[int] = field(default_factory=list)
    rows: list[tuple[Terms, float, float]] = field(default_factory=list)

    def unknown(self, true: int, highest: float = INFINITE) -> int:
        """Another unknown, not below zero."""
        self.highest.append(highest)
        self.true.append(true)
        return len(self.true) - 1

    def add(self, terms: Terms, least: float = -INFINITE, most: float = INFINITE) -> None:
        """The sum of these is between the two. A condition that the truth breaks is a mistake."""
        value = sum(self.true[n] * by for n, by in terms.items())
        assert least <= value <= most, (terms, least, value, most)
        self.rows.append((terms, least, most))

    def solver(self) -> highspy.Highs:
        """The solver, with all conditions."""
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.true), len(self.rows)
        lp.col_cost_ = np.zeros(len(self.true))
        lp.col_lower_, lp.col_upper_ = np.zeros(len(self.true)), np.array(self.highest)
        lp.row_lower_ = np.array([least for _, least, _ in self.rows])
        lp.row_upper_ = np.array([most for _, _, most in self.rows])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        ends = np.cumsum([0, *(len(terms) for terms, _, _ in self.rows)])
        lp.a_matrix_.start_ = ends.astype(np.int32)
        lp.a_matrix_.index_ = np.array([n for t, _, _ in self.rows for n in t], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([float(v) for t, _, _ in self.rows for v in t.values()])
        lp.integrality_ = [highspy.HighsVarType.kInteger] * len(self.true)
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.passModel(lp)
        return solver
