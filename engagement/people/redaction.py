"""Redaction: removes personal data from an update before it is stored in the inbox."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from content.points import rounded_alone, rounded_degrees
from engagement.people.message_marks import FORWARDED as FORWARDED
from engagement.people.message_marks import LEFT_OUT as LEFT_OUT
from engagement.people.message_marks import LIVE as LIVE
from engagement.people.message_marks import MARKS as MARKS
from engagement.people.message_marks import NOTE as NOTE
from engagement.people.message_marks import marks_of, note_of, of_type
from engagement.people.postcodes_in_text import only_a_postcode, without_postcodes

TOO_LARGE = 1 << 52
"""User and chat ids have at most 52 significant bits, according to the Bot API documentation."""
BLANK = "-"
_SOMEBODY_ELSES = frozenset(
    {"forward_origin", "forward_from", "forward_from_chat", "forward_sender_name",
     "is_automatic_forward", "via_bot"}
)  # fmt: skip
"""The fields of a message whose words were written by another person, a channel or a bot."""
_IN_CHAT = frozenset({"administrator", "creator", "member", "restricted"})
_LONGEST_ID = 64
_PLAIN_NAME = re.compile(r"[A-Za-z_-]{1,35}")
"""What the type of an entity, the type of a chat and the code of a language look like."""


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
    update: Mapping[str, Any],
    *,
    exact_text: bool,
    ward_of: Callable[[str], str | None],
    districts: Collection[str] = (),
    links: bool = False,
    forwarded_text: bool = False,
    places: bool = False,
    voice: bool = False,
) -> dict[str, Any]:
    """What is stored of ``update``: only what is listed here, without names and exact locations.

    Of a kind of update that we didn't ask for, only the update_id is kept.

    ``exact_text`` is true while a person is answering a question or writing a broadcast: their text
    is then kept as written. Otherwise every postcode-shaped part of a text is replaced by its ward
    code or a word, as by ``without_postcodes``. The addresses behind words are kept with
    ``links``, forwarded text with ``forwarded_text``: of staff who write a broadcast. With
    ``places`` somebody is asked for a place: even in an exact text, what is only a postcode is
    replaced, and what is only a point is rounded.
    ``voice``, of a resident, the id by which a voice note can be fetched is kept, with its length.
    """
    kept: dict[str, Any] = of_type(update, int, "update_id")
    for name in ("message", "edited_message"):
        if name in update:
            said = _Words(
                exact_text, ward_of, districts, links=links, forwarded=forwarded_text, places=places
            )
            kept[name] = _message(update[name], said, voice=voice)
    if "callback_query" in update:
        kept["callback_query"] = _tap(update["callback_query"])
    if "my_chat_member" in update:
        kept["my_chat_member"] = _membership(update["my_chat_member"])
    return kept


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


@dataclass(frozen=True, slots=True)
class _Words:
    """How the words of one message are kept."""

    exact: bool
    ward_of: Callable[[str], str | None]
    districts: Collection[str]
    links: bool
    forwarded: bool
    places: bool

    def kept(self, body: Mapping[str, Any], text: str, entities: str) -> dict[str, Any]:
        """A text and its entities, by the names of their fields."""
        said = body.get(text)
        if not isinstance(said, str):
            return {}
        # PostgreSQL cannot store U+0000, and no phone can type it.
        plain = said.replace("\x00", "")
        if not self.exact:
            plain = without_postcodes(plain, self.ward_of, districts=self.districts)
        elif self.places:
            place = only_a_postcode(plain, self.ward_of, districts=self.districts)
            plain = place or rounded_alone(plain)
        found = body.get(entities)
        marks = [_entity(e, links=self.links) for e in found] if isinstance(found, list) else []
        if plain != said:
            # Only the first of them, a command, is sure to be still in its place.
            marks = [mark for mark in marks if mark.get("offset") == 0][:1]
        return {text: plain} | ({entities: marks} if marks else {})


def _message(body: Any, words: _Words, *, voice: bool = False) -> Any:
    if not isinstance(body, Mapping):
        return None
    found = of_type(body, int, "message_id", "date", "edit_date", "message_thread_id")
    for name, read in (("from", _person), ("chat", _chat)):
        if name in body:
            found[name] = read(body[name])
    found |= _short(body, "media_group_id")
    forwarded = any(body.get(name) for name in _SOMEBODY_ELSES)
    if not forwarded or words.forwarded:
        found |= words.kept(body, "text", "entities")
        found |= words.kept(body, "caption", "caption_entities")
    answered = body.get("reply_to_message")
    if isinstance(answered, Mapping) and isinstance(answered.get("message_id"), int):
        # Only its number says anything; the library reads no message without a date and a chat.
        number = {"message_id": answered["message_id"], "date": 0}
        found["reply_to_message"] = number | {"chat": found.get("chat")}
    found |= _location(body.get("location"))
    if voice and not forwarded:
        found |= note_of(body.get("voice"))
    without_words = found.get("text") == "" or (forwarded and "text" not in body)
    return found | marks_of(body, forwarded=forwarded, without_words=without_words)


def _location(place: Any) -> dict[str, Any]:
    """A rounded location."""
    if not isinstance(place, Mapping):
        return {}
    degrees = {
        name: rounded_degrees(place[name])
        for name in ("latitude", "longitude")
        if isinstance(place.get(name), (int, float))
    }
    return {"location": degrees}


def _entity(entity: Any, *, links: bool) -> dict[str, Any]:
    if not isinstance(entity, Mapping):
        return {}
    kept = _named(entity, "type") | of_type(entity, int, "offset", "length")
    return kept | (of_type(entity, str, "url") if links else {})


def _person(user: Any) -> Any:
    """A user without a name; the library needs a first name."""
    if not isinstance(user, Mapping):
        return None
    kept = of_type(user, int, "id") | of_type(user, bool, "is_bot")
    return kept | {"first_name": BLANK} | _named(user, "language_code")


def _chat(chat: Any) -> dict[str, Any]:
    """A chat without its title; what is no chat stays unreadable, and its update is set aside."""
    if not isinstance(chat, Mapping):
        return {"type": BLANK}
    return of_type(chat, int, "id") | _named(chat, "type")


def _tap(tap: Any) -> Any:
    """A tap carries a copy of our own message; only what identifies the message is kept."""
    if not isinstance(tap, Mapping):
        return None
    kept = of_type(tap, str, "id") | _short(tap, "data")
    if "from" in tap:
        kept["from"] = _person(tap["from"])
    if "chat_instance" in tap:
        kept["chat_instance"] = BLANK
    if "message" in tap:
        ours = tap["message"]
        kept["message"] = None
        if isinstance(ours, Mapping):
            kept["message"] = of_type(ours, int, "message_id", "date")
            kept["message"] |= {"chat": _chat(ours["chat"])} if "chat" in ours else {}
    return kept


def _membership(change: Any) -> Any:
    if not isinstance(change, Mapping):
        return None
    kept = of_type(change, int, "date")
    for name, read in (
        ("from", _person),
        ("chat", _chat),
        ("old_chat_member", _member),
        ("new_chat_member", _member),
    ):
        if name in change:
            kept[name] = read(change[name])
    return kept


def _member(member: Any) -> Any:
    """Whether the bot is in the chat; its rights there are of no use."""
    if not isinstance(member, Mapping):
        return None
    kept = _named(member, "status")
    if kept.get("status") in _IN_CHAT:
        kept["status"] = "member"
    if kept.get("status") == "kicked":
        kept["until_date"] = 0
    return kept | ({"user": _person(member["user"])} if "user" in member else {})


def _short(body: Mapping[str, Any], name: str) -> dict[str, Any]:
    """An identifier made by Telegram, or the data of a button."""
    return {k: v for k, v in of_type(body, str, name).items() if len(v) <= _LONGEST_ID}


def _named(body: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A field that holds one of a few names."""
    found = of_type(body, str, name)
    return {k: v for k, v in found.items() if _PLAIN_NAME.fullmatch(v)}
