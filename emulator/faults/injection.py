"""Faults between a bot and Telegram, scheduled in advance by a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import ceil
from typing import ClassVar

from emulator.world import World

_LONGEST = 86_400.0  # seconds, so that a typing error doesn't stop a test for ever


@dataclass(frozen=True, slots=True)
class RetryAfter:
    """429: too many requests, try again after `seconds`. The call has no effect."""

    seconds: int
    done: ClassVar[bool] = False

    def __post_init__(self) -> None:
        check_seconds(self.seconds)


@dataclass(frozen=True, slots=True)
class Status:
    """An error answer of any code. With `done` the call takes effect first."""

    code: int
    description: str
    parameters: Mapping[str, int] = field(default_factory=dict)
    done: bool = False

    def __post_init__(self) -> None:
        if not 400 <= self.code <= 599:
            raise ValueError(f"An error has a code from 400 to 599, not {self.code}.")

    def after_effect(self) -> "Status":
        """The same answer, to a call that takes effect."""
        return replace(self, done=True)


@dataclass(frozen=True, slots=True)
class Html200:
    """A page of HTML with status 200, as a proxy in between might serve it."""

    done: bool = False


@dataclass(frozen=True, slots=True)
class CutBefore:
    """The connection closes and the call has no effect."""

    done: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class CutAfter:
    """The call takes effect, then the connection closes without an answer."""

    done: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is reset (RST). With `done` the call takes effect first."""

    done: bool = False


@dataclass(frozen=True, slots=True)
class CutMidway:
    """The call takes effect; half of its answer is sent, then the connection closes."""

    done: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Drip:
    """The call takes effect; its answer is sent bit by bit over `seconds` of real time."""

    seconds: float
    done: ClassVar[bool] = True

    def __post_init__(self) -> None:
        check_seconds(self.seconds)


@dataclass(frozen=True, slots=True)
class Hang:
    """The answer comes after `seconds` of real time. With `done` the call takes effect before."""

    seconds: float
    done: bool = False

    def __post_init__(self) -> None:
        check_seconds(self.seconds)


Fault = RetryAfter | Status | Html200 | CutBefore | CutAfter | Reset | CutMidway | Drip | Hang


@dataclass(frozen=True, slots=True)
class Impatient:
    """A call made during a pause, and answered 429."""

    method: str
    chat_id: str | None
    at: datetime


@dataclass(slots=True)
class _Scheduled:
    method: str
    fault: Fault
    times: int
    chat_id: int | None


class Faults:
    """The scheduled faults, used in the order in which they were scheduled."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._scheduled: list[_Scheduled] = []
        self._paused_until: datetime | None = None
        self.impatient: list[Impatient] = []
        """Calls during a pause. If the bot respects it, only those that were already in flight."""

    def next(self, method: str, fault: Fault, times: int = 1, chat_id: int | None = None) -> None:
        """Schedule a fault for the next calls of `method` ("*" for any), to one chat or to all."""
        self._scheduled.append(_Scheduled(method.lower(), fault, times, chat_id))

    def pause(self, seconds: float) -> None:
        """Answer every call 429 until `seconds` have passed on the emulator's clock.

        Empties `impatient`, then notes every call of the pause there. Raises ValueError for a
        span that is negative or longer than a day.
        """
        check_seconds(seconds)
        self._paused_until = self._world.now() + timedelta(seconds=seconds)
        self.impatient = []

    @property
    def pause_left(self) -> int | None:
        """Whole seconds left of a pause, rounded up so that waiting outlasts it, or None."""
        if self._paused_until is None:
            return None
        left = (self._paused_until - self._world.now()).total_seconds()
        if left > 0:
            return ceil(left)
        self._paused_until = None
        return None

    @property
    def token_revoked(self) -> bool:
        return self._world.token_revoked

    def revoke_token(self) -> None:
        """Answer every call 401 from now on and post no updates; they stay in the queue."""
        self._world.token_revoked = True
        self._world.restart_posting()

    def restore_token(self) -> None:
        """Accept the token again."""
        self._world.token_revoked = False
        self._world.restart_posting()

    def clear(self, method: str | None = None) -> None:
        """Cancel the scheduled faults of one method, or of all methods and the pause too."""
        if method is None:
            self._paused_until = None
        self._scheduled = [
            fault for fault in self._scheduled if method and fault.method != method.lower()
        ]

    @property
    def left(self) -> int:
        """How many calls will still meet a scheduled fault."""
        return sum(fault.times for fault in self._scheduled)

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault for this call, if any; counts as one of its `times`."""
        if self.token_revoked:
            return Status(401, "Unauthorized")
        if self._paused_until is not None and (left := self.pause_left) is not None:
            chat = None if chat_id is None else str(chat_id)
            self.impatient.append(Impatient(method, chat, self._world.now()))
            return RetryAfter(left)
        for scheduled in self._scheduled:
            if scheduled.method not in ("*", method.lower()):
                continue
            if scheduled.chat_id is not None and str(scheduled.chat_id) != str(chat_id):
                continue
            scheduled.times -= 1
            if scheduled.times <= 0:
                self._scheduled.remove(scheduled)
            return scheduled.fault
        return None


def check_seconds(seconds: float) -> None:
    """Raises ValueError for a span that isn't between 0 seconds and a day."""
    if not 0 <= seconds <= _LONGEST:  # which no NaN passes
        raise ValueError(f"A span lies between 0 and 86400 seconds, not {seconds}.")
