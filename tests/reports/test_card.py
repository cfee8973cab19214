"""A success card: looked at as a picture, in three languages, from bare to far too full."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from png_pixels import Picture, contrast_of, picture, size_of
from sample_cards import (
    ENGLISH,
    POLISH,
    URDU,
    bare,
    delivered,
    everything,
    sparse,
    too_long,
)

from reports import card, fonts
from reports.card import (
    PALETTE,
    Bar,
    Card,
    CardTooFull,
    Figure,
    card_png,
    compiler,
    plain,
    template_data,
)

LANGUAGES = pytest.mark.parametrize("sample", [ENGLISH, POLISH, URDU], ids=["en", "pl", "ur"])
SMALL = 18
"""Pixels an inch that make a card of 270 by 338 pixels, quick to look at."""
MARGIN = 64 * SMALL // 72

TEXT_ON = [
    ("ink", "paper"),
    ("ink", "box"),
    ("deep", "paper"),
    ("deep", "box"),
    ("quiet", "paper"),
    ("box", "deep"),
    ("pale", "deep"),
]


def seen(one: Card) -> Picture:
    """The card as a small picture."""
    png = compiler(one).compile(format="png", ppi=SMALL)
    assert isinstance(png, bytes)
    return picture(png)


def is_a_card(png: bytes) -> bool:
    width, height = size_of(png)
    return width == 1080 and height in (1350, 1520, 1700, 1920, 2160, 2500)


@LANGUAGES
@pytest.mark.parametrize("shape", [replace, sparse, bare, delivered, everything, too_long])
def test_a_card_is_one_portrait_picture_however_little_or_much_it_says(sample, shape):
    assert is_a_card(card_png(shape(sample)))


def cut(one: Card) -> list[str]:
    """The texts that don't fit even on the tallest card, and end with "…" on it."""
    found = json.loads(compiler(one).query("<cut>", field="value"))
    return [str(text) for text in found]


LONGEST_WARDS = [
    "Flackwell Heath, Little Marlow and Marlow South East",
    "Booker, Cressex and Castlefield",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
]


@LANGUAGES
@pytest.mark.parametrize("ward", LONGEST_WARDS)
def test_a_full_card_of_the_longest_ward_cuts_no_name_and_no_sentence(sample, ward):
    """S2: "people in Booker, Cressex and Castlefield…", and Urdu without its verb."""
    figures = (
        *(Figure(sample.figures[0].value, f"{ward} {f.label}") for f in sample.figures[:2]),
        Figure("3", sample.figures[1].label),
    )
    full = replace(everything(sample), place=ward, figures=figures, bars_note=sample.foot)
    assert cut(full) == []
    assert is_a_card(card_png(full))


def test_what_is_too_long_for_the_tallest_card_is_cut_and_marked():
    assert cut(too_long(ENGLISH)) != []


def test_urdu_is_drawn_in_nastaliq_and_polish_is_not():
    """An Urdu card is another picture than the same words in a plain Arabic face."""
    assert card_png(URDU) != card_png(replace(URDU, language="ar"))
    assert fonts.FOLDER / "NotoNastaliqUrdu-Regular.ttf" in [*fonts.FOLDER.iterdir()]


def test_emoji_are_left_out_instead_of_drawn_as_boxes():
    assert plain("Lamps 💡 are on 👩‍👩‍👧 ✓") == "Lamps are on \u200d\u200d ✓"


def test_equal_cards_are_equal_bytes_and_others_are_not():
    assert card_png(ENGLISH) == card_png(replace(ENGLISH))
    assert card_png(ENGLISH) != card_png(replace(ENGLISH, place="Chesham"))


@pytest.mark.parametrize(
    "name", ["council", "place", "title", "period", "bars_title", "bars_note", "thanks", "foot"]
)
def test_every_text_is_drawn(name):
    assert card_png(replace(ENGLISH, **{name: "Chesham"})) != card_png(ENGLISH)


def test_what_is_said_beside_the_picture_is_not_in_it():
    assert card_png(replace(ENGLISH, alt="Other words")) == card_png(ENGLISH)


@LANGUAGES
def test_even_the_fullest_card_is_drawn_with_all_its_parts(sample):
    full = too_long(sample)
    png = card_png(full)
    for shorter in (
        replace(full, figures=full.figures[:2]),
        replace(full, bars=full.bars[:-1]),
        replace(full, successes=full.successes[:2]),
        replace(full, thanks=""),
        replace(full, foot=""),
    ):
        assert card_png(shorter) != png


@pytest.mark.parametrize(
    "more",
    [{"bars": ENGLISH.bars * 8}, {"successes": ENGLISH.successes * 12}],
)
def test_more_than_there_is_room_for_is_refused(more):
    with pytest.raises(CardTooFull, match="3 figures, 8 bars and 3 successes"):
        replace(too_long(ENGLISH), **more)


@pytest.mark.parametrize("share", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_share_is_between_nothing_and_all(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        Bar("In the park", share, "about 40")


@pytest.mark.parametrize(
    ("written", "as_markup"),
    [
        ("#upper[lamps]", "LAMPS"),
        ("#let lamps = 1", ""),
        ("$x$", "x"),
        ("*lamps*", "lamps"),
        ("_lamps_", "lamps"),
        ("`lamps`", "lamps"),
        ("= lamps", "lamps"),
        ("- lamps", "lamps"),
        ("lamps // posts", "lamps"),
        ("lamps /* and */ posts", "lamps posts"),
        ("[lamps]", "lamps"),
        ("\\u{41}", "A"),
        ("lamps --- posts", "lamps — posts"),
        ("lamps~posts", "lamps\u00a0posts"),
        ('"lamps"', "“lamps”"),
        ("<b>lamps</b>", "lamps"),
        ("@lamps", ""),
        ("#panic()", ""),
        ('#read("card.typ")', ""),
    ],
)
def test_what_looks_like_markup_is_drawn_as_it_was_written(written, as_markup):
    base = bare(ENGLISH)
    assert template_data(replace(base, title=written))["title"] == written
    assert card_png(replace(base, title=written)) != card_png(replace(base, title=as_markup))


STRANGE = [
    "x" * 300,
    "ایبی" * 75,
    "💡🏳️‍🌈👩‍👩‍👧‍👦",
    "漢字かな",
    "a\x00b\x07c\ud800d",
    "\u202eturned round",
    "\u2068Abbey\u2069",
    "\u200b\u200d\u00ad\ufeff",
    "first\nsecond\r\nthird\tfourth",
    "e" + "\u0301" * 200,
    "﷽" * 40,
]


@pytest.mark.parametrize("words", STRANGE, ids=range(len(STRANGE)))
@pytest.mark.parametrize("sample", [ENGLISH, URDU], ids=["en", "ur"])
def test_strange_words_in_every_place_are_drawn(sample, words):
    assert is_a_card(card_png(filled_with(words, sample)))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80))
def test_any_words_in_every_place_are_drawn(words):
    assert is_a_card(card_png(filled_with(words, POLISH)))


def filled_with(words: str, sample: Card) -> Card:
    """A full card that says the same everywhere."""
    return Card(
        language=sample.language,
        right_to_left=sample.right_to_left,
        council=words,
        title=words,
        alt=words,
        place=words,
        period=words,
        figures=(Figure(words, words),) * 3,
        bars_title=words,
        bars=(Bar(words, 0.5, words),) * 8,
        bars_note=words,
        successes=(words,) * 3,
        thanks=words,
        foot=words,
    )


@pytest.mark.parametrize("sample", [ENGLISH, URDU], ids=["en", "ur"])
@pytest.mark.parametrize("word", ["x" * 300, "WWWW " * 60, "تقریباً" * 40, "﷽" * 9], ids=range(4))
def test_words_stay_between_the_margins(sample, word):
    shown = seen(filled_with(word, sample))
    paper = tuple(bytes.fromhex(PALETTE["paper"].removeprefix("#")))
    below_the_header = shown.rows[shown.height * 3 // 10 :]
    edges = {
        pixel for row in below_the_header for pixel in (*row[: MARGIN - 1], *row[-MARGIN + 1 :])
    }
    assert edges == {paper}


def test_bars_grow_from_where_people_begin_to_read():
    def middle(one: Card) -> float:
        places = [x for x, _ in seen(one).places_of(PALETTE["bar"])]
        return sum(places) / len(places)

    assert middle(ENGLISH) < 270 / 2 < middle(URDU)


def test_a_bar_is_as_long_as_its_share():
    def length(share: float) -> int:
        one = replace(ENGLISH, bars=(Bar("In the park", share, "about 40"),))
        return len({x for x, _ in seen(one).places_of(PALETTE["bar"])})

    assert length(0) == 0
    assert length(1.0) == pytest.approx(4 * length(0.25), abs=4)
    assert length(1.0) == pytest.approx(270 - 2 * MARGIN, abs=4)


def test_where_there_is_no_share_there_is_neither_bar_nor_track():
    shown = seen(replace(ENGLISH, bars=(Bar("Somewhere else", None, "fewer than 10"),) * 3))
    assert shown.places_of(PALETTE["bar"]) == []
    assert shown.places_of(PALETTE["track"]) == []


def contrast(one: str, other: str) -> float:
    return contrast_of(PALETTE[one], PALETTE[other])


@pytest.mark.parametrize(("words", "ground"), TEXT_ON)
def test_words_stand_out_enough_to_be_read(words, ground):
    assert contrast(words, ground) >= 4.5


def test_a_bar_stands_out_from_its_track():
    assert contrast("bar", "track") >= 3


def test_the_card_has_no_colours_but_those_that_are_checked():
    templates = [card.TEMPLATE.with_name(f"{name}.typ").read_text() for name in ("card", "street")]
    used = {name for text in templates for name in re.findall(r"colour\.(\w+)", text)}
    assert used == PALETTE.keys()
    other = re.compile(r'\b(white|black|luma|gray)\b|"#[0-9A-Fa-f]{3,8}"')
    assert [text for text in templates if other.search(text)] == []


def test_a_text_is_one_line_without_control_characters_and_not_endless():
    assert plain("  first\n\tsecond\x00 \u202ethird ") == "first second third"
    assert plain("x" * 500) == "x" * 399 + "…"
    assert plain("\u2068Abbey\u2069 می\u200cخواہم") == "\u2068Abbey\u2069 می\u200cخواہم"


@pytest.fixture
def faces(tmp_path: Path) -> Path:
    """A copy of the fonts."""
    folder = tmp_path / "fonts"
    shutil.copytree(fonts.installed(), folder)
    return folder


def test_the_fonts_are_those_that_were_chosen(faces):
    assert fonts.checked(faces) == faces


def test_a_missing_font_is_named(faces):
    (faces / "NotoSansArabic-Bold.ttf").unlink()
    with pytest.raises(fonts.FontsDiffer, match=r"NotoSansArabic-Bold.ttf\. Put"):
        fonts.checked(faces)


def test_a_changed_font_is_named(faces):
    with (faces / "NotoSans-Regular.ttf").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(fonts.FontsDiffer, match=r"not ours: NotoSans-Regular.ttf\."):
        fonts.checked(faces)


def test_a_font_too_many_is_named(faces):
    (faces / "Another.otf").write_bytes(b"")
    with pytest.raises(fonts.FontsDiffer, match=r"not ours: Another.otf"):
        fonts.checked(faces)


def test_no_fonts_at_all_is_said(tmp_path):
    with pytest.raises(fonts.FontsDiffer, match="missing"):
        fonts.checked(tmp_path)
