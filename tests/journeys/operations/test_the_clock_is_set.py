"""Fault 13: this machine's clock is set, forward or back, while a broadcast goes out and while
somebody answers. Nobody is skipped, nobody gets anything twice, and nothing comes to a stop.

Fails without `Pace._check_clock`, without the pause that `Pace.paused_for` keeps, and without
`deliver.mind_the_clock` at every tick.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from company import Neighbourhood, answers_all, on_stage
from kill_and_look_inside import rows
from sending import Sending, about_to_send
from sqlalchemy import update

from content.library import Library
from emulator import RetryAfter
from engagement.broadcasts.pace import Rates
from storage.broadcasts.deliveries import deliveries
from wardmote.demo.stage import Stage
from wardmote.demo.story import first_consultation
from wardmote.service.clock import StoryClock, play
from wardmote.service.schedule import ScheduledTicks

HOUR = timedelta(hours=1)
SET_BY = [-HOUR, HOUR, timedelta(days=-2), timedelta(seconds=-4), timedelta(seconds=4)]
READERS = 8
SOON = timedelta(minutes=2)
"""Of the story: eight messages at two a second, and a tick each minute."""


class WallThatIsSet:
    """A clock on the wall that somebody sets. What sleeps is not woken by that."""

    def __init__(self, clock: StoryClock) -> None:
        self._clock = clock
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        return self._clock.now() + self._ahead

    async def sleep(self, seconds: float) -> None:
        await self._clock.sleep(seconds)

    def is_set(self, by: timedelta) -> None:
        self._ahead += by


class Town(Neighbourhood):
    """A neighbourhood whose bot reads a clock of its own."""

    def __init__(self, stage: Stage, wall: WallThatIsSet) -> None:
        super().__init__(stage)
        self.wall = wall

    async def until(self, what) -> None:
        """Play until it is so, or until too much of the story's time has passed."""
        stage = self.stage
        await play(stage.clock, lambda: stage.quiet, what, latest=stage.clock.now() + SOON)


@pytest.fixture
async def town(buckinghamshire: Library, tmp_path: Path) -> AsyncIterator[Town]:
    walls: list[WallThatIsSet] = []

    def wall(clock: StoryClock) -> WallThatIsSet:
        walls.append(WallThatIsSet(clock))
        return walls[-1]

    start = first_consultation(buckinghamshire).opens_at + timedelta(days=3)
    async with on_stage(
        buckinghamshire, start=start, folder=tmp_path, seed=11, wall=wall,
        rates=Rates(whole_bot=2.0), tick_seconds=60.0,
    ) as stage:  # fmt: skip
        yield Town(stage, walls[0])


async def half_way(town: Town) -> Sending:
    """A broadcast of which some have arrived, and the others have not."""
    sending = await about_to_send(town, READERS)
    await sending.written()
    sending.member.phone.tap("Send to")
    await town.until(lambda: sum(sending.arrived) >= 3)
    assert sum(sending.arrived) == 3
    return sending


async def it_ends_well(town: Town, sending: Sending) -> None:
    await town.until(lambda: sending.member.sees.startswith("Sent."))
    assert sending.arrived == [1] * READERS
    assert "Fewer than 10 arrived" in sending.member.sees
    assert await sending.ledger() == {"sent": READERS}


@pytest.mark.parametrize("by", SET_BY, ids=str)
async def test_fault_13_a_broadcast_goes_on_when_the_clock_is_set(
    town: Town, by: timedelta
) -> None:
    sending = await half_way(town)
    town.wall.is_set(by)
    await it_ends_well(town, sending)


@pytest.mark.parametrize("by", [-HOUR, HOUR], ids=str)
async def test_fault_13_a_pause_from_telegram_ends_when_the_clock_is_set(
    town: Town, by: timedelta
) -> None:
    sending = await about_to_send(town, READERS)
    await sending.written()
    town.stage.emulator.faults.next("sendMessage", RetryAfter(20), 1)
    sending.member.phone.tap("Send to")
    await town.until(lambda: town.stage.service.bot.pacer.paused_seconds > 0)
    town.wall.is_set(by)
    await it_ends_well(town, sending)


async def test_fault_13_a_row_waiting_for_its_next_try_is_not_delayed_by_a_clock_set_back(
    town: Town,
) -> None:
    """Fails where no tick calls `deliver.mind_the_clock`."""
    sending = await half_way(town)
    later = town.wall.now() + timedelta(seconds=60)
    waiting = update(deliveries).where(deliveries.c.state == "queued").values(not_before=later)
    await town.stage.service.batcher.run(lambda tx: tx.execute(waiting))
    town.wall.is_set(-HOUR)
    await it_ends_well(town, sending)


@pytest.mark.parametrize("by", SET_BY, ids=str)
async def test_fault_13_an_answer_goes_on_when_the_clock_is_set(town: Town, by: timedelta) -> None:
    amina = await town.resident("Amina", "HP12 3HP")
    await amina.taps("Answer now")
    assert (await amina.taps("3")).startswith("2 of 4.")
    town.wall.is_set(by)
    await amina.taps("Back")
    assert (await amina.taps("2")).startswith("2 of 4.")
    for step in ("1", "3", "Done", "4"):
        await amina.taps(step)
    assert "All 4 answers are saved" in await amina.types("More lamps, please")
    await town.stage.until(town.stage.clock.now() + SOON)
    assert amina.said_by_bot("tap it again here") == 0
    assert amina.said_by_bot("Your receipt") == 1
    first = await rows(town, "SELECT value FROM answer_history ORDER BY id LIMIT 2")
    stands = await rows(town, "SELECT value FROM answers WHERE question = 'first_theme'")
    assert (len(set(first)), stands) == (2, first[1:])


async def test_fault_13_somebody_who_joins_after_the_clock_was_set_can_answer(town: Town) -> None:
    town.wall.is_set(-HOUR)
    amina = await town.resident("Amina", "HP12 3HP")
    assert "Your receipt" in await answers_all(amina)


async def test_fault_13_a_tick_comes_though_the_scheduler_waits_for_a_clock_set_back() -> None:
    """The scheduler goes by the clock on the wall, which may say that a tick is an hour away."""
    ticks = ScheduledTicks(longest=0.05)
    async with asyncio.timeout(5):
        await ticks.wait()
        await ticks.wait()
