"""The queue of updates for the bot, and the webhook they may be posted to."""

from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from emulator.chat import Json

MESSAGE_LIFE = timedelta(hours=24)
TAP_LIFE = timedelta(seconds=150)
LARGEST_UPDATE_ID = 2**31
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
USUAL_CONNECTIONS = 40


@dataclass(slots=True, eq=False)
class Pending:
    """An update the bot hasn't confirmed yet."""

    sequence: int
    update_id: int
    body: Json
    expires_at: datetime
    odd: bool = False  # its id is out of order: it counts as confirmed only once handed out
    handed_out: bool = False


class UpdateQueue:
    """Updates in the order in which they arose. One lane for each lifetime makes expiry cheap."""

    def __init__(self, first_id: int, now: Callable[[], datetime]) -> None:
        self.next_id = first_id
        self.allowed: frozenset[str] | None = None
        self._now = now
        self._sequence = 0
        self._odd = 0  # number of odd updates so far: without any, the ids are in order
        self._twice = 0
        self._copy: Pending | None = None
        self._backwards: list[int] = []  # ids set aside, given out from the end
        self.below_others = 0  # an id below this may have been given out before
        self._waiting: OrderedDict[int, Pending] = OrderedDict()
        self._lanes: dict[timedelta, deque[Pending]] = {MESSAGE_LIFE: deque(), TAP_LIFE: deque()}
        self.gone: list[int] = []  # sequences to delete from the store

    def add(
        self, body: Json, *, update_id: int | None = None, filtered: bool = True
    ) -> Pending | None:
        """Queue an update. With `filtered`, None if the bot didn't ask for updates of its kind."""
        kind = next(iter(body), "")
        if filtered and not self._wanted(kind):
            return None
        odd = update_id is not None
        if update_id is None:
            update_id, odd = self._new_id()
        self._sequence += 1
        life = TAP_LIFE if kind == "callback_query" else MESSAGE_LIFE
        pending = Pending(
            self._sequence, update_id, {"update_id": update_id, **body}, self._now() + life, odd
        )
        self._odd += odd
        self._enter(pending, life)
        return pending

    def again(self, pending: Pending) -> Pending | None:
        """Queue a copy of an update just added, with the same id, if `next_twice` asked for it."""
        if not self._twice or pending is self._copy:
            return None
        self._twice -= 1
        body = {key: value for key, value in pending.body.items() if key != "update_id"}
        self._copy = self.add(body, update_id=pending.update_id, filtered=False)
        return self._copy

    # Disorder, scheduled by a test

    def next_twice(self, count: int) -> None:
        """Deliver the next `count` updates twice, under the same id."""
        self._twice = at_least_one(count)

    def next_backwards(self, count: int) -> None:
        """Let the ids of the next `count` updates run backwards."""
        self._backwards[:0] = range(self.next_id, self.next_id + at_least_one(count))
        self.next_id += count

    def renumber(self, next_id: int) -> None:
        """Go on from another id, higher or lower, as Telegram does after a week without updates.

        Raises ValueError for an id out of range.
        """
        if not 0 < next_id < LARGEST_UPDATE_ID:
            raise ValueError(f"An update's id lies between 1 and 2**31, not {next_id}.")
        self.below_others = max(self.below_others, self.next_id)
        self.next_id = next_id

    def expire_taps(self) -> None:
        """Drop every waiting tap."""
        for pending in self:
            if "callback_query" in pending.body:
                self._drop(pending.sequence)

    def restore(self, pending: Pending) -> None:
        """Queue an update that was waiting when the emulator last stopped."""
        self._sequence = max(self._sequence, pending.sequence)
        self._odd += pending.odd
        self._enter(pending, TAP_LIFE if "callback_query" in pending.body else MESSAGE_LIFE)

    def confirm(self, offset: int) -> bool:
        """Drop the updates before `offset`; a negative one keeps only the last `-offset`.

        Returns whether any were dropped.
        """
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
        """Whether it is still waiting: neither confirmed nor expired."""
        self._expire()
        return pending.sequence in self._waiting

    def done(self, pending: Pending) -> None:
        """Drop an update that has been posted: it needs no confirmation."""
        if pending.sequence in self._waiting:
            self._drop(pending.sequence)

    def seconds_left(self, pending: Pending) -> float:
        """How long until it expires."""
        return max(0.0, (pending.expires_at - self._now()).total_seconds())

    def __iter__(self) -> Iterator[Pending]:
        return iter(list(self._waiting.values()))

    def clear(self) -> None:
        for sequence in list(self._waiting):
            self._drop(sequence)

    def _new_id(self) -> tuple[int, bool]:
        """The next id, and whether it is lower than one given out before."""
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
    """The count; raises ValueError below 1."""
    if count < 1:
        raise ValueError(f"At least one, not {count}.")
    return count


@dataclass(slots=True)
class Webhook:
    """The address updates are posted to; with an empty `url` the bot fetches them itself."""

    url: str = ""
    secret: str = ""
    max_connections: int = USUAL_CONNECTIONS
    failed_at: datetime | None = None
    error: str = ""

    def note_failure(self, moment: datetime, error: str) -> None:
        self.failed_at, self.error = moment, error

    def info(self, waiting: int, allowed: frozenset[str] | None) -> Json:
        """The result of getWebhookInfo, with `waiting` updates in the queue."""
        found: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": waiting,
        }
        if self.url:
            found["max_connections"] = self.max_connections
        if self.failed_at is not None:
            found["last_error_date"] = int(self.failed_at.timestamp())
            found["last_error_message"] = self.error
        if allowed is not None:
            found["allowed_updates"] = sorted(allowed)
        return found
