"""What the operator is told of: one row for each time something went wrong, until it is over."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from storage.database import Document, Moment, Sequential, metadata

alarms = Table(
    "alarms",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("kind", String(32), nullable=False),
    Column("detail", Document, nullable=False),
    Column("since", Moment, nullable=False),
    Column("told_at", Moment),
    Column("over_at", Moment),
    Column("over_told_at", Moment),
)
