"""What a person is shown, as values: a text with buttons under it, and nothing sent yet."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from content.words import Html
from engagement.consultations.receipt import base36
from reports.card import Card
from reports.sheets import Book
from usecases.insight.export import ExportReady

MOST_IN_A_ROW = 5


@dataclass(frozen=True, slots=True)
class Button:
    """A label, and the data a tap brings back (64 bytes at most)."""

    label: str
    data: str


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A message to be sent, or edited where the same ``topic`` already stands.

    ``fresh`` sends a new message even when a button was tapped, so that what was tapped stays
    readable. ``location`` is the label of the one key that shares the phone's location; it takes
    the place of the phone's own keyboard once, and of ``rows``.
    """

    text: Html
    rows: Rows = ()
    topic: str = "talk"
    fresh: bool = False
    location: str = ""

    @property
    def markup(self) -> dict[str, Any]:
        """The keyboard in the Bot API's shape; empty rows take an inline keyboard away."""
        if self.location:
            return {
                "keyboard": [[{"text": self.location, "request_location": True}]],
                "resize_keyboard": True,
                "one_time_keyboard": True,
            }
        return {
            "inline_keyboard": [
                [{"text": b.label, "callback_data": b.data} for b in row] for row in self.rows
            ]
        }

    @property
    def buttons(self) -> dict[str, str]:
        """What each label brings back."""
        return {b.label: b.data for row in self.rows for b in row}

    @property
    def fingerprint(self) -> str:
        """A short hash of all that can be seen."""
        body = orjson.dumps([self.text, self.markup])
        return hashlib.blake2b(body, digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Toast:
    """A short sentence over the chat, in answer to a tap (200 characters at most)."""

    text: str


@dataclass(frozen=True, slots=True)
class FileScreen:
    """A file to be written from the database and sent. ``book`` makes, from the number of its
    responses, what else a workbook holds."""

    caption: Html
    export: ExportReady
    book: Callable[[int], Book]
    failed: Html


@dataclass(frozen=True, slots=True)
class PictureScreen:
    """A card to be drawn and sent as a photo. ``waiting`` is said where drawing takes a while."""

    caption: Html
    card: Card
    name: str
    waiting: Html
    failed: Html


@dataclass(frozen=True, slots=True)
class CommandMenu:
    """The commands Telegram's menu offers in this one chat, by name, and in which language."""

    names: tuple[str, ...]
    language: str = "en"


Reply = Screen | Toast | FileScreen | PictureScreen | CommandMenu


def data(verb: str, *numbers: int) -> str:
    """What a button carries: a verb and short numbers in base 36."""
    return ":".join([verb, *(base36(n) for n in numbers)])


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers a button carried. Raises ValueError for what we never made."""
    return tuple(int(part, 36) for part in text.split(":")[1:] if part.isascii())


def in_rows(buttons: Sequence[Button], width: int = MOST_IN_A_ROW) -> Rows:
    """Buttons in rows of at most ``width``."""
    return tuple(tuple(buttons[n : n + width]) for n in range(0, len(buttons), width))
