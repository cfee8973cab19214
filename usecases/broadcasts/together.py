"""Several messages that wait for one person's weekly budget, and leave as one message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.broadcasts.update_text import ECHO_ROOM, fitting
from storage.broadcasts import claims
from storage.broadcasts.claims import Claimed, Settled
from usecases.broadcasts.gate import Gate
from usecases.broadcasts.texts import texts_of
from usecases.world import Transaction


@dataclass(frozen=True, slots=True)
class Leaving:
    """The deliveries that leave as one message, in the order in which they were queued.
    ``more_waits``: others for the same person had no room in it."""

    rows: tuple[Claimed, ...]
    more_waits: bool = False


async def together(tx: Transaction, gate: Gate, me: int, going: Sequence[Claimed]) -> list[Leaving]:
    """The messages in which ``going`` leave, with what waits for the same people. A row that finds
    no room beside those that have waited longer goes back to the queue."""
    leads = _leads(gate, going)
    if not leads:
        return [Leaving((row,)) for row in going]
    wanted = [other for rows in leads.values() for other in gate.waiting_with(rows[-1])]
    taken = await claims.claim_these(tx, me, wanted, gate.now) if wanted else []
    await gate.know(tx, taken)
    rows_of = {contact: [*rows] for contact, rows in leads.items()}
    back: list[Settled] = []
    for row in taken:
        if gate.leaves_with_another(row):
            rows_of[row.contact_id].append(row)
        else:
            back.append(gate.later(row))
    with_others = {row.id for rows in rows_of.values() for row in rows}
    leaving = [Leaving((row,)) for row in going if row.id not in with_others]
    every = [row for rows in rows_of.values() for row in rows]
    texts = await texts_of(tx, gate.world, every)
    for rows in rows_of.values():
        rows.sort(key=lambda row: row.id)
        room = fitting([texts.room(row) + _more_room(gate, row) for row in rows])
        left = rows[room:]
        leaving.append(Leaving(tuple(rows[:room]), any(gate.leaves_later(row) for row in left)))
        back += [gate.later(row) for row in left]
        if room > 1:
            await claims.note_joined(tx, [row.id for row in rows[:room]])
    await claims.settle(tx, back, gate.now)
    return leaving


def _more_room(gate: Gate, row: Claimed) -> int:
    """An echo has no text of an author's: its words are made when it leaves."""
    return ECHO_ROOM if gate.broadcasts[row.broadcast_id].kind is BroadcastKind.ECHO else 0


def _leads(gate: Gate, going: Sequence[Claimed]) -> dict[int, list[Claimed]]:
    """By contact, the rows of ``going`` that leave in one message: those that have waited and, of
    the others, the last, which takes along what waits. Without what leaves alone."""
    found: dict[int, list[Claimed]] = {}
    for row in going:
        if gate.counts(row) and not row.sent_again:
            waited = [one for one in found.get(row.contact_id, ()) if one.has_waited]
            found[row.contact_id] = [*waited, row]
    return {
        contact: rows
        for contact, rows in found.items()
        if len(rows) > 1 or gate.waiting_with(rows[-1])
    }
