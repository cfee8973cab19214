"""A minimal Bot API server in its own process, so that benchmarks measure the bot and not it.

``python -m bench.lean_server`` prints its port and serves on loopback until it is killed. It hands
out the updates it was given, answers every other call at once, and counts the calls.
"""

from __future__ import annotations

import asyncio
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

import orjson

OFFSET = re.compile(rb"offset\D{1,3}(\d+)")
CHAT = re.compile(rb"chat_id\D{1,3}(\d+)")
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
FIRST_PHONE = 5_000_000_001
"""The user id of the first person who taps, as in ``bench.seeding``."""
ME = b'{"id":100200300,"is_bot":true,"first_name":"Bench","username":"BenchBot"}'
MESSAGE = (
    b'{"message_id":77,"date":1700000000,"chat":{"id":5000000001,"type":"private",'
    b'"first_name":"A"},"text":"x"}'
)
LONGEST_POLL = 2.0


@dataclass(slots=True)
class Lean:
    """The updates to hand out, and the calls counted. ``at_once`` taps are in flight at any time;
    if ``every`` is set, one is handed out every ``every`` seconds instead, answered or not."""

    updates: list[bytes] = field(default_factory=list)
    first_id: int = 1
    at_once: int = 1
    every: float = 0.0
    began: float = 0.0
    calls: Counter[str] = field(default_factory=Counter)
    released: int = 0
    first_call: float = 0.0
    last_call: float = 0.0
    handed_out: dict[int, float] = field(default_factory=dict)
    first_send: float = 0.0
    last_send: float = 0.0
    waits: list[float] = field(default_factory=list)
    polls: list[tuple[Connection, int]] = field(default_factory=list)

    def load(self, body: dict[str, object]) -> None:
        """Start again with the updates in ``body``, and reset all counts."""
        given = body["updates"]
        assert isinstance(given, list)
        self.calls.clear()
        self.handed_out.clear()
        self.waits.clear()
        self.released, self.first_call, self.last_call = 0, 0.0, 0.0
        self.first_send = self.last_send = 0.0
        self.updates = [orjson.dumps(u) for u in given]
        self.first_id = given[0]["update_id"] if given else 1
        self.at_once, self.every = int(str(body["at_once"])), float(str(body["every"]))
        self.began = time.perf_counter()
        if self.every:
            self._tick()
        else:
            self.serve_polls()

    def _tick(self) -> None:
        self.serve_polls()
        if self.released < len(self.updates):
            asyncio.get_running_loop().call_later(self.every, self._tick)

    def due(self) -> int:
        """How many updates may have been handed out by now."""
        if self.every:
            return min(len(self.updates), int((time.perf_counter() - self.began) / self.every))
        done = min(self.calls["answercallbackquery"], self.calls["editmessagetext"])
        return min(len(self.updates), done + self.at_once)

    def batch(self, offset: int) -> bytes:
        """The updates from ``offset`` on that may be handed out, as the result of one response."""
        due, begin = self.due(), max(0, offset - self.first_id)
        end = min(due, begin + 100)
        if end > self.released:
            now = time.perf_counter()
            for place in range(self.released, end):
                self.handed_out[place + self.first_id] = now
            self.released = end
        return b"[" + b",".join(self.updates[begin:end]) + b"]"

    def serve_polls(self) -> None:
        """Answer waiting polls for which there are updates."""
        waiting, self.polls = self.polls, []
        for connection, offset in waiting:
            result = self.batch(offset)
            if result == b"[]":
                self.polls.append((connection, offset))
            else:
                connection.say(result)

    def state(self) -> bytes:
        """The counts, as JSON."""
        return orjson.dumps(
            {
                "calls": self.calls,
                "released": self.released,
                "seconds": self.last_call - self.first_call,
                "first": self.first_call,
                "last": self.last_call,
                "first_send": self.first_send,
                "last_send": self.last_send,
                "waits": self.waits,
            }
        )


class Connection(asyncio.Protocol):
    """One connection."""

    def __init__(self, lean: Lean) -> None:
        self._lean = lean
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client has connected."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has disconnected: forget its polls."""
        self._lean.polls = [
            (connection, offset)
            for connection, offset in self._lean.polls
            if connection is not self
        ]

    def data_received(self, data: bytes) -> None:
        """Parse and answer requests, which may arrive in parts."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            found = LENGTH.search(head)
            whole = end + 4 + (int(found.group(1)) if found else 0)
            if len(self._buffer) < whole:
                return
            body, self._buffer = self._buffer[end + 4 : whole], self._buffer[whole:]
            path = head.split(b" ", 2)[1]
            self._answer(path.rsplit(b"/", 1)[-1].decode().lower(), body)

    def say(self, result: bytes) -> None:
        """Send one successful Bot API response."""
        body = b'{"ok":true,"result":' + result + b"}"
        if self._transport is not None:
            self._transport.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + str(len(body)).encode()
                + b"\r\n\r\n"
                + body
            )

    def _answer(self, method: str, body: bytes) -> None:
        lean = self._lean
        if method == "getupdates":
            self._poll(body)
        elif method == "getme":
            self.say(ME)
        elif method == "lean-load":
            lean.load(orjson.loads(body))
            self.say(b"true")
        elif method == "lean-state":
            self.say(lean.state())
        else:
            self._count(method, body)
            self.say(MESSAGE if method in ("sendmessage", "editmessagetext") else b"true")
            if lean.polls and not lean.every:
                lean.serve_polls()

    def _poll(self, body: bytes) -> None:
        lean = self._lean
        found = OFFSET.search(body)
        offset = int(found.group(1)) if found else 0
        result = lean.batch(offset)
        if result != b"[]":
            self.say(result)
            return
        lean.polls.append((self, offset))
        asyncio.get_running_loop().call_later(LONGEST_POLL, self._give_up)

    def _give_up(self) -> None:
        if any(connection is self for connection, _ in self._lean.polls):
            self.connection_lost(None)
            self.say(b"[]")

    def _count(self, method: str, body: bytes) -> None:
        lean = self._lean
        lean.calls[method] += 1
        lean.last_call = time.perf_counter()
        lean.first_call = lean.first_call or lean.last_call
        if method == "sendmessage":
            lean.last_send = lean.last_call
            lean.first_send = lean.first_send or lean.last_call
        if method == "editmessagetext":
            # Each tap is by a different person: the edit in their chat is its reply.
            found = CHAT.search(body)
            place = int(found.group(1)) - FIRST_PHONE if found else -1
            since = lean.handed_out.pop(lean.first_id + place, None)
            if since is not None:
                lean.waits.append(lean.last_call - since)


async def serve() -> None:
    """Serve a free port on loopback; print the port on the first line."""
    lean = Lean()
    server = await asyncio.get_running_loop().create_server(
        lambda: Connection(lean), "127.0.0.1", 0, backlog=512
    )
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
