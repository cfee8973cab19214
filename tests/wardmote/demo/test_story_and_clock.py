"""The story's residents add up, and its clock moves only when everybody is asleep."""

import asyncio
import random
from datetime import UTC, datetime, timedelta

import pytest

from content import library
from wardmote.demo.made_up_residents import SHARES, PersonaWriter, spread
from wardmote.service.clock import StoryClock, play

START = datetime(2022, 9, 5, 9, 0, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


@pytest.mark.parametrize("total", [0, 1, 3, 12, 99, 200, 201, 2000])
def test_the_residents_of_all_wards_add_up(total: int) -> None:
    assert sum(spread(total, SHARES)) == total


def test_two_hundred_fill_two_large_wards_and_one_of_six() -> None:
    counts = spread(200, SHARES)
    assert (sum(count >= 45 for count in counts), min(counts)) == (2, 6)


@pytest.mark.parametrize("total", [10, 57, 200, 1234])
def test_no_ward_is_more_than_one_person_from_its_share(total: int) -> None:
    exact = [total * share / sum(SHARES) for share in SHARES]
    assert all(abs(n - e) < 1 for n, e in zip(spread(total, SHARES), exact, strict=True))


def test_the_same_seed_casts_the_same_people() -> None:
    council = library.load(library.council_directory("buckinghamshire"))
    first, again = (
        PersonaWriter(council, council.plan_wards, random.Random(7)).personas(50) for _ in range(2)
    )
    assert first == again


def test_everybody_is_cast_with_a_postcode_of_their_own_ward() -> None:
    council = library.load(library.council_directory("buckinghamshire"))
    people = PersonaWriter(council, council.plan_wards, random.Random(7)).personas(50)
    assert [council.ward_of(p.postcode) for p in people] == [p.ward for p in people]


class Sleepers:
    """People who sleep by one clock and note when they wake."""

    def __init__(self, clock: StoryClock, group: asyncio.TaskGroup) -> None:
        self.clock = clock
        self.group = group
        self.woken: list[tuple[str, datetime]] = []

    def sleep(self, name: str, seconds: float) -> asyncio.Task[None]:
        async def life() -> None:
            await self.clock.sleep(seconds)
            self.woken.append((name, self.clock.now()))

        return self.group.create_task(life())

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.woken]


async def play_all(clock: StoryClock, latest: datetime | None = None) -> None:
    await play(clock, lambda: True, lambda: False, latest=latest)


@pytest.mark.parametrize("seconds", [0, -5])
async def test_a_sleep_of_nothing_returns_though_nobody_moves_the_clock(seconds: float) -> None:
    async with asyncio.timeout(1):
        await StoryClock(START).sleep(seconds)


async def test_nobody_wakes_before_the_clock_is_moved() -> None:
    clock = StoryClock(START)
    async with asyncio.TaskGroup() as group:
        sleepers = Sleepers(clock, group)
        sleepers.sleep("Amina", 60)
        await asyncio.sleep(0.01)
        assert (sleepers.names, clock.now(), clock.next_due) == ([], START, after(60))
        clock.move_to(after(60))


async def test_sleepers_wake_by_their_hour_and_those_of_one_hour_in_turn() -> None:
    clock = StoryClock(START)
    async with asyncio.TaskGroup() as group:
        sleepers = Sleepers(clock, group)
        for name, seconds in (("Chloe", 90), ("Amina", 30), ("Ben", 30), ("Dev", 120)):
            sleepers.sleep(name, seconds)
        await play_all(clock)
    assert sleepers.woken == [
        ("Amina", after(30)),
        ("Ben", after(30)),
        ("Chloe", after(90)),
        ("Dev", after(120)),
    ]


async def test_the_clock_never_goes_back() -> None:
    clock = StoryClock(START)
    clock.move_to(after(60))
    clock.move_to(after(30))
    assert clock.now() == after(60)


async def test_whoever_gave_up_sleeping_holds_nobody_up() -> None:
    clock = StoryClock(START)
    async with asyncio.TaskGroup() as group:
        sleepers = Sleepers(clock, group)
        impatient = sleepers.sleep("Impatient", 10)
        sleepers.sleep("Amina", 30)
        await asyncio.sleep(0)
        impatient.cancel()
        await asyncio.sleep(0)
        due = clock.next_due
        await play_all(clock)
    assert (due, sleepers.names) == (after(30), ["Amina"])


async def test_playing_stops_at_the_latest_moment_and_leaves_the_rest_asleep() -> None:
    clock = StoryClock(START)
    async with asyncio.TaskGroup() as group:
        sleepers = Sleepers(clock, group)
        sleepers.sleep("Amina", 30)
        sleepers.sleep("Ben", 3600)
        await asyncio.sleep(0)
        await play_all(clock, latest=after(100))
        assert (sleepers.names, clock.now()) == (["Amina"], after(100))
        clock.move_to(after(3600))


async def test_playing_stops_when_what_was_waited_for_has_come() -> None:
    clock = StoryClock(START)
    async with asyncio.TaskGroup() as group:
        sleepers = Sleepers(clock, group)
        sleepers.sleep("Amina", 30)
        sleepers.sleep("Ben", 60)
        await asyncio.sleep(0)
        await play(clock, lambda: True, lambda: "Amina" in sleepers.names)
        assert (sleepers.names, clock.now()) == (["Amina"], after(30))
        clock.move_to(after(60))


async def test_the_clock_stands_still_while_somebody_is_busy() -> None:
    clock = StoryClock(START)
    busy = True

    async def work() -> None:
        nonlocal busy
        await asyncio.sleep(0.03)
        assert clock.now() == START
        busy = False

    async with asyncio.TaskGroup() as group:
        sleepers = Sleepers(clock, group)
        sleepers.sleep("Amina", 30)
        group.create_task(work())
        await asyncio.sleep(0)
        await play(clock, lambda: not busy, lambda: False)
    assert sleepers.woken == [("Amina", after(30))]


async def test_a_flowing_clock_runs_by_itself_and_wakes_sleepers_old_and_new() -> None:
    clock = StoryClock(START)
    async with asyncio.timeout(2), asyncio.TaskGroup() as group:
        sleepers = Sleepers(clock, group)
        sleepers.sleep("Before", 0.02)
        await asyncio.sleep(0)
        clock.flow()
        sleepers.sleep("After", 0.04)
    assert sleepers.names == ["Before", "After"]
    assert after(0.04) <= clock.now() < after(2)
