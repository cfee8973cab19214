"""A bench in another process orders faults and asks the witness, over the guarded control API."""

import json
from typing import Any

import aiohttp
import pytest
from bot_side import BotSide, StillClock

from emulator import Emulator, Phone
from emulator.faults import error_texts
from emulator.faults.fault_requests import KNOWN

MINE = {"X-Emulator": "1"}
TAKES: dict[str, Any] = {
    "retry_after": {"seconds": 7},
    "status": {"code": 502, "description": "Bad Gateway", "done": True},
    "drip": {"seconds": 0.01},
    "hang": {"seconds": 0.01, "done": True},
    "upgraded": {"to": -1001234567890},
}


class Backstage:
    """The control API as a program in another process sees it."""

    def __init__(self, session: aiohttp.ClientSession, site: str) -> None:
        self.session, self.site = session, site

    async def ask(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        url = f"{self.site}/control/{path}"
        sent = None if body is None else json.dumps(body)
        async with self.session.request(method, url, data=sent, headers=MINE) as answer:
            return answer.status, await answer.json()

    async def do(self, method: str, path: str, body: object = None) -> Any:
        status, found = await self.ask(method, path, body)
        assert status == 200, found
        return found

    async def refusal(self, method: str, path: str, body: object = None) -> str:
        status, found = await self.ask(method, path, body)
        assert status == 400
        return str(found["error"])


@pytest.fixture
def backstage(session: aiohttp.ClientSession, site: str) -> Backstage:
    return Backstage(session, site)


@pytest.mark.parametrize("fault", KNOWN)
async def test_every_fault_can_be_ordered_by_its_name(
    telegram: Emulator, amina: Phone, bot: BotSide, backstage: Backstage, fault: str
) -> None:
    order = {"method": "sendMessage", "fault": fault, **TAKES.get(fault, {})}
    assert (await backstage.do("POST", "faults", order))["left"] == 1
    try:
        await bot.call("sendMessage", chat_id=amina.user_id, text="Hi")
    except aiohttp.ClientError:
        assert fault in ("cut_before", "cut_after", "cut_midway", "reset", "html_200")
    assert (await backstage.do("GET", "faults"))["left"] == 0


async def test_an_order_is_for_a_chat_and_so_many_times(
    amina: Phone, bot: BotSide, backstage: Backstage
) -> None:
    order = {"method": "*", "fault": "blocked", "times": 2, "chat_id": amina.user_id}
    await backstage.do("POST", "faults", order)
    await bot.do("getMe")
    for _ in range(2):
        refused = await bot.refusal("sendMessage", chat_id=amina.user_id, text="Hi")
        assert refused == (403, error_texts.BLOCKED.description)
    await bot.do("sendMessage", chat_id=amina.user_id, text="Hi")


async def test_a_named_answer_may_come_after_the_effect(
    telegram: Emulator, amina: Phone, bot: BotSide, backstage: Backstage
) -> None:
    order = {"method": "sendMessage", "fault": "bad_gateway", "done": True}
    await backstage.do("POST", "faults", order)
    assert (await bot.refusal("sendMessage", chat_id=amina.user_id, text="Hi"))[0] == 502
    assert telegram.count_sent == 1


async def test_orders_can_be_called_off_from_outside(
    telegram: Emulator, bot: BotSide, backstage: Backstage
) -> None:
    for method in ("getMe", "sendMessage"):
        await backstage.do("POST", "faults", {"method": method, "fault": "reset", "times": 3})
    assert (await backstage.do("DELETE", "faults?method=getMe"))["left"] == 3
    await backstage.do("POST", "pause", {"seconds": 60})
    found = await backstage.do("DELETE", "faults")
    assert (found["left"], found["pause_left"]) == (0, None)
    await bot.do("getMe")


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ({"fault": "reset"}, "method: Field required."),
        ({"method": "getMe"}, "fault: Field required."),
        (
            {"method": "sendMesage", "fault": "reset"},
            "There is no method 'sendMesage'; \"*\" means any.",
        ),
        ({"method": "getMe", "fault": "storm"}, "There is no fault 'storm', only retry_after, "),
        ({"method": "getMe", "fault": "reset", "seconds": 3}, "The fault reset takes done; not "),
        ({"method": "getMe", "fault": "cut_after", "done": True}, "takes nothing; not done."),
        ({"method": "getMe", "fault": "hang"}, "seconds: Field required."),
        ({"method": "getMe", "fault": "hang", "seconds": "3"}, "seconds: Input should be a valid"),
        ({"method": "getMe", "fault": "hang", "seconds": -3}, "between 0 and 86400 seconds"),
        ({"method": "getMe", "fault": "drip", "seconds": float("nan")}, "seconds"),
        ({"method": "getMe", "fault": "reset", "times": 0}, "times: Input should be greater"),
        ({"method": "getMe", "fault": "reset", "times": True}, "times: Input should be a valid"),
        ({"method": "getMe", "fault": "reset", "chat_id": "me"}, "chat_id: Input should be"),
        ({"method": "getMe", "fault": "status", "code": 200, "description": "?"}, "400 to 599"),
    ],
)
async def test_an_order_that_makes_no_sense_is_refused_in_a_sentence(
    telegram: Emulator, backstage: Backstage, order: dict[str, object], words: str
) -> None:
    assert words in await backstage.refusal("POST", "faults", order)
    assert telegram.faults.left == 0


async def test_what_is_no_object_is_refused(
    session: aiohttp.ClientSession, site: str, telegram: Emulator
) -> None:
    for body in ("[1]", "not JSON"):
        async with session.post(f"{site}/control/faults", data=body, headers=MINE) as answer:
            assert answer.status == 400
    assert telegram.faults.left == 0


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "faults"),
        ("DELETE", "faults"),
        ("POST", "pause"),
        ("POST", "token"),
        ("POST", "updates/expire_taps"),
    ],
)
async def test_another_site_in_a_browser_changes_nothing(
    session: aiohttp.ClientSession, site: str, telegram: Emulator, method: str, path: str
) -> None:
    url = f"{site}/control/{path}"
    body = json.dumps({"method": "getMe", "fault": "reset", "seconds": 5, "revoked": True})
    for headers in ({}, {**MINE, "Origin": "http://elsewhere.example"}):
        async with session.request(method, url, data=body, headers=headers) as answer:
            assert answer.status == 403
    faults = telegram.faults
    assert (faults.left, faults.pause_left, faults.token_revoked) == (0, None, False)


@pytest.mark.parametrize("path", ["witness?text=Hi", "witness/17", "faults"])
async def test_another_site_in_a_browser_reads_nothing(
    session: aiohttp.ClientSession, site: str, path: str
) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    async with session.get(f"{site}/control/{path}", headers=headers) as answer:
        assert answer.status == 403


async def test_a_pause_tells_from_outside_who_called(
    amina: Phone, bot: BotSide, backstage: Backstage, clock: StillClock
) -> None:
    assert (await backstage.do("POST", "pause", {"seconds": 12.5}))["pause_left"] == 13
    assert (await bot.refusal("sendMessage", chat_id=amina.user_id, text="Hi"))[0] == 429
    found = await backstage.do("GET", "faults")
    assert found["impatient"] == [
        {"method": "sendMessage", "chat_id": str(amina.user_id), "at": clock.now().isoformat()}
    ]
    for seconds in (None, "5", True, -1, float("inf")):
        assert "seconds" in await backstage.refusal("POST", "pause", {"seconds": seconds})


async def test_the_token_is_revoked_and_restored_from_outside(
    bot: BotSide, backstage: Backstage
) -> None:
    assert (await backstage.do("POST", "token", {"revoked": True}))["token_revoked"] is True
    assert await bot.refusal("getMe") == (401, "Unauthorized")
    assert "true or false" in await backstage.refusal("POST", "token", {"revoked": "no"})
    await backstage.do("POST", "token", {"revoked": False})
    await bot.do("getMe")


async def test_disorder_is_ordered_from_outside(
    telegram: Emulator, amina: Phone, bot: BotSide, backstage: Backstage
) -> None:
    await backstage.do("POST", "updates/twice", {"count": 1})
    await backstage.do("POST", "updates/backwards", {"count": 2})
    found = await backstage.do("POST", "updates/renumber", {"next_id": 77})
    assert found == {"next_id": 77, "waiting": 0}
    for text in ("One", "Two", "Three"):
        amina.type(text)
    ids = [update["update_id"] for update in await bot.updates()]
    assert ids == [ids[0], ids[0], ids[0] - 1, 77]
    amina.tap_data(1, "too late")
    assert len(telegram.updates) == 5
    assert (await backstage.do("POST", "updates/expire_taps"))["waiting"] == 4


@pytest.mark.parametrize(
    ("act", "body"),
    [
        ("twice", {"count": 0}),
        ("backwards", {"count": True}),
        ("renumber", {"next_id": 0}),
        ("renumber", {}),
    ],
)
async def test_disorder_that_makes_no_sense_is_refused(
    backstage: Backstage, act: str, body: dict[str, object]
) -> None:
    assert (await backstage.refusal("POST", f"updates/{act}", body)).endswith(".")


async def test_disorder_of_another_kind_is_not_known(backstage: Backstage) -> None:
    status, found = await backstage.ask("POST", "updates/sideways", {})
    assert (status, found["error"].split(",")[0]) == (404, "There is no 'sideways'")


async def test_the_witness_is_asked_from_outside(
    amina: Phone, bot: BotSide, backstage: Backstage, clock: StillClock
) -> None:
    chat = {"chat_id": amina.user_id}
    number = (await bot.do("sendMessage", text="Lights & benches", **chat))["message_id"]
    await bot.do("editMessageText", message_id=number, text="Benches", **chat)
    await bot.do("deleteMessage", message_id=number, **chat)
    found = await backstage.do("GET", "witness?text=Lights%20%26%20benches")
    assert found == {"chats": {str(amina.user_id): 1}}
    now = clock.now().isoformat()
    edits = [{"text": "Benches", "at": now}]
    seen = {"message_id": number, "text": "Lights & benches", "at": now, "edits": edits}
    whole = await backstage.do("GET", f"witness/{amina.user_id}")
    assert whole == {"messages": [{**seen, "deleted_at": now}]}
    assert "words to look for" in await backstage.refusal("GET", "witness")
