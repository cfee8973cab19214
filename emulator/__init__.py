"""A pretend Telegram Bot API on this computer, for developing and testing a bot."""

from emulator.chat import Button, Document, Key, Message, Photo, Toast, Voice
from emulator.clock import Clock, RealClock
from emulator.faults.injection import (
    CutAfter,
    CutBefore,
    CutMidway,
    Drip,
    Fault,
    Faults,
    Hang,
    Html200,
    Impatient,
    Reset,
    RetryAfter,
    Status,
)
from emulator.people.crowd import Crowd, LogEntry, Member, Policy, Tally
from emulator.people.groups import Group
from emulator.people.moves import Move, MoveKind
from emulator.people.phone import Phone, PhoneError
from emulator.people.recordings import recording
from emulator.posters_and_places import Outlines, Place, Poster
from emulator.server import Site, serve
from emulator.town import Emulator, Side
from emulator.witness import Edit, Seen, Witness

__all__ = [
    "Button",
    "Clock",
    "Crowd",
    "CutAfter",
    "CutBefore",
    "CutMidway",
    "Document",
    "Drip",
    "Edit",
    "Emulator",
    "Fault",
    "Faults",
    "Group",
    "Hang",
    "Html200",
    "Impatient",
    "Key",
    "LogEntry",
    "Member",
    "Message",
    "Move",
    "MoveKind",
    "Outlines",
    "Phone",
    "PhoneError",
    "Photo",
    "Place",
    "Policy",
    "Poster",
    "RealClock",
    "Reset",
    "RetryAfter",
    "Seen",
    "Side",
    "Site",
    "Status",
    "Tally",
    "Toast",
    "Voice",
    "Witness",
    "recording",
    "serve",
]
