"""Photos the bot sends, places people share, and the keys that ask for them."""

import io
from typing import Any

import aiohttp
import pytest
from bot_side import BotSide, keyboard
from made_pictures import jpeg_head, png

from emulator import Emulator, Key, Phone

WARD = png(1600, 800)
WHERE = [[{"text": "Share where I am", "request_location": True}], [{"text": "Type it"}]]


async def sent_photo(bot: BotSide, phone: Phone, content: bytes, **more: str) -> dict[str, Any]:
    form = aiohttp.FormData({"chat_id": str(phone.user_id), "photo": "attach://here", **more})
    form.add_field("here", io.BytesIO(content), filename="ward.png", content_type="image/png")
    async with bot.session.post(f"{bot.root}/sendPhoto", data=form) as answer:
        body: dict[str, Any] = await answer.json()
        return body


async def test_a_photo_arrives_with_its_bytes_its_caption_and_its_buttons(
    amina: Phone, bot: BotSide
) -> None:
    buttons = '{"inline_keyboard": [[{"text": "Useful", "callback_data": "useful"}]]}'
    body = await sent_photo(
        bot, amina, WARD, caption="<b>Abbey</b>", parse_mode="HTML", reply_markup=buttons
    )
    shown = amina.last
    assert shown is not None
    assert shown.photo == WARD
    assert [b.text for row in shown.buttons for b in row] == ["Useful"]
    result = body["result"]
    assert (result["caption"], result["caption_entities"][0]["type"]) == ("Abbey", "bold")
    sides = [(size["width"], size["height"]) for size in result["photo"]]
    assert sides == [(90, 45), (320, 160), (800, 400), (1280, 640), (1600, 800)]
    assert result["photo"][-1]["file_size"] == len(WARD)


async def test_a_photo_is_sent_again_by_its_id(amina: Phone, bot: BotSide) -> None:
    body = await sent_photo(bot, amina, WARD)
    again = body["result"]["photo"][-1]["file_id"]
    await bot.do("sendPhoto", chat_id=amina.user_id, photo=again)
    assert [m.photo for m in amina.messages if m.from_bot] == [WARD, WARD]
    refused = await bot.refusal("sendDocument", chat_id=amina.user_id, document=again)
    assert refused == (400, "Bad Request: can't use file of type Photo as Document")


async def test_a_jpeg_tells_its_size_too(amina: Phone, bot: BotSide) -> None:
    body = await sent_photo(bot, amina, jpeg_head(300, 200))
    assert body["result"]["photo"][-1]["width"] == 300


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "file must be non-empty"),
        (b"no picture at all", "IMAGE_PROCESS_FAILED"),
        (WARD[:20], "IMAGE_PROCESS_FAILED"),
        (b"\xff\xd8\xff\xe0\x00\x10", "IMAGE_PROCESS_FAILED"),
        (png(0, 5), "IMAGE_PROCESS_FAILED"),
        (jpeg_head(6000, 4001), "PHOTO_INVALID_DIMENSIONS"),
        (jpeg_head(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (
            b"\x89PNG\r\n\x1a\n" + bytes(10 * 1024 * 1024),
            "file of size 10485768 bytes is too big for a photo; "
            "the maximum size is 10485760 bytes",
        ),
    ],
    ids=["empty", "text", "cut", "cut-jpeg", "flat", "too-large", "too-long", "too-heavy"],
)
async def test_what_is_no_photo_is_refused(
    amina: Phone, bot: BotSide, content: bytes, words: str
) -> None:
    body = await sent_photo(bot, amina, content)
    assert (body["error_code"], body["description"]) == (400, f"Bad Request: {words}")
    assert amina.last is None


async def test_a_photo_nobody_uploaded_is_refused(amina: Phone, bot: BotSide) -> None:
    refused = await bot.refusal("sendPhoto", chat_id=amina.user_id)
    assert refused == (400, "Bad Request: there is no photo in the request")
    refused = await bot.refusal("sendPhoto", chat_id=amina.user_id, photo="https://a.example/b")
    assert refused == (400, "Bad Request: wrong file identifier/HTTP URL specified")
    body = await sent_photo(bot, amina, WARD, caption="x" * 1025)
    assert body["description"] == "Bad Request: message caption is too long"


async def test_a_document_is_not_sent_as_a_photo(amina: Phone, bot: BotSide) -> None:
    form = aiohttp.FormData({"chat_id": str(amina.user_id)})
    form.add_field("document", b"a,b\n", filename="a.csv", content_type="text/csv")
    async with bot.session.post(f"{bot.root}/sendDocument", data=form) as answer:
        file_id = (await answer.json())["result"]["document"]["file_id"]
    refused = await bot.refusal("sendPhoto", chat_id=amina.user_id, photo=file_id)
    assert refused == (400, "Bad Request: can't use file of type Document as Photo")


async def test_a_photos_text_is_no_text_to_edit_but_its_buttons_are(
    amina: Phone, bot: BotSide
) -> None:
    sent = (await sent_photo(bot, amina, WARD, caption="Abbey"))["result"]
    here = {"chat_id": amina.user_id, "message_id": sent["message_id"]}
    refused = await bot.refusal("editMessageText", **here, text="Other")
    assert refused == (400, "Bad Request: there is no text in the message to edit")
    await bot.do("editMessageReplyMarkup", **here, reply_markup=keyboard(["Useful"]))
    assert amina.keyboard_message is not None


async def test_a_shared_place_arrives_in_degrees(amina: Phone, bot: BotSide) -> None:
    amina.share_location(51.628, -0.748)
    [update] = await bot.updates()
    assert update["message"]["location"] == {"latitude": 51.628, "longitude": -0.748}
    assert "text" not in update["message"]


@pytest.mark.parametrize("point", [(90.1, 0.0), (0.0, -180.5), (float("nan"), 0.0)])
async def test_a_place_on_no_map_is_not_shared(
    amina: Phone, bot: BotSide, point: tuple[float, float]
) -> None:
    with pytest.raises(ValueError, match="latitude"):
        amina.share_location(*point)
    assert amina.messages[-1].text == "/start"


async def test_a_key_may_ask_for_the_place_until_the_keyboard_is_removed(
    amina: Phone, bot: BotSide
) -> None:
    await bot.do(
        "sendMessage", chat_id=amina.user_id, text="Where?", reply_markup={"keyboard": WHERE}
    )
    assert amina.keys == [[Key("Share where I am", asks_location=True)], [Key("Type it")]]
    amina.type("Wait")
    assert len(amina.keys) == 2
    gone = {"remove_keyboard": True}
    await bot.do("sendMessage", chat_id=amina.user_id, text="Thanks", reply_markup=gone)
    assert amina.keys == []


async def test_a_keyboard_for_one_time_goes_when_it_was_used(amina: Phone, bot: BotSide) -> None:
    once = {"keyboard": WHERE, "one_time_keyboard": True}
    await bot.do("sendMessage", chat_id=amina.user_id, text="Where?", reply_markup=once)
    assert len(amina.keys) == 2
    amina.share_location(51.6, -0.7)
    assert amina.keys == []


async def test_a_phone_changes_its_language_and_the_bot_hears_of_it(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    amina.language_code = "ur"
    amina.type("Salaam")
    assert (await bot.updates())[0]["message"]["from"]["language_code"] == "ur"
    for bad in ("", "Urdu", "u", "ur_PK"):
        with pytest.raises(ValueError, match="is not a language code"):
            amina.language_code = bad
    assert amina.language_code == "ur"
