"""The names by which people call a language, in the languages that are spoken here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from content.typed_words import plainest
from content.words import language_named, name_of, names_for

SPOKEN_HERE = (
    "en", "pl", "ur", "ar", "bg", "bn", "cs", "cy", "de", "es", "fr", "gu", "hi", "hu", "it", "lt",
    "lv", "nl", "pa", "pt", "ro", "ru", "sk", "so", "tr", "uk",
)  # fmt: skip
"""Languages in which somebody may name another one."""

AS_PEOPLE_SAY: Mapping[str, tuple[str, ...]] = {
    "en": ("in english", "english language", "inglish", "englis", "eng", "po angielsku",
           "język angielski", "auf englisch", "en anglais", "انگلش", "انگریزی میں", "انگلش میں",
           "angrezi", "angrezi mein", "english mein"),
    "pl": ("in polish", "polish language", "po polsku", "język polski", "polsku", "auf polnisch",
           "en polonais", "پولش میں", "polish mein"),
    "ur": ("in urdu", "urdu language", "urdo", "po urdu", "w urdu", "język urdu", "auf urdu",
           "en ourdou", "اردو میں", "اردو زبان", "urdu mein", "urdu main"),
}  # fmt: skip
"""What people say besides the names: forms of a word, and how it is written in a hurry."""


def language_called(text: str, languages: Iterable[str]) -> str | None:
    """The one of ``languages`` that ``text`` names in any language, or None."""
    known = tuple(languages)
    exact = language_named(text, known)
    if exact is not None or not plainest(text):
        return exact
    found = {language for language in known if plainest(text) in _names(language)}
    return found.pop() if len(found) == 1 else None


def is_language(text: str) -> bool:
    """Whether a text is the name of a language, in any of those spoken here."""
    return bool(plainest(text)) and plainest(text) in _every_name()


@cache
def _every_name() -> frozenset[str]:
    return frozenset(plainest(name) for reader in SPOKEN_HERE for name in names_for(reader)) - {""}


@cache
def _names(language: str) -> frozenset[str]:
    named = [name_of(language, reader) or "" for reader in SPOKEN_HERE]
    return frozenset(plainest(name) for name in (*named, *AS_PEOPLE_SAY.get(language, ())))
