"""The result of a broadcast that somebody else has decided, for people asked to approve it."""

from __future__ import annotations

from dataclasses import dataclass

from content.schema.authored import Localised
from engagement.broadcasts.lifecycle import BroadcastState
from engagement.errors import OldButton
from storage.broadcasts import records
from storage.broadcasts.records import Broadcast
from storage.operations import deployment
from storage.staff import members
from usecases.broadcasts import held_sends
from usecases.broadcasts.message import (
    BroadcastMessage,
    MessageName,
    closed_for,
    message_of,
    name_of_stored,
)
from usecases.world import Transaction, World

NO_RIGHT = "author-has-no-right"
"""The line of the audit about a message whose author may not send it any more."""


@dataclass(frozen=True, slots=True)
class Over:
    """A message that needs no approval any more: approved unless ``state`` says otherwise, and by
    whom, where somebody did it. ``held_back``: it was ended after a restore; ``closed``: the title
    of the questions that closed before anybody approved it."""

    code: int
    name: MessageName
    state: BroadcastState
    who: str | None
    held_back: bool = False
    closed: Localised | None = None


async def over(tx: Transaction, world: World, found: Broadcast, code: int) -> Over:
    """The result of this broadcast. Raises OldButton if it has been removed."""
    now = await records.broadcast(tx, found.id)
    if now is None:
        raise OldButton
    by = now.decided_by
    if now.state is BroadcastState.CANCELLED:
        left = await deployment.was_noted(tx, NO_RIGHT, str(now.id))
        by = None if left else now.author
    wording = message_of(world, now, "")
    closed = now.state is BroadcastState.EXPIRED and closed_for(world, wording)
    return Over(
        code=code,
        name=await name_of_stored(tx, world, now),
        state=now.state,
        who=None if by is None else await members.label_of(tx, by),
        held_back=await held_sends.held_back(tx, now.id) is not None,
        closed=await _title(tx, now, wording) if closed else None,
    )


async def _title(tx: Transaction, found: Broadcast, wording: BroadcastMessage) -> Localised | None:
    """What the questions that have closed are called; a quick poll is its question."""
    if wording.consultation is not None:
        return wording.consultation.title
    return Localised({"en": await records.text_of(tx, found.id)})
