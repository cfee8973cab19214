"""In which language a text may be written, by its letters."""

import pytest

from content.written_in import may_be_in

ENGLISH = "Flu clinic on Monday in the hall of Łukasz Żak, come before 5pm."
URDU = "صحت کیمپ پیر کو صبح 10 بجے Desborough Road میں"
POLISH = "Piknik w sobotę o 10, proszę przynieść kosz."


@pytest.mark.parametrize(
    ("text", "language"), [(ENGLISH, "en"), (URDU, "ur"), (POLISH, "pl"), (POLISH, "en")]
)
def test_a_text_may_be_in_the_language_of_its_letters(text: str, language: str) -> None:
    """Of Polish it isn't certain that it is no English."""
    assert may_be_in(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "ur"), (ENGLISH, "pl"), (URDU, "en"), (URDU, "pl"), (POLISH, "ur")],
)
def test_a_text_in_other_letters_is_not_in_a_language(text: str, language: str) -> None:
    assert not may_be_in(text, language)


@pytest.mark.parametrize("text", ["", "10:30", "👍 112"])
@pytest.mark.parametrize("language", ["en", "pl", "ur"])
def test_a_text_without_letters_needs_no_translation(text: str, language: str) -> None:
    assert may_be_in(text, language)
