"""The moves of a crowd's members: what a policy can choose, and how a phone carries it out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from emulator.people.phone import Phone


class MoveKind(StrEnum):
    START = "start"  # value: the payload, or nothing
    TYPE = "type"  # value: the text
    TAP = "tap"  # value: the label, or how it begins
    FORGE = "forge"  # value: callback data that no button carries
    PHOTO = "photo"  # value: the caption, or nothing
    VOICE = "voice"
    STICKER = "sticker"
    CONTACT = "contact"  # value: the phone number
    PLACE = "place"  # value: "latitude,longitude"
    BLOCK = "block"
    UNBLOCK = "unblock"
    LEAVE = "leave"  # deletes the account
    WAIT = "wait"  # does nothing, then asks the policy again


@dataclass(frozen=True, slots=True)
class Move:
    """What to do, after `after` seconds of thought. `note` only goes to the log."""

    kind: MoveKind
    value: str = ""
    after: float = 1.0
    note: Mapping[str, str] = field(default_factory=dict)


def carry_out(move: Move, phone: Phone) -> None:
    """Do it on this phone; PhoneError if the bot is blocked there or the account was deleted."""
    _ACTS[move.kind](phone, move.value)


def _place(value: str) -> tuple[float, float]:
    lat, lon = value.split(",")
    return float(lat), float(lon)


_ACTS: Mapping[MoveKind, Callable[[Phone, str], object]] = {
    MoveKind.START: lambda phone, value: phone.start(value or None),
    MoveKind.TYPE: lambda phone, value: phone.type(value),
    MoveKind.TAP: lambda phone, value: phone.tap(value),
    MoveKind.FORGE: lambda phone, value: phone.forge(value),
    MoveKind.PHOTO: lambda phone, value: phone.send_photo(value or None),
    MoveKind.VOICE: lambda phone, _: phone.send_voice(),
    MoveKind.STICKER: lambda phone, _: phone.send_sticker(),
    MoveKind.CONTACT: lambda phone, value: phone.send_contact(value),
    MoveKind.PLACE: lambda phone, value: phone.send_location(*_place(value)),
    MoveKind.BLOCK: lambda phone, _: phone.block(),
    MoveKind.UNBLOCK: lambda phone, _: phone.unblock(),
    MoveKind.LEAVE: lambda phone, _: phone.delete_account(),
}
