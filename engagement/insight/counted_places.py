"""True counts of places: by square, and of the rest of each ward."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

IN = "/"
"""Between the code of a ward and a square in it, in the key of a number."""


@dataclass(frozen=True, slots=True)
class Square:
    """A square that is wholly in one ward, and the people who sent a place in it."""

    ward: str
    name: str
    people: int

    @property
    def key(self) -> str:
        """The key of its number."""
        return f"{self.ward}{IN}{self.name}"


@dataclass(frozen=True, slots=True)
class PlaceCounts:
    """The true counts of the places of one question. ``elsewhere`` are those in each ward that are
    in none of its squares: in a square that a boundary cuts, or known by the ward alone.

    Of a second release, ``listed`` are the squares that had a number in the first; no others may
    have one now, because the two together would tell what it was.
    """

    squares: tuple[Square, ...] = ()
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    listed: frozenset[str] | None = None

    @property
    def people(self) -> int:
        """Everybody who sent a place."""
        return sum(square.people for square in self.squares) + sum(self.elsewhere.values())
