"""What the story hands the page as plain values: posters on walls, places on a map."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Poster:
    """Something on a wall with a code to scan: it opens the bot with a start payload."""

    label: str
    payload: str


@dataclass(slots=True)
class Place:
    """A point in degrees, and how many of the crowd whoever runs it has counted there."""

    label: str
    latitude: float
    longitude: float
    count: int = 0

    def __post_init__(self) -> None:
        check_point(self.latitude, self.longitude)


def check_point(latitude: float, longitude: float) -> None:
    """Raises ValueError for what lies on no map."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError("A latitude lies between -90 and 90, a longitude between -180 and 180.")
