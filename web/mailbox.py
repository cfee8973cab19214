"""Where Telegram posts: who knows the word comes in, and 200 means that it is on the disk."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Iterable
from enum import StrEnum
from typing import Any

import structlog
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from engagement.people.redaction import decoded

log = structlog.get_logger("web.mailbox")

Take = Callable[[dict[str, Any]], Awaitable[bool]]
"""Stores one update and returns once it is committed; False: nothing more is taken in."""

SECRET_HEADER = b"x-telegram-bot-api-secret-token"
LARGEST = 1 << 20
"""Bytes. Telegram's own updates are a few thousand."""
PATIENCE_SECONDS = 20.0
LARGEST_ID = 1 << 63


class Reason(StrEnum):
    """Why a post was refused. What follows the first two is answered 200: to repeat it is idle."""

    SECRET = "secret"  # noqa: S105 (403: it does not know the word)
    SIZE = "size"  # 413: over ``LARGEST``
    NOT_JSON = "not json"  # cut off, nested too deeply, or something else altogether
    NO_NUMBER = "no number"  # not an object with an update_id that can be one
    AWAY = "away"  # 503: the database does not take it; Telegram is to repeat it
    CLOSING = "closing"  # 503: we are about to stop


_STATUS = {Reason.SECRET: 403, Reason.SIZE: 413, Reason.AWAY: 503, Reason.CLOSING: 503}


class _Refused(Exception):
    """This post is not taken in."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class _HungUp(Exception):
    """Whoever posted has gone; there is nobody to answer."""


class Mailbox:
    """An ASGI app for one path. ``refused`` is told of each post that is not taken in.

    Bad content never gets a 5xx: Telegram would repeat it, and hold back whatever else the same
    person sends.
    """

    def __init__(
        self,
        *,
        secret: str,
        take: Take,
        refused: Callable[[Reason], None],
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._secret = secret.encode("ascii")
        self._take = take
        self._refused = refused
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one post in, or say why not by the status alone."""
        try:
            await self._take_in(scope, receive)
            answer = Response(status_code=200)
        except _HungUp:
            return
        except _Refused as no:
            answer = self._no(no.reason)
        except TimeoutError:
            answer = self._no(Reason.AWAY)
        await answer(scope, receive, send)

    async def _take_in(self, scope: Scope, receive: Receive) -> None:
        # Before the body: who does not know the word costs us nothing but this.
        if not self._knows_the_word(scope["headers"]):
            raise _Refused(Reason.SECRET)
        async with asyncio.timeout(self._patience):
            update = _update_in(await _body(scope["headers"], receive))
            if not await self._take(update):
                raise _Refused(Reason.CLOSING)

    def _knows_the_word(self, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        said = [value for name, value in headers if name == SECRET_HEADER]
        return hmac.compare_digest(said[0] if len(said) == 1 else b"", self._secret)

    def _no(self, reason: Reason) -> Response:
        log.warning("a post was refused", reason=reason.value)
        self._refused(reason)
        status = _STATUS.get(reason, 200)
        # What was left unread would stand before the next request on this line.
        headers = {"connection": "close"} if status in (403, 413) else {}
        return Response(status_code=status, headers=headers)


async def _body(headers: Iterable[tuple[bytes, bytes]], receive: Receive) -> bytes:
    """The whole body; none of what is over ``LARGEST`` is waited for. Raises _Refused, _HungUp."""
    length = next((value for name, value in headers if name == b"content-length"), b"0")
    if int(length) > LARGEST:
        raise _Refused(Reason.SIZE)
    body = bytearray()
    while True:
        event = await receive()
        if event["type"] == "http.disconnect":
            raise _HungUp
        body += event.get("body", b"")
        if len(body) > LARGEST:
            raise _Refused(Reason.SIZE)
        if not event.get("more_body", False):
            return bytes(body)


def _update_in(body: bytes) -> dict[str, Any]:
    """The update that was posted. Raises _Refused."""
    try:
        found = decoded(body)
    except ValueError:
        raise _Refused(Reason.NOT_JSON) from None
    number = found.get("update_id") if isinstance(found, dict) else None
    if type(number) is not int or not 0 <= number < LARGEST_ID:
        raise _Refused(Reason.NO_NUMBER)
    return dict(found)
