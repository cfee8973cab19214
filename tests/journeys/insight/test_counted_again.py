"""After a later close the numbers are counted again where enough people did anything since."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from council_changes import closes_later
from openpyxl import load_workbook

from bot.views.localiser import Localiser
from bot.views.workbook import book
from usecases.insight.export import ExportFormat, ExportReady
from usecases.insight.results import Results, results_for

WHICH = "local-priorities"
EARLIER = "so these are the numbers of the first close. Later answers are only in the file"


async def answered(hood: Neighbourhood, count: int, choice: str) -> list[Person]:
    people = await hood.residents(count, "Abbey", name=choice)
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    await hood.all_do(people, lambda phone: phone.tap(choice))
    return people


async def change(hood: Neighbourhood, people: list[Person], choice: str) -> None:
    for words in ("/consultations", "1", "Go on", "Back"):
        await hood.all_do(people, lambda phone, words=words: phone.type(words))
    await hood.all_do(people, lambda phone: phone.type(choice))


async def results(officer: Person) -> str:
    await officer.types("/results")
    if any(label.startswith("1 ") for label in officer.labels):  # others have opened meanwhile
        await officer.taps("1 ")
    return officer.sees


async def closes_again(hood: Neighbourhood) -> None:
    found = hood.stage.service.world.consultation(WHICH).consultation
    await hood.leap(found.closes_at + timedelta(minutes=16))


async def test_many_changed_answers_are_counted_again(hood: Neighbourhood, tmp_path: Path) -> None:
    """The number of people was the same, so the old numbers were called final: the reverse of what
    people said."""
    streets = await answered(hood, 40, "Streets")
    await answered(hood, 20, "Jobs")
    await hood.closes()
    officer = await hood.officer()
    assert "Streets, parks and public places: about 40 (65%)" in await results(officer)
    await closes_later(hood, tmp_path)
    await change(hood, streets[:30], "Jobs")
    await closes_again(hood)
    said = await results(officer)
    assert "Streets, parks and public places: about 10 (15%)" in said
    assert "Jobs and careers" in next(line for line in said.splitlines() if "(85%)" in line)
    assert EARLIER not in said


async def test_a_few_changed_answers_are_not_and_the_screen_says_of_which_close_the_numbers_are(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    streets = await answered(hood, 40, "Streets")
    await answered(hood, 20, "Jobs")
    await hood.closes()
    officer = await hood.officer()
    first = await results(officer)
    await closes_later(hood, tmp_path)
    await change(hood, streets[:4], "Jobs")
    await closes_again(hood)
    said = await results(officer)
    assert "Streets, parks and public places: about 40 (65%)" in said
    assert "It closed first: " in said
    assert EARLIER in said
    assert EARLIER not in first
    assert "in no result and no file" not in said


async def test_answers_that_were_late_and_now_count_are_counted_again(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    """They were in the file, and "in no result and no file" was said of them."""
    await answered(hood, 40, "Streets")
    late = await hood.residents(20, "Abbey", name="Late")
    await hood.all_do(late, lambda phone: phone.tap("Answer now"))
    closes = hood.library.consultations[WHICH].closes_at
    await hood.leap(closes + timedelta(minutes=5))
    await hood.all_do(late, lambda phone: phone.type("Jobs"))
    await hood.closes()
    officer = await hood.officer()
    assert "after the close: about 20" in (await results(officer)).replace("About", "about")
    await closes_later(hood, tmp_path)
    await closes_again(hood)
    said = await results(officer)
    assert re.search("About 60 (to 65 )?people answered", said)
    assert "People who answered after the close: Fewer than 10" in said


async def read_me(hood: Neighbourhood, officer: Person) -> str:
    """The first sheet of the workbook that /export sends."""
    await hood.may_export(officer)
    await officer.taps(next(label for label in officer.labels if "Excel" in label))
    sent = next(m.document for m in reversed(officer.phone.messages) if m.document)
    sheet = load_workbook(io.BytesIO(sent.content)).worksheets[0]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)


async def test_the_workbook_says_that_the_numbers_are_of_the_first_close(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    """Its rows have the later answers, and nobody could tell why the numbers differ."""
    streets = await answered(hood, 40, "Streets")
    await answered(hood, 20, "Jobs")
    await hood.closes()
    officer = await hood.officer()
    await closes_later(hood, tmp_path)
    await change(hood, streets[:4], "Jobs")
    await closes_again(hood)
    assert "All numbers under /results are still those of the first close" in await read_me(
        hood, officer
    )


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "still have the numbers of the first close: "), ("ur", "پہلی بار بند ہونے کے ہیں")],
)
async def test_the_workbook_names_the_questions_that_have_former_numbers_only(
    hood: Neighbourhood, language: str, says: str
) -> None:
    await answered(hood, 12, "Streets")
    await hood.closes()
    world = hood.stage.service.world
    found = world.consultation(WHICH).consultation
    async with hood.stage.service.database.write() as tx:
        shown = await results_for(tx, world, found)
    assert isinstance(shown, Results)
    some = replace(shown.table, former=(found.questions[0].key,))
    say = Localiser(hood.stage.words, language, world)
    for table, named in ((shown.table, False), (some, True)):
        ready = ExportReady(
            found, "-", ExportFormat.WORKBOOK, world.now(), "-", results=replace(shown, table=table)
        )
        lines = [line.value for line in book(say, ready, 12).read_me.lines]
        found_in = [line for line in lines if says in line]
        assert len(found_in) == named
        assert all(found.questions[0].text.say(language) in line for line in found_in)
