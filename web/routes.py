"""Routes of the web door, and the security headers of every response."""

from __future__ import annotations

import hmac
import traceback
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger("web.routes")

HEADERS = (
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The response of a page. ``kind`` is its MIME type."""

    status: int
    body: bytes
    kind: str


Page = Callable[[], Awaitable[Answer]]


def site(
    pages: Mapping[str, Page],
    webhooks: Mapping[str, ASGIApp],
    secrets: Mapping[str, str] | None = None,
) -> ASGIApp:
    """Pages to GET and webhooks to POST to, by path. Anything else is 404 or 405.

    A path in ``secrets`` is shown only to a client that sends its secret as a bearer token.
    """
    given = secrets or {}
    gets = [
        Route(path, _endpoint(page, given.get(path)), methods=["GET"])
        for path, page in pages.items()
    ]
    posts = [Route(path, webhook, methods=["POST"]) for path, webhook in webhooks.items()]
    return _guarded(Router([*gets, *posts], redirect_slashes=False))


def _endpoint(page: Page, secret: str | None) -> Callable[[Request], Awaitable[Response]]:
    expected = None if secret is None else f"Bearer {secret}".encode()

    async def answer(request: Request) -> Response:
        sent = request.headers.get("authorization", "").encode("latin-1")
        if expected is not None and not hmac.compare_digest(sent, expected):
            return Response(status_code=401, headers={"www-authenticate": "Bearer"})
        found = await page()
        return Response(found.body, found.status, media_type=found.kind)

    return answer


def _guarded(app: ASGIApp) -> ASGIApp:
    """``app`` with ``HEADERS`` on every response; an exception becomes a 503 and a log line."""

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def and_headers(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                message = {**message, "headers": [*message.get("headers", []), *HEADERS]}
            await send(message)

        try:
            await app(scope, receive, and_headers)
        except Exception as error:
            # One bad request must not stop the server, and its content must not reach a log.
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.lineno}"
            log.error("a web request failed", why=type(error).__name__, at=place)
            if not begun:
                await Response(status_code=503)(scope, receive, and_headers)

    return guard
