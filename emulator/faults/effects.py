"""How a fault changes a call: error answers, closed connections, slow or partial answers."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import web

from emulator.bot_api.errors import ApiError
from emulator.faults.injection import (
    CutMidway,
    Drip,
    Fault,
    Hang,
    Html200,
    Reset,
    RetryAfter,
    Status,
)

_HTML = "<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>"
_PIECES = 20  # of a slow answer
_RESET = struct.pack("ii", 1, 0)  # SO_LINGER: on, for 0 seconds

Call = Callable[[], Awaitable[web.Response]]


async def apply(fault: Fault, request: web.Request, call: Call) -> web.StreamResponse:
    """Apply a fault to a call; raises ApiError if the answer is an error."""
    if isinstance(fault, Hang) and not fault.done:
        await asyncio.sleep(fault.seconds)
        return await call()
    answer = await call() if fault.done else None
    if isinstance(fault, RetryAfter):
        seconds = fault.seconds
        description = f"Too Many Requests: retry after {seconds}"
        raise ApiError(429, description, {"retry_after": seconds})
    if isinstance(fault, Status):
        raise ApiError(fault.code, fault.description, fault.parameters)
    if isinstance(fault, Html200):
        return web.Response(text=_HTML, content_type="text/html")
    if isinstance(fault, Reset):
        return _reset(request)
    return _cut(request) if answer is None else await _answer_badly(fault, request, answer)


async def _answer_badly(
    fault: Fault, request: web.Request, answer: web.Response
) -> web.StreamResponse:
    """The call has taken effect; its answer is sent late, in part, or not at all."""
    if isinstance(fault, Hang):
        await asyncio.sleep(fault.seconds)
        return answer
    if isinstance(fault, Drip):
        return await _drip(request, answer, fault.seconds)
    if isinstance(fault, CutMidway):
        return await _half(request, answer)
    return _cut(request)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.close()
    return web.Response(status=500)


def _reset(request: web.Request) -> web.Response:
    """Reset the connection: a socket that lingers for 0 seconds is reset instead of closed."""
    if request.transport is not None:
        connection = request.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        request.transport.abort()
    return web.Response(status=500)


async def _half(request: web.Request, answer: web.Response) -> web.StreamResponse:
    """Promise the whole length, then send half and close."""
    body, broken = _begun(answer)
    with suppress(ConnectionError):
        await broken.prepare(request)
        await broken.write(body[: len(body) // 2])
    _cut(request)
    return broken


async def _drip(request: web.Request, answer: web.Response, seconds: float) -> web.StreamResponse:
    body, slow = _begun(answer)
    size = max(1, -(-len(body) // _PIECES))
    with suppress(ConnectionError):
        await slow.prepare(request)
        for start in range(0, len(body), size):
            await asyncio.sleep(seconds / _PIECES)
            await slow.write(body[start : start + size])
    return slow


def _begun(answer: web.Response) -> tuple[bytes, web.StreamResponse]:
    """The answer's bytes, and a response with their length to send them in."""
    body = answer.body
    assert isinstance(body, bytes)
    begun = web.StreamResponse(headers={"Content-Type": "application/json"})
    begun.content_length = len(body)
    return body, begun
