"""What people are asked to tap or type is never taken for words of danger."""

import pytest
from words_in_code import fillings, messages

from content.library import council_directory, load
from content.words import Words
from usecases.people.words_of_danger import holds_danger

SPOKEN = Words()
LANGUAGES = ("en", "pl", "ur")
SHORT = (
    "stop", "help", "yes", "no", "ok", "thanks", "start", "later", "cancel", "skip", "forget me",
    "leave me alone", "delete my data", "nie", "tak", "pomoc", "zapomnij mnie", "ہاں", "نہیں",
    "مدد", "ابھی", "HP12 3HP",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_button_is_danger(language: str) -> None:
    keys = [key for key in messages() if key.startswith(("button-", "command-"))]
    said = [
        SPOKEN.plain(key, language, **values) for key in keys for values in fillings(key, "Abbey")
    ]
    assert len(said) > 80
    assert [text for text in said if holds_danger(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_short_line_of_ours_is_danger(language: str) -> None:
    """Any of them may be a label that somebody types."""
    said = [
        SPOKEN.plain(key, language, **values)
        for key in messages()
        for values in fillings(key, "Abbey")
    ]
    short = [text for text in said if len(text) <= 30 and "\n" not in text]
    assert len(short) > 200
    assert [text for text in short if holds_danger(text)] == []


@pytest.mark.parametrize("council", ["buckinghamshire", "north-northamptonshire"])
def test_no_answer_theme_or_ward_is_danger(council: str) -> None:
    library = load(council_directory(council))
    options = [o for c in library.consultations.values() for q in c.questions for o in q.options]
    said = [option.label.say(language) for option in options for language in LANGUAGES]
    said += [theme.name.say(language) for theme in library.themes for language in LANGUAGES]
    said += [ward.name for ward in library.wards.values()]
    assert [text for text in said if holds_danger(text)] == []


@pytest.mark.parametrize("text", SHORT)
def test_no_short_reply_is_danger(text: str) -> None:
    assert not holds_danger(text)
