"""Measures how long a success card takes, and how much it slows down taps meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field

from bench.figures import Measurement
from bench.steady_load import steadily
from bench.town import Town, Visitor

FIRST_WITHIN, LATER_WITHIN, TAP_WITHIN = 8.0, 2.0, 0.300
"""Targets in seconds: the first card, later cards, and a tap while they are drawn."""
LATER, PREVIEWS, READING_SECONDS = 20, 10, 0.5
CALM_SECONDS = 8.0
BETWEEN_TAPS = 0.05
TAPPERS = 10


@dataclass(slots=True)
class CardTimes:
    """Waiting times in seconds: for the notice that a card is being drawn, the first card, later
    cards, an export, and for taps, by what else was going on."""

    words: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    export: list[float] = field(default_factory=list)
    calm: list[float] = field(default_factory=list)
    taps: dict[str, list[float]] = field(default_factory=dict)

    @property
    def lines(self) -> list[Measurement]:
        """The lines to print; each kind of tap is compared with taps while nothing else goes on."""
        return [
            Measurement("the notice that a card is being drawn", self.words, target=TAP_WITHIN),
            Measurement("the first card", self.first, target=FIRST_WITHIN),
            Measurement("later cards", self.later, target=LATER_WITHIN),
            Measurement("the answers as a CSV file", self.export),
            Measurement("a tap while nothing else goes on", self.calm, target=TAP_WITHIN),
            *(Measurement(name, taps, self.calm, TAP_WITHIN) for name, taps in self.taps.items()),
        ]


async def draw_and_tap(town: Town, found: CardTimes) -> None:
    """Measure on a bot that has drawn no card yet, so that its drawing process has to start."""
    tappers, asker = town.residents[:TAPPERS], town.residents[TAPPERS]
    for who in tappers:
        await who.types("/consultations", "keep in touch")
        await who.taps("Answer", "1 of 3")
        await who.taps("1", "2 of 3")
    await asker.types("/celebrate", "What has changed in")
    await _prepare_preview(town)
    found.calm += await _tapped(tappers, asyncio.sleep(CALM_SECONDS))
    for name, meanwhile in (
        ("a tap while the first card is drawn", _first(asker, found)),
        ("a tap while later cards are drawn", _later(asker, found)),
        ("a tap while an audience is counted", _previews(town.officer)),
        ("a tap while answers are exported", _exports(town, found)),
    ):
        found.taps.setdefault(name, []).extend(await _tapped(tappers, meanwhile))
        await town.calm()


async def _tapped(tappers: list[Visitor], meanwhile: Coroutine[None, None, object]) -> list[float]:
    """Seconds per tap of people who tick and untick options until ``meanwhile`` is done."""

    async def tap(number: int) -> float:
        turn, place = divmod(number, len(tappers))
        return await tappers[place].taps(str(1 + turn % 4), "Choose as many")

    return await steadily(tap, every=BETWEEN_TAPS, while_=meanwhile)


async def _first(asker: Visitor, found: CardTimes) -> None:
    began = time.perf_counter()
    found.words.append(await asker.taps("Make a picture", "We are drawing"))
    await asker.sees_photo()
    found.first.append(time.perf_counter() - began)


async def _later(asker: Visitor, found: CardTimes) -> None:
    """Draw cards one after another, each requested once the last has arrived."""
    for _ in range(LATER):
        found.later.append(await asker.taps("Make a picture"))


async def _prepare_preview(town: Town) -> None:
    """Have the officer choose all wards and a theme, so that any text is now previewed."""
    await town.officer.types("/send", "Who is it for?")
    await town.officer.taps("All", "What is it about?")
    await town.officer.types("1", "Write it as")
    await town.calm()


async def _previews(officer: Visitor) -> None:
    """Preview as fast as somebody can who reads each preview before writing again."""
    for number in range(PREVIEWS):
        await officer.types(f"The lamps are on, {number}.", "This is what people")
        await asyncio.sleep(READING_SECONDS)


async def _exports(town: Town, found: CardTimes) -> None:
    officer = town.officer
    await officer.types("/export", "Answers to which")
    await officer.taps("1", "Somebody else has to approve it")
    await officer.taps("Ask for approval", "We have asked")
    await town.second.taps("Yes, approve the file", "You approved it")
    found.export.append(await officer.taps("CSV"))
