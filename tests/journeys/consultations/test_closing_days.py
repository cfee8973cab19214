"""When it closes and when people hear back, as people live it: no day that is over is promised."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person, answers_all
from council_changes import takes_up

from content.library import council_directory

CLOSES = "closes_at: 2022-09-30T17:00:00+01:00"
HEAR = "hear_by: 2022-11-11"
INVISIBLE = dict.fromkeys((0x200E, 0x200F, 0x2066, 0x2067, 0x2068, 0x2069))


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the council's folder, for somebody to edit."""
    folder = tmp_path / "edited"
    shutil.copytree(council_directory("buckinghamshire"), folder)
    return folder


async def closes(hood: Neighbourhood, folder: Path, at: str) -> None:
    path = folder / "consultations" / "local-priorities.yaml"
    path.write_text(path.read_text().replace(CLOSES, f"closes_at: {at}"))
    await takes_up(hood, folder)


async def test_the_hour_of_closing_is_told(hood: Neighbourhood) -> None:
    """D1."""
    amina = await hood.resident("Amina", "HP12 3HP")
    assert "It closes on Friday 30 September, 5pm." in amina.sees
    assert "By Friday 11 November we'll tell you the results here." in amina.sees
    assert "until Friday 30 September, 5pm: /mine" in await answers_all(amina)
    assert "until Friday 30 September, 5pm" in await amina.types("/mine")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("English", "It closes on Friday 30 September, end of the day"),
        ("Polski", "Ostatni dzień: 30 września (piątek), do końca dnia"),
        ("اردو", "جمعہ، 30 ستمبر، رات 12 بجے"),
    ],
)
@pytest.mark.parametrize("at", ["2022-10-01T00:00:00+01:00", "2022-09-30T23:59:59+01:00"])
async def test_midnight_is_told_as_the_end_of_the_day_before(
    hood: Neighbourhood, edited: Path, at: str, language: str, told: str
) -> None:
    """D1."""
    await closes(hood, edited, at)
    amina = await hood.resident("Amina", "HP12 3HP")
    await amina.types("/language")
    await amina.taps(language)
    await amina.types("/consultations")
    shown = amina.sees.translate(INVISIBLE)
    assert told in shown
    assert "1 October" not in shown
    assert "1 października" not in shown


async def test_midnight_is_the_day_before_for_officers_too(
    hood: Neighbourhood, edited: Path
) -> None:
    """D1."""
    await closes(hood, edited, "2022-10-01T00:00:00+01:00")
    officer = await hood.officer()
    assert "close: Friday 30 September, end of the day" in await officer.types("/results")


async def test_people_may_hear_on_the_day_that_ends_at_midnight(
    hood: Neighbourhood, edited: Path
) -> None:
    """D1."""
    path = edited / "consultations" / "local-priorities.yaml"
    path.write_text(path.read_text().replace(HEAR, "hear_by: 2022-09-30"))
    await closes(hood, edited, "2022-10-01T00:00:00+01:00")


async def test_a_day_that_has_passed_is_not_promised(hood: Neighbourhood, amina: Person) -> None:
    """D4."""
    await answers_all(amina)
    found = hood.stage.service.world.consultation("local-priorities").consultation
    await hood.leap(found.closes_at + timedelta(minutes=1))
    assert "By Friday 11 November we'll tell you the results here" in await amina.types("/mine")
    await hood.leap(found.closes_at + timedelta(days=200))
    shown = await amina.types("/mine")
    assert "we'll tell you" not in shown
    assert "We said you'd hear the results here by Friday 11 November 2022. We're late" in shown


async def test_an_outcome_that_was_sent_is_not_promised_again(
    hood: Neighbourhood, amina: Person
) -> None:
    """D4."""
    await answers_all(amina)
    found = hood.stage.service.world.consultation("local-priorities").consultation
    await hood.leap(found.closes_at + timedelta(days=1))
    board = await hood.board_member()
    await board.types("/send")
    await board.taps("What happened after")
    await board.types("More lamps.")
    await board.taps("Send to")
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=5))
    shown = await amina.types("/mine")
    assert "What came of it: /news" in shown
    assert "we'll tell you" not in shown


async def test_the_file_has_the_council_s_day_and_marks_personal_data(
    hood: Neighbourhood, amina: Person
) -> None:
    """D3, F8."""
    await hood.leap(datetime(2022, 9, 10, 23, 30, tzinfo=UTC))  # 00:30 in Aylesbury
    await amina.types("/consultations")
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    await amina.types("Lamps by HP12 3HP, please")
    await hood.leap(datetime(2022, 9, 30, 23, 30, tzinfo=UTC))  # 00:30 of the next day
    officer = await hood.officer()
    (row,) = await hood.exported(officer)
    assert (row["began_on"], row["may_hold_personal_data"]) == ("2022-09-11", "postcode")
    names = [m.document.filename for m in officer.phone.messages if m.document]
    assert names[0].startswith("local-priorities-2022-10-01-00")
