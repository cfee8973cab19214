"""An invitation names the day on which its questions close: nobody approves, sends or reads one
without seeing that it has changed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from company import Neighbourhood, Person
from evenings import at

from content.schema.council import Thresholds

CALL = "Please answer by 30 September."
EXTEND = "/manage local-priorities extend 14 October 2022 17:00: more time"
MOVED = "The closing day has changed. Please look again."
LATER = "The closing day has changed since this was written."
LATER_URDU = "یہ لکھے جانے کے بعد آخری دن بدل گیا ہے۔"


@pytest.fixture
async def maria(hood: Neighbourhood) -> Person:
    return await hood.board_member(label="Maria")


@pytest.fixture
async def officer(hood: Neighbourhood) -> Person:
    return await hood.officer("Olive")


def needs_two(hood: Neighbourhood) -> None:
    world = hood.stage.service.world
    strict = world.library.council.model_copy(update={"thresholds": Thresholds(second_yes=2)})
    world.renew(replace(world.library, council=strict), world.loaded)


async def composes(member: Person) -> None:
    await member.types("/send")
    await member.taps("The questions")
    await member.types(CALL)


async def test_an_author_sees_the_new_day_before_it_is_sent(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person
) -> None:
    await composes(maria)
    await officer.types(EXTEND)
    await maria.taps("Send to")
    assert MOVED in maria.sees
    assert "14 October" in maria.sees
    assert amina.said_by_bot(CALL) == 0
    await maria.taps("Send to")
    assert amina.said_by_bot(CALL) == 1
    assert LATER not in amina.sees  # its author saw the day in force


async def test_the_second_person_approves_the_day_that_people_read(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person
) -> None:
    """They approved one day, and people read another."""
    nick = await hood.board_member(label="Nick")
    needs_two(hood)
    await composes(maria)
    await maria.taps("Send to")
    assert MOVED not in nick.sees
    await officer.types(EXTEND)
    old = nick.phone.keyboard_message
    assert old is not None
    nick.phone.tap_data(old.message_id, old.buttons[0][0].data or "")
    await nick.settles()
    assert MOVED in nick.question
    assert "14 October" in nick.question
    assert amina.said_by_bot(CALL) == 0
    assert maria.sees.count("Nick") == 1
    await nick.taps("Yes, send")
    assert amina.said_by_bot(CALL) == 1
    assert LATER not in amina.sees


async def test_whoever_was_asked_is_asked_again_below(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person
) -> None:
    nick, zoe = [await hood.board_member(label=one) for one in ("Nick", "Zoe")]
    needs_two(hood)
    await composes(maria)
    await maria.taps("Send to")
    await officer.types(EXTEND)
    await at(hood, 14)
    for one in (nick, zoe):
        assert MOVED in one.sees
        assert len([m for m in one.from_bot if m.buttons and CALL in m.text]) == 1
    await zoe.taps("Yes, send")
    assert amina.said_by_bot(CALL) == 1


async def test_a_day_that_is_moved_twice_and_back_stops_nobody(
    hood: Neighbourhood, amina: Person, maria: Person
) -> None:
    nick = await hood.board_member(label="Nick")
    needs_two(hood)
    world = hood.stage.service.world
    known = world.loaded.consultations["local-priorities"]
    await composes(maria)
    await maria.taps("Send to")
    for days in (7, 0):
        closes = known.consultation.closes_at + timedelta(days=days)
        other = known.consultation.model_copy(update={"closes_at": closes})
        moved = {
            **world.loaded.consultations,
            "local-priorities": replace(known, consultation=other),
        }
        world.loaded = replace(world.loaded, consultations=moved)
        await nick.taps("Yes, send")
        assert MOVED in nick.question
    await nick.taps("Yes, send")
    assert amina.said_by_bot(CALL) == 1


@pytest.mark.parametrize(("language", "says"), [("English", LATER), ("اردو", LATER_URDU)])
async def test_a_copy_that_waited_says_that_the_day_has_changed(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person, language: str, says: str
) -> None:
    """The words of its author named the former day above the new one."""
    await amina.types("/language")
    await amina.taps(language)
    await at(hood, 22)
    await composes(maria)
    await maria.taps("Send to")
    await officer.types(EXTEND)
    await at(hood, 9, days=1)
    assert amina.said_by_bot(CALL) == 1
    assert says in amina.sees


ENDS = {
    "closed": "/manage local-priorities close: enough",
    "withdrawn": "/manage local-priorities withdraw: a mistake",
}


@pytest.fixture(params=ENDS)
def ends(request: pytest.FixtureRequest) -> str:
    return ENDS[request.param]


async def ended(officer: Person, ends: str) -> None:
    await officer.types(ends)
    await officer.taps("Yes")


async def test_what_waits_for_the_morning_never_leaves_to_questions_that_ended(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person, ends: str
) -> None:
    await at(hood, 22)
    await composes(maria)
    await maria.taps("Send to")
    await ended(officer, ends)
    await at(hood, 12, days=1)
    assert amina.said_by_bot(CALL) == 0
    assert "\nSent. Of" in maria.sees


async def test_what_waits_for_a_pause_is_over_when_its_questions_end(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person, ends: str
) -> None:
    """It waited for the end of a pause that will not come."""
    await composes(maria)
    await officer.types("/manage local-priorities pause 14 September 2022 17:00: a mistake")
    await maria.taps("Send to")
    await ended(officer, ends)
    await at(hood, 15)
    assert "\nSent. Of" in maria.sees
    await at(hood, 18, days=9)
    assert amina.said_by_bot(CALL) == 0


async def test_what_waits_for_the_week_is_over_when_its_questions_end(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person, ends: str
) -> None:
    await maria.types("/send")
    await maria.taps("Something else")
    await maria.types("The lamps are on.")
    await maria.taps("Send to")
    await composes(maria)
    await maria.taps("Send to")
    await ended(officer, ends)
    await at(hood, 12, days=8)
    assert amina.said_by_bot(CALL) == 0


@pytest.mark.parametrize("how", ["Later", "back from the second person"])
async def test_what_is_taken_up_again_asks_what_else_it_is_about(
    hood: Neighbourhood, amina: Person, maria: Person, officer: Person, ends: str, how: str
) -> None:
    """It was shown with "Send to", and then refused."""
    if how == "Later":
        await composes(maria)
        await maria.taps("Later")
        await ended(officer, ends)
        await maria.types("/send")
        await maria.taps("Go on with the message")
    else:
        nick = await hood.board_member(label="Nick")
        needs_two(hood)
        await composes(maria)
        await maria.taps("Send to")
        await nick.taps("No")
        await maria.settles()
        await ended(officer, ends)
        await maria.taps("Change it and send it again")
    assert "That has closed, or is not on the list any more." in maria.sees
    assert CALL in maria.sees
    assert not any("Send to" in label for label in maria.labels)
    assert amina.said_by_bot(CALL) == 0
