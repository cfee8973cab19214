"""Redaction: removes personal data from an update before it is stored in the inbox."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from uk_postcodes_parsing import parse

TOO_LARGE = 1 << 52
"""User and chat ids have at most 52 significant bits, according to the Bot API documentation."""
BLANK = "-"
UNKNOWN_PLACE = "unknown"
MALFORMED_PLACE = "malformed"

# People appear as users (with is_bot), private chats (with type "private") and contact cards (with
# a phone number). Their names are blanked wherever they are in the update.
_NAMES = frozenset(
    {"first_name", "last_name", "username", "bio", "title", "phone_number", "vcard",
     "sender_user_name", "author_signature", "invite_link", "active_usernames"}
)  # fmt: skip
_REQUIRED_NAMES = frozenset({"first_name", "title", "phone_number", "sender_user_name"})
_DROPPED = frozenset(
    {"forward_origin", "forward_from", "forward_from_chat", "forward_sender_name",
     "forward_signature", "contact", "via_bot", "sender_chat", "reply_to_message",
     "external_reply", "quote", "users_shared", "venue", "photo", "voice", "video", "video_note",
     "audio", "document", "sticker", "animation"}
)  # fmt: skip
_NOT_WORDS = _DROPPED - {"reply_to_message", "quote", "external_reply"}
_KINDS = frozenset({"update_id", "message", "edited_message", "callback_query", "my_chat_member"})
_OF_MESSAGE = frozenset(
    {"message_id", "date", "edit_date", "chat", "from", "text", "entities", "caption", "location"}
)
"""The only fields of a message that are read. Others may hold anything, and a field that Telegram
adds later must not make a message unreadable."""
_OF_TAPPED_MESSAGE = frozenset({"message_id", "date", "chat"})
_COORDINATES = frozenset({"latitude", "longitude"})

# Any case, the letters O, I and L for digits, and a few signs or spaces between the two halves. A
# match counts only if it has a real digit; otherwise "hello" would be a postcode.
_POSTCODE_SHAPED = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{1,2}[0-9OoIl][0-9A-Za-z]?"
    r"[\W_]{0,4}[0-9OoIl][A-Za-z]{1,2}(?![A-Za-z0-9])"
)
_LONGEST, _SHORTEST = 7, 5
"""The number of letters and digits in a postcode."""
_WIDEST = 20
"""The most characters over which an oddly spaced postcode may extend."""


def decoded(body: bytes) -> Any:
    """The decoded JSON from Telegram. Raises ValueError.

    Half a surrogate pair in one text must not make a hundred updates unreadable: it becomes "?".
    """
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        try:
            whole = json.dumps(json.loads(body), ensure_ascii=False)
            return orjson.loads(whole.encode("utf-8", "replace"))
        except RecursionError:
            raise ValueError("nested too deeply") from None


def redacted(
    update: Mapping[str, Any], *, exact_text: bool, ward_of: Callable[[str], str | None]
) -> dict[str, Any]:
    """A copy of ``update`` with only the fields we read, without names and exact locations.

    Of a kind of update that we didn't ask for, only the update_id is kept.

    ``exact_text`` is true while a person is answering a question or writing a broadcast: their text
    is then kept as written. Otherwise every postcode-shaped part of a text is replaced by its ward
    code, "unknown" (well formed, but not in this council) or "malformed".
    """
    read = {k: _without_our_own(v) for k, v in update.items() if k in _KINDS}
    kept = {k: _clean(v, exact_text, ward_of) for k, v in read.items()}
    for name in ("message", "edited_message"):
        if isinstance(kept.get(name), dict):
            kept[name] = _as_read(update[name], kept[name])
    return kept


def _without_our_own(body: Any) -> Any:
    """A tap carries a copy of our own message; only what identifies the message is kept."""
    ours = body.get("message") if isinstance(body, Mapping) else None
    if not isinstance(ours, Mapping):
        return body
    return {**body, "message": {k: v for k, v in ours.items() if k in _OF_TAPPED_MESSAGE}}


def without_postcodes(text: str, ward_of: Callable[[str], str | None]) -> str:
    """``text`` with every postcode-shaped part replaced by a ward code or a word.

    A postcode of this council is found however it is spaced, even inside other words.
    """

    def replacement(match: re.Match[str]) -> str:
        matched = match.group()
        if not re.search(r"\d", matched):
            return matched
        found = parse(re.sub(r"[\W_]", "", matched).upper(), attempt_fix=True)
        if found is None:
            return MALFORMED_PLACE
        return ward_of(found.postcode) or UNKNOWN_PLACE

    plain = unicodedata.normalize("NFKC", text)
    usual_replaced = _POSTCODE_SHAPED.sub(replacement, plain)
    all_replaced = _without_hidden(usual_replaced, ward_of)
    return text if all_replaced == plain else all_replaced


def _without_hidden(text: str, ward_of: Callable[[str], str | None]) -> str:
    """Replace postcodes in runs of five to seven letters and digits, ignoring all between them."""
    signs = [(place, sign) for place, sign in enumerate(text) if sign.isascii() and sign.isalnum()]
    letters = "".join(sign for _, sign in signs)
    out, copied, at = [], 0, 0
    while at + _SHORTEST <= len(letters):
        for length in range(_LONGEST, _SHORTEST - 1, -1):
            run = letters[at : at + length]
            begin, end = signs[at][0], signs[min(at + length, len(signs)) - 1][0] + 1
            if len(run) == length and end - begin <= _WIDEST and (ward := ward_of(run)):
                out += [text[copied:begin], " ", ward, " "]
                copied, at = end, at + length
                break
        else:
            at += 1
    return "".join([*out, text[copied:]]).strip() if out else text


def sender_of(update: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """The Telegram ids (user, chat) that an update comes from; None if missing or impossible."""
    for body in update.values():
        if not isinstance(body, Mapping):
            continue
        who = _id_in(body.get("from"))
        chat = _id_in(body.get("chat"))
        message = body.get("message")
        if chat is None and isinstance(message, Mapping):
            chat = _id_in(message.get("chat"))
        if who is not None or chat is not None:
            return who, chat
    return None, None


def _id_in(value: Any) -> int | None:
    found = value.get("id") if isinstance(value, Mapping) else None
    if not isinstance(found, int) or isinstance(found, bool) or abs(found) >= TOO_LARGE:
        return None
    return found


def _clean(value: Any, exact_text: bool, ward_of: Callable[[str], str | None]) -> Any:
    if isinstance(value, Mapping):
        kept = {k: _clean_field(k, v, exact_text, ward_of) for k, v in value.items()}
        return {k: v for k, v in kept.items() if k not in _DROPPED}
    if isinstance(value, list):
        return [_clean(item, exact_text, ward_of) for item in value]
    return value


def _clean_field(
    name: str, value: Any, exact_text: bool, ward_of: Callable[[str], str | None]
) -> Any:
    if name in _NAMES:
        return BLANK if name in _REQUIRED_NAMES else None
    if name in _COORDINATES and isinstance(value, (int, float)):
        return round(value, 3)
    if name in ("text", "caption") and isinstance(value, str):
        # PostgreSQL cannot store U+0000, and no phone can type it.
        plain = value.replace("\x00", "")
        return plain if exact_text else without_postcodes(plain, ward_of)
    return _clean(value, exact_text, ward_of)


def _as_read(original: Mapping[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """A message with only the fields we read, and a flag if it had a file or contact card. Of a
    message it replies to, only the id is kept."""
    found = {name: value for name, value in kept.items() if name in _OF_MESSAGE}
    place = found.get("location")
    if isinstance(place, dict):
        found["location"] = {name: place[name] for name in place if name in _COORDINATES}
    answered = original.get("reply_to_message")
    if isinstance(answered, Mapping) and type(answered.get("message_id")) is int:
        found["reply_to_message"] = {"message_id": answered["message_id"]}
    if any(name in original for name in _NOT_WORDS):
        found["wardmote_left_out"] = True
    return found
