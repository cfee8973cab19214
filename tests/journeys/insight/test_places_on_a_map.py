"""The places of a question as a picture: what was released of them, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from dark_corners import asks_for_places, box, knows_boundaries
from evenings import election

from bot.views.localiser import Localiser
from bot.views.map_of_places import place_map
from content.schema.consultation import QuestionKind
from engagement.errors import OldButton
from engagement.insight.disclosure import (
    Published,
    PublishedOption,
    PublishedQuestion,
    Share,
    published_question,
)
from engagement.insight.released_table import Limits, ReleasedTable
from engagement.insight.summary import QuestionCount
from engagement.people.national_grid import square_at
from reports.place_map import PlaceMap, map_png
from usecases.insight import results
from usecases.insight.results import PlacesOnMap, Results
from usecases.people import identify
from usecases.release.places import sent_places
from usecases.world import Transaction

CLOSES = datetime(2022, 10, 5, 16, tzinfo=UTC)
EAST, WEST = box(-0.770, 51.60, -0.70, 51.66), box(-0.84, 51.60, -0.770, 51.66)
LAMP, PATH = (51.627, -0.748), (51.640, -0.790)
ISOLATES = {0x2068: None, 0x2069: None}
LISTED = {"pl": "Ciemne", "ur": "اندھیری"}
SEE = {"en": "See it on a map", "pl": "Zobacz na mapie", "ur": "نقشے پر دیکھیں"}


@pytest.fixture
async def town(hood: Neighbourhood, tmp_path: Path) -> Neighbourhood:
    await asks_for_places(hood, tmp_path)
    away = {
        code: box(-1.0 + n / 100, 52.0, -0.995 + n / 100, 52.005)
        for n, code in enumerate(hood.stage.service.world.library.wards)
    }
    knows_boundaries(hood, {**away, ABBEY: EAST, BOOKER: WEST})
    return hood


async def people_send(hood: Neighbourhood, places: Sequence[tuple[float, float] | str]) -> None:
    people = await hood.residents(len(places), "HP12 3HP")
    for does in ("/consultations", "2 Dark", "Answer now"):
        await hood.all_do(
            people,
            lambda phone, does=does: phone.type(does) if does[0] == "/" else phone.tap(does),
        )
    for person, place in zip(people, places, strict=True):
        if isinstance(place, str):
            person.phone.type(place)
        else:
            person.phone.send_location(*place)
    await hood.stage.settle()


async def officer_at_results(hood: Neighbourhood) -> Person:
    officer = await hood.officer()
    await hood.leap(CLOSES + timedelta(hours=1))
    await officer.types("/results")
    await officer.taps(next(label for label in officer.labels if "Dark corners" in label))
    return officer


async def test_the_picture_says_what_the_results_say_and_nothing_of_a_small_square(
    town: Neighbourhood,
) -> None:
    await people_send(town, [LAMP] * 28 + [PATH] * 9 + ["HP12 3HP"] * 14 + [(51.655, -0.72)] * 6)
    officer = await officer_at_results(town)
    told = re.findall(r"^.*: about \d+ \(\d+%\)$", officer.sees, re.MULTILINE)
    await officer.taps("See it on a map")
    sent = officer.phone.messages[-1]
    assert sent.photo is not None
    caption = sent.text.translate(ISOLATES)
    assert re.findall(r"^.*: about \d+ \(\d+%\)$", caption, re.MULTILINE) == [
        line.translate(ISOLATES) for line in told
    ]
    square = square_at(*LAMP) or ""
    # 28 of 57 people, counted here and by nothing of ours.
    assert f"Abbey, square {square[:2]} {square[2:5]} {square[5:]}: about 30 (50%)" in caption
    assert "elsewhere in all other wards: about 30 (50%)" in caption
    assert (square_at(*PATH) or "")[2:5] not in caption


@pytest.mark.parametrize("language", ["pl", "ur"])
async def test_an_officer_gets_the_picture_in_their_language(
    town: Neighbourhood, language: str
) -> None:
    await people_send(town, [LAMP] * 28 + ["HP12 3HP"] * 27)
    officer = await town.officer()
    await officer.types("/language")
    await officer.taps({"pl": "Polski", "ur": "اردو"}[language])
    await town.leap(CLOSES + timedelta(hours=1))
    await officer.types("/results")
    await officer.taps(next(label for label in officer.labels if LISTED[language] in label))
    await officer.types(SEE[language])
    sent = officer.phone.messages[-1]
    assert sent.photo is not None
    assert "SU 865 925" in sent.text
    assert "30" in sent.text


async def test_before_an_election_no_picture_is_made(town: Neighbourhood) -> None:
    await people_send(town, [LAMP] * 28 + ["HP12 3HP"] * 27)
    officer = await officer_at_results(town)
    today = town.stage.clock.now().date()
    election(town, BOOKER, first=today, last=today + timedelta(days=4))
    before = len(officer.phone.messages)
    await officer.taps("See it on a map")
    assert "This waits because of an election" in officer.sees + officer.toast
    assert not any(m.photo for m in officer.phone.messages[before:])


async def test_without_a_square_that_has_a_number_there_is_no_button(town: Neighbourhood) -> None:
    await people_send(town, [LAMP] * 9 + ["HP12 3HP"] * 40)
    officer = await officer_at_results(town)
    assert "See it on a map" not in officer.labels


async def test_without_outlines_of_the_wards_there_is_no_button(town: Neighbourhood) -> None:
    await people_send(town, [LAMP] * 28 + ["HP12 3HP"] * 27)
    world = town.stage.service.world
    world.renew(replace(world.library, outlines=None), world.loaded)
    officer = await officer_at_results(town)
    assert "about 30" in officer.sees
    assert "See it on a map" not in officer.labels


async def test_a_question_that_asks_for_no_place_has_no_map(town: Neighbourhood) -> None:
    """Not even by a button that somebody has made: the second question is one of yes and no."""
    await people_send(town, [LAMP] * 28 + ["HP12 3HP"] * 27)
    officer = await officer_at_results(town)
    world = town.stage.service.world
    code = world.loaded.consultation_codes["dark-corners"]

    async def ask(tx: Transaction, number: int) -> object:
        person = await identify.recognise(tx, world, officer.phone.user_id)
        return await results.show_map(tx, world, person, code, number)

    assert isinstance(await town.stage.service.batcher.run(partial(ask, number=0)), PlacesOnMap)
    for number in (1, 2, 99):
        with pytest.raises(OldButton):
            await town.stage.service.batcher.run(partial(ask, number=number))


def drawn(town: Neighbourhood, shown: PublishedQuestion, language: str = "en") -> PlaceMap:
    """The map of what is shown of the first question."""
    world = town.stage.service.world
    asked = world.library.consultations["dark-corners"]
    table = ReleasedTable(Published(60, questions=(shown,)), Limits.of(world.thresholds))
    found = Results(asked, 1, table, "", CLOSES)
    say = Localiser(town.stage.words, language, world)
    return place_map(say, PlacesOnMap(found, asked.questions[0], shown))


async def test_a_square_of_nine_people_and_one_of_nobody_make_the_same_picture(
    town: Neighbourhood,
) -> None:
    """Nine who sent a place in a square, or only their postcode, are in one number by ward."""
    world = town.stage.service.world
    asked = world.library.consultations["dark-corners"]
    pictures = []
    for nine in (f"{PATH[0]},{PATH[1]}", BOOKER):
        chosen = {("where", f"{LAMP[0]},{LAMP[1]}"): 28, ("where", nine): 9}
        chosen[("where", ABBEY)] = 20
        sent = sent_places(world, asked, chosen)["where"]
        counted = QuestionCount("where", QuestionKind.PLACE, sent.people, places=sent)
        pictures.append(map_png(drawn(town, published_question(counted, world.thresholds))))
    assert pictures[0] == pictures[1]


async def test_each_number_on_the_map_is_in_the_table_and_each_in_the_table_on_the_map(
    town: Neighbourhood,
) -> None:
    shown = PublishedQuestion(
        "where",
        60,
        (
            PublishedOption((f"{ABBEY}/SU865925",), 35, 50),
            PublishedOption((f"{ABBEY}/SU865930",), 10, 15),
            PublishedOption((ABBEY,), 15, 25),
            PublishedOption((BOOKER, "E05013123"), 10, 10),
        ),
    )
    made = drawn(town, shown)
    assert [(s.shown, s.east, s.north) for s in made.squares] == [
        ("35", 486_500, 192_500),
        ("10", 486_500, 193_000),
    ]
    rest = [line.translate(ISOLATES) for line in made.rest]
    assert rest[0] == "Abbey: about 15 (25%)"
    assert rest[1].endswith(": about 10 (10%)")
    assert [words.translate(ISOLATES) for _, words in made.legend] == [
        "up to about 20 people in a square",
        "about 25 to 45 people in a square",
    ]


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
async def test_next_to_a_word_for_a_share_there_is_no_number(
    town: Neighbourhood, language: str
) -> None:
    shown = PublishedQuestion(
        "where",
        30,
        (
            PublishedOption((f"{ABBEY}/SU865925",), 20, share=Share.MOST),
            PublishedOption((ABBEY,), 10, share=Share.LESS_THAN_HALF),
        ),
    )
    made = drawn(town, shown, language)
    told = [made.squares[0].shown, *made.rest, *(words for _, words in made.legend)]
    assert not any(sign.isdigit() for text in told for sign in text)
    assert len(made.legend) == 1
