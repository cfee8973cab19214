"""A ward found by a shared location: the nearest three, or the one it lies in; then thrown away."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from company import ABBEY, Neighbourhood, Person

from engagement.people.geography import Boundaries

IN_ABBEY = (51.6238, -0.7613)
IN_LEEDS = (53.8008, -1.5491)


async def asked(hood: Neighbourhood) -> Person:
    """Somebody who is asked where home is."""
    person = hood.stranger()
    await person.start()
    await person.taps("Start")
    await person.taps("Yes")
    return person


async def shares(person: Person, latitude: float, longitude: float) -> str:
    person.phone.send_location(latitude, longitude)
    return await person.settles()


def square(latitude: float, longitude: float) -> dict[str, object]:
    """A square of some 2 km around a place."""
    north, east = 0.01, 0.015
    ring = [
        [longitude + x * east, latitude + y * north]
        for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
    ]
    return {"type": "Polygon", "coordinates": [ring]}


async def test_the_nearest_three_wards_are_offered(hood: Neighbourhood) -> None:
    person = await asked(hood)
    await person.taps("Use my location")
    assert person.phone.last is not None
    assert person.phone.last.reply_keyboard == [["Share my location"]]
    seen = await shares(person, *IN_ABBEY)
    assert "Which of these is home?" in seen
    assert len([label for label in person.labels if label[0].isdigit()]) == 3
    label = next(label for label in person.labels if label.endswith(" Abbey"))
    assert "You're in Abbey" in await person.taps(label)


async def test_a_number_typed_chooses_among_the_nearest(hood: Neighbourhood) -> None:
    person = await asked(hood)
    await shares(person, *IN_ABBEY)
    number = next(label.split()[0] for label in person.labels if label.endswith(" Abbey"))
    assert "You're in Abbey" in await person.types(number)


async def test_none_of_these_leads_to_the_list(hood: Neighbourhood) -> None:
    person = await asked(hood)
    await shares(person, *IN_ABBEY)
    assert "Pick your ward" in await person.taps("None of these")


async def test_with_boundaries_it_is_the_one_ward_and_the_person_says_yes(
    hood: Neighbourhood,
) -> None:
    world = hood.stage.service.world
    world.renew(
        world.library, replace(world.loaded, boundaries=Boundaries({ABBEY: square(*IN_ABBEY)}))
    )
    person = await asked(hood)
    assert "You seem to be in Abbey." in await shares(person, *IN_ABBEY)
    assert "You're in Abbey" in await person.taps("Yes, that's home")


async def test_a_place_in_another_county_is_refused_with_what_to_do(hood: Neighbourhood) -> None:
    person = await asked(hood)
    seen = await shares(person, *IN_LEEDS)
    assert "outside Buckinghamshire" in seen
    assert "Pick from a list" in person.labels


async def test_a_location_finds_the_ward_when_moving_and_when_following(amina: Person) -> None:
    await amina.types("/ward")
    await amina.taps("Change my ward")
    await amina.taps("Use my location")
    await shares(amina, *IN_ABBEY)
    number = next(label.split()[0] for label in amina.labels if label.endswith(" Abbey"))
    assert "Your ward is now Abbey" in await amina.taps(number)
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await shares(amina, 51.6269, -0.7811)
    number = next(label.split()[0] for label in amina.labels if "Booker" in label)
    assert "comes here too" in await amina.taps(number)


async def test_a_location_nobody_asked_for_says_what_can_be_done(amina: Person) -> None:
    await amina.taps("Answer now")
    assert "don't need your location" in await shares(amina, *IN_ABBEY)


async def test_the_location_key_goes_with_the_first_reply_after_it(hood: Neighbourhood) -> None:
    """T4."""
    person = await asked(hood)
    await person.taps("Use my location")
    assert person.phone.keys
    await shares(person, *IN_ABBEY)
    assert person.said_by_bot("button for your place is gone") == 1
    assert not person.phone.keys
    assert "Pick your ward" in await person.taps("None of these")
    assert person.said_by_bot("button for your place is gone") == 1


@pytest.mark.parametrize("done", ["HP12 3HP", "/stop", "somewhere else", "/help"])
async def test_the_location_key_goes_when_something_else_is_typed(
    hood: Neighbourhood, done: str
) -> None:
    """T4."""
    person = await asked(hood)
    await person.taps("Use my location")
    await person.types(done)
    assert person.said_by_bot("button for your place is gone") == 1
    assert any("remove_keyboard" in (m.markup or {}) for m in person.phone.messages)


async def test_the_location_key_goes_when_another_button_is_tapped(hood: Neighbourhood) -> None:
    """T4: the list comes below, not in place of the question above."""
    person = await asked(hood)
    await person.taps("Use my location")
    await person.taps("Pick from a list")
    assert person.said_by_bot("button for your place is gone") == 1
    assert "You're in" in await person.taps("1")
    await person.types("/ward")
    await person.taps("Change my ward")
    await person.taps("Use my location")
    assert person.phone.keys
    await person.types("Chesham")
    assert person.said_by_bot("button for your place is gone") == 2


async def test_no_place_is_kept(hood: Neighbourhood, tmp_path: Path) -> None:
    person = await asked(hood)
    await shares(person, 51.623847, -0.761312)
    await person.taps("None of these")
    with sqlite3.connect(tmp_path / "wardmote.db") as database:
        dump = "\n".join(database.iterdump())
    assert "latitude" not in dump
    assert "51.623" not in dump
