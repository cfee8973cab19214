"""A crowd is slowed down, hurried, paused and resumed while it lives."""

import asyncio
import random
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from bot_side import BotSide, StillClock, keyboard

from emulator import Crowd, Emulator, Member, Move, MoveKind, Phone, Tally


def writer(member: Member, dice: random.Random) -> Move | None:
    """Says hello after a minute of thought, then rests until the bot writes."""
    return Move(MoveKind.TYPE, "Hello", after=60)


@pytest.fixture
async def crowd(telegram: Emulator, amina: Phone) -> AsyncIterator[Crowd]:
    """One resident who thinks for a minute, just beginning."""
    crowd = Crowd(telegram, writer)
    crowd.add(amina, {})
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(crowd.run(stop))
        await passes()
        yield crowd
        stop.set()


async def passes() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def after(clock: StillClock, seconds: float) -> None:
    """So many seconds of the clock pass, and whoever is due wakes."""
    until = clock.moment + timedelta(seconds=seconds)
    while (due := clock.next_alarm) is not None and due <= until:
        clock.wake_next()
        await passes()
    clock.moment = until


async def test_at_its_usual_speed_a_thought_takes_its_time(
    crowd: Crowd, amina: Phone, clock: StillClock
) -> None:
    await after(clock, 59)
    assert crowd.log == []
    await after(clock, 1)
    assert [entry.value for entry in crowd.log] == ["Hello"]


async def test_twice_as_fast_from_the_middle_of_a_thought(crowd: Crowd, clock: StillClock) -> None:
    await after(clock, 30)
    crowd.speed = 2
    await passes()
    await after(clock, 14.9)
    assert crowd.log == []
    await after(clock, 0.2)
    assert len(crowd.log) == 1


async def test_while_paused_nobody_acts_and_nothing_is_late(
    crowd: Crowd, telegram: Emulator, clock: StillClock
) -> None:
    await after(clock, 30)
    crowd.pause()
    await passes()
    assert crowd.paused
    await after(clock, 3_600)
    assert crowd.log == []
    assert crowd.idle
    assert telegram.idle
    crowd.resume()
    await passes()
    await after(clock, 29)
    assert crowd.log == []
    await after(clock, 1)
    assert len(crowd.log) == 1


async def test_who_is_woken_during_a_pause_waits_too(
    crowd: Crowd, amina: Phone, bot: BotSide, clock: StillClock
) -> None:
    await after(clock, 60)
    crowd.pause()
    await bot.do("sendMessage", chat_id=amina.user_id, text="?", reply_markup=keyboard(["Yes"]))
    await passes()
    await after(clock, 3_600)
    assert len(crowd.log) == 1


async def test_several_changes_at_once_are_one(crowd: Crowd, clock: StillClock) -> None:
    for speed in (2, 3, 4):
        crowd.speed = speed
    crowd.pause()
    crowd.resume()
    await passes()
    crowd.speed = 5
    await asyncio.sleep(0)  # the thinker is told, and has not yet stirred
    crowd.speed = 6
    await passes()
    await after(clock, 9.9)
    assert crowd.log == []
    await after(clock, 0.2)
    assert len(crowd.log) == 1


@pytest.mark.parametrize("factor", [0, -1, float("nan"), float("inf")])
async def test_a_speed_is_a_number_above_nought(telegram: Emulator, factor: float) -> None:
    crowd = Crowd(telegram, writer)
    with pytest.raises(ValueError, match="above 0"):
        crowd.speed = factor
    assert crowd.speed == 1


async def test_a_paused_crowd_can_be_stopped(crowd: Crowd) -> None:
    crowd.pause()
    await passes()


async def test_the_tally_tells_who_has_begun_who_is_busy_and_who_has_finished(
    crowd: Crowd, telegram: Emulator, amina: Phone, bot: BotSide, clock: StillClock
) -> None:
    assert crowd.tally == Tally(size=1, begun=0, busy=0, finished=0)
    await after(clock, 60)
    assert crowd.tally == Tally(size=1, begun=1, busy=0, finished=1)
    await bot.do("sendMessage", chat_id=amina.user_id, text="Thank you")
    await passes()
    assert crowd.tally == Tally(size=1, begun=1, busy=1, finished=0)
