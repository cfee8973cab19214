"""The page with the phones, and the control API behind it, for this computer only."""

import json
from pathlib import Path

import aiohttp
import pytest
from bot_side import BotSide

import emulator
from emulator import Emulator, Phone, Poster, serve

MINE = {"X-Emulator": "1"}


async def test_the_page_loads_nothing_from_elsewhere(
    site: str, session: aiohttp.ClientSession
) -> None:
    async with session.get(site) as answer:
        page = await answer.text()
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "Three pretend phones" in page
    folder = Path(emulator.__file__).parent / "static"
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
