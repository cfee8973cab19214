"""``python -m bench.speed``: receiving, answering and sending compared with other libraries.

All of them talk to the same lean server on loopback, in its own process, in one run. In each line
our figure comes first. Read the ratios, because machines differ and are never quite idle.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from bench.figures import busy, machine, p95
from bench.lean_site import LeanSite, lean_site, taps
from bench.on_lean import TELEGRAMS, UNPACED, on_lean
from bench.seeding import FIRST_PHONE
from bench.simulated_broadcast import ten_thousand
from bench.town import TOKEN
from bot.sending.request import TelegramApi
from engagement.broadcasts.bot_api_responses import Fate
from storage import migrations
from storage.engine.batcher import Batcher
from storage.engine.database import Database
from usecases.conversation import receive
from usecases.world import World

AT_ONCE = (8, 64)
TAPS, SENDS, RIVAL_TAPS, RIVAL_SENDS, UPDATES = 2_000, 4_000, 300, 400, 10_000
GRAMMY = Path(__file__).parent / "grammy"
PACED, TAP_EVERY = 1_000, 0.2


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison: both rates a second, and the lowest acceptable ratio."""

    name: str
    ours: float
    theirs: float
    least: float | None

    def __str__(self) -> str:
        ratio = self.ours / self.theirs
        verdict = ""
        if self.least is not None:
            verdict = f"  (at least {self.least:g}: {'met' if ratio >= self.least else 'MISSED'})"
        return f"{ratio:6.2f}x  {self.name}: {self.ours:,.0f} against {self.theirs:,.0f}/s{verdict}"


async def _rival(site: LeanSite, *command: str) -> asyncio.subprocess.Process:
    """Start a rival in its own process, with its output discarded."""
    return await asyncio.create_subprocess_exec(
        *command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


async def best(measure: Callable[[int], Awaitable[float]]) -> float:
    """The better result of 8 and of 64 at once."""
    return max([await measure(at_once) for at_once in AT_ONCE])


# Answering


async def our_taps(site: LeanSite) -> float:
    """Taps a second: an answer stored, the tap answered, the message edited."""
    found = []
    for at_once in AT_ONCE:
        async with on_lean(site, TAPS, UNPACED) as town:
            await site.load(taps(TAPS, town.tap), at_once=at_once)
            state = await site.until("editmessagetext", TAPS)
            if await town.answered() != TAPS:
                raise RuntimeError("not every answer was stored")
            found.append(TAPS / float(state["seconds"]))
    return max(found)


async def ptb_taps(site: LeanSite, at_once: int) -> float:
    """The same with python-telegram-bot, its own HTTP client and an ORM."""
    await site.load(taps(RIVAL_TAPS, "q:1:0:2"), at_once=at_once)
    rival = await _rival(
        site, sys.executable, "-m", "bench.rival_ptb", "taps", site.url, str(at_once)
    )
    try:
        state = await site.until("editmessagetext", RIVAL_TAPS)
    finally:
        rival.kill()
        await rival.wait()
    return float(RIVAL_TAPS / state["seconds"])


# Sending


async def our_sends(site: LeanSite) -> float:
    """Messages a second of one broadcast, including claims and ledger."""
    async with on_lean(site, SENDS, UNPACED) as town:
        await town.send_to_all()
        state = await site.until("sendmessage", SENDS)
        async with asyncio.timeout(30):
            while await town.sent() < SENDS:  # noqa: ASYNC110 (there is no event)
                await asyncio.sleep(0.05)
        return _sends_a_second(state, SENDS)


async def our_bare_sends(site: LeanSite, at_once: int) -> float:
    """Messages a second with the call used by every broadcast, encoded once; no ledger."""
    await site.load([])
    made = orjson.dumps({"text": "The lamps are on.", "parse_mode": "HTML"})[1:]
    left = iter(range(SENDS))
    async with TelegramApi(site.url, TOKEN) as api:

        async def send_some() -> None:
            for number in left:
                body = b'{"chat_id":%d,%b' % (FIRST_PHONE + number, made)
                await api.call_with("sendMessage", body)

        async with asyncio.TaskGroup() as group:
            for _ in range(at_once):
                group.create_task(send_some())
    return _sends_a_second(await site.state(), SENDS)


def _sends_a_second(state: dict[str, Any], count: int) -> float:
    return float(count / (state["last_send"] - state["first_send"]))


async def ptb_sends(site: LeanSite, at_once: int) -> float:
    """Bare messages with python-telegram-bot's default client; nothing is stored."""
    await site.load([])
    count = str(RIVAL_SENDS)
    rival = await _rival(
        site, sys.executable, "-m", "bench.rival_ptb", "sends", site.url, str(at_once), count
    )
    state = await site.until("sendmessage", RIVAL_SENDS)
    await rival.wait()
    return _sends_a_second(state, RIVAL_SENDS)


async def grammy_sends(site: LeanSite, at_once: int) -> float:
    """Bare messages with grammY; nothing is stored."""
    await site.load([])
    rival = await _rival(site, "node", str(GRAMMY / "send.mjs"), site.url, str(at_once), str(SENDS))
    state = await site.until("sendmessage", SENDS)
    await rival.wait()
    return _sends_a_second(state, SENDS)


def has_grammy() -> bool:
    """Whether Node is available and grammY is installed in ``bench/grammy``."""
    return shutil.which("node") is not None and (GRAMMY / "node_modules" / "grammy").is_dir()


# Receiving


async def durable_receiving(site: LeanSite, folder: Path) -> tuple[float, float]:
    """(our rate, a raw writer's): taps a second from poll to disk, a hundred per commit."""
    updates = taps(UPDATES, "q:1:0:2", people=1_000)
    async with on_lean(site, 10, UNPACED) as town:
        world = town.service.world
    database = Database(f"sqlite+aiosqlite:///{folder / 'received.db'}")
    await migrations.upgrade(database)
    batcher = Batcher(database)
    await site.load(updates, at_once=UPDATES)
    async with TelegramApi(site.url, TOKEN) as api, asyncio.TaskGroup() as group:
        serving = group.create_task(batcher.serve())
        began, offset, stored = time.perf_counter(), 1, 0
        while stored < UPDATES:
            outcome = await api.call("getUpdates", {"offset": offset, "limit": 100})
            if outcome.fate is not Fate.DONE or not isinstance(outcome.result, list):
                raise RuntimeError(outcome.description)
            batch = outcome.result
            stored += await _taken_in(batcher, world, batch)
            offset = batch[-1]["update_id"] + 1
        ours = UPDATES / (time.perf_counter() - began)
        await batcher.drained()
        serving.cancel()
    await database.close()
    return ours, await asyncio.to_thread(_raw_writer, folder / "raw.db", updates)


async def _taken_in(batcher: Batcher, world: World, batch: list[dict[str, Any]]) -> int:
    return len(await batcher.run(lambda tx: receive.take_in(tx, world, 1, batch)))


def _raw_writer(file: Path, updates: list[dict[str, object]]) -> float:
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE inbox (id INTEGER PRIMARY KEY, update_id INTEGER UNIQUE, body TEXT)")
    began = time.perf_counter()
    for first in range(0, len(updates), 100):
        db.execute("BEGIN IMMEDIATE")
        db.executemany(
            "INSERT INTO inbox (update_id, body) VALUES (?, ?)",
            [(u["update_id"], orjson.dumps(u).decode()) for u in updates[first : first + 100]],
        )
        db.execute("COMMIT")
    took = time.perf_counter() - began
    db.close()
    return len(updates) / took


# While a broadcast runs


async def under_load(site: LeanSite) -> tuple[float, float, int]:
    """(p95 of a tap's reply in seconds, the run's time divided by the ideal time, taps): 1,000
    messages at 25 a second in real time, while somebody taps five times a second."""
    count = int(PACED / 25 / TAP_EVERY)
    async with on_lean(site, PACED, TELEGRAMS) as town:
        await site.load(taps(count, town.tap), every=TAP_EVERY)
        await town.send_to_all()
        state = await site.until("sendmessage", PACED)
        began = state["first_send"]
        took = state["last_send"] - began
        await site.until("editmessagetext", count)
        waits = (await site.state())["waits"]
    return p95(waits), took / ((PACED - 1) / 25), len(waits)


async def measure(say: Callable[[str], None]) -> None:
    """Print the ratios, then the rest."""
    async with lean_site() as site:
        with tempfile.TemporaryDirectory(prefix="wardmote-bench-") as folder:
            received, raw = await durable_receiving(site, Path(folder))
        ratios = [
            Comparison("durable receiving of taps, against a raw writer", received, raw, None)
        ]
        ours = await our_taps(site)
        theirs = await best(lambda n: ptb_taps(site, n))
        ratios.append(
            Comparison("whole taps, against python-telegram-bot, ORM and httpx", ours, theirs, 4.0)
        )
        bare, whole = await best(lambda n: our_bare_sends(site, n)), await our_sends(site)
        ptb = await best(lambda n: ptb_sends(site, n))
        ratios += [
            Comparison("sends, against python-telegram-bot's default", bare, ptb, 6.0),
            Comparison("a broadcast with its ledger, against the same", whole, ptb, None),
        ]
        if has_grammy():
            grammy = await best(lambda n: grammy_sends(site, n))
            ratios += [
                Comparison("sends, against grammY", bare, grammy, 1.5),
                Comparison("a broadcast with its ledger, against the same", whole, grammy, None),
            ]
        say("\n".join(str(line) for line in ratios))
        if not has_grammy():
            say("grammY was not measured: Node or grammY is not installed.")
        enough = "met" if received >= 1500 else "MISSED"
        say(f"Durable receiving: {received:,.0f} taps a second (at least 1,500: {enough})")
        wait, ratio, count = await under_load(site)
    _say_load(say, f"{PACED:,} messages at 25/s, {count} taps meanwhile", wait, ratio)
    wait, ratio, count = await ten_thousand()
    _say_load(say, f"10,000 messages on a simulated clock, {count} replies meanwhile", wait, ratio)


def _say_load(say: Callable[[str], None], what: str, wait: float, ratio: float) -> None:
    soon = "met" if wait < 0.3 else "MISSED"
    ideal = "met" if ratio <= 1.03 else "MISSED"
    say(
        f"{what}: p95 of a reply {wait * 1000:.0f} ms (under 300: {soon}), "
        f"{ratio:.3f} of the ideal time (at most 1.03: {ideal})"
    )


def said(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Measure and print."""
    began = time.perf_counter()
    said(machine())
    asyncio.run(measure(said))
    said(f"It took {time.perf_counter() - began:.0f} s. {busy()}")


if __name__ == "__main__":
    main()
