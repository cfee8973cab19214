"""Decisions about consultations, as two processes write them down."""

from __future__ import annotations

from sqlalchemy import insert
from storage_neighbours import NOW

from engagement.consultations.steering import SteeringAct
from storage.consultations import steps
from storage.engine.database import Database

SLUG = "local-priorities"


async def written(database: Database, number: int) -> tuple[int, int]:
    async with database.write() as tx:
        row = {"id": number, "slug": SLUG, "act": SteeringAct.OPENED, "at": NOW, "reason": ""}
        await tx.execute(insert(steps.consultation_steps).values(row))
    async with database.read() as tx:
        return await steps.latest(tx)


async def test_a_decision_that_is_committed_after_a_later_one_is_noticed(
    database: Database,
) -> None:
    async with database.read() as tx:
        found = [await steps.latest(tx)]
    found += [await written(database, number) for number in (6, 5)]
    assert found == [(0, 0), (6, 1), (6, 2)]
