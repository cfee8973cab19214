"""Things that go wrong between a bot and Telegram, ordered in advance by a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RetryAfter:
    """429: too many requests, come back after so many seconds. Nothing was done."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Status:
    """An error answer of any code. With `done` the call took effect before it."""

    code: int
    description: str
    parameters: Mapping[str, int] = field(default_factory=dict)
    done: bool = False


@dataclass(frozen=True, slots=True)
class Html200:
    """A page of HTML with status 200, as a proxy in between would serve it."""

    done: bool = False


@dataclass(frozen=True, slots=True)
class CutBefore:
    """The connection closes and nothing was done."""


@dataclass(frozen=True, slots=True)
class CutAfter:
    """The call takes effect, then the connection closes without an answer."""


@dataclass(frozen=True, slots=True)
class Hang:
    """So many real seconds pass first. With `done` the call took effect before them."""

    seconds: float
    done: bool = False


Fault = RetryAfter | Status | Html200 | CutBefore | CutAfter | Hang


@dataclass(slots=True)
class _Ordered:
    method: str
    fault: Fault
    times: int
    chat_id: int | None


class Faults:
    """The faults still to come, taken in the order in which they were ordered."""

    def __init__(self) -> None:
        self._ordered: list[_Ordered] = []

    def next(self, method: str, fault: Fault, times: int = 1, chat_id: int | None = None) -> None:
        """Let the next calls of `method` ("*" for any), to one chat or to all, go wrong."""
        self._ordered.append(_Ordered(method.lower(), fault, times, chat_id))

    def clear(self, method: str | None = None) -> None:
        """Forget what was ordered, for one method or for all."""
        self._ordered = [
            order for order in self._ordered if method and order.method != method.lower()
        ]

    @property
    def left(self) -> int:
        """How many calls are still to go wrong."""
        return sum(order.times for order in self._ordered)

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault this call meets, if any; it is used up."""
        if not self._ordered:
            return None
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
