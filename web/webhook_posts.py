"""The webhook endpoint: only clients with the secret may post, and 200 means stored on disk."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Iterable
from enum import StrEnum
from typing import Any

import structlog
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from engagement.operations.log_lines import LinesForMany
from engagement.people.redaction import decoded

log = structlog.get_logger("web.webhook_posts")

Take = Callable[[dict[str, Any]], Awaitable[bool]]
"""Stores one update and returns once it is committed; False if no more updates are accepted."""

SECRET_HEADER = b"x-telegram-bot-api-secret-token"
LARGEST = 1 << 20
"""The largest body in bytes. Telegram's own updates are a few thousand."""
PATIENCE_SECONDS = 20.0
LARGEST_ID = 1 << 63


class Reason(StrEnum):
    """Why a post was refused. Bad content is answered 200, so that Telegram doesn't repeat it."""

    SECRET = "secret"  # noqa: S105 (403: the secret is missing or wrong)
    SIZE = "size"  # 413: over ``LARGEST``
    NOT_JSON = "not json"  # 200: cut off, nested too deeply, or not JSON at all
    NO_NUMBER = "no number"  # 200: not an object with a possible update_id
    SLOW = "slow"  # 503: its body did not come in time
    AWAY = "away"  # 503: the database doesn't accept it; Telegram should repeat it
    CLOSING = "closing"  # 503: the bot is about to stop


_STATUS = {
    Reason.SECRET: 403,
    Reason.SIZE: 413,
    Reason.SLOW: 503,
    Reason.AWAY: 503,
    Reason.CLOSING: 503,
}

_UNREAD = (Reason.SECRET, Reason.SIZE, Reason.SLOW)


class _Refused(Exception):
    """This post isn't accepted."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class _HungUp(Exception):
    """The client has disconnected; there is nobody to answer."""


class WebhookEndpoint:
    """An ASGI app for one path. ``refused`` is called for each post that isn't accepted.

    Bad content never gets a 5xx: Telegram would repeat it, and hold back everything else that the
    same person sends.
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
        self._lines = LinesForMany()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Accept one post, or refuse it with a status that says why."""
        try:
            await self._accept(scope, receive)
            answer = Response(status_code=200)
        except _HungUp:
            return
        except _Refused as refused:
            answer = self._refusal(refused.reason)
        except TimeoutError:
            answer = self._refusal(Reason.AWAY)
        await answer(scope, receive, send)

    async def _accept(self, scope: Scope, receive: Receive) -> None:
        # Before reading the body: a client without the secret costs us nothing more.
        if not self._has_secret(scope["headers"]):
            raise _Refused(Reason.SECRET)
        until = asyncio.get_running_loop().time() + self._patience
        try:
            async with asyncio.timeout_at(until):
                update = _update_in(await _body(scope["headers"], receive))
        except TimeoutError:
            raise _Refused(Reason.SLOW) from None
        async with asyncio.timeout_at(until):
            if not await self._take(update):
                raise _Refused(Reason.CLOSING)

    def _has_secret(self, headers: Iterable[tuple[bytes, bytes]]) -> bool:
        sent = [value for name, value in headers if name == SECRET_HEADER]
        return hmac.compare_digest(sent[0] if len(sent) == 1 else b"", self._secret)

    def _refusal(self, reason: Reason) -> Response:
        many = self._lines.line_for(reason, asyncio.get_running_loop().time())
        if many:
            log.warning("a post was refused", reason=reason.value, many=many)
        self._refused(reason)
        status = _STATUS.get(reason, 200)
        # An unread body would be taken for the next request on this connection.
        headers = {"connection": "close"} if reason in _UNREAD else {}
        return Response(status_code=status, headers=headers)


async def _body(headers: Iterable[tuple[bytes, bytes]], receive: Receive) -> bytes:
    """The whole body; reading stops beyond ``LARGEST`` bytes. Raises _Refused, _HungUp."""
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
