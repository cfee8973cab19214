"""Somebody blocks the bot or deletes their account: nothing more is sent to them, and the totals
add up.

Fails if a 403 does not change the contact's reach.
"""

import pytest
from company import Neighbourhood, answers_all
from evenings import at
from sending import NEWS, about_to_send

from emulator import Status


async def test_fault_19_people_who_blocked_us_are_counted_and_left_alone(
    hood: Neighbourhood,
) -> None:
    sending = await about_to_send(hood, 3)
    sending.readers[0].phone.block()
    sending.readers[1].phone.delete_account()
    await sending.member.settles()
    report = await sending.sent()
    # Telegram reports a block at once; a deleted account only when something is sent.
    assert "Of fewer than 10 people" in report
    assert "Fewer than 10 blocked us, left before it reached them, want no news, have" in report
    assert sending.arrived == [0, 0, 1]
    await at(hood, 12, days=8)
    calls = hood.stage.emulator.calls["sendMessage"]
    second = await sending.sent()
    assert "Of fewer than 10 people" in second
    assert hood.stage.emulator.calls["sendMessage"] - calls <= 8


@pytest.mark.parametrize("why", ["bot was blocked by the user", "user is deactivated"])
async def test_fault_19_a_403_without_notice_of_a_block_ends_it_too(
    hood: Neighbourhood, why: str
) -> None:
    sending = await about_to_send(hood, 2)
    chat = sending.readers[0].phone.user_id
    refused = Status(403, f"Forbidden: {why}")
    hood.stage.emulator.faults.next("sendMessage", refused, 1, chat_id=chat)
    await sending.sent()
    assert await sending.ledger() == {"blocked": 1, "sent": 1}
    await at(hood, 12, days=8)
    assert "Of fewer than 10 people" in await sending.sent()
    assert await sending.ledger() == {"blocked": 1, "sent": 2}


async def test_fault_19_answers_stay_and_news_resumes_after_unblocking(
    hood: Neighbourhood,
) -> None:
    sending = await about_to_send(hood, 1)
    reader = sending.readers[0]
    await answers_all(reader)
    reader.phone.block()
    await reader.settles()
    reader.phone.unblock()
    await reader.settles()
    assert "What should come first" in await reader.types("/mine")
    await sending.sent()
    assert reader.said_by_bot(NEWS) == 1
