"""A label of staff, typed in full below something newer, brings its question again; typed once more
it does what it says. "Type what it says" was the reply each time."""

from __future__ import annotations

import pytest
from asking import asked
from company import BOOKER, Neighbourhood, Person
from evenings import election, monitors

from emulator import CutBefore

LAMPS = "The lamps are mended."


async def types_twice(person: Person, label: str, question: str) -> str:
    """Something newer comes, then the label is typed, and once more; what is said then."""
    await person.types("/plan")
    said = await person.types(label)
    assert "We've done nothing" not in said
    assert question in said
    assert any(label in shown for shown in person.labels)
    return await person.types(label)


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    return await hood.officer("Ruth")


async def test_withdrawing(officer: Person) -> None:
    await officer.types("/manage")
    for label in ("1 ", "Withdraw", "There was a mistake in it"):
        await officer.taps(label)
    said = await types_twice(officer, "Yes, withdraw it", "mistake")
    assert "This is withdrawn." in said


async def test_a_reason_for_withdrawing(officer: Person) -> None:
    await officer.types("/manage")
    for label in ("1 ", "Withdraw"):
        await officer.taps(label)
    said = await types_twice(officer, "There was a mistake in it", "Why")
    assert "Yes, withdraw it" in str(officer.labels), said


async def test_ending_a_quick_poll(hood: Neighbourhood, amina: Person) -> None:
    maria = await hood.board_member(label="Maria")
    nick = await hood.board_member(label="Nick")
    await asked(hood, maria, nick)
    await maria.types("/ask")
    for label in ("What I asked before", "1 ", "End it early", "There was a mistake in it"):
        await maria.taps(label)
    said = await types_twice(maria, "Yes, end it", "End it now?")
    assert "End it now?" not in said
    assert "Yes, end it" not in maria.labels


async def test_what_came_of_a_complaint(amina: Person, officer: Person) -> None:
    await amina.types("/complain")
    receipt = await amina.types("The page is slow")
    reference = receipt.split("Your reference: ")[1].split(".")[0]
    await officer.types(f"/complaints {reference}")
    await officer.taps("Record what came of it")
    await officer.types("We made the page faster.")
    said = await types_twice(officer, "Send it, and close", "We made the page faster.")
    assert "is closed" in said


async def test_what_waits_because_of_an_election(hood: Neighbourhood, amina: Person) -> None:
    today = hood.stage.clock.now().date()
    mona = await monitors(hood, "Mona", BOOKER)
    election(hood, BOOKER, first=today, last=today)
    author = await hood.board_member(label="Author")
    await author.types("/send")
    await author.taps("Something else")
    await author.types(LAMPS)
    await author.taps("Send to")
    await mona.types("/held")
    await mona.taps("1 ")
    assert "It goes out now." in await types_twice(mona, "Let it go out", LAMPS)


async def test_a_request_that_has_been_answered(officer: Person) -> None:
    await officer.types("/requests")
    await officer.taps("Mark a request")
    await officer.types("Please send me everything you have about the lamps.")
    await officer.taps("Information")
    await officer.types("/requests")
    await officer.taps("R-")
    said = await types_twice(officer, "It has been answered", "about the lamps")
    assert "been answered?" in said


async def test_sending_again(hood: Neighbourhood, amina: Person) -> None:
    await hood.residents(14, "HP12 3HP")
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.types(LAMPS)
    hood.stage.emulator.faults.next("sendMessage", CutBefore(), times=3, chat_id=None)
    await member.taps("Send to about 15 people")
    await member.taps("Send again")
    label = next(one for one in member.labels if one.startswith("Yes, send again"))
    said = await types_twice(member, label, LAMPS)
    assert label not in member.labels, said
