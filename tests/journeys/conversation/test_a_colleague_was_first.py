"""When a colleague has decided, the others' buttons go, and a late tap says who was first."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from company import Neighbourhood, Person
from on_duty import HURT, named, reference

from content.library import Library
from content.schema.council import Thresholds
from emulator import Message, Status
from engagement.staff.rights import Role

LAMPS = "The lamps behind the shops are on."


@pytest.fixture
def buckinghamshire(buckinghamshire: Library) -> Library:
    """Over two people, a second person has to approve."""
    strict = buckinghamshire.council.model_copy(update={"thresholds": Thresholds(second_yes=2)})
    return replace(buckinghamshire, council=strict)


@pytest.fixture
async def board(hood: Neighbourhood) -> list[Person]:
    """An author whose message waits, and two who were asked."""
    await hood.residents(3, "HP12 3HP")
    board = [await hood.board_member(label=label) for label in ("Ann", "Ben", "Cai")]
    await board[0].types("/send")
    await board[0].taps("Public Realm")
    await board[0].types(LAMPS)
    await board[0].taps("Send to")
    return board


def with_buttons(person: Person) -> Iterator[Message]:
    return (m for m in person.from_bot if m.buttons)


def button(person: Person, label: str) -> tuple[int, str]:
    """The newest message with buttons, and the data of the one whose label begins so."""
    shown = person.phone.keyboard_message
    assert shown is not None
    found = next(b for row in shown.buttons for b in row if b.text.startswith(label))
    return shown.message_id, found.data or ""


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Yes, send", "Ben approved it already. There is nothing more to decide."),
        ("No, don't send", "Ben declined it already. Nothing was sent."),
    ],
)
async def test_who_was_asked_too_reads_what_a_colleague_decided(
    board: list[Person], label: str, said: str
) -> None:
    """The buttons stayed for ever."""
    _, ben, cai = board
    asked, data = button(cai, label)
    await ben.taps(label)
    assert cai.sees == f"“{LAMPS}” (Booker, Cressex and Castlefield)\n{said}"
    assert not [*with_buttons(cai)]
    cai.phone.tap_data(asked, data)
    await cai.settles()
    assert not cai.toast
    assert said in cai.sees


async def test_who_was_asked_reads_that_the_author_cancelled(board: list[Person]) -> None:
    ann, ben, cai = board
    await ann.taps("Cancel")
    for person in (ben, cai):
        assert "Ann cancelled it. Nothing was sent." in person.sees
        assert not [*with_buttons(person)]


async def test_a_late_tap_on_a_screen_that_could_not_be_edited_says_who_was_first(
    hood: Neighbourhood, board: list[Person]
) -> None:
    """It said: "That has been decided already. Nothing is sent twice"."""
    _, ben, cai = board
    no = Status(400, "Bad Request: message can't be edited")
    hood.stage.emulator.faults.next("editMessageText", no, chat_id=cai.phone.user_id)
    await ben.taps("Yes, send")
    assert [*with_buttons(cai)]
    await cai.taps("No, don't send")
    assert "Ben approved it already." in cai.sees


async def test_an_alert_that_a_colleague_closed_has_no_button_to_close_it(
    hood: Neighbourhood, amina: Person
) -> None:
    ruth = await named(hood, Role.OFFICER, "Ruth")
    dev = await named(hood, Role.OPERATOR, "Dev")
    await amina.types(HURT)
    code = reference(ruth)
    await ruth.taps("Read the words")
    await dev.types(f"/close {code} Rang the police")
    alerts = [m for m in ruth.from_bot if code in m.text]
    assert alerts[0].text == f"{code} is closed. Dev has written what was done."
    labels = [b.text for m in ruth.from_bot for row in m.buttons for b in row]
    assert labels == ["Read the words"]


async def test_a_complaint_that_a_colleague_has_dealt_with_says_so(
    hood: Neighbourhood, amina: Person
) -> None:
    """A second officer acknowledged it again, and an outcome met "That button is too old"."""
    fay, gus = [await hood.officer(label) for label in ("Fay", "Gus")]
    await amina.types("/complain The page is slow")
    for officer in (fay, gus):
        await officer.types("/complaints")
        await officer.taps("C-")
    code = next(w for w in gus.question.split() if w.startswith("C-")).strip(",.")
    old, acknowledge = button(gus, "I have it: tell them")
    await fay.taps("I have it: tell them")
    said = f"Fay has said already that we have {code}."
    assert gus.question == said
    gus.phone.tap_data(old, acknowledge)
    await gus.settles()
    assert gus.question == said
    await gus.taps(code)
    await gus.taps("Record what came of it")
    await gus.types("We have mended the page.")
    await fay.taps("Record what came of it")
    await fay.types("The page is quick now.")
    await fay.taps("Send it, and close")
    late = await gus.taps("Send it, and close")
    assert f"{code} is closed already: Fay has recorded what came of it." in late
    assert "What you wrote was sent to nobody:\n«We have mended the page.»" in late


async def test_a_request_that_a_colleague_has_ended_says_so(
    hood: Neighbourhood, amina: Person
) -> None:
    fay, gus = [await hood.officer(label) for label in ("Fay", "Gus")]
    for end, said in (
        ("It has been answered", "Fay has said already that {code} is answered."),
        ("It was no request", "Fay took {code} back: it was no request. Nothing is due."),
    ):
        await fay.types("/requests")
        await fay.taps("Mark a request")
        await fay.types("What do you hold about me?")
        await fay.taps("1")
        await gus.types("/requests")
        await gus.taps("R-")
        code = next(w for w in gus.question.split() if w.startswith("R-")).strip(",.:")
        old, tapped = button(gus, end)
        await fay.taps(end)
        await fay.taps("Yes, it ")
        assert said.format(code=code) in gus.sees
        gus.phone.tap_data(old, tapped)
        await gus.settles()
        assert said.format(code=code) in gus.sees
        assert bool(gus.toast) == (end == "It was no request")
    assert "That request was taken back" in gus.toast
