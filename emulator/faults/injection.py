"""Things that go wrong between a bot and Telegram, ordered in advance by a test."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import ceil
from typing import ClassVar

_LONGEST = 86_400.0  # seconds; a slip of the hand shall not stop a test for ever


@dataclass(frozen=True, slots=True)
class RetryAfter:
    """429: too many requests, come back after so many seconds. Nothing was done."""

    seconds: int
    done: ClassVar[bool] = False

    def __post_init__(self) -> None:
        check_seconds(self.seconds)


@dataclass(frozen=True, slots=True)
class Status:
    """An error answer of any code. With `done` the call took effect before it."""

    code: int
    description: str
    parameters: Mapping[str, int] = field(default_factory=dict)
    done: bool = False

    def __post_init__(self) -> None:
        if not 400 <= self.code <= 599:
            raise ValueError(f"An error has a code from 400 to 599, not {self.code}.")

    def after_effect(self) -> "Status":
        """The same answer to a call that took effect."""
        return replace(self, done=True)


@dataclass(frozen=True, slots=True)
class Html200:
    """A page of HTML with status 200, as a proxy in between would serve it."""

    done: bool = False


@dataclass(frozen=True, slots=True)
class CutBefore:
    """The connection closes and nothing was done."""

    done: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class CutAfter:
    """The call takes effect, then the connection closes without an answer."""

    done: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Reset:
    """The connection is torn down with a reset (RST). With `done` the call took effect."""

    done: bool = False


@dataclass(frozen=True, slots=True)
class CutMidway:
    """The call takes effect; half of its answer arrives, then the connection closes."""

    done: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Drip:
    """The call takes effect; its answer trickles in over so many real seconds."""

    seconds: float
    done: ClassVar[bool] = True

    def __post_init__(self) -> None:
        check_seconds(self.seconds)


@dataclass(frozen=True, slots=True)
class Hang:
    """So many real seconds pass first. With `done` the call took effect before them."""

    seconds: float
    done: bool = False

    def __post_init__(self) -> None:
        check_seconds(self.seconds)


Fault = RetryAfter | Status | Html200 | CutBefore | CutAfter | Reset | CutMidway | Drip | Hang


@dataclass(frozen=True, slots=True)
class Impatient:
    """A call that came in while everything was paused, and was answered 429."""

    method: str
    chat_id: str | None
    at: datetime


@dataclass(slots=True)
class _Ordered:
    method: str
    fault: Fault
    times: int
    chat_id: int | None


class Faults:
    """The faults still to come, taken in the order in which they were ordered."""

    def __init__(self, now: Callable[[], datetime], token_changed: Callable[[], None]) -> None:
        self._now = now
        self._token_changed = token_changed
        self._ordered: list[_Ordered] = []
        self._paused_until: datetime | None = None
        self.token_revoked = False
        self.impatient: list[Impatient] = []
        """Who called during a pause: of a bot that heeds it, only what was under way already."""

    def next(self, method: str, fault: Fault, times: int = 1, chat_id: int | None = None) -> None:
        """Let the next calls of `method` ("*" for any), to one chat or to all, go wrong."""
        self._ordered.append(_Ordered(method.lower(), fault, times, chat_id))

    def pause(self, seconds: float) -> None:
        """Answer every call 429 until so many seconds have passed on the emulator's clock.

        Who calls meanwhile is noted in `impatient`, which this empties. Raises ValueError.
        """
        check_seconds(seconds)
        self._paused_until = self._now() + timedelta(seconds=seconds)
        self.impatient = []

    @property
    def pause_left(self) -> int | None:
        """Whole seconds, rounded up: who waits them out comes after the pause. None without one."""
        if self._paused_until is None:
            return None
        left = (self._paused_until - self._now()).total_seconds()
        if left > 0:
            return ceil(left)
        self._paused_until = None
        return None

    def revoke_token(self) -> None:
        """From now on every call is answered 401, and nothing is posted; nothing is lost."""
        self.token_revoked = True
        self._token_changed()

    def restore_token(self) -> None:
        """The token counts again."""
        self.token_revoked = False
        self._token_changed()

    def clear(self, method: str | None = None) -> None:
        """Forget what was ordered, for one method or for all; for all, a pause too."""
        if method is None:
            self._paused_until = None
        self._ordered = [
            order for order in self._ordered if method and order.method != method.lower()
        ]

    @property
    def left(self) -> int:
        """How many calls are still to go wrong."""
        return sum(order.times for order in self._ordered)

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault this call meets, if any; it is used up."""
        if self.token_revoked:
            return Status(401, "Unauthorized")
        if self._paused_until is not None and (left := self.pause_left) is not None:
            chat = None if chat_id is None else str(chat_id)
            self.impatient.append(Impatient(method, chat, self._now()))
            return RetryAfter(left)
        for order in self._ordered:
            if order.method not in ("*", method.lower()):
                continue
            if order.chat_id is not None and str(order.chat_id) != str(chat_id):
                continue
            order.times -= 1
            if order.times <= 0:
                self._ordered.remove(order)
            return order.fault
        return None


def check_seconds(seconds: float) -> None:
    """Raises ValueError for what is no span of time, or more than a day."""
    if not 0 <= seconds <= _LONGEST:  # which no NaN passes
        raise ValueError(f"A span lies between 0 and 86400 seconds, not {seconds}.")
