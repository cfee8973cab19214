"""Correcting a message that was sent: a message to those who got it, outside the weekly budget.

Where nobody got it, what was to correct it becomes a message of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engagement.broadcasts.audience import check_own_wards
from engagement.broadcasts.lifecycle import NOT_SENT, URGENT, BroadcastKind
from engagement.errors import OldButton
from engagement.staff.rights import MAY_SEND, check
from storage.broadcasts import records
from usecases.broadcasts import compose, held_sends
from usecases.broadcasts.compose import Composing
from usecases.broadcasts.compose_questions import subject_fits
from usecases.broadcasts.draft_parts import is_correction, may_send_urgent, on_its_own
from usecases.broadcasts.kept_messages import begun_before, numbered
from usecases.broadcasts.message import first_words
from usecases.broadcasts.progress import by_code, may_be_corrected
from usecases.people.identify import Person
from usecases.world import Transaction, World


async def begin(tx: Transaction, world: World, person: Person, code: int) -> Composing:
    """Ask the author what was wrong. A message that was begun before is kept.

    Raises StaffOnly, OldButton, NotYourWards, SendsHeld.
    """
    member = check(person.staff, MAY_SEND)
    await held_sends.check_not_held(tx)
    found = await by_code(tx, code)
    if found.author != member.id or not may_be_corrected(found):
        raise OldButton
    check_own_wards(found.wards, member.own(found.wards))
    # A correction that was wrong too is put right by another for the same people.
    first = await records.broadcast(tx, found.corrects or found.id) or found
    is_urgent = first.kind in URGENT and may_send_urgent(member)
    kind = BroadcastKind.URGENT_CORRECTION if is_urgent else BroadcastKind.CORRECTION
    words = found.corrected_words or first_words(await records.text_of(tx, found.id))
    data: dict[str, Any] = {
        "step": "text",
        "wards": [*found.wards],
        "page": 0,
        "kind": kind,
        "theme": None,
        "consultation": None,
        "corrects": first.id,
        "corrected_words": words,
    }
    if began := begun_before(person):
        data["before"] = began
    data = numbered(world, data)
    await compose.keep(tx, world, person, data)
    return await compose.show(tx, world, person, data)


async def corrects_nothing(tx: Transaction, data: Mapping[str, Any]) -> bool:
    """Whether it corrects a message that was cancelled before anybody got it."""
    if not is_correction(data):
        return False
    found = await records.broadcast(tx, int(data["corrects"]))
    return found is None or found.state in NOT_SENT


async def subject_again(
    tx: Transaction, world: World, person: Person, data: Mapping[str, Any]
) -> Composing | None:
    """The question for the subject, where a draft has lost it; else None."""
    if await corrects_nothing(tx, data):
        return await compose.ask_subject(tx, world, person, on_its_own(data), gone=False)
    if data.get("theme") and not subject_fits(world, data):
        return await compose.ask_subject(tx, world, person, data, gone=True)
    return None
