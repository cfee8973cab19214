"""Whether anybody still waits for a message is not to be seen by its author: neither from the words
nor from the buttons, nor from when they change.

The same message goes to several small wards, and in each something else is true of the one or two
people there, or nobody lives there. Their author, who compares the wards, sees no difference.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from asking import ANSWERS, QUESTION
from company import BOOKER, Neighbourhood, Person
from evenings import at, election, monitors

from content.schema.council import Ward

EARLIER, LAMPS = "The benches are back.", "The lamps are on."
NOBODY, ROOM, WAITS, BOTH = range(4)
"""A ward with nobody; with one person who has had no message this week; with one who has; with
both."""


@pytest.fixture
async def wards(hood: Neighbourhood) -> list[Ward]:
    """Four wards in which nobody lives yet."""
    return [ward for ward in hood.library.wards.values() if ward.code != BOOKER][:4]


@pytest.fixture
async def author(hood: Neighbourhood, wards: list[Ward]) -> Person:
    """Responsible for all of them. Some people have had a message this week."""
    member = await hood.board_member(*(ward.code for ward in wards))
    for place in (WAITS, BOTH):
        await hood.resident(f"Early {place}", wards[place].name)
    for place in (WAITS, BOTH):
        await sends(member, EARLIER, wards[place])
    for place in (ROOM, BOTH):
        await hood.resident(f"Late {place}", wards[place].name)
    return member


async def sends(member: Person, words: str, ward: Ward) -> str:
    """Send news to one ward; return the preview."""
    await member.types("/send")
    await member.types(ward.name)
    await member.types("done")
    await member.taps("Something else")
    preview = await member.types(words)
    await member.taps("Send to")
    return preview


def seen(member: Person, ward: Ward, words: str = LAMPS) -> list[tuple[str, list[str]]]:
    """What the author's chat shows of the message to this ward, and its buttons."""
    name = f"“{words}” ({ward.name})"
    return [
        (
            message.text.replace(ward.name, "-"),
            [button.text for row in message.buttons or () for button in row],
        )
        for message in member.from_bot
        if message.text.startswith(name)
    ]


def assert_all_the_same(member: Person, wards: list[Ward], words: str = LAMPS) -> None:
    """No ward is told from another."""
    first, *others = [seen(member, ward, words) for ward in wards]
    assert first
    assert others == [first] * len(others)


async def test_who_has_had_a_message_this_week(
    hood: Neighbourhood, author: Person, wards: list[Ward]
) -> None:
    """ "Some people have had their message" told of one person that they had answered, or which
    theme they follow, and "Sending" stayed for a week."""
    previews = {(await sends(author, LAMPS, ward)).replace(ward.name, "-") for ward in wards}
    assert len(previews) == 1
    assert "Anybody who has had their message for this week gets this later." in author.sees
    for days, hour in ((0, 20), (0, 23), (6, 12), (1, 12), (1, 7), (1, 12), (7, 12), (7, 12)):
        assert_all_the_same(author, wards)
        await at(hood, hour, days=days)
    assert_all_the_same(author, wards)
    assert "\nSent. Of fewer than 10 people:" in seen(author, wards[WAITS])[0][0]


async def test_who_has_had_a_message_when_a_poll_ends(
    hood: Neighbourhood, author: Person, wards: list[Ward]
) -> None:
    """A line went from the report where somebody had waited, and stayed where nobody had."""
    second = await hood.board_member(*(ward.code for ward in wards), label="Second")
    for ward in wards:
        await author.types("/ask")
        await author.types(QUESTION)
        await author.types("\n".join(ANSWERS))
        await author.types(ward.name)
        await author.types("done")
        await author.types("3")
        await author.taps("Send to")
        await second.taps("Yes, send")
    await hood.stage.settle()
    for days in (1, 2, 1, 1):
        assert_all_the_same(author, wards, QUESTION)
        await at(hood, 12, days=days)
    assert_all_the_same(author, wards, QUESTION)
    assert "still waits when the questions close" in seen(author, wards[WAITS], QUESTION)[-1][0]


async def test_a_message_at_night(hood: Neighbourhood, author: Person, wards: list[Ward]) -> None:
    """To nobody it was sent at once."""
    await at(hood, 22)
    for ward in wards:
        await sends(author, LAMPS, ward)
    await author.types("/help")  # none of them is the newest, which would be edited
    for hour, days in ((23, 0), (3, 1), (7, 0)):
        assert_all_the_same(author, wards)
        assert "It goes on at 08:00." in seen(author, wards[NOBODY])[0][0]
        await at(hood, hour, days=days)
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=130))
    assert_all_the_same(author, wards)
    assert "\nSent. Of" in seen(author, wards[NOBODY])[-1][0]


@pytest.mark.parametrize("label", ["Let it go out", "Drop it"])
async def test_an_election(
    hood: Neighbourhood, author: Person, wards: list[Ward], label: str
) -> None:
    """A message to nobody did not wait, and nobody was asked to decide about it."""
    officer = await monitors(hood, "Monitoring")
    today = hood.stage.clock.now().date()
    election(hood, first=today, last=today + timedelta(days=3))
    for ward in wards:
        await sends(author, LAMPS, ward)
    assert_all_the_same(author, wards)
    assert "wait because of an election" in seen(author, wards[NOBODY])[0][0]
    await at(hood, 12, days=5)
    assert_all_the_same(author, wards)
    for _ in wards:
        await officer.types("/held")
        await officer.taps(next(one for one in officer.labels if LAMPS in one))
        await officer.taps(label)
    assert_all_the_same(author, wards)
    await at(hood, 12, days=20)
    assert_all_the_same(author, wards)


async def test_an_election_that_begins_while_somebody_waits(
    hood: Neighbourhood, author: Person, wards: list[Ward]
) -> None:
    for ward in wards:
        await sends(author, LAMPS, ward)
    today = hood.stage.clock.now().date()
    election(hood, first=today + timedelta(days=2), last=today + timedelta(days=5))
    for _ in range(4):
        await at(hood, 12, days=4)
        assert_all_the_same(author, wards)


async def test_an_election_over_when_it_is_night(
    hood: Neighbourhood, author: Person, wards: list[Ward]
) -> None:
    """Where somebody waited it was being sent again, and where nobody did it stayed sent."""
    officer = await monitors(hood, "Monitoring")
    for ward in wards:
        await sends(author, LAMPS, ward)
    today = hood.stage.clock.now().date()
    election(hood, first=today + timedelta(days=2), last=today + timedelta(days=5))
    await at(hood, 12, days=3)
    await at(hood, 22)
    await author.types("/help")  # none of them is the newest, which would be edited
    for _ in wards:
        await officer.types("/held")
        await officer.taps(next(one for one in officer.labels if LAMPS in one))
        await officer.taps("Let it go out")
    assert_all_the_same(author, wards)
    assert "It goes on at 08:00." in seen(author, wards[NOBODY])[-1][0]
    for hour, days in ((23, 0), (7, 1)):
        await at(hood, hour, days=days)
        assert_all_the_same(author, wards)
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=130))
    assert_all_the_same(author, wards)
    assert "\nSent. Of" in seen(author, wards[NOBODY])[-1][0]


async def test_a_follower_in_a_ward_with_an_election(
    hood: Neighbourhood, amina: Person, author: Person, wards: list[Ward]
) -> None:
    """That somebody there follows a ward was told by "some copies wait"."""
    await amina.types("/ward")
    await amina.taps("Follow another ward")
    await amina.types(wards[ROOM].name)
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today + timedelta(days=5))
    for ward in wards:
        await sends(author, LAMPS, ward)
    for _ in range(4):
        assert_all_the_same(author, wards)
        await at(hood, 12, days=4)
    assert_all_the_same(author, wards)


async def test_taking_back_what_has_not_left(
    hood: Neighbourhood, author: Person, wards: list[Ward]
) -> None:
    """Who has it keeps it; the others don't get it, and the author doesn't learn which it is."""
    for ward in wards:
        await sends(author, LAMPS, ward)
        assert "You took it back." in await author.taps("Take it back")
    assert_all_the_same(author, wards)
    await at(hood, 12, days=15)
    assert_all_the_same(author, wards)
