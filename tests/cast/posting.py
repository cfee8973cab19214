"""A running service with its web door open, and a stand-in for Telegram that posts to it."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from bot.receiving.webhook import CHECK_SECONDS
from content.library import Library
from wardmote.service import settings
from wardmote.service.clock import WallClock
from wardmote.service.lifecycle import Service
from wardmote.service.schedule import ScheduledTicks
from wardmote.service.web_door import WebDoor
from wardmote.service.wiring import ServiceConfig, built

TOKEN = "100200300:made-up-for-tests"
WORD = "a-word-only-telegram-knows_1"
METRICS_SECRET = "a-word-for-monitoring_1"
ME = {
    "id": 100200300, "is_bot": True, "first_name": "Wardmote", "username": "WardmoteBot",
    "can_join_groups": False, "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}  # fmt: skip


@dataclass
class StandIn:
    """Answers the few methods a webhook bot needs, and records every call."""

    url: str = ""
    called: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    posts_to: str = ""
    error: str = ""
    refuses_with: str = ""
    is_away: bool = False
    pending: int = 3

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one Bot API call."""
        method = request.match_info["method"]
        body = json.loads(await request.text() or "{}") if method != "getMe" else {}
        self.called.append((method, body))
        if self.is_away:
            return error_response(502, "Bad Gateway")
        if request.match_info["token"] != TOKEN:
            return error_response(401, "Unauthorized")
        if method == "getUpdates" and self.posts_to:
            return error_response(
                409, "Conflict: can't use getUpdates method while webhook is active"
            )
        if method == "setWebhook":
            if self.refuses_with:
                return error_response(400, self.refuses_with)
            self.posts_to = body["url"]
        if method == "deleteWebhook":
            self.posts_to = ""
        return web.json_response({"ok": True, "result": self._result(method)})

    def _result(self, method: str) -> object:
        match method:
            case "getMe":
                return ME
            case "getWebhookInfo":
                info = {"url": self.posts_to, "pending_update_count": self.pending}
                late = {"last_error_date": 1_790_000_000, "last_error_message": self.error}
                return info | (late if self.error else {})
            case "sendMessage":
                return {"message_id": len(self.called), "date": 1, "chat": {"id": 7}}
            case "getUpdates":
                return []
        return True

    def asked(self, method: str) -> list[dict[str, Any]]:
        """The bodies of every call of ``method``."""
        return [body for name, body in self.called if name == method]

    def said(self, words: str) -> int:
        """How many messages containing ``words`` the bot has sent."""
        return sum(words in body["text"] for body in self.asked("sendMessage"))


def error_response(status: int, description: str) -> web.Response:
    body = {"ok": False, "error_code": status, "description": description}
    return web.json_response(body, status=status)


@asynccontextmanager
async def stand_in() -> AsyncIterator[StandIn]:
    """A stand-in on a free port of this machine, until the block ends."""
    here = StandIn()
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", here.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    port = free_port()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    here.url = f"http://127.0.0.1:{port}"
    try:
        yield here
    finally:
        await runner.cleanup()


def free_port() -> int:
    """A free port on this machine."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass
class Posting:
    """A running service with a webhook. ``post`` acts as Telegram, or as a forger."""

    service: Service
    telegram: StandIn
    door: str
    database: Path
    session: aiohttp.ClientSession

    async def post(self, update: object, *, word: str | bytes | None = WORD, **more: Any) -> int:
        """Post an update, or bytes as they are; return the status of the response."""
        body = json.dumps(update).encode() if isinstance(update, Mapping) else update
        headers = {} if word is None else {"X-Telegram-Bot-Api-Secret-Token": word}
        async with self.session.post(
            f"{self.door}/telegram", data=body, headers=headers, **more
        ) as answer:
            await answer.read()
            return answer.status

    async def get(
        self, path: str, secret: str = METRICS_SECRET
    ) -> tuple[int, str, Mapping[str, str]]:
        """(status, body, headers) of a page."""
        head = {"Authorization": f"Bearer {secret}"} if secret else {}
        async with self.session.get(f"{self.door}{path}", headers=head) as answer:
            return answer.status, await answer.text(), answer.headers

    def stored(self) -> int:
        """The number of updates in the inbox, read over another connection."""
        with closing(sqlite3.connect(self.database)) as db:
            return int(db.execute("SELECT count(*) FROM inbox").fetchone()[0])

    async def until(self, what: Any) -> None:
        """Wait until ``what`` holds. Raises TimeoutError after 20 seconds."""
        async with asyncio.timeout(20):
            while not what():  # noqa: ASYNC110 (others move it)
                await asyncio.sleep(0.01)


def words_of(user: int, text: str, update_id: int) -> dict[str, Any]:
    """An update with a typed message."""
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1_790_000_000,
            "chat": {"id": user, "type": "private", "first_name": "Zebediah"},
            "from": {"id": user, "is_bot": False, "first_name": "Zebediah"},
            "text": text,
            "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]
            if text.startswith("/")
            else [],
        },
    }


@asynccontextmanager
async def posting_house(
    library: Library,
    folder: Path,
    migrated: Path,
    *,
    webhook: bool = True,
    looks_every: float = CHECK_SECONDS,
    metrics_secret: str | None = METRICS_SECRET,
) -> AsyncIterator[Posting]:
    """A service in real time with its web door open, until the block ends.

    ``looks_every`` is the seconds from one look whether Telegram posts to it to the next.
    """
    database = Path(shutil.copy(migrated, folder / "wardmote.db"))
    door = f"127.0.0.1:{free_port()}"
    async with stand_in() as telegram, aiohttp.ClientSession() as session:
        posted = {"webhook": f"http://{door}/telegram", "webhook_secret": WORD} if webhook else {}
        given = settings.read(
            _env_file=None,
            token=TOKEN,
            council="buckinghamshire",
            database=f"sqlite+aiosqlite:///{database}",
            bot_api=telegram.url,
            listen=door,
            metrics_secret=metrics_secret,
            **posted,
        )
        doorway = WebDoor(given)
        config = ServiceConfig(
            library=library,
            database=given.database,
            token=TOKEN,
            bot_api=given.bot_api,
            clock=WallClock(),
            probe_seconds=0,
            story=True,
            watch=doorway.watch,
            webhook=doorway.webhook and replace(doorway.webhook, check_seconds=looks_every),
        )
        async with built(config) as service, doorway.opened(service), asyncio.TaskGroup() as group:
            serving = group.create_task(service.serve(ScheduledTicks()))
            here = Posting(service, telegram, f"http://{door}", database, session)
            await here.until(lambda: service.bot.receiver.up)
            try:
                yield here
            finally:
                serving.cancel()
