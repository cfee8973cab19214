"""Words of danger: looked for in everything a person writes, before anything else is done with it.

An alert for two named people and the signposts come in the same transaction, whatever becomes of
the words afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from usecases.people.words_of_danger import holds_danger

MARK = "wardmote_danger"
"""What we add to a stored message that holds words of danger, always true."""


@dataclass(frozen=True, slots=True)
class Signposts:
    """Whom to call, for the person who wrote the message ``message_id``. ``passed_on``: two people
    at the council can read the words; otherwise nothing of them is kept."""

    message_id: int
    passed_on: bool | None = False


def marked(kept: dict[str, Any], update: Mapping[str, Any]) -> dict[str, Any]:
    """What is stored of ``update``, with ``MARK`` if a person wrote words of danger in it. It is
    looked at as Telegram sent it: the words of a forwarded message are not stored."""
    for kind in ("message", "edited_message"):
        sent, stored = update.get(kind), kept.get(kind)
        if isinstance(sent, Mapping) and isinstance(stored, dict) and holds_danger(_words(sent)):
            stored[MARK] = True
    return kept


def _words(message: Mapping[str, Any]) -> str:
    said = (message.get("text"), message.get("caption"))
    return "\n".join(text for text in said if isinstance(text, str))
