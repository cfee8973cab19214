"""The pacer's clock: what a restart must know of the second before it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table

from storage.database import Moment, metadata

pace = Table(
    "pace",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("promised_until", Moment),
    Column("paused_from", Moment),
    Column("paused_until", Moment),
)
