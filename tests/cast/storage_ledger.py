"""Reads the ledger of the broadcast about the playground, and changes it by hand."""

from __future__ import annotations

from sqlalchemy import select, update
from storage_neighbours import ABBEY, AMINA, BEN, CHLOE, DEV, ELSIE, PLAYGROUND

from engagement.broadcasts.audience import Audience
from storage.broadcasts import audiences, deliveries, records

FIVE = (AMINA, BEN, CHLOE, DEV, ELSIE)


async def ledger(database):
    """Every row, by contact id."""
    async with database.read() as tx:
        return {row.contact_id: row for row in await tx.execute(select(deliveries.deliveries))}


async def tally(database):
    async with database.read() as tx:
        return await deliveries.tally(tx, PLAYGROUND)


async def finished(database):
    async with database.read() as tx:
        return await deliveries.finished(tx)


async def fill_once_more(database, after=-1, wards=(ABBEY,)):
    async with database.write() as tx:
        return await audiences.fill_slice(tx, PLAYGROUND, Audience(wards), after=after)


async def stand_at(database, state):
    async with database.write() as tx:
        await tx.execute(update(records.broadcasts).values(state=state))
