"""What those hear who answered a quick poll that was stopped, and when."""

from __future__ import annotations

from dataclasses import dataclass

from engagement.broadcasts.lifecycle import BroadcastKind
from storage.broadcasts import poll_notices
from storage.broadcasts.records import Broadcast
from usecases.broadcasts.before_election import was_dropped
from usecases.broadcasts.goes_out import GoesOut, still, when
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class PollNotice:
    """The message to those who have answered: what it waits for. ``dropped``: the monitoring
    officer dropped it in all wards, so that nobody gets it."""

    goes_out: GoesOut
    dropped: bool = False


async def would_go_out(tx: Transaction, world: World, poll: Broadcast) -> GoesOut:
    """When it goes out, if this poll is stopped now."""
    return await when(tx, world, BroadcastKind.POLL_STOPPED, poll.wards)


async def notice_of(tx: Transaction, world: World, poll: Broadcast) -> PollNotice | None:
    """What became of it; None for a poll that was not stopped."""
    found = await poll_notices.of_poll(tx, poll.id)
    if found is None:
        return None
    if was_dropped(found):
        return PollNotice(GoesOut(), dropped=True)
    return PollNotice(await still(tx, world, found, at_night=False))
