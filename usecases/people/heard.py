"""What is known of an update before it is handled: for whom it may be on a shared phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.asked_in_words import (
    asks_for_another,
    asks_for_help,
    asks_perhaps_to_stop,
    asks_to_cancel,
    asks_to_hand_back,
    asks_to_stop,
)
from engagement.consultations.receipt import base36
from engagement.errors import OldButton
from storage.people.guests import Guest

MARK = "@"
"""Before the seat of a guest, at the end of the data of their buttons."""
ASKS_FOR_MINE = "/mine"
"""The command that shows somebody their own answers, whoever of those on the phone they are."""
HELP, STOP, ANOTHER = "/help", "/stop", "/another"
"""The commands that are not asked about while a guest has the phone: whoever needs help gets it,
messages stop at once, and somebody else who begins is greeted as a person of their own."""
BEGINS = "ph"
"""The button of somebody else who wants to answer."""
HANDS_BACK = "pi"
"""The button of a guest who hands the phone back."""
GOES_ON = "pj"
"""The button of a guest who still has the phone, with what they had asked for."""
MINE = "km"
"""The button that shows somebody their own answers."""
OWNERS_AND = "pw"
"""The button of the owner who has the phone again, before what they had tapped."""
TAKES_PHONE = frozenset({BEGINS, HANDS_BACK, OWNERS_AND})
"""Taps after which somebody else has the phone."""
HANDS_ON = TAKES_PHONE | {GOES_ON}
"""Buttons that say who has the phone."""


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
    def stops(self) -> bool:
        """Whether this is a wish to get no more messages, whoever has the phone."""
        if self.pressed is not None or self.edited is not None:
            return False
        stops = asks_to_stop(self.text) and not asks_perhaps_to_stop(self.text)
        return stops or command_in(self.text) == STOP

    @property
    def asks_for_help(self) -> bool:
        """Whether this asks for help, with the command or in words."""
        if self.pressed is not None or self.edited is not None:
            return False
        return command_in(self.text) == HELP or asks_for_help(self.text)

    @property
    def points_nowhere(self) -> bool:
        """Whether this says by itself neither which message nor which button it is for."""
        return self.pressed is None and self.edited is None and self.replied_to is None

    @property
    def hands_back(self) -> bool:
        """Whether somebody says in words that they hand the phone back."""
        return self.pressed is None and self.edited is None and asks_to_hand_back(self.text)

    @property
    def is_command(self) -> bool:
        """Whether this is a command. The one that cancels is a No to what was asked last, so it is
        for whoever has the phone, as "cancel" without the slash is."""
        if self.pressed is not None or self.edited is not None:
            return False
        return self.text.startswith("/") and not asks_to_cancel(command_in(self.text))

    @property
    def gives_phone(self) -> bool:
        """Whether this says itself who has the phone from now on."""
        if self.pressed is not None:
            return verb_in(self.pressed) in TAKES_PHONE
        return command_in(self.text) == ANOTHER or asks_for_another(self.text)


def pressed_once_known(data: str) -> str:
    """The data of the button that is pressed once the owner has said that they have the phone."""
    return data.removeprefix(f"{OWNERS_AND}:")


def verb_in(data: str) -> str:
    """What a button does."""
    return data.partition(":")[0]


def hands_back(data: str) -> bool:
    """Whether this button hands the phone back."""
    return data.partition(MARK)[0] == HANDS_BACK


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
