"""A report's "Take it back" goes once it is refused: 14 days after the approval."""

from __future__ import annotations

import pytest
from company import Neighbourhood, Person
from evenings import at

from emulator import Status

BUTTON = "Take it back"


async def sent(member: Person) -> None:
    await member.types("/send")
    await member.taps("Something else")
    await member.types("The lamps are on.")
    await member.taps("Send to")
    assert BUTTON in member.labels


@pytest.mark.parametrize("readers", [0, 1])
async def test_the_button_goes_when_it_no_longer_works(hood: Neighbourhood, readers: int) -> None:
    """It stayed for ever, and a tap was refused."""
    await hood.residents(readers, "HP12 3HP")
    member = await hood.board_member()
    await at(hood, 12)
    await sent(member)
    messages = len(member.from_bot)
    await at(hood, 11, days=14)
    assert BUTTON in member.labels
    await at(hood, 14)
    assert BUTTON not in member.labels
    assert member.labels == ["Correct this"]
    assert "Sent." in member.sees
    assert len(member.from_bot) == messages


async def test_a_report_that_telegram_lets_nobody_edit_is_left_as_it_is(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await at(hood, 12)
    await sent(member)
    report = member.from_bot[-1]
    messages = len(member.from_bot)
    refused = Status(400, "Bad Request: message can't be edited")
    hood.stage.emulator.faults.next("editMessageText", refused, 50, chat_id=member.phone.user_id)
    await at(hood, 15, days=14)
    assert len(member.from_bot) == messages
    member.phone.tap(BUTTON, report)
    await member.settles()
    assert "It is too late to take it back" in member.toast + member.sees
