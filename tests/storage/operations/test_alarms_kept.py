"""Alarms are told once when they begin and once when they are over, on both databases."""

from dataclasses import replace
from datetime import timedelta

import pytest
from storage_neighbours import AMINA, NOW

from engagement.operations.alarms import Alarm, Readings
from storage.conversation import inbox
from storage.conversation.inbox import Incoming
from storage.operations import alarms as rows
from storage.operations import deployment
from usecases.broadcasts import held_sends
from usecases.operations import alarms
from wardmote.commands import doctor_checks

FULL = {"disk_free": 1, "disk_total": 100}


@pytest.fixture
def at(database, world):
    """Look at readings ``minutes`` later; (begun, over, told to begin, told to be over)."""

    async def look(minutes, **readings):
        now = NOW + timedelta(minutes=minutes)
        later = replace(world, now=lambda: now)
        async with database.write() as tx:
            changes = await alarms.look(tx, later, Readings(now, **readings))
            news = await alarms.unreported(tx, later)
            await alarms.mark_reported(tx, later, news)
        return (
            changes.begun,
            changes.over,
            [r.kind for r in news.begun],
            [r.kind for r in news.over],
        )

    return look


async def test_an_alarm_is_told_once_and_never_at_every_look(at):
    assert await at(0, **FULL) == ((Alarm.DISK,), (), [Alarm.DISK], [])
    assert await at(1, **FULL) == ((), (), [], [])
    assert await at(500, **FULL) == ((), (), [], [])


async def test_the_end_is_told_once_it_has_stayed_away(at):
    await at(0, **FULL)
    assert await at(1) == ((), (Alarm.DISK,), [], [])
    assert await at(15) == ((), (), [], [])
    assert await at(17) == ((), (), [], [Alarm.DISK])
    assert await at(18) == ((), (), [], [])


async def test_one_that_flaps_is_the_same_alarm(database, at):
    await at(0, **FULL)
    for minute in range(1, 40, 2):
        assert (await at(minute))[2:] == ([], [])
        assert (await at(minute + 1, **FULL))[2:] == ([], [])
    async with database.read() as tx:
        assert len(await rows.ongoing(tx)) == 1


async def test_one_that_comes_back_later_is_a_new_one(at):
    await at(0, **FULL)
    await at(1)
    await at(17)
    assert (await at(18, **FULL))[2] == [Alarm.DISK]


async def test_being_cut_off_is_told_when_it_is_over_and_at_once(at):
    assert await at(0, silent_since=NOW - timedelta(minutes=3)) == ((Alarm.CUT_OFF,), (), [], [])
    assert await at(1) == ((), (Alarm.CUT_OFF,), [], [Alarm.CUT_OFF])
    assert await at(2) == ((), (), [], [])


async def test_what_was_over_before_it_could_be_written_is_told(database, at):
    async with database.write() as tx:
        await alarms.record_past(tx, Alarm.CUT_OFF, NOW - timedelta(minutes=9), NOW)
    assert (await at(0))[3] == [Alarm.CUT_OFF]


async def test_what_was_over_a_day_ago_is_old_news(database, at):
    async with database.write() as tx:
        await alarms.record_past(
            tx, Alarm.CUT_OFF, NOW - timedelta(days=2), NOW - timedelta(days=1)
        )
    assert (await at(0))[3] == []


async def test_what_was_set_aside_is_named_by_its_references(database, at):
    async with database.write() as tx:
        [row] = await inbox.store(tx, 42, [Incoming(1, AMINA.chat, '{"a":"secret"}')], NOW)
        await inbox.quarantine(tx, row.seq, "K7Q-4MD", reason="KeyError at a.py:1", now=NOW)
    assert (await at(1))[0] == (Alarm.SET_ASIDE,)
    async with database.read() as tx:
        [row] = await rows.ongoing(tx)
    assert row.detail == {"references": ["K7Q-4MD"]}
    assert (await at(62))[1] == (Alarm.SET_ASIDE,)


async def test_an_update_nobody_acted_on_is_an_alarm(database, at):
    async with database.write() as tx:
        await inbox.store(tx, 42, [Incoming(1, AMINA.chat, "{}")], NOW)
    assert (await at(1))[0] == ()
    assert (await at(3))[0] == (Alarm.STUCK,)


async def test_held_sends_and_an_old_backup_are_read_from_the_facts(database, world, at):
    async with database.write() as tx:
        await held_sends.hold(tx, world, "restored")
        old = NOW - timedelta(days=8)
        await deployment.remember(tx, alarms.LAST_BACKUP, old.isoformat())
    assert set((await at(0))[0]) == {Alarm.HELD, Alarm.BACKUP}


async def test_a_deployment_without_any_backup_has_a_week(at):
    assert (await at(0))[0] == ()
    assert (await at(8 * 24 * 60))[0] == (Alarm.BACKUP,)


async def test_a_servers_database_raises_no_alarm_about_backups(database, at):
    """What copies a server's database cannot tell us that it has."""
    async with database.write() as tx:
        await deployment.remember(tx, alarms.LAST_BACKUP, (NOW - timedelta(days=8)).isoformat())
    assert (await at(0, backs_up=False))[0] == ()
    assert (await at(8 * 24 * 60, backs_up=False))[0] == ()
    assert (await at(8 * 24 * 60 + 1))[0] == (Alarm.BACKUP,)


async def test_the_doctor_says_once_that_a_servers_backups_are_the_servers(database):
    async with database.read() as tx:
        found = await doctor_checks.in_the_database(tx, backs_up=False)
    [line] = [one for one in found if one.what == "backup"]
    assert (line.mark, line.line) == (
        "look",
        "this database is backed up by its server, with pg_dump",
    )


async def test_a_refused_token_is_told_after_the_next_start(database, world, at):
    async with database.write() as tx:
        await alarms.token_refused(tx, world)
        await alarms.token_refused(tx, world)
        assert len(await rows.ongoing(tx)) == 1
    assert (await at(30))[3] == [Alarm.TOKEN]
