"""The table of one release: all that any screen, card or file shows of a consultation's answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.schema.council import Thresholds
from engagement.insight.disclosure import Published
from engagement.insight.shown_numbers import ShownNumber, shown_number
from engagement.insight.ward_results import WardResults


@dataclass(frozen=True, slots=True)
class Limits:
    """The council's thresholds by which a table was made. They may change later; it doesn't."""

    smallest_cell: int
    percentage_base: int
    rounding: int

    @classmethod
    def of(cls, thresholds: Thresholds) -> Limits:
        """Those of the council's thresholds that concern results."""
        return cls(thresholds.smallest_cell, thresholds.percentage_base, thresholds.rounding)


@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """The results as the disclosure rule lets them be shown, by these limits. ``late`` is the
    rounded number of people who answered after the close, None where they are too few.

    ``former`` are the questions whose numbers are those of an earlier close. ``joined`` are the
    wards shown together that weren't small, with their tens on the screen before the close, for a
    later table; None in tables from before that was noted. ``apart`` are the tens of those who
    answered on somebody else's phone until the first close, and are in no other number; None where
    they came from too few phones to be told.

    ``by_ward`` is what is shown of each ward's answers, in the order of the wards; empty where no
    wards are told apart, and in tables from before there were such results. It is counted once,
    with the first release: in the table of a later close it is the first one's, and
    ``by_ward_since`` is when that was released. It is None in the first table.
    """

    published: Published
    limits: Limits
    late: int | None = None
    former: tuple[str, ...] = ()
    joined: tuple[tuple[str, int], ...] | None = None
    apart: int | None = None
    by_ward: tuple[WardResults, ...] = ()
    by_ward_since: datetime | None = None

    def of_ward(self, ward: str) -> WardResults | None:
        """The results of this ward; None where none are told apart, or it isn't among them."""
        return next((one for one in self.by_ward if one.ward == ward), None)

    @property
    def answered_late(self) -> ShownNumber:
        """How many people answered after the close. A number that is rounded stays as it is."""
        limits = self.limits
        by = Thresholds(smallest_cell=limits.smallest_cell, rounding=limits.rounding)
        return shown_number(self.late or 0, by)
