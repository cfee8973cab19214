"""Messages that came back to their author: declined, not approved in time, or cancelled.

Each is kept for a while, and can be taken up from its report and from /send. What it becomes then
is a draft that knows where it came from, and what is sent in the end is noted: so that no button
shows the former text where there is a newer one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from engagement.broadcasts.lifecycle import NOT_SENT, NOTICES, BroadcastKind
from engagement.staff.rights import StaffMember
from storage.broadcasts import by_author, records
from storage.broadcasts.records import Broadcast
from storage.conversation import codes
from storage.conversation.codes import CodeKind
from storage.operations import deployment
from usecases.broadcasts.kept_messages import pile
from usecases.world import Transaction, World

CAME_BACK = "came-back"
"""What names, in a draft, the broadcast that it was."""
SENT_CHANGED = "sent-changed"
"""The line of the audit about a message that was taken up and sent again."""
OFFERED_FOR = timedelta(days=14)
"""A week after it was written a message may come back, and then it is kept for a week."""
MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class ReturnedMessage:
    """A message that came back, by the code of its broadcast."""

    code: int
    text: str


async def returned(
    tx: Transaction, world: World, member: StaffMember, data: Mapping[str, Any]
) -> tuple[ReturnedMessage, ...]:
    """What came back to this author and was not taken up, the latest first."""
    taken_up = {one.get(CAME_BACK) for one in pile(data)}
    found: list[ReturnedMessage] = []
    since = world.now() - OFFERED_FOR
    for known in await by_author.of_author(tx, member.id, [*NOT_SENT], since=since):
        subject = str(known.id)
        ours = (BroadcastKind.NEW_WARDS, *NOTICES)
        if known.kind in ours or subject in taken_up:
            continue
        if await deployment.was_noted(tx, SENT_CHANGED, subject):
            continue
        code = await codes.code_for(tx, CodeKind.BROADCAST, subject)
        found.append(ReturnedMessage(code, await records.text_of(tx, known.id)))
    return tuple(found[:MOST_OFFERED])


async def newest_of(tx: Transaction, found: Broadcast) -> Broadcast:
    """What this broadcast has become: itself, or the last that was made of it and sent."""
    while newer := (await deployment.latest_detail(tx, SENT_CHANGED, str(found.id))).get("by"):
        known = await records.broadcast(tx, int(newer))
        if known is None:
            break
        found = known
    return found


async def note_sent(
    tx: Transaction, world: World, member: StaffMember, data: Mapping[str, Any], made: Broadcast
) -> None:
    """Note that a draft that came back was sent."""
    if came_from := data.get(CAME_BACK):
        await deployment.note(
            tx,
            SENT_CHANGED,
            staff_id=member.id,
            subject=str(came_from),
            detail={"by": str(made.id)},
            now=world.now(),
        )
