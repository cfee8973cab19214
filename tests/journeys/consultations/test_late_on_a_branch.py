"""A late change that counts once the questions close later leaves its old branch as any other."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from company import Neighbourhood, Person
from council_changes import takes_up
from crossing import CROSSING, at_the_crossing

CLOSES = datetime(2022, 10, 5, 16, tzinfo=UTC)
LATER = datetime(2022, 10, 12, 16, tzinfo=UTC)


async def closes_a_week_later(hood: Neighbourhood, council: Path) -> None:
    file = council / "consultations" / CROSSING.name
    old, new = "closes_at: 2022-10-05", "closes_at: 2022-10-12"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
    await takes_up(hood, council)
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))


async def test_answers_on_the_branch_left_late_count_no_more(
    hood: Neighbourhood, amina: Person, tmp_path: Path
) -> None:
    """They were counted and in the file, though the same change in time took them out."""
    await at_the_crossing(hood, amina, tmp_path)
    for said in ("yes", "it is quick", "5", "skip", "skip", "skip", "skip", "4"):
        await amina.types(said)
    assert "receipt" in amina.sees
    await hood.leap(CLOSES - timedelta(minutes=1))
    await amina.types("/mine")
    await amina.taps("Change")
    while "Do you cross" not in amina.sees:
        await amina.taps("Back")
    await hood.stage.until(CLOSES + timedelta(minutes=4))
    await amina.types("No")
    assert "count it apart" in amina.sees
    await closes_a_week_later(hood, tmp_path / "council")
    await hood.stage.until(LATER + timedelta(minutes=20))
    (row,) = await hood.exported(await hood.officer())
    assert (row["crosses"], row["often"]) == ("No", "")
