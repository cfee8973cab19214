"""How an audience is counted and queued: the database walks indexes, and Python sees wards."""

import pytest
from sqlalchemy import event
from storage_desk import SLUG
from storage_neighbours import (
    ABBEY,
    BOOKER,
    CHESHAM,
    PLAYGROUND,
    Neighbour,
    move_in,
    write_broadcast,
)

from engagement.broadcasts.audience import Audience
from storage.broadcasts import audiences
from storage.people import follows
from storage.people.follows import FollowKind

WARDS = (ABBEY, BOOKER, CHESHAM)
AUDIENCES = {
    "everybody": Audience(WARDS, followers=True),
    "a theme": Audience(WARDS, theme="jobs", followers=True),
    "an invitation": Audience(WARDS, not_answered=SLUG),
    "one ward": Audience((ABBEY,), theme="jobs", followers=True),
}
PEOPLE = 300
on_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
"""PostgreSQL plans by what it has counted, and here are only a few rows."""
ENOUGH = 4
"""Statements with which any audience is counted."""


@pytest.fixture
async def town(database, desk):
    """Three hundred people, of whom every third follows another ward and every fifth a theme."""
    async with database.write() as tx:
        for number in range(100, 100 + PEOPLE):
            who = Neighbour(number)
            await move_in(tx, who, ward=WARDS[number % 3])
            if number % 3 == 0:
                await follows.follow(tx, who.contact, FollowKind.WARD, CHESHAM)
            if number % 5 == 0:
                await follows.follow(tx, who.contact, FollowKind.THEME, "streets")
    for number in range(100, 160):
        await desk.begin(Neighbour(number))
        await desk.save(Neighbour(number), "first_theme", "jobs")
    return database


class Watched:
    """A transaction that remembers its statements, and how many rows each gave to Python."""

    def __init__(self, tx):
        self._tx = tx
        self.rows = []

    @property
    def dialect(self):
        return self._tx.dialect

    async def execute(self, *statement):
        found = (await self._tx.execute(*statement)).all()
        self.rows.append(len(found))
        return found


@pytest.mark.parametrize("audience", AUDIENCES.values(), ids=AUDIENCES)
async def test_counting_brings_no_row_for_each_person(town, audience):
    async with town.read() as tx:
        watched = Watched(tx)
        found = await audiences.count_by_ward(watched, audience)
    assert sum(ward.live for ward in found) >= PEOPLE / len(WARDS)
    assert len(watched.rows) <= ENOUGH
    assert max(watched.rows) <= len(WARDS) + 1  # and those who cannot be reached


async def steps_of(town, act):
    """What SQLite does for each statement of an act, rolled back, without what it does for none."""
    said = []

    def remember(_connection, _cursor, statement, parameters, _context, _many):
        said.append((statement, parameters))

    steps = []
    async with town.write() as tx:
        connection = (await tx.get_raw_connection()).driver_connection
        event.listen(tx.sync_connection, "before_cursor_execute", remember)
        await act(tx)
        event.remove(tx.sync_connection, "before_cursor_execute", remember)
        for statement, parameters in said:
            found = await connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            steps += [row[3] for row in await found.fetchall()]
    return steps


@on_sqlite
@pytest.mark.parametrize("audience", AUDIENCES.values(), ids=AUDIENCES)
async def test_an_audience_is_counted_from_indexes_alone(town, audience):
    steps = await steps_of(town, lambda tx: audiences.count_by_ward(tx, audience))
    reads = [step for step in steps if step.startswith(("SCAN", "SEARCH"))]
    tables = ("contacts", "follows", "responses")
    of_tables = [step for step in reads if step.split()[1].startswith(tables)]
    assert of_tables
    assert [step for step in of_tables if "COVERING INDEX" not in step] == []
    assert [step for step in steps if "AUTOMATIC" in step] == []


@on_sqlite
@pytest.mark.parametrize("audience", AUDIENCES.values(), ids=AUDIENCES)
async def test_nobody_who_can_be_reached_is_looked_up_for_each_other(town, audience):
    """Only the few who follow or have answered are looked up, one by one."""
    steps = await steps_of(town, lambda tx: audiences.count_by_ward(tx, audience))
    one_by_one = [step for step in steps if "contacts" in step and "ward=?" not in step]
    assert [step for step in one_by_one if "id=?" not in step] == []


@on_sqlite
@pytest.mark.parametrize("audience", AUDIENCES.values(), ids=AUDIENCES)
async def test_a_slice_is_filled_in_the_order_of_the_ids_and_sorts_nothing(town, audience):
    await write_broadcast(town)
    steps = await steps_of(town, lambda tx: audiences.fill_slice(tx, PLAYGROUND, audience, after=0))
    assert "SEARCH contacts USING COVERING INDEX ix_contacts_id_reach_ward (id>?)" in steps
    assert [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step] == []
