"""Error answers in Telegram's words; a pause for everybody; a token that counts no more."""

import asyncio

import pytest
from bot_side import BotSide, StillClock, keyboard

from emulator import Emulator, Phone, RetryAfter, Status
from emulator.faults import error_texts


async def test_ordered_answers_say_what_the_real_case_says(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    me, chat = amina.user_id, {"chat_id": amina.user_id}
    mine = amina.type("Mine").message_id
    sent = (await bot.do("sendMessage", text="Hi", **chat))["message_id"]
    group = telegram.group("Park", members=[amina])
    group.remove_bot(amina)
    stranger = telegram.phone(first_name="Stranger").user_id
    cases = [
        (error_texts.CHAT_NOT_FOUND, "sendMessage", {"chat_id": 17, "text": "Hi"}),
        (error_texts.NEVER_STARTED, "sendMessage", {"chat_id": stranger, "text": "Hi"}),
        (error_texts.KICKED, "sendMessage", {"chat_id": group.chat_id, "text": "Hi"}),
        (error_texts.TOO_LONG, "sendMessage", {"chat_id": me, "text": "x" * 4097}),
        (error_texts.NOT_MODIFIED, "editMessageText", {**chat, "message_id": sent, "text": "Hi"}),
        (
            error_texts.EDIT_NOT_FOUND,
            "editMessageText",
            {**chat, "message_id": 9_999, "text": "Hi"},
        ),
        (error_texts.CANNOT_EDIT, "editMessageText", {**chat, "message_id": mine, "text": "Hi"}),
        (error_texts.DELETE_NOT_FOUND, "deleteMessage", {**chat, "message_id": 9_999}),
        (error_texts.QUERY_TOO_OLD, "answerCallbackQuery", {"callback_query_id": "1"}),
        (
            error_texts.CANNOT_PARSE,
            "sendMessage",
            {**chat, "text": "<ward>Abbey</ward>", "parse_mode": "HTML"},
        ),
    ]
    for answer, method, given in cases:
        assert await bot.refusal(method, **given) == (answer.code, answer.description)
    amina.block()
    refused = await bot.refusal("sendMessage", text="Hi", **chat)
    assert refused == (403, error_texts.BLOCKED.description)
    amina.unblock()
    amina.delete_account()
    refused = await bot.refusal("sendMessage", text="Hi", **chat)
    assert refused == (403, error_texts.DEACTIVATED.description)


@pytest.mark.parametrize("name", error_texts.NAMED)
async def test_every_named_answer_can_be_ordered(
    telegram: Emulator, amina: Phone, bot: BotSide, name: str
) -> None:
    answer = error_texts.NAMED[name]
    telegram.faults.next("sendMessage", answer)
    telegram.faults.next("sendMessage", answer.after_effect())
    for arrived in (0, 1):
        refused = await bot.refusal("sendMessage", chat_id=amina.user_id, text="Hi")
        assert refused == (answer.code, answer.description)
        assert telegram.count_sent == arrived


async def test_a_group_that_moved_names_its_new_number(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    group = telegram.group("Park", members=[amina])
    telegram.faults.next("sendMessage", error_texts.upgraded(-1001234567890))
    body = await bot.call("sendMessage", chat_id=group.chat_id, text="Hi")
    assert body["error_code"] == 400
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": -1001234567890}


@pytest.mark.parametrize("code", [200, 399, 600])
def test_an_error_has_the_code_of_one(code: int) -> None:
    with pytest.raises(ValueError, match="from 400 to 599"):
        Status(code, "?")


async def test_in_a_pause_everything_is_refused_and_the_impatient_are_noted(
    telegram: Emulator, amina: Phone, bot: BotSide, clock: StillClock
) -> None:
    telegram.faults.pause(30)
    clock.forward(seconds=10.5)
    body = await bot.call("sendMessage", chat_id=amina.user_id, text="Hi")
    assert (body["error_code"], body["parameters"]) == (429, {"retry_after": 20})
    clock.forward(seconds=19)
    assert (await bot.refusal("getMe"))[0] == 429
    clock.forward(seconds=1)
    await bot.do("sendMessage", chat_id=amina.user_id, text="Hi")
    first, second = telegram.faults.impatient
    assert (first.method, first.chat_id) == ("sendMessage", str(amina.user_id))
    assert (second.method, second.chat_id) == ("getMe", None)
    assert (second.at - first.at).total_seconds() == 19


async def test_a_new_pause_forgets_who_called_in_the_last_one(
    telegram: Emulator, bot: BotSide
) -> None:
    telegram.faults.pause(30)
    await bot.refusal("getMe")
    telegram.faults.pause(5)
    assert telegram.faults.impatient == []
    assert (await bot.refusal("getMe"))[1].endswith("retry after 5")


async def test_a_pause_can_be_called_off_and_outlives_a_method(
    telegram: Emulator, bot: BotSide
) -> None:
    telegram.faults.pause(30)
    telegram.faults.clear("getMe")
    assert (await bot.refusal("getMe"))[0] == 429
    telegram.faults.clear()
    await bot.do("getMe")


async def test_ordered_faults_wait_behind_a_pause(
    telegram: Emulator, bot: BotSide, clock: StillClock
) -> None:
    telegram.faults.next("getMe", RetryAfter(7))
    telegram.faults.pause(30)
    assert (await bot.refusal("getMe"))[1].endswith("retry after 30")
    clock.forward(seconds=30)
    assert (await bot.refusal("getMe"))[1].endswith("retry after 7")


async def test_a_revoked_token_opens_nothing_until_it_is_restored(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(bot.refusal("getUpdates", timeout=20, offset=bot.offset))
        await asyncio.sleep(0.05)
        telegram.faults.revoke_token()
    assert poll.result() == (401, "Unauthorized")
    amina.type("Hello?")
    assert (telegram.quiet, telegram.idle) == (True, False)
    for method in ("getMe", "getUpdates", "sendMessage"):
        assert await bot.refusal(method) == (401, "Unauthorized")
    telegram.faults.restore_token()
    assert len(await bot.updates()) == 1


async def test_taps_can_be_made_too_old_at_once(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    await bot.do("sendMessage", chat_id=amina.user_id, text="?", reply_markup=keyboard(["Yes"]))
    fetched = amina.tap("Yes")
    assert len(await bot.updates()) == 1
    amina.tap("Yes")
    amina.type("Hello")
    telegram.expire_taps()
    assert ["message" in update for update in await bot.updates()] == [True]
    refused = await bot.refusal("answerCallbackQuery", callback_query_id=fetched)
    assert refused == (400, error_texts.QUERY_TOO_OLD.description)
