"""Places as points: degrees rounded to about 100 m, and how they are written and typed."""

from __future__ import annotations

import re

from content.typed_words import in_plain_digits

DECIMALS = 3
"""Of degrees that are kept: 0.001 is some 110 m to the north and, in England, 70 m to the east."""

_KEPT = re.compile(r"(-?\d{1,2}\.\d{3}),(-?\d{1,3}\.\d{3})")
_TYPED = re.compile(
    r"\W*?(?P<lat>[-+−]?\d{1,2}\.\d+)°?\s*(?P<ns>[NS])?[\s,;/،]+"
    r"(?P<lon>[-+−]?\d{1,3}\.\d+)°?\s*(?P<ew>[EW])?[\s.!?]*",
    re.IGNORECASE,
)


def rounded_degrees(degrees: float) -> float:
    """Degrees as they may be kept."""
    return round(degrees, DECIMALS)


def written(latitude: float, longitude: float) -> str:
    """A point as it is kept: "51.638,-0.828". It is rounded."""
    # Adding nought turns -0.0 into 0.0, so that one place is written in one way.
    north, east = rounded_degrees(latitude) + 0.0, rounded_degrees(longitude) + 0.0
    return f"{north:.{DECIMALS}f},{east:.{DECIMALS}f}"


def point_of(kept: str) -> tuple[float, float] | None:
    """Latitude and longitude of a point as ``written``; None for anything else, such as the code of
    a ward."""
    found = _KEPT.fullmatch(kept)
    return None if found is None else (float(found[1]), float(found[2]))


def point_typed(text: str) -> str | None:
    """The point that a text is, as ``written``: "51.63812, -0.82845" or "51.6381 N 0.8284 W"; None
    for any other text."""
    found = _TYPED.fullmatch(in_plain_digits(text))
    if found is None:
        return None
    north = _signed(found["lat"], minus=(found["ns"] or "").upper() == "S")
    east = _signed(found["lon"], minus=(found["ew"] or "").upper() == "W")
    return written(north, east) if abs(north) <= 90 and abs(east) <= 180 else None


def rounded_alone(text: str) -> str:
    """The text; one that is only a point is rounded."""
    return point_typed(text) or text


def _signed(said: str, *, minus: bool) -> float:
    degrees = float(said.replace("−", "-"))
    return -abs(degrees) if minus else degrees
