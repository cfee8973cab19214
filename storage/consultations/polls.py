"""Quick polls: how far each one's running total has come, and what each person has answered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)

from storage.engine.database import Moment, Transaction, metadata, upsert

polls = Table(
    "polls",
    metadata,
    Column(
        "broadcast_id",
        BigInteger,
        ForeignKey("broadcasts.id"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("closes_at", Moment, nullable=False),
    Column("steps", Integer, nullable=False, default=0),
    Column("next_at", Integer, nullable=False),
    Column("stopped_at", Moment),
    Column("stopped_by", ForeignKey("staff.id")),
    Column("reason", Text, nullable=False, default=""),
)

# No ward: a quick poll is only counted as a whole.
poll_answers = Table(
    "poll_answers",
    metadata,
    Column("broadcast_id", ForeignKey("polls.broadcast_id"), primary_key=True),
    Column("resident_id", ForeignKey("residents.id"), primary_key=True),
    Column("answer", String(100), nullable=False),
    Column("answered_at", Moment, nullable=False),
    Column("counted_in", Integer),
)
Index("ix_poll_answers_resident", poll_answers.c.resident_id)


@dataclass(frozen=True, slots=True)
class PollState:
    """How a poll that was asked for stands. ``closes_at`` is the end that was approved; ``steps``
    the number of steps of its running total that its answers are counted in, ``next_at`` how many
    people who are in none the next one needs."""

    broadcast_id: int
    closes_at: datetime
    next_at: int
    steps: int = 0
    stopped_at: datetime | None = None
    stopped_by: int | None = None
    reason: str = ""

    def is_open(self, now: datetime) -> bool:
        """Whether it takes answers, once it was sent."""
        return self.stopped_at is None and now < self.closes_at


async def add(tx: Transaction, broadcast_id: int, closes_at: datetime, *, next_at: int) -> None:
    """Store a poll that was asked for."""
    row = {"broadcast_id": broadcast_id, "closes_at": closes_at, "next_at": next_at}
    await tx.execute(insert(polls).values(row))


async def state_of(tx: Transaction, broadcast_id: int) -> PollState | None:
    """How this poll stands; None for a broadcast that is none."""
    query = select(polls).where(polls.c.broadcast_id == broadcast_id)
    row = (await tx.execute(query)).first()
    return None if row is None else PollState(**row._mapping)


async def since(tx: Transaction, moment: datetime) -> list[PollState]:
    """The polls that end, or ended, after ``moment``, the last to end first."""
    query = select(polls).where(polls.c.closes_at > moment)
    found = await tx.execute(query.order_by(polls.c.closes_at.desc(), polls.c.broadcast_id))
    return [PollState(**row._mapping) for row in found]


async def stop(
    tx: Transaction, broadcast_id: int, *, staff_id: int, reason: str, now: datetime
) -> bool:
    """End a poll early. Returns False if that was done before."""
    stopped = await tx.execute(
        update(polls)
        .where(polls.c.broadcast_id == broadcast_id, polls.c.stopped_at.is_(None))
        .values(stopped_at=now, stopped_by=staff_id, reason=reason)
    )
    return stopped.rowcount == 1


async def save(
    tx: Transaction, broadcast_id: int, resident: int, answer: str, now: datetime
) -> None:
    """Make this the answer of this person. In which step they were counted first stays."""
    row = {
        "broadcast_id": broadcast_id,
        "resident_id": resident,
        "answer": answer,
        "answered_at": now,
    }
    key, change = ("broadcast_id", "resident_id"), ("answer", "answered_at")
    await tx.execute(upsert(tx, poll_answers, key=key, change=change), row)


async def answer_of(tx: Transaction, broadcast_id: int, resident: int) -> str | None:
    """What this person has answered."""
    query = select(poll_answers.c.answer).where(
        poll_answers.c.broadcast_id == broadcast_id, poll_answers.c.resident_id == resident
    )
    return (await tx.execute(query)).scalar()


async def last_answered(
    tx: Transaction, resident: int, since: datetime
) -> tuple[int, datetime] | None:
    """The poll that this person answered last, and when, if that was after ``since``."""
    query = (
        select(poll_answers.c.broadcast_id, poll_answers.c.answered_at)
        .where(poll_answers.c.resident_id == resident, poll_answers.c.answered_at > since)
        .order_by(poll_answers.c.answered_at.desc())
        .limit(1)
    )
    row = (await tx.execute(query)).first()
    return None if row is None else (row.broadcast_id, row.answered_at)


async def count_new(tx: Transaction, broadcast_id: int) -> int:
    """The number of people who have answered and are in no step yet."""
    query = select(func.count()).where(
        poll_answers.c.broadcast_id == broadcast_id, poll_answers.c.counted_in.is_(None)
    )
    return int((await tx.execute(query)).scalar_one())


async def count_chosen(tx: Transaction, broadcast_id: int) -> dict[str, int]:
    """The number of people by answer."""
    query = (
        select(poll_answers.c.answer, func.count())
        .where(poll_answers.c.broadcast_id == broadcast_id)
        .group_by(poll_answers.c.answer)
    )
    return {row[0]: row[1] for row in await tx.execute(query)}


async def note_step(tx: Transaction, broadcast_id: int, number: int, *, next_at: int) -> None:
    """Everybody who has answered by now is counted in this step, if in none before it; the next one
    needs ``next_at`` others."""
    await tx.execute(
        update(poll_answers)
        .where(poll_answers.c.broadcast_id == broadcast_id, poll_answers.c.counted_in.is_(None))
        .values(counted_in=number)
    )
    mine = polls.c.broadcast_id == broadcast_id
    await tx.execute(update(polls).where(mine).values(steps=number, next_at=next_at))


def who_answered(broadcast_id: int) -> Select[int]:
    """The residents who have answered this poll."""
    return select(poll_answers.c.resident_id).where(poll_answers.c.broadcast_id == broadcast_id)


def open_answers(now: datetime) -> Select[int]:
    """The residents with an answer that can still be changed."""
    return (
        select(poll_answers.c.resident_id)
        .join(polls, polls.c.broadcast_id == poll_answers.c.broadcast_id)
        .where(polls.c.stopped_at.is_(None), polls.c.closes_at > now)
    )


async def open_of(tx: Transaction, resident: int, now: datetime) -> list[tuple[int, datetime]]:
    """(poll, end) of the polls that this person has answered and can still answer, the next to end
    first."""
    query = (
        select(polls.c.broadcast_id, polls.c.closes_at)
        .join(poll_answers, poll_answers.c.broadcast_id == polls.c.broadcast_id)
        .where(
            poll_answers.c.resident_id == resident,
            polls.c.stopped_at.is_(None),
            polls.c.closes_at > now,
        )
        .order_by(polls.c.closes_at, polls.c.broadcast_id)
    )
    return [(row.broadcast_id, row.closes_at) for row in await tx.execute(query)]


async def take_back(tx: Transaction, resident: int, broadcast_ids: Collection[int]) -> None:
    """Delete what this person has answered to these polls."""
    await tx.execute(
        delete(poll_answers).where(
            poll_answers.c.resident_id == resident,
            poll_answers.c.broadcast_id.in_([*broadcast_ids]),
        )
    )


async def drop_old_answers(tx: Transaction, before: datetime) -> None:
    """Delete the answers to polls that had ended, or were stopped, before then. What was released
    of them stays in the register."""
    ended = func.coalesce(polls.c.stopped_at, polls.c.closes_at) < before
    over = select(polls.c.broadcast_id).where(ended)
    await tx.execute(delete(poll_answers).where(poll_answers.c.broadcast_id.in_(over)))


async def held_of(tx: Transaction, resident: int) -> Sequence[int]:
    """The polls that this person has answered, the last answered first."""
    query = select(poll_answers.c.broadcast_id).where(poll_answers.c.resident_id == resident)
    query = query.order_by(poll_answers.c.answered_at.desc())
    return [*(await tx.execute(query)).scalars()]
