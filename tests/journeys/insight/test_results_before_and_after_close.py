"""Results are hidden from everybody until a consultation closes: only how many have answered."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from council_changes import closes_later

QUESTION = "What should come first in your area?"
OPTIONS = ("Streets", "Jobs and careers", "Education and skills")


async def answered(hood: Neighbourhood, count: int, place: str) -> None:
    """``count`` people of one ward answer the first question."""
    people = await hood.residents(count, place, name=place)
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    await hood.all_do(people, lambda phone: phone.tap("1"))


async def looks(officer: Person) -> str:
    return await officer.types("/results")


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    """An officer, after 23 of Booker, 12 of Abbey and 4 of Chesham have answered."""
    await answered(hood, 23, "HP12 3HP")
    await answered(hood, 12, "Abbey")
    await answered(hood, 4, "Chesham")
    return await hood.officer()


async def test_while_it_is_open_an_officer_sees_only_how_many_by_ward_in_tens(
    officer: Person,
) -> None:
    """P1."""
    shown = await looks(officer)
    assert QUESTION in shown
    assert "At least 30 people have answered so far." in shown
    assert "Booker, Cressex and Castlefield: 20 or more" in shown
    assert "Abbey: 10 or more" in shown
    assert "Chesham" in shown.splitlines()[-1]
    assert "fewer than 10 each" in shown
    assert "Friday 30 September" in shown
    assert not any(option in shown for option in OPTIONS)
    assert "%" not in shown


async def test_looks_over_time_never_tell_what_one_person_did(
    hood: Neighbourhood, officer: Person
) -> None:
    """P1. Nine more people are nine looks that are all the same, or one ten more in one row."""
    seen = {await looks(officer)}
    for number in range(5):
        late = await hood.resident(f"Late {number}", "Chesham")
        await late.taps("Answer now")
        await late.taps("2")
        seen.add(await looks(officer))
    assert len(seen) == 1


async def test_answers_to_what_is_open_are_not_exported_and_the_officer_reads_from_when_they_are(
    officer: Person,
) -> None:
    """P1."""
    shown = await officer.types("/export")
    assert (
        "The answers can be exported after the questions close: Friday 30 September, 5pm. "
        "Until then nobody sees them." in shown
    )
    assert "Booker, Cressex and Castlefield: 20 or more" in shown
    assert "fewer than 10 each" in shown
    assert officer.labels == []
    assert not any(message.document for message in officer.phone.messages)


async def test_a_button_for_a_file_gives_none_if_the_questions_are_open_again(
    hood: Neighbourhood, officer: Person, tmp_path: Path
) -> None:
    """P1."""
    await hood.closes()
    await hood.may_export(officer)
    asked = officer.phone.keyboard_message
    assert asked is not None
    files = [b.data for row in asked.buttons for b in row if b.data and b.data.startswith("ef:")]
    assert len(files) == 2
    await closes_later(hood, tmp_path)
    for data in files:
        officer.phone.tap_data(asked.message_id, data)
        assert "can be exported after the questions close" in await officer.settles()
    assert not any(m.document for m in officer.phone.messages)


@pytest.mark.parametrize("kind", ["CSV", "Excel workbook"])
async def test_after_the_close_the_file_comes(
    hood: Neighbourhood, officer: Person, kind: str
) -> None:
    """P1."""
    await hood.closes()
    await hood.may_export(officer)
    await officer.taps(kind)
    assert any(message.document for message in officer.phone.messages)


async def test_at_the_close_the_results_are_there(hood: Neighbourhood, officer: Person) -> None:
    """P1."""
    before = await looks(officer)
    await hood.closes()
    after = await looks(officer)
    assert "About 35 to 40 people answered." in after
    assert "It has closed. These are the final numbers." in after
    assert "About" not in before


async def test_a_celebration_tells_nothing_of_what_is_open(
    hood: Neighbourhood, officer: Person, amina: Person
) -> None:
    """P1."""
    assert QUESTION not in await amina.types("/celebrate")


@pytest.mark.parametrize(
    ("more", "shown"), [(20, "About 55 to 65 people"), (10, "About 35 to 40 people")]
)
async def test_a_consultation_that_was_opened_again_is_counted_again(
    hood: Neighbourhood, officer: Person, tmp_path: Path, more: int, shown: str
) -> None:
    """But not for a few more, nor where it could be a few by what is shown of them: the two tables
    together would tell their answers."""
    found = hood.stage.service.world.consultation("local-priorities").consultation
    await hood.leap(found.closes_at + timedelta(minutes=16))
    assert "About 35 to 40 people answered" in await looks(officer)
    await closes_later(hood, tmp_path)
    await answered(hood, more, "West Wycombe")
    assert "so far" in await looks(officer)
    await hood.leap(found.closes_at + timedelta(days=14, minutes=16))
    await looks(officer)  # another consultation has opened meanwhile
    assert shown in await officer.types("1")


async def test_how_few_skipped_a_question_is_not_told(hood: Neighbourhood, officer: Person) -> None:
    """P3. All 39 answered the first question, and nobody the others."""
    await hood.closes()
    told = [line for line in (await looks(officer)).splitlines() if "people answered this" in line]
    assert told[0] == "Up to about 40 people answered this."
    assert set(told[1:]) == {"Fewer than 10 people answered this."}
