"""The connection is cut after a message arrived: nobody gets it twice automatically; the sender
sees how many are not known, and may send again to those, once.

Fails without the fate "unknown", and without the mark that a row has been sent a second time.
"""

import pytest
from company import Neighbourhood, Person
from sending import NEWS, about_to_send

from emulator import CutAfter, CutBefore, Status

AGAIN = "Sent again in case the first did not reach you"


@pytest.mark.parametrize("fault", [CutAfter(), Status(502, "Bad Gateway", done=True)])
async def test_fault_17_what_may_have_arrived_is_not_sent_again_by_itself(
    hood: Neighbourhood, fault: CutAfter | Status
) -> None:
    sending = await about_to_send(hood, 3)
    chat = sending.readers[1].phone.user_id
    hood.stage.emulator.faults.next("sendMessage", fault, 1, chat_id=chat)
    report = await sending.sent()
    assert sending.arrived == [1, 1, 1]
    assert "Fewer than 10 arrived" in report
    assert "Fewer than 10 may or may not have arrived" in report
    assert await sending.ledger() == {"sent": 2, "unknown": 1}


async def test_fault_17_the_report_says_why(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 2)
    first, second = (reader.phone.user_id for reader in sending.readers)
    hood.stage.emulator.faults.next("sendMessage", CutAfter(), 1, chat_id=first)
    hood.stage.emulator.faults.next("sendMessage", Status(502, "Bad Gateway"), 1, chat_id=second)
    report = await sending.sent()
    assert "– the line was cut while it was going out" in report
    assert "– Telegram was in trouble" in report


async def test_fault_17_the_sender_may_send_again_to_exactly_these(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 3)
    chat = sending.readers[1].phone.user_id
    hood.stage.emulator.faults.next("sendMessage", CutBefore(), 1, chat_id=chat)
    await sending.sent()
    assert sending.arrived == [1, 0, 1]
    asked = await sending.member.taps("Send again to fewer than 10 people")
    assert NEWS in asked
    assert "goes to fewer than 10 people" in asked
    report = await sending.member.taps("Yes, send again to fewer than 10 people")
    assert sending.arrived == [1, 1, 1]
    assert AGAIN in sending.readers[1].sees
    assert "Fewer than 10 arrived" in report
    assert [AGAIN in reader.sees for reader in sending.readers] == [False, True, False]
    assert await sending.ledger() == {"sent": 3}


async def test_fault_17_nothing_goes_a_third_time(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 1)
    chat = sending.readers[0].phone.user_id
    hood.stage.emulator.faults.next("sendMessage", CutAfter(), 2, chat_id=chat)
    await sending.sent()
    await sending.member.taps("Send again to fewer than 10 people")
    yes = data_of(sending.member, "Yes, send again")
    await sending.member.taps("Yes, send again to fewer than 10 people")
    assert sending.arrived == [2]
    assert not any("Send again" in label for label in sending.member.labels)
    await sending.member.types("Yes, send again to fewer than 10 people")
    sending.member.phone.forge(yes)
    await sending.member.settles()
    assert sending.arrived == [2]
    assert await sending.ledger() == {"unknown": 1}


async def test_fault_17_somebody_elses_broadcast_cannot_be_sent_again(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 1)
    chat = sending.readers[0].phone.user_id
    hood.stage.emulator.faults.next("sendMessage", CutBefore(), 1, chat_id=chat)
    await sending.sent()
    await sending.member.taps("Send again to fewer than 10 people")
    yes = data_of(sending.member, "Yes, send again")
    other = await hood.board_member(label="Other member")
    other.phone.forge(yes)
    assert "too old" in await other.settles() + other.toast
    assert (sending.arrived, await sending.ledger()) == ([0], {"unknown": 1})
    # The same button works for the author.
    sending.member.phone.forge(yes)
    await sending.member.settles()
    assert (sending.arrived, await sending.ledger()) == ([1], {"sent": 1})


def data_of(person: Person, label: str) -> str:
    """The callback data of a button that can be tapped."""
    shown = person.phone.keyboard_message
    assert shown is not None
    return next(b.data or "" for row in shown.buttons for b in row if b.text.startswith(label))


async def test_fault_17_a_reply_goes_once_more_and_says_so(hood: Neighbourhood) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    hood.stage.emulator.faults.next("sendMessage", CutAfter(), 1, chat_id=amina.phone.user_id)
    before = len(amina.from_bot)
    assert AGAIN in await amina.types("/help")
    first, second = amina.from_bot[before:]
    assert AGAIN not in first.text
    assert second.text.endswith(first.text)
