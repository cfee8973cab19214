"""The connections of the web door: how many there may be, and how long each may take."""

from __future__ import annotations

import asyncio
import ipaddress
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any

import h11
import structlog
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from engagement.operations.log_lines import LinesForMany

log = structlog.get_logger("web.connections")

IPV6_NEIGHBOURS = 64
"""Addresses that share this many bits are one client: a single machine has all of them."""


@dataclass(frozen=True, slots=True)
class DoorLimits:
    """What the door bears. ``from_one_client`` must allow the 40 connections Telegram uses, which
    all come from one address behind a proxy."""

    connections: int = 256
    from_one_client: int = 100
    header_seconds: float = 5.0
    request_seconds: float = 30.0


class ClosedBecause(StrEnum):
    """Why the door closed a connection, as the log says it."""

    MANY = "too many"
    MANY_FROM_ONE = "too many from one client"
    SLOW = "too slow"


class _Phase(Enum):
    HEADER = "waiting for the rest of a request's header"
    REQUEST = "reading a request's body, or answering"
    REST = "reading the rest of a body, after the answer"
    IDLE = "between two requests"
    CLOSING = "waiting for the client to read the end"


class Crowd:
    """All connections that are open. For a newcomer beyond a limit, the connection that has waited
    longest without a request is closed, so that idle clients never keep Telegram out."""

    def __init__(self, limits: DoorLimits) -> None:
        self.limits = limits
        self._by_client: dict[str, set[BoundedConnection]] = {}
        self._open: set[BoundedConnection] = set()
        self._lines = LinesForMany(free=1)

    def admits(self, newcomer: BoundedConnection) -> bool:
        """Whether there is room for one more, if need be in place of an idle one."""
        same = self._by_client.get(newcomer.who, set())
        most = self.limits.from_one_client
        if not self._room(same, most, ClosedBecause.MANY_FROM_ONE):
            return False
        if not self._room(self._open, self.limits.connections, ClosedBecause.MANY):
            return False
        self._open.add(newcomer)
        self._by_client.setdefault(newcomer.who, set()).add(newcomer)
        return True

    def _room(self, among: set[BoundedConnection], most: int, why: ClosedBecause) -> bool:
        if len(among) < most:
            return True
        self.note(why)
        idle = [one for one in among if one.is_waiting]
        if not idle:
            return False
        # First those that never sent a whole request: a proxy's spare connections stay longer.
        oldest = min(idle, key=lambda one: (one.served, one.since))
        self.left(oldest)
        oldest.transport.abort()
        return True

    def left(self, one: BoundedConnection) -> None:
        """Forget a connection that is closed."""
        self._open.discard(one)
        same = self._by_client.get(one.who, set())
        same.discard(one)
        if not same:
            self._by_client.pop(one.who, None)

    def note(self, why: ClosedBecause) -> None:
        """Count one connection closed by us. Many of them are one line in the log."""
        many = self._lines.line_for(why, asyncio.get_running_loop().time())
        if many:
            log.warning("connections were closed", why=why.value, many=many)


class DoorConfig(uvicorn.Config):
    """Uvicorn's configuration, and the crowd its connections belong to."""

    def __init__(self, app: ASGIApp, *, crowd: Crowd, **more: Any) -> None:
        super().__init__(app, http=BoundedConnection, **more)
        self.crowd = crowd


class BoundedConnection(H11Protocol):
    """One connection. It is cut where its header, its request or its end takes too long."""

    config: DoorConfig

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take in a client, or close the connection at once if there are too many."""
        super().connection_made(transport)
        self.since = self.loop.time()
        self.served = False
        self.who = _client_of(self.client)
        self._phase: _Phase | None = None
        self._timed: object = None
        self._timer: asyncio.TimerHandle | None = None
        if not self.config.crowd.admits(self):
            transport.abort()
            return
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the timers and leave the crowd."""
        super().connection_lost(exc)
        self._unset_keepalive_if_required()
        self._stop_timer()
        self.config.crowd.left(self)

    def data_received(self, data: bytes) -> None:
        """Read what has come."""
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        """Go on to the next request, or wait for it."""
        self.served, self.since = True, self.loop.time()
        super().on_response_complete()
        self._look()

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that has had no request for long."""
        super().timeout_keep_alive_handler()
        self._look()

    @property
    def is_waiting(self) -> bool:
        """Whether no request is being read or answered."""
        return self._phase is not _Phase.REQUEST

    def _look(self) -> None:
        """Start the clock of the phase this connection is in, unless it is running already."""
        phase = self._phase_now()
        timed = (phase, self.cycle)
        if timed == self._timed:
            return
        self._stop_timer()
        self._phase, self._timed = phase, timed
        limits = self.config.crowd.limits
        if phase is not _Phase.IDLE:  # uvicorn's own timer closes those
            is_request = phase in (_Phase.REQUEST, _Phase.REST)
            seconds = limits.request_seconds if is_request else limits.header_seconds
            self._timer = self.loop.call_later(seconds, self._too_slow)

    def _phase_now(self) -> _Phase:
        if self.transport.is_closing():
            return _Phase.CLOSING
        cycle = self.cycle
        if cycle is not None and not cycle.response_complete:
            return _Phase.REQUEST
        # Nobody waits for the rest of a body: such a connection makes room for others.
        if cycle is not None and self.conn.their_state is h11.SEND_BODY:
            return _Phase.REST
        has_begun = bool(self.conn.trailing_data[0])
        return _Phase.HEADER if has_begun or not self.served else _Phase.IDLE

    def _too_slow(self) -> None:
        self.config.crowd.note(ClosedBecause.SLOW)
        self.transport.abort()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _client_of(address: tuple[str, int] | None) -> str:
    """The client behind an address: for IPv6 its network, since one machine has a whole one."""
    try:
        found = ipaddress.ip_address(address[0] if address else "")
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network((int(found), IPV6_NEIGHBOURS), strict=False))
    return str(found)
