"""Words written right after a command or a tap, and handed over with it, are kept as written."""

import pytest
from company import Neighbourhood, Person
from sqlalchemy import text, update

from storage.operations import complaints
from usecases.world import Transaction

WORDS = "Nobody came to HP12 3HP when I asked"


async def both(hood: Neighbourhood, person: Person, *, says: str, tap: str = "") -> None:
    """A tap or /complain, and words, before the bot has done anything."""
    if tap:
        person.phone.tap(tap)
    else:
        person.phone.type("/complain")
    person.phone.type(says)
    await hood.stage.settle()


async def test_the_first_words_of_a_complaint(hood: Neighbourhood, amina: Person) -> None:
    await both(hood, amina, says=WORDS)
    officer = await hood.officer()
    await officer.types("/complaints")
    assert WORDS in await officer.taps("C-")


async def test_what_came_of_it(hood: Neighbourhood, amina: Person) -> None:
    await both(hood, amina, says="Nobody came")
    officer = await hood.officer()
    await officer.types("/complaints")
    await officer.taps("C-")
    await both(hood, officer, tap="Record what came of it", says=WORDS)
    assert WORDS in officer.sees


async def test_the_words_of_a_request(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await officer.types("/requests")
    await both(hood, officer, tap="Mark a request", says=WORDS)
    assert WORDS in officer.sees


@pytest.mark.parametrize("label", ["Mark a request", "mark a request", "Oznacz wniosek"])
async def test_the_words_of_a_request_after_a_typed_label(hood: Neighbourhood, label: str) -> None:
    """The postcode in them was replaced by its ward."""
    officer = await hood.officer()
    if label.startswith("Oznacz"):
        await officer.types("/language polski")
    await officer.types("/requests")
    officer.phone.type(label)
    officer.phone.type(WORDS)
    await hood.stage.settle()
    assert WORDS in officer.sees


async def test_a_resident_who_types_such_a_label_is_answering_as_ever(
    hood: Neighbourhood, amina: Person
) -> None:
    await amina.taps("Answer now")
    amina.phone.type("This is a request")
    amina.phone.type("Lamps in HP12 3HP")
    await hood.stage.settle()
    assert amina.said_by_bot("Lamps in HP12 3HP") == 1


async def test_who_has_not_joined_leaves_no_postcode(hood: Neighbourhood) -> None:
    sam = hood.stranger()
    await both(hood, sam, says=WORDS)
    async with hood.stage.service.database.read() as tx:
        found = (await tx.execute(text("select payload from inbox"))).scalars()
        assert not any("3HP" in payload for payload in found if payload)


@pytest.mark.parametrize("command", ["/complaints", "/requests"])
async def test_a_reference_that_looks_like_a_postcode_is_found(
    hood: Neighbourhood, amina: Person, command: str
) -> None:
    await amina.types("/complain")
    await amina.types("Nobody came")

    async def rename(tx: Transaction) -> None:
        await tx.execute(update(complaints.complaints).values(reference="C-G74-7EC"))

    await hood.stage.service.batcher.run(rename)
    officer = await hood.officer()
    assert "Nobody came" in await officer.types(f"{command} C-G74-7EC")
