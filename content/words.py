"""Words by key: every sentence the product shows comes from content/words/<language>.ftl."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message

WORDS = Path(__file__).parent / "words"
RIGHT_TO_LEFT = frozenset({"ur"})
DAY_PATTERNS = {
    "en": ("EEEE d MMMM", "EEEE d MMMM y"),
    "pl": ("d MMMM (EEEE)", "d MMMM y (EEEE)"),
    "ur": ("EEEE، d MMMM", "EEEE، d MMMM y"),
}
USUAL_DAY = ("EEEE, d MMMM", "EEEE, d MMMM y")
"""A day without and with its year."""
TIME_LOCALES = {"en": "en_GB"}  # 5pm, not 5 PM
TIME_PATTERNS = {"en": ("ha", "h:mma", "h b"), "ur": ("B h", "B h:mm", "B h")}
"""Of a full hour, of any other time, and of noon."""

# Invisible marks of text direction. Fluent isolates each value, so that a Latin name inside Urdu
# keeps its place. Labels of buttons and cells of files are compared and sorted, so they have no
# isolates and no right-to-left mark.
LEFT_TO_RIGHT_MARK = "\u200e"
RIGHT_TO_LEFT_MARK = "\u200f"
ISOLATE_LEFT_TO_RIGHT = "\u2066"
ISOLATE = "\u2068"
END_OF_ISOLATE = "\u2069"
NOT_IN_PLAIN = dict.fromkeys((0x200F, 0x2066, 0x2067, 0x2068, 0x2069))
STRAYING_SLASH = re.compile(r"(?<![\w<:/])(?=/[a-z])|(?<=\w/)(?!\w)")
ADDRESS_WITH_VALUE = re.compile(rf"(https://[^\s{ISOLATE}]+){ISOLATE}(\w+){END_OF_ISOLATE}")

Value = str | int | float


class Html(str):
    """Text that is Telegram HTML already and is not escaped again."""

    __slots__ = ()


class MissingWords(Exception):
    """A key is missing, or a value that its sentence needs."""


@cache
def languages_with_words() -> tuple[str, ...]:
    """The languages that have a file in content/words."""
    return tuple(sorted(path.stem for path in WORDS.glob("*.ftl")))


def own_name(language: str) -> str:
    """A language's name in that language: "English", "polski", "اردو"."""
    return str(Locale(language).get_display_name(language))


def name_of(language: str, reader: str = "en") -> str | None:
    """A language's name in the reader's language ("ro": "Romanian", "rumuński"); None for an
    unknown code."""
    return Locale(reader).languages.get(language)


def names_for(reader: str) -> tuple[str, ...]:
    """The names of all languages in the reader's language."""
    return tuple(Locale(reader).languages.values())


def language_named(text: str, languages: Iterable[str]) -> str | None:
    """The one of ``languages`` whose code or name (its own or English) is ``text``, or None."""
    wanted = text.strip().casefold()
    for language in languages:
        if wanted in (language, own_name(language).casefold()):
            return language
        if wanted == str(name_of(language)).casefold():
            return language
    return None


def escape(text: str) -> Html:
    """The only HTML escaper: Telegram reads <, > and & (quotes only inside tags we never build)."""
    return Html(html.escape(text, quote=False))


CACHED_KEYS = frozenset(
    {"question", "question-option", "question-chosen-option", "question-scale", "button-chosen"}
)
"""Shown at every tap, with a council's texts and never a resident's: their results are cached."""
LONGEST_PART = 2_000
"""Characters of a value that Fluent is given: it refuses over 2,500 (`MAX_PART_LENGTH`)."""
MOST_CACHED = 2_000


@lru_cache(maxsize=32)
def _parsed(text: str) -> Any:
    """A language's file, parsed once per process, because it takes a tenth of a second."""
    return FluentResource(text)


@lru_cache(maxsize=32)
def _bundle_of(text: str, language: str) -> FluentBundle:
    """The sentences of a language's file, with those already said kept ready to be said again."""
    bundle = FluentBundle([language], use_isolating=language in RIGHT_TO_LEFT)
    bundle.add_resource(_parsed(text))
    return bundle


class Words:
    """The sentences of every language; English is used if one is missing."""

    def __init__(self, directory: Path = WORDS) -> None:
        self._directory = directory
        self._bundles: dict[str, FluentBundle] = {}
        self._cache: dict[tuple[object, ...], str] = {}
        self._labels: dict[str, tuple[str, ...]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have words, in order of their codes."""
        return tuple(sorted(path.stem for path in self._directory.glob("*.ftl")))

    def labels(self, language: str) -> tuple[str, ...]:
        """The labels of our buttons in a language, without those that have values in them."""
        if language not in self._labels:
            entries = _parsed((self._directory / "en.ftl").read_text("utf-8")).body
            keys = [e.id.name for e in entries if isinstance(e, Message)]
            found = []
            for key in keys:
                if key.startswith("button-"):
                    with suppress(MissingWords):
                        found.append(self.plain(key, language))
            self._labels[language] = tuple(found)
        return self._labels[language]

    def _bundle(self, language: str) -> FluentBundle:
        """A language's sentences, loaded on first use: most deployments use few languages."""
        if language not in self._bundles:
            path = self._directory / f"{language}.ftl"
            if not path.is_file():
                return self._bundle("en")
            self._bundles[language] = _bundle_of(path.read_text("utf-8"), language)
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
        return self._format(key, language, values).translate(NOT_IN_PLAIN)

    def _format(self, key: str, language: str, values: Mapping[str, Value]) -> str:
        if key not in CACHED_KEYS:
            return self._formatted(key, language, values)
        arguments = (key, language, *values.items())
        if arguments not in self._cache:
            if len(self._cache) >= MOST_CACHED:
                self._cache.clear()
            self._cache[arguments] = self._formatted(key, language, values)
        return self._cache[arguments]

    def _formatted(self, key: str, language: str, values: Mapping[str, Value]) -> str:
        bundle = self._bundle(language)
        if not bundle.has_message(key):
            language, bundle = "en", self._bundle("en")
        if not bundle.has_message(key):
            raise MissingWords(key)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingWords(key)
        short, long = _set_aside(values)
        formatted, errors = bundle.format_pattern(pattern, short)
        if errors:
            raise MissingWords(f"{key}: {errors[0]}")
        text = str(formatted)
        if language in RIGHT_TO_LEFT and text not in short.values():
            # A person's whole text, in any language, has its own direction.
            text = _from_the_right(text)
        for mark, whole in long.items():
            text = text.replace(mark, whole)
        return text


def _set_aside(values: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, str]]:
    """The values with a mark for each long text, and the texts by their marks."""
    short = dict(values)
    long: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, str) and len(value) > LONGEST_PART:
            mark = f"\ue000{len(long)}\ue001"
            short[name], long[mark] = mark, value
    return short, long


def _from_the_right(text: str) -> str:
    """Urdu text with values in it, with marks so that each line (a chat lays each out by itself)
    runs from right to left.

    A line takes its direction from its first letter, so a line that begins with anything but Urdu
    gets a mark in front. Isolates end with their line, so one that continues is opened again. A
    command keeps its slash in front; an address keeps its slash at the end, and in one piece.
    """
    text = ADDRESS_WITH_VALUE.sub(rf"{ISOLATE_LEFT_TO_RIGHT}\1\2{END_OF_ISOLATE}", text)
    text = STRAYING_SLASH.sub(LEFT_TO_RIGHT_MARK, text)
    lines = []
    still_open = 0
    for line in text.split("\n"):
        line = ISOLATE * still_open + line
        opened = sum(line.count(mark) for mark in (ISOLATE, ISOLATE_LEFT_TO_RIGHT))
        still_open = max(0, opened - line.count(END_OF_ISOLATE))
        shown = re.sub(r"<[^>]*>", "", line)
        urdu_first = unicodedata.bidirectional(shown[:1] or " ") in ("R", "AL")
        mark = "" if urdu_first or not shown.strip() else RIGHT_TO_LEFT_MARK
        lines.append(mark + line + END_OF_ISOLATE * still_open)
    return "\n".join(lines)


def day(moment: date | datetime, language: str = "en", *, with_year: bool = False) -> str:
    """A day: "Friday 30 September", or with its year: "Friday 30 September 2022"."""
    pattern = DAY_PATTERNS.get(language, USUAL_DAY)[with_year]
    return str(format_date(moment, pattern, locale=language))


def time_of_day(moment: time, language: str = "en") -> str:
    """A time as a language says it: "5pm", "5:30pm", "12 noon"."""
    whole, other, noon = TIME_PATTERNS.get(language, ("H:mm",) * 3)
    pattern = other if moment.minute else noon if moment.hour == 12 else whole
    return str(format_time(moment, pattern, locale=TIME_LOCALES.get(language, language)))


def full_date(moment: date | datetime, language: str = "en") -> str:
    """A day with its year: "30 September 2022"."""
    return str(format_date(moment, "d MMMM y", locale=language))


def counted(number: int, language: str = "en") -> str:
    """A whole number as written in a language: "1,234"."""
    return str(format_decimal(number, locale=language))


def separator(language: str = "en") -> str:
    """What separates items of a list that does not end in "and"."""
    return "، " if language in RIGHT_TO_LEFT else ", "


def listed(items: Iterable[str], language: str = "en") -> str:
    """Items listed in a sentence: "Abbey, Chesham and West Wycombe"."""
    if language not in RIGHT_TO_LEFT:
        text = str(format_list([*items], style="standard", locale=language))
        return text.replace(", and ", " and ")
    # Latin names are listed from the right too, each of them isolated.
    pieces = [f"{ISOLATE}{item}{END_OF_ISOLATE}" for item in items]
    text = str(format_list(pieces, style="standard", locale=language)).replace("، اور ", " اور ")
    return RIGHT_TO_LEFT_MARK + text if pieces else text
