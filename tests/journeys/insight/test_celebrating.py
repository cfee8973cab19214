"""/celebrate and /export as a workbook: what may be told, and the files people can open."""

import io

import openpyxl
import pytest
from company import ABBEY, BOOKER, CHESHAM, Neighbourhood, Person
from council_changes import delivers

from reports.card import Card, card_png
from wardmote.service import drawing

PNG = b"\x89PNG\r\n\x1a\n"
LAMPS = "You asked for lamps. Forty are being put up."


async def answered(hood: Neighbourhood, count: int, place: str) -> None:
    """``count`` people of one ward answer the first question, by turns in three ways."""
    people = await hood.residents(count, place, name=place)
    await hood.all_do(people, lambda phone: phone.tap("Answer now"))
    for choice in range(3):
        await hood.all_do(people[choice::3], lambda phone: phone.tap(str(1 + choice)))  # noqa: B023


async def closes(hood: Neighbourhood) -> None:
    await hood.closes()


@pytest.fixture
async def after(hood: Neighbourhood, amina: Person) -> Person:
    """Amina, after 22 people of Booker, 18 of Abbey and 4 of Chesham have answered and all is
    over."""
    await answered(hood, 22, "HP12 3HP")
    await answered(hood, 18, "Abbey")
    await answered(hood, 4, "Chesham")
    await closes(hood)
    return amina


async def test_before_anything_has_happened_it_says_so(amina: Person) -> None:
    assert "nothing to show for Booker" in await amina.types("/celebrate")


async def test_after_too_few_answered_nothing_is_promised(hood: Neighbourhood) -> None:
    """It said that it would be there when the questions have closed, after they had."""
    await answered(hood, 4, "Abbey")
    board = await hood.board_member(ABBEY)
    await closes(hood)
    seen = await board.types("/celebrate")
    assert "There is nothing to show for Abbey yet. When something is done" in seen
    assert "Too few people answered “What should come first in your area?” to show" in seen
    assert "When questions have closed" not in seen


async def test_what_is_told_and_drawn_is_what_results_show(
    hood: Neighbourhood, after: Person
) -> None:
    officer = await hood.officer()
    published = await officer.types("/results")
    delivers(hood, "launch-conference")
    seen = await after.types("/celebrate")
    assert "What has changed in Booker, Cressex and Castlefield" in seen
    launch = "A conference to launch the programme is being planned for September 2022."
    assert f"– {launch}" in seen
    assert "plans around the five themes. (1 September 2022)" in seen
    assert 'About 20 people in Booker, Cressex and Castlefield answered "What should come' in seen
    assert "In all the wards, about 45 people answered." in seen
    told = [line for line in seen.splitlines() if ": less than half" in line]
    assert told
    assert all(line in published for line in told)
    await after.taps("Make a picture to share")
    picture = after.phone.messages[-1]
    assert "We are drawing the picture." in [m.text for m in after.from_bot][-2]
    assert "about 20 people in Booker, Cressex and Castlefield answered" in picture.text
    assert picture.photo is not None
    assert picture.photo.startswith(PNG)


async def test_a_small_ward_s_number_is_told_to_nobody(hood: Neighbourhood, after: Person) -> None:
    carol = await hood.resident("Carol", "Chesham")
    officer = await hood.officer()
    for seen in (
        await carol.types("/celebrate"),
        await officer.types("/celebrate") and await officer.types("Chesham"),
    ):
        assert "We don't show how many people in Chesham answered" in seen
        assert "so that nobody can be identified" in seen
        assert "About 5 " not in seen
    await carol.taps("Make a picture to share")
    assert "people in Chesham answered" not in carol.phone.messages[-1].text


async def test_an_outcome_is_told_with_the_ward_it_was_for(
    hood: Neighbourhood, amina: Person
) -> None:
    await closes(hood)
    board = await hood.board_member()
    await board.types("/send")
    await board.types('What happened after "What should come first in your area?"')
    await board.types(LAMPS)
    await board.taps("Send to")
    assert LAMPS in await amina.types("/celebrate")
    other = await hood.resident("Ben", "Abbey")
    assert LAMPS not in await other.types("/celebrate")


async def test_a_board_member_celebrates_their_own_wards_only(hood: Neighbourhood) -> None:
    board = await hood.board_member(BOOKER, ABBEY)
    seen = await board.types("/celebrate")
    assert "What has changed in which ward?" in seen
    assert any("Abbey" in label for label in board.labels)
    assert not any("Chesham" in label for label in board.labels)
    codes = hood.stage.service.world.loaded.ward_codes
    from engagement.consultations.receipt import base36

    board.phone.forge(f"uw:{base36(codes[CHESHAM])}")
    # A list may be older than a move: theirs is shown, and nothing of the other ward.
    assert "What has changed in which ward?" in await board.settles()
    assert "Chesham" not in board.sees


async def test_a_card_that_cannot_be_drawn_says_so(hood: Neighbourhood, amina: Person) -> None:
    delivers(hood, "launch-conference")
    await amina.types("/celebrate")
    hood.stage.service.bot.exporter._drawing = Broken()
    assert "could not be drawn" in await amina.taps("Make a picture to share")


class Broken:
    """A studio in which nothing can be made."""

    is_open = True

    async def draw(self, *_: object) -> bytes:
        raise drawing.DrawingFailed("no ink")


@pytest.mark.parametrize("language", ["en", "pl", "ur"])
def test_a_card_is_drawn_in_every_language(language: str) -> None:
    card = Card(language=language, council="Rada / کونسل", title="Żółć گھر Abbey", alt="x")
    assert card_png(card).startswith(PNG)


async def test_a_workbook_explains_itself_and_its_counts_are_the_published(
    hood: Neighbourhood, after: Person
) -> None:
    officer = await hood.officer()
    assert "You can have the file until" in await hood.may_export(officer)
    await officer.taps("Excel workbook")
    document = officer.phone.messages[-1].document
    assert document is not None
    assert document.filename.endswith(".xlsx")
    book = openpyxl.load_workbook(io.BytesIO(document.content))
    assert book.sheetnames[:5] == ["Read me", "Responses", "Codebook", "Counts by ward", "Results"]
    rows = [*book["Responses"].iter_rows(values_only=True)]
    assert len(rows) == 45
    csv = await hood.exported(officer)
    assert rows[0] == tuple(csv[0])
    assert len(csv) == len(rows) - 1
    named = {row[-1] for row in book["Codebook"].iter_rows(min_row=2, values_only=True)}
    assert set(rows[0]) <= named
    counts = [*book["Counts by ward"].iter_rows(values_only=True)]
    said = {row[0]: row[1] for row in counts}
    assert said["Booker, Cressex and Castlefield"] == 20
    assert said["All wards together"] == 45
    assert "Chesham" not in said
    assert 5 not in said.values()
    read_me = {row[0]: row[1] for row in book["Read me"].iter_rows(values_only=True)}
    assert read_me["Responses in this file"] == "44"
