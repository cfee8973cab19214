"""Replies as values: a text with buttons, a toast, a file, a picture. Nothing is sent here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import orjson

from content.words import Html
from engagement.consultations.receipt import base36
from engagement.insight.shown_numbers import ShownNumber
from reports.card import Card
from reports.place_map import PlaceMap
from reports.workbook_contents import Book
from usecases.insight.export import ExportReady
from usecases.people.heard import MARK

MOST_IN_A_ROW = 5
MOST_DATA = 64
"""The bytes that a button's data may have."""
LOCATION_TOPIC = "location"
"""The topic of the message with the key that shares a location."""


@dataclass(frozen=True, slots=True)
class Button:
    """A label, and the data that comes back with a tap (64 bytes at most).

    ``name`` is what people type for it, where the label has a mark or lacks a number:
    "2 Jobs and careers".
    """

    label: str
    data: str
    name: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A message to send, or to edit where one with the same ``topic`` is shown already.

    ``fresh`` sends a new message even when a button was tapped, so that the tapped message stays
    readable. ``location`` is the label of the one key that shares the phone's location; it
    replaces the phone's own keyboard once, and ``rows``; ``keyboard_away`` removes it again.
    ``thread`` is the topic of a group to which the message goes. ``silent``: it makes no sound.
    ``ends`` is the topic of a message that this one answers: it loses its buttons.
    ``above`` is sent first, whenever this is sent as a new message: it never is an edit. ``seat``
    ends the data of every button: whose they are, where several people share a phone.
    """

    text: Html
    rows: Rows = ()
    topic: str = "talk"
    fresh: bool = False
    location: str = ""
    keyboard_away: bool = False
    thread: int | None = None
    silent: bool = False
    ends: str = ""
    above: MediaScreen | None = None
    seat: str = ""

    @property
    def markup(self) -> dict[str, Any]:
        """The keyboard in the Bot API's shape; empty rows remove an inline keyboard."""
        if self.location:
            return {
                "keyboard": [[{"text": self.location, "request_location": True}]],
                "resize_keyboard": True,
                "one_time_keyboard": True,
            }
        if self.keyboard_away:
            return {"remove_keyboard": True}
        return {
            "inline_keyboard": [
                [{"text": b.label, "callback_data": b.data + self.seat} for b in row]
                for row in self.rows
            ]
        }

    @property
    def buttons(self) -> dict[str, str]:
        """The data of each label, or of the name that is typed for it."""
        return {b.name or b.label: b.data for row in self.rows for b in row}

    @property
    def fingerprint(self) -> str:
        """A short hash of everything visible."""
        body = orjson.dumps([self.text, self.markup])
        return hashlib.blake2b(body, digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Toast:
    """A short notice over the chat after a tap (200 characters at most)."""

    text: str


@dataclass(frozen=True, slots=True)
class FileScreen:
    """A file to write from the database and send. ``book`` takes the number of responses and
    returns the other sheets of a workbook. ``left_out`` takes the number of people whose words are
    not in the file, and returns what the caption says of them."""

    caption: Html
    export: ExportReady
    book: Callable[[int], Book]
    left_out: Callable[[ShownNumber], Html]
    failed: Html


@dataclass(frozen=True, slots=True)
class PageScreen:
    """A web page to make with ``made`` and send as a file."""

    caption: Html
    name: str
    made: Callable[[], bytes]
    failed: Html


@dataclass(frozen=True, slots=True)
class PictureScreen:
    """A card or a map to draw and send as a photo. ``waiting`` is sent first where drawing takes a
    while."""

    caption: Html
    card: Card | PlaceMap
    name: str
    waiting: Html
    failed: Html


@dataclass(frozen=True, slots=True)
class VoiceScreen:
    """The sound of the voice note with this number, to read from the database and send.
    ``protected``: it can't be forwarded or saved from the chat."""

    caption: Html
    number: int
    seconds: int
    failed: Html
    protected: bool = True


class MediaKind(StrEnum):
    """What a council's file is sent as."""

    PICTURE = "picture"
    RECORDING = "recording"


@dataclass(frozen=True, slots=True)
class MediaScreen:
    """A picture or a recording of the council's, to read from its folder and send, if its bytes are
    those that were checked (``digest``). ``about`` are the code of a consultation and the place of
    a question: a reply to it is for that."""

    caption: Html
    kind: MediaKind
    path: Path
    digest: str | None
    about: tuple[int, int]
    failed: Html


@dataclass(frozen=True, slots=True)
class CommandMenu:
    """The commands in one chat's menu, by name, and the language of their descriptions. Without any
    the chat shows everybody's menu again."""

    names: tuple[str, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Removal:
    """Messages to delete from the chat, and what to say then: that they are gone, that Telegram no
    longer removes them, or that it could not be reached. ``topic`` is the screen among them.
    Without ``done`` nothing is said once they are gone: a message would stay in the chat."""

    message_ids: tuple[int, ...]
    topic: str
    done: str | None
    refused: str
    failed: str


@dataclass(frozen=True, slots=True)
class ButtonsAway:
    """Messages of this chat that lose their buttons: whose they were is gone."""

    message_ids: tuple[int, ...]


MadeScreen = FileScreen | PageScreen | PictureScreen | VoiceScreen | MediaScreen
"""What is made, or read, before it is sent."""
Reply = Removal | ButtonsAway | Screen | Toast | MadeScreen | CommandMenu


def data(verb: str, *numbers: int) -> str:
    """A button's data: a verb and short numbers in base 36."""
    return ":".join([verb, *(base36(n) for n in numbers)])


def numbers_in(text: str) -> tuple[int, ...]:
    """The numbers in a button's data, without the person it is for where several share a phone.
    Raises ValueError for data we never made."""
    plain, _, _ = text.partition(MARK)
    return tuple(int(part, 36) for part in plain.split(":")[1:] if part.isascii())


def in_rows(buttons: Sequence[Button], width: int = MOST_IN_A_ROW) -> Rows:
    """Buttons in rows of at most ``width``."""
    return tuple(tuple(buttons[n : n + width]) for n in range(0, len(buttons), width))
