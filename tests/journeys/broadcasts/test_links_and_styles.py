"""Links behind words and bold letters in a broadcast: what goes out, and what is said before."""

from company import Neighbourhood, Person

LINK = {"type": "text_link", "offset": 9, "length": 9, "url": "https://example.org/lamps"}


async def writing(hood: Neighbourhood) -> Person:
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    return member


async def test_the_address_behind_words_goes_out(hood: Neighbourhood, amina: Person) -> None:
    """T8."""
    member = await writing(hood)
    member.phone.type_styled(
        "See it at our page, or come along.", [LINK | {"offset": 10, "length": 8}]
    )
    seen = await member.settles()
    assert "See it at our page (https://example.org/lamps), or come along." in seen
    assert "are left out" not in seen
    await member.taps("Send to fewer than 10 people")
    assert amina.said_by_bot("our page (https://example.org/lamps)") == 1


async def test_bold_that_is_lost_is_said_before_sending(hood: Neighbourhood, amina: Person) -> None:
    """T8."""
    member = await writing(hood)
    bold = {"type": "bold", "offset": 0, "length": 5}
    member.phone.type_styled("Today the lamps are on.", [bold])
    assert "Bold letters and the like are left out" in await member.settles()
    await member.taps("Change")
    assert "are left out" not in await member.types("Today the lamps are on.")


async def test_a_link_after_an_emoji_keeps_its_place(hood: Neighbourhood, amina: Person) -> None:
    """T8: Telegram counts an emoji as two."""
    member = await writing(hood)
    member.phone.type_styled("\U0001f4a1 lamps are on", [LINK | {"offset": 3, "length": 5}])
    assert "lamps (https://example.org/lamps) are on" in await member.settles()


async def test_a_residents_link_is_not_kept(hood: Neighbourhood, amina: Person) -> None:
    """T8: of residents no address behind words is stored, not even for a moment."""
    await amina.taps("Answer now")
    amina.phone.type_styled("The lamps, see here", [LINK | {"offset": 15, "length": 4}])
    await amina.settles()
    assert "example.org" not in amina.sees
