"""How a text is compared with phrases: letters, gaps, ends of sentences, idioms."""

import pytest

from content.schema.safety import SafetyWords
from engagement.people.danger import lexicon_of, words_in


def finds(text: str, *danger: str, **more: tuple[str, ...]) -> bool:
    return lexicon_of([SafetyWords(danger=danger or ("zzz",), **more)]).is_danger(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm HURT, don’t", ["im", "hurt", "dont"]),
        ("Zabić łatwo", ["zabic", "latwo"]),
        ("kiiiill all", ["kil", "al"]),
        ("stop. now\nhere", ["stop", ".", "now", ".", "here"]),
        ("آپ كی ھوں", ["اپ", "کی", "ہون"]),
        ("مارتا ہے۔ ڈر", ["مارتا", "ہے", ".", "ڈر"]),
        ("zero\u200bwidth", ["zerowidth"]),
        ("", []),
    ],
)
def test_words_are_made_alike(text: str, words: list[str]) -> None:
    assert words_in(text) == words


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("he hits me", "hits me", True),
        ("he hits her", "hits me", False),
        ("he hits me", "hits|beats me", True),
        ("he slaps me", "slap* me", True),
        ("he lapses", "slap*", False),
        ("want to die", "want ?to die", True),
        ("want die", "want ?to die", True),
        ("want to really die", "want ?to die", False),
        ("end it all now", "end_it_all", True),
        ("one two three me", "one ~2 me", True),
        ("one two three four me", "one ~2 me", False),
        ("one two. me", "one ~2 me", False),
        ("he hits me", "?he hits me", True),
        ("hits me", "?he hits me", True),
        ("i will not", "will", True),
        ("goodwill", "will", False),
    ],
)
def test_a_phrase_is_found_or_not(text: str, phrase: str, *, found: bool) -> None:
    assert finds(text, phrase) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SOS", True),
        ("sos!!!", True),
        ("SOS\nhelp", True),
        ("SOS bus route", False),
        ("an SOS", False),
    ],
)
def test_a_call_for_help_counts_only_as_a_whole_message(text: str, *, found: bool) -> None:
    assert finds(text, alone=("sos ?help",)) is found


def test_a_phrase_names_sets_of_words() -> None:
    words = {"who": ("he|she", "my_boss"), "all": ("@who|they",)}
    assert finds("my boss hits me", "@who hits me", words=words)
    assert finds("they hit me", "@all hit me", words=words)
    assert finds("end herself", "end_@all|herself", words=words)
    assert not finds("it hits me", "@who hits me", words=words)


def test_idioms_are_taken_out_and_no_gap_goes_over_them() -> None:
    assert not finds("traffic is killing me", "killing me", safe=("traffic is killing me",))
    assert finds("traffic is killing me. He is killing me", "killing me",
                 safe=("traffic is killing me",))  # fmt: skip
    assert not finds("one dead end two", "one ~3 two", safe=("dead end",))


def test_weaker_phrases_count_unless_the_text_is_about_something_else() -> None:
    lists = {"unless_about": ("hurt us",), "about": ("cuts|budget",)}
    assert finds("they hurt us", **lists)
    assert not finds("the cuts hurt us", **lists)
    assert finds("they hurt us. It is the budget", **lists)


def test_phrases_count_unless_the_sentence_proposes_something_or_tells_of_the_past() -> None:
    lists = {"unless_topic": ("was attacked",), "topic": ("years_ago|should",)}
    more = {"unless_about": ("hurt",), "about": ("bus",)}
    assert finds("she was attacked by the bus stop", **lists, **more)
    assert not finds("she was attacked years ago", **lists, **more)
    assert not finds("nobody should be hurt", **lists, **more)
    assert finds("i am hurt", **lists, **more)
