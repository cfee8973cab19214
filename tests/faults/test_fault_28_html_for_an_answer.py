"""A page of HTML comes with status 200, as from a proxy in between: the outcome is not known.

Fails if Telegram's answers are not distinguished from others.
"""

import pytest
from company import Neighbourhood
from sending import about_to_send

from emulator import Html200


@pytest.mark.parametrize("arrives", [True, False])
async def test_fault_28_a_page_of_html_is_not_an_answer(hood: Neighbourhood, arrives: bool) -> None:
    sending = await about_to_send(hood, 2)
    chat = sending.readers[0].phone.user_id
    hood.stage.emulator.faults.next("sendMessage", Html200(done=arrives), 1, chat_id=chat)
    report = await sending.sent()
    assert sending.arrived == [int(arrives), 1]
    assert "1 may or may not have arrived" in report
    assert "something between us and Telegram" in report
    assert await sending.ledger() == {"sent": 1, "unknown": 1}


async def test_fault_28_updates_come_again_after_a_page_of_html(hood: Neighbourhood) -> None:
    amina = await hood.resident("Amina", "HP12 3HP")
    hood.stage.emulator.faults.next("getUpdates", Html200(), 1)
    assert "/consultations" in await amina.types("/help")
