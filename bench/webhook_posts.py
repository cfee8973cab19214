"""``python -m bench.webhook_posts``: how many webhook posts a second the bot stores on the disk."""

from __future__ import annotations

import asyncio
import json
import socket
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing

from bench.real_bot import real_bot

SECRET = "a-word-for-the-bench-alone"  # noqa: S105 (only the benchmark uses it)
CONNECTIONS = 40
"""As many as Telegram opens, by the setting in setWebhook."""
POSTS = 4_000
PEOPLE = 1_000


def _requests(door: str) -> Iterator[bytes]:
    """Posts of edited messages, which the bot handles without a reply."""
    for number in range(1, POSTS + 1):
        user = 7_000_000 + number % PEOPLE
        who = {"id": user, "is_bot": False, "first_name": "-"}
        message = {
            "message_id": number, "date": 1_790_000_000, "edit_date": 1_790_000_001,
            "chat": {"id": user, "type": "private", "first_name": "-"}, "from": who,
            "text": "More lamps, please",
        }  # fmt: skip
        body = json.dumps({"update_id": number, "edited_message": message}).encode()
        head = (
            f"POST /telegram HTTP/1.1\r\nHost: {door}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {SECRET}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        yield head.encode() + body


async def _post_from(host: str, port: int, requests: Iterator[bytes], waits: list[float]) -> None:
    """Post over one connection as long as there are ``requests``; add the seconds of each."""
    reader, writer = await asyncio.open_connection(host, port)
    for request in requests:
        began = time.perf_counter()
        writer.write(request)
        answer = await reader.readuntil(b"\r\n\r\n")
        if not answer.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(answer.partition(b"\r\n")[0].decode())
        waits.append(time.perf_counter() - began)
    writer.close()


async def _post_all(host: str, port: int) -> tuple[float, list[float]]:
    """Post everything; return (seconds for all, seconds of each)."""
    requests, waits = _requests(f"{host}:{port}"), list[float]()
    began = time.perf_counter()
    await asyncio.gather(*(_post_from(host, port, requests, waits) for _ in range(CONNECTIONS)))
    return time.perf_counter() - began, waits


async def measure() -> None:
    """Start the real command with a webhook, post over forty connections, and print the result."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    door = {
        "WARDMOTE_LISTEN": f"127.0.0.1:{port}",
        "WARDMOTE_WEBHOOK": f"http://127.0.0.1:{port}/telegram",
        "WARDMOTE_WEBHOOK_SECRET": SECRET,
    }
    async with real_bot(**door) as bot:
        seconds, waits = await _post_all("127.0.0.1", port)
        with closing(sqlite3.connect(bot.file)) as db:
            stored = db.execute("SELECT count(*) FROM inbox").fetchone()[0]
    waits.sort()
    median, p95 = waits[len(waits) // 2], waits[len(waits) * 95 // 100]
    sys.stdout.write(
        f"{POSTS} posts over {CONNECTIONS} connections: {POSTS / seconds:.0f} a second, median "
        f"{median * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms; {stored} in the inbox\n"
    )


if __name__ == "__main__":
    asyncio.run(measure())
