"""A pretend Telegram Bot API on loopback: to develop a bot against, and to test one."""

from emulator.chat import Button, Document, Key, Message, Photo, Toast
from emulator.clock import Clock, RealClock
from emulator.crowd import Crowd, LogEntry, Member, Move, MoveKind, Policy, Tally
from emulator.faults import (
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
from emulator.groups import Group
from emulator.phone import Phone, PhoneError
from emulator.server import Site, serve
from emulator.walls import Place, Poster
from emulator.witness import Edit, Seen, Witness
from emulator.world import Emulator, Side

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
    "Witness",
    "serve",
]
