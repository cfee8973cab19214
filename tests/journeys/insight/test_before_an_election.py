"""Before an election, what would be published waits, and says so with the day."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

from company import ABBEY, BOOKER, Neighbourhood, Person, answers_all
from evenings import at, election

WAITS = "This waits because of an election. You can see it from Wednesday 5 October."
LAMPS = "The lamps are on."


async def near_an_election(hood: Neighbourhood, *wards: str) -> None:
    """The first consultation has closed, and there is an election until 4 October."""
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes + timedelta(hours=1))
    today = hood.stage.clock.now().date()
    election(hood, *wards, first=today, last=today + timedelta(days=4))


async def test_results_wait_and_can_be_seen_after_the_election(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await near_an_election(hood, BOOKER)
    assert await officer.types("/results") == WAITS
    await at(hood, 12, days=5)
    await officer.types("/results")
    assert "This waits because" not in officer.sees + officer.toast


async def test_how_many_have_answered_is_no_publicity(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    today = hood.stage.clock.now().date()
    election(hood, first=today, last=today)
    assert "This waits because" not in await officer.types("/results")


async def test_a_wards_successes_wait_and_those_of_another_ward_do_not(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "Abbey")
    await near_an_election(hood, BOOKER)
    assert await amina.types("/celebrate") == WAITS
    seen = await ben.types("/celebrate")
    assert "This waits because" not in seen
    assert "waits because of an election in another ward. The last day is" in seen
    await at(hood, 12, days=5)
    assert "another ward" not in await ben.types("/celebrate")


async def test_news_that_waits_is_not_shown_to_those_for_whom_it_waits(
    hood: Neighbourhood, amina: Person
) -> None:
    ben = await hood.resident("Ben", "Abbey")
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today)
    member = await hood.board_member(BOOKER, ABBEY)
    await member.types("/send")
    await member.taps("All ")
    await member.taps("Something else")
    await member.types(LAMPS)
    await member.taps("Send to")
    assert LAMPS in await ben.types("/news")
    assert LAMPS not in await amina.types("/news")
    await at(hood, 12, days=2)
    assert LAMPS not in await amina.types("/news")


async def test_an_export_before_an_election_says_that_nothing_of_it_is_to_be_published(
    hood: Neighbourhood, amina: Person
) -> None:
    """Officers go on working with the answers: a file for them is no publicity. It went out
    without a word."""
    await answers_all(amina)
    officer = await hood.officer()
    await near_an_election(hood, BOOKER)
    for kind, ends in (("CSV", ".csv"), ("Excel workbook", ".xlsx")):
        name, said, held = await exported(hood, officer, kind)
        assert name.endswith(f"-not-for-publication{ends}")
        assert "There is an election, until Tuesday 4 October." in said
        assert b"More lamps, please" in held
    assert b"There is an election, until Tuesday 4 October." in held
    await at(hood, 12, days=5)
    name, said, _ = await exported(hood, officer, "CSV")
    assert name.endswith("-not-for-publication.csv")
    assert "election" not in said


async def test_the_counts_in_a_workbook_wait_as_the_results_do(hood: Neighbourhood) -> None:
    """They were in it, though /results said that they wait."""
    for person in await hood.residents(12, "HP12 3HP"):
        await person.taps("Answer now")
        await person.taps("1")
    officer = await hood.officer()
    await near_an_election(hood, BOOKER)
    _, _, held = await exported(hood, officer, "Excel workbook", sheet="sheet4")
    assert b"Wednesday 5 October" in held
    assert b"Castlefield" not in held
    await at(hood, 12, days=5)
    _, _, after = await exported(hood, officer, "Excel workbook", sheet="sheet4")
    assert b"Castlefield" in after


async def exported(
    hood: Neighbourhood, officer: Person, kind: str, sheet: str = ""
) -> tuple[str, str, bytes]:
    """The name, the caption and the content of a file; of a workbook all of it, or one sheet."""
    await hood.may_export(officer, "1 What should come first")
    await officer.taps(kind)
    sent = next(m for m in reversed(officer.phone.messages) if m.document)
    assert sent.document is not None
    content = sent.document.content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [n for n in archive.namelist() if n.endswith(".xml") and sheet in n]
            content = b"".join(archive.read(name) for name in names)
    return sent.document.filename, sent.text, content
