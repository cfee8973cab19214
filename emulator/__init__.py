"""A pretend Telegram Bot API on loopback: to develop a bot against, and to test one."""

from emulator.chat import Button, Document, Message, Toast
from emulator.clock import Clock, RealClock
from emulator.crowd import Crowd, LogEntry, Member, Move, MoveKind, Policy
from emulator.faults import (
    CutAfter,
    CutBefore,
    Fault,
    Faults,
    Hang,
    Html200,
    RetryAfter,
    Status,
)
from emulator.phone import Group, Phone, PhoneError
from emulator.server import Site, serve
from emulator.world import Emulator, Poster

__all__ = [
    "Button",
    "Clock",
    "Crowd",
    "CutAfter",
    "CutBefore",
    "Document",
    "Emulator",
    "Fault",
    "Faults",
    "Group",
    "Hang",
    "Html200",
    "LogEntry",
    "Member",
    "Message",
    "Move",
    "MoveKind",
    "Phone",
    "PhoneError",
    "Policy",
    "Poster",
    "RealClock",
    "RetryAfter",
    "Site",
    "Status",
    "Toast",
    "serve",
]
