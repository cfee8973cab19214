"""A place typed before its question was shown: a tap, or an answer, came with it."""

from datetime import datetime
from pathlib import Path

import pytest
from company import BOOKER, Neighbourhood, Person
from dark_corners import asks_for_places
from test_places_as_answers import answers, everything

WORDS_FIRST = {
    "questions:\n": "questions:\n"
    "  - key: words\n    kind: text\n"
    "    text: {en: What is it like?, pl: Jak tam jest?, ur: وہاں کیسا ہے؟}\n"
}


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    """At a question for words; the next one asks for a place."""
    await asks_for_places(hood, tmp_path, changes=WORDS_FIRST)
    await amina.types("/consultations")
    await amina.taps("2 ")
    await amina.taps(amina.labels[0])
    assert "What is it like?" in amina.sees
    return amina


async def stored_meanwhile(hood: Neighbourhood, person: Person, folder: Path) -> list[str]:
    """What the database held each time that something looked at the clock."""
    world, seen = hood.stage.service.world, []
    kept = world.now

    def looks() -> datetime:
        seen.append(everything(folder))
        return kept()

    world.now = looks
    await person.settles()
    world.now = kept
    return seen


@pytest.mark.parametrize(("typed", "kept"), [("HP12 3HP", BOOKER), ("51.62384, -0.76131", "")])
@pytest.mark.parametrize("first", ["Skip", "It is dark."])
async def test_a_place_that_came_with_what_led_to_its_question_is_never_stored_as_typed(
    hood: Neighbourhood, asked: Person, tmp_path: Path, first: str, typed: str, kept: str
) -> None:
    """It was stored as typed, as the answer to the question before would have been."""
    if first == "Skip":
        asked.phone.tap(first)
    else:
        asked.phone.type(first)
    asked.phone.type(typed)
    seen = await stored_meanwhile(hood, asked, tmp_path)
    assert answers(tmp_path) == [kept or "51.624,-0.761"]
    assert not any("3HP" in dump or "51.6238" in dump for dump in seen)


@pytest.mark.parametrize("with_a_tap", [False, True])
async def test_a_postcode_at_a_question_for_words_is_treated_the_same_alone_or_with_a_tap(
    hood: Neighbourhood, asked: Person, with_a_tap: bool
) -> None:
    if with_a_tap:
        await asked.types("/consultations")
        await asked.taps("2 ")
        asked.phone.tap(asked.labels[0])
    asked.phone.type("HP12 3HP")
    await asked.settles()
    assert "That postcode is in Booker, Cressex and Castlefield." in asked.sees
