"""Corrections before an election, at night, and of what nobody got: no way round a decision."""

from __future__ import annotations

from datetime import timedelta

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from evenings import at, election, monitors
from on_duty import all_text
from test_corrections import RIGHT, WRONG, corrects, sends, sent_before_two_had_to_approve


@pytest.fixture
async def mona(hood: Neighbourhood) -> Person:
    """The monitoring officer, for Booker."""
    return await monitors(hood, "Mona", BOOKER)


def votes(hood: Neighbourhood, *wards: str) -> None:
    """There is an election in Booker, or in these wards, today and tomorrow."""
    today = hood.stage.clock.now().date()
    election(hood, *(wards or (BOOKER,)), first=today, last=today + timedelta(days=1))


async def decides(mona: Person, words: str, decision: str) -> str:
    """Open what begins so in the list of what waits, and decide about it."""
    await mona.types("/held")
    label = next(one for one in mona.labels if words in one)
    await mona.taps(label)
    return await mona.taps(decision)


async def test_news_shows_no_correction_that_waits_or_was_dropped(
    hood: Neighbourhood, amina: Person, mona: Person
) -> None:
    member = await hood.board_member()
    await sends(member, WRONG)
    votes(hood)
    await corrects(member)
    assert "wait because of an election" in await member.taps("Send to")
    assert RIGHT not in await amina.types("/news")
    assert "Dropped" in await decides(mona, RIGHT[:20], "Drop it")
    assert RIGHT not in await amina.types("/news")
    assert WRONG in amina.sees


async def test_a_released_correction_is_in_the_news(
    hood: Neighbourhood, amina: Person, mona: Person
) -> None:
    member = await hood.board_member()
    await sends(member, WRONG)
    votes(hood)
    await corrects(member)
    await member.taps("Send to")
    said = await decides(mona, RIGHT[:20], "Let it go out")
    assert "It goes out now." in said
    assert "message for this week" not in said  # a correction comes on top of that
    assert f"Correction: {RIGHT}" in await amina.types("/news")


async def test_a_message_goes_out_without_the_correction_that_was_dropped(
    hood: Neighbourhood, amina: Person, mona: Person
) -> None:
    votes(hood)
    member = await hood.board_member()
    await sends(member, WRONG)
    await corrects(member)
    await member.taps("Send to")
    await decides(mona, RIGHT[:20], "Drop it")
    assert "It goes out now." in await decides(mona, WRONG[:20], "Let it go out")
    assert (amina.said_by_bot(WRONG), RIGHT in all_text(amina)) == (1, False)


async def test_a_released_message_waits_for_the_decision_about_its_correction(
    hood: Neighbourhood, amina: Person, mona: Person
) -> None:
    """What is shown with it is what goes out."""
    votes(hood)
    member = await hood.board_member()
    await sends(member, WRONG)
    await corrects(member)
    await member.taps("Send to")
    await mona.types("/held")
    await mona.taps(next(one for one in mona.labels if one.endswith(WRONG)))
    assert "A correction of it waits too." in mona.sees
    assert "once you have decided about its correction too" in await mona.taps("Let it go out")
    assert amina.said_by_bot(WRONG) == 0
    assert "election" in member.sees
    await decides(mona, RIGHT[:20], "Let it go out")
    [message] = [m for m in amina.from_bot if WRONG in m.text]
    assert f"{WRONG}\nCorrection: {RIGHT}\n" in message.text


async def test_who_decides_sees_the_correction_that_goes_out_with_it(
    hood: Neighbourhood, mona: Person
) -> None:
    votes(hood)
    member = await hood.board_member()
    await sends(member, WRONG)
    await corrects(member)
    await member.taps("Send to")
    await decides(mona, RIGHT[:20], "Let it go out")
    await mona.types("/held")
    assert f"{WRONG}\nCorrection: {RIGHT}" in await mona.taps(mona.labels[0])


async def test_a_correction_shows_where_it_was_released_alone(
    hood: Neighbourhood, amina: Person, mona: Person
) -> None:
    ben, other = await hood.resident("Ben", "Abbey"), await monitors(hood, "Other", ABBEY)
    member = await hood.board_member(BOOKER, ABBEY)
    await member.types("/send")
    await member.taps("All 2")
    await member.taps("Something else")
    await member.types(WRONG)
    await member.taps("Send to")
    votes(hood, BOOKER, ABBEY)
    await corrects(member)
    await member.taps("Send to")
    await decides(mona, RIGHT[:20], "Drop it")
    await decides(other, RIGHT[:20], "Let it go out")
    assert (amina.said_by_bot(RIGHT), ben.said_by_bot(RIGHT)) == (0, 1)
    assert RIGHT not in await amina.types("/news")
    assert f"Correction: {RIGHT}" in await ben.types("/news")


async def test_a_correction_that_was_taken_back_is_in_no_news(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member(BOOKER, ABBEY)
    ben = await hood.resident("Ben", "Abbey")
    await member.types("/send")
    await member.taps("All 2")
    await member.taps("Something else")
    await member.types(WRONG)
    await member.taps("Send to")
    votes(hood)
    await corrects(member)
    await member.taps("Send to")
    assert ben.said_by_bot(RIGHT) == 1
    assert "/news doesn't show it" in await member.taps("Take it back")
    for person in (amina, ben):
        assert RIGHT not in await person.types("/news")


async def test_nothing_of_this_night_is_in_the_news_before_the_morning(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await sends(member, WRONG)
    await at(hood, 22)
    await corrects(member)
    await member.taps("Send to")
    await sends(member, "The lamps are on.")
    seen = await amina.types("/news")
    assert RIGHT not in seen
    assert "The lamps are on." not in seen
    await at(hood, 9, days=1)
    seen = await amina.types("/news")
    assert f"Correction: {RIGHT}" in seen
    assert "The lamps are on." in seen


async def test_a_correction_of_what_nobody_got_goes_with_it(hood: Neighbourhood) -> None:
    """Author and colleague read that it was being sent, and nobody got it."""
    member, second, people = await sent_before_two_had_to_approve(hood)
    await at(hood, 22)
    await sends(member, "The meeting is on Monday.")
    await second.taps("Yes, send")
    await member.taps("Correct this")
    await member.types(RIGHT)
    await member.taps("Send to")
    assert "asks you to approve this" in second.sees
    await member.types("Take it back")
    await member.taps("2 The meeting is on Monday")
    assert "Cancelled. Nothing was sent." in all_text(member)
    assert "Nothing was sent" in await second.taps("Yes, send")
    await at(hood, 9, days=1)
    assert [p.said_by_bot(RIGHT) for p in people] == [0] * 4
    await member.types("/send")
    await member.taps(next(one for one in member.labels if RIGHT[:15] in one))
    assert f"{RIGHT}" in member.sees
    await member.taps("Something else")
    await member.taps("Send to")
    await second.taps("Yes, send")
    await at(hood, 9, days=8)
    assert [p.said_by_bot(RIGHT) for p in people] == [1] * 4


async def test_a_correction_in_hand_of_what_nobody_got_becomes_a_message_of_its_own(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await at(hood, 22)
    await sends(member, WRONG)
    await corrects(member)
    first = next(m for m in member.from_bot if "Sending to fewer than 10" in m.text)
    member.phone.tap("Take it back", first)
    await member.settles()
    preview = member.from_bot[-1]
    member.phone.tap("Send to", preview)
    await member.settles()
    assert "was taken back before anybody got it" in all_text(member)
    await member.taps("Something else")
    await member.taps("Send to")
    await at(hood, 9, days=1)
    assert (amina.said_by_bot(RIGHT), amina.said_by_bot(WRONG)) == (1, 0)


async def test_dropping_a_correction_leaves_how_the_message_goes_in_sight(
    hood: Neighbourhood, amina: Person
) -> None:
    """Its author read "Nothing was sent", and the button to take it back was gone."""
    member = await hood.board_member()
    await at(hood, 22)
    await sends(member, WRONG)
    asked = await member.taps("Correct this")
    assert f"You are correcting “{WRONG}”" in asked
    said = await member.taps("Cancel")
    assert "Nothing was sent" not in said
    assert "The message that you sent stays as it is." in said
    await member.taps("Take it back")
    assert "Cancelled. Nothing was sent." in all_text(member)
    await at(hood, 9, days=1)
    assert amina.said_by_bot(WRONG) == 0


async def test_what_its_author_took_back_needs_no_decision(
    hood: Neighbourhood, mona: Person
) -> None:
    votes(hood)
    member = await hood.board_member()
    await sends(member, WRONG)
    await mona.types("/held")
    await mona.taps(mona.labels[0])
    await member.taps("Take it back")
    said = await mona.taps("Let it go out")
    assert "Its author has taken it back." in said + mona.toast
    assert mona.said_by_bot("It goes out now.") == 0


async def test_what_is_dropped_as_a_whole_comes_back_to_its_author(
    hood: Neighbourhood, amina: Person, mona: Person
) -> None:
    votes(hood)
    member = await hood.board_member()
    await sends(member, WRONG)
    await member.types("/help")
    await decides(mona, WRONG[:20], "Drop it")
    assert "The monitoring officer dropped it" in member.sees
    assert "Your message is kept." in member.sees
    assert member.labels == ["Change it and send it again"]
    await at(hood, 12, days=3)
    assert WRONG in await member.taps("Change it")
    await member.taps("Send to")
    assert amina.said_by_bot(WRONG) == 1


async def test_an_election_that_begins_at_night_is_said_when_it_is_sent(
    hood: Neighbourhood, amina: Person, mona: Person
) -> None:
    member = await hood.board_member()
    await at(hood, 22)
    tomorrow = hood.stage.clock.now().date() + timedelta(days=1)
    election(hood, BOOKER, first=tomorrow, last=tomorrow)
    said = await sends(member, WRONG)
    assert "wait because of an election" in said
    assert "It goes on at 08:00" not in said
    await at(hood, 9, days=1)
    assert amina.said_by_bot(WRONG) == 0


async def test_who_gets_a_long_message_later_gets_every_correction_of_it(
    hood: Neighbourhood, amina: Person
) -> None:
    """The first was left out to make room for the wrong text, and nothing said so."""
    member = await hood.board_member()
    await sends(member, "The benches are back.")
    await sends(member, "The fair is at the Guildhall on Monday. " + "Bring a friend. " * 140)
    place = "The place is wrong: it is at the school. " + "There is room for all. " * 36
    day = "The day is wrong: it is on Tuesday. " + "Come at any time. " * 46
    for words in (place, day):
        await corrects(member, words)
        await member.taps("Send to")
    await at(hood, 13, days=8)
    [copy] = [m.text for m in amina.from_bot if "it is on Tuesday" in m.text]
    assert "Correction: The place is wrong: it is at the school." in copy
    assert "… /news" in copy
    await amina.types("/news")
    assert amina.said_by_bot("it is at the school") == 2


async def test_a_correction_stays_in_the_news_when_what_it_corrects_is_taken_back(
    hood: Neighbourhood, amina: Person
) -> None:
    """Everybody had it in the morning, and nobody could read it again."""
    member = await hood.board_member()
    await sends(member, WRONG)
    await at(hood, 22)
    wrong = member.phone.keyboard_message
    await corrects(member)
    await member.taps("Send to")
    member.phone.tap("Take it back", wrong)
    await member.settles()
    assert "no news" in await amina.types("/news")
    await at(hood, 9, days=1)
    assert amina.said_by_bot(RIGHT) == 1
    seen = await amina.types("/news")
    assert f"Correction: {RIGHT}" in seen
    assert WRONG not in seen
