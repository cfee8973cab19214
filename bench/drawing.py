"""How long a success card takes, and whether those who tap meanwhile notice."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field

from bench.figures import Line
from bench.premises import Premises, Visitor
from bench.steady import steadily

FIRST_WITHIN, LATER_WITHIN, TAP_WITHIN = 8.0, 2.0, 0.300
"""Seconds: the first card, later ones, and a tap while they are drawn."""
LATER, PREVIEWS, READING_SECONDS = 20, 10, 0.5
CALM_SECONDS = 8.0
BETWEEN_TAPS = 0.05
TAPPERS = 10


@dataclass(slots=True)
class Drawn:
    """Seconds waited for: the words that something is being drawn, the first card, later ones;
    and by those who tapped meanwhile, by what went on."""

    words: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    export: list[float] = field(default_factory=list)
    calm: list[float] = field(default_factory=list)
    taps: dict[str, list[float]] = field(default_factory=dict)

    @property
    def lines(self) -> list[Line]:
        """As they are shown: each kind of tap beside those while nothing else goes on."""
        return [
            Line("the words that a card is being drawn", self.words, target=TAP_WITHIN),
            Line("the first card", self.first, target=FIRST_WITHIN),
            Line("later cards", self.later, target=LATER_WITHIN),
            Line("the answers as a CSV file", self.export),
            Line("a tap while nothing else goes on", self.calm, target=TAP_WITHIN),
            *(Line(name, taps, self.calm, TAP_WITHIN) for name, taps in self.taps.items()),
        ]


async def draw_and_tap(premises: Premises, found: Drawn) -> None:
    """Add what was waited here, where no card has been drawn yet: its process has to start."""
    tappers, asker = premises.residents[:TAPPERS], premises.residents[TAPPERS]
    for who in tappers:
        await who.types("/consultations", "keep in touch")
        await who.taps("Answer", "1 of 3")
        await who.taps("1", "2 of 3")
    await asker.types("/celebrate", "What has changed in")
    await _table_laid(premises)
    found.calm += await _tapped(tappers, asyncio.sleep(CALM_SECONDS))
    for name, meanwhile in (
        ("a tap while the first card is drawn", _first(asker, found)),
        ("a tap while later cards are drawn", _later(asker, found)),
        ("a tap while an audience is counted", _previews(premises.officer)),
        ("a tap while answers are exported", _exports(premises, found)),
    ):
        found.taps.setdefault(name, []).extend(await _tapped(tappers, meanwhile))
        await premises.calm()


async def _tapped(tappers: list[Visitor], meanwhile: Coroutine[None, None, object]) -> list[float]:
    """What those waited who ticked and unticked options until ``meanwhile`` was done."""

    async def tap(number: int) -> float:
        turn, place = divmod(number, len(tappers))
        return await tappers[place].taps(str(1 + turn % 4), "Choose as many")

    return await steadily(tap, every=BETWEEN_TAPS, while_=meanwhile)


async def _first(asker: Visitor, found: Drawn) -> None:
    began = time.perf_counter()
    found.words.append(await asker.taps("Make a picture", "We are drawing"))
    await asker.sees_photo()
    found.first.append(time.perf_counter() - began)


async def _later(asker: Visitor, found: Drawn) -> None:
    """One after another: the next is asked for when the last one is there."""
    for _ in range(LATER):
        found.later.append(await asker.taps("Make a picture"))


async def _table_laid(premises: Premises) -> None:
    """The officer has chosen all wards and a theme: whatever is typed now is previewed."""
    await premises.officer.types("/send", "Who is it for?")
    await premises.officer.taps("All", "What is it about?")
    await premises.officer.types("1", "Write it as")
    await premises.calm()


async def _previews(officer: Visitor) -> None:
    """As fast as somebody can who looks at each before they write it again."""
    for number in range(PREVIEWS):
        await officer.types(f"The lamps are on, {number}.", "This is what people")
        await asyncio.sleep(READING_SECONDS)


async def _exports(premises: Premises, found: Drawn) -> None:
    officer = premises.officer
    await officer.types("/export", "Answers to which")
    await officer.taps("1", "as which file")
    found.export.append(await officer.taps("CSV"))
