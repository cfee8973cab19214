"""What the number in a preview or a report tells about people: nothing about a few of them."""

from __future__ import annotations

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person, answers_all
from evenings import at
from sending import NEWS

from storage.broadcasts.records import broadcasts

WEEKLY = (
    "\nAnybody who has had their message for this week gets this later. Anybody who still waits"
    " after two weeks does not get it. We don't say if there is anybody."
)
"""What a report says whether anybody still waits or not."""


def below_its_name(report: str) -> str:
    """A report without the first words and the wards of its message."""
    return report.partition("\n")[2]


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


async def test_no_preview_is_exact(hood: Neighbourhood, twelve: list[Person]) -> None:
    """P2. A ward of ten or more, with or without somebody who follows it from elsewhere."""
    member = await hood.board_member()
    assert "To about 10 people, about" in await previews(member)
    await hood.resident("One more", "HP12 3HP")
    assert "To about 15 people, about" in await previews(member)
    follower = await hood.resident("Ben", "Abbey")
    await follows_booker(follower)
    assert "To about 15 people, about" in await previews(member)


@pytest.mark.parametrize(("abbey", "both"), [(0, 20), (4, 20), (9, 20), (13, 25)])
async def test_several_wards_are_the_sum_of_what_each_is_shown_as(
    hood: Neighbourhood, twelve: list[Person], abbey: int, both: int
) -> None:
    """P2, P3. A and B less A tells what B tells by itself."""
    await hood.residents(abbey, "Abbey", name="Abbey")
    member = await hood.board_member(ABBEY, BOOKER)
    told = "To up to about" if abbey < 10 else "To about"
    assert f"{told} {both} people, about" in await previews(member, wards="1 and 2")
    assert "To about 10 people, about" in await previews(member, wards="2")
    alone = "fewer than 10" if abbey < 10 else "about 15"
    assert f"To {alone} people, about" in await previews(member, wards="1")


async def test_small_wards_together_are_fewer_than_ten_each(hood: Neighbourhood) -> None:
    """P2. Eighteen people would be nine and nine."""
    await hood.residents(9, "HP12 3HP")
    await hood.residents(9, "Abbey", name="Abbey")
    member = await hood.board_member(ABBEY, BOOKER)
    seen = await previews(member, wards="1 and 2")
    assert "To fewer than 20 people, about" in seen
    assert "It may be nobody yet." in seen


async def follows_booker(person: Person) -> None:
    await person.types("/ward")
    await person.taps("Follow another ward")
    await person.types("HP12 3HP")


async def follows_only(person: Person, theme: str) -> None:
    await person.types("/themes")
    await person.taps(theme)
    await person.taps("Done")


async def test_with_a_theme_the_preview_is_the_same_whether_all_none_or_few_follow_it(
    hood: Neighbourhood, twelve: list[Person]
) -> None:
    """P3."""
    member = await hood.board_member()
    all_of_them = await previews(member, "Public Realm")
    assert "To up to about 10 people, about" in all_of_them
    for person in twelve[:1]:
        await follows_only(person, "2")
    assert await previews(member, "Public Realm") == all_of_them
    for person in twelve[1:]:
        await follows_only(person, "2")
    assert await previews(member, "Public Realm") == all_of_them


async def test_a_theme_has_its_own_number_where_many_want_it_and_many_do_not(
    hood: Neighbourhood,
) -> None:
    """P3. Nine others are too few."""
    people = await hood.residents(24, "HP12 3HP")
    member = await hood.board_member()
    for person in people[:9]:
        await follows_only(person, "2")
    assert "To up to about 25 people, about" in await previews(member, "Public Realm")
    await follows_only(people[9], "2")
    assert "To about 15 people, about" in await previews(member, "Public Realm")


async def invites(member: Person) -> str:
    await member.types("/send")
    await member.taps("The questions")
    return await member.types("Please tell us what should come first.")


async def answers(person: Person) -> None:
    await person.taps("Answer now")
    await person.taps("3")


async def test_an_invitation_goes_only_to_those_who_have_not_answered(
    hood: Neighbourhood, twelve: list[Person]
) -> None:
    """S9, P3. How few have answered, or not, is told neither before nor after."""
    member = await hood.board_member()
    nobody_yet = await invites(member)
    await member.taps("Cancel")
    await answers_all(twelve[0])
    seen = await invites(member)
    assert seen == nobody_yet
    assert "To up to about 10 people, about" in seen
    assert "An invitation goes only to those who have yet to answer to the end" in seen
    report = await member.taps("Send to")
    got = [person.said_by_bot("Please tell us what should come first.") for person in twelve]
    assert got == [0] + [1] * 11
    assert (
        below_its_name(report) == "Sent. Of up to about 10 people:\nUp to about 10 arrived"
        "\nAnybody who has had their message for this week gets this later. Anybody who still"
        " waits when the questions close does not get it. We don't say if there is anybody."
    )
    async with hood.stage.service.database.read() as tx:
        assert (await tx.execute(broadcasts.select())).one().people_frozen == 11


async def test_whether_an_invitation_leaves_out_followers_is_not_told(hood: Neighbourhood) -> None:
    """P3. One follower from elsewhere, of 25 who would get news: the number is that of all."""
    await hood.residents(22, "HP12 3HP")
    for person in await hood.residents(3, "Abbey", name="Abbey"):
        await follows_booker(person)
    member = await hood.board_member()
    assert "To up to about 25 people, about" in await invites(member)


async def test_an_invitation_beside_the_results_does_not_tell_that_one_person_has_left(
    hood: Neighbourhood,
) -> None:
    """Of 30 people 18 have answered. The preview said "about 10" and "about 20" left out: at least
    18, so that of the 10 to 19 in /results at most one had left. One who leaves changed it."""
    people = await hood.residents(30, "HP12 3HP")
    for person in await hood.residents(10, "Abbey", name="Abbey"):
        await follows_booker(person)
    for person in people[:18]:
        await answers(person)
    officer = await hood.officer()
    so_far = await officer.types("/results")
    seen = []
    for _ in range(2):
        await officer.types("/send")
        await officer.types("Booker, Cressex and Castlefield")
        await officer.types("done")
        await officer.taps("The questions")
        seen.append(await officer.types("Please tell us what should come first."))
        await officer.taps("Cancel")
        await people[0].types("/stop")
    assert seen[0] == seen[1]
    assert "To up to about 30 people, about" in seen[0]
    assert await officer.types("/results") == so_far


async def test_a_report_does_not_tell_that_one_left_or_that_nobody_did(
    hood: Neighbourhood,
) -> None:
    """P2. Of 31 about 30 are told, and the same if one of them has blocked the bot."""
    people = await hood.residents(31, "HP12 3HP")
    member = await hood.board_member()
    reports = []
    for _ in range(2):
        await member.types("/send")
        await member.types("Something else")
        await member.types(NEWS)
        reports.append(await member.taps("Send to about 30 people"))
        people[0].phone.block()
        await at(hood, 12, days=8)
    assert reports[0] == reports[1]
    assert below_its_name(reports[0]) == (
        "Sent. Of about 30 people:\nUp to about 30 arrived\n"
        "Fewer than 10 blocked us, left before it reached them, want no news, have answered since,"
        " or would have had it too late" + WEEKLY
    )


async def test_of_a_small_ward_a_report_says_no_more_than_its_preview(
    hood: Neighbourhood, twelve: list[Person]
) -> None:
    """P2. All of ten to twelve who blocked us would leave two at most who did not."""
    member = await hood.board_member()
    for person in twelve[:11]:
        person.phone.delete_account()
    await member.types("/send")
    await member.types("Something else")
    await member.types(NEWS)
    report = await member.taps("Send to about 10 people")
    assert below_its_name(report) == "Sent. Of about 10 people:\nUp to about 10 arrived" + WEEKLY
