"""Which answers from shared phones stay out of a table: no number may rest on a few phones.

Whoever knows the answers of their household takes them off a number. So a number that is shown
because it isn't small must come from as many phones as it needs people. See docs/decisions/0050.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content.schema.council import Thresholds
from engagement.insight.ward_numbers import in_tens

Cell = tuple[str, ...]
"""What is counted: everybody, a ward, a question, an option, or a square of a map."""


@dataclass(frozen=True, slots=True)
class SharedAnswers:
    """A response from a shared phone: of whom, on whose phone, and where it counts. ``phone`` is
    the resident who owns it; None where that isn't known any more."""

    resident: int
    phone: int | None
    cells: frozenset[Cell]


def left_out(
    own: Mapping[Cell, int],
    owners: Mapping[int, frozenset[Cell]],
    shared: Sequence[SharedAnswers],
    smallest_cell: int,
) -> frozenset[int]:
    """The residents whose answers stay out: those by whom something reaches ``smallest_cell``
    people that comes from fewer phones.

    ``own`` counts the answers from people's own phones, each from a phone of its own; ``owners``
    is where those count whose phone somebody shares. A response stays out as a whole, so that the
    numbers of a table go on adding up. Phones that aren't known count for none.
    """
    kept = [*shared]
    while True:
        people = Counter(cell for one in kept for cell in one.cells)
        phones: defaultdict[Cell, set[int]] = defaultdict(set)
        for one in kept:
            for cell in one.cells:
                if one.phone is not None and cell not in owners.get(one.phone, ()):
                    phones[cell].add(one.phone)
        lifted = {
            cell
            for cell, more in people.items()
            if own.get(cell, 0) + len(phones[cell]) < smallest_cell <= own.get(cell, 0) + more
        }
        if not lifted:
            return frozenset({one.resident for one in shared} - {one.resident for one in kept})
        kept = [one for one in kept if lifted.isdisjoint(one.cells)]


def told_apart(number: int, others: int, thresholds: Thresholds) -> int | None:
    """How many answers came from shared phones, in tens: None where they, or the ``others`` that
    they leave, are too few to be told."""
    if min(number, others) < thresholds.smallest_cell:
        return None
    return in_tens(number, thresholds)
