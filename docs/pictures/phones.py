"""Makes the README's picture: a demo of its own, three people at work, one photograph of the page.

Run it from the project's folder: ``.venv/bin/python docs/pictures/phones.py``. It needs the
development packages and a Chromium, takes under a minute, and leaves nothing but the picture.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PICTURE = Path(__file__).with_name("phones.png")
PATIENCE = 90.0


class Page:
    """The demo's page, worked through its control API as a hand at a phone would."""

    def __init__(self, url: str) -> None:
        self._url = url

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(
            f"{self._url}/control/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"X-Emulator": "1", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def does(self, phone: int, act: str, **body: Any) -> None:
        """Act on a phone."""
        self.ask(f"phones/{phone}/{act}", body)

    def sees(self, phone: int, words: str) -> None:
        """Wait for a message of the bot with these words."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for message in reversed(self.ask(f"phones/{phone}")["messages"]):
                if message["from_bot"] and words in message["text"]:
                    return
            time.sleep(0.2)
        raise TimeoutError(f"nobody said {words!r}")

    def taps(self, phone: int, label: str) -> None:
        """Wait for a button that begins so, the newest first, and tap it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for message in reversed(self.ask(f"phones/{phone}")["messages"]):
                for y, row in enumerate(message["buttons"]):
                    for x, button in enumerate(row):
                        if button["text"].startswith(label):
                            place = {"message_id": message["id"], "row": y, "column": x}
                            self.does(phone, "tap", label=button["text"], **place)
                            return
            time.sleep(0.2)
        raise TimeoutError(f"nothing to tap says {label!r}")


def set_the_scene(page: Page) -> None:
    """A resident at a question, a board member before sending, an officer with a card."""
    state = page.ask("state")
    resident = page.ask("phones", {"label": "Sam", "side": "resident"})["id"]
    page.does(resident, "start")
    page.taps(resident, "Start")
    page.taps(resident, "Yes")
    page.sees(resident, "Where do you live")
    page.does(resident, "type", text="HP12 3HP")
    page.taps(resident, "Answer now")
    page.sees(resident, "1 of ")
    board = state["board"][0]["id"]
    page.does(board, "type", text="/send")
    page.taps(board, "All")
    page.taps(board, "Public Realm")
    page.sees(board, "Write it as")
    page.does(board, "type", text="The new lamps behind the shops are on from Monday.")
    page.sees(board, "This is what people will get")
    officer = state["officers"][0]["id"]
    page.does(officer, "type", text="/celebrate")
    page.sees(officer, "in which ward?")
    page.does(officer, "type", text="Abbey")
    page.taps(officer, "Make a picture")
    page.sees(officer, "people in Abbey answered")
    chosen = f"/?resident={resident}&board={board}&officer={officer}"
    subprocess.run(
        [sys.executable, "-m", "emulator.page.screenshot", page._url + chosen, str(PICTURE)],
        check=True,
        cwd=ROOT,
    )


def main() -> None:
    """Start a demo, set the scene, take the picture, end the demo."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory() as folder:
        demo = subprocess.Popen(
            [sys.executable, "-u", "-m", "wardmote", "demo", "--fresh"],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert demo.stdout is not None
            for line in demo.stdout:
                found = re.search(r"Wardmote is at (http://\S+)", line)
                if found:
                    set_the_scene(Page(found.group(1)))
                    break
        finally:
            demo.send_signal(signal.SIGTERM)
            demo.wait()


if __name__ == "__main__":
    main()
