"""The queue of updates: numbered, handed out, confirmed, and gone when their time is up."""

from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from emulator.chat import Json

MESSAGE_LIFE = timedelta(hours=24)
TAP_LIFE = timedelta(seconds=150)
LARGEST_UPDATE_ID = 2**31
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(slots=True, eq=False)
class Pending:
    """An update nobody has confirmed yet."""

    sequence: int
    update_id: int
    body: Json
    expires_at: datetime
    odd: bool = False  # its id is out of order: it counts as confirmed only once handed out
    handed_out: bool = False


class UpdateQueue:
    """Updates in the order they arose. Two lanes, one a lifetime, make expiry cheap."""

    def __init__(self, first_id: int, now: Callable[[], datetime]) -> None:
        self.next_id = first_id
        self.allowed: frozenset[str] | None = None
        self._now = now
        self._sequence = 0
        self._odd = 0  # odd ones so far: only then may the order of ids be broken
        self._twice = 0
        self._copy: Pending | None = None
        self._backwards: list[int] = []  # ids set aside, dealt from the end
        self.below_others = 0  # an id below this may have been dealt before
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
            update_id, odd = self._deal()
        self._sequence += 1
        life = TAP_LIFE if kind == "callback_query" else MESSAGE_LIFE
        pending = Pending(
            self._sequence, update_id, {"update_id": update_id, **body}, self._now() + life, odd
        )
        self._odd += odd
        self._enter(pending, life)
        return pending

    def again(self, pending: Pending) -> Pending | None:
        """A second copy of an update just added, where one was ordered; it has the same id."""
        if not self._twice or pending is self._copy:
            return None
        self._twice -= 1
        body = {key: value for key, value in pending.body.items() if key != "update_id"}
        self._copy = self.add(body, update_id=pending.update_id, filtered=False)
        return self._copy

    # Disorder, ordered in advance by a test

    def next_twice(self, count: int) -> None:
        """The next updates to arise are delivered twice, under the same id."""
        self._twice = at_least_one(count)

    def next_backwards(self, count: int) -> None:
        """The ids of the next updates to arise run backwards."""
        self._backwards[:0] = range(self.next_id, self.next_id + at_least_one(count))
        self.next_id += count

    def renumber(self, next_id: int) -> None:
        """Go on from another id, higher or lower, as Telegram does after a week without updates.

        Raises ValueError for what is no id.
        """
        if not 0 < next_id < LARGEST_UPDATE_ID:
            raise ValueError(f"An update's id lies between 1 and 2**31, not {next_id}.")
        self.below_others = max(self.below_others, self.next_id)
        self.next_id = next_id

    def expire_taps(self) -> None:
        """Lose every tap that waits."""
        for pending in self:
            if "callback_query" in pending.body:
                self._drop(pending.sequence)

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

    def _deal(self) -> tuple[int, bool]:
        """The next id, and whether it lies below one that was dealt before."""
        if self._backwards:
            return self._backwards.pop(), True
        self.next_id += 1
        return self.next_id - 1, self.next_id <= self.below_others

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


def at_least_one(count: int) -> int:
    """Raises ValueError for fewer."""
    if count < 1:
        raise ValueError(f"At least one, not {count}.")
    return count
