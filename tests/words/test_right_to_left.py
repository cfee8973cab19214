"""Urdu comes out from the right: by Unicode's own tables, and as a browser lays it out."""

from __future__ import annotations

import html
import re
import shutil
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from words_in_code import each_family, fillings, messages, wanted

from content.typed_words import folded
from content.words import Words, day, listed

if TYPE_CHECKING:
    from playwright.sync_api import Page

USUAL_PLACE = "/usr/bin/chromium"
CHROMIUM = shutil.which("chromium") or (USUAL_PLACE if Path(USUAL_PLACE).exists() else None)

URDU = Words()
KEYS = sorted(messages("ur"))
WARDS = ["Abbey", "Chalfont St Giles & Little Chalfont", "West Wycombe"]
HANDED_ON = {"plain"}
OPENING, CLOSING = ("LRI", "RLI", "FSI"), "PDI"
FROM_THE_RIGHT = ("R", "AL")
# What Arabic writes and Urdu does not, other digits than ours, and Latin punctuation.
NOT_URDU = set("يىكةهٱأإ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹?;")


def shown_lines(text: str) -> list[str]:
    """The lines of Telegram HTML as a reader gets them."""
    return html.unescape(re.sub(r"</?[bi]>", "", text)).split("\n")


def strong(line: str, *, outside_isolates: bool) -> str:
    """The direction of the first letter or mark of ``line`` that has one; isolates skipped or not.

    Chats differ in this: Unicode's rule P2 skips what is isolated, HTML's dir=auto does not.
    """
    depth = 0
    for character in line:
        direction = unicodedata.bidirectional(character)
        if direction in OPENING:
            depth += 1
        elif direction == CLOSING:
            depth -= 1
        elif direction in ("L", *FROM_THE_RIGHT) and not (outside_isolates and depth):
            return direction
    return "none"


def is_balanced(line: str) -> bool:
    depth = 0
    for character in line:
        direction = unicodedata.bidirectional(character)
        depth += (direction in OPENING) - (direction == CLOSING)
        if depth < 0:
            return False
    return depth == 0


def said(key: str, value: str) -> list[str]:
    return [URDU.html(key, "ur", **values) for values in fillings(key, value)]


# By Unicode's tables


def test_a_line_from_the_left_would_be_noticed() -> None:
    assert strong("\u2068Abbey\u2069 میں", outside_isolates=True) == "AL"
    assert strong("\u2068Abbey\u2069 میں", outside_isolates=False) == "L"
    assert strong("\u2068سڑک\u2069 1", outside_isolates=True) == "none"
    assert not is_balanced("\u2068Abbey")
    assert not is_balanced("\u2069Abbey\u2068")


@pytest.mark.parametrize("value", ["Abbey", "سڑکیں", "21", "One\nTwo", listed(WARDS, "ur")])
def test_every_line_begins_from_the_right(value: str) -> None:
    for key in sorted(set(KEYS) - HANDED_ON):
        for text in said(key, value):
            for line in filter(str.strip, shown_lines(text)):
                assert strong(line, outside_isolates=True) in FROM_THE_RIGHT, (key, line)
                assert strong(line, outside_isolates=False) in FROM_THE_RIGHT, (key, line)


@pytest.mark.parametrize("value", ["Abbey", "One\nTwo", listed(WARDS, "ur")])
def test_what_is_isolated_ends_in_its_own_line(value: str) -> None:
    for key in KEYS:
        for text in said(key, value):
            assert all(is_balanced(line) for line in shown_lines(text)), (key, text)


@each_family(key for key in KEYS if wanted(key))
def test_labels_and_cells_are_bare_of_isolates(keys: list[str]) -> None:
    for key in keys:
        for values in fillings(key, listed(WARDS, "ur")):
            plain = URDU.plain(key, "ur", **values)
            assert not set("\u200f\u2066\u2067\u2068\u2069") & set(plain), key


def test_a_label_typed_by_hand_is_the_label() -> None:
    for key in (key for key in KEYS if key.startswith("button-")):
        for values in fillings(key, "West Wycombe"):
            typed = URDU.plain(key, "ur", **values)
            assert folded(URDU.html(key, "ur", **values)) == folded(typed), key


def test_a_row_is_typed_without_its_marks() -> None:
    row = URDU.plain("ward-list-row", "ur", number=1, ward="Abbey")
    assert row == "1 Abbey"


@each_family(KEYS)
def test_urdu_is_written_with_urdu_letters(keys: list[str]) -> None:
    for key in keys:
        for text in said(key, "x"):
            assert not NOT_URDU & set(text), key
            assert not re.search(r"[\u0600-\u06ff][,.]|[,.][\u0600-\u06ff]", text), key


def test_somebodys_whole_text_keeps_its_own_direction() -> None:
    assert URDU.html("plain", "ur", text="The lamps are on.") == "The lamps are on."


def test_english_that_stands_in_for_urdu_stays_from_the_left(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text("row = { $number } { $ward }: /ward\n", encoding="utf-8")
    (tmp_path / "ur.ftl").write_text("other = سلام\n", encoding="utf-8")
    assert Words(tmp_path).html("row", "ur", number=1, ward="Abbey") == "1 Abbey: /ward"


def test_a_link_with_a_name_in_it_is_one_piece() -> None:
    said = URDU.html("refusal-private-chat-only", "ur", bot="wardmote_bot")
    assert "\u2066https://t.me/wardmote_bot\u2069" in said


# Days and lists


def test_a_day_is_told_in_urdu() -> None:
    assert day(date(2022, 9, 30), "ur") == "جمعہ، 30 ستمبر"


def test_a_list_goes_from_the_right_and_keeps_its_names_whole() -> None:
    assert listed(["Abbey", "Chesham", "Wing"], "ur") == (
        "\u200f\u2068Abbey\u2069، \u2068Chesham\u2069 اور \u2068Wing\u2069"
    )
    assert listed([], "ur") == ""


# As a browser lays it out


class Paper:
    """A page with one line on it, of which can be asked where a piece of the line stands."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def write(self, line: str) -> None:
        self.page.set_content(f'<p dir="auto" style="white-space: nowrap">{line}</p>')

    def left(self, piece: str) -> float:
        """How far from the left edge ``piece`` begins, in pixels."""
        return self.page.evaluate(
            """piece => {
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                    const at = walker.currentNode.data.indexOf(piece);
                    if (at < 0) continue;
                    const range = document.createRange();
                    range.setStart(walker.currentNode, at);
                    range.setEnd(walker.currentNode, at + piece.length);
                    return range.getBoundingClientRect().left;
                }
                throw new Error("not on the page: " + piece);
            }""",
            piece,
        )


@pytest.fixture(scope="module")
def paper() -> Iterator[Paper]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed: Urdu is not laid out in a browser")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        arguments = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
        browser = started.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield Paper(browser.new_page())
        browser.close()


@pytest.mark.parametrize("line", shown_lines(URDU.html("help", "ur", languages="English"))[1:])
def test_a_command_stands_at_the_right_with_its_slash_in_front(paper: Paper, line: str) -> None:
    command = re.findall(r"/([a-z]+)", line)[0]
    paper.write(line)
    assert paper.left("/") < paper.left(command)
    assert paper.left(": ") < paper.left("/")


@pytest.mark.parametrize("plain", [True, False])
def test_a_command_at_the_end_has_its_slash_in_front(paper: Paper, plain: bool) -> None:
    say = URDU.plain if plain else URDU.html
    paper.write(say("refusal-old-button", "ur"))
    assert paper.left("/") < paper.left("help")
    assert paper.left("help") < paper.left("یہ")


@pytest.mark.parametrize("plain", [True, False])
def test_an_address_keeps_its_slash_at_the_end(paper: Paper, plain: bool) -> None:
    say = URDU.plain if plain else URDU.html
    paper.write(say("bot-about-website", "ur", website="www.example.org/"))
    assert paper.left("www") < paper.left("org") < paper.left("/")


def test_a_row_has_its_number_at_the_right(paper: Paper) -> None:
    paper.write(URDU.html("results-ward", "ur", ward="Ridgeway East", people=40))
    assert paper.left("40") < paper.left("Ridgeway") < paper.left("East")
    paper.write(URDU.html("ward-list-row", "ur", number=7, ward="Ridgeway East"))
    assert paper.left("Ridgeway") < paper.left("East") < paper.left("7")


def test_listed_wards_go_from_the_right(paper: Paper) -> None:
    paper.write(URDU.html("news-heading", "ur", wards=listed(WARDS, "ur")))
    assert paper.left("Wycombe") < paper.left("Chalfont St") < paper.left("Abbey")
    assert paper.left("Chalfont St") < paper.left("Little")


def test_a_sentence_in_english_keeps_its_full_stop_at_its_end(paper: Paper) -> None:
    question = "Which should come first (of these)?"
    paper.write(URDU.html("question", "ur", number=3, total=8, text=question))
    assert paper.left("Which") < paper.left("these") < paper.left(")?") < paper.left("8")
