"""Answers given on somebody else's phone are in no number of the results, and counted apart."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person, answers_all, here, on_stage
from council_changes import closes_later
from one_phone import BACK, HOME, household, rows, second_answers, shares_phones
from openpyxl import load_workbook

from content.library import Library
from wardmote.demo.story import first_consultation


@pytest.fixture
def buckinghamshire(buckinghamshire: Library) -> Library:
    """The council lets several people answer on one phone."""
    council = buckinghamshire.council.model_copy(update={"shared_phones": True})
    return replace(buckinghamshire, council=council)


CLOCK = re.compile(r"\d{1,2}(:\d\d|(?=[ap]m))")
APART = "answered on somebody else's phone"


async def results(officer: Person) -> str:
    said = await officer.types("/results")
    if any(label.startswith("1 ") for label in officer.labels):
        said = await officer.taps("1 ")
    return CLOCK.sub("?", said)


async def settled(hood: Neighbourhood) -> None:
    """Go on until the latest close, and all answers that were sent before are in."""
    about = hood.stage.service.world.consultation("local-priorities").consultation
    await hood.leap(about.closes_at + timedelta(minutes=16))


async def choose(hood: Neighbourhood, count: int, choice: str, place: str = HOME) -> None:
    """So many people on phones of their own, who all choose this and answer nothing else."""
    people = await hood.residents(count, place, name=f"{choice} {place}")
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    await hood.all_do(people, lambda phone: phone.tap(choice))


async def one_more(amina: Person, choice: str, place: str = HOME) -> None:
    """Somebody else on this phone chooses this, and hands the phone back."""
    await amina.types("/another")
    await amina.taps("Start")
    await amina.taps("Yes")
    await amina.types(place)
    await amina.taps("Answer now")
    await amina.taps(choice)
    await amina.taps(BACK)


async def town(library: Library, folder: Path, guests: str) -> list[str]:
    """What an officer sees while it is open, after the close, while it is open again and after the
    second close, where three ``guests`` on one phone choose this; nobody where it is empty."""
    start = first_consultation(library).opens_at + timedelta(hours=1)
    async with on_stage(library, start=start, folder=folder, seed=11) as stage:
        hood = Neighbourhood(stage)
        officer, seen = await hood.officer(), []
        await choose(hood, 30, "Streets")
        await choose(hood, 8, "Jobs")
        await choose(hood, 7, "Health", "Chesham")
        amina = await household(hood)
        for place in (HOME, HOME, "Chesham") if guests else ():
            await one_more(amina, guests, place)
        seen.append(await results(officer))
        await settled(hood)
        seen.append(await results(officer))
        await hood.stage.until(stage.clock.now() + timedelta(hours=2))
        assert await rows(hood, "SELECT * FROM guests") == []
        again = folder / "again"
        again.mkdir()
        await closes_later(hood, again)
        seen.append(await results(officer))
        await choose(hood, 25, "Streets", "HP12 3HB")
        await settled(hood)
        seen.append(await results(officer))
        return seen


@pytest.mark.parametrize("choice", ["Jobs", "Health"])
async def test_with_a_household_of_guests_every_screen_is_as_without(
    buckinghamshire: Library, tmp_path: Path, migrated: Path, choice: str
) -> None:
    """Three people brought an option to a number of its own, or their phone's ward to another ten,
    and the household that took its own answers off read how many others there were."""
    without = await town(buckinghamshire, here(tmp_path / "a", migrated), "")
    with_them = await town(buckinghamshire, here(tmp_path / "b", migrated), choice)
    assert with_them == without
    assert len({*without}) == 4


async def test_one_phone_with_four_answers_brings_no_number_over_the_smallest(
    hood: Neighbourhood,
) -> None:
    for person in await hood.residents(7, HOME):
        await answers_all(person)
    amina = await household(hood)
    for _ in range(3):
        await second_answers(amina)
    await amina.taps(BACK)
    await hood.closes()
    assert "fewer than 10" in (await results(await hood.officer())).lower()
    assert await rows(hood, "SELECT people FROM releases") == [(8,)]


async def shared_phones(hood: Neighbourhood, count: int, each: int = 1) -> list[Person]:
    """So many owners who have answered, on whose phones others have too."""
    owners = await hood.residents(count, HOME, name="Owner")
    for words in ("Answer now", "1", "Skip", "Skip", "Skip"):
        await hood.all_do(owners, lambda phone, words=words: phone.type(words))
    for _ in range(each):
        for words in ("/another", "Start", "Yes", HOME, "Answer now", "2", BACK):
            await hood.all_do(owners, lambda phone, words=words: phone.type(words))
    return owners


async def read_me(hood: Neighbourhood, officer: Person) -> str:
    """The first sheet of the workbook that /export sends."""
    await hood.may_export(officer)
    await officer.taps(next(label for label in officer.labels if "Excel" in label))
    sent = next(m.document for m in reversed(officer.phone.messages) if m.document)
    sheet = load_workbook(io.BytesIO(sent.content)).worksheets[0]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row)


async def test_from_ten_phones_it_is_told_how_many_answered_on_somebody_elses(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    await shared_phones(hood, 10, each=2)
    await hood.closes()
    officer = await hood.officer()
    said = await results(officer)
    assert f"20 or more people {APART} by the first close. They are not in these numbers" in said
    assert "About 10 to 15 people answered" in said
    assert await rows(hood, "SELECT people FROM releases") == [(10,)]
    assert f"20 or more people {APART}" in await read_me(hood, officer)
    modes = [row["mode"] for row in await hood.exported(officer)]
    assert modes.count("shared phone") == 20
    # After a second close it is the number of the first: the links are cut.
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    await closes_later(hood, tmp_path)
    await choose(hood, 25, "Streets")
    await settled(hood)
    assert f"20 or more people {APART}" in await results(officer)


async def test_from_nine_phones_it_is_not_however_many_they_are(hood: Neighbourhood) -> None:
    await shared_phones(hood, 9, each=2)
    await choose(hood, 5, "Streets")
    await hood.closes()
    assert APART not in await results(await hood.officer())


async def test_after_a_release_nobody_else_begins_on_a_phone(
    hood: Neighbourhood, tmp_path: Path
) -> None:
    """The links that tell how many have answered on it are cut: it could be seven people."""
    amina = await household(hood)
    for _ in range(3):
        await second_answers(amina)
    await amina.taps(BACK)
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=2))
    await closes_later(hood, tmp_path)
    shares_phones(hood)  # the files have it off
    said = await amina.types("/another")
    assert "nobody else can begin to answer on this phone" in said
    assert "All answers given on it are safe" in said
    assert await rows(hood, "SELECT mode, count(*) FROM responses GROUP BY mode") == [
        ("chat", 1),
        ("shared phone", 3),
    ]


async def test_who_answers_late_on_somebody_elses_phone_is_in_no_number(
    hood: Neighbourhood,
) -> None:
    owners = await shared_phones(hood, 12, each=0)
    for words in ("/another", "Start", "Yes", HOME, "Answer now"):
        await hood.all_do(owners, lambda phone, words=words: phone.type(words))
    closes = hood.library.consultations["local-priorities"].closes_at
    await hood.leap(closes + timedelta(minutes=2))
    await hood.all_do(owners, lambda phone: phone.tap("Streets"))
    await hood.closes()
    assert await rows(hood, "SELECT count(*) FROM late_answers") == [(12,)]
    assert "People who answered after the close: Fewer than 10" in await results(
        await hood.officer()
    )


async def test_the_same_words_from_somebody_elses_phone_are_read_and_not_counted(
    hood: Neighbourhood,
) -> None:
    amina = await household(hood)
    await second_answers(amina, words="More lamps, please")
    await amina.taps(BACK)
    await hood.closes()
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=5))
    officer = await hood.officer()
    said = await officer.types("/reading")
    if "Which texts" in said:
        await officer.taps("1 What")
    shown = await officer.taps("1")
    assert "More lamps, please" in shown
    assert "The same words came from" not in shown
