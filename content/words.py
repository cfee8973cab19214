"""Words by key: every sentence the product says comes from content/words/<language>.ftl."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

WORDS = Path(__file__).parent / "words"
RIGHT_TO_LEFT = frozenset({"ur"})
# Fluent sets these around a value so that a Latin name inside Urdu keeps its place; a button's
# label and a file's cell are compared and sorted, so they go without.
ISOLATION_MARKS = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))

Value = str | int | float


class Html(str):
    """Text that is Telegram HTML already and is not escaped again."""

    __slots__ = ()


class MissingWords(Exception):
    """A key, or a value one of its sentences needs, is not there."""


@cache
def languages_with_words() -> tuple[str, ...]:
    """The languages that have a file of words here."""
    return tuple(sorted(path.stem for path in WORDS.glob("*.ftl")))


def own_name(language: str) -> str:
    """What its own speakers call a language: "English", "polski", "اردو"."""
    return str(Locale(language).get_display_name(language))


def english_name(language: str) -> str | None:
    """What English calls a language by its code ("ro": "Romanian"); None for a code unknown."""
    return Locale("en").languages.get(language)


def language_named(text: str, languages: Iterable[str]) -> str | None:
    """The one of ``languages`` whose name, own or English, or whose code ``text`` is."""
    wanted = text.strip().casefold()
    for language in languages:
        if wanted in (language, own_name(language).casefold()):
            return language
        if wanted == str(english_name(language)).casefold():
            return language
    return None


def escape(text: str) -> Html:
    """The one HTML escaper: Telegram reads <, > and & (quotes only inside tags we never build)."""
    return Html(html.escape(text, quote=False))


class Words:
    """The sentences of every language, English standing in where one is missing."""

    def __init__(self, directory: Path = WORDS) -> None:
        self._directory = directory
        self._bundles: dict[str, FluentBundle] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have words, in order of their codes."""
        return tuple(sorted(path.stem for path in self._directory.glob("*.ftl")))

    def _bundle(self, language: str) -> FluentBundle:
        """A language's sentences, read when they are first needed: most deployments speak few."""
        if language not in self._bundles:
            path = self._directory / f"{language}.ftl"
            if not path.is_file():
                return self._bundle("en")
            bundle = FluentBundle([language], use_isolating=language in RIGHT_TO_LEFT)
            bundle.add_resource(FluentResource(path.read_text("utf-8")))
            self._bundles[language] = bundle
        return self._bundles[language]

    def html(self, key: str, language: str = "en", **values: Value) -> Html:
        """The sentence ``key`` as Telegram HTML; every plain value in it is escaped.

        Raises MissingWords when the key or one of its values is missing.
        """
        safe = {
            name: value if not isinstance(value, str) or isinstance(value, Html) else escape(value)
            for name, value in values.items()
        }
        return Html(self._format(key, language, safe))

    def plain(self, key: str, language: str = "en", **values: Value) -> str:
        """The sentence ``key`` for a button, a file or a terminal: no HTML, no isolation marks."""
        return self._format(key, language, values).translate(ISOLATION_MARKS)

    def _format(self, key: str, language: str, values: Mapping[str, Value]) -> str:
        bundle = self._bundle(language)
        if not bundle.has_message(key):
            bundle = self._bundle("en")
        if not bundle.has_message(key):
            raise MissingWords(key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingWords(key)
        text, errors = bundle.format_pattern(pattern, dict(values))
        if errors:
            raise MissingWords(f"{key}: {errors[0]}")
        return str(text)


def day(moment: date | datetime, language: str = "en") -> str:
    """A day as people say it: "Friday 30 September"."""
    pattern = "EEEE d MMMM" if language == "en" else "EEEE, d MMMM"
    return str(format_date(moment, pattern, locale=language))


def full_date(moment: date | datetime, language: str = "en") -> str:
    """A day of any year: "30 September 2022"."""
    return str(format_date(moment, "d MMMM y", locale=language))


def listed(items: Iterable[str], language: str = "en") -> str:
    """Items as a sentence lists them: "Abbey, Chesham and West Wycombe"."""
    return str(format_list([*items], style="standard", locale=language)).replace(", and ", " and ")
