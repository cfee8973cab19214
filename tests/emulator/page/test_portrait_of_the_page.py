"""The picture of the page for the front of a document."""

import asyncio
import struct
import sys
from pathlib import Path

import pytest
from browser_side import needs_chromium
from page_story import told

from emulator import Emulator, serve
from emulator.page.screenshot import SIZE

ROOT = Path(__file__).parents[3]


async def portrait(*words: str) -> tuple[int, str]:
    """The command: (exit code, what it says)."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "emulator.page.screenshot", *words),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode is not None
    return process.returncode, said.decode()


@needs_chromium
async def test_the_picture_shows_three_phones_with_messages(tmp_path: Path) -> None:
    async with told() as story:
        assert await portrait(story.url, str(tmp_path / "phones.png")) == (0, "")
        assert not any(phone.user.label == "You" for phone in story.telegram.phones.values())
    written = (tmp_path / "phones.png").read_bytes()
    assert struct.unpack(">II", written[16:24]) == SIZE
    assert len(written) > 20_000


async def test_without_messages_there_is_no_picture(tmp_path: Path) -> None:
    async with serve(Emulator()) as site:
        code, said = await portrait(site.url, str(tmp_path / "phones.png"))
    assert (code, said) == (1, "No resident has a message yet.\n")
    assert not (tmp_path / "phones.png").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("http://127.0.0.1:9", "x.png"), 1, "No phones page answers"),
        (("https://example.org", "x.png"), 1, "The page must be on this computer"),
        (("http://127.0.0.1:9",), 2, "Usage:"),
    ],
)
async def test_a_wrong_wish_is_answered_in_one_line(
    words: tuple[str, ...], code: int, said: str
) -> None:
    found, line = await portrait(*words)
    assert (found, line[: len(said)], line.count("\n")) == (code, said, 1)
