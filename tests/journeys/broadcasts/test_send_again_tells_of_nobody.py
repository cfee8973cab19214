"""After "Send again" the report tells nothing of whoever was forgotten meanwhile."""

from __future__ import annotations

from company import Neighbourhood
from sending import NEWS

from emulator import CutBefore

MAY_OR_MAY_NOT = "may or may not have arrived"


async def report_after(hood: Neighbourhood, forgotten: int) -> str:
    """The report once a broadcast that may have missed three people was sent to them again, after
    some of them were forgotten."""
    residents = await hood.residents(14, "HP12 3HP")
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.types(NEWS)
    hood.stage.emulator.faults.next("sendMessage", CutBefore(), times=3, chat_id=None)
    await member.taps("Send to about 15 people")
    missed = [one for one in residents if not one.said_by_bot(NEWS)]
    assert len(missed) == 3
    for one in missed[:forgotten]:
        await one.types("/forget")
        await one.taps("Yes, forget me")
    await member.taps("Send again")
    await member.taps("Yes, send again")
    assert [one.said_by_bot(NEWS) for one in missed[forgotten:]] == [1] * (3 - forgotten)
    return member.sees


async def test_the_report_is_the_same_whether_some_or_all_were_forgotten(
    hood: Neighbourhood,
) -> None:
    """The line was gone where nobody was, and "nobody left to send this to" where all were."""
    shown = await report_after(hood, 0)
    assert MAY_OR_MAY_NOT in shown
    assert "Sent" in shown


async def test_the_report_after_one_was_forgotten(hood: Neighbourhood) -> None:
    shown = await report_after(hood, 1)
    assert MAY_OR_MAY_NOT in shown


async def test_the_report_after_all_were_forgotten(hood: Neighbourhood) -> None:
    shown = await report_after(hood, 3)
    assert MAY_OR_MAY_NOT in shown
    assert "nobody left" not in shown
