"""What people said of themselves, as staff see it: after the release, of all wards, of many."""

from __future__ import annotations

import io
from datetime import timedelta

import openpyxl
import pytest
from about_oneself import asks_equality, code
from company import Neighbourhood, Person
from evenings import election
from kill_and_look_inside import rows
from sqlalchemy import text

from content.schema.council import Thresholds
from engagement.consultations.equality import key_of
from storage.engine.database import Transaction

WHICH = "local-priorities"


async def answered(hood: Neighbourhood, count: int, place: str) -> None:
    """``count`` people of one ward answer the first question."""
    people = await hood.residents(count, place, name=place)
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    await hood.all_do(people, lambda phone: phone.tap("1"))


async def say(hood: Neighbourhood, question: str, answers: dict[str, int]) -> None:
    """So many of those who have answered say this of themselves."""

    async def act(tx: Transaction) -> None:
        found = await tx.execute(text("SELECT resident_id FROM responses ORDER BY resident_id"))
        residents = [row[0] for row in found]
        given = [answer for answer, count in answers.items() for _ in range(count)]
        for resident, answer in zip(residents, given, strict=False):
            values = {"who": resident, "which": WHICH, "question": question, "answer": answer}
            statement = "INSERT INTO equality_answers VALUES (:who, :which, :question, :answer)"
            await tx.execute(text(statement), values)

    await hood.stage.service.batcher.run(act)


@pytest.fixture
async def many(hood: Neighbourhood) -> Neighbourhood:
    """60 people of two wards; 55 say their sex, 40 their age, and all but 5 their religion."""
    asks_equality(hood)
    await answered(hood, 35, "HP12 3HP")
    await answered(hood, 25, "Abbey")
    await say(hood, "sex", {"female": 33, "male": 22, "not_said": 5})
    await say(hood, "age", {"from_25": 20, "from_50": 20, "not_said": 20})
    await say(hood, "health", {"yes": 25, "no": 35})
    await say(hood, "activities", {"a_lot": 4, "a_little": 16, "not_at_all": 5})
    return hood


async def test_nobody_sees_any_of_it_before_the_release(many: Neighbourhood) -> None:
    officer = await many.officer()
    await officer.types("/results")
    assert "Who answered" not in officer.labels
    officer.phone.forge(f"rp:{code(many)}")
    await officer.settles()
    assert "Sex" not in officer.sees


async def test_it_is_shown_of_all_wards_together_and_from_50_people(many: Neighbourhood) -> None:
    await many.closes()
    officer = await many.officer()
    await officer.types("/results")
    shown = await officer.taps("Who answered")
    assert "Nothing of it is shown by ward." in shown
    sex = shown.partition("Sex\n")[2].partition("\n\n")[0]
    assert "Up to about 60 people answered this." in sex
    assert "Female: about 35 (60%)" in sex
    assert "Male: about 20 (40%)" in sex
    age = shown.partition("Age\n")[2].partition("\n\n")[0]
    assert age == "Fewer than 50 people answered this."
    assert "Booker" not in shown
    assert "Abbey" not in shown


async def test_a_few_with_a_condition_are_joined_with_the_next(many: Neighbourhood) -> None:
    """4 people are held back a lot, 16 a little."""
    await many.closes()
    officer = await many.officer()
    await officer.types("/results")
    shown = await officer.taps("Who answered")
    disability = shown.partition("reduces daily life\n")[2].partition("\n\n")[0]
    assert "Yes, a lot or Yes, a little: about 20 (35%)" in disability
    assert "No: about 40 (65%)" in disability


async def test_of_special_category_data_no_small_number_is_shown_though_the_council_may(
    many: Neighbourhood,
) -> None:
    """The council shows numbers from 5. Seven people are from 25 to 34, and seven Asian."""
    asks_equality(many, thresholds=Thresholds(smallest_cell=5))
    await say(many, "religion", {"christian": 53, "muslim": 7})
    await say(many, "ethnic_group", {"white": 53, "asian": 7})
    async with many.stage.service.database.write() as tx:
        await tx.execute(text("DELETE FROM equality_answers WHERE question = 'age'"))
    await say(many, "age", {"from_16": 53, "from_25": 7})
    await many.closes()
    officer = await many.officer()
    await officer.types("/results")
    shown = await officer.taps("Who answered")
    assert "or 75 or over: about 5 (10%)" in shown
    for question in ("Ethnic group", "Religion"):
        part = shown.partition(f"{question}\n")[2].partition("\n\n")[0]
        assert "Up to about 60 people answered this." in part
        assert "about 5" not in part


async def test_it_is_in_the_register_once_and_stays_though_people_stop(
    many: Neighbourhood,
) -> None:
    await many.closes()
    officer = await many.officer()
    await officer.types("/results")
    before = await officer.taps("Who answered")
    found = await rows(many, "SELECT consultation, number FROM releases ORDER BY consultation")
    assert found == [(key_of(WHICH), 1), (WHICH, 1)]

    async def all_stop(tx: Transaction) -> None:
        await tx.execute(text("DELETE FROM equality_answers"))

    await many.stage.service.batcher.run(all_stop)
    await many.stage.until(many.stage.clock.now() + timedelta(hours=2))
    await officer.types("/results")
    assert await officer.taps("Who answered") == before
    assert len(await rows(many, "SELECT 1 FROM releases")) == 2


async def test_the_workbook_has_it_on_a_sheet_of_its_own_and_nowhere_else(
    many: Neighbourhood,
) -> None:
    await many.closes()
    officer = await many.officer()
    await many.may_export(officer)
    await officer.taps("Excel workbook")
    document = next(m.document for m in reversed(officer.phone.messages) if m.document)
    book = openpyxl.load_workbook(io.BytesIO(document.content), read_only=True)
    cells = {
        name: [str(c) for row in book[name].iter_rows(values_only=True) for c in row]
        for name in book.sheetnames
    }
    mine = cells.pop("Who answered")
    assert {"Sex", "Female", "35", "fewer than 50", "up to about 60"} <= {*mine}
    for name, others in cells.items():
        assert not {"Female", "female", "Sex", "from_25"} & {*others}, name


async def test_a_file_for_programs_has_none_of_it(many: Neighbourhood) -> None:
    await many.closes()
    found = await many.exported(await many.officer())
    assert len(found) == 60
    assert not any("female" in str(row) or "sex" in {*row} for row in found)


async def test_it_waits_for_an_election_like_all_results(many: Neighbourhood) -> None:
    await many.closes()
    officer = await many.officer()
    await officer.types("/results")
    now = many.stage.clock.now().date()
    election(many, first=now, last=now + timedelta(days=7))
    shown = officer.sees
    await officer.taps("Who answered")
    assert officer.sees == shown
    assert "election" in officer.toast


async def test_only_officers_for_all_wards_see_it(many: Neighbourhood, amina: Person) -> None:
    await many.closes()
    for person in (amina, await many.board_member()):
        person.phone.forge(f"rp:{code(many)}")
        await person.settles()
        assert "Sex" not in person.sees


async def test_where_nobody_said_anything_there_is_no_button(hood: Neighbourhood) -> None:
    asks_equality(hood)
    await answered(hood, 12, "HP12 3HP")
    await hood.closes()
    officer = await hood.officer()
    await officer.types("/results")
    assert "Who answered" not in officer.labels
    assert len(await rows(hood, "SELECT 1 FROM releases")) == 1
