"""What the log shows, and what no line of it ever shows, whoever wrote it and however it failed."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import structlog
from deployment import Deployment

from wardmote.service import logs

ROOT = Path(__file__).parents[3]
SECRETS = ("100200300:a-token-nobody-made", "5000000001", "HP12 3HP", "More lamps, please")
HELD = f"SECRET = {' '.join(SECRETS)!r}"


def said_by(code: str, level: str = "debug", form: str = "text") -> str:
    """What a process prints that runs ``code`` with our log; SECRET holds what must not show."""
    begun = f"from wardmote.service import logs\nlogs.to_stderr({level!r}, {form!r})\n{HELD}\n"
    done = subprocess.run(
        [sys.executable, "-c", begun + code],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def shows_none(said: str) -> bool:
    return not any(secret in said for secret in SECRETS)


LIBRARY_LOGS = """
import logging
names = "uvicorn.error uvicorn.access asyncio sqlalchemy.engine.Engine apscheduler aiohttp.client"
for name in names.split() + ["alembic.runtime.migration", "telegram.ext", "brand.new"]:
    for level in (10, 20, 30, 40, 50):
        logging.getLogger(name).log(level, "GET /bot%s", SECRET)
        logging.getLogger(name).log(level, SECRET)
"""


@pytest.mark.parametrize("level", ["debug", "info", "warning", "error"])
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_libraries_log_shows_who_and_where_and_never_their_words(level: str, form: str):
    said = said_by(LIBRARY_LOGS, level, form)
    assert "a library failed" in said
    assert "apscheduler" in said
    assert shows_none(said)


def test_what_libraries_log_below_a_warning_is_not_worth_a_line():
    assert said_by("import logging\nlogging.getLogger('alembic').info('Running')") == ""


FAULTS = {
    "a fault ended the process": "raise ValueError(SECRET)",
    "a fault ended the process why": (
        "import asyncio\n"
        "async def main():\n"
        "    async with asyncio.TaskGroup() as group:\n"
        "        group.create_task(fails())\n"
        "async def fails(): raise LookupError(SECRET)\n"
        "asyncio.run(main())"
    ),
    "a library failed": (
        "import asyncio, gc\n"
        "async def fails(): raise ValueError(SECRET)\n"
        "async def main():\n"
        "    task = asyncio.ensure_future(fails(), loop=None)\n"
        "    task.set_name(SECRET)\n"
        "    await asyncio.sleep(0)\n"
        "    del task\n"
        "    gc.collect()\n"
        "asyncio.run(main())"
    ),
    "a library failed asyncio": (
        "import asyncio\n"
        "def fails(): raise ValueError(SECRET)\n"
        "async def main():\n"
        "    asyncio.get_running_loop().call_soon(fails)\n"
        "    await asyncio.sleep(0)\n"
        "asyncio.run(main())"
    ),
    "a thread failed": (
        "import threading\n"
        "def fails(): raise ValueError(SECRET)\n"
        "one = threading.Thread(target=fails, name=SECRET)\n"
        "one.start(); one.join()"
    ),
    "a fault was passed over": (
        "class Falls:\n    def __del__(self): raise ValueError(SECRET)\nFalls()\n"
    ),
    "a library warns": "import warnings\nwarnings.warn(SECRET)",
    "a library failed logging": (
        "import logging\n"
        "try: raise ValueError(SECRET)\n"
        "except ValueError: logging.getLogger('aiohttp.server').exception(SECRET)"
    ),
    "our own": (
        "import structlog\n"
        "try: raise ValueError(SECRET)\n"
        "except ValueError as why: structlog.get_logger('x').exception('our own', trouble=why)"
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_fault_shows_its_class_and_place_and_never_what_it_says(fault: str, form: str):
    said = said_by(FAULTS[fault], form=form)
    event = " ".join(fault.split()[:5] if "ended" in fault else fault.split()[:3])
    assert event in said
    assert "Error" in said or "Warning" in said
    assert "<string>:" in said
    assert shows_none(said)
    assert "Traceback" not in said


def test_where_nobody_set_a_log_up_a_librarys_words_stay_unsaid():
    said = said_by(
        "import logging\nlogging.getLogger().handlers = []\n"
        "logging.getLogger('telegram').error(SECRET)\nlogging.getLogger('else').error(SECRET)"
    )
    assert said.count("a library failed") == 2
    assert shows_none(said)


def test_ctrl_c_is_no_fault():
    assert said_by("raise KeyboardInterrupt") == ""


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Where our events go in this test; afterwards they go where they went before."""
    before = structlog.get_config()
    yield io.StringIO()
    structlog.configure(**before)


def test_as_json_each_line_is_one_object_with_the_time_in_utc(lines: io.StringIO):
    logs.to_stream(lines, "debug", "json")
    structlog.get_logger("bot.receiving.turn_runner").warning(
        "updates cannot be fetched", why="x", times=3
    )
    found = json.loads(lines.getvalue())
    assert list(found)[:4] == ["time", "level", "logger", "event"]
    assert datetime.fromisoformat(found["time"]).utcoffset() == timedelta(0)
    assert (found["level"], found["logger"]) == ("warning", "bot.receiving.turn_runner")
    assert (found["event"], found["why"], found["times"]) == ("updates cannot be fetched", "x", 3)


def test_what_json_cannot_say_is_named_by_its_class_and_no_line_is_broken(lines: io.StringIO):
    logs.to_stream(lines, "debug", "json")
    structlog.get_logger("x").warning("odd\nlines\u2028here", what=object(), half="\ud800")
    assert lines.getvalue().count("\n") == 1
    assert len(lines.getvalue().splitlines()) == 1
    assert json.loads(lines.getvalue())["what"] == "object"


def test_below_its_level_nothing_is_said(lines: io.StringIO):
    logs.to_stream(lines, "error")
    structlog.get_logger("x").warning("quiet, please")
    assert lines.getvalue() == ""


def test_a_log_that_cannot_be_written_ends_nothing(lines: io.StringIO):
    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(28, "No space left on device")

    logs.to_stream(Full(), "debug")
    structlog.get_logger("x").error("the disk is full")


async def test_an_address_that_the_database_refuses_shows_no_password(deployment: Deployment):
    address = "sqlite+aiosqlite://council:the-password@host/wardmote"
    # A file has no host: the setting is refused, and not repeated.
    code, said = await deployment.command("migrate", WARDMOTE_DATABASE=address)
    assert code == 1
    assert "WARDMOTE_DATABASE is wrong" in said
    assert "the-password" not in said


async def test_the_command_writes_json_when_asked(deployment: Deployment):
    process = await deployment.runs(WARDMOTE_LOG_FORMAT="json")
    deployment.emulator.push({"message": {"message_id": "none", "date": 10**18}})
    assert process.stdout is not None
    first = json.loads(await process.stdout.readline())
    assert first["event"] == "fewer than two people named to read words of danger can be reached"
    second = json.loads(await process.stdout.readline())
    assert second["consultation"] == "keeping-in-touch"  # which closed years ago
    line = json.loads(await process.stdout.readline())
    assert (line["level"], line["logger"]) == ("error", "bot.receiving.turn_runner")
    assert line["event"] == "an update cannot be read"
