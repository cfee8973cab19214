"""A made-up consultation that asks for a place, and the wards around it with their boundaries."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from company import Neighbourhood, Person
from council_changes import takes_up

from content.library import council_directory
from engagement.people.geography import Boundaries

CORNERS = Path(__file__).parents[1] / "data" / "consultations" / "dark-corners.yaml"
SLUG = "dark-corners"
CORNER = (51.62384, -0.76131)
"""A corner in Abbey, in more decimals than are kept."""
LEEDS = (53.8008, -1.5491)


async def at_dark_corners(
    hood: Neighbourhood, person: Person, folder: Path, *, changes: Mapping[str, str] | None = None
) -> Person:
    """This resident at the question for a place, with ``changes`` in its file."""
    await asks_for_places(hood, folder, changes=changes)
    await person.types("/consultations")
    await person.taps("2 ")
    await person.taps(person.labels[0])
    return person


async def asks_for_places(
    hood: Neighbourhood, folder: Path, *, changes: Mapping[str, str] | None = None
) -> None:
    """The council asks where it is too dark."""
    council = folder / "council"
    shutil.copytree(council_directory("buckinghamshire"), council)
    written = CORNERS.read_text("utf-8")
    for before, after in (changes or {}).items():
        assert before in written
        written = written.replace(before, after)
    (council / "consultations" / CORNERS.name).write_text(written, "utf-8")
    await takes_up(hood, council)


def knows_boundaries(hood: Neighbourhood, shapes: Mapping[str, Mapping[str, object]]) -> None:
    """The council has loaded these boundaries."""
    world = hood.stage.service.world
    world.renew(world.library, replace(world.loaded, boundaries=Boundaries(shapes)))


def box(west: float, south: float, east: float, north: float) -> Mapping[str, object]:
    """A boundary along four lines of degrees."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


async def sends(person: Person, latitude: float, longitude: float) -> str:
    """Send a location from the phone."""
    person.phone.send_location(latitude, longitude)
    return await person.settles()
