"""With a webhook set, updates are posted: in order, until they have arrived or are out of time."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from bot_door import Door, bot_door
from bot_side import BotSide, StillClock, keyboard

from emulator import Emulator, Phone, serve
from emulator.bot_api.webhook_rules import waits

ACTIVE = (
    409,
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first",
)


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    async with bot_door() as door:
        yield door


async def quiet(telegram: Emulator) -> None:
    """Return once nothing moves before the clock does."""
    async with asyncio.timeout(10):
        while not telegram.quiet:
            await telegram.changed()


async def sleeping(telegram: Emulator, door: Door, count: int) -> None:
    """Return once so many posts came and the last one has been given up for now."""
    await door.until(count)
    await quiet(telegram)


async def test_an_update_is_posted_with_the_secret(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    await bot.do("setWebhook", url=door.url, secret_token="A-secret_1")
    amina.type("Hello")
    await telegram.settled()
    assert door.texts == ["Hello"]
    [headers] = door.headers
    assert headers["X-Telegram-Bot-Api-Secret-Token"] == "A-secret_1"
    assert headers["Content-Type"] == "application/json"


async def test_without_a_secret_no_header_is_sent(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    await bot.do("setWebhook", url=door.url)
    amina.type("Hello")
    await telegram.settled()
    assert "X-Telegram-Bot-Api-Secret-Token" not in door.headers[0]


async def test_what_waited_before_the_webhook_was_set_is_posted_too(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    amina.type("Before")
    await bot.do("setWebhook", url=door.url)
    amina.type("After")
    await telegram.settled()
    assert door.texts == ["Before", "After"]


async def test_what_waits_can_be_dropped(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    amina.type("Before")
    await bot.do("setWebhook", url=door.url, drop_pending_updates=True)
    await telegram.settled()
    assert door.came == []


async def test_while_a_webhook_is_set_nobody_fetches(
    amina: Phone, bot: BotSide, door: Door
) -> None:
    await bot.do("setWebhook", url=door.url)
    assert await bot.refusal("getUpdates") == ACTIVE
    await bot.do("deleteWebhook")
    amina.type("Hello")
    assert len(await bot.updates()) == 1


async def test_setting_a_webhook_ends_a_poll_that_waits(bot: BotSide, door: Door) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(bot.refusal("getUpdates", timeout=20))
        await asyncio.sleep(0.05)
        await bot.do("setWebhook", url=door.url)
    assert poll.result() == (409, "Conflict: terminated by setWebhook request")


async def test_an_empty_address_takes_the_webhook_away(bot: BotSide, door: Door) -> None:
    await bot.do("setWebhook", url=door.url)
    await bot.do("setWebhook", url="")
    assert (await bot.do("getWebhookInfo"))["url"] == ""
    assert await bot.updates() == []


async def test_what_was_not_posted_can_be_fetched_afterwards(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    door.fails = lambda update: True
    await bot.do("setWebhook", url=door.url)
    amina.type("Hello")
    await sleeping(telegram, door, 2)
    await bot.do("deleteWebhook")
    assert [update["message"]["text"] for update in await bot.updates()] == ["Hello"]


async def test_the_webhook_tells_how_it_fares(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door, clock: StillClock
) -> None:
    door.answers.extend([web.Response(status=503), web.Response(status=404)])
    await bot.do("setWebhook", url=door.url, max_connections=7, allowed_updates=["message"])
    info = await bot.do("getWebhookInfo")
    assert (info["url"], info["pending_update_count"], info["max_connections"]) == (door.url, 0, 7)
    assert info["allowed_updates"] == ["message"]
    assert "last_error_date" not in info
    amina.type("Hello")
    await sleeping(telegram, door, 2)
    info = await bot.do("getWebhookInfo")
    assert info["pending_update_count"] == 1
    assert info["last_error_date"] == int(clock.now().timestamp())
    assert info["last_error_message"] == "Wrong response from the webhook: 404 Not Found"


@pytest.mark.parametrize(
    ("given", "taken"), [({}, 40), ({"max_connections": 500}, 100), ({"max_connections": -1}, 1)]
)
async def test_the_number_of_connections_stays_between_1_and_100(
    bot: BotSide, door: Door, given: dict[str, Any], taken: int
) -> None:
    await bot.do("setWebhook", url=door.url, **given)
    assert (await bot.do("getWebhookInfo"))["max_connections"] == taken


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/hook",
        "http://192.168.1.4/hook",
        "http://example.org/hook",
        "http://127.0.0.1@example.org/hook",
        "ftp://127.0.0.1/hook",
        "http://127.0.0.1:0/hook",
        "127.0.0.1/hook",
    ],
)
async def test_a_webhook_elsewhere_is_refused(bot: BotSide, url: str) -> None:
    code, words = await bot.refusal("setWebhook", url=url)
    assert (code, "this computer only" in words) == (400, True)
    assert (await bot.do("getWebhookInfo"))["url"] == ""


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"url": "http://127.0.0.1:99999/"}, "bad webhook: invalid URL specified"),
        ({"secret_token": "two words"}, "secret token contains illegal characters"),
        ({"secret_token": "x" * 257}, "secret token is too long"),
        (
            {"ip_address": "127.0.0.1"},
            "bad webhook: the emulator takes neither certificate nor ip_address",
        ),
    ],
)
async def test_a_bad_webhook_is_refused(
    bot: BotSide, door: Door, given: dict[str, Any], words: str
) -> None:
    refused = await bot.refusal("setWebhook", **{"url": door.url, **given})
    assert refused == (400, f"Bad Request: {words}")


async def test_attempts_follow_at_once_and_then_ever_more_slowly(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door, clock: StillClock
) -> None:
    door.fails = lambda update: True
    await bot.do("setWebhook", url=door.url)
    amina.type("Hello")
    began, tried = clock.now(), []
    for count in range(2, 12):
        await sleeping(telegram, door, count)
        tried.append((clock.now() - began).total_seconds())
        clock.wake_next()
    assert tried[:6] == [0, 2, 6, 14, 30, 62]
    later = [after - before for before, after in pairwise(tried[5:])]
    assert all(60 <= wait <= 120 for wait in later)
    assert {update["update_id"] for update in door.came} == {door.came[0]["update_id"]}


def test_the_longest_wait_is_between_one_and_two_minutes() -> None:
    for update_id in range(200):
        listed = [wait for wait, _ in zip(waits(update_id), range(20), strict=False)]
        assert listed[:7] == [0, 2, 4, 8, 16, 32, min(64, 60 + update_id % 61)]
        assert 60 <= listed[-1] <= 120


async def test_a_tap_is_tried_for_150_seconds_and_then_makes_room(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door, clock: StillClock
) -> None:
    await bot.do("sendMessage", chat_id=amina.user_id, text="?", reply_markup=keyboard(["Yes"]))
    door.fails = lambda update: "callback_query" in update
    await bot.do("setWebhook", url=door.url)
    began = clock.now()
    amina.tap("Yes")
    amina.type("Hello")
    await sleeping(telegram, door, 2)
    while "message" not in door.came[-1]:
        seen = len(door.came)
        assert clock.wake_next()
        await sleeping(telegram, door, seen + 1)
    assert clock.now() - began == timedelta(seconds=150)
    assert telegram.idle


async def test_a_failing_update_holds_up_its_chat_and_no_other(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door, clock: StillClock
) -> None:
    ben = telegram.phone(first_name="Ben")
    door.fails = lambda update: update["message"]["text"] == "Bad"
    await bot.do("setWebhook", url=door.url)
    amina.type("Bad")
    amina.type("Good")
    ben.type("Mine")
    await sleeping(telegram, door, 3)
    assert sorted(door.texts) == ["Bad", "Bad", "Mine"]
    door.fails = lambda update: False
    clock.wake_next()
    await telegram.settled()
    assert door.texts[3:] == ["Bad", "Good"]


async def test_chats_go_side_by_side_up_to_the_number_of_connections(
    telegram: Emulator, bot: BotSide, door: Door
) -> None:
    door.open.clear()
    await bot.do("setWebhook", url=door.url, max_connections=3)
    for number in range(10):
        telegram.phone(first_name=f"Resident {number}").type("Hello")
    await door.until(3)
    await asyncio.sleep(0.05)
    assert len(door.came) == 3
    door.open.set()
    await telegram.settled()
    assert (len(door.came), door.most_inside) == (10, 3)


async def test_one_chat_is_never_posted_twice_at_a_time(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    await bot.do("setWebhook", url=door.url)
    for number in range(10):
        amina.type(str(number))
    await telegram.settled()
    assert door.texts == [str(number) for number in range(10)]
    assert door.most_inside == 1


async def test_an_update_on_its_way_is_not_quiet_and_one_that_waits_is_not_idle(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door, clock: StillClock
) -> None:
    door.open.clear()
    door.fails = lambda update: True
    await bot.do("setWebhook", url=door.url)
    amina.type("Hello")
    amina.type("Behind it")
    await door.until(1)
    assert not telegram.quiet
    assert not telegram.idle
    door.open.set()
    await sleeping(telegram, door, 2)
    assert not telegram.idle
    clock.forward(seconds=2)
    assert not telegram.quiet
    clock.wake_next()
    door.fails = lambda update: False
    await telegram.settled()
    assert telegram.quiet


async def test_without_an_answer_the_attempt_fails(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    telegram.webhook_patience = 0.05
    door.open.clear()
    await bot.do("setWebhook", url=door.url)
    amina.type("Hello")
    await sleeping(telegram, door, 2)
    info = await bot.do("getWebhookInfo")
    assert info["last_error_message"] == "Read timeout expired"


async def test_nobody_at_the_door_is_told(
    telegram: Emulator, amina: Phone, bot: BotSide, clock: StillClock
) -> None:
    async with bot_door() as door:
        await bot.do("setWebhook", url=door.url)
    amina.type("Hello")
    await quiet(telegram)
    assert (await bot.do("getWebhookInfo"))["last_error_message"] == "Connection refused"
    assert not telegram.idle


async def test_a_door_that_points_elsewhere_has_not_taken_the_update(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    door.answers.append(web.Response(status=302, headers={"Location": door.url}))
    await bot.do("setWebhook", url=door.url)
    amina.type("Hello")
    await telegram.settled()
    assert len(door.came) == 2
    words = (await bot.do("getWebhookInfo"))["last_error_message"]
    assert words == "Wrong response from the webhook: 302 Found"


async def test_updates_without_a_chat_go_by_themselves(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    door.fails = lambda update: "riddle" in update and update["riddle"] == 1
    await bot.do("setWebhook", url=door.url)
    telegram.push({"riddle": 1})
    telegram.push({"riddle": 2, "message": None})
    telegram.push({"message": {"chat": "none", "from": {"id": "x"}}})
    await sleeping(telegram, door, 4)
    assert len(telegram.updates) == 1


async def test_the_reply_to_a_post_may_carry_a_call(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    call = {"method": "sendMessage", "chat_id": amina.user_id, "text": "From the reply"}
    bad = {"method": "sendMessage", "chat_id": 1, "text": "To nobody"}
    door.answers.extend(web.json_response(body) for body in (call, bad, {"method": "?"}, [1]))
    await bot.do("setWebhook", url=door.url)
    for number in range(4):
        amina.type(str(number))
    await telegram.settled()
    assert [m.text for m in amina.messages if m.from_bot] == ["From the reply"]


async def test_a_reply_may_take_the_webhook_away(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    door.answers.append(web.json_response({"method": "deleteWebhook"}))
    await bot.do("setWebhook", url=door.url)
    amina.type("Posted")
    amina.type("Fetched")
    await door.until(1)
    async with asyncio.timeout(5):
        while telegram.webhook.url:
            await telegram.changed()
    [update] = await bot.updates()
    assert update["message"]["text"] == "Fetched"


async def test_a_reply_to_the_only_update_may_take_the_webhook_away_too(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    door.answers.append(web.json_response({"method": "deleteWebhook"}))
    await bot.do("setWebhook", url=door.url)
    amina.type("Posted")
    await telegram.settled()
    await bot.do("setWebhook", url=door.url)
    amina.type("Posted again")
    await telegram.settled()
    assert door.texts == ["Posted", "Posted again"]


async def test_a_webhook_set_anew_is_tried_at_once_and_once(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    door.fails = lambda update: True
    await bot.do("setWebhook", url=door.url)
    amina.type("Hello")
    await sleeping(telegram, door, 2)
    door.fails = lambda update: False
    await bot.do("setWebhook", url=door.url)
    await telegram.settled()
    assert len(door.came) == 3


async def test_for_a_revoked_token_nothing_is_posted(
    telegram: Emulator, amina: Phone, bot: BotSide, door: Door
) -> None:
    await bot.do("setWebhook", url=door.url)
    telegram.faults.revoke_token()
    amina.type("Hello")
    await asyncio.sleep(0.05)
    assert (door.came, telegram.quiet) == ([], True)
    telegram.faults.restore_token()
    await telegram.settled()
    assert door.texts == ["Hello"]


async def test_the_webhook_and_what_waits_survive_a_restart(
    tmp_path: Path, clock: StillClock, session: aiohttp.ClientSession, door: Door
) -> None:
    before = Emulator(clock=clock, path=tmp_path / "emulator.db")
    door.fails = lambda update: True
    async with serve(before) as site:
        bot = BotSide(session, f"{site.url}/bot{before.token}")
        await bot.do("setWebhook", url=door.url, secret_token="abc", max_connections=3)
        before.phone(first_name="Amina").type("Hello")
        await sleeping(before, door, 2)
    before.close()
    after = Emulator(clock=clock, path=tmp_path / "emulator.db")
    assert after.webhook == before.webhook
    assert after.webhook.failed_at is not None
    door.fails = lambda update: False
    async with serve(after):
        await after.settled()
    after.close()
    assert door.texts == ["Hello"] * 3
    assert door.headers[-1]["X-Telegram-Bot-Api-Secret-Token"] == "abc"


async def test_what_fails_beside_the_site_keeps_its_own_name(telegram: Emulator) -> None:
    with pytest.raises(LookupError, match="mine"):
        async with serve(telegram):
            raise LookupError("mine")
    assert telegram.courier is None
