"""Whoever approves a consultation reads what is learnt first, sees its picture and hears it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, Person
from council_changes import takes_up
from learning import NAME, PICTURE, SOUNDS, council, pictures, sounds
from made_pictures import png
from unopened import unopened

from content.library import load

OPENS = {
    "source: Made up": """decision_due: 2022-12-01
equality_note: People who see badly can listen.
without_telegram:
  telephone: 01632 960123
other_ways:
  en: You can also ring 01632 960123.
  ur: آپ 01632 960123 پر فون بھی کر سکتے ہیں۔
source: Made up""",
    "purpose: To plan the green.": "purpose: { en: To plan the green., ur: میدان کے لیے۔ }",
    "can_change: Everything.": "can_change: { en: Everything., ur: سب کچھ۔ }",
    "decided_by: The Community Board.": "decided_by: { en: The Community Board., ur: بورڈ۔ }",
}


@dataclass
class Approving:
    """Two officers: one asks for the opening, the other is asked."""

    hood: Neighbourhood
    folder: Path
    officer: Person
    second: Person

    async def notices(self) -> None:
        await self.hood.stage.until(self.hood.stage.clock.now() + timedelta(hours=1, minutes=1))

    async def shows(self) -> str:
        await self.officer.types("/manage")
        return await self.officer.taps(next(x for x in self.officer.labels if "green" in x))


@pytest.fixture
async def asked(tmp_path: Path) -> AsyncIterator[Approving]:
    made = council(tmp_path, OPENS)
    async with unopened(load(made), tmp_path) as hood:
        officer, second = await hood.officer("Ruth"), await hood.officer("Dev")
        here = Approving(hood, made, officer, second)
        await here.shows()
        await officer.taps("Ask a second person")
        await here.notices()
        yield here


async def test_they_read_it_with_its_link_and_what_the_picture_shows(asked: Approving) -> None:
    shown = await asked.second.taps("Read the questions")
    for words in (
        "Before question 2. The green floods most winters.",
        "https://www.anytown.example.org/green?page=2",
        "With a picture. What it shows: The green under water",
        "People can listen to it in: English and اردو",
        "Before question 3. The council has money for ten trees.",
    ):
        assert words in shown
    assert "Then tap Next" not in shown
    shown = await asked.second.taps("Read it in: اردو")
    assert "میدان میں اکثر سردیوں میں پانی بھر جاتا ہے" in shown


async def test_they_see_and_hear_it_and_approve_below(asked: Approving) -> None:
    second = asked.second
    await second.taps("Read the questions")
    await second.taps("Pictures and sound")
    (picture,) = pictures(second)
    assert picture.image is not None
    assert picture.image.content == PICTURE
    heard = {m.voice.content for m in sounds(second) if m.voice is not None}
    assert heard == {*SOUNDS.values()}
    captions = [m.text for m in sounds(second)]
    assert "Question 2, read aloud: English" in captions
    assert "Before question 2, read aloud: English" in captions
    assert len(set(captions)) == len(captions)
    assert "This is what people read." in second.sees
    assert "This is open." in await second.taps("Approve")


@pytest.mark.parametrize("edit", ["picture", "recording", "words"])
async def test_an_edit_of_it_voids_the_approval(asked: Approving, edit: str) -> None:
    if edit == "picture":
        (asked.folder / "green.png").write_bytes(png(300, 200))
    elif edit == "recording":
        (asked.folder / "trees-en.ogg").write_bytes(SOUNDS["learn-en.ogg"])
    else:
        path = asked.folder / NAME
        path.write_text(path.read_text("utf-8").replace("ten trees", "nine trees"), "utf-8")
    await takes_up(asked.hood, asked.folder)
    await asked.second.taps("Approve")
    await asked.notices()
    assert "The file of this was changed." in asked.officer.sees
    assert "Nobody has approved this yet." in await asked.shows()
