"""A picture of the phones page: `python -m emulator.page.portrait URL OUT.png`, while it is served.

On each of the three phones stands the person whose chat says most, or whom the URL names
(`?resident=ID&board=ID&officer=ID`). It needs playwright, and a
Chromium of the system or playwright's own.
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
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]


class NoPortrait(Exception):
    """It cannot be taken; the message says why in one line."""


def take(url: str, out: Path) -> None:
    """Write a PNG of the page at `url` as soon as three phones show messages, else NoPortrait."""
    try:
        from playwright import sync_api as playwright
    except ImportError:
        raise NoPortrait("playwright is not installed: pip install playwright.") from None
    url, _, chosen = url.partition("?")
    url = url.rstrip("/")
    address = f"{url}/?{urlencode({**_sitters(url), **dict(parse_qsl(chosen))})}"
    with playwright.sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(
                executable_path=shutil.which("chromium"), args=_ARGUMENTS
            )
        except playwright.Error as error:
            raise NoPortrait(f"Chromium does not start: {_first_line(error)}") from None
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        try:
            page.goto(address)
            page.wait_for_function(_ALL_DRAWN, timeout=_PATIENCE * 1_000)
            page.screenshot(path=out)
        except playwright.Error as error:
            raise NoPortrait(f"The page was not drawn: {_first_line(error)}") from None
        finally:
            browser.close()


def _sitters(url: str) -> dict[str, int]:
    """Who stands on each phone."""
    state = _read(f"{url}/control/state")
    found: dict[str, int] = {}
    for side, names in _LISTS.items():
        ids = [entry["id"] for name in names for entry in state[name]]
        chats = {number: _read(f"{url}/control/phones/{number}")["messages"] for number in ids}
        talkative = max(chats, key=lambda number: len(chats[number]), default=None)
        if talkative is None or not chats[talkative]:
            raise NoPortrait(f"Nobody on the phone named {side} has a message yet.")
        found[side] = talkative
    return found


def _read(address: str) -> Any:
    if not address.startswith(("http://127.0.0.1:", "http://localhost:", "http://[::1]:")):
        raise NoPortrait("The page is one of this computer: http://127.0.0.1:PORT.")
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 (loopback)
            return json.load(answer)
    except (URLError, TimeoutError, ValueError, ConnectionError) as error:
        raise NoPortrait(f"No phones page answers at {address}: {error}") from None


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


def main(words: list[str]) -> int:
    """0 when the picture was written, 1 when not, 2 when it was asked for wrongly."""
    if len(words) != 2:
        sys.stderr.write("Usage: python -m emulator.page.portrait URL OUT.png\n")
        return 2
    try:
        take(words[0], Path(words[1]))
    except NoPortrait as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
