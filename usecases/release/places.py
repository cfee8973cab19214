"""Counting places: each in its square of the grid, or in its ward."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from content.points import point_of
from content.schema.consultation import Consultation, QuestionKind
from engagement.insight.counted_places import PlaceCounts, Square
from engagement.people import geography, national_grid
from engagement.people.geography import Boundaries
from usecases.world import World


def sent_places(
    world: World, consultation: Consultation, chosen: Mapping[tuple[str, str], int]
) -> dict[str, PlaceCounts]:
    """The places sent to each question that asks for one, by its key; none without the boundaries
    of the wards. ``chosen`` are people by (question key, place)."""
    boundaries = world.loaded.boundaries
    if boundaries is None:
        return {}
    return {
        question.key: _counted(
            world, boundaries, {place: n for (q, place), n in chosen.items() if q == question.key}
        )
        for question in consultation.questions
        if question.kind is QuestionKind.PLACE
    }


def _counted(world: World, boundaries: Boundaries, sent: Mapping[str, int]) -> PlaceCounts:
    """Every ward is there, so that none is left out for having nobody."""
    elsewhere = Counter(dict.fromkeys(world.library.wards, 0))
    squares: Counter[tuple[str, str]] = Counter()
    for place, people in sent.items():
        ward, square = _where(world, boundaries, place)
        if square:
            squares[ward, square] += people
        else:
            elsewhere[ward] += people
    return PlaceCounts(
        tuple(Square(ward, name, people) for (ward, name), people in sorted(squares.items())),
        dict(elsewhere),
    )


def cell_of(world: World, place: str) -> tuple[str, str]:
    """The ward in which a place is counted, and the square in it, empty where it is in none."""
    boundaries = world.loaded.boundaries
    return ("", "") if boundaries is None else _where(world, boundaries, place)


def _where(world: World, boundaries: Boundaries, place: str) -> tuple[str, str]:
    point = point_of(place)
    if point is None:
        return place, ""
    square = national_grid.square_at(*point)
    ward = None if square is None else boundaries.ward_around(national_grid.corners(square))
    if square is not None and ward is not None:
        return ward, square
    return _ward_at(world, boundaries, *point), ""


def _ward_at(world: World, boundaries: Boundaries, latitude: float, longitude: float) -> str:
    """The ward of a point; where boundaries have changed since it was sent, the nearest."""
    found = boundaries.ward_at(latitude, longitude)
    if found is not None:
        return found
    return geography.nearest(world.library.wards.values(), latitude, longitude, 1)[0][0].code
