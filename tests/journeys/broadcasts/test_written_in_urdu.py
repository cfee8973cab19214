"""A message that its author has written in Urdu, to people who read Urdu and people who don't."""

from __future__ import annotations

from company import Neighbourhood, Person

CAMP = "صحت کیمپ پیر کو صبح 10 بجے"
LATER = "کیمپ منگل کو ہے"
ASKED, ANSWERS = "کون سا دن ٹھیک ہے؟", "پیر\nمنگل"
NOT_TRANSLATED = "(Not translated yet.)"


def urdu(hood: Neighbourhood, key: str) -> str:
    return hood.stage.words.plain(key, "ur")


async def sends(member: Person, words: str) -> str:
    await member.types("/send")
    await member.taps("Something else")
    return await member.types(words)


async def test_it_is_said_to_be_untranslated_to_those_alone_who_read_something_else(
    hood: Neighbourhood, amina: Person
) -> None:
    """Who reads Urdu read above Urdu words that they were in English, and not translated."""
    nadia = await hood.resident("Nadia", "HP12 3HP")
    await nadia.types("/language اردو")
    member = await hood.board_member()
    assert NOT_TRANSLATED in await sends(member, CAMP)
    await member.taps("Send to")
    assert CAMP in nadia.sees
    assert urdu(hood, "broadcast-not-translated") not in nadia.sees
    assert NOT_TRANSLATED in amina.sees
    seen = await nadia.types("/news")
    assert CAMP in seen
    for key in ("news-english", "broadcast-not-translated"):
        assert urdu(hood, key) not in seen
    assert NOT_TRANSLATED in await amina.types("/news")
    await member.taps("Correct this")
    await member.types(LATER)
    await member.taps("Send to")
    assert LATER in nadia.sees
    assert urdu(hood, "broadcast-not-translated") not in nadia.sees


async def test_news_in_both_languages_says_which_part_is_not_translated(
    hood: Neighbourhood, amina: Person
) -> None:
    nadia = await hood.resident("Nadia", "HP12 3HP")
    await nadia.types("/language اردو")
    member = await hood.board_member()
    for words in (CAMP, "The lamps are on."):
        await sends(member, words)
        await member.taps("Send to")
    seen = await nadia.types("/news")
    assert urdu(hood, "news-english") not in seen
    assert seen.count(urdu(hood, "broadcast-not-translated")) == 1
    assert (await amina.types("/news")).count(NOT_TRANSLATED) == 1


async def test_so_it_is_with_a_quick_poll(hood: Neighbourhood, amina: Person) -> None:
    nadia = await hood.resident("Nadia", "HP12 3HP")
    await nadia.types("/language اردو")
    maria, nick = await hood.board_member(label="Maria"), await hood.board_member(label="Nick")
    await maria.types("/ask")
    await maria.types(ASKED)
    await maria.types(ANSWERS)
    assert NOT_TRANSLATED in await maria.types("7")
    await maria.taps("Send to")
    assert NOT_TRANSLATED in nick.sees
    await nick.taps("Yes, send")
    await hood.stage.settle()
    assert ASKED in nadia.sees
    assert urdu(hood, "broadcast-not-translated") not in nadia.sees
    await nadia.types("پیر")
    assert urdu(hood, "broadcast-not-translated") not in nadia.sees
    assert NOT_TRANSLATED in amina.sees
