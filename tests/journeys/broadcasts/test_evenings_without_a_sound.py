"""In the evening news waits, a notice to staff makes no sound, and a reply is heard."""

from company import Neighbourhood, Person
from evenings import at

LAMPS = "The lamps are on."


async def sends(hood: Neighbourhood) -> Person:
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.types(LAMPS)
    await member.taps("Send to")
    return member


async def test_what_somebody_asks_for_in_the_evening_is_heard(
    hood: Neighbourhood, amina: Person
) -> None:
    await at(hood, 21, 5)
    member = await sends(hood)
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
