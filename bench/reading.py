"""What residents read and officers prepare, among very many residents beside the same among few."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

from sqlalchemy import delete

from bench.figures import Line
from bench.premises import Premises, Visitor
from bench.steady import steadily
from storage.operations.deployment import shown_results
from usecases.world import Transaction

OFTEN, SELDOM = 100, 20
"""How many times each act is measured."""
TURNS, TURN_SECONDS, A_SECOND = 3, 2.0, 20
"""How often, for how long and how many a second ask at once: Telegram lets the bot say no more
than some 25 things a second."""
WITHIN = 0.150
"""Seconds within which /news and /plan should answer."""

Timed = AsyncIterator[tuple[str, float]]
Act = Callable[[Premises, int], Timed]


async def reading_times(large: Premises, small: Premises) -> list[Line]:
    """One person at a time, in turn here and there: what slows this machine slows both."""
    found: dict[str, tuple[list[float], list[float]]] = {}
    for act, times in ((_reads, OFTEN), (_reads_far, SELDOM), (_counts, SELDOM), (_sends, SELDOM)):
        for time in range(-1, times):
            for side, premises in enumerate((large, small)):
                async for name, seconds in act(premises, time):
                    if time >= 0:  # the one before the first only warms what is kept
                        found.setdefault(name, ([], []))[side].append(seconds)
                await premises.calm()
    for _ in range(TURNS):
        for side, premises in enumerate((large, small)):
            name = f"/news, with {A_SECOND} asking a second"
            found.setdefault(name, ([], []))[side].extend(await _all_ask(premises))
            await premises.calm()
    return [
        Line(name, many, few, WITHIN if name.startswith(("/news", "/plan")) else None)
        for name, (many, few) in found.items()
    ]


def _one_of(people: list[Visitor], time: int) -> Visitor:
    return people[time % len(people)]


async def _all_ask(premises: Premises) -> list[float]:
    async def ask(number: int) -> float:
        return await _one_of(premises.residents, number).types("/news", "News for")

    return await steadily(ask, every=1 / A_SECOND, while_=asyncio.sleep(TURN_SECONDS))


async def _reads(premises: Premises, time: int) -> Timed:
    who = _one_of(premises.residents, time)
    yield "/news", await who.types("/news", "News for")
    yield "/news, older", await who.taps("Older news", "News for")
    yield "/plan", await who.types("/plan", "Which part?")
    yield "/plan, a part", await who.taps("1", "1 to 4 of")
    yield "/themes", await who.types("/themes", "Which themes")
    yield "/celebrate", await who.types("/celebrate", "What has changed in")


async def _reads_far(premises: Premises, time: int) -> Timed:
    """News is looked through to the end: the worst there is."""
    who = _one_of(premises.quiet, time)
    yield "/news of a ward without news for years", await who.types("/news", "News for")


async def _counts(premises: Premises, time: int) -> Timed:
    """The first look at the results of a consultation that has closed counts all its answers."""

    async def forget_results(tx: Transaction) -> None:
        await tx.execute(delete(shown_results))

    await premises.house.batcher.run(forget_results)
    who = _one_of(premises.residents, time)
    seconds = await who.types("/celebrate", "What has changed in")
    yield "/celebrate, the results not yet counted", seconds


async def _sends(premises: Premises, time: int) -> Timed:
    """An officer writes to all wards about one theme: the preview counts whom it would reach."""
    officer = premises.officer
    yield "/send", await officer.types("/send", "Who is it for?")
    await officer.taps("All", "What is it about?")
    await premises.calm()
    await officer.types("1", "Write it as")
    await premises.calm()
    yield "/send, the preview", await officer.types("The lamps are on.", "This is what people")
