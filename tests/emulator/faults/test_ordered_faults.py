"""Failures ordered in advance happen once, to the right call, in the right way."""

import asyncio
from datetime import datetime

import aiohttp
import pytest
from bot_side import BotSide, StillClock

from emulator import (
    CutAfter,
    CutBefore,
    Emulator,
    Fault,
    Hang,
    Html200,
    Phone,
    RetryAfter,
    Status,
)


async def test_too_many_requests_names_the_wait(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    telegram.faults.next("sendMessage", RetryAfter(35))
    body = await bot.call("sendMessage", chat_id=amina.user_id, text="Hi")
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 35",
        "parameters": {"retry_after": 35},
    }
    await bot.do("sendMessage", chat_id=amina.user_id, text="Hi")


async def test_a_fault_waits_for_its_chat_and_its_method(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    ben = telegram.phone(first_name="Ben")
    ben.start()
    telegram.faults.next("sendMessage", Status(502, "Bad Gateway"), times=2, chat_id=ben.user_id)
    await bot.do("sendMessage", chat_id=amina.user_id, text="Hi")
    await bot.do("sendChatAction", chat_id=ben.user_id, action="typing")
    for _ in range(2):
        refused = await bot.refusal("sendMessage", chat_id=ben.user_id, text="Hi")
        assert refused == (502, "Bad Gateway")
    await bot.do("sendMessage", chat_id=ben.user_id, text="Hi")


async def test_ordered_faults_can_be_called_off(telegram: Emulator, bot: BotSide) -> None:
    telegram.faults.next("getMe", RetryAfter(1))
    telegram.faults.next("*", RetryAfter(1))
    telegram.faults.clear("getMe")
    assert telegram.faults.left == 1
    telegram.faults.clear()
    await bot.do("getMe")


@pytest.mark.parametrize(("fault", "arrived"), [(CutBefore(), 0), (CutAfter(), 1)])
async def test_a_cut_connection_hides_whether_it_was_done(
    telegram: Emulator, amina: Phone, bot: BotSide, fault: Fault, arrived: int
) -> None:
    before = telegram.count_sent
    telegram.faults.next("sendMessage", fault)
    with pytest.raises(aiohttp.ClientError):
        await bot.call("sendMessage", chat_id=amina.user_id, text="Hi")
    assert telegram.count_sent - before == arrived
    assert telegram.in_flight == 0


@pytest.mark.parametrize("done", [False, True])
async def test_a_page_of_html_can_come_with_status_200(
    telegram: Emulator, amina: Phone, bot: BotSide, done: bool
) -> None:
    telegram.faults.next("sendMessage", Html200(done=done))
    with pytest.raises(aiohttp.ContentTypeError):
        await bot.call("sendMessage", chat_id=amina.user_id, text="Hi")
    assert telegram.count_sent == done


async def test_a_call_can_hang_and_then_go_through(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    telegram.faults.next("sendMessage", Hang(0.1))
    async with asyncio.TaskGroup() as group:
        call = group.create_task(bot.do("sendMessage", chat_id=amina.user_id, text="Hi"))
        await asyncio.sleep(0.05)
        assert not telegram.idle
        assert amina.last is None
    assert call.result()["text"] == "Hi"
    assert telegram.idle


async def test_a_client_that_gives_up_leaves_nothing_in_flight(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    telegram.faults.next("sendMessage", Hang(30, done=True))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await bot.do("sendMessage", chat_id=amina.user_id, text="Hi")
    await amina.settled(timeout=2)
    assert amina.last is not None


async def test_what_breaks_inside_is_reported_without_a_word_of_the_message(
    telegram: Emulator, amina: Phone, bot: BotSide, caplog: pytest.LogCaptureFixture
) -> None:
    class BrokenClock(StillClock):
        def now(self) -> datetime:
            raise RuntimeError("a private word")

    telegram.clock = BrokenClock()
    refused = await bot.refusal("sendMessage", chat_id=amina.user_id, text="a private word")
    assert refused == (500, "Internal Server Error")
    assert "sendMessage broke with RuntimeError" in caplog.text
    assert "private" not in caplog.text
    assert telegram.token not in caplog.text
