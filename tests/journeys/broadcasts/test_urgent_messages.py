"""An officer's urgent message: outside the weekly budget, at night too, with a second approval."""

from __future__ import annotations

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at, election

from engagement.staff.rights import Role

FLOOD, LAMPS = "The river is rising. Stay away from the bridge.", "The lamps are on."
URGENT = "Something urgent"
RIGHT = "Stay away from the weir, not from the bridge."
SECOND = "A second person must approve it. Nobody else looks after these wards yet."


async def composes(officer: Person, words: str = FLOOD) -> str:
    """Write something urgent for one ward, whose people are few; return the preview."""
    await officer.types("/send")
    await officer.types("Booker, Cressex and Castlefield")
    await officer.taps("Done")
    await officer.taps(URGENT)
    return await officer.types(words)


async def asks_to_send(officer: Person) -> str:
    """Compose it, and tap Send."""
    await composes(officer)
    return await officer.taps("Send to")


async def sends_news(member: Person, words: str) -> None:
    await member.types("/send")
    await member.taps("Something else")
    await member.types(words)
    await member.taps("Send to")


async def test_an_urgent_message_goes_at_night_past_the_budget_once_somebody_has_approved_it(
    hood: Neighbourhood, amina: Person
) -> None:
    officer, second = await hood.officer("Olga"), await hood.officer("Nick")
    await sends_news(await hood.board_member(), LAMPS)
    await at(hood, 23)
    assert "A second person has to approve it first" in await asks_to_send(officer)
    assert amina.said_by_bot(FLOOD) == 0
    assert "This is urgent. It goes at once, even at night" in second.sees
    assert not second.from_bot[-1].silent
    await second.taps("Yes, send")
    [message] = [m for m in amina.from_bot if FLOOD in m.text]
    assert message.text.startswith("Urgent · ")
    assert not message.silent
    assert "\nSent. Of" in officer.sees


async def test_the_preview_says_what_an_urgent_message_costs_and_that_it_goes_at_night(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await hood.officer()
    await at(hood, 23)
    seen = await composes(officer)
    assert "It goes at once, even at night or before an election." in seen
    assert "some may stop all messages" in seen
    assert "A second person has to approve an urgent message." in seen
    assert "It is night. It goes out at 08:00." not in seen


async def test_an_urgent_message_leaves_the_place_of_the_week_to_other_news(
    hood: Neighbourhood, amina: Person
) -> None:
    officer, second = await hood.officer("Olga"), await hood.officer("Nick")
    await asks_to_send(officer)
    await second.taps("Yes, send")
    await sends_news(await hood.board_member(), LAMPS)
    assert (amina.said_by_bot(FLOOD), amina.said_by_bot(LAMPS)) == (1, 1)


async def test_before_an_election_an_urgent_message_goes_and_the_preview_says_so(
    hood: Neighbourhood, amina: Person
) -> None:
    officer, second = await hood.officer("Olga"), await hood.officer("Nick")
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today)
    await asks_to_send(officer)
    await second.taps("Yes, send")
    assert amina.said_by_bot(FLOOD) == 1
    assert FLOOD in await amina.types("/news")


@pytest.mark.parametrize("when", ["at night", "before an election"])
async def test_a_correction_of_an_urgent_message_is_as_urgent(
    hood: Neighbourhood, amina: Person, when: str
) -> None:
    """It waited for the morning, or for the monitoring officer, while people went to the wrong
    place."""
    officer, second = await hood.officer("Olga"), await hood.officer("Nick")
    if when == "at night":
        await at(hood, 23)
    else:
        today = hood.stage.clock.now().date()
        election(hood, BOOKER, first=today, last=today)
    await asks_to_send(officer)
    await second.taps("Yes, send")
    await officer.taps("Correct this")
    preview = await officer.types(RIGHT)
    for seen in (preview, await asked(officer, second)):
        assert "It corrects an urgent message." in seen
        assert "It goes at once, even at night or before an election." in seen
        assert "it waits" not in seen
    assert not second.from_bot[-1].silent
    await second.taps("Yes, send")
    [message] = [m for m in amina.from_bot if RIGHT in m.text]
    assert not message.silent
    assert "\nSent. Of" in officer.sees
    assert f"Correction: {RIGHT}" in await amina.types("/news")


async def test_a_correction_of_an_urgent_message_is_approved_within_twelve_hours_or_not_at_all(
    hood: Neighbourhood, amina: Person
) -> None:
    officer, second = await hood.officer("Olga"), await hood.officer("Nick")
    await asks_to_send(officer)
    await second.taps("Yes, send")
    await officer.taps("Correct this")
    await officer.types(RIGHT)
    await asked(officer, second)
    await at(hood, 12, days=1)
    await second.taps("Yes, send")
    assert amina.said_by_bot(RIGHT) == 0
    assert "Nobody approved it: the time is over" in officer.sees


async def asked(officer: Person, second: Person) -> str:
    """Tap Send; return the request that the second person sees."""
    await officer.taps("Send to")
    return second.sees


async def test_without_a_second_person_an_urgent_message_is_not_sent(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await hood.officer()
    await asks_to_send(officer)
    assert SECOND in officer.toast + officer.sees
    assert amina.said_by_bot(FLOOD) == 0


async def test_a_board_member_is_not_offered_it_and_typing_it_is_no_subject(
    hood: Neighbourhood,
) -> None:
    member = await hood.board_member(ABBEY)
    await member.types("/send")
    assert not [label for label in member.labels if label.startswith(URGENT)]
    assert "urgent" not in (await member.types("urgent")).lower()


async def test_an_officer_can_type_it_by_its_name_or_its_number(hood: Neighbourhood) -> None:
    officer = await hood.officer()
    await officer.types("/send")
    await officer.taps("All ")
    last = len([label for label in officer.labels if label not in ("Back", "Cancel")])
    assert "Write it as you'd say it" in await officer.types(str(last))
    assert "This is urgent." in await officer.types(FLOOD)
    await officer.taps("Cancel")
    await officer.types("/send")
    await officer.taps("All ")
    await officer.types("urgent")
    assert "This is urgent." in await officer.types(FLOOD)


async def test_somebody_who_is_no_officer_any_more_cannot_send_it(
    hood: Neighbourhood, amina: Person
) -> None:
    officer = await hood.officer()
    await officer.types("/send")
    await officer.taps("All ")
    await officer.taps(URGENT)
    await officer.types(FLOOD)
    await officer.start(await hood.stage.invite(Role.BOARD_MEMBER, "Board", (BOOKER,)))
    await officer.taps("Yes, change my role")
    await officer.types("/send")
    await officer.taps("Go on with")
    await officer.taps("Done")
    assert "Only officers can send an urgent message." in officer.toast
    assert amina.said_by_bot(FLOOD) == 0


async def test_after_a_change_of_role_its_correction_goes_on_as_any_other(
    hood: Neighbourhood, amina: Person
) -> None:
    """It could be neither read, nor sent, changed or dropped."""
    officer, second = await hood.officer("Olga"), await hood.officer("Nick")
    await asks_to_send(officer)
    await second.taps("Yes, send")
    await officer.taps("Correct this")
    await officer.types(RIGHT)
    await officer.start(await hood.stage.invite(Role.BOARD_MEMBER, "Olga", (BOOKER,)))
    await officer.taps("Yes, change my role")
    assert "Only officers" not in await officer.types("and the ford")
    await officer.types("/send")
    again = await officer.taps("Go on with the message you began")
    assert RIGHT in again
    assert "urgent" not in again.lower()
    await officer.taps("Send to")
    assert "Only officers" not in officer.toast
    assert amina.said_by_bot(RIGHT) == 1
