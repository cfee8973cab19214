"""What is shown of the places that people sent: squares with enough people, the rest by ward."""

import io
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from dark_corners import asks_for_places, box, knows_boundaries

from engagement.people.national_grid import square_at
from reports.responses_csv import read_back

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


def document(person: Person) -> bytes:
    """The file that was sent last."""
    return next(m.document for m in reversed(person.phone.messages) if m.document).content


async def results(hood: Neighbourhood) -> str:
    officer = await hood.officer()
    await hood.leap(CLOSES + timedelta(hours=1))
    await officer.types("/results")
    await officer.taps(next(label for label in officer.labels if "Dark corners" in label))
    return "\n".join(m.text for m in officer.from_bot)


async def test_a_square_has_a_number_from_ten_people_on_and_the_rest_is_by_ward(
    town: Neighbourhood,
) -> None:
    await people_send(town, [LAMP] * 28 + [PATH] * 9 + ["HP12 3HP"] * 14 + [(51.655, -0.72)] * 6)
    shown = await results(town)
    square = square_at(*LAMP) or ""
    named = f"{square[:2]} {square[2:5]} {square[5:]}"
    assert f"Abbey, square {named}: about 30 (50%)" in shown
    assert "elsewhere in all other wards: about 30 (50%)" in shown
    assert (square_at(*PATH) or "")[2:5] not in shown
    assert "Each square is 500 metres wide." in shown
    assert "51." not in shown


async def test_a_branch_of_a_place_and_another_answer_is_not_fewer_than_it_was(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    """Whether there is a place is all that it looks at, whichever square that is in."""
    first = (
        "questions:\n  - key: out\n    kind: yes_no\n    text: {en: Out at night?, pl: W nocy?}\n"
    )
    walks = "  - key: walks\n    kind: yes_no\n"
    on = "    relevant: ${out} = 'yes' and ${where} != ''\n"
    await asks_for_places(hood, tmp_path, changes={"questions:\n": first, walks: walks + on})
    away = {
        code: box(-1.0 + n / 100, 52.0, -0.995 + n / 100, 52.005)
        for n, code in enumerate(hood.stage.service.world.library.wards)
    }
    knows_boundaries(hood, {**away, ABBEY: EAST, BOOKER: WEST})
    people = await hood.residents(30, "HP12 3HP")
    for act in ("/consultations", "2 Dark", "Answer now", "yes"):
        await hood.all_do(people, lambda phone, act=act: phone.type(act))
    await hood.all_do(people[:15], lambda phone: phone.send_location(*LAMP))
    await hood.all_do(people[15:], lambda phone: phone.type("HP12 3HP"))
    await hood.all_do(people, lambda phone: phone.type("yes"))
    shown = (await results(hood)).partition("Only some people were asked this.")[2]
    assert "Up to about " in shown
    assert "Fewer than 10 people answered this." not in shown


async def test_the_working_file_has_rounded_points_and_squares_and_a_sheet_of_places(
    town: Neighbourhood,
) -> None:
    await people_send(town, [LAMP] * 28 + ["HP12 3HP"] * 27)
    officer = await town.officer()
    await town.leap(CLOSES + timedelta(hours=1))
    await town.may_export(officer, "1 ")
    await officer.taps("CSV")
    rows = read_back(io.StringIO(document(officer).decode(), newline=""))
    assert {(row["where"], row["where.square"]) for row in rows} == {
        ("51.627,-0.748", square_at(*LAMP)),
        (BOOKER, ""),
    }
    await town.may_export(officer, "1 ")
    await officer.taps("Excel workbook")
    book = openpyxl.load_workbook(io.BytesIO(document(officer)))
    told = [list(row) for row in book["Places"].iter_rows(values_only=True)]
    assert any(row[:3] == ["Where is it too dark?", "Abbey, square SU 865 925", 30] for row in told)
    assert not any("51." in str(cell) for row in told for cell in row)


async def test_places_go_when_somebody_is_forgotten_and_count_no_more(
    town: Neighbourhood, tmp_path: Path
) -> None:
    # Ten people, so that one less leaves no number.
    people = await people_send(town, [LAMP] * 10 + ["HP12 3HP"] * 40)
    leaver = people[0]
    await leaver.types("/forget")
    assert "The places you sent go too" in leaver.sees
    await leaver.taps("When it closes")
    shown = await results(town)
    assert "square SU" not in shown
    with sqlite3.connect(tmp_path / "wardmote.db") as database:
        for table, column in (
            ("answers", "value"),
            ("answer_history", "value"),
            ("chosen", "option"),
        ):
            query = f"select count(*) from {table} where {column} like '%51.627%'"
            assert database.execute(query).fetchone() == (9,), table


async def test_people_read_the_places_they_sent_in_their_own_data(town: Neighbourhood) -> None:
    (person,) = await people_send(town, [LAMP])
    await person.types("/mydata")
    said = document(person).decode()
    assert "a place in Abbey (51.627, -0.748)" in said
    assert "51.627,-0.748" in said  # for a computer program


async def test_places_are_deleted_a_year_after_the_decision(
    town: Neighbourhood, tmp_path: Path
) -> None:
    people = await people_send(town, [LAMP] * 3)
    await town.leap(datetime(2023, 6, 1, 12, tzinfo=UTC))
    await town.all_do(people, lambda phone: phone.type("/help"))  # so that no link is cut meanwhile
    await town.leap(datetime(2023, 11, 20, 12, tzinfo=UTC))
    await town.leap(datetime(2023, 11, 22, 12, tzinfo=UTC))  # a clock that leaps deletes nothing
    with sqlite3.connect(tmp_path / "wardmote.db") as database:
        dump = "\n".join(line for line in database.iterdump() if "51.627" in line)
    assert dump == ""


async def test_without_boundaries_no_places_are_shown_and_that_is_said(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    await asks_for_places(hood, tmp_path)
    await people_send(hood, [LAMP] * 20)
    shown = await results(hood)
    assert "About 20 people answered this." not in shown
    assert "We can't show the places" in shown
    assert "square" not in shown
