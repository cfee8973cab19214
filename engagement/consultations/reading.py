"""The reading list's rules: its order, what counts as the same words, and when new texts appear."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

LARGEST_NUMBER = 2**31 - 2
"""Numbers of texts are drawn at random from 1 to this, so that none tells when it came."""
PRIME = 2**31 - 1
FEWEST_NEW = 10
"""While a consultation is open, texts of fewer people than this wait for others."""
LONGEST_THEME = 60
LONGEST_SENDER = 80
NIGHT_BEGINS = 2
"""The hour of the council's clock before which a text was written that appears in a night."""
NIGHT_LASTS = timedelta(hours=3)


class TextKind(StrEnum):
    """What a text on the list is."""

    ANSWER = "answer"  # to a question that asks for words
    COMMENT = "comment"  # to a question that asks for a choice
    LATE = "late"  # came after the close
    SUBMISSION = "submission"  # came without the bot, and was entered by staff


class SubmissionKind(StrEnum):
    """How something came that was entered by staff."""

    ORGANISATION = "organisation"  # the answer of an organisation
    LETTER = "letter"
    EMAIL = "email"
    PETITION = "petition"  # with a number of signatures
    PRESENTATION = "presentation"  # at a meeting


@dataclass(frozen=True, slots=True)
class Order:
    """One reader's own order of the texts: random, and the same at every look. A text that is new
    appears anywhere in it."""

    factor: int

    def place(self, number: int) -> int:
        """Where the text with this number is."""
        return number * self.factor % PRIME


def order_of(reader: int, consultation: str) -> Order:
    """The order in which this member of staff reads the texts of a consultation."""
    digest = hashlib.blake2b(f"{reader}/{consultation}".encode(), digest_size=8).digest()
    return Order(int.from_bytes(digest) % (PRIME - 1) + 1)


def same_words(text: str) -> str:
    """A hash that texts share if they differ only in spaces, capitals and punctuation."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = " ".join(re.findall(r"[^\W_]+", plain)) or plain
    return hashlib.blake2b(words.encode(), digest_size=16).hexdigest()


def may_appear(people: int, *, is_open: bool) -> bool:
    """Whether the texts of these people appear now. While people still answer, a single new text
    could be put down to somebody who has just answered."""
    return people >= (FEWEST_NEW if is_open else 1)


def night_of(there: datetime) -> datetime | None:
    """The beginning of the night in which new texts appear, if it is now. ``there`` is the time on
    the council's clock."""
    begins = there.replace(hour=NIGHT_BEGINS, minute=0, second=0, microsecond=0)
    return begins if begins <= there < begins + NIGHT_LASTS else None


_SCRIPTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "ur": re.compile(r"[ٹڈڑںھہیےگچپکژ]"),
        "ar": re.compile(r"[\u0600-\u06ff]"),
        "uk": re.compile(r"[іїєґІЇЄҐ]"),
        "ru": re.compile(r"[\u0400-\u04ff]"),
        "gu": re.compile(r"[\u0a80-\u0aff]"),
        "pa": re.compile(r"[\u0a00-\u0a7f]"),
        "bn": re.compile(r"[\u0980-\u09ff]"),
        "hi": re.compile(r"[\u0900-\u097f]"),
    }
)
"""Letters by which a language that isn't written in Latin letters is known, the surest first."""
_ENGLISH = re.compile(
    r"\b(the|and|is|are|to|of|in|we|you|it|for|not|on|with|more|no|i|that|this|please|my|our|be"
    r"|have|a|an|at|yes|there|need|should|would)\b",
    re.IGNORECASE,
)
_POLISH = re.compile(
    r"[ąćęłńśźż]|\b(nie|jest|na|w|i|z|do|to|jak|dla|prosze|wiecej|ale|czy|po|od|tak|nam|mamy"
    r"|bardzo|sie|ze|tylko|potrzebujemy|ulicy|o|przy|za)\b",
    re.IGNORECASE,
)
OTHER = "other"
"""The language of a text, as staff may say, that the council offers in no other way."""


def language_of(text: str) -> str:
    """The language a text seems to be written in. Staff can correct it."""
    letters = [sign for sign in text if sign.isalpha()]
    for language, signs in _SCRIPTS.items():
        own = len(signs.findall(text))
        if language in ("ur", "uk"):
            family = len(_SCRIPTS["ar" if language == "ur" else "ru"].findall(text))
            if own and family * 2 > len(letters):
                return language
        elif own * 2 > len(letters):
            return language
    return _in_latin_letters(text)


def _in_latin_letters(text: str) -> str:
    return "pl" if len(_POLISH.findall(text)) > len(_ENGLISH.findall(text)) else "en"


def language_of_translation(words: str, text: str, asked: str | None) -> str:
    """The language of a translation: the one it seems to be written in. If that is the language of
    the ``text`` itself, a few words were taken for it: then the one that was ``asked`` for."""
    seems = language_of(words)
    return seems if seems != text else asked or OTHER


def needs_translation(language: str, known: Collection[str], translated: Collection[str]) -> bool:
    """Whether a reader who knows ``known`` cannot read a text, nor any of its translations."""
    return language not in known and not {*known} & {*translated}
