"""What a restored backup must not undo, besides links that were cut. Only random ids name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


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


Outlasting = (
    LeavesAtClose | Stays | StoppedMessages | WantsMessages | RoleEnded | DutyEnded | DutyGiven
)


@dataclass(frozen=True, slots=True)
class Outlasted:
    """All of it. ``leaving`` says of each contact who ever chose to be forgotten at the close
    whether without their words; None for one who stays after all. ``duties`` says of each member
    of staff and duty whether it has ended, ``stopped`` of each contact who ever sent /stop whether
    they still want no messages."""

    leaving: Mapping[int, bool | None] = field(default_factory=dict)
    roles: frozenset[int] = frozenset()
    duties: Mapping[tuple[int, str], bool] = field(default_factory=dict)
    stopped: Mapping[int, bool] = field(default_factory=dict)

    def then(self, one: Outlasting) -> Outlasted:
        """With what happened next."""
        match one:
            case LeavesAtClose(contact, without_words):
                return replace(self, leaving={**self.leaving, contact: without_words})
            case Stays(contact):
                return replace(self, leaving={**self.leaving, contact: None})
            case StoppedMessages(contact) | WantsMessages(contact):
                stops = isinstance(one, StoppedMessages)
                return replace(self, stopped={**self.stopped, contact: stops})
            case RoleEnded(staff):
                return replace(self, roles=self.roles | {staff})
            case DutyEnded(staff, duty) | DutyGiven(staff, duty):
                ended = isinstance(one, DutyEnded)
                return replace(self, duties={**self.duties, (staff, duty): ended})

    def over(self, older: Outlasted) -> Outlasted:
        """With what an older list knows."""
        return Outlasted(
            {**older.leaving, **self.leaving},
            self.roles | older.roles,
            {**older.duties, **self.duties},
            {**older.stopped, **self.stopped},
        )
