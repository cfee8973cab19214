"""Requests for a file of answers: who asked, of which release, and what a second person decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, String, Table, insert, select, update

from engagement.staff.approvals import Verdict
from storage.engine.database import Moment, Sequential, Transaction, metadata
from storage.staff.approvals import approvals

export_requests = Table(
    "export_requests",
    metadata,
    Column("id", Sequential, primary_key=True, autoincrement=True),
    Column("consultation", String(64), nullable=False),
    Column("author", ForeignKey("staff.id"), nullable=False),
    Column("table_hash", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("decided_by", ForeignKey("staff.id")),
    Column("decided_at", Moment),
    Column("reported", Boolean, nullable=False, default=False),
)


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One request. ``table_hash`` is that of the release it was made about; ``reported`` says that
    its author has seen what became of it."""

    id: int
    consultation: str
    author: int
    table_hash: str
    state: Verdict
    asked_at: datetime
    decided_by: int | None
    decided_at: datetime | None
    reported: bool

    @property
    def content(self) -> dict[str, object]:
        """What a second person approves."""
        return {
            "request": self.id,
            "consultation": self.consultation,
            "author": self.author,
            "table": self.table_hash,
        }


async def add(
    tx: Transaction, *, consultation: str, author: int, table_hash: str, now: datetime
) -> ExportRequest:
    """A new request, which waits."""
    row = {
        "consultation": consultation,
        "author": author,
        "table_hash": table_hash,
        "state": Verdict.WAITING,
        "asked_at": now,
    }
    made = await tx.execute(insert(export_requests).values(row).returning(export_requests))
    return _request(made.one())


async def by_id(tx: Transaction, number: int) -> ExportRequest | None:
    """The request of this number."""
    found = await tx.execute(select(export_requests).where(export_requests.c.id == number))
    row = found.first()
    return None if row is None else _request(row)


async def latest(
    tx: Transaction, *, consultation: str, author: int, table_hash: str
) -> ExportRequest | None:
    """The last request of this member of staff about this release."""
    columns = export_requests.c
    query = (
        select(export_requests)
        .where(
            columns.consultation == consultation,
            columns.author == author,
            columns.table_hash == table_hash,
        )
        .order_by(columns.id.desc())
        .limit(1)
    )
    row = (await tx.execute(query)).first()
    return None if row is None else _request(row)


async def waiting(tx: Transaction) -> list[ExportRequest]:
    """The requests about which nobody has decided."""
    query = select(export_requests).where(export_requests.c.state == Verdict.WAITING)
    return [_request(row) for row in await tx.execute(query.order_by(export_requests.c.id))]


async def unreported(tx: Transaction) -> list[ExportRequest]:
    """The requests whose author has not seen what became of them."""
    columns = export_requests.c
    query = select(export_requests).where(
        columns.state != Verdict.WAITING, columns.reported.is_(False)
    )
    return [_request(row) for row in await tx.execute(query.order_by(columns.id))]


async def to_ask(tx: Transaction, subject: str) -> list[tuple[int, int]]:
    """(request, member of staff) of those who have not been shown the question yet."""
    mine = approvals.c
    query = (
        select(mine.subject_id, mine.staff_id)
        .where(mine.subject == subject, mine.asked_at.is_(None), mine.said_yes.is_(None))
        .order_by(mine.id)
    )
    waits = {one.id for one in await waiting(tx)}
    found = [(int(row.subject_id), int(row.staff_id)) for row in await tx.execute(query)]
    return [(request, staff_id) for request, staff_id in found if request in waits]


async def decide(
    tx: Transaction, number: int, state: Verdict, *, now: datetime, by: int | None
) -> bool:
    """Decide about a request that waits. Returns whether it still waited."""
    columns = export_requests.c
    done = await tx.execute(
        update(export_requests)
        .where(columns.id == number, columns.state == Verdict.WAITING)
        .values(state=state, decided_by=by, decided_at=now)
    )
    return done.rowcount == 1


async def mark_reported(tx: Transaction, number: int, *, reported: bool = True) -> None:
    """Note that the author has seen what became of it, or has to see it again."""
    mine = export_requests.c.id == number
    await tx.execute(update(export_requests).where(mine).values(reported=reported))


def _request(row: Any) -> ExportRequest:
    return ExportRequest(**{**row._mapping, "state": Verdict(row.state)})
