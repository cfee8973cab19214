"""Kinds and states of a broadcast, the need for a second approval, and the tally of its report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engagement.broadcasts.delivery import DeliveryState


class BroadcastKind(StrEnum):
    """The kind of message a broadcast sends."""

    UPDATE = "update"  # news about a plan
    INVITATION = "invitation"  # to answer a consultation
    OUTCOME = "outcome"  # the result of a consultation that has closed
    NEW_WARDS = "new-wards"  # asks which ward is home, after the boundaries changed
    URGENT = "urgent"  # an officer's news that cannot wait for the morning or for its turn
    CORRECTION = "correction"  # what was wrong in a message, for those who got that one
    POLL = "poll"  # one quick question, answered below it
    POLL_STOPPED = "poll-stopped"  # why a quick question ended early, for those who answered it
    ECHO = "echo"  # what their ward said, for those who answered, once results are released
    URGENT_CORRECTION = "correct-urgent"  # the same of an urgent message: as urgent as that one


CORRECTIONS = frozenset({BroadcastKind.CORRECTION, BroadcastKind.URGENT_CORRECTION})
URGENT = frozenset({BroadcastKind.URGENT, BroadcastKind.URGENT_CORRECTION})
NOTICES = frozenset({BroadcastKind.POLL_STOPPED, BroadcastKind.ECHO})
"""Messages that follow from what was decided already. Nobody gets a report of them, takes them back
or takes them up again."""


class BroadcastState(StrEnum):
    """The state of a broadcast. A draft is kept in drafts until it becomes one of these."""

    AWAITING_APPROVAL = "awaiting-yes"  # over the threshold: the second approval was requested
    APPROVED = "approved"  # may be sent; its audience is frozen next
    SENDING = "sending"  # the ledger is filled, deliveries are being sent
    SENT = "sent"  # every delivery has a final state
    DECLINED = "declined"  # the second person declined
    EXPIRED = "expired"  # nobody approved or declined it in time
    CANCELLED = "cancelled"  # its author cancelled it before anything was sent


ALLOWED: Mapping[BroadcastState, frozenset[BroadcastState]] = {
    BroadcastState.AWAITING_APPROVAL: frozenset(
        {
            BroadcastState.APPROVED,
            BroadcastState.DECLINED,
            BroadcastState.EXPIRED,
            BroadcastState.CANCELLED,
        }
    ),
    BroadcastState.APPROVED: frozenset({BroadcastState.SENDING, BroadcastState.CANCELLED}),
    # Cancelled only while no copy can have left: at night, before an election, or in a pause.
    BroadcastState.SENDING: frozenset({BroadcastState.SENT, BroadcastState.CANCELLED}),
    BroadcastState.SENT: frozenset(),
    BroadcastState.DECLINED: frozenset(),
    BroadcastState.EXPIRED: frozenset(),
    BroadcastState.CANCELLED: frozenset(),
}

NOT_SENT = frozenset({BroadcastState.DECLINED, BroadcastState.EXPIRED, BroadcastState.CANCELLED})
"""States in which nothing was sent and the author may take the message up again."""

SENT_AGAIN_FROM = frozenset({BroadcastState.SENT})
"""States from which a broadcast may be sent again, to the people it may not have reached."""

GROWTH_ALLOWED = 0.05


def needs_second_approval(
    people: int, threshold: int, kind: BroadcastKind = BroadcastKind.UPDATE
) -> bool:
    """Whether a broadcast to ``people`` recipients needs a second person's approval. An urgent one
    always does: it passes the night, the weekly budget and a hold before an election. So does a
    quick poll: it asks in the council's name."""
    return kind in URGENT or kind is BroadcastKind.POLL or people > threshold


def grew_too_much(*, shown: int, now: int) -> bool:
    """Whether the audience grew by more than a twentieth since its size was shown."""
    return now > shown * (1 + GROWTH_ALLOWED)


@dataclass(frozen=True, slots=True)
class Tally:
    """The number of one broadcast's deliveries in each state."""

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
        """Deliveries with a final state."""
        return self.sent + self.blocked + self.failed + self.unknown + self.cancelled

    @property
    def open(self) -> int:
        """Deliveries that have not been settled."""
        return self.queued + self.claimed

    @property
    def is_over(self) -> bool:
        """Whether every delivery has a final state."""
        return self.settled == self.audience
