"""The running total of a quick poll: a step of it is released with the answer that completes it.

Reading releases nothing. See engagement/insight/poll_steps.py for when a step is due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from engagement.broadcasts.polls import Poll, key_of
from engagement.insight.disclosure import RULE, Published
from engagement.insight.poll_steps import step_of, wanted
from engagement.insight.released_table import Limits, ReleasedTable
from engagement.staff.approvals import hash_of
from storage.consultations import polls
from storage.insight import releases
from storage.insight.releases import Release
from usecases.release import register
from usecases.world import Transaction, World

_TABLE = TypeAdapter(ReleasedTable)


@dataclass(frozen=True, slots=True)
class PollTotal:
    """The latest step of a poll's running total, as it was released."""

    published: Published
    limits: Limits
    table_hash: str
    released_at: datetime


async def release_due(tx: Transaction, world: World, broadcast_id: int, poll: Poll) -> bool:
    """Release the next step if enough people have answered who are in none yet. Returns whether
    one was released.

    After a restore the register may know steps that the answers here are not counted in: who is in
    those isn't known any more, so there are no further ones.
    """
    state = await polls.state_of(tx, broadcast_id)
    if state is None or await polls.count_new(tx, broadcast_id) < state.next_at:
        return False
    key = key_of(broadcast_id)
    last = await releases.latest(tx, key)
    if (0 if last is None else last.number) != state.steps:
        return False
    chosen = await polls.count_chosen(tx, broadcast_id)
    counts = [chosen.get(answer, 0) for answer in poll.answers]
    before = None if last is None else _TABLE.validate_python(last.body).published
    limits = world.thresholds
    table = ReleasedTable(step_of(counts, before, limits), Limits.of(limits))
    body = register.as_written(table)
    made = Release(
        consultation=key,
        number=state.steps + 1,
        content_hash=hash_of(poll.kept),
        table_hash=hash_of(body),
        rule=RULE,
        people=sum(counts),
        body=body,
        released_at=world.now(),
    )
    await register.enter(tx, world, made)
    next_at = wanted(world.draw(), limits)
    await polls.note_step(tx, broadcast_id, made.number, next_at=next_at)
    return True


async def begin(tx: Transaction, world: World, broadcast_id: int, poll: Poll) -> None:
    """Store a poll that was asked for, without a step."""
    next_at = wanted(world.draw(), world.thresholds)
    await polls.add(tx, broadcast_id, poll.closes_at, next_at=next_at)


async def total(tx: Transaction, broadcast_id: int) -> PollTotal | None:
    """The latest step that was released; None before the first."""
    last = await releases.latest(tx, key_of(broadcast_id))
    if last is None:
        return None
    table = _TABLE.validate_python(last.body)
    return PollTotal(table.published, table.limits, last.table_hash, last.released_at)
