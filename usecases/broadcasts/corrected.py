"""Corrections as they may be shown: in a copy, in the news, and to those who decide."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from storage.broadcasts import corrections
from storage.broadcasts.records import Broadcast
from usecases.broadcasts.before_election import hold_of_copy, is_withheld, note_holds
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections of some broadcasts, by broadcast: each with its text, the oldest first."""

    world: World
    known: Mapping[int, Sequence[tuple[Broadcast, str]]]

    def shown(self, broadcast_id: int, home: str) -> tuple[str, ...]:
        """What may be read of them by somebody who lives in ``home``: no more than of any message
        that waits for the morning, was dropped before an election, or was taken back."""
        every = self.known.get(broadcast_id, ())
        return tuple(text for one, text in every if not is_withheld(self.world, one, home))

    def undecided(self, broadcast_id: int, home: str) -> bool:
        """Whether the monitoring officer has still to decide about one of them for ``home``. A
        message that is known to be wrong waits for that."""
        every = self.known.get(broadcast_id, ())
        return any(
            hold_of_copy(self.world, one, home).undecided
            for one, _ in every
            if one.taken_back_at is None
        )

    def undecided_wards(self, broadcast_id: int) -> frozenset[str]:
        """The wards for which one of them waits for a decision."""
        every = self.known.get(broadcast_id, ())
        waits = [one.undecided_wards for one, _ in every if one.taken_back_at is None]
        return frozenset(ward for wards in waits for ward in wards)

    def released(self, broadcast_id: int) -> list[Broadcast]:
        """Those that were released from a hold."""
        return [one for one, _ in self.known.get(broadcast_id, ()) if one.released_at is not None]


async def corrections_of(tx: Transaction, world: World, ids: Collection[int]) -> Corrections:
    """The approved corrections of these broadcasts. That one has met a hold is stored now."""
    found: dict[int, list[tuple[Broadcast, str]]] = {}
    for corrects, one, text in await corrections.approved(tx, ids):
        found.setdefault(corrects, []).append((await note_holds(tx, world, one), text))
    return Corrections(world, found)
