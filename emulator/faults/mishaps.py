"""What the bot sees of a call that meets a fault: answers, cut lines, trickles."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import web

from emulator.bot_api.refusals import ApiError
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
_DROPS = 20  # in so many pieces an answer trickles
_RESET = struct.pack("ii", 1, 0)  # linger: on, for no time at all

Call = Callable[[], Awaitable[web.Response]]


async def meet(fault: Fault, request: web.Request, call: Call) -> web.StreamResponse:
    """Let a fault have its way with a call; raises ApiError where the answer is an error."""
    if isinstance(fault, Hang) and not fault.done:
        await asyncio.sleep(fault.seconds)
        return await call()
    answer = await call() if fault.done else None
    if isinstance(fault, RetryAfter):
        seconds = fault.seconds
        words = f"Too Many Requests: retry after {seconds}"
        raise ApiError(429, words, {"retry_after": seconds})
    if isinstance(fault, Status):
        raise ApiError(fault.code, fault.description, fault.parameters)
    if isinstance(fault, Html200):
        return web.Response(text=_HTML, content_type="text/html")
    if isinstance(fault, Reset):
        return _reset(request)
    return _cut(request) if answer is None else await _late(fault, request, answer)


async def _late(fault: Fault, request: web.Request, answer: web.Response) -> web.StreamResponse:
    """The call is done; its answer comes late, in part, or not at all."""
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
    """A socket that lingers for no time at all is not closed but reset."""
    if request.transport is not None:
        line = request.transport.get_extra_info("socket")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        request.transport.abort()
    return web.Response(status=500)


async def _half(request: web.Request, answer: web.Response) -> web.StreamResponse:
    """The length promises the whole; half of it comes."""
    body, broken = _begun(answer)
    with suppress(ConnectionError):
        await broken.prepare(request)
        await broken.write(body[: len(body) // 2])
    _cut(request)
    return broken


async def _drip(request: web.Request, answer: web.Response, seconds: float) -> web.StreamResponse:
    body, slow = _begun(answer)
    size = max(1, -(-len(body) // _DROPS))
    with suppress(ConnectionError):
        await slow.prepare(request)
        for start in range(0, len(body), size):
            await asyncio.sleep(seconds / _DROPS)
            await slow.write(body[start : start + size])
    return slow


def _begun(answer: web.Response) -> tuple[bytes, web.StreamResponse]:
    """The answer's bytes, and a response that promises them."""
    body = answer.body
    assert isinstance(body, bytes)
    begun = web.StreamResponse(headers={"Content-Type": "application/json"})
    begun.content_length = len(body)
    return body, begun
