"""A pretend Telegram Bot API on loopback: to develop a bot against, and to test one."""

from emulator.chat import Button, Document, Key, Message, Photo, Toast
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
from emulator.people.crowd import Crowd, LogEntry, Member, Move, MoveKind, Policy, Tally
from emulator.people.groups import Group
from emulator.people.phone import Phone, PhoneError
from emulator.props import Place, Poster
from emulator.server import Site, serve
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
