"""Fault 13: ticks that meet, ticks that are missed, nights with an hour too many or too few, and a
clock that is set. What is due is done once, and what waited for a moment does not wait for ever.

Fails without the day that `keep_time.tidy` keeps, `deliver.mind_the_clock`, and the ends of
`release_claims` and `unanswered` that lie ahead of the clock.
"""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from storage_callers import settled_in
from storage_ledger import tally
from storage_neighbours import AMINA, BEN, CHLOE, NOW, claim_all, fill_ledger, move_in

from engagement.broadcasts.delivery import LEASE, DeliveryState
from engagement.broadcasts.lifecycle import Tally
from engagement.consultations.lifecycle import Phase, phase
from storage.broadcasts import claims
from storage.broadcasts.claims import Settled
from storage.conversation import drafts, inbox
from storage.conversation.drafts import Draft
from storage.conversation.inbox import Incoming
from storage.operations import deployment
from storage.people import contacts, residents
from usecases.broadcasts import deliver
from usecases.broadcasts.deliver import Claimant
from usecases.conversation import receive
from usecases.operations import heartbeat, retention
from usecases.people import leave
from usecases.people.identify import by_id, recognise
from usecases.world import World

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
YEAR = timedelta(days=365)
AUTUMN = datetime(2026, 10, 25, tzinfo=UTC)
"""The day on which 01:00 to 02:00 comes twice: at 00:00 UTC, and again at 01:00 UTC."""
SPRING = datetime(2027, 3, 28, tzinfo=UTC)
"""The day on which 01:00 to 02:00 does not come: at 01:00 UTC it is two o'clock."""


@pytest.fixture
async def here(database, world):
    async with database.write() as tx:
        await move_in(tx, AMINA, BEN, CHLOE)
    return await settled_in(database, world)


def at(world: World, moment: datetime) -> World:
    return replace(world, now=lambda: moment)


async def tick(database, world: World) -> tuple[list[int], bool]:
    """What a house does when time has passed: whose links were cut, whether the file was due."""

    async def tidied(tx):
        cut = [gone.contact_id for gone in await retention.tidy(tx, world)]
        await deliver.limit_waits(tx, world)
        return cut

    async with database.write() as tx:
        cut = await tidied(tx)
    async with database.write() as tx:
        due = await retention.rewrite_is_due(tx, world)
    if due:
        async with database.write() as tx:
            await retention.note_rewritten(tx)
    return cut, due


async def count(database, table) -> int:
    async with database.read() as tx:
        return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


async def begins_something(database, who, moment=NOW):
    async with database.write() as tx:
        await drafts.keep(tx, who.contact, Draft("ward"), moment)


async def last_heard(database, who, moment):
    async with database.write() as tx:
        await contacts.note_heard(tx, who.contact, moment)


# Ticks that meet, and ticks that are missed


async def test_fault_13_two_ticks_at_one_moment_do_everything_once(database, second, here, clock):
    await begins_something(database, BEN)
    clock.passes(YEAR + HOUR)
    await last_heard(database, CHLOE, clock.now())
    ends = await asyncio.gather(tick(database, here), tick(second, here))
    assert sorted(who for cut, _ in ends for who in cut) == [AMINA.contact, BEN.contact]
    assert await count(database, contacts.contacts) == 1
    assert await count(database, drafts.drafts) == 0
    assert await count(database, residents.residents) == 3


async def test_fault_13_ticks_of_two_services_in_turn_do_everything_once(
    database, second, here, clock
):
    clock.passes(YEAR + HOUR)
    cut = [who for house in (database, second) * 3 for who in (await tick(house, here))[0]]
    assert sorted(cut) == [AMINA.contact, BEN.contact, CHLOE.contact]


@pytest.mark.parametrize("away", [timedelta(hours=3), timedelta(days=3)])
async def test_fault_13_work_that_fell_due_between_ticks_is_done_at_the_next_tick(
    database, here, clock, away
):
    """Each is due some minutes after the last tick; the next comes hours or days later."""
    start = NOW + YEAR
    soon = start + timedelta(minutes=10)
    for who in (BEN, CHLOE):
        await last_heard(database, who, start)
    await last_heard(database, AMINA, soon - retention.LINK_KEPT)
    await begins_something(database, BEN, soon - drafts.LIFETIME)
    async with database.write() as tx:
        [row] = await inbox.store(tx, 1, [Incoming(1, BEN.chat, "{}")], start)
        set_aside = soon - retention.QUARANTINE_KEPT
        await inbox.quarantine(tx, row.seq, "K7-QRT", reason="Why", now=set_aside)
    clock.passes(start - NOW)
    assert await tick(database, here) == ([], False)
    assert (await count(database, drafts.drafts), await count(database, inbox.inbox)) == (1, 1)
    # Months and years are looked at once a day: three hours later it is still the same.
    clock.passes(max(away, timedelta(hours=3)))
    cut, _ = await tick(database, here)
    assert cut == ([AMINA.contact] if away > timedelta(days=1) else [])
    assert (await count(database, drafts.drafts), await count(database, inbox.inbox)) == (0, 0)
    assert (await tick(database, here))[0] == []


async def test_a_start_with_a_clock_a_year_ahead_deletes_nobody_for_a_day(database, here, clock):
    """The receiver notes that it runs before the first tick, and must not hide the leap."""
    await tick(database, here)
    await begins_something(database, BEN, clock.now())
    clock.passes(YEAR + 35 * DAY)
    async with database.write() as tx:
        await heartbeat.look_at_clock(tx, here)
    for _ in range(3):
        assert (await tick(database, here))[0] == []
        clock.passes(7 * HOUR)
    assert (await count(database, contacts.contacts), await count(database, drafts.drafts)) == (
        3,
        1,
    )
    clock.passes(4 * HOUR)  # nobody has set it right in a day: so it was no mistake
    assert len((await tick(database, here))[0]) == 3


async def test_a_clock_that_is_set_right_again_goes_on_as_before(database, here, clock):
    await tick(database, here)
    ahead = at(here, clock.now() + YEAR + 35 * DAY)
    async with database.write() as tx:
        await heartbeat.look_at_clock(tx, ahead)
    assert (await tick(database, ahead))[0] == []
    await last_heard(database, AMINA, NOW - YEAR)
    clock.passes(DAY)
    assert (await tick(database, here))[0] == [AMINA.contact]


@pytest.mark.parametrize(("off", "left"), [(400 * DAY, 3), (-2 * HOUR, 3), (HOUR / 60, 0)])
async def test_nothing_is_deleted_for_its_age_while_telegram_has_another_time(
    database, here, clock, off, left
):
    await begins_something(database, BEN)
    clock.passes(YEAR + HOUR)
    async with database.write() as tx:
        cut = await retention.tidy(tx, here, clock_off=off)
    assert len(cut) == 3 - left
    assert await count(database, contacts.contacts) == left
    assert await count(database, drafts.drafts) == min(left, 1)


async def test_fault_13_a_night_without_a_tick_leaves_its_work_to_the_next(sqlite, world):
    async with sqlite.write() as tx:
        await deployment.remember(tx, leave.REWRITE, "due")
    for hour in (0, 20, 22):
        assert (await tick(sqlite, at(world, AUTUMN + hour * HOUR)))[1] is False
    assert (await tick(sqlite, at(world, AUTUMN + 26 * HOUR)))[1] is True


# The two nights of the year


def ticks_of(day: datetime) -> list[datetime]:
    """Every ten minutes, from the evening before to the morning after."""
    return [day + timedelta(minutes=m) for m in range(-6 * 60, 34 * 60, 10)]


@pytest.mark.parametrize(("day", "night"), [(AUTUMN, AUTUMN + 2 * HOUR), (SPRING, SPRING + HOUR)])
async def test_fault_13_the_file_is_rewritten_once_on_such_a_night(sqlite, world, day, night):
    """Somebody leaves at 01:30 by the council's clock, where there is such an hour."""
    written = []
    for moment in ticks_of(day):
        if moment == day + timedelta(minutes=30):
            async with sqlite.write() as tx:
                await move_in(tx, AMINA)
                await leave.forget(tx, world, await recognise(tx, world, AMINA.chat))
        if (await tick(sqlite, at(world, moment)))[1]:
            written.append(moment)
    assert written == [night]


@pytest.mark.parametrize(
    ("day", "midnight"),
    [
        # By summer time a day begins at 23:00 UTC, by winter time at 00:00.
        (AUTUMN, AUTUMN + 24 * HOUR),
        (SPRING, SPRING + 23 * HOUR),
    ],
)
async def test_fault_13_a_days_work_is_done_at_midnight_and_not_in_the_double_hour(
    sqlite, world, day, midnight
):
    """Two people's years end at 00:30 UTC and at 01:30 UTC: in autumn both are half past one."""
    async with sqlite.write() as tx:
        await move_in(tx, AMINA, BEN)
    here = await settled_in(sqlite, world)
    for who, minutes in ((AMINA, 30), (BEN, 90)):
        await last_heard(sqlite, who, day + timedelta(minutes=minutes) - YEAR)
    cut = {m: gone for m in ticks_of(day) if (gone := (await tick(sqlite, at(here, m)))[0])}
    assert cut == {midnight: [AMINA.contact, BEN.contact]}


@pytest.mark.parametrize(
    ("opens", "utc"),
    [
        ("2026-10-25T01:30:00+01:00", "2026-10-25T00:30:00+00:00"),
        ("2026-10-25T01:30:00+00:00", "2026-10-25T01:30:00+00:00"),
        ("2027-03-28T00:59:00+00:00", "2027-03-28T00:59:00+00:00"),
        ("2027-03-28T02:01:00+01:00", "2027-03-28T01:01:00+00:00"),
    ],
)
def test_fault_13_a_consultation_opens_and_closes_on_time_on_such_a_night(
    buckinghamshire, opens, utc
):
    """Half past one comes twice: which is meant stands in the file, and it happens once."""
    moment, some = datetime.fromisoformat(utc), next(iter(buckinghamshire.consultations.values()))
    whole = {
        **some.model_dump(),
        "hear_by": moment.date() + timedelta(days=30),
        "decision_due": None,
    }
    opening = {**whole, "opens_at": opens, "closes_at": moment + 9 * HOUR}
    closing = {**whole, "opens_at": moment - 9 * HOUR, "closes_at": opens}
    for dates, before, after in (
        (opening, Phase.UPCOMING, Phase.OPEN),
        (closing, Phase.OPEN, Phase.CLOSED),
    ):
        one = type(some).model_validate(dates)
        phases = [phase(one, m) for m in ticks_of(moment) if abs(m - moment) < 6 * HOUR]
        assert phase(one, moment - timedelta(seconds=1)) is before
        assert phase(one, moment) is after
        assert phases == sorted(phases, key=[before, after].index)


# A clock that is set


async def test_fault_13_a_waiting_row_goes_soon_after_the_clock_was_set_back(
    database, world, clock
):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    async with database.write() as tx:
        later = NOW + timedelta(seconds=30)
        back = Settled(row.id, DeliveryState.QUEUED, not_before=later)
        await claims.settle(tx, [back], NOW)
    clock.passes(-HOUR)
    await tick(database, world)
    async with database.write() as tx:
        assert await deliver.next_due(tx, world) == 0.0
        assert len(await deliver.claim(tx, world, Claimant(1, 1), 9, seconds=1.0)) == 1


@pytest.mark.parametrize("by", [-HOUR, HOUR, timedelta(days=-3), timedelta(days=3)])
async def test_fault_13_claims_of_a_dead_process_become_unknown_at_any_clock_time(
    database, world, clock, by
):
    await fill_ledger(database, AMINA, BEN)
    await claim_all(database, most=1)
    clock.passes(by)
    async with database.write() as tx:
        assert await deliver.release(tx, world, me=2) == 1
    assert await tally(database) == Tally(queued=1, unknown=1)


@pytest.mark.parametrize(
    ("by", "left"),
    [
        (timedelta(0), Tally(claimed=1)),
        (-LEASE, Tally(claimed=1)),
        (-LEASE - timedelta(seconds=1), Tally(unknown=1)),
        (-HOUR, Tally(unknown=1)),
        (HOUR, Tally(unknown=1)),
    ],
)
async def test_fault_13_a_claim_by_another_process_ends_with_its_lease_by_either_clock(
    database, world, clock, by, left
):
    await fill_ledger(database, AMINA)
    await claim_all(database)
    clock.passes(by)
    async with database.write() as tx:
        await deliver.claim(tx, world, Claimant(2, 1), 9, seconds=1.0)
    assert await tally(database) == left


@pytest.mark.parametrize("by", [-HOUR, HOUR])
async def test_fault_13_a_claim_this_process_is_working_on_stays_claimed(
    database, world, clock, by
):
    await fill_ledger(database, AMINA)
    [row] = await claim_all(database)
    clock.passes(by)
    async with database.write() as tx:
        await deliver.claim(tx, world, Claimant(1, 1, [row.id]), 9, seconds=1.0)
    assert await tally(database) == Tally(claimed=1)


@pytest.mark.parametrize("by", [-HOUR, HOUR])
@pytest.mark.parametrize("longer_than", [0.0, 120.0])
async def test_fault_13_a_pending_reply_stays_pending_when_the_clock_is_set(
    database, here, clock, by, longer_than
):
    async with database.write() as tx:
        [row] = await inbox.store(tx, 1, [Incoming(1, AMINA.chat, "{}")], NOW)
        await receive.done(tx, here, row.seq, AMINA.contact)
    clock.passes(by)
    async with database.write() as tx:
        owed = await receive.pending_replies(tx, here, longer_than=longer_than)
    assert [debt.seqs for debt in owed] == [(row.seq,)]


async def test_fault_13_a_reply_still_on_its_way_is_not_late_when_the_clock_slips_a_little(
    database, here, clock
):
    async with database.write() as tx:
        [row] = await inbox.store(tx, 1, [Incoming(1, AMINA.chat, "{}")], NOW)
        await receive.done(tx, here, row.seq, AMINA.contact)
    clock.passes(timedelta(seconds=-3))
    async with database.write() as tx:
        assert await receive.pending_replies(tx, here, longer_than=120.0) == []


@pytest.mark.parametrize("by", [-HOUR, HOUR])
async def test_fault_13_a_draft_keeps_its_lifetime_when_the_clock_is_set(database, here, clock, by):
    await begins_something(database, AMINA)
    clock.passes(by)
    await tick(database, here)
    async with database.write() as tx:
        assert (await by_id(tx, here, AMINA.contact)).drafts
    clock.passes(drafts.LIFETIME - by)
    await tick(database, here)
    assert await count(database, drafts.drafts) == 0


async def test_fault_13_a_day_that_comes_twice_does_no_harm(database, here, clock):
    clock.passes(YEAR + HOUR)
    assert len((await tick(database, here))[0]) == 3
    for by in (timedelta(days=-1), timedelta(days=1)):
        clock.passes(by)
        assert await tick(database, here) == ([], False)
