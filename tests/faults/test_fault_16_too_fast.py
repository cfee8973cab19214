"""Telegram answers 429: the whole bot pauses, even across a restart, and nobody is skipped or
counted as failed.

Fails without the pacer's pause, and if the pause is not stored in the database.
"""

import asyncio
from datetime import timedelta
from pathlib import Path

from company import Neighbourhood, on_stage
from sending import NEWS, about_to_send
from sqlalchemy import func, select

from content.library import Library
from emulator import RetryAfter
from storage.broadcasts.deliveries import deliveries
from wardmote.demo.stage import Stage


async def test_fault_16_a_429_pauses_the_whole_bot_and_nobody_is_skipped(
    hood: Neighbourhood,
) -> None:
    sending = await about_to_send(hood, 6)
    await sending.written()
    hood.stage.emulator.faults.next("sendMessage", RetryAfter(30), 1)
    began = hood.stage.clock.now()
    report = await sending.member.taps("Send to fewer than 10 people")
    assert sending.arrived == [1] * 6
    assert "Fewer than 10 arrived" in report
    sent = [m.sent_at for reader in sending.readers for m in reader.from_bot if NEWS in m.text]
    late = [at for at in sent if at - began >= timedelta(seconds=30)]
    # Messages in flight with the refused one may have been sent; nothing after it was.
    assert all(at - began < timedelta(seconds=1) for at in sent if at not in late)
    assert late


async def test_fault_16_replies_wait_for_the_pause_too(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 1)
    await sending.written()
    hood.stage.emulator.faults.next("sendMessage", RetryAfter(30), 1)
    sending.member.phone.tap("Send to fewer than 10 people")
    sending.readers[0].phone.type("/help")
    began = hood.stage.clock.now()
    await sending.member.settles()
    helped = [m for m in sending.readers[0].from_bot if "/consultations" in m.text][-1]
    assert helped.sent_at - began >= timedelta(seconds=30) or helped.sent_at == began


async def test_fault_16_a_pause_does_not_count_as_an_attempt(hood: Neighbourhood) -> None:
    sending = await about_to_send(hood, 1)
    await sending.written()
    hood.stage.emulator.faults.next("sendMessage", RetryAfter(5), 3)
    await sending.member.taps("Send to fewer than 10 people")
    async with hood.stage.service.database.read() as tx:
        assert (await tx.execute(select(func.max(deliveries.c.attempts)))).scalar() == 1


async def until_paused(stage: Stage, hood: Neighbourhood) -> tuple[int, int]:
    """Start a broadcast that meets a pause of ten minutes; return its two readers' account ids."""
    sending = await about_to_send(hood, 2)
    await sending.written()
    stage.emulator.faults.next("sendMessage", RetryAfter(600), 1)
    sending.member.phone.tap("Send to fewer than 10 people")
    await stage.until(stage.clock.now() + timedelta(seconds=3))
    return sending.readers[0].phone.user_id, sending.readers[1].phone.user_id


async def test_fault_16_a_restart_keeps_the_pause(buckinghamshire: Library, tmp_path: Path) -> None:
    start = buckinghamshire.consultations["local-priorities"].opens_at + timedelta(hours=1)
    async with on_stage(buckinghamshire, start=start, folder=tmp_path, seed=11) as stage:
        users = await until_paused(stage, Neighbourhood(stage))
        again = stage.clock.now() + timedelta(seconds=30)
    async with on_stage(buckinghamshire, start=again, folder=tmp_path, seed=12) as stage:
        # Even the menus, the first calls at a start, wait: the stage is ready after the pause.
        assert stage.clock.now() - again >= timedelta(seconds=560)
        await stage.until(again + timedelta(minutes=20))
        got = [
            m.sent_at
            for user in users
            for m in stage.emulator.phones[user].messages
            if NEWS in m.text
        ]
        assert len(got) == 2
        assert max(got) - again >= timedelta(seconds=560)


async def test_fault_16_a_reply_that_waits_for_the_pause_is_sent_once(hood: Neighbourhood) -> None:
    """A tick in the middle of a long pause finds the reply still pending, and leaves it alone."""
    amina = await hood.resident("Amina", "HP12 3HP")
    before = len(amina.from_bot)
    stage = hood.stage
    stage.emulator.faults.next("sendMessage", RetryAfter(300), 1, chat_id=amina.phone.user_id)
    amina.phone.type("/help")
    await stage.until(stage.clock.now() + timedelta(seconds=200))
    async with asyncio.TaskGroup() as group:
        late = group.create_task(stage.service.bot.pending_replies.send_late())
        await stage.until(stage.clock.now() + timedelta(seconds=200))
        await late
    assert len(amina.from_bot) == before + 1
