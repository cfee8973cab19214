"""A screenshot of the phones page while it is served.

`python -m emulator.page.screenshot URL OUT.png` takes it. Each of the three phones shows the person
with the most messages, or the one named in the URL (`?resident=ID&board=ID&officer=ID`); if its
newest message is a picture, the picture is in sight. Needs playwright, and a Chromium: the system's
or playwright's own.
"""

import json
import shutil
import sys
import urllib.request
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import parse_qsl, urlencode

SIZE = (1440, 900)
_PATIENCE = 30.0  # seconds
_LISTS = {"resident": ("residents", "neighbours"), "board": ("board",), "officer": ("officers",)}
_ALL_DRAWN = """() => [...document.images].every((image) => image.complete)
    && [...document.querySelectorAll('.seat')].every((seat) => seat.querySelector('.log li'))"""
_SHOW_PICTURES = """() => document.querySelectorAll('.log li:last-child img').forEach(
    (image) => image.scrollIntoView({ block: 'nearest', behavior: 'instant' }))"""
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]


class ScreenshotError(Exception):
    """The screenshot cannot be taken; the message says why in one line."""


def take(url: str, out: Path) -> None:
    """Write a PNG of the page at `url` once three phones show messages. Raises ScreenshotError."""
    try:
        from playwright import sync_api as playwright
    except ImportError:
        raise ScreenshotError("playwright is not installed: pip install playwright.") from None
    url, _, chosen = url.partition("?")
    url = url.rstrip("/")
    address = f"{url}/?{urlencode({**_people(url), **dict(parse_qsl(chosen))})}"
    with playwright.sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(
                executable_path=shutil.which("chromium"), args=_ARGUMENTS
            )
        except playwright.Error as error:
            raise ScreenshotError(f"Chromium does not start: {_first_line(error)}") from None
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        try:
            page.goto(address)
            page.wait_for_function(_ALL_DRAWN, timeout=_PATIENCE * 1_000)
            page.evaluate(_SHOW_PICTURES)
            page.screenshot(path=out)
        except playwright.Error as error:
            raise ScreenshotError(f"The page was not drawn: {_first_line(error)}") from None
        finally:
            browser.close()


def _people(url: str) -> dict[str, int]:
    """The person to show on each phone, by user id."""
    state = _read(f"{url}/control/state")
    found: dict[str, int] = {}
    for side, names in _LISTS.items():
        ids = [entry["id"] for name in names for entry in state[name]]
        chats = {number: _read(f"{url}/control/phones/{number}")["messages"] for number in ids}
        talkative = max(chats, key=lambda number: len(chats[number]), default=None)
        if talkative is None or not chats[talkative]:
            raise ScreenshotError(f"No {side} has a message yet.")
        found[side] = talkative
    return found


def _read(address: str) -> Any:
    if not address.startswith(("http://127.0.0.1:", "http://localhost:", "http://[::1]:")):
        raise ScreenshotError("The page must be on this computer: http://127.0.0.1:PORT.")
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 (loopback)
            return json.load(answer)
    except (URLError, TimeoutError, ValueError, ConnectionError) as error:
        raise ScreenshotError(f"No phones page answers at {address}: {error}") from None


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def main(words: list[str]) -> int:
    """The exit code: 0 if the picture was written, 1 if not, 2 for wrong arguments."""
    if len(words) != 2:
        sys.stderr.write("Usage: python -m emulator.page.screenshot URL OUT.png\n")
        return 2
    try:
        take(words[0], Path(words[1]))
    except ScreenshotError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
