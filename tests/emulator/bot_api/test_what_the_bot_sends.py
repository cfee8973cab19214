"""What a bot sends, edits and deletes, and how Telegram refuses it."""

import json
from typing import Any

import aiohttp
import pytest
from bot_side import BotSide, StillClock, keyboard

from emulator import Emulator, Phone

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


async def test_a_message_arrives_as_plain_text_with_entities(amina: Phone, bot: BotSide) -> None:
    sent = await bot.do(
        "sendMessage", chat_id=amina.user_id, text="<b>News</b> for Daventry", parse_mode="HTML"
    )
    assert amina.last is not None
    assert (amina.last.text, amina.last.html) == (
        "News for Daventry",
        "<b>News</b> for Daventry",
    )
    assert sent["entities"] == [{"offset": 0, "length": 4, "type": "bold"}]


async def test_get_and_json_serve_as_well_as_forms(
    amina: Phone, bot: BotSide, session: aiohttp.ClientSession
) -> None:
    url = f"{bot.root}/sendmessage"
    async with session.get(url, params={"chat_id": amina.user_id, "text": "by address"}) as one:
        assert (await one.json())["ok"]
    body = {"chat_id": amina.user_id, "text": "by JSON", "reply_markup": keyboard(["Yes"])}
    async with session.post(url, json=body) as two:
        assert (await two.json())["ok"]
    assert [m.text for m in amina.messages if m.from_bot] == ["by address", "by JSON"]


async def test_an_edit_changes_the_message_in_place(amina: Phone, bot: BotSide) -> None:
    sent = await bot.do(
        "sendMessage", chat_id=amina.user_id, text="One?", reply_markup=keyboard(["Yes", "No"])
    )
    here = {"chat_id": amina.user_id, "message_id": sent["message_id"]}
    await bot.do("editMessageText", **here, text="Two?", reply_markup=keyboard(["Maybe"]))
    assert amina.last is not None
    assert amina.last.text == "Two?"
    assert [b.text for row in amina.last.buttons for b in row] == ["Maybe"]
    await bot.do("editMessageReplyMarkup", **here)
    assert amina.keyboard_message is None


async def test_an_edit_that_changes_nothing_is_refused(amina: Phone, bot: BotSide) -> None:
    sent = await bot.do(
        "sendMessage", chat_id=amina.user_id, text="Same", reply_markup=keyboard(["Yes"])
    )
    here = {"chat_id": amina.user_id, "message_id": sent["message_id"]}
    again = {"reply_markup": keyboard(["Yes"])}
    assert await bot.refusal("editMessageText", **here, text="Same", **again) == (400, NOT_MODIFIED)
    assert await bot.refusal("editMessageReplyMarkup", **here, **again) == (400, NOT_MODIFIED)


async def test_a_deleted_message_is_gone(amina: Phone, bot: BotSide) -> None:
    sent = await bot.do("sendMessage", chat_id=amina.user_id, text="Oops")
    here = {"chat_id": amina.user_id, "message_id": sent["message_id"]}
    await bot.do("deleteMessage", **here)
    assert all(message.text != "Oops" for message in amina.messages)
    not_there = (400, "Bad Request: message to delete not found")
    assert await bot.refusal("deleteMessage", **here) == not_there
    not_there = (400, "Bad Request: message to edit not found")
    assert await bot.refusal("editMessageText", **here, text="x") == not_there


async def test_after_two_days_a_message_can_no_longer_be_deleted(
    amina: Phone, bot: BotSide, clock: StillClock
) -> None:
    sent = await bot.do("sendMessage", chat_id=amina.user_id, text="Old")
    clock.forward(hours=49)
    assert await bot.refusal(
        "deleteMessage", chat_id=amina.user_id, message_id=sent["message_id"]
    ) == (400, "Bad Request: message can't be deleted for everyone")


async def test_a_residents_own_message_cannot_be_edited(amina: Phone, bot: BotSide) -> None:
    mine = amina.type("Mine")
    assert await bot.refusal(
        "editMessageText", chat_id=amina.user_id, message_id=mine.message_id, text="Yours"
    ) == (400, "Bad Request: message can't be edited")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": "   "}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "Bare"}]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "reply_markup": keyboard(["é" * 33])}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard(["B"] * 9)}, "reply markup is too long"),
        ({"text": "x", "reply_markup": keyboard(*[["B"]] * 101)}, "reply markup is too long"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        (
            {"text": "x", "reply_parameters": {"message_id": 99_999}},
            "message to be replied not found",
        ),
        (
            {"text": "x", "colour": "red"},
            "the emulator does not know parameter colour of method sendMessage",
        ),
        ({"text": "x", "business_connection_id": "b"}, "business connection not found"),
    ],
)
async def test_a_message_telegram_would_refuse_is_refused(
    amina: Phone, bot: BotSide, given: dict[str, Any], words: str
) -> None:
    refused = await bot.refusal("sendMessage", chat_id=amina.user_id, **given)
    assert refused == (400, f"Bad Request: {words}")


async def test_a_button_has_one_action(amina: Phone, bot: BotSide) -> None:
    both = {"text": "Both", "callback_data": "x", "url": "https://example.org"}
    code, words = await bot.refusal(
        "sendMessage",
        chat_id=amina.user_id,
        text="x",
        reply_markup={"inline_keyboard": [[both]]},
    )
    assert (code, words.partition(": ")[2].partition(":")[0]) == (
        400,
        "can't parse inline keyboard button",
    )


async def test_length_is_counted_after_the_entities_are_read(amina: Phone, bot: BotSide) -> None:
    text = "<b>" + "x" * 4096 + "</b>"
    await bot.do("sendMessage", chat_id=amina.user_id, text=text, parse_mode="HTML")


async def test_nobody_is_written_to_who_cannot_be(telegram: Emulator, bot: BotSide) -> None:
    stranger = telegram.phone(first_name="Ben")
    words = "Forbidden: bot can't initiate conversation with a user"
    assert await bot.refusal("sendMessage", chat_id=stranger.user_id, text="Hi") == (403, words)
    stranger.start()
    await bot.do("sendMessage", chat_id=stranger.user_id, text="Hi")
    stranger.block()
    words = "Forbidden: bot was blocked by the user"
    assert await bot.refusal("sendMessage", chat_id=stranger.user_id, text="Hi") == (403, words)
    stranger.unblock()
    await bot.do("sendMessage", chat_id=stranger.user_id, text="Hi")
    stranger.delete_account()
    words = "Forbidden: user is deactivated"
    assert await bot.refusal("sendMessage", chat_id=stranger.user_id, text="Hi") == (403, words)


@pytest.mark.parametrize("chat_id", ["77", "@nobody", "-12"])
async def test_an_unknown_chat_is_not_found(bot: BotSide, chat_id: str) -> None:
    refused = await bot.refusal("sendMessage", chat_id=chat_id, text="Hi")
    assert refused == (400, "Bad Request: chat not found")


async def test_a_wrong_token_opens_nothing(site: str, session: aiohttp.ClientSession) -> None:
    for token, code, words in [
        ("999:OTHER", 401, "Unauthorized"),
        ("nonsense", 404, "Not Found"),
    ]:
        async with session.get(f"{site}/bot{token}/getMe") as answer:
            assert answer.status == code
            assert (await answer.json())["description"] == words


async def test_an_unknown_method_is_not_found(bot: BotSide) -> None:
    assert await bot.refusal("sendDice") == (404, "Not Found: method not found")


async def test_a_document_arrives_with_its_bytes(
    amina: Phone, bot: BotSide, session: aiohttp.ClientSession
) -> None:
    form = aiohttp.FormData()
    form.add_field("chat_id", str(amina.user_id))
    form.add_field("document", "attach://file0")
    form.add_field("caption", "<i>Results</i>")
    form.add_field("parse_mode", "HTML")
    form.add_field("file0", b"a,b\n1,2\n", filename="results.csv", content_type="text/csv")
    async with session.post(f"{bot.root}/sendDocument", data=form) as answer:
        result = (await answer.json())["result"]
    assert amina.last is not None
    assert amina.last.document is not None
    assert amina.last.document.content == b"a,b\n1,2\n"
    assert (result["caption"], result["document"]["file_name"]) == ("Results", "results.csv")
    again = result["document"]["file_id"]
    await bot.do("sendDocument", chat_id=amina.user_id, document=again)
    assert amina.last.document.filename == "results.csv"


async def test_a_document_nobody_uploaded_is_refused(amina: Phone, bot: BotSide) -> None:
    words = "Bad Request: wrong file identifier/HTTP URL specified"
    refused = await bot.refusal("sendDocument", chat_id=amina.user_id, document="nothing")
    assert refused == (400, words)
    refused = await bot.refusal("sendDocument", chat_id=amina.user_id)
    assert refused == (400, "Bad Request: there is no document in the request")


async def test_a_caption_has_its_own_limit(
    amina: Phone, bot: BotSide, session: aiohttp.ClientSession
) -> None:
    form = aiohttp.FormData({"chat_id": str(amina.user_id), "caption": "x" * 1025})
    form.add_field("document", b"x", filename="x.txt", content_type="text/plain")
    async with session.post(f"{bot.root}/sendDocument", data=form) as answer:
        assert (await answer.json())["description"] == "Bad Request: message caption is too long"


async def test_commands_are_kept_by_language_and_scope(bot: BotSide) -> None:
    english = [{"command": "help", "description": "What I can do"}]
    await bot.do("setMyCommands", commands=english)
    await bot.do(
        "setMyCommands",
        commands=[{"command": "help", "description": "Co umiem"}],
        language_code="pl",
        scope={"type": "all_private_chats"},
    )
    assert await bot.do("getMyCommands") == english
    polish = await bot.do("getMyCommands", language_code="pl", scope={"type": "all_private_chats"})
    assert polish[0]["description"] == "Co umiem"
    bad = json.dumps([{"command": "Two words", "description": "x"}])
    refused = await bot.refusal("setMyCommands", commands=bad)
    assert refused == (400, "Bad Request: BOT_COMMAND_INVALID")


async def test_the_small_methods_answer(amina: Phone, bot: BotSide) -> None:
    assert (await bot.do("getMe"))["is_bot"]
    assert (await bot.do("getChat", chat_id=amina.user_id))["first_name"] == "Amina"
    assert await bot.do("sendChatAction", chat_id=amina.user_id, action="typing")
    assert await bot.do("deleteWebhook", drop_pending_updates=True)
    assert (await bot.do("getWebhookInfo"))["url"] == ""
    refused = await bot.refusal("sendChatAction", chat_id=amina.user_id, action="dance")
    assert refused == (400, "Bad Request: wrong parameter action in request")
