"""What is known of an update before it is handled: for whom it may be on a shared phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.asked_in_words import asks_perhaps_to_stop, asks_to_stop
from engagement.consultations.receipt import base36
from engagement.errors import OldButton
from storage.people.guests import Guest

MARK = "@"
"""Before the seat of a guest, at the end of the data of their buttons."""
READS_OWNERS = frozenset({"/mine", "/mydata"})
"""Commands that show what the owner of the phone has answered, or all that is held of them."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of an update before it is handled. ``pressed`` is the data of the button that
    was tapped, None for a message; ``edited`` and ``replied_to`` are the messages that this one
    changes or replies to."""

    at: datetime
    pressed: str | None = None
    text: str = ""
    edited: int | None = None
    replied_to: int | None = None

    @property
    def reads_owners(self) -> bool:
        """Whether this asks for what nobody but the owner of the phone may read."""
        return self.pressed is None and command_in(self.text) in READS_OWNERS

    @property
    def is_owners(self) -> bool:
        """Whether this is for the owner of the phone, whoever has it: a command, a wish to get no
        more messages, or a tap on one of their own buttons."""
        if self.pressed is not None:
            return MARK not in self.pressed
        if self.edited is not None:
            return False
        stops = asks_to_stop(self.text) and not asks_perhaps_to_stop(self.text)
        return self.text.startswith("/") or stops


def token(guest: Guest) -> str:
    """What ends the data of this guest's buttons."""
    return f"{MARK}{base36(-guest.seat)}"


def command_in(text: str) -> str:
    """The command a message begins with, without the name of the bot; empty for other words."""
    said = text.split(maxsplit=1)
    return said[0].partition("@")[0].lower() if said and said[0].startswith("/") else ""


def parted(data: str) -> tuple[str, int | None]:
    """The data of a button without the seat of a guest, and the seat. Raises OldButton."""
    plain, mark, seat = data.partition(MARK)
    if not mark:
        return data, None
    try:
        return plain, -int(seat, 36)
    except ValueError:
        raise OldButton from None
