"""The posters, places and outlines that the page shows, passed in by the demo's story."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Outline = tuple[tuple[tuple[float, float], ...], ...]
"""The rings of a shape, each a line of (latitude, longitude) in degrees that closes by itself."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A poster with a code to scan, which opens the bot with a start payload."""

    label: str
    payload: str


@dataclass(slots=True)
class Place:
    """A point on the map, in degrees, and the number of people who joined there."""

    label: str
    latitude: float
    longitude: float
    count: int = 0

    def __post_init__(self) -> None:
        check_point(self.latitude, self.longitude)


@dataclass(frozen=True, slots=True)
class Outlines:
    """The shapes of the map: of places, by label, and of what lies around them; and whose data."""

    places: Mapping[str, Outline] = field(default_factory=dict)
    around: tuple[Outline, ...] = ()
    credit: str = ""


def check_point(latitude: float, longitude: float) -> None:
    """Raises ValueError for a point out of range."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError("A latitude lies between -90 and 90, a longitude between -180 and 180.")
