"""Telegram cannot parse a message's formatting: it is sent again as plain text, and the log says
so.

Fails without the second call, and if the formatting is not removed from the text.
"""

from company import Neighbourhood
from sending import NEWS, about_to_send

from emulator import Status

UNREADABLE = Status(400, "Bad Request: can't parse entities: Unsupported start tag")


async def test_fault_22_a_broadcast_goes_as_plain_text(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 2)
    chat = sending.readers[0].phone.user_id
    hood.stage.emulator.faults.next("sendMessage", UNREADABLE, 1, chat_id=chat)
    report = await sending.sent()
    assert hood.stage.service.bot.pacer.html_refused_at is not None
    assert "Fewer than 10 arrived" in report
    assert sending.arrived == [1, 1]
    plain = next(m for m in sending.readers[0].from_bot if NEWS in m.text)
    assert "<b>" not in plain.text
    assert {e["type"] for e in plain.entities} <= {"bot_command"}


async def test_fault_22_a_reply_goes_as_plain_text(hood: Neighbourhood) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    hood.stage.emulator.faults.next("sendMessage", UNREADABLE, 1, chat_id=amina.phone.user_id)
    said = await amina.types("/help")
    assert "/consultations" in said
    assert "<b>" not in said


async def test_fault_22_refused_twice_it_is_reported_as_not_sent(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 1)
    chat = sending.readers[0].phone.user_id
    hood.stage.emulator.faults.next("sendMessage", UNREADABLE, 2, chat_id=chat)
    report = await sending.sent()
    assert "– Telegram did not take the layout of the text" in report
    assert await sending.ledger() == {"failed": 1}
