"""Rules for webhooks: allowed addresses and secrets, retry intervals, and order within a chat."""

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from emulator.bot_api.errors import bad_request
from emulator.chat import Json

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (a name, not a secret)
MOST_CONNECTIONS = 100

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_LONGEST_SECRET = 256
_SHORTEST_CEILING, _LONGEST_CEILING = 60, 120  # seconds between two attempts, at most
_FIRST_WAIT = 2


def checked_url(url: str) -> str:
    """The URL, if it is on this computer: the updates of pretend people stay here.

    Raises ApiError otherwise.
    """
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
    """The secret: at most 256 of A-Z, a-z, 0-9, _ and -; "" for none. Raises ApiError."""
    if len(secret) > _LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains illegal characters")
    return secret


def waits(update_id: int) -> Iterator[int]:
    """The seconds before each further attempt: none, then 2, 4, 8 ... up to a ceiling.

    Telegram picks the ceiling at random between one and two minutes. Here it follows from the
    update's id, so that every run of a story is the same.
    """
    yield 0
    ceiling = _SHORTEST_CEILING + update_id % (_LONGEST_CEILING - _SHORTEST_CEILING + 1)
    wait = _FIRST_WAIT
    while True:
        yield min(wait, ceiling)
        wait = min(wait * 2, ceiling)


def lane_of(body: Json) -> int | None:
    """The chat an update belongs to: the updates of one chat are posted one after the other."""
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
