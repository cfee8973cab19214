"""When a message goes out is said truly: in the preview, to the second person, and afterwards. What
has not left can be taken back."""

from __future__ import annotations

from datetime import timedelta

from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at, election, monitors

LAMPS, SWINGS = "The lamps are on.", "The swings are mended."
HELD = "There is an election, until Thursday 8 September."


def hold(hood: Neighbourhood, *wards: str, begins: int = 0) -> None:
    today = hood.stage.clock.now().date() + timedelta(days=begins)
    election(hood, *wards, first=today, last=today + timedelta(days=3 - begins))


async def previewed(member: Person, words: str = LAMPS, *, wards: str = "") -> str:
    await member.types("/send")
    if wards:
        await member.taps(wards)
    await member.taps("Something else")
    return await member.types(words)


async def test_the_preview_says_that_people_may_get_it_a_week_later(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    assert "Anybody who has had their message for this week gets this later." in await previewed(
        member
    )


async def test_the_preview_names_the_held_wards_and_says_where_nobody_decides(
    hood: Neighbourhood, amina: Person
) -> None:
    hold(hood, BOOKER)
    member = await hood.board_member(BOOKER, ABBEY)
    seen = await previewed(member, wards="All ")
    assert f"{HELD} Copies for Booker, Cressex and Castlefield wait" in seen
    assert "Nobody can decide about Booker, Cressex and Castlefield yet." in seen
    await monitors(hood, "Monitoring", BOOKER)
    assert "Nobody can decide" not in await previewed(member, wards="All ")


async def test_an_election_that_is_near_or_elsewhere_is_said(
    hood: Neighbourhood, amina: Person
) -> None:
    hold(hood, BOOKER, begins=1)
    member, other = await hood.board_member(), await hood.board_member(ABBEY, label="Other")
    assert "An election period begins on Tuesday 6 September." in await previewed(member)
    await at(hood, 22)
    seen = await previewed(member)
    assert "It goes out at 08:00." not in seen
    assert HELD in seen
    assert "There is an election in another ward." in await previewed(other)


async def test_who_approves_reads_of_an_election(hood: Neighbourhood, amina: Person) -> None:
    """ "It is going to about 50 people", and nothing went."""
    await hood.residents(60, "HP12 3HP")
    author, second = await hood.board_member(label="Ann"), await hood.board_member(label="Bob")
    await previewed(author)
    await author.taps("Send to")
    hold(hood, BOOKER)
    await at(hood, 12)
    hold(hood, BOOKER)
    await at(hood, 22)
    await second.taps("Yes, send")
    assert "It is for about 60 people, and waits." in second.sees
    assert "There is an election" in second.sees
    assert "It is going to" not in second.sees


async def test_at_night_it_can_be_taken_back_whole(hood: Neighbourhood, amina: Person) -> None:
    """ "There is nothing to cancel just now", and at 08:00 it went."""
    member = await hood.board_member()
    await at(hood, 22)
    await previewed(member)
    await member.taps("Send to")
    seen = await member.types("/cancel")
    assert "To stop one, tap “Take it back” under it." in seen
    assert LAMPS in seen
    assert "Cancelled. Nothing was sent." in await member.types("take it back")
    assert member.labels == ["Change it and send it again"]
    await at(hood, 12, days=1)
    assert amina.said_by_bot(LAMPS) == 0
    assert LAMPS not in await amina.types("/news")


async def test_what_waits_for_an_election_can_be_taken_back_whole(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await monitors(hood, "Monitoring", BOOKER)
    hold(hood, BOOKER)
    member = await hood.board_member()
    await previewed(member)
    await member.taps("Send to")
    assert "Cancelled. Nothing was sent." in await member.taps("Take it back")
    assert "Nothing waits" in await officer.types("/held")


async def test_what_waits_for_its_week_can_be_taken_back_and_those_who_have_it_keep_it(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await previewed(member)
    await member.taps("Send to")
    ben = await hood.resident("Ben", "HP12 3HP")
    await previewed(member, SWINGS)
    await member.taps("Send to")
    assert (amina.said_by_bot(SWINGS), ben.said_by_bot(SWINGS)) == (0, 1)
    assert "It goes to nobody else" in await member.taps("Take it back")
    assert "Take it back" not in member.labels
    await at(hood, 12, days=9)
    assert (amina.said_by_bot(SWINGS), ben.said_by_bot(SWINGS)) == (0, 1)
    assert SWINGS not in await amina.types("/news")


async def test_after_two_weeks_it_is_too_late_to_take_back(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await previewed(member)
    await member.taps("Send to")
    await at(hood, 12, days=15)
    assert "Take it back" not in member.labels
    assert LAMPS in await amina.types("/news")
    assert "There is nothing to cancel" in await member.types("/cancel")
