"""A message that waits for a colleague's approval: who is asked, what ends the waiting, and how its
author hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from company import Neighbourhood, Person

from content.library import Library
from content.schema.council import Thresholds
from engagement.staff.rights import Role
from usecases.staff import remove
from usecases.staff.remove import number_of

NEWS = "The lamps in Desborough Road are repaired."
ASKS = "asks you to approve this"


@pytest.fixture
def buckinghamshire(buckinghamshire: Library) -> Library:
    """A council where more than two people need a second approval."""
    strict = buckinghamshire.council.model_copy(update={"thresholds": Thresholds(second_yes=2)})
    return replace(buckinghamshire, council=strict)


@pytest.fixture
async def three(hood: Neighbourhood) -> list[Person]:
    return [await hood.resident(f"Resident {n}", "HP12 3HP") for n in range(3)]


@pytest.fixture
async def maria(hood: Neighbourhood, three: list[Person]) -> Person:
    return await hood.board_member(label="Maria")


async def sends(author: Person, text: str = NEWS) -> str:
    await author.types("/send")
    await author.taps("Education")
    await author.types(text)
    return await author.taps("Send to fewer than 10 people")


async def ticks(hood: Neighbourhood) -> None:
    """The next regular work: in tests once an hour."""
    await hood.stage.until(hood.stage.clock.now() + timedelta(hours=1, minutes=1))


async def is_removed(hood: Neighbourhood, label: str) -> None:
    async def act(tx):
        [member] = [m for m in await remove.everybody(tx) if m.label == label]
        await remove.end_role(tx, hood.stage.service.world, number_of(member))

    await hood.stage.service.batcher.run(act)
    await ticks(hood)


async def test_who_goes_on_gets_a_colleagues_no_in_a_new_message(
    hood: Neighbourhood, maria: Person
) -> None:
    """An edit far above, without a sound, is not seen."""
    nick = await hood.board_member(label="Nick")
    await sends(maria)
    await maria.types("/help")
    before = len(maria.phone.messages)
    await nick.taps("No, don't send")
    assert len(maria.phone.messages) == before + 1
    assert "Nick declined it. Nothing was sent" in maria.sees
    await nick.types("The date is wrong.")
    assert len(maria.phone.messages) == before + 2
    assert "The date is wrong." in maria.sees


async def test_who_goes_on_gets_a_colleagues_yes_in_a_new_message(
    hood: Neighbourhood, maria: Person
) -> None:
    nick = await hood.board_member(label="Nick")
    await sends(maria)
    waits = maria.phone.messages[-1]
    await maria.types("/help")
    await nick.taps("Yes, send to fewer than 10 people")
    assert "Approved by: Nick" in maria.sees
    assert "A second person has to approve it first" in waits.text
    assert not waits.buttons


async def test_where_nobody_is_left_who_may_approve_that_is_said_too(
    hood: Neighbourhood, maria: Person
) -> None:
    """It said "in time", two hours after "by Monday next week"."""
    await hood.board_member(label="Nick")
    await sends(maria)
    await is_removed(hood, "Nick")
    assert "Nobody approved it: the time is over, or nobody is left who may." in maria.sees


async def test_what_nobody_answers_for_a_week_is_not_sent_and_comes_back(
    hood: Neighbourhood, maria: Person, three: list[Person]
) -> None:
    nick = await hood.board_member(label="Nick")
    asked_at = hood.stage.clock.now()
    assert "If nobody answers by" in await sends(maria)
    assert "Please answer by" in nick.sees
    await hood.leap(asked_at + timedelta(days=7, minutes=-2))
    assert "Nobody approved it" not in maria.sees
    await hood.stage.until(asked_at + timedelta(days=7, hours=1))
    assert "Nobody approved it: the time is over, or nobody is left who may." in maria.sees
    assert "Nothing was sent. Your message is kept." in maria.sees
    await nick.taps("Yes, send")
    assert three[0].said_by_bot(NEWS) == 0
    assert NEWS in await maria.taps("Change it and send it again")
    await maria.taps("Send to fewer than 10 people")
    await nick.taps("Yes, send")
    assert three[0].said_by_bot(NEWS) == 1


async def test_a_yes_just_before_the_week_is_over_still_counts(
    hood: Neighbourhood, maria: Person, three: list[Person]
) -> None:
    nick = await hood.board_member(label="Nick")
    asked_at = hood.stage.clock.now()
    await sends(maria)
    await hood.leap(asked_at + timedelta(days=7, minutes=-2))
    await nick.taps("Yes, send")
    assert three[0].said_by_bot(NEWS) == 1


async def test_when_the_one_who_was_asked_leaves_somebody_else_is_asked(
    hood: Neighbourhood, maria: Person, three: list[Person]
) -> None:
    await hood.board_member(label="Nick")
    fay = await hood.officer("Fay")
    assert "We've asked: Nick" in await sends(maria)
    assert ASKS not in fay.sees
    await is_removed(hood, "Nick")
    assert ASKS in fay.sees
    assert "We've asked: Fay" in maria.sees
    await fay.taps("Yes, send")
    assert three[0].said_by_bot(NEWS) == 1


async def test_when_nobody_is_left_to_approve_the_message_comes_back(
    hood: Neighbourhood, maria: Person
) -> None:
    await hood.board_member(label="Nick")
    await sends(maria)
    await is_removed(hood, "Nick")
    assert "Nothing was sent. Your message is kept." in maria.sees
    assert NEWS in await maria.taps("Change it and send it again")


async def test_who_sent_stop_is_not_asked_and_not_named(hood: Neighbourhood, maria: Person) -> None:
    nick = await hood.board_member(label="Nick")
    olu = await hood.board_member(label="Olu")
    await nick.types("/stop")
    assert "We've asked: Olu" in await sends(maria)
    assert ASKS in olu.sees
    assert ASKS not in nick.sees


async def test_who_blocked_us_is_not_named_and_somebody_else_is_asked(
    hood: Neighbourhood, maria: Person
) -> None:
    """Telegram says so only when we write: then the next one is asked, and the author sees who."""
    nick = await hood.board_member(label="Nick")
    fay = await hood.officer("Fay")
    nick.phone.user.blocked = True
    await sends(maria)
    await ticks(hood)
    assert "We've asked: Fay" in maria.sees
    assert ASKS in fay.sees
    nick.phone.user.blocked = False
    await nick.types("/help")
    await ticks(hood)
    assert nick.said_by_bot(ASKS) == 1


async def test_a_message_of_somebody_removed_is_not_sent(
    hood: Neighbourhood, maria: Person, three: list[Person]
) -> None:
    nick = await hood.board_member(label="Nick")
    await sends(maria)
    yes = nick.phone.keyboard_message
    assert yes is not None
    await is_removed(hood, "Maria")
    nick.phone.tap_data(yes.message_id, yes.buttons[0][0].data or "")
    await nick.settles()
    assert three[0].said_by_bot(NEWS) == 0


async def test_a_message_in_waiting_stays_its_authors_in_another_role(
    hood: Neighbourhood, maria: Person, three: list[Person]
) -> None:
    nick = await hood.board_member(label="Nick")
    await sends(maria)
    waits = maria.phone.messages[-1]
    await maria.start(await hood.stage.invite(Role.OFFICER, "Maria, officer", ()))
    await maria.taps("Yes, change my role")
    await ticks(hood)
    maria.phone.tap_data(waits.message_id, waits.buttons[0][0].data or "")
    await maria.settles()
    assert "Cancelled. Nothing was sent. Your message is kept." in waits.text
    assert "cancelled it. Nothing was sent." in nick.sees
    assert three[0].said_by_bot(NEWS) == 0


async def test_cancelling_keeps_the_words(hood: Neighbourhood, maria: Person) -> None:
    await hood.board_member(label="Nick")
    await sends(maria)
    await maria.taps("Cancel")
    assert "Cancelled. Nothing was sent. Your message is kept." in maria.sees
    assert NEWS in await maria.taps("Change it and send it again")


async def test_who_approves_an_outcome_reads_that_those_who_moved_get_it_too(
    hood: Neighbourhood, maria: Person
) -> None:
    officer = await hood.officer("Olga")
    moved = "It also goes to those who answered here and have moved since."
    await sends(maria)
    assert officer.said_by_bot(ASKS) == 1
    assert officer.said_by_bot(moved) == 0
    found = hood.stage.service.world.consultation("local-priorities").consultation
    await hood.leap(found.closes_at + timedelta(days=1))
    await maria.types("/send")
    await maria.taps("What happened after")
    await maria.types("Nine lamps by May.")
    await maria.taps("Send to fewer than 10 people")
    assert officer.said_by_bot(moved) == 1


async def test_its_author_reads_in_a_new_message_that_nobody_can_approve_it(
    hood: Neighbourhood, maria: Person
) -> None:
    """It was edited in further up, without a sound and without advice."""
    nick = await hood.board_member(label="Nick")
    await sends(maria)
    await ticks(hood)
    await maria.types("/help")
    before = len(maria.from_bot)
    nick.phone.block()
    await ticks(hood)
    (said,) = [m.text for m in maria.from_bot[before:]]
    assert "Nobody who can approve it can be reached." in said
    assert "Please ask the council's office to invite someone." in said
    await ticks(hood)
    assert len(maria.from_bot) == before + 1
    olga = await hood.board_member(label="Olga")
    await ticks(hood)
    assert ASKS in olga.sees
    assert "We've asked: Olga." in maria.from_bot[-1].text


async def test_each_approver_answers_to_the_number_that_they_were_shown(
    hood: Neighbourhood, three: list[Person], maria: Person
) -> None:
    """After one had been shown the grown number, another approved the old one."""
    nasreen = await hood.board_member(label="Nasreen")
    omar = await hood.board_member(label="Omar")
    await sends(maria)
    assert "Yes, send to fewer than 10 people" in omar.labels
    await hood.residents(20, "HP12 3HP")
    assert "The number has grown" in await nasreen.taps("Yes, send")
    said = await omar.taps("Yes, send to fewer than 10 people")
    assert "The number has grown" in said
    assert f"{ASKS}" in said
    assert "Yes, send to up to about 25 people" in omar.labels
    assert three[0].said_by_bot(NEWS) == 0
    assert "You approved it" in await omar.types(omar.labels[0])
    await hood.stage.settle()
    assert three[0].said_by_bot(NEWS) == 1
    assert "approved" in nasreen.sees  # their request, with the grown number, is answered too
    assert not [label for label in nasreen.labels if label.startswith("Yes, send")]
