"""What the number in a preview or a report tells about people: nothing about a few of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from sending import NEWS

from storage.broadcasts.records import broadcasts


@pytest.fixture
async def twelve(hood: Neighbourhood) -> list[Person]:
    """Twelve residents of Booker, Cressex and Castlefield."""
    return await hood.residents(12, "HP12 3HP")


async def previews(member: Person, subject: str = "Something else", wards: str = "") -> str:
    """The preview of some news, put aside again."""
    await member.types("/send")
    if wards:
        await member.types(wards)
        await member.types("done")
    await member.types(subject)
    seen = await member.types(NEWS)
    await member.taps("Cancel")
    return seen


async def test_all_of_a_whole_ward_is_an_exact_number_until_one_more_joins(
    hood: Neighbourhood, twelve: list[Person]
) -> None:
    """P2. The next look within a week would differ by one person."""
    member = await hood.board_member()
    assert "To 12 people, about" in await previews(member)
    assert "To 12 people, about" in await previews(member)
    await hood.resident("One more", "HP12 3HP")
    assert "To about 15 people, about" in await previews(member)
    await hood.stage.until(hood.stage.clock.now() + timedelta(days=8))
    assert "To 13 people, about" in await previews(member)


async def test_a_small_ward_cannot_be_found_by_subtraction(
    hood: Neighbourhood, twelve: list[Person]
) -> None:
    """P2, P3. A and B less A."""
    await hood.residents(4, "Abbey", name="Abbey")
    member = await hood.board_member(ABBEY, BOOKER)
    assert "To about 15 people, about" in await previews(member, wards="1 and 2")
    assert "To about 10 people, about" in await previews(member, wards="2")
    assert "To fewer than 10 people, about" in await previews(member, wards="1")


async def test_with_a_theme_the_sentence_is_the_same_whether_all_or_not_all_follow_it(
    hood: Neighbourhood, twelve: list[Person]
) -> None:
    """P3."""
    member = await hood.board_member()
    all_of_them = await previews(member, "Public Realm")
    assert "To about 10 people, about" in all_of_them
    await twelve[0].types("/themes")
    await twelve[0].taps("2")
    await twelve[0].taps("Done")
    assert await previews(member, "Public Realm") == all_of_them


async def test_people_who_follow_from_elsewhere_are_never_the_difference(
    hood: Neighbourhood, twelve: list[Person]
) -> None:
    """P2."""
    follower = await hood.resident("Ben", "Abbey")
    await follower.types("/ward")
    await follower.taps("Follow another ward")
    await follower.types("HP12 3HP")
    assert "To about 15 people, about" in await previews(await hood.board_member())


async def test_an_invitation_goes_only_to_those_who_have_not_answered(
    hood: Neighbourhood, twelve: list[Person]
) -> None:
    """S9."""
    await twelve[0].taps("Answer now")
    await twelve[0].taps("3")
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("The questions")
    seen = await member.types("Please tell us what should come first.")
    assert "To about 10 people, about" in seen
    assert "does not go to those who have answered already: fewer than 10 people." in seen
    report = await member.taps("Send to")
    got = [person.said_by_bot("Please tell us what should come first.") for person in twelve]
    assert got == [0] + [1] * 11
    assert "Of about 10 people" in report
    assert "About 10 arrived" in report
    async with hood.stage.service.database.read() as tx:
        assert (await tx.execute(broadcasts.select())).one().people_frozen == 11


async def test_a_progress_message_moves_in_tens(hood: Neighbourhood) -> None:
    """P2."""
    await hood.residents(31, "HP12 3HP")
    member = await hood.board_member()
    await member.types("/send")
    await member.types("Something else")
    assert "To 31 people" in await member.types(NEWS)
    await member.taps("Send to 31 people")
    assert "Of about 30 people" in member.sees
    assert "About 30 arrived" in member.sees
    assert "31" not in member.sees
