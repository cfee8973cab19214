"""The page with the phones, in a real browser: joining, answering, and a narrow screen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from demo_process import Demo, running_demo

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

USUAL_PLACE = "/usr/bin/chromium"
CHROMIUM = shutil.which("chromium") or (USUAL_PLACE if Path(USUAL_PLACE).exists() else None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESK, POCKET = {"width": 1280, "height": 900}, {"width": 390, "height": 844}

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="chromium is not installed: the page is not tried in a browser"
)


class Visitor:
    """Somebody with the page open, who notes whatever the browser complains of."""

    def __init__(self, page: playwright.Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", lambda request: self._note_failed(request))

    def _note(self, message: playwright.ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _note_failed(self, request: playwright.Request) -> None:
        # The stream of events is closed by the page itself when another phone is picked.
        if "/control/events" not in request.url:
            self.complaints.append(f"{request.url}: {request.failure}")

    def phone(self, side: str) -> playwright.Locator:
        return self.page.locator(f"section[data-side={side}]")

    def side_of(self, label: str) -> str:
        """The phone on which somebody is listed, and from here on shown."""
        person = self.page.locator("select.person", has=self.page.locator("option", has_text=label))
        side = person.locator("xpath=ancestor::section").get_attribute("data-side")
        assert side is not None
        person.select_option(label=label)
        return side

    def sees(self, side: str, words: str) -> None:
        playwright.expect(self.phone(side).locator(".log")).to_contain_text(words)

    def taps(self, side: str, label: str) -> None:
        self.phone(side).get_by_role("button", name=label, exact=True).last.click()

    def types(self, side: str, words: str) -> None:
        field = self.phone(side).get_by_role("textbox", name="Message")
        field.fill(words)
        field.press("Enter")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    with running_demo(tmp_path_factory.mktemp("demo")) as demo:
        yield demo


@pytest.fixture
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def opens(browser: playwright.Browser, demo: Demo, size: dict[str, int]) -> Visitor:
    visitor = Visitor(browser.new_page(viewport=size))
    visitor.page.goto(demo.url)
    playwright.expect(visitor.phone("resident").get_by_role("textbox")).to_be_enabled()
    playwright.expect(visitor.phone("board").get_by_role("textbox")).to_be_enabled()
    return visitor


def test_somebody_joins_and_answers_and_an_officer_looks_at_the_results(
    browser: playwright.Browser, demo: Demo
) -> None:
    visitor = opens(browser, demo, DESK)
    visitor.taps("resident", "Start")
    visitor.sees("resident", "We don't keep your name")
    visitor.taps("resident", "Start")
    visitor.sees("resident", "Are you 13 or over?")
    visitor.taps("resident", "Yes")
    visitor.sees("resident", "Type your postcode")
    visitor.types("resident", "HP12 3HP")
    visitor.sees("resident", "You're in Booker")
    visitor.taps("resident", "Answer now")
    visitor.sees("resident", "1 of up to")
    visitor.taps("resident", "Every few months")
    visitor.sees("resident", "2 of up to")
    officer = visitor.side_of("Engagement officer")
    visitor.sees(officer, "You are now an officer")
    visitor.types(officer, "/results")
    visitor.sees(officer, "What should come first in your area?")
    assert visitor.complaints == []


SCROLLS_SIDEWAYS = """() => [...document.querySelectorAll("*")]
    .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
    .filter((e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX)
        || e === document.documentElement)
    .map((e) => `${e.tagName}.${e.className}`)"""


def test_on_a_narrow_screen_all_phones_are_reached_and_nothing_scrolls_sideways(
    browser: playwright.Browser, demo: Demo
) -> None:
    visitor = opens(browser, demo, POCKET)
    for side in ("resident", "board", "officer"):
        field = visitor.phone(side).get_by_role("textbox", name="Message")
        field.scroll_into_view_if_needed()
        box = field.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= POCKET["width"]
        assert 0 <= box["y"] < POCKET["height"]
    visitor.sees(visitor.side_of("Engagement officer"), "You are now an officer")
    assert visitor.page.evaluate(SCROLLS_SIDEWAYS) == []
    assert visitor.complaints == []
