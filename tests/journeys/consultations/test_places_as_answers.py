"""A question for a place: a location from the phone, a postcode, or a point that is typed."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from dark_corners import (
    CORNER,
    LEEDS,
    SLUG,
    asks_for_places,
    at_dark_corners,
    box,
    knows_boundaries,
    sends,
)

IN_ABBEY = box(-0.78, 51.61, -0.74, 51.64)
ASKED, NEXT = "Where is it too dark?", "Do you walk there?"


@pytest.fixture
async def asked(hood: Neighbourhood, amina: Person, tmp_path: Path) -> Person:
    return await at_dark_corners(hood, amina, tmp_path)


def everything(folder: Path) -> str:
    with sqlite3.connect(folder / "wardmote.db") as database:
        return "\n".join(database.iterdump())


def answers(folder: Path) -> list[str]:
    """What is kept as answers to the question."""
    with sqlite3.connect(folder / "wardmote.db") as database:
        query = "select value from answers where consultation = ? and question = 'where'"
        return [value.strip('"') for (value,) in database.execute(query, (SLUG,))]


async def test_the_question_says_how_a_place_is_sent_and_that_home_is_not_meant(
    asked: Person,
) -> None:
    assert ASKED in asked.sees
    assert "Move the pin to the place you mean; not your home." in asked.sees
    assert "Or type a postcode. We can't look up a street." in asked.sees
    assert asked.labels == ["Skip"]


async def test_a_location_is_the_answer_and_only_100_metres_of_it_are_kept(
    asked: Person, tmp_path: Path
) -> None:
    assert NEXT in await sends(asked, *CORNER)
    assert answers(tmp_path) == ["51.624,-0.761"]
    assert "51.6238" not in everything(tmp_path)


async def test_the_inbox_never_holds_more_of_it(
    hood: Neighbourhood, asked: Person, tmp_path: Path
) -> None:
    """The update is stored before it is handled; it is read here before that."""
    world = hood.stage.service.world
    asked.phone.send_location(*CORNER)
    asked.phone.type("51.62384, -0.76131")
    asked.phone.type("HP12 3HP")
    seen: list[str] = []
    kept = world.now

    def looks() -> datetime:
        seen.append(everything(tmp_path))
        return kept()

    world.now = looks  # the clock is asked between the storing and the handling
    await asked.settles()
    world.now = kept
    assert any("51.624" in dump for dump in seen)
    assert not any("51.6238" in dump or "3HP" in dump for dump in seen)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("HP12 3HP", BOOKER),
        ("hp123hp", BOOKER),
        ("HP12 3HP.", BOOKER),
        ("51.62384, -0.76131", "51.624,-0.761"),
        ("51.62384 N 0.76131 W", "51.624,-0.761"),
        ("۵۱.۶۲۳۸۴، -۰.۷۶۱۳۱", "51.624,-0.761"),
    ],
)
async def test_a_postcode_gives_its_ward_and_a_typed_point_is_rounded(
    asked: Person, tmp_path: Path, typed: str, kept: str
) -> None:
    assert NEXT in await asked.types(typed)
    assert answers(tmp_path) == [kept]
    assert "3HP" not in everything(tmp_path)


@pytest.mark.parametrize("typed", ["LS1 4DY", "53.8008, -1.5491"])
async def test_a_place_outside_the_council_is_not_taken_and_nothing_is_lost(
    asked: Person, tmp_path: Path, typed: str
) -> None:
    assert "That place is outside Buckinghamshire" in await asked.types(typed)
    assert "outside Buckinghamshire" in await sends(asked, *LEEDS)
    assert answers(tmp_path) == []
    assert NEXT in await sends(asked, *CORNER)


async def test_with_boundaries_a_point_between_wards_and_the_council_is_told_apart(
    hood: Neighbourhood, asked: Person
) -> None:
    knows_boundaries(hood, {ABBEY: IN_ABBEY})
    assert "outside Buckinghamshire" in await sends(asked, 51.65, -0.7613)
    assert NEXT in await sends(asked, *CORNER)


async def test_a_postcode_that_nobody_knows_is_asked_for_again(asked: Person) -> None:
    assert "We can't find that postcode" in await asked.types("HP12 9ZZ")


@pytest.mark.parametrize("typed", ["12", "yes", "no"])
async def test_what_is_no_place_is_said_so(asked: Person, tmp_path: Path, typed: str) -> None:
    assert "We can't tell which place that is." in await asked.types(typed)
    assert answers(tmp_path) == []


async def test_a_street_is_not_looked_up_but_may_be_kept_as_a_comment(asked: Person) -> None:
    assert "Desborough Road" in await asked.types("The end of Desborough Road")
    assert "Yes, keep it" in asked.labels
    await asked.taps("Yes, keep it")
    assert ASKED in asked.question


async def test_a_live_location_is_not_kept_and_what_to_do_is_said(
    asked: Person, tmp_path: Path
) -> None:
    asked.phone.share_live_location(*CORNER, 900)
    assert "where your phone is" in await asked.settles()
    assert "Then send a place" in asked.sees
    assert answers(tmp_path) == []
    assert "51.62" not in everything(tmp_path)


async def test_of_a_named_place_only_the_point_is_taken(asked: Person, tmp_path: Path) -> None:
    asked.phone.send_venue(*CORNER, title="The Dark Horse", address="1 Dark Lane")
    assert NEXT in await asked.settles()
    assert answers(tmp_path) == ["51.624,-0.761"]
    assert "Dark Horse" not in everything(tmp_path)


async def test_it_can_be_skipped_gone_back_to_and_changed(
    hood: Neighbourhood, asked: Person, tmp_path: Path
) -> None:
    knows_boundaries(hood, {ABBEY: IN_ABBEY})
    await asked.taps("Skip")
    assert answers(tmp_path) == []
    await asked.types("back")
    await sends(asked, *CORNER)
    await asked.taps("Back")
    assert "Your answer: a place in Abbey (51.624, -0.761)" in asked.sees
    assert asked.labels == ["Next"]
    assert NEXT in await sends(asked, 51.6201, -0.7556)
    assert answers(tmp_path) == ["51.620,-0.756"]


async def test_a_reply_or_an_edit_changes_a_postcode_that_was_typed(
    asked: Person, tmp_path: Path
) -> None:
    await asked.types("HP12 3HP")
    mine = next(m for m in reversed(asked.phone.messages) if not m.from_bot)
    asked.phone.edit_text(mine.message_id, "51.62384, -0.76131")
    await asked.settles()
    assert answers(tmp_path) == ["51.624,-0.761"]
    assert "51.6238" not in everything(tmp_path)


async def test_a_location_at_another_question_is_not_kept(asked: Person, tmp_path: Path) -> None:
    await asked.taps("Skip")
    assert "don't need your location" in await sends(asked, *CORNER)
    assert answers(tmp_path) == []


async def test_their_own_answers_say_the_place(asked: Person, hood: Neighbourhood) -> None:
    knows_boundaries(hood, {ABBEY: IN_ABBEY})
    await sends(asked, *CORNER)
    assert "a place in Abbey (51.624, -0.761)" in await asked.types("/mine")


async def test_in_urdu_it_is_asked_taken_and_said(
    hood: Neighbourhood, tmp_path: Path, zara: Person
) -> None:
    await at_dark_corners(hood, zara, tmp_path)
    assert "اپنے گھر پر نہیں" in zara.sees
    assert "کیا آپ وہاں پیدل چلتے ہیں؟" in await sends(zara, *CORNER)
    await zara.types("پیچھے")
    assert "51.624" in zara.sees
    assert "سے باہر ہے" in await sends(zara, *LEEDS)


@pytest.fixture
async def zara(hood: Neighbourhood) -> Person:
    """Somebody who reads Urdu."""
    person = await hood.resident("Zara", "HP12 3HP")
    await person.types("/language")
    await person.taps("اردو")
    return person


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("kind: place\n", "kind: place\n    required: true\n", "isn't expected to be required"),
        ("kind: place\n", "kind: place\n    also: [none_of_these]\n", "no options are expected"),
    ],
)
async def test_what_a_file_may_not_ask_of_a_place(
    hood: Neighbourhood, tmp_path: Path, before: str, after: str, said: str
) -> None:
    with pytest.raises(Exception, match=said):
        await asks_for_places(hood, tmp_path, changes={before: after})


async def test_a_second_pin_takes_the_place_of_the_first(asked: Person, tmp_path: Path) -> None:
    await sends(asked, 51.6301, -0.7502)
    said = await sends(asked, *CORNER)
    assert 'Your answer to "Where is it too dark?" is now a place at' in said
    assert NEXT in said
    assert answers(tmp_path) == ["51.624,-0.761"]


async def test_a_second_postcode_takes_the_place_of_the_first(
    asked: Person, tmp_path: Path
) -> None:
    """It asked whether their home had changed, or said that this was their ward already."""
    await asked.types("HP11 2TL")
    said = await asked.types("HP12 3HP")
    assert 'Your answer to "Where is it too dark?" is now somewhere in Booker' in said
    assert answers(tmp_path) == [BOOKER]


@pytest.mark.parametrize("between", ["/plan", "/complain", "yes"])
async def test_a_place_after_anything_else_is_not_taken_for_the_answer(
    asked: Person, tmp_path: Path, between: str
) -> None:
    await sends(asked, 51.6301, -0.7502)
    await asked.types(between)
    await sends(asked, *CORNER)
    await asked.types("HP12 3HP")
    assert answers(tmp_path) == ["51.630,-0.750"]
