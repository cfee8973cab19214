"""The page with the phones, and the control API behind it, for this computer only."""

import asyncio
import json
from pathlib import Path

import aiohttp
import pytest
from bot_side import BotSide
from made_pictures import png

import emulator
from emulator import Crowd, Emulator, Phone, Place, Poster, serve

MINE = {"X-Emulator": "1"}


async def test_the_page_loads_nothing_from_elsewhere(
    site: str, session: aiohttp.ClientSession
) -> None:
    async with session.get(site) as answer:
        page = await answer.text()
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "Three pretend phones" in page
    folder = Path(emulator.__file__).parent / "page" / "static"
    for file in folder.iterdir():
        async with session.get(f"{site}/static/{file.name}") as answer:
            assert answer.status == 200
            assert "http://" not in (await answer.text()).replace("http://www.w3.org/2000/svg", "")
    assert "innerHTML" not in "".join(file.read_text("utf-8") for file in folder.iterdir())


async def test_the_state_lists_who_is_cast_and_some_neighbours(
    telegram: Emulator, site: str, session: aiohttp.ClientSession
) -> None:
    telegram.cast(telegram.phone(first_name="Sue"), label="Board member", side="staff")
    telegram.posters.append(Poster("Library poster", "lib"))
    for number in range(30):
        telegram.phone(first_name=f"Neighbour {number}")
    async with session.get(f"{site}/control/state") as answer:
        state = await answer.json()
    assert [entry["label"] for entry in state["board"]] == ["Board member"]
    assert len(state["neighbours"]) == 20
    assert state["posters"] == [{"label": "Library poster", "payload": "lib"}]
    assert state["clock"] == "2022-09-05T09:00:00+00:00"


async def test_a_phone_is_made_and_used_from_the_page(
    telegram: Emulator, bot: BotSide, site: str, session: aiohttp.ClientSession
) -> None:
    phones = f"{site}/control/phones"
    async with session.post(phones, json={"label": "You"}, headers=MINE) as answer:
        assert answer.status == 201
        you = await answer.json()
    mine = f"{phones}/{you['id']}"
    for act, body in [("start", {"payload": "abc"}), ("type", {"text": "Hi"}), ("photo", {})]:
        async with session.post(f"{mine}/{act}", json=body, headers=MINE) as answer:
            assert answer.status == 200
    twins = [{"text": "Same", "callback_data": data} for data in ("first", "second")]
    markup = {"inline_keyboard": [twins]}
    await bot.do("sendMessage", chat_id=you["id"], text="Hello", reply_markup=markup)
    async with session.get(mine) as answer:
        shown = (await answer.json())["messages"][-1]
    tap = {"message_id": shown["id"], "label": "Same", "row": 0, "column": 1}
    for act, body in [("tap", tap), ("block", {})]:
        async with session.post(f"{mine}/{act}", json=body, headers=MINE) as answer:
            assert answer.status == 200
    async with session.post(f"{mine}/type", json={"text": "Hi"}, headers=MINE) as answer:
        assert (answer.status, (await answer.json())["error"]) == (
            409,
            "The bot is blocked on this phone.",
        )
    updates = await bot.updates()
    assert updates[3]["callback_query"]["data"] == "second"
    kinds = [list(update)[1] for update in updates]
    assert kinds == ["message", "message", "message", "callback_query", "my_chat_member"]


async def test_events_tell_what_changed(
    amina: Phone, bot: BotSide, site: str, session: aiohttp.ClientSession
) -> None:
    url = f"{site}/control/events?phones={amina.user_id}"
    async with session.get(url) as stream:
        await bot.do("sendMessage", chat_id=amina.user_id, text="News")
        async for line in stream.content:
            if line.startswith(b"data: ") and b'"messages"' in line:
                picture = json.loads(line[6:])
                if picture["messages"][-1]["text"] == "News":
                    break


async def test_a_page_that_leaves_at_once_troubles_nobody(
    amina: Phone, bot: BotSide, site: str, caplog: pytest.LogCaptureFixture
) -> None:
    port = int(site.rsplit(":", 1)[1])
    request = f"GET /control/events?phones={amina.user_id} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    for _ in range(10):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request.encode())
        await writer.drain()
        writer.transport.abort()
        await bot.do("sendMessage", chat_id=amina.user_id, text="News")
    await asyncio.sleep(0.3)
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []


async def test_a_document_can_be_fetched(
    amina: Phone, bot: BotSide, site: str, session: aiohttp.ClientSession
) -> None:
    form = aiohttp.FormData({"chat_id": str(amina.user_id)})
    form.add_field("document", b"bytes", filename="Ward é.csv", content_type="text/csv")
    async with session.post(f"{bot.root}/sendDocument", data=form) as answer:
        assert answer.status == 200
    async with session.get(f"{site}/control/phones/{amina.user_id}") as answer:
        document = (await answer.json())["messages"][-1]["document"]
    async with session.get(site + document["href"]) as answer:
        assert await answer.read() == b"bytes"
        assert "attachment" in answer.headers["Content-Disposition"]


async def test_a_photo_is_shown_with_words_for_those_who_do_not_see_it(
    amina: Phone, bot: BotSide, site: str, session: aiohttp.ClientSession
) -> None:
    for caption in ("", "Abbey, in numbers"):
        form = aiohttp.FormData({"chat_id": str(amina.user_id), "caption": caption})
        form.add_field("photo", png(4, 3), filename="w.png", content_type="image/png")
        async with session.post(f"{bot.root}/sendPhoto", data=form) as answer:
            assert answer.status == 200
    async with session.get(f"{site}/control/phones/{amina.user_id}") as answer:
        bare, captioned = [m["photo"] for m in (await answer.json())["messages"][-2:]]
    assert (bare["alt"], captioned["alt"]) == ("Photo from the bot", "Abbey, in numbers")
    async with session.get(site + bare["href"]) as answer:
        assert (await answer.read(), answer.content_type) == (png(4, 3), "image/png")
    for kind in ("photos", "documents"):
        async with session.get(f"{site}/control/{kind}/{amina.user_id}/1") as answer:
            assert answer.status == 404


async def test_a_place_is_shared_by_name_or_in_degrees(
    telegram: Emulator, amina: Phone, site: str, session: aiohttp.ClientSession
) -> None:
    telegram.places = [Place("Abbey", 51.618, -0.76)]
    url = f"{site}/control/phones/{amina.user_id}/location"
    for body, status in [
        ({"place": "Abbey"}, 200),
        ({"latitude": "51.5", "longitude": "-0.1"}, 200),
        ({"place": "Nowhere"}, 409),
        ({"latitude": "51.5"}, 400),
        ({"latitude": "far", "longitude": "0"}, 400),
        ({"latitude": 91, "longitude": 0}, 400),
    ]:
        async with session.post(url, json=body, headers=MINE) as answer:
            assert answer.status == status
    points = [m.extra["location"]["latitude"] for m in amina.messages if "location" in m.extra]
    assert points == [51.618, 51.5]


async def test_a_phone_speaks_another_language_from_the_page(
    amina: Phone, bot: BotSide, site: str, session: aiohttp.ClientSession
) -> None:
    await bot.do("setMyDescription", description="O nas", language_code="pl")
    url = f"{site}/control/phones/{amina.user_id}/language"
    async with session.post(url, json={"code": "pl"}, headers=MINE) as answer:
        assert (await answer.json())["profile"]["description"] == "O nas"
    async with session.post(url, json={"code": "Polish"}, headers=MINE) as answer:
        assert answer.status == 400
    assert amina.language_code == "pl"


@pytest.mark.parametrize("body", [{"side": "mayor"}, {"language_code": "Polish"}])
async def test_a_phone_of_no_known_side_or_language_is_not_made(
    telegram: Emulator, site: str, session: aiohttp.ClientSession, body: dict[str, str]
) -> None:
    async with session.post(f"{site}/control/phones", json=body, headers=MINE) as answer:
        assert answer.status == 400
    assert telegram.phones == {}


async def test_the_older_word_for_the_board_still_lists_a_phone_there(
    telegram: Emulator, site: str, session: aiohttp.ClientSession
) -> None:
    telegram.cast(telegram.phone(first_name="Tom"), "Tom", "officer")
    body = {"label": "Sue", "side": "staff"}
    async with session.post(f"{site}/control/phones", json=body, headers=MINE) as answer:
        assert answer.status == 201
    async with session.get(f"{site}/control/state") as answer:
        state = await answer.json()
    sides = [[e["label"] for e in state[side]] for side in ("residents", "board", "officers")]
    assert sides == [[], ["Sue"], ["Tom"]]


async def test_the_crowds_pace_is_set_from_the_page(
    telegram: Emulator, amina: Phone, site: str, session: aiohttp.ClientSession
) -> None:
    url = f"{site}/control/crowd"
    async with session.post(url, json={"paused": True}, headers=MINE) as answer:
        assert (answer.status, await answer.json()) == (404, {"error": "There is no crowd."})
    crowd = telegram.crowd = Crowd(telegram, lambda member, dice: None)
    crowd.paces = {"slow": 60.0, "normal": 600.0}
    crowd.add(amina, {})
    async with session.post(url, json={"pace": "slow", "paused": True}, headers=MINE) as answer:
        shown = (await answer.json())["crowd"]
    assert (shown["pace"], shown["paused"], shown["size"]) == ("slow", True, 1)
    assert (crowd.speed, crowd.paused) == (60.0, True)
    async with session.post(url, json={"pace": "breakneck"}, headers=MINE) as answer:
        assert answer.status == 400
    async with session.post(url, json={"paused": False}, headers=MINE) as answer:
        assert (await answer.json())["crowd"]["paused"] is False
    async with session.post(url, json={"pace": "normal"}, headers={}) as answer:
        assert answer.status == 403
    assert crowd.speed == 60.0


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://elsewhere.example", **MINE},
        {"Sec-Fetch-Site": "cross-site", **MINE},
        {"Host": "elsewhere.example", **MINE},
    ],
)
async def test_other_sites_cannot_use_the_phones(
    amina: Phone, site: str, session: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    url = f"{site}/control/phones/{amina.user_id}/block"
    async with session.post(url, data="{}", headers=headers) as answer:
        assert answer.status == 403
    assert not amina.user.blocked


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "example.org", ""])
async def test_only_loopback_is_served(telegram: Emulator, host: str) -> None:
    with pytest.raises(ValueError, match="this computer only"):
        async with serve(telegram, host=host):
            pass


async def test_a_taken_port_is_an_error(telegram: Emulator, site: str) -> None:
    with pytest.raises(OSError, match="address already in use"):
        async with serve(telegram, port=int(site.rsplit(":", 1)[1])):
            pass
