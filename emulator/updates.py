"""The queue of updates: numbered, handed out, confirmed, and gone when their time is up."""

from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from emulator.chat import Json

MESSAGE_LIFE = timedelta(hours=24)
TAP_LIFE = timedelta(seconds=150)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True, eq=False)
class Pending:
    """An update nobody has confirmed yet."""

    sequence: int
    update_id: int
    body: Json
    expires_at: datetime
    odd: bool = False  # its id was given by hand: it counts as confirmed only once handed out
    handed_out: bool = False


class UpdateQueue:
    """Updates in the order they arose. Two lanes, one a lifetime, make expiry cheap."""

    def __init__(self, first_id: int, now: Callable[[], datetime]) -> None:
        self.next_id = first_id
        self.allowed: frozenset[str] | None = None
        self._now = now
        self._sequence = 0
        self._odd = 0  # ids ever given by hand: only then may the order of ids be broken
        self._waiting: OrderedDict[int, Pending] = OrderedDict()
        self._lanes: dict[timedelta, deque[Pending]] = {MESSAGE_LIFE: deque(), TAP_LIFE: deque()}
        self.gone: list[int] = []  # sequences to delete from the store

    def add(
        self, body: Json, *, update_id: int | None = None, filtered: bool = True
    ) -> Pending | None:
        """Queue an update, unless the bot asked not to be told about its kind."""
        kind = next(iter(body), "")
        if filtered and not self._wanted(kind):
            return None
        odd = update_id is not None
        if update_id is None:
            update_id = self.next_id
            self.next_id += 1
        self._sequence += 1
        life = TAP_LIFE if kind == "callback_query" else MESSAGE_LIFE
        pending = Pending(
            self._sequence, update_id, {"update_id": update_id, **body}, self._now() + life, odd
        )
        self._odd += odd
        self._enter(pending, life)
        return pending

    def restore(self, pending: Pending) -> None:
        """Take back an update that was waiting when the emulator last stopped."""
        self._sequence = max(self._sequence, pending.sequence)
        self._odd += pending.odd
        self._enter(pending, TAP_LIFE if "callback_query" in pending.body else MESSAGE_LIFE)

    def confirm(self, offset: int) -> bool:
        """Forget what lies before `offset`; a negative one keeps only that many. True if any."""
        before = len(self._waiting)
        if offset < 0:
            while len(self._waiting) > -offset:
                self._drop(next(iter(self._waiting)))
        else:
            done = [p.sequence for p in self._ahead_of(offset)]
            for sequence in done:
                self._drop(sequence)
        return len(self._waiting) != before

    def take(self, offset: int, limit: int) -> list[Json]:
        """The next updates from `offset` on; they stay queued until confirmed."""
        self._expire()
        batch: list[Json] = []
        for pending in self._waiting.values():
            if len(batch) == limit:
                break
            if pending.odd or pending.update_id >= offset:
                pending.handed_out = True
                batch.append(pending.body)
        return batch

    def __len__(self) -> int:
        self._expire()
        return len(self._waiting)

    def __contains__(self, pending: Pending) -> bool:
        """Whether it still waits: neither confirmed nor out of time."""
        self._expire()
        return pending.sequence in self._waiting

    def done(self, pending: Pending) -> None:
        """It has arrived; nobody need confirm it."""
        if pending.sequence in self._waiting:
            self._drop(pending.sequence)

    def seconds_left(self, pending: Pending) -> float:
        """How long until it is out of time."""
        return max(0.0, (pending.expires_at - self._now()).total_seconds())

    def __iter__(self) -> Iterator[Pending]:
        return iter(list(self._waiting.values()))

    def clear(self) -> None:
        for sequence in list(self._waiting):
            self._drop(sequence)

    def _wanted(self, kind: str) -> bool:
        if self.allowed is None:
            return kind not in NOT_BY_DEFAULT
        return kind in self.allowed

    def _enter(self, pending: Pending, life: timedelta) -> None:
        self._waiting[pending.sequence] = pending
        self._lanes[life].append(pending)

    def _ahead_of(self, offset: int) -> Iterator[Pending]:
        for pending in self._waiting.values():
            if pending.update_id < offset:
                if pending.handed_out or not pending.odd:
                    yield pending
            elif not self._odd:
                return

    def _drop(self, sequence: int) -> None:
        del self._waiting[sequence]
        self.gone.append(sequence)

    def _expire(self) -> None:
        now = self._now()
        for lane in self._lanes.values():
            while lane and (lane[0].sequence not in self._waiting or lane[0].expires_at <= now):
                old = lane.popleft()
                if old.sequence in self._waiting:
                    self._drop(old.sequence)
