"""Somebody with the page open in a real Chromium, who notes what the browser complains of."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed")

USUAL_PLACE = "/usr/bin/chromium"
CHROMIUM = shutil.which("chromium") or (USUAL_PLACE if Path(USUAL_PLACE).exists() else None)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-sync", "--no-first-run"]
SIDES = ("resident", "board", "officer")

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="chromium is not installed: the page is not tried in a browser"
)


class Onlooker:
    """The page, and its phones by side."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def seat(self, side: str) -> Any:
        return self.page.locator(f"section[data-side={side}]")

    def log(self, side: str) -> Any:
        return self.seat(side).locator(".log")

    def button(self, side: str, name: str) -> Any:
        return self.seat(side).get_by_role("button", name=name, exact=True).last

    async def sees(self, side: str, words: str) -> None:
        await playwright.expect(self.log(side)).to_contain_text(words)

    async def pick(self, side: str, label: str) -> None:
        await self.seat(side).locator(".person").select_option(label=label)

    async def ready(self, sides: Sequence[str]) -> None:
        for side in sides:
            await playwright.expect(self.seat(side).locator(".write input")).to_be_enabled()


@asynccontextmanager
async def onlooker(
    url: str,
    *,
    width: int = 1280,
    height: int = 900,
    colours: str = "light",
    waits_for: Sequence[str] = SIDES,
) -> AsyncIterator[Onlooker]:
    """A browser of its own, the page open and its phones ready."""
    async with playwright.async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        size = {"width": width, "height": height}
        page = await browser.new_page(viewport=size, color_scheme=colours)
        page.set_default_timeout(8_000)
        found = Onlooker(page)
        await page.goto(url)
        await found.ready(waits_for)
        yield found
        await browser.close()
