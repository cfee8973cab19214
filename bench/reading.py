"""Measures what residents read and officers prepare, with very many residents and with few."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

from sqlalchemy import delete

from bench.figures import Measurement
from bench.steady_load import steadily
from bench.town import Town, Visitor
from storage.insight.releases import releases
from usecases.world import Transaction

OFTEN, SELDOM = 100, 20
"""How many times each action is measured."""
TURNS, TURN_SECONDS, A_SECOND = 3, 2.0, 20
"""The number of runs with steady load, the seconds of each, and the requests a second: Telegram
lets the bot send about 25 messages a second."""
WITHIN = 0.150
"""Target in seconds for /news and /plan."""
COUNTED_WITHIN = 0.100
"""Target in seconds for the preview, whose audience is counted."""
TARGETS = {"/news": WITHIN, "/plan": WITHIN, "/send, the preview": COUNTED_WITHIN}

Timed = AsyncIterator[tuple[str, float]]
Act = Callable[[Town, int], Timed]


async def reading_times(large: Town, small: Town) -> list[Measurement]:
    """One person at a time, alternating between ``large`` and ``small``, so that anything that
    slows this machine slows both."""
    found: dict[str, tuple[list[float], list[float]]] = {}
    for act, times in ((_reads, OFTEN), (_reads_far, SELDOM), (_counts, SELDOM), (_sends, SELDOM)):
        for time in range(-1, times):
            for side, town in enumerate((large, small)):
                async for name, seconds in act(town, time):
                    if time >= 0:  # run -1 only warms the caches
                        found.setdefault(name, ([], []))[side].append(seconds)
                await town.calm()
    for _ in range(TURNS):
        for side, town in enumerate((large, small)):
            name = f"/news, with {A_SECOND} asking a second"
            found.setdefault(name, ([], []))[side].extend(await _all_ask(town))
            await town.calm()
    return [Measurement(name, many, few, _target(name)) for name, (many, few) in found.items()]


def _target(name: str) -> float | None:
    return next((most for start, most in TARGETS.items() if name.startswith(start)), None)


def _one_of(people: list[Visitor], time: int) -> Visitor:
    return people[time % len(people)]


async def _all_ask(town: Town) -> list[float]:
    async def ask(number: int) -> float:
        return await _one_of(town.residents, number).types("/news", "News for")

    return await steadily(ask, every=1 / A_SECOND, while_=asyncio.sleep(TURN_SECONDS))


async def _reads(town: Town, time: int) -> Timed:
    who = _one_of(town.residents, time)
    yield "/news", await who.types("/news", "News for")
    yield "/news, older", await who.taps("Older news", "News for")
    yield "/plan", await who.types("/plan", "Which part?")
    yield "/plan, a part", await who.taps("1", "1 to 4 of")
    yield "/themes", await who.types("/themes", "Which themes")
    yield "/celebrate", await who.types("/celebrate", "What has changed in")


async def _reads_far(town: Town, time: int) -> Timed:
    """The worst case for /news: all broadcasts are searched."""
    who = _one_of(town.quiet, time)
    yield "/news of a ward without news for years", await who.types("/news", "News for")


async def _counts(town: Town, time: int) -> Timed:
    """The first request for the results of a closed consultation counts all its answers."""

    async def forget_results(tx: Transaction) -> None:
        await tx.execute(delete(releases))

    await town.service.batcher.run(forget_results)
    who = _one_of(town.residents, time)
    seconds = await who.types("/celebrate", "What has changed in")
    yield "/celebrate, the results not yet counted", seconds


async def _sends(town: Town, time: int) -> Timed:
    """An officer writes to all wards about one theme; the preview counts the audience."""
    officer = town.officer
    yield "/send", await officer.types("/send", "Who is it for?")
    await officer.taps("All", "What is it about?")
    await town.calm()
    await officer.types("1", "Write it as")
    await town.calm()
    yield "/send, the preview", await officer.types("The lamps are on.", "This is what people")
