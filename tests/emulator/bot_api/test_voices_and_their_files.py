"""Voice notes people send, the files behind them, and notes the bot sends."""

import io
from base64 import b64encode

import aiohttp
import pytest
from bot_side import BotSide, StillClock

from emulator import CutMidway, Drip, Emulator, Phone, Status, Voice, recording

SOUND = recording(7)


async def download(bot: BotSide, path: str) -> tuple[int, bytes]:
    root = bot.root.replace("/bot", "/file/bot", 1)
    async with bot.session.get(f"{root}/{path}") as answer:
        return answer.status, await answer.read()


async def fetched(bot: BotSide, file_id: str) -> bytes:
    found = await bot.do("getFile", file_id=file_id)
    status, body = await download(bot, found["file_path"])
    assert status == 200
    return body


async def test_a_note_tells_its_length_and_its_bytes_can_be_fetched(
    amina: Phone, bot: BotSide
) -> None:
    amina.send_voice(Voice(SOUND, 7))
    (update,) = await bot.updates()
    note = update["message"]["voice"]
    assert (note["duration"], note["mime_type"], note["file_size"]) == (7, "audio/ogg", len(SOUND))
    assert await fetched(bot, note["file_id"]) == SOUND


async def test_an_app_may_lie_about_the_size(amina: Phone, bot: BotSide) -> None:
    amina.send_voice(Voice(SOUND, 7, size=12))
    (update,) = await bot.updates()
    note = update["message"]["voice"]
    assert note["file_size"] == 12
    assert (await bot.do("getFile", file_id=note["file_id"]))["file_size"] == len(SOUND)


async def test_a_path_lasts_an_hour(amina: Phone, bot: BotSide, clock: StillClock) -> None:
    amina.send_voice()
    (update,) = await bot.updates()
    found = await bot.do("getFile", file_id=update["message"]["voice"]["file_id"])
    clock.forward(minutes=59)
    assert (await download(bot, found["file_path"]))[0] == 200
    clock.forward(minutes=1)
    assert (await download(bot, found["file_path"]))[0] == 404


async def test_what_cannot_be_fetched_is_refused_as_by_telegram(amina: Phone, bot: BotSide) -> None:
    unknown = (400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    assert await bot.refusal("getFile", file_id="no-such-file") == unknown
    amina.send_voice(Voice(bytes(20 * 1024 * 1024 + 1)))
    (update,) = await bot.updates()
    file_id = update["message"]["voice"]["file_id"]
    too_big = (400, "Bad Request: file is too big")
    assert await bot.refusal("getFile", file_id=file_id) == too_big
    assert (await download(bot, "voice/file_99.oga"))[0] == 404


async def test_nobody_fetches_without_the_token(
    amina: Phone, bot: BotSide, site: str, session: aiohttp.ClientSession
) -> None:
    amina.send_voice()
    (update,) = await bot.updates()
    found = await bot.do("getFile", file_id=update["message"]["voice"]["file_id"])
    async with session.get(f"{site}/file/bot1:another/{found['file_path']}") as answer:
        assert answer.status == 401


async def test_a_download_meets_the_faults_ordered_for_it(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    amina.send_voice()
    (update,) = await bot.updates()
    found = await bot.do("getFile", file_id=update["message"]["voice"]["file_id"])
    telegram.faults.next("file", Status(404, "Not Found"))
    assert (await download(bot, found["file_path"]))[0] == 404
    telegram.faults.next("file", CutMidway())
    with pytest.raises(aiohttp.ClientError):
        await download(bot, found["file_path"])
    telegram.faults.next("file", Drip(0.2))
    assert (await download(bot, found["file_path"]))[0] == 200


@pytest.mark.parametrize("content", [SOUND, b"no sound at all"], ids=["note", "document"])
async def test_the_bot_sends_a_note_and_what_is_none_arrives_as_a_file(
    amina: Phone, bot: BotSide, content: bytes
) -> None:
    form = aiohttp.FormData({"chat_id": str(amina.user_id), "duration": "7"})
    form.add_field("voice", io.BytesIO(content), filename="note.oga", content_type="audio/ogg")
    async with bot.session.post(f"{bot.root}/sendVoice", data=form) as answer:
        assert (await answer.json())["ok"]
    shown = amina.last
    assert shown is not None
    held = shown.voice or shown.document
    assert held is not None
    assert held.content == content
    assert (shown.voice is not None) is (content == SOUND)


async def test_other_sounds_are_other_kinds(amina: Phone, bot: BotSide) -> None:
    amina.send_video_note()
    amina.send_audio()
    amina.send_voice(forwarded_from="Zbigniew")
    round_one, song, forwarded = [u["message"] for u in await bot.updates()]
    assert [name in round_one for name in ("video_note", "voice")] == [True, False]
    assert [name in song for name in ("audio", "voice")] == [True, False]
    assert forwarded["forward_origin"]["sender_user_name"] == "Zbigniew"


async def test_a_note_is_sent_over_http_too(
    telegram: Emulator, amina: Phone, bot: BotSide, site: str, session: aiohttp.ClientSession
) -> None:
    body = {"sound": b64encode(SOUND).decode(), "duration": 7}
    address = f"{site}/control/phones/{amina.user_id}/voice"
    async with session.post(address, json=body, headers={"X-Emulator": "1"}) as answer:
        assert answer.status == 200
        (*_, shown) = (await answer.json())["messages"]
    assert shown["thing"] == "🎤 Voice message"
    async with session.get(f"{site}{shown['voice']['href']}") as answer:
        assert (answer.status, await answer.read()) == (200, SOUND)
    async with session.post(address, json={"sound": "!"}, headers={"X-Emulator": "1"}) as answer:
        assert answer.status == 400
    (update,) = await bot.updates()
    assert await fetched(bot, update["message"]["voice"]["file_id"]) == SOUND


def test_a_recording_grows_with_its_seconds_and_can_be_filled() -> None:
    assert len(recording(1)) < len(recording(120)) < 100_000
    assert len(recording(4, filled=900_000)) > 900_000
