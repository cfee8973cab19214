"""Places in words: one that somebody sent, and the squares and wards of the results."""

from __future__ import annotations

from collections.abc import Sequence

from bot.views.localiser import Localiser
from content.points import DECIMALS, point_of
from engagement.insight.counted_places import IN

MOST_NAMED = 12
"""The most wards named in one line."""


def place(say: Localiser, value: str) -> str:
    """A place as it is kept: a rounded point with its ward, or the ward of a postcode; empty if it
    was deleted."""
    point = point_of(value)
    if point is None:
        ward = say.world.known_wards.get(value)
        return say.plain("place-in-ward", ward=ward.name) if ward is not None else value
    latitude, longitude = (f"{degrees:.{DECIMALS}f}" for degrees in point)
    degrees = {"latitude": latitude, "longitude": longitude}
    boundaries = say.world.loaded.boundaries
    found = None if boundaries is None else boundaries.ward_at(*point)
    if found is None:
        return say.plain("place-point", **degrees)
    return say.plain("place-point-in-ward", ward=say.world.ward(found).name, **degrees)


def label(say: Localiser, keys: Sequence[str]) -> str:
    """A square with its ward, or the rest of one ward or several."""
    ward, _, square = keys[0].partition(IN)
    if square:
        return say.plain("place-square", ward=_ward(say, ward), square=in_parts(square))
    if len(keys) > MOST_NAMED:
        return say.plain("place-elsewhere-all")
    return say.plain("place-elsewhere", wards=say.listed(_ward(say, key) for key in keys))


def wards_of(say: Localiser, keys: Sequence[str]) -> str:
    """The names of wards whose places are in no square, or that they are all the others."""
    if len(keys) > MOST_NAMED:
        return say.plain("results-all-others")
    return say.listed(_ward(say, key) for key in keys)


def in_parts(square: str) -> str:
    """A grid reference as maps write it: "SU 865 925"."""
    return f"{square[:2]} {square[2:5]} {square[5:]}"


def _ward(say: Localiser, code: str) -> str:
    ward = say.world.known_wards.get(code)
    return code if ward is None else ward.name
