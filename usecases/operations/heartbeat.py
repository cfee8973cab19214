"""The deployment's heartbeat: when it was last running, noted at the start and at each tick."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.operations import deployment
from usecases.world import Transaction, World

ALIVE = "alive"
"""The fact that holds the time of the last heartbeat."""
LEAPT = "clock-leapt"
"""The fact that holds the time at which the clock was last seen to have leapt ahead."""
LEAP = timedelta(days=90)
"""No deployment is down for this long, so the clock is probably wrong: a clock set wrong by a year
must not delete everybody at once."""
WRONG = timedelta(hours=1)
"""A clock that differs from Telegram's by more than this deletes and releases nothing."""
SOME_TICKS = timedelta(minutes=3)
A_DAY = timedelta(days=1)
"""Time to set a clock right."""


async def look_at_clock(tx: Transaction, world: World) -> None:
    """Store that this deployment is running now, and whether the clock has leapt since the last
    look. It is looked at as soon as the bot starts, before anything is deleted."""
    now, before = world.now(), await last_alive(tx)
    if before is not None and now - before > LEAP:
        await deployment.remember(tx, LEAPT, now.isoformat())
    await deployment.remember(tx, ALIVE, now.isoformat())


async def last_alive(tx: Transaction) -> datetime | None:
    """The time of the last heartbeat, aware; None if this deployment never ran."""
    last = await deployment.fact(tx, ALIVE)
    return None if last is None else datetime.fromisoformat(last)


async def surely_known_until(tx: Transaction) -> int:
    """Until when this database surely holds all that happened, as Unix time; 0 if it never ran."""
    alive = await last_alive(tx)
    return 0 if alive is None else int((alive - SOME_TICKS).timestamp())


async def leapt_today(tx: Transaction, now: datetime) -> bool:
    """Whether the clock leapt in the last 24 hours. One that was set right again has not."""
    leapt = await deployment.fact(tx, LEAPT)
    return leapt is not None and timedelta(0) <= now - datetime.fromisoformat(leapt) < A_DAY


async def is_clock_wrong(tx: Transaction, now: datetime, clock_off: timedelta | None) -> bool:
    """Whether this machine's clock is probably wrong. ``clock_off`` is by how much it is ahead of
    Telegram's, where known."""
    is_off = clock_off is not None and abs(clock_off) > WRONG
    return is_off or await leapt_today(tx, now)
