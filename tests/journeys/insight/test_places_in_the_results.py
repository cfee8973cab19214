"""What is shown of the places that people sent: squares with enough people, the rest by ward."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from dark_corners import SLUG, asks_for_places, box, knows_boundaries

from engagement.people.national_grid import square_at

CLOSES = datetime(2022, 10, 5, 16, tzinfo=UTC)
EAST, WEST = box(-0.770, 51.60, -0.70, 51.66), box(-0.84, 51.60, -0.770, 51.66)
LAMP, PATH = (51.627, -0.748), (51.640, -0.790)
"""A place in the ward in the east, and one in the west, each in a square without a boundary."""


@pytest.fixture
async def town(hood: Neighbourhood, tmp_path: Path) -> Neighbourhood:
    """A council whose wards are known by their boundaries, all but two of them far away."""
    await asks_for_places(hood, tmp_path)
    away = {
        code: box(-1.0 + n / 100, 52.0, -0.995 + n / 100, 52.005)
        for n, code in enumerate(hood.stage.service.world.library.wards)
    }
    knows_boundaries(hood, {**away, ABBEY: EAST, BOOKER: WEST})
    return hood


async def people_send(
    hood: Neighbourhood, places: Sequence[tuple[float, float] | str], name: str = "Resident"
) -> list[Person]:
    """One person for each of these places, who sends it."""
    people = await hood.residents(len(places), "HP12 3HP", name=name)
    await hood.all_do(people, lambda phone: phone.type("/consultations"))
    await hood.all_do(people, lambda phone: phone.tap("2 Dark"))
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    for person, place in zip(people, places, strict=True):
        if isinstance(place, str):
            person.phone.type(place)
        else:
            person.phone.send_location(*place)
    await hood.stage.settle()
    return people


async def results(hood: Neighbourhood) -> str:
    officer = await hood.officer()
    await hood.leap(CLOSES + timedelta(hours=1))
    await officer.types("/results")
    await officer.taps(next(label for label in officer.labels if "Dark corners" in label))
    return "\n".join(m.text for m in officer.from_bot)


async def test_a_square_has_a_number_from_ten_people_on_and_the_rest_is_by_ward(
    town: Neighbourhood,
) -> None:
    await people_send(
        town, [LAMP] * 28 + [PATH] * 9 + ["HP12 3HP"] * 14 + [(51.655, -0.72)] * 6
    )
    shown = await results(town)
    square = square_at(*LAMP) or ""
    named = f"{square[:2]} {square[2:5]} {square[5:]}"
    assert f"Abbey, square {named}: about 30 (50%)" in shown
    assert "elsewhere in Booker, Cressex and Castlefield: about 25 (40%)" not in shown
    assert (square_at(*PATH) or "")[2:5] not in shown
    assert "Each square is 500 metres wide." in shown
    assert "51." not in shown


async def test_without_boundaries_no_places_are_shown_and_that_is_said(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    await asks_for_places(hood, tmp_path)
    await people_send(hood, [LAMP] * 20)
    shown = await results(hood)
    assert "About 20 people answered this." not in shown
    assert "We can't show the places" in shown
    assert "square" not in shown
