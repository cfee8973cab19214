"""The workbook has the released results on two sheets: of the whole area, and by ward."""

from __future__ import annotations

import io
from datetime import timedelta

import openpyxl
import pytest
from company import BOOKER, Neighbourhood, Person, answers_all
from crowded_wards import WHICH, closed_for_many, of_the_register
from evenings import election

JOBS = "Jobs and careers"
Rows = list[tuple[object, ...]]


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    await closed_for_many(hood)
    return await hood.officer()


async def sheets(hood: Neighbourhood, officer: Person, workbook: str) -> dict[str, Rows]:
    """The rows of every sheet of the file that is sent, by the name of the sheet."""
    await hood.may_export(officer)
    await officer.taps(workbook)
    document = next(m.document for m in reversed(officer.phone.messages) if m.document)
    book = openpyxl.load_workbook(io.BytesIO(document.content), read_only=True)
    return {s.title: [*s.iter_rows(values_only=True)] for s in book.worksheets}


async def test_the_numbers_are_those_of_the_release(hood: Neighbourhood, officer: Person) -> None:
    body = (await of_the_register(hood)).body
    found = await sheets(hood, officer, "Excel workbook")
    shown = [
        (option["about"], f"{option['percent']}%")
        for question in body["published"]["questions"]
        for option in question["options"]
        if option["percent"] is not None
    ]
    assert len(shown) > 8
    assert [row[2:] for row in found["Results"] if str(row[3]).endswith("%")] == shown
    names = {ward.name: code for code, ward in hood.library.wards.items()}
    of_booker = next(one for one in body["by_ward"] if one["ward"] == BOOKER)
    expected = [
        (option["about"] if option["share"] is None else None, option["percent"], option["share"])
        for question in of_booker["questions"]
        for option in question["options"]
    ]
    rows = [row for row in found["Results by ward"] if names.get(str(row[0])) == BOOKER]
    with_numbers = [row for row in rows if row[4]]
    assert [row[3] or None for row in with_numbers] == [about for about, _, _ in expected]
    for row, (_, percent, share) in zip(with_numbers, expected, strict=True):
        if percent is not None:
            assert row[4] == f"{percent}%"
        elif share is not None:
            assert row[4] == share.replace("-", " ")


async def test_where_few_answered_the_workbook_comes_without_these_sheets(
    hood: Neighbourhood,
) -> None:
    """Their answers are in it: it is for the work of those who may read them."""
    await answers_all(await hood.resident("Amina", "HP12 3HP"))
    await hood.closes()
    found = await sheets(hood, await hood.officer(), "Excel workbook")
    assert "Responses" in found
    assert not {"Results", "Results by ward"} & {*found}


async def test_each_ward_and_question_has_numbers_or_says_why(
    hood: Neighbourhood, officer: Person
) -> None:
    found = await sheets(hood, officer, "Excel workbook")
    rows = found["Results by ward"]
    assert rows[2] == ("Ward", "Question", "Answer", "People, rounded", "Share")
    questions = [q.text.say("en") for q in hood.library.consultations[WHICH].questions]
    for ward in hood.library.wards.values():
        there = {row[1] for row in rows if row[0] == ward.name}
        assert there == {*questions} or not there
    assert any(row[2] == "Chesham is counted with other wards" for row in rows)
    assert any(row[2] == "In people's own words" for row in rows)
    assert "Only people who chose to answer are counted." in str(rows[0][0])


async def test_the_sheets_say_what_the_screen_says(hood: Neighbourhood, officer: Person) -> None:
    screen = await officer.types("/results")
    found = await sheets(hood, officer, "Excel workbook")
    [(_, _, people, share)] = [row for row in found["Results"] if row[2] and row[1] == JOBS]
    assert f"{JOBS}: about {people} ({share})" in screen


async def test_what_few_chose_in_the_whole_area_is_few_in_each_ward(
    hood: Neighbourhood, officer: Person
) -> None:
    found = await sheets(hood, officer, "Excel workbook")
    rows = [row for row in found["Results by ward"] if row[2] == "Messages on my phone"]
    assert rows
    assert {row[4] for row in rows} == {"few"}


async def test_before_an_election_there_are_no_such_sheets(
    hood: Neighbourhood, officer: Person
) -> None:
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=4))
    found = await sheets(hood, officer, "Excel workbook")
    assert not {"Results", "Results by ward"} & found.keys()


async def test_in_urdu(hood: Neighbourhood, officer: Person) -> None:
    await hood.may_export(officer)
    await officer.types("/language")
    await officer.taps("اردو")
    await officer.types("/export")
    await officer.taps("ایکسل فائل")
    document = next(m.document for m in reversed(officer.phone.messages) if m.document)
    book = openpyxl.load_workbook(io.BytesIO(document.content))
    assert "نتائج" in book.sheetnames
    assert "وارڈ کے حساب سے نتائج" in book.sheetnames
    assert book["نتائج"].sheet_view.rightToLeft
