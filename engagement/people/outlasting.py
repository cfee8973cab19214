"""What a restored backup must not undo, besides links that were cut. Only random ids name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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


Outlasting = LeavesAtClose | Stays | RoleEnded


@dataclass(frozen=True, slots=True)
class Outlasted:
    """All of it. ``leaving`` says of each contact who ever chose to be forgotten at the close
    whether without their words; None for one who stays after all."""

    leaving: Mapping[int, bool | None] = field(default_factory=dict)
    roles: frozenset[int] = frozenset()

    def then(self, one: Outlasting) -> Outlasted:
        """With what happened next."""
        match one:
            case LeavesAtClose(contact, without_words):
                return Outlasted({**self.leaving, contact: without_words}, self.roles)
            case Stays(contact):
                return Outlasted({**self.leaving, contact: None}, self.roles)
            case RoleEnded(staff):
                return Outlasted(self.leaving, self.roles | {staff})

    def over(self, older: Outlasted) -> Outlasted:
        """With what an older list knows."""
        return Outlasted({**older.leaving, **self.leaving}, self.roles | older.roles)
