"""The real command in its own process, against an emulator in this one, in real time."""

import asyncio
import os
import re
import shutil
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import searched_logs
from forked import Forked, forked
from opened import open_by_date, slugs
from prepared import Prepared

from content import library
from emulator import Emulator, Phone, Site, serve
from engagement.staff.rights import Role
from storage import migrations
from storage.engine.database import Database

ROOT = Path(__file__).parents[2]
TOKEN = "100200300:made-up-for-tests"
PATIENCE = 60.0
"""Seconds to wait where no time is promised, on a machine that may be busy."""
PROMISED = 30.0
"""Promise 4: seconds after a kill within which everything continues by itself."""
BOOKER = "E05013131"
"""The ward Booker, Cressex and Castlefield; HP12 3HP is in it."""
ANSWERS_WITH_A_LINK = ("invite", "poster", "sends")
"""Commands whose purpose is to print a secret, or a broadcast's text."""


@dataclass
class Deployment:
    """One council's deployment: a database, an emulator, and a process that may be killed."""

    folder: Path
    content: Path
    emulator: Emulator
    site: Site
    processes: list[Forked] = field(default_factory=list)
    patience: float = PATIENCE
    """Seconds to wait for anything; after a kill, the number we promise."""

    def environment(self, **more: str) -> dict[str, str]:
        """The environment variables from which the command reads its settings."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("WARDMOTE_")}
        if searched_logs.folder() is not None:
            kept["WARDMOTE_LOG_LEVEL"] = "debug"
        return {
            **kept,
            "PYTHONPATH": str(ROOT),
            "WARDMOTE_TOKEN": TOKEN,
            "WARDMOTE_COUNCIL": "buckinghamshire",
            "WARDMOTE_CONTENT": str(self.content),
            "WARDMOTE_DATABASE": f"sqlite+aiosqlite:///{self.folder / 'wardmote.db'}",
            "WARDMOTE_BOT_API": self.site.url,
            "WARDMOTE_EMULATOR": "true",
            "WARDMOTE_MESSAGES_A_SECOND": "500",
            **more,
        }

    async def command(self, *words: str, **more: str) -> tuple[int, str]:
        """Run a command to its end; return (exit code, output)."""
        process = await self._begin(*words, **more)
        out, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        return process.returncode or 0, out.decode()

    async def runs(self, **more: str) -> Forked:
        """Start serving; return once it says that it serves."""
        process = await self._begin("run", **more)
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), self.patience)
        assert b"serves Buckinghamshire Council" in line, line
        return process

    async def kill(self, process: Forked) -> None:
        """Kill the process with SIGKILL (kill -9)."""
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
            self.patience = PROMISED
        await process.wait()

    async def died(self, process: Forked) -> None:
        """Wait until it has killed itself at its failpoint."""
        assert await asyncio.wait_for(process.wait(), PATIENCE) == -signal.SIGKILL
        self.patience = PROMISED

    async def see(self, what: Callable[[], object]) -> None:
        """Wait until ``what`` holds. Raises TimeoutError after ``patience`` seconds."""
        async with asyncio.timeout(self.patience):
            while not what():  # noqa: ASYNC110 (another process moves it)
                await asyncio.sleep(0.02)

    async def with_residents(
        self, count: int, ward: str = BOOKER, name: str = "Resident"
    ) -> list[Phone]:
        """``count`` residents who joined earlier; their phones are empty."""
        return await self._prepared().residents(count, ward, name)

    async def with_staff(self, role: Role, *wards: str, label: str = "Member") -> Phone:
        """A member of staff who accepted an invite earlier; their phone is empty."""
        return await self._prepared().staff(role, wards, label)

    def _prepared(self) -> Prepared:
        url = f"sqlite+aiosqlite:///{self.folder / 'wardmote.db'}"
        return Prepared(self.content, url, self.emulator)

    async def joins(self, name: str, place: str = "HP12 3HP") -> Phone:
        """A resident who joins step by step."""
        phone = self.emulator.phone(name)
        phone.start()
        await self.see(lambda: shows(phone, "Hello."))
        phone.tap("Start")
        await self.see(lambda: shows(phone, "13 or over"))
        phone.tap("Yes")
        await self.see(lambda: shows(phone, "Where do you live"))
        phone.type(place)
        await self.see(lambda: shows(phone, "You're in"))
        return phone

    async def _begin(self, *words: str, **more: str) -> Forked:
        def hears(data: bytes) -> None:
            if words[0] not in ANSWERS_WITH_A_LINK:
                searched_logs.kept(f"process-{words[0]}", data)

        process = await forked(words, self.environment(**more), self.folder, hears)
        self.processes.append(process)
        return process


def shows(phone: Phone, words: str) -> bool:
    """Whether the bot's newest message contains these words."""
    return phone.last is not None and words in phone.last.text


def open_today(source: Path, target: Path) -> Path:
    """Copy the council's files to ``target``, with the first consultation open now."""
    shutil.copytree(source, target)
    path = target / "consultations" / "local-priorities.yaml"
    now = datetime.now(UTC)
    dates = {
        "opens_at": f"{now - timedelta(days=1):%Y-%m-%dT%H:%M:%S+00:00}",
        "closes_at": f"{now + timedelta(days=10):%Y-%m-%dT%H:%M:%S+00:00}",
        "hear_by": f"{now + timedelta(days=40):%Y-%m-%d}",
        "decision_due": f"{now + timedelta(days=60):%Y-%m-%d}",
    }
    text = path.read_text()
    for name, moment in dates.items():
        text = re.sub(rf"^{name}: .*$", f"{name}: {moment}", text, flags=re.MULTILINE)
    path.write_text(text)
    by_day(target, now)
    return target


def by_day(content: Path, now: datetime) -> None:
    """Put the council where it is noon now, and let many messages a week through: what the tests
    send in real time would otherwise wait for the morning, or for next week."""
    east = 12 - now.hour
    path = content / "council.yaml"
    text = path.read_text()
    # In these names the sign is the other way round.
    text = re.sub(r"^timezone: .*$", f"timezone: Etc/GMT{-east:+d}", text, flags=re.MULTILINE)
    path.write_text(text.replace("contact:\n", "sending:\n  messages_a_week: 50\ncontact:\n", 1))


def zone_of(deployment: Deployment) -> ZoneInfo:
    """The council's clocks: by others it may be another day."""
    text = (deployment.content / "council.yaml").read_text()
    found = re.search(r"^timezone: (.*)$", text, flags=re.MULTILINE)
    assert found is not None
    return ZoneInfo(found[1])


def closed_by_now(deployment: Deployment) -> None:
    """Let the questions that are open today have closed 20 minutes ago, from the next start on."""
    edited = deployment.folder / "closed"
    shutil.copytree(deployment.content, edited)
    (path,) = edited.rglob("local-priorities.yaml")
    moment = f"{datetime.now(UTC) - timedelta(minutes=20):%Y-%m-%dT%H:%M:%S+00:00}"
    closes = re.compile(r"^closes_at: .*$", flags=re.MULTILINE)
    path.write_text(closes.sub(f"closes_at: {moment}", path.read_text()))
    deployment.content = edited


async def migrated_at(path: Path) -> None:
    """Create an empty database as `wardmote migrate` does, for consultations that open by date."""
    database = Database(f"sqlite+aiosqlite:///{path}")
    await migrations.upgrade(database)
    await open_by_date(database, slugs())
    await database.close()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database to copy."""
    path = tmp_path_factory.mktemp("migrated") / "wardmote.db"

    asyncio.run(migrated_at(path))
    return path


@pytest.fixture
async def deployment(tmp_path: Path, migrated: Path) -> AsyncIterator[Deployment]:
    content = open_today(library.council_directory("buckinghamshire"), tmp_path / "content")
    emulator = Emulator(TOKEN, "WardmoteBot")
    async with serve(emulator) as site:
        here = Deployment(tmp_path, content, emulator, site)
        shutil.copy(migrated, tmp_path / "wardmote.db")
        yield here
        for process in here.processes:
            await here.kill(process)
            process.close()
