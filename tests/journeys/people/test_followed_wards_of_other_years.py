"""Somebody follows another ward, and the council moves on to wards with new boundaries."""

import shutil
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from council_changes import moves_on

from content.library import council_directory, load


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    folder = tmp_path / "edited"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    return folder


def council_of_2025(folder: Path) -> Path:
    council = folder / "council.yaml"
    council.write_text(council.read_text().replace("vintage: 2021", "vintage: 2025"))
    return folder


@pytest.fixture
async def follower(hood: Neighbourhood, amina: Person, edited: Path) -> Person:
    """Amina followed Abbey; then the boundaries changed."""
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await amina.types("Abbey")
    await moves_on(hood, edited)
    return amina


LAPSED = (
    "You followed news of Abbey too. The wards have new boundaries, so that news no longer comes."
)


async def test_ward_says_that_a_followed_wards_news_has_ended_and_offers_others(
    hood: Neighbourhood, follower: Person
) -> None:
    """It was dropped without a word."""
    assert LAPSED in await follower.types("/ward")
    library = hood.stage.service.world.library
    (abbey,) = [code for code, ward in library.former.items() if ward.name == "Abbey"]
    first = library.wards[library.successors[abbey][0]].name
    assert f"News of {first} comes here too" in await follower.taps(f"Follow {first}")
    seen = await follower.types("/ward")
    assert f"You follow news of {first} too" in seen
    assert "no longer comes" not in seen


async def test_who_chooses_their_home_again_hears_it_too(follower: Person) -> None:
    await follower.types("/ward")
    seen = await follower.taps("Booker & Cressex")
    assert "Your ward is now Booker & Cressex." in seen
    assert LAPSED in seen
    assert "Follow another ward" in follower.labels


async def test_news_says_that_a_followed_wards_news_has_ended(follower: Person) -> None:
    seen = await follower.types("/news")
    assert "You followed Abbey too. It has new boundaries, so its news no longer comes." in seen


async def test_a_followed_ward_that_became_part_of_home_is_no_loss(
    hood: Neighbourhood, amina: Person, edited: Path
) -> None:
    before = hood.stage.service.world.library.wards
    newer = load(council_of_2025(edited)).successors
    followed = next(before[code] for code in sorted(before) if len(newer.get(code, ())) == 1)
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    assert f"News of {followed.name} comes here too" in await amina.types(followed.name)
    await moves_on(hood, edited)
    assert f"You followed news of {followed.name} too" in await amina.types("/ward")
    await amina.taps("Change my ward")
    home = hood.stage.service.world.library.wards[newer[followed.code][0]].name
    assert f"Your ward is now {home}" in await amina.types(home)
    assert "no longer comes" not in amina.sees
