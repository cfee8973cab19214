"""Whether there is a second person for what nobody may decide alone: files of answers, and
openings."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import Stage, stage
from engagement.staff.rights import may_export, may_open
from storage.staff import members
from usecases.broadcasts.waiting import reachable_staff
from usecases.world import Transaction

TO_OPEN = (Stage.CHECKED, Stage.ASKED)
FEWEST = 2
"""Who asks, and who approves."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """Where fewer than two people can be reached who may decide: for ``files`` of answers, and for
    the opening of these consultations."""

    files: bool = False
    openings: tuple[Consultation, ...] = ()


async def lacking(
    tx: Transaction,
    consultations: Iterable[Consultation],
    *,
    every_ward: Collection[str],
    now: datetime,
) -> Lacking:
    """What nobody could approve now. ``consultations`` are as staff have decided. A council without
    anybody who exports asks for no files yet."""
    reached = await reachable_staff(tx)
    exports = any(may_export(m) for m in await members.current_staff(tx))
    still = [c for c in consultations if stage(c, now) in TO_OPEN and now < c.closes_at]
    return Lacking(
        files=exports and sum(may_export(m) for m in reached) < FEWEST,
        openings=tuple(
            c for c in still if sum(may_open(m, c.wards or every_ward) for m in reached) < FEWEST
        ),
    )
