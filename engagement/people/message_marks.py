"""What we add to a stored message: marks of what it was, and how a voice note is fetched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MARKS = FORWARDED, LEFT_OUT, RICH, VOICE, LIVE = (
    "wardmote_forwarded",  # its words are somebody else's
    "wardmote_left_out",  # it had a file, a card or the like, or a text without a character
    "wardmote_rich",  # it was a rich message, which has no plain text
    "wardmote_voice",  # it was a voice note
    "wardmote_live",  # its place is where a phone is from now on
)
"""What we add to a stored message, always true."""
NOTE = "wardmote_note"
"""What we keep of a resident's voice note: the id by which it is fetched, its length and size."""
LONGEST_FILE_ID = 200

# A person can send each of these. Anything else that is not text or a place is a service message,
# such as "pinned" or "write access allowed", of which new kinds come with each version of the API.
_SENT_BY_PEOPLE = frozenset(
    {"animation", "audio", "checklist", "contact", "dice", "document", "game", "live_photo",
     "paid_media", "photo", "poll", "sticker", "story", "venue", "video", "video_note", "voice"}
)  # fmt: skip


def marks_of(body: Mapping[str, Any], *, forwarded: bool, without_words: bool) -> dict[str, Any]:
    """Our own marks on a message."""
    marks = {
        FORWARDED: forwarded,
        RICH: "rich_message" in body,
        VOICE: "voice" in body,
        LIVE: _moves(body.get("location")),
        LEFT_OUT: without_words or any(name in body for name in _SENT_BY_PEOPLE),
    }
    return {mark: True for mark, is_so in marks.items() if is_so}


def _moves(place: Any) -> bool:
    return isinstance(place, Mapping) and "live_period" in place


def note_of(note: Any) -> dict[str, Any]:
    """A voice note by its id, length and size; nothing without an id or a length."""
    if not isinstance(note, Mapping):
        return {}
    kept = of_type(note, str, "file_id") | of_type(note, int, "duration", "file_size")
    if not 0 < len(kept.get("file_id", "")) <= LONGEST_FILE_ID or "duration" not in kept:
        return {}
    return {NOTE: kept}


def of_type(body: Mapping[str, Any], kind: type, *names: str) -> dict[str, Any]:
    """Those of the fields that are exactly of this type: a yes or no isn't a number."""
    return {name: body[name] for name in names if type(body.get(name)) is kind}
