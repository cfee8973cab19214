"""What waits is told by its age; how many wait, and in which state, in tens or not at all."""

from datetime import timedelta

import pytest
from company import Neighbourhood
from sqlalchemy import event, update

from content.schema.council import Thresholds
from engagement.broadcasts.delivery import DeliveryState
from engagement.insight.ward_numbers import in_tens
from storage.broadcasts.deliveries import deliveries
from storage.broadcasts.records import broadcasts
from storage.conversation import inbox
from storage.conversation.inbox import Incoming
from usecases.operations import health
from wardmote.demo.stage import Stage


@pytest.mark.parametrize(
    ("count", "shown"), [(0, 0), (1, 0), (9, 0), (10, 10), (19, 10), (20, 20), (347, 340)]
)
def test_a_count_is_nothing_under_the_cell_and_tens_above(count: int, shown: int) -> None:
    assert in_tens(count, Thresholds()) == shown


def test_a_council_with_a_larger_cell_shows_nothing_under_it() -> None:
    assert in_tens(24, Thresholds(smallest_cell=25)) == 0
    assert in_tens(25, Thresholds(smallest_cell=25)) == 20


async def test_nothing_waits_where_nothing_waits(stage: Stage) -> None:
    async with stage.service.database.read() as tx:
        found = await health.look(tx, stage.service.world)
    assert (found.oldest_update, found.updates_waiting, found.replies_owed) == (0, 0, 0)
    assert (found.oldest_delivery, found.paused) == (0, 0)
    assert set(found.being_sent) == set(DeliveryState)
    assert not any(found.being_sent.values())


async def test_an_update_nobody_acts_on_shows_by_its_age(stage: Stage) -> None:
    world = stage.service.world
    then = world.now() - timedelta(minutes=5)
    async with stage.service.database.write() as tx:
        few = [Incoming(update_id=n, lane=n, payload="{}") for n in range(1, 10)]
        await inbox.store(tx, 1, few, then)
        found = await health.look(tx, world)
        assert 300 <= found.oldest_update < 301
        assert found.updates_waiting == 0
        await inbox.store(tx, 1, [Incoming(update_id=10, lane=10, payload="{}")], then)
        assert (await health.look(tx, world)).updates_waiting == 10
        await tx.rollback()


async def test_a_delivery_that_may_go_at_once_is_due_since_its_broadcast_began(
    hood: Neighbourhood,
) -> None:
    """It showed the age of the year 1970, in every broadcast."""
    amina = await hood.resident("Amina", "HP12 3HP")
    stage = hood.stage
    world = stage.service.world
    member = await hood.board_member()
    await member.types("/send")
    await member.taps("Something else")
    await member.types("The lamps are on.")
    await member.taps("Send to fewer than 10 people")
    assert amina.said_by_bot("The lamps are on.") == 1
    began = world.now() - timedelta(minutes=2)
    async with stage.service.database.write() as tx:
        await tx.execute(update(broadcasts).values(state="sending", started_at=began))
        waits = {"state": DeliveryState.QUEUED, "settled_at": None}
        await tx.execute(update(deliveries).values(waits))
        assert 120 <= (await health.look(tx, world)).oldest_delivery < 121
        due = began + timedelta(minutes=1)
        await tx.execute(update(deliveries).values(not_before=due))
        assert 60 <= (await health.look(tx, world)).oldest_delivery < 61
        await tx.rollback()


async def test_looking_reads_only_what_is_open_however_long_the_past(stage: Stage) -> None:
    """A scrape every 15 seconds may not read three years of updates and deliveries."""
    seen: list[str] = []
    engine = stage.service.database._readers.sync_engine

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    async with stage.service.database.read() as tx:
        await health.look(tx, stage.service.world)
        event.remove(engine, "before_cursor_execute", note)
        asked = [s for s in seen if s.startswith("SELECT") and "pace" not in s]
        assert len(asked) == 4
        for statement in asked:
            blanks = ("x",) * statement.count("?")
            plan = await tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", blanks)
            steps = [row.detail for row in plan]
            assert not [s for s in steps if s.startswith("SCAN") and "USING" not in s], steps
            assert any("ix_" in s for s in steps), steps
