"""Words with a meaning of their own wherever they are typed, and lengths as people count them."""

import pytest

from content.asked_in_words import asks_for_help, asks_to_complain, asks_to_stop, complains
from content.typed_words import characters, folded, move_in
from content.words import Words, languages_with_words
from content.yes_and_no import yes_or_no


@pytest.mark.parametrize(
    "text",
    [
        "stop", "STOP", "Stop please!", "please stop", "STOP.", "/stop", "stop now", "🛑 stop",
        "please, unsubscribe.", "Unsubscribe me", "opt-out", "Stop messages", "no more messages",
        "przestań", "PRZESTAŃ proszę", "Wypisz mnie!", "rezygnuje", "Rezygnuję.", "zatrzymaj",
        "سٹاپ", "براہِ کرم بند کریں۔", "ان سبسکرائب", "پلیز بند کر دیں", "رک جائیں", "بند كریں",
    ],
)  # fmt: skip
def test_a_message_that_is_only_a_stop_word_asks_to_stop(text: str) -> None:
    """W1."""
    assert asks_to_stop(text)


@pytest.mark.parametrize(
    "text",
    ["stop the buses", "don't stop", "bus stop", "please", "", "non-stop", "przystanek", "no more",
     "the shop is closed: بند ہے", "don't text me while I drive", "they leave me alone at work",
     "remove me and the bench", "go away from the lamp", "nie pisz po ścianach",
     "no texts at school"],
)  # fmt: skip
def test_words_about_stopping_something_else_do_not(text: str) -> None:
    """W1."""
    assert not asks_to_stop(text)


@pytest.mark.parametrize(
    ("text", "only", "says_so"),
    [
        ("I want to complain", True, True),
        ("Complaint.", True, True),
        ("chciałabym złożyć skargę", True, True),
        ("میں شکایت کرنا چاہتا ہوں", True, True),
        ("I want to complain about the bins", False, True),
        ("Chcę złożyć skargę na hałas", False, True),
        ("میں بس کی شکایت کرنا چاہتا ہوں", False, True),
        ("people complain about the bins", False, False),
        ("the complaint was closed", False, False),
        ("complaints", False, False),
        ("nobody complains", False, False),
        ("", False, False),
    ],
)
def test_who_wants_to_complain_says_so_alone_or_at_the_beginning(
    text: str, *, only: bool, says_so: bool
) -> None:
    assert (asks_to_complain(text), complains(text)) == (only, says_so)


@pytest.mark.parametrize("text", ["help", "Help?", "HELP please", "pomoc!", "مدد", "menu"])
def test_a_help_word_asks_for_help(text: str) -> None:
    """W1."""
    assert asks_for_help(text)
    assert not asks_to_stop(text)


def test_the_buttons_that_move_can_be_typed_in_every_language() -> None:
    """W5."""
    words = Words()
    ways = {"button-back": "back", "button-skip": "skip", "button-keep": "skip"}
    ways |= {"button-done": "done", "button-learn-next": "skip", "button-go-on": "skip"}
    for language in languages_with_words():
        for key, way in ways.items():
            assert move_in(words.plain(key, language)) == way, (language, key)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("ہوگیا", "done"), ("ہو گیا", "done"), ("هو گيا", "done"), ("ھوگیا", "done"),
        ("ہو\u200cگیا", "done"), ("ہو گَیا۔", "done"), ("اگلا", "skip"), ("چھوڑدیں", "skip"),
        ("چهوڑ دين", "skip"), ("پيچهے", "back"), ("واپس", "back"), ("pomin", "skip"),
        ("POMIŃ", "skip"),
    ],
)  # fmt: skip
def test_words_that_move_are_understood_as_any_keyboard_writes_them(text: str, way: str) -> None:
    assert move_in(text) == way


@pytest.mark.parametrize(
    "text",
    [
        "بندکریں", "بند کردیں", "بندكرديں", "براہکرم بند کر دیں", "رکجائیں", "przestan",
        "nie pisz do mnie więcej", "میسج نہ کریں", "stop stop stop", "please dont message me again",
        "zakoncz subskrypcje",
    ],
)  # fmt: skip
def test_stop_words_are_understood_as_any_keyboard_writes_them(text: str) -> None:
    assert asks_to_stop(text)


def test_help_yes_and_no_are_understood_as_any_keyboard_writes_them() -> None:
    assert asks_for_help("مددچاہیے")
    assert asks_for_help("co moge tu zrobic")
    assert yes_or_no("جيہاں") is True
    assert yes_or_no("جی نهيں") is False


def test_no_label_of_our_own_buttons_is_a_stop_word() -> None:
    """W1."""
    words = Words()
    for language in languages_with_words():
        for key in ("button-cancel", "button-no", "button-later", "button-done"):
            assert not asks_to_stop(words.plain(key, language))


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0), ("abc", 3), ("\u0105\u0119", 2), ("a\u0328e\u0328", 2), ("👍", 1), ("👍🏽", 1),
        ("👨‍👩‍👧", 1), ("🇬🇧🇵🇱", 2), ("❤️", 1), ("1️⃣", 1), ("بِسم", 3), ("👍" * 3000, 3000),
    ],
)  # fmt: skip
def test_a_length_is_what_people_count(text: str, length: int) -> None:
    """W13."""
    assert characters(text) == length


def test_texts_are_folded_without_case_and_punctuation() -> None:
    assert folded("  Ｍore —  LAMPS!! ") == "more lamps"
