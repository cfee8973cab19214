"""The address updates are posted to instead of being fetched: what it may be, how it has fared."""

import ipaddress
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from emulator.bot_api.refusals import bad_request
from emulator.chat import Json

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (a name, no secret)
USUAL_CONNECTIONS = 40
MOST_CONNECTIONS = 100

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_LONGEST_SECRET = 256
_SHORTEST_CEILING, _LONGEST_CEILING = 60, 120  # seconds between two attempts, at most
_FIRST_WAIT = 2


@dataclass(slots=True)
class Webhook:
    """Where updates go; an empty `url` means that the bot fetches them itself."""

    url: str = ""
    secret: str = ""
    max_connections: int = USUAL_CONNECTIONS
    failed_at: datetime | None = None
    error: str = ""

    def note_failure(self, moment: datetime, words: str) -> None:
        self.failed_at, self.error = moment, words

    def info(self, waiting: int, allowed: frozenset[str] | None) -> Json:
        """What getWebhookInfo answers, with so many updates waiting."""
        found: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": waiting,
        }
        if self.url:
            found["max_connections"] = self.max_connections
        if self.failed_at is not None:
            found["last_error_date"] = int(self.failed_at.timestamp())
            found["last_error_message"] = self.error
        if allowed is not None:
            found["allowed_updates"] = sorted(allowed)
        return found


def checked_url(url: str) -> str:
    """An address on this computer. Raises ApiError: updates of pretend people stay here too."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise bad_request("bad webhook: invalid URL specified") from None
    here = host == "localhost" or _loopback(host)
    if parts.scheme != "http" or port == 0 or not here:
        raise bad_request("bad webhook: the emulator posts by http to this computer only")
    return url


def checked_secret(secret: str) -> str:
    """At most 256 of A-Z, a-z, 0-9, _ and -; "" for none. Raises ApiError."""
    if len(secret) > _LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains illegal characters")
    return secret


def waits(update_id: int) -> Iterator[int]:
    """The seconds before each further attempt: none, then 2, 4, 8 ... up to a ceiling.

    Telegram draws the ceiling between one and two minutes; here the update's id settles it, so
    that a story is the same each time it is told.
    """
    yield 0
    ceiling = _SHORTEST_CEILING + update_id % (_LONGEST_CEILING - _SHORTEST_CEILING + 1)
    wait = _FIRST_WAIT
    while True:
        yield min(wait, ceiling)
        wait = min(wait * 2, ceiling)


def lane_of(body: Json) -> int | None:
    """The chat an update belongs to: those of one chat go one after the other."""
    for kind, event in body.items():
        if kind == "update_id" or not isinstance(event, dict):
            continue
        message = event.get("message") if kind == "callback_query" else event
        for holder, name in ((message, "chat"), (event, "from")):
            found = holder.get(name) if isinstance(holder, dict) else None
            if isinstance(found, dict) and isinstance(found.get("id"), int):
                return int(found["id"])
    return None


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
