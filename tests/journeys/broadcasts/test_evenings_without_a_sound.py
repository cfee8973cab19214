"""What nobody asked for arrives without a sound in the evening; a reply never does."""

from datetime import datetime

import pytest
from company import Neighbourhood, Person

LAMPS = "The lamps are on."


async def at(hood: Neighbourhood, hour: int, minute: int = 0) -> None:
    now: datetime = hood.stage.clock.now()
    zone = hood.library.council.timezone
    from zoneinfo import ZoneInfo

    there = now.astimezone(ZoneInfo(zone)).replace(hour=hour, minute=minute, second=0)
    await hood.leap(there.astimezone(now.tzinfo))


async def sends(hood: Neighbourhood) -> Person:
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.types(LAMPS)
    await member.taps("Send to")
    return member


@pytest.mark.parametrize(("hour", "minute", "silent"), [(20, 40, False), (21, 5, True)])
async def test_news_in_the_evening_makes_no_sound(
    hood: Neighbourhood, amina: Person, hour: int, minute: int, silent: bool
) -> None:
    await at(hood, hour, minute)
    member = await sends(hood)
    news = next(m for m in amina.from_bot if LAMPS in m.text)
    assert news.silent is silent
    # What somebody has just asked for is heard, and so is every reply.
    assert not any(m.silent for m in member.from_bot)
    await amina.types("/news")
    assert amina.phone.last is not None
    assert not amina.phone.last.silent


async def test_a_request_to_approve_makes_no_sound_at_night(hood: Neighbourhood) -> None:
    await hood.residents(52, "HP12 3HP")
    second = await hood.board_member(label="Second")
    await at(hood, 23)
    await sends(hood)
    asked = second.phone.last
    assert asked is not None
    assert "asks you to approve this" in asked.text
    assert asked.silent


async def test_the_privacy_notice_is_folded_and_a_receipt_can_be_copied(
    hood: Neighbourhood, amina: Person
) -> None:
    sam = hood.stranger()
    await sam.start()
    await sam.taps("More about privacy")
    assert sam.phone.last is not None
    kinds = [e["type"] for e in sam.phone.last.entities]
    assert kinds[0] == "expandable_blockquote"
    await amina.taps("Answer now")
    for _ in range(3):
        await amina.taps("Skip")
    receipt = await amina.types("Benches")
    code = receipt.split("Your receipt: ")[1].split()[0]
    assert amina.phone.last is not None
    copied = [e for e in amina.phone.last.entities if e["type"] == "code"]
    assert [receipt[e["offset"] : e["offset"] + e["length"]] for e in copied] == [code]


async def test_a_text_that_is_changed_can_be_copied_whole(hood: Neighbourhood) -> None:
    await hood.resident("Amina", "HP12 3HP")
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    text = "Two lines & more:\n<the lamps> are on."
    await member.types(text)
    shown = await member.taps("Change")
    assert member.phone.last is not None
    (copied,) = [e for e in member.phone.last.entities if e["type"] == "code"]
    assert shown[copied["offset"] : copied["offset"] + copied["length"]] == text
