"""A card with texts in both directions: each is read in its own, and numbers stay whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from png_pixels import picture
from sample_cards import ENGLISH, POLISH, URDU, bare

from reports.card import PALETTE, Bar, Card, card_png, template_data
from reports.reading_direction import reads_to_the_left, with_numbers_whole

OUTCOME = (
    "آپ نے کہا کہ گلیوں میں روشنی چاہیے۔ کونسل نے 40 نئی لائٹیں Booker Lane اور West Wycombe "
    "Road (A40) پر لگانے کا فیصلہ کیا ہے۔"
)
PROMISE = "The lamps (all 40) are on, until 30/09/2022."
WITH_NUMBERS = "فون 01296 382343، رقم £12,500، دن 2022-09-30، 17:30 سے۔"


def same(one: Card, other: Card) -> bool:
    return card_png(one) == card_png(other)


def test_an_english_promise_on_an_urdu_card_is_drawn_as_if_it_were_alone():
    """Its full stop stood before its first word."""
    isolated = f"\u2066{PROMISE}\u2069"
    assert same(
        replace(bare(URDU), successes=(PROMISE,)), replace(bare(URDU), successes=(isolated,))
    )


@pytest.mark.parametrize(
    ("sample", "words"),
    [(ENGLISH, OUTCOME), (POLISH, OUTCOME), (URDU, f"{PROMISE} " * 2)],
    ids=["en", "pl", "ur"],
)
def test_lines_in_the_other_direction_begin_at_one_edge(sample, words):
    """The edge where that language begins to read."""
    shown = picture(card_png(replace(bare(sample), successes=(words.strip(),))))
    ink = shown.places_of(PALETTE["ink"])
    top, bottom = min(y for _, y in ink), max(y for _, y in ink)
    begins = min if sample is URDU else max
    first = begins(x for x, y in ink if y < top + (bottom - top) * 0.3)
    last = begins(x for x, y in ink if y > top + (bottom - top) * 0.7)
    assert first == pytest.approx(last, abs=16)


@pytest.mark.parametrize("sample", [ENGLISH, URDU], ids=["en", "ur"])
def test_a_text_in_the_other_direction_is_next_to_its_tick(sample):
    shown = picture(
        card_png(replace(bare(sample), successes=("Lamps." if sample is URDU else "روشنی۔",)))
    )
    middle = [x for x, _ in shown.places_of(PALETTE["ink"])]
    assert (sum(middle) / len(middle) < shown.width / 2) == (sample is ENGLISH)


@pytest.mark.parametrize("sample", [ENGLISH, URDU], ids=["en", "ur"])
@pytest.mark.parametrize("number", ["£12,500", "2022-09-30", "10-12"])
def test_a_number_inside_urdu_is_drawn_from_left_to_right(sample, number):
    written = replace(bare(sample), outcomes=(f"یہ {number} ہے۔",))
    isolated = replace(bare(sample), outcomes=(f"یہ \u2066{number}\u2069 ہے۔",))
    assert same(written, isolated)


def test_every_number_is_isolated_and_what_belongs_to_a_word_is_not():
    assert with_numbers_whole(WITH_NUMBERS) == (
        "فون \u206601296\u00a0382343\u2069، رقم \u2066£12,500\u2069، دن \u20662022-09-30\u2069، "
        "\u206617:30\u2069 سے۔"
    )
    for word in ("A40", "HP12 3HP", "https://example.org/2022/lamps", "\u206640\u2069", "12th"):
        assert with_numbers_whole(word) == word


def test_the_place_and_the_period_do_not_change_places():
    one = replace(bare(URDU), place="Abbey", period="Where should lamps come first?")
    other = replace(one, period="\u2068Where should lamps come first?\u2069")
    assert same(one, other)


@pytest.mark.parametrize(
    ("text", "on_urdu_card", "elsewhere"),
    [
        (PROMISE, False, False),
        (OUTCOME, True, True),
        ("Booker Lane پر نئی لائٹیں لگیں گی۔", True, True),
        ("Vale Park میں", True, False),
        ("ایبی (Abbey)", True, False),
        ("Books in Urdu (اردو) are in the library.", False, False),
        ("95 (45%)", True, False),
        ("", True, False),
    ],
)
def test_most_letters_decide_in_which_direction_a_text_is_read(text, on_urdu_card, elsewhere):
    assert reads_to_the_left(text, on_such_a_card=True) is on_urdu_card
    assert reads_to_the_left(text, on_such_a_card=False) is elsewhere


def test_the_template_is_given_the_texts_in_the_other_direction():
    one = replace(bare(URDU), council="Buckinghamshire Council", successes=(PROMISE, OUTCOME))
    assert template_data(one)["other_way"] == ["Buckinghamshire Council", PROMISE]


@pytest.mark.parametrize(
    "label", ["تعلیم اور ہنر، معیارِ زندگی، ان میں سے کوئی نہیں یا مجھے یقین نہیں", "بکنگھم شائر"]
)
def test_no_letter_of_an_urdu_label_touches_the_bar_above_it(label):
    def bar(words: str) -> int:
        bars = (Bar("ا", 1.0, "5"), Bar(words, None, "5"))
        return len(picture(card_png(replace(bare(URDU), bars=bars))).places_of(PALETTE["bar"]))

    assert bar(label) >= bar("ا") - 10


def test_no_letter_of_the_urdu_thanks_touches_the_mark_above_it():
    def mark(words: str) -> int:
        one = replace(bare(URDU), thanks=words)
        shown = picture(card_png(one))
        lamps = [y for _, y in shown.places_of(PALETTE["lamp"])]
        return len([y for y in lamps if y > max(lamps) - 20])  # not those in the street

    assert mark("بکنگھم") >= mark("ا") - 10
