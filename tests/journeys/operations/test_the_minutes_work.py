"""What each minute brings is done at its minute, whatever Telegram or another part of it does."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from shutil import copy

import pytest
from company import Neighbourhood, Person, on_stage
from sqlalchemy import text

from content.library import Library
from emulator import RetryAfter, Status
from engagement.operations.alarms import Alarm
from engagement.staff.rights import Role
from storage.conversation import inbox
from storage.conversation.inbox import Incoming
from storage.engine.database import Transaction
from storage.operations import alarms, deployment
from storage.people import contacts
from usecases.conversation import receive
from usecases.operations import heartbeat, retention
from usecases.people.identify import recognise

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def hood(
    buckinghamshire: Library, tmp_path: Path, migrated: Path
) -> AsyncIterator[Neighbourhood]:
    """A bot that looks at its clock once a minute, as a real one does."""
    copy(migrated, tmp_path / "wardmote.db")
    start = next(iter(buckinghamshire.consultations.values())).opens_at + timedelta(hours=1)
    on = {"start": start, "folder": tmp_path, "seed": 5, "tick_seconds": 60.0}
    async with on_stage(buckinghamshire, **on) as stage:
        yield Neighbourhood(stage)


async def owe(hood: Neighbourhood, person: Person) -> None:
    """What this person sent was acted on, and the reply could not go."""
    service = hood.stage.service

    async def act(tx) -> None:
        known = await recognise(tx, service.world, person.phone.user_id)
        update = {"update_id": 10**9, "message": {"chat": {"id": person.phone.user_id}}}
        [row] = await receive.take_in(tx, service.world, service.bot.application.bot.id, [update])
        await receive.done(tx, service.world, row.seq, known.id)

    await service.batcher.run(act)


async def test_a_pause_of_an_hour_with_a_reply_owed_holds_up_nothing_but_what_is_said(
    hood: Neighbourhood,
) -> None:
    stage = hood.stage
    amina, ben = await hood.resident("Amina", "HP12 3HP"), await hood.resident("Ben", "Chesham")
    await owe(hood, ben)
    said = len(ben.from_bot)
    stage.emulator.faults.next("sendMessage", RetryAfter(3600), 1)
    amina.phone.type("/help")
    for _ in range(58):
        await stage.until(stage.clock.now() + MINUTE)
        async with stage.service.database.read() as tx:
            alive = await heartbeat.last_alive(tx)
            standing = [row.kind for row in await alarms.ongoing(tx)]
        assert stage.clock.now() - alive < MINUTE
    assert standing == [Alarm.PAUSED]
    assert len(ben.from_bot) == said
    await stage.settle()
    await stage.until(stage.clock.now() + 5 * MINUTE)
    assert len(ben.from_bot) == said + 1
    assert "/consultations" in amina.sees
    async with stage.service.database.read() as tx:
        assert await alarms.ongoing(tx) == []


async def set_aside(hood: Neighbourhood) -> None:
    async with hood.stage.service.database.write() as tx:
        now = hood.stage.clock.now()
        [row] = await inbox.store(tx, 42, [Incoming(1, 7, "{}")], now)
        await inbox.quarantine(tx, row.seq, "K7Q-4MD", reason="KeyError at a.py:1", now=now)


@pytest.mark.parametrize("knows", [True, False])
async def test_a_blocked_operator_swallows_no_alarm(hood: Neighbourhood, knows: bool) -> None:
    """Whether Telegram has told us of the block, or says so when the alarm is to be told."""
    admin = await hood.staff(Role.ADMINISTRATOR)
    operator = await hood.staff(Role.OPERATOR)
    if knows:
        operator.phone.block()
        await operator.settles()
    else:
        blocked = Status(403, "Forbidden: bot was blocked by the user")
        hood.stage.emulator.faults.next("sendMessage", blocked, 1, chat_id=operator.phone.user_id)
    await set_aside(hood)
    calls = hood.stage.emulator.calls["sendMessage"]
    await hood.stage.until(hood.stage.clock.now() + 10 * MINUTE)
    assert admin.said_by_bot("Some messages could not be handled") == 1
    assert operator.said_by_bot("Some messages could not be handled") == 0
    assert hood.stage.emulator.calls["sendMessage"] - calls == (1 if knows else 2)


async def test_whom_no_alarm_reaches_is_not_tried_every_minute(hood: Neighbourhood) -> None:
    operator = await hood.staff(Role.OPERATOR)
    operator.phone.block()
    await operator.settles()
    await set_aside(hood)
    await hood.stage.until(hood.stage.clock.now() + 5 * MINUTE)
    operator.phone.unblock()
    await hood.stage.until(hood.stage.clock.now() + 2 * MINUTE)
    assert operator.said_by_bot("Some messages could not be handled") == 1


async def test_alarms_are_looked_for_though_tidying_fails(hood: Neighbourhood) -> None:
    service = hood.stage.service
    await set_aside(hood)
    async with service.database.write() as tx:
        await tx.execute(text("ALTER TABLE arrivals RENAME TO elsewhere"))
    await hood.stage.until(hood.stage.clock.now() + 2 * MINUTE)
    async with service.database.write() as tx:
        assert [row.kind for row in await alarms.ongoing(tx)] == [Alarm.SET_ASIDE]
        await tx.execute(text("ALTER TABLE elsewhere RENAME TO arrivals"))


async def test_a_clock_that_is_wrong_by_telegrams_deletes_nobody(hood: Neighbourhood) -> None:
    service, (amina,) = hood.stage.service, await hood.residents(1, "Chesham")
    service.machine = True

    async def silent_for_a_year(tx: Transaction) -> None:
        known = await recognise(tx, service.world, amina.phone.user_id)
        assert known.contact is not None
        long_ago = service.world.now() - retention.LINK_KEPT - MINUTE
        await contacts.note_heard(tx, known.contact.id, long_ago)
        await deployment.remember(tx, retention.TIDIED, "yesterday")

    async def is_there() -> bool:
        async with service.database.read() as tx:
            return (await recognise(tx, service.world, amina.phone.user_id)).has_joined

    await service.batcher.run(silent_for_a_year)
    service.bot.api.clock_off = timedelta(days=400).total_seconds()
    await service._tidy()
    assert await is_there()
    service.bot.api.clock_off = 1.0
    await service._tidy()
    assert not await is_there()
