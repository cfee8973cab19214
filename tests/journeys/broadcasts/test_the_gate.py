"""What nobody asked for waits for the morning, for its turn in a week, and for an election."""

from __future__ import annotations

from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at, election

LAMPS, SWINGS = "The lamps are on.", "The swings are mended."


async def sends(member: Person, words: str) -> str:
    """Send news; return what its author then sees."""
    await member.types("/send")
    await member.taps("Something else")
    await member.types(words)
    return await member.taps("Send to")


async def test_news_sent_in_the_evening_arrives_in_the_morning(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await at(hood, 21)
    assert "nothing goes out from 21:00 to 08:00" in await sends(member, LAMPS)
    await at(hood, 7, 59, days=1)
    assert amina.said_by_bot(LAMPS) == 0
    await at(hood, 9)
    assert amina.said_by_bot(LAMPS) == 1
    assert not any(m.silent for m in amina.from_bot)
    assert "\nSent. Of" in member.sees


async def test_news_sent_before_nine_arrives_at_once(hood: Neighbourhood, amina: Person) -> None:
    member = await hood.board_member()
    await at(hood, 20, 59)
    assert "\nSent. Of" in await sends(member, LAMPS)
    assert amina.said_by_bot(LAMPS) == 1


async def test_a_second_message_in_a_week_waits_and_its_author_sees_why(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    ben = await hood.resident("Ben", "HP12 3HP")
    await sends(member, LAMPS)
    chloe = await hood.resident("Chloe", "HP12 3HP")
    seen = await sends(member, SWINGS)
    assert seen == (
        f"“{SWINGS}” (Booker, Cressex and Castlefield)\n"
        "Sent. Of fewer than 10 people:\n"
        "Fewer than 10 arrived\n"
        "Fewer than 10 blocked us, left before it reached them, want no news, have answered since,"
        " or would have had it too late\n"
        "Anybody who has had their message for this week gets this later. Anybody who still waits"
        " after two weeks does not get it. We don't say if there is anybody."
    )
    assert [p.said_by_bot(SWINGS) for p in (amina, ben, chloe)] == [0, 0, 1]
    assert SWINGS in await amina.types("/news")
    await at(hood, 9, days=7)
    assert amina.said_by_bot(SWINGS) == 1  # that is /news
    await at(hood, 12)
    assert [p.said_by_bot(SWINGS) for p in (amina, ben, chloe)] == [2, 1, 1]
    assert "\nSent. Of" in member.sees


async def test_two_weeks_later_news_is_not_sent(hood: Neighbourhood, amina: Person) -> None:
    """Amina has had a message in each of the weeks before this one would leave, and those are too
    long to leave with it."""
    member, other = await hood.board_member(), await hood.board_member(label="Other")
    for words in (LAMPS, "The benches are back.", "The path is open."):
        await sends(other, f"{words} {'It is a long story. ' * 110}")
    await sends(member, SWINGS)
    for _ in range(3):
        await at(hood, 12, days=7)
    assert amina.said_by_bot("The path is open.") + amina.said_by_bot(SWINGS) == 0
    assert "or would have had it too late" in member.sees


async def test_before_an_election_news_for_its_ward_waits_and_other_news_goes(
    hood: Neighbourhood, amina: Person
) -> None:
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today)
    ben = await hood.resident("Ben", "Abbey")
    member = await hood.board_member(BOOKER, ABBEY)
    await member.types("/send")
    await member.taps("All ")
    await member.taps("Something else")
    await member.types(LAMPS)
    seen = await member.taps("Send to")
    assert "Copies for Booker, Cressex and Castlefield wait because of an election." in seen
    assert (amina.said_by_bot(LAMPS), ben.said_by_bot(LAMPS)) == (0, 1)
    await at(hood, 12, days=3)
    assert amina.said_by_bot(LAMPS) == 0
