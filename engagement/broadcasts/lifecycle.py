"""The life of a broadcast: its states, who must say yes, and whether its report adds up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engagement.broadcasts.delivery import DeliveryState


class BroadcastKind(StrEnum):
    """What a broadcast brings."""

    UPDATE = "update"  # news about a plan
    INVITATION = "invitation"  # to answer a consultation
    OUTCOME = "outcome"  # what came of a consultation that has closed
    NEW_WARDS = "new-wards"  # the question which ward is home, after the boundaries changed


class BroadcastState(StrEnum):
    """Where a broadcast stands. A draft lives in drafts until it becomes one of these."""

    AWAITING_YES = "awaiting-yes"  # over the threshold: a second person has been asked
    APPROVED = "approved"  # may go; the audience is about to be frozen
    SENDING = "sending"  # the ledger is filled, rows are going
    SENT = "sent"  # every row has a final state
    DECLINED = "declined"  # the second person said no
    CANCELLED = "cancelled"  # its author took it back before anything went


ALLOWED: Mapping[BroadcastState, frozenset[BroadcastState]] = {
    BroadcastState.AWAITING_YES: frozenset(
        {BroadcastState.APPROVED, BroadcastState.DECLINED, BroadcastState.CANCELLED}
    ),
    BroadcastState.APPROVED: frozenset({BroadcastState.SENDING, BroadcastState.CANCELLED}),
    BroadcastState.SENDING: frozenset({BroadcastState.SENT}),
    BroadcastState.SENT: frozenset(),
    BroadcastState.DECLINED: frozenset(),
    BroadcastState.CANCELLED: frozenset(),
}

SENT_AGAIN_FROM = frozenset({BroadcastState.SENT})
"""Only from here may a broadcast go a second time, to those it may not have reached."""

GROWTH_ALLOWED = 0.05
LONGEST_UPDATE = 3000
"""Characters an author may write: Telegram takes 4,096 with the head and foot we add."""


def needs_second_yes(people: int, threshold: int) -> bool:
    """Whether a broadcast to ``people`` waits for a second person."""
    return people > threshold


def grew_too_much(*, shown: int, now: int) -> bool:
    """Whether the audience grew by more than a twentieth since its number was shown."""
    return now > shown * (1 + GROWTH_ALLOWED)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of one broadcast stand in each state."""

    queued: int = 0
    claimed: int = 0
    sent: int = 0
    blocked: int = 0
    failed: int = 0
    unknown: int = 0
    cancelled: int = 0

    @classmethod
    def of(cls, counts: Mapping[DeliveryState, int]) -> Tally:
        """A tally from counts by state."""
        return cls(**{state.value: counts.get(state, 0) for state in DeliveryState})

    @property
    def audience(self) -> int:
        """Everyone the broadcast was for."""
        return self.queued + self.claimed + self.settled

    @property
    def settled(self) -> int:
        """Rows with a final state."""
        return self.sent + self.blocked + self.failed + self.unknown + self.cancelled

    @property
    def is_over(self) -> bool:
        """Whether every row has a final state."""
        return self.settled == self.audience
