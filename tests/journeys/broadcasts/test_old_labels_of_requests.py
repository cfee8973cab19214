"""The label of a request that was shown days ago, typed: it acts on nothing stale, and never on
something else."""

from datetime import timedelta

from company import Neighbourhood, Person
from test_second_approvals import NEWS, buckinghamshire, maria, sends, three, ticks

__all__ = ("buckinghamshire", "maria", "three")
YES = "Yes, send to fewer than 10 people"
LATER_NEWS = "The lamps come back on Wednesday."


async def test_a_label_of_days_ago_approves_only_what_it_was_asked_about(
    hood: Neighbourhood, maria: Person, three: list[Person]
) -> None:
    nick = await hood.board_member(label="Nick")
    await sends(maria)
    await hood.leap(hood.stage.clock.now() + timedelta(days=4))
    await nick.types("/help")
    await nick.types(YES)
    assert three[0].said_by_bot(NEWS) == 0
    await maria.taps("Cancel")
    await sends(maria, LATER_NEWS)
    await ticks(hood)
    assert LATER_NEWS in nick.sees
    await nick.types("/help")
    await nick.types(YES)
    assert (three[0].said_by_bot(NEWS), three[0].said_by_bot(LATER_NEWS)) == (0, 0)


async def test_a_label_typed_after_its_last_day_sends_nothing(
    hood: Neighbourhood, maria: Person, three: list[Person]
) -> None:
    nick = await hood.board_member(label="Nick")
    await sends(maria)
    await hood.leap(hood.stage.clock.now() + timedelta(days=7, minutes=1))
    await nick.types(YES)
    await ticks(hood)
    assert three[0].said_by_bot(NEWS) == 0
    assert "Nobody approved it" in maria.sees


async def test_on_any_day_until_then_it_approves_the_request_in_front_of_them(
    hood: Neighbourhood, maria: Person, three: list[Person]
) -> None:
    nick = await hood.board_member(label="Nick")
    await sends(maria)
    await hood.leap(hood.stage.clock.now() + timedelta(days=6))
    await nick.types(YES)
    assert three[0].said_by_bot(NEWS) == 1
