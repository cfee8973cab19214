"""What a restored backup must not undo, besides cut links. Only random ids name people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LeavesAtClose:
    """A contact is to be forgotten when what they answered has closed."""

    contact_id: int
    without_words: bool


@dataclass(frozen=True, slots=True)
class Stays:
    """A contact who was to be forgotten stays after all."""

    contact_id: int


@dataclass(frozen=True, slots=True)
class RoleEnded:
    """A member of staff no longer holds this role."""

    staff_id: int


@dataclass(frozen=True, slots=True)
class DutyEnded:
    """A member of staff no longer has this duty."""

    staff_id: int
    duty: str


@dataclass(frozen=True, slots=True)
class DutyGiven:
    """A member of staff was given this duty, perhaps again."""

    staff_id: int
    duty: str


@dataclass(frozen=True, slots=True)
class StoppedMessages:
    """A contact has sent /stop."""

    contact_id: int


@dataclass(frozen=True, slots=True)
class WantsMessages:
    """A contact who had sent /stop has sent /start."""

    contact_id: int


@dataclass(frozen=True, slots=True)
class EqualityStopped:
    """A contact has had everything deleted that they had said of themselves."""

    contact_id: int


@dataclass(frozen=True, slots=True)
class ResultsReleased:
    """The results of a consultation were released. ``entry`` is what the register says, without
    spaces: people have seen it, and after a restore nobody could count it again."""

    consultation: str
    number: int
    entry: str


Outlasting = (
    LeavesAtClose
    | Stays
    | StoppedMessages
    | WantsMessages
    | RoleEnded
    | DutyEnded
    | DutyGiven
    | EqualityStopped
    | ResultsReleased
)


@dataclass(frozen=True, slots=True)
class Noted(Generic[T]):
    """What was noted last of one contact or duty, and when, in seconds of Unix time; 0 where that
    isn't known."""

    what: T
    at: int = 0


@dataclass(frozen=True, slots=True)
class Outlasted:
    """All of it. ``leaving`` says of each contact who ever chose to be forgotten at the close
    whether without their words; None for one who stays after all. ``duties`` says of each member
    of staff and duty whether it has ended, ``stopped`` of each contact who ever sent /stop whether
    they still want no messages, ``equality`` who has had deleted what they had said of themselves,
    ``released`` what was first released as a consultation's release of
    that number."""

    leaving: Mapping[int, Noted[bool | None]] = field(default_factory=dict)
    roles: frozenset[int] = frozenset()
    duties: Mapping[tuple[int, str], Noted[bool]] = field(default_factory=dict)
    stopped: Mapping[int, Noted[bool]] = field(default_factory=dict)
    equality: Mapping[int, Noted[bool]] = field(default_factory=dict)
    released: Mapping[tuple[str, int], Noted[str]] = field(default_factory=dict)

    def then(self, one: Outlasting, at: int = 0) -> Outlasted:
        """With what happened next, at that time."""
        match one:
            case LeavesAtClose(contact, without_words):
                return replace(self, leaving={**self.leaving, contact: Noted(without_words, at)})
            case Stays(contact):
                return replace(self, leaving={**self.leaving, contact: Noted(None, at)})
            case StoppedMessages(contact) | WantsMessages(contact):
                stops = isinstance(one, StoppedMessages)
                return replace(self, stopped={**self.stopped, contact: Noted(stops, at)})
            case RoleEnded(staff):
                return replace(self, roles=self.roles | {staff})
            case DutyEnded(staff, duty) | DutyGiven(staff, duty):
                ended = isinstance(one, DutyEnded)
                return replace(self, duties={**self.duties, (staff, duty): Noted(ended, at)})
            case EqualityStopped(contact):
                return replace(self, equality={**self.equality, contact: Noted(True, at)})
            case ResultsReleased(slug, number, entry):
                return replace(self, released={(slug, number): Noted(entry, at), **self.released})

    def merged(self, other: Outlasted) -> Outlasted:
        """With what another list knows. Of one contact or duty the later note counts. Where no
        time tells which that is, the one by which nothing is sent and nobody may do more."""
        return Outlasted(
            _latest(self.leaving, other.leaving, lambda choice: choice is not None),
            self.roles | other.roles,
            _latest(self.duties, other.duties, bool),
            _latest(self.stopped, other.stopped, bool),
            _latest(self.equality, other.equality, bool),
            _first(self.released, other.released),
        )


def _first(one: Mapping[K, Noted[T]], other: Mapping[K, Noted[T]]) -> dict[K, Noted[T]]:
    both = {key: min(one[key], other[key], key=lambda n: n.at) for key in one.keys() & other.keys()}
    return {**one, **other, **both}


def _latest(
    one: Mapping[K, Noted[T]], other: Mapping[K, Noted[T]], is_careful: Callable[[T], bool]
) -> dict[K, Noted[T]]:
    def rank(noted: Noted[T]) -> tuple[int, bool]:
        return noted.at, is_careful(noted.what)

    both = {key: max(one[key], other[key], key=rank) for key in one.keys() & other.keys()}
    return {**one, **other, **both}
