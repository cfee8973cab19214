"""The pacer's times, stored so that a restart keeps to the pace and to a pause."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, Column, Table, select

from engagement.broadcasts.pace import Marks
from storage.engine.database import Moment, Transaction, metadata, upsert

pace = Table(
    "pace",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("promised_until", Moment),
    Column("paused_from", Moment),
    Column("paused_until", Moment),
)


async def marks(tx: Transaction, bot: int) -> Marks:
    """The times stored for this bot; empty if it has never sent anything."""
    row = (await tx.execute(select(pace).where(pace.c.bot == bot))).first()
    return Marks(row.promised_until, row.paused_from, row.paused_until) if row else Marks()


async def keep_promised(tx: Transaction, bot: int, until: datetime) -> None:
    """Store the time up to which starts are reserved."""
    row = {"bot": bot, "promised_until": until}
    await tx.execute(upsert(tx, pace, key=("bot",), change=("promised_until",)), row)


async def keep_pause(tx: Transaction, bot: int, since: datetime, until: datetime) -> None:
    """Store a pause of the whole bot, after a 429 from Telegram."""
    row = {"bot": bot, "paused_from": since, "paused_until": until}
    change = ("paused_from", "paused_until")
    await tx.execute(upsert(tx, pace, key=("bot",), change=change), row)
