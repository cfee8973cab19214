"""Measures the counting of audiences, with very many residents and with few."""

from __future__ import annotations

import time

from bench.figures import Measurement
from bench.town import Town
from engagement.broadcasts.audience import Audience
from usecases.broadcasts import audience_size

TIMES = 20
WITHIN = 0.100
"""Target in seconds, as for the preview that waits for it."""


async def counting_times(large: Town, small: Town) -> list[Measurement]:
    """Audiences in all wards, counted as a preview counts them, alternating between both towns."""
    found = []
    for name in ("all wards", "a theme", "an invitation"):
        times: tuple[list[float], list[float]] = ([], [])
        for turn in range(-1, TIMES):
            for side, town in enumerate((large, small)):
                seconds = await _counted(town, _audience(town, name))
                if turn >= 0:  # turn -1 only warms the caches
                    times[side].append(seconds)
        found.append(Measurement(f"counting {name}", *times, target=WITHIN))
    return found


def _audience(town: Town, name: str) -> Audience:
    library = town.seeding.library
    wards = tuple(library.wards)
    if name == "an invitation":
        return Audience(wards, not_answered=town.seeding.closed.slug)
    theme = library.themes[0].slug if name == "a theme" else None
    return Audience(wards, theme=theme, followers=True)


async def _counted(town: Town, audience: Audience) -> float:
    """Processor time, because others' work shouldn't be counted: taps don't wait for this."""
    async with town.service.database.read() as tx:
        began = time.process_time()
        await audience_size.count(tx, audience)
        return time.process_time() - began
