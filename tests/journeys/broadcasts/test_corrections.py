"""Putting right what was wrong in a message: for those who got it, outside the weekly budget."""

from __future__ import annotations

from dataclasses import replace

from company import BOOKER, CHESHAM, Neighbourhood, Person
from evenings import at, election

from content.schema.council import Thresholds
from engagement.staff.rights import Role

WRONG, RIGHT = "The meeting is on Tuesday at 7.", "The meeting is on Wednesday, not on Tuesday."
LAMPS = "The lamps are on."


async def sends(member: Person, words: str) -> str:
    """Send a message; return what its author then sees."""
    await member.types("/send")
    await member.taps("Something else")
    await member.types(words)
    return await member.taps("Send to")


async def sent_before_two_had_to_approve(
    hood: Neighbourhood,
) -> tuple[Person, Person, list[Person]]:
    """The author of a message that four people got, a second board member, and those people. From
    now on a message to more than two needs the second one's approval."""
    member, second = await hood.board_member(), await hood.board_member(label="Second")
    people = await hood.residents(4, "HP12 3HP")
    await sends(member, WRONG)
    world = hood.stage.service.world
    strict = world.library.council.model_copy(update={"thresholds": Thresholds(second_yes=2)})
    world.renew(replace(world.library, council=strict), world.loaded)
    return member, second, people


async def corrects(member: Person, words: str = RIGHT) -> str:
    """Correct the message that was sent last; return the preview."""
    await member.taps("Correct this")
    return await member.types(words)


async def test_a_correction_goes_to_those_who_got_the_message_on_top_of_their_week(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await sends(member, WRONG)
    ben = await hood.resident("Ben", "HP12 3HP")
    asked = await member.taps("Correct this")
    assert "What was wrong, and what is right?" in asked
    assert "a date, a place, a cost or a proposal" in asked
    seen = await member.types(RIGHT)
    assert "It goes only to those who got the first message." in seen
    assert "To fewer than 10 people" in seen
    assert "\nSent. Of" in await member.taps("Send to")
    [message] = [m for m in amina.from_bot if RIGHT in m.text]
    assert message.text == (
        f"Correction. We sent you “{WRONG}” Part of it was wrong.\n{RIGHT}\n"
        "To stop all messages, send /stop"
    )
    assert ben.said_by_bot(RIGHT) == 0


async def test_whoever_gets_the_message_later_gets_both_in_one(
    hood: Neighbourhood, amina: Person
) -> None:
    """Ben has had his message of the week, so the wrong one still waits for him."""
    member, other = await hood.board_member(), await hood.board_member(label="Other")
    ben = await hood.resident("Ben", "HP12 3HP")
    await amina.types("/news")
    await amina.taps("Up to three a week")
    await sends(other, LAMPS)
    await sends(member, WRONG)
    await corrects(member)
    await member.taps("Send to")
    assert [p.said_by_bot(RIGHT) for p in (amina, ben)] == [1, 0]
    await at(hood, 12, days=8)
    [message] = [m for m in ben.from_bot if RIGHT in m.text]
    assert f"{WRONG}\nCorrection: {RIGHT}\n" in message.text
    assert amina.said_by_bot(RIGHT) == 1


async def test_news_read_on_request_has_its_correction(hood: Neighbourhood, amina: Person) -> None:
    member = await hood.board_member()
    await sends(member, WRONG)
    await corrects(member)
    await member.taps("Send to")
    seen = await amina.types("/news")
    assert f"{WRONG}\nCorrection: {RIGHT}" in seen
    assert seen.count(RIGHT) == 1


async def test_a_correction_waits_for_the_morning_and_for_the_monitoring_officer(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await sends(member, WRONG)
    await at(hood, 22)
    assert "It is night. It goes out at 08:00." in await corrects(member)
    await member.taps("Send to")
    assert amina.said_by_bot(RIGHT) == 0
    await at(hood, 9, days=1)
    assert amina.said_by_bot(RIGHT) == 1
    today = hood.stage.clock.now().date()
    election(hood, BOOKER, first=today, last=today)
    assert "It is on Thursday." in await corrects(member, "It is on Thursday.")
    assert "election" in await member.taps("Send to")
    assert amina.said_by_bot("It is on Thursday.") == 0


async def test_a_large_correction_needs_a_second_person_who_sees_what_it_is(
    hood: Neighbourhood,
) -> None:
    member, second, people = await sent_before_two_had_to_approve(hood)
    await corrects(member)
    await member.taps("Send to")
    assert "It goes only to those who got the first message." in second.sees
    assert [p.said_by_bot(RIGHT) for p in people] == [0] * 4
    await second.taps("Yes, send")
    assert [p.said_by_bot(RIGHT) for p in people] == [1] * 4


async def test_a_declined_correction_is_taken_up_again_for_the_same_people(
    hood: Neighbourhood,
) -> None:
    member, second, people = await sent_before_two_had_to_approve(hood)
    ben = await hood.resident("Ben", "HP12 3HP")
    await corrects(member)
    await member.taps("Send to")
    await second.taps("No, don't send")
    await second.taps("Give no reason")
    assert "It goes only to those who got the first message." in await member.taps("Change it")
    await member.taps("Send to")
    await second.taps("Yes, send")
    assert [p.said_by_bot(RIGHT) for p in (*people, ben)] == [1, 1, 1, 1, 0]


async def test_a_correction_can_be_changed_but_not_sent_to_others(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await sends(member, WRONG)
    await corrects(member, "It is on Wednsday.")
    seen = await member.taps("Change")
    assert "What was wrong, and what is right?" in seen
    assert not [label for label in member.labels if label.startswith("Change the")]
    await member.types(RIGHT)
    await member.taps("Send to")
    assert amina.said_by_bot(RIGHT) == 1


async def test_somebody_elses_message_cannot_be_corrected(
    hood: Neighbourhood, amina: Person
) -> None:
    member, other = await hood.board_member(), await hood.board_member(label="Other")
    await sends(member, WRONG)
    data = next(
        b.data for row in member.phone.keyboard_message.buttons for b in row if "Correct" in b.text
    )
    await other.types("/help")
    other.phone.tap_data(other.phone.last.message_id, data)
    await other.settles()
    assert "What was wrong" not in other.sees
    assert amina.said_by_bot(RIGHT) == 0


async def test_a_second_correction_goes_to_the_same_people(
    hood: Neighbourhood, amina: Person
) -> None:
    member = await hood.board_member()
    await sends(member, WRONG)
    await corrects(member)
    await member.taps("Send to")
    await corrects(member, "It is on Thursday.")
    await member.taps("Send to")
    assert amina.said_by_bot("It is on Thursday.") == 1
    assert amina.said_by_bot(RIGHT) == 1


async def test_after_a_change_of_role_a_kept_correction_is_a_message_of_its_own(
    hood: Neighbourhood, amina: Person
) -> None:
    """It could neither be read nor dropped: every tap said that it is outside their wards."""
    member = await hood.board_member()
    await sends(member, WRONG)
    await corrects(member)
    await member.taps("Later")
    await member.start(await hood.stage.invite(Role.BOARD_MEMBER, "Board", (CHESHAM,)))
    await member.taps("Yes, change my role")
    await member.types("/send")
    seen = await member.taps("Go on with")
    assert "outside your wards" not in member.toast
    assert RIGHT in seen
    await member.taps("Cancel")
    await member.types("/send")
    assert not any("Go on with" in label for label in member.labels)
