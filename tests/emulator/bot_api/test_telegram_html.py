"""Telegram's HTML, read and refused as Telegram does."""

import pytest

from emulator.bot_api.entities import EntityError, parse


def kinds(html: str) -> list[tuple[str, int, int]]:
    return [(e["type"], e["offset"], e["length"]) for e in parse(html)[1]]


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("<b>Bold</b> plain", "Bold plain", [("bold", 0, 4)]),
        ("<B>a<i>b</i></B>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("😀 <u>x</u>", "😀 x", [("underline", 3, 1)]),
        ("  <b> x </b>  ", "x", [("bold", 0, 1)]),
        ("1 &lt; 2 &amp; &nbsp; &#33;", "1 < 2 & &nbsp; !", []),
        ("<b></b>x", "x", []),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
        ('<a href="https://example.org/?a=1&amp;b=2">x</a>', "x", [("text_link", 0, 1)]),
        ('<a href="nowhere">x</a>', "x", []),
        ("Go to https://example.org/a, now", "Go to https://example.org/a, now", [("url", 6, 21)]),
        ("/help or @someone", "/help or @someone", [("bot_command", 0, 5), ("mention", 9, 8)]),
        ("<code>/help</code>", "/help", [("code", 0, 5)]),
        ("a &", "a &", []),
        ("<a href=>x</a>", "x", []),
    ],
)
def test_text_and_entities_are_told_apart(
    html: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    assert parse(html)[0] == text
    assert kinds(html) == entities


def test_a_link_keeps_its_address() -> None:
    [link] = parse('<a href="https://example.org/?a=1&amp;b=2">x</a>')[1]
    assert link["url"] == "https://example.org/?a=1&b=2"


def test_a_code_block_keeps_its_language() -> None:
    [block] = parse('<pre><code class="language-python">x</code></pre>')[1]
    assert block["language"] == "python"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é <h1>x</h1>", 'Unsupported start tag "h1" at byte offset 3'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
    ],
)
def test_what_is_not_telegrams_html_is_refused(html: str, words: str) -> None:
    with pytest.raises(EntityError) as refused:
        parse(html)
    assert str(refused.value) == words
