"""What people do with their phones, and how the bot gets to hear of it."""

import asyncio

import pytest
from bot_side import BotSide, StillClock, keyboard

from emulator import Emulator, Phone, PhoneError

TOO_OLD = (
    400,
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
)
OTHER = (
    409,
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
)


async def asked(bot: BotSide, phone: Phone) -> int:
    sent = await bot.do(
        "sendMessage", chat_id=phone.user_id, text="Lighting?", reply_markup=keyboard(["Yes", "No"])
    )
    number: int = sent["message_id"]
    return number


async def test_a_command_is_marked_as_one(amina: Phone, bot: BotSide) -> None:
    amina.start("ward-7")
    [update] = await bot.updates()
    message = update["message"]
    assert message["text"] == "/start ward-7"
    assert message["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]
    assert message["from"]["id"] == message["chat"]["id"] == amina.user_id


async def test_updates_rise_by_one_and_stay_until_confirmed(amina: Phone, bot: BotSide) -> None:
    for word in ("one", "two", "three"):
        amina.type(word)
    first = await bot.do("getUpdates", limit=2)
    assert [u["message"]["text"] for u in first] == ["one", "two"]
    assert first[1]["update_id"] == first[0]["update_id"] + 1
    assert await bot.do("getUpdates", limit=2) == first
    rest = await bot.do("getUpdates", offset=first[1]["update_id"] + 1)
    assert [u["message"]["text"] for u in rest] == ["three"]


async def test_a_negative_offset_forgets_all_but_the_last(amina: Phone, bot: BotSide) -> None:
    for word in ("one", "two", "three"):
        amina.type(word)
    assert [u["message"]["text"] for u in await bot.do("getUpdates", offset=-1)] == ["three"]
    assert len(await bot.do("getUpdates")) == 1


async def test_a_tap_carries_data_and_the_message(amina: Phone, bot: BotSide) -> None:
    await asked(bot, amina)
    query_id = amina.tap("Ye")
    [update] = await bot.updates()
    query = update["callback_query"]
    assert (query["id"], query["data"]) == (query_id, "yes")
    assert query["message"]["text"] == "Lighting?"
    await bot.do("answerCallbackQuery", callback_query_id=query_id, text="Saved", show_alert=True)
    assert [(toast.text, toast.show_alert) for toast in amina.toasts] == [("Saved", True)]
    assert await bot.refusal("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD


async def test_a_button_that_is_not_there_cannot_be_tapped(amina: Phone, bot: BotSide) -> None:
    await asked(bot, amina)
    with pytest.raises(LookupError, match=r"'Yes', 'No'"):
        amina.tap("Perhaps")


async def test_old_and_forged_taps_arrive_all_the_same(amina: Phone, bot: BotSide) -> None:
    number = await asked(bot, amina)
    await bot.do("deleteMessage", chat_id=amina.user_id, message_id=number)
    amina.tap_data(number, "yes")
    await asked(bot, amina)
    amina.forge("admin:all")
    old, forged = await bot.updates()
    assert old["callback_query"]["message"]["date"] == 0
    assert forged["callback_query"]["data"] == "admin:all"


async def test_after_150_seconds_a_tap_is_lost_and_a_text_is_not(
    amina: Phone, bot: BotSide, clock: StillClock
) -> None:
    await asked(bot, amina)
    query_id = amina.tap("Yes")
    amina.type("Hello?")
    clock.forward(seconds=150)
    assert await bot.refusal("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD
    assert [list(update)[1] for update in await bot.updates()] == ["message"]


async def test_after_a_day_a_text_is_lost_too(
    amina: Phone, bot: BotSide, clock: StillClock, telegram: Emulator
) -> None:
    amina.type("Hello?")
    assert not telegram.idle
    clock.forward(hours=24)
    assert await bot.updates() == []
    assert telegram.idle


async def test_the_older_of_two_polls_is_thrown_out(amina: Phone, bot: BotSide) -> None:
    async with asyncio.TaskGroup() as group:
        older = group.create_task(bot.refusal("getUpdates", timeout=20))
        await asyncio.sleep(0.05)
        newer = group.create_task(bot.do("getUpdates", timeout=20))
        assert await older == OTHER
        amina.type("For the newcomer")
    assert [update["message"]["text"] for update in newer.result()] == ["For the newcomer"]


async def test_a_long_poll_ends_by_itself(bot: BotSide) -> None:
    assert await bot.do("getUpdates", timeout=1) == []


async def test_the_bot_hears_only_of_kinds_it_asked_for(amina: Phone, bot: BotSide) -> None:
    await bot.updates(allowed_updates=["message"])
    amina.block()
    amina.start()
    assert [list(update)[1] for update in await bot.updates()] == ["message"]
    await bot.updates(allowed_updates=[])
    amina.block()
    assert [list(update)[1] for update in await bot.updates()] == ["my_chat_member"]


async def test_blocking_and_coming_back_are_told(amina: Phone, bot: BotSide) -> None:
    amina.block()
    with pytest.raises(PhoneError, match="blocked"):
        amina.type("Anyone?")
    amina.start()
    gone, back, start = await bot.updates()
    assert gone["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert back["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert start["message"]["text"] == "/start"


async def test_things_besides_text_arrive(amina: Phone, bot: BotSide) -> None:
    amina.send_photo(caption="Our street")
    amina.send_voice()
    amina.send_sticker()
    amina.send_contact("+441604000000")
    amina.send_location(52.4, -0.73)
    amina.forward("Look at this", "Ben")
    mine = amina.type("Frist")
    amina.edit_text(mine.message_id, "First")
    updates = await bot.updates()
    photo = updates[0]["message"]
    assert (photo["caption"], len(photo["photo"])) == ("Our street", 2)
    kinds = ["voice", "sticker", "contact", "location", "forward_origin"]
    for update, kind in zip(updates[1:6], kinds, strict=True):
        assert kind in update["message"]
    assert updates[7]["edited_message"]["text"] == "First"


async def test_a_link_button_starts_the_bot_or_opens_elsewhere(amina: Phone, bot: BotSide) -> None:
    rows = [
        [{"text": "Here", "url": "https://t.me/WardmoteBot?start=abc"}],
        [{"text": "There", "url": "https://example.org/plan"}],
    ]
    markup = {"inline_keyboard": rows}
    await bot.do("sendMessage", chat_id=amina.user_id, text="Links", reply_markup=markup)
    assert amina.tap("Here") == amina.tap("There") == ""
    assert amina.opened == ["https://example.org/plan"]
    [update] = await bot.updates()
    assert update["message"]["text"] == "/start abc"


async def test_a_start_payload_has_its_alphabet(amina: Phone) -> None:
    for payload in ("two words", "x" * 65, ""):
        with pytest.raises(ValueError, match="start payload"):
            amina.start(payload)


async def test_a_group_tells_the_bot_only_what_is_meant_for_it(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    group = telegram.group("Friends of the Park", members=[amina])
    group.type(amina, "Not for the bot")
    group.type(amina, "/results@WardmoteBot")
    joined, command = await bot.updates()
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert command["message"]["chat"]["id"] == group.chat_id < 0
    await bot.do("sendMessage", chat_id=group.chat_id, text="Results")
    group.remove_bot(amina)
    refused = await bot.refusal("sendMessage", chat_id=group.chat_id, text="Results")
    assert refused == (403, "Forbidden: bot was kicked from the group chat")


async def test_pushed_updates_may_be_malformed_and_their_ids_odd(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    amina.type("First")
    [first] = await bot.updates()
    telegram.push({"message": {"date": "yesterday"}})
    telegram.push({"message": first["message"]}, update_id=first["update_id"])
    telegram.push({"message": {}}, update_id=17)
    batch = await bot.do("getUpdates", offset=bot.offset)
    assert [u["update_id"] - first["update_id"] for u in batch[:2]] == [1, 0]
    assert batch[2]["update_id"] == 17
    assert await bot.do("getUpdates", offset=first["update_id"] + 2) == []
    assert telegram.idle


async def test_settled_waits_for_the_bot(telegram: Emulator, amina: Phone, bot: BotSide) -> None:
    amina.type("Hello")
    with pytest.raises(TimeoutError, match="1 updates wait"):
        await amina.settled(timeout=0.05)
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(amina.settled())
        await bot.updates()
        assert not waiting.done()
        await bot.updates()
    assert telegram.calls["getUpdates"] == 4


async def test_a_text_too_long_for_one_message_goes_as_two(amina: Phone, bot: BotSide) -> None:
    amina.type("😀" * 2050)
    lengths = [len(update["message"]["text"]) for update in await bot.updates()]
    assert lengths == [2048, 2]
