"""A process that draws: there when needed, never in the way, and gone without a trace."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import drawing_work as work
import pytest

from reports.card import Card, card_png
from wardmote.service.drawing import DrawingFailed, DrawingProcess

ROOT = Path(__file__).parents[3]
LAMPS = Card(language="en", council="Bucks", title="What changed in Abbey", alt="Nothing yet")
PATIENCE = 20.0


@pytest.fixture
async def drawing_process():
    one = DrawingProcess()
    yield one
    await one.aclose()


def alive(process: int) -> bool:
    """Whether there is such a process; one that ended but was not fetched counts too."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for_the_end_of(process: int) -> None:
    """Wait, and leave it to the drawing_process to fetch what is left of it."""
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)


async def until(happened: Callable[[], bool]) -> bool:
    """Wait for it to happen; False when patience is at an end."""
    for _ in range(round(PATIENCE / 0.02)):
        if happened():
            return True
        await asyncio.sleep(0.02)
    return False


async def gone(process: int) -> bool:
    """Wait for the process to be gone."""
    return await until(lambda: not alive(process))


def told(path: Path) -> str:
    """What a process has written down, or nothing yet."""
    return path.read_text() if path.exists() else ""


async def begun(path: Path) -> int:
    """The number of the process that works, once it has written it down."""
    assert await until(lambda: told(path) != "")
    return int(told(path))


async def test_a_card_is_drawn_elsewhere_and_is_the_same_card(drawing_process):
    assert await drawing_process.draw(card_png, LAMPS) == card_png(LAMPS)


async def test_there_is_no_process_before_the_first_piece_of_work_and_one_for_all(drawing_process):
    first = int(await drawing_process.draw(work.its_process))
    assert first != os.getpid()
    assert int(await drawing_process.draw(work.its_process)) == first


async def test_work_that_comes_together_is_done_one_after_another(drawing_process):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(drawing_process.draw(work.sleepy, 0.05)) for _ in range(4)]
    assert len({task.result() for task in tasks}) == 1


async def test_bytes_of_any_size_come_through(drawing_process):
    large = os.urandom(3_000_000)
    assert await drawing_process.draw(work.joined, large, b"!", large) == large + b"!" + large


async def test_the_bot_goes_on_while_a_card_is_drawn(drawing_process):
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            await asyncio.sleep(0.001)
            ticks += 1

    async with asyncio.TaskGroup() as group:
        ticker = group.create_task(tick())
        await drawing_process.draw(card_png, LAMPS)
        ticker.cancel()
    assert ticks > 20


async def test_the_process_leaves_when_there_is_nothing_to_do_and_comes_back():
    drawing_process = DrawingProcess(idle_seconds=0.2)
    first = int(await drawing_process.draw(work.its_process))
    assert await gone(first)
    second = int(await drawing_process.draw(work.its_process))
    assert second != first
    await drawing_process.aclose()


async def test_it_does_not_leave_while_it_works_however_long():
    drawing_process = DrawingProcess(idle_seconds=0.2)
    first = await drawing_process.draw(work.its_process)
    assert await drawing_process.draw(work.sleepy, 0.6) == first
    await drawing_process.aclose()


async def test_what_takes_too_long_is_killed_and_the_next_piece_is_done(tmp_path):
    drawing_process = DrawingProcess(most_seconds=1.0)
    path = tmp_path / "process"
    with pytest.raises(DrawingFailed, match="longer than 1 seconds"):
        await drawing_process.draw(work.stuck, str(path))
    stuck = await begun(path)
    assert await gone(stuck)
    assert await drawing_process.draw(work.joined, b"lamps") == b"lamps"
    await drawing_process.aclose()


@pytest.mark.parametrize("deadly", [work.exits, work.is_killed])
async def test_a_process_that_ends_fails_its_own_piece_and_not_the_next(drawing_process, deadly):
    before = await drawing_process.draw(work.its_process)
    with pytest.raises(DrawingFailed, match="has ended"):
        await drawing_process.draw(deadly)
    after = await drawing_process.draw(work.its_process)
    assert after != before
    assert await gone(int(before))


async def test_a_process_that_ended_between_two_pieces_costs_neither(drawing_process):
    first = int(await drawing_process.draw(work.its_process))
    os.kill(first, signal.SIGKILL)
    wait_for_the_end_of(first)
    assert int(await drawing_process.draw(work.its_process)) != first
    assert not alive(first)


@pytest.mark.parametrize(
    ("hopeless", "why"),
    [
        ((work.refuses, "no lamps today"), "ValueError: no lamps today"),
        ((work.refuses, "\ud800 half a letter"), r"half a letter"),
        ((work.reaches_the_end,), "EOFError: the file is cut short"),
        ((work.not_bytes,), "TypeError"),
        ((card_png, "no card"), "TypeError"),
    ],
)
async def test_work_that_cannot_be_done_says_why_and_the_process_stays(
    drawing_process, hopeless, why
):
    before = await drawing_process.draw(work.its_process)
    with pytest.raises(DrawingFailed, match=why):
        await drawing_process.draw(*hopeless)
    assert await drawing_process.draw(work.its_process) == before


class Unreadable:
    """A value that can be sent and not be read."""

    def __reduce__(self):
        return work.refuses, ("not readable",)


async def test_what_the_process_cannot_read_fails_alone(drawing_process):
    before = await drawing_process.draw(work.its_process)
    with pytest.raises(DrawingFailed, match="not readable"):
        await drawing_process.draw(work.joined, Unreadable())
    assert await drawing_process.draw(work.its_process) == before


async def test_what_cannot_be_sent_is_the_callers_fault(drawing_process):
    with pytest.raises((pickle.PicklingError, AttributeError)):
        await drawing_process.draw(lambda: b"lamps")
    assert await drawing_process.draw(work.joined, b"lamps") == b"lamps"


async def test_a_piece_nobody_waits_for_is_killed_and_the_next_is_done(drawing_process, tmp_path):
    path = tmp_path / "process"
    # Well before the process would end itself.
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        waiting = group.create_task(drawing_process.draw(work.stuck, str(path)))
        stuck = await begun(path)
        waiting.cancel()
    assert not alive(stuck)
    assert await drawing_process.draw(work.joined, b"lamps") == b"lamps"


async def test_closing_ends_the_process_even_at_work(tmp_path):
    drawing_process = DrawingProcess()
    path = tmp_path / "process"

    async def fails():
        with pytest.raises(DrawingFailed, match="has ended"):
            await drawing_process.draw(work.stuck, str(path))

    async with asyncio.TaskGroup() as group:
        group.create_task(fails())
        stuck = await begun(path)
        await drawing_process.aclose()
    assert not alive(stuck)


async def test_a_closed_studio_draws_no_more_and_may_be_closed_twice():
    drawing_process = DrawingProcess()
    await drawing_process.aclose()
    with pytest.raises(DrawingFailed, match="closed"):
        await drawing_process.draw(work.its_process)
    await drawing_process.aclose()


async def test_an_interrupt_from_the_keyboard_leaves_the_process_to_the_bot(drawing_process):
    first = int(await drawing_process.draw(work.its_process))
    os.kill(first, signal.SIGINT)
    assert int(await drawing_process.draw(work.its_process)) == first


ANOTHER_BOT = """
import asyncio, os, sys
import drawing_work as work
from reports.card import Card, card_png
from wardmote.service.drawing import DrawingProcess

async def main():
    drawing_process = DrawingProcess(most_seconds=float(sys.argv[2]))
    process = await drawing_process.draw(work.its_process)
    print(process.decode(), flush=True)
    if sys.argv[1] == "loaded":
        card = Card(language="en", council="Bucks", title="Abbey", alt="")
        await drawing_process.draw(card_png, card)
        heavy = ("typst", "xlsxwriter", "telegram", "sqlalchemy")
        theirs = (await drawing_process.draw(work.loaded)).decode().split()
        print([name for name in heavy if name in sys.modules])
        print([name for name in heavy if name in theirs])
    elif sys.argv[1] == "stuck":
        await drawing_process.draw(work.stuck, sys.argv[3])
    elif sys.argv[1] == "idle":
        await asyncio.Event().wait()

if __name__ == "__main__":
    asyncio.run(main())
"""


@pytest.fixture
async def another_bot(tmp_path):
    """Starts a bot in a process of its own: what it shall do, and further words for it."""
    script = tmp_path / "another_bot.py"
    script.write_text(ANOTHER_BOT)
    paths = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    started = []

    async def start(*words: str) -> asyncio.subprocess.Process:
        bot = await asyncio.create_subprocess_exec(
            sys.executable,
            str(script),
            *words,
            env={**os.environ, "PYTHONPATH": paths},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        started.append(bot)
        return bot

    yield start
    for bot in started:
        if bot.returncode is None:
            bot.kill()
            await bot.communicate()


async def test_what_draws_is_loaded_where_it_draws_and_nowhere_else(another_bot):
    bot = await another_bot("loaded", "30")
    out, err = await ended(bot)
    assert err == b""
    _, ours, theirs = out.decode().splitlines()
    assert ours == "[]"
    assert theirs == "['typst']"


async def test_no_process_outlives_a_bot_that_forgot_to_close(another_bot):
    bot = await another_bot("forgets", "30")
    out, err = await ended(bot)
    assert (bot.returncode, err) == (0, b"")
    assert await gone(int(out))


@pytest.mark.parametrize("how", ["idle", "stuck"])
async def test_no_process_outlives_a_killed_bot(another_bot, tmp_path, how):
    path = tmp_path / "process"
    bot = await another_bot(how, "2", str(path))
    process = int(await bot.stdout.readline())
    if how == "stuck":
        assert await begun(path) == process
    bot.kill()
    await ended(bot)
    assert await gone(process)


async def ended(bot: asyncio.subprocess.Process) -> tuple[bytes, bytes]:
    """What a bot printed, to its end."""
    return await asyncio.wait_for(bot.communicate(), PATIENCE)
