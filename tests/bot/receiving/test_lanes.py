"""Lanes: one person's order, many people at once, and one person's failure is nobody else's."""

import asyncio

from bot.receiving.lanes import LANES, Lanes
from usecases.conversation.receive import Received


def said(seq: int, lane: int) -> Received:
    return Received(seq=seq, lane=lane, payload={"update_id": seq})


async def run(lanes_of: list[Received], handle) -> None:
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        lanes = Lanes(group, handle)
        lanes.add(lanes_of)
        await lanes.emptied()


async def test_a_lane_that_fails_ends_neither_itself_nor_the_others() -> None:
    done: list[int] = []

    async def handle(rows: list[Received]) -> int:
        if rows[0].seq == 1:
            raise KeyError("odd")
        done.extend(row.seq for row in rows)
        return len(rows)

    await run([said(1, lane=7), said(2, lane=7), said(3, lane=8)], handle)
    assert sorted(done) == [2, 3]


async def test_one_persons_updates_stay_in_order() -> None:
    done: list[int] = []

    async def handle(rows: list[Received]) -> int:
        await asyncio.sleep(0)
        done.append(rows[0].seq)
        return 1

    await run([said(n, lane=7) for n in range(50)], handle)
    assert done == [*range(50)]


async def test_what_stands_in_its_lane_already_is_not_done_twice() -> None:
    done: list[int] = []

    async def handle(rows: list[Received]) -> int:
        await asyncio.sleep(0)
        done.extend(row.seq for row in rows)
        return len(rows)

    await run([said(1, lane=7), said(2, lane=7), said(1, lane=7), said(2, lane=7)], handle)
    assert done == [1, 2]


async def test_a_head_that_is_tried_again_blocks_only_its_own_lane() -> None:
    done: list[int] = []
    tries = 0

    async def handle(rows: list[Received]) -> int:
        nonlocal tries
        if rows[0].lane == 7 and 3 not in done:
            tries += 1
            await asyncio.sleep(0.001)
            return 0
        done.append(rows[0].seq)
        return 1

    await run([said(1, lane=7), said(2, lane=7), said(3, lane=8)], handle)
    assert done == [3, 1, 2]
    assert tries


async def test_no_more_than_so_many_lanes_run_at_once() -> None:
    running = most = 0

    async def handle(rows: list[Received]) -> int:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.001)
        running -= 1
        return 1

    await run([said(n, lane=n) for n in range(100)], handle)
    assert most == LANES
