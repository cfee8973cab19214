"""An opening that needs no approval any more: what colleagues see who were asked too."""

from __future__ import annotations

from dataclasses import dataclass

from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import Stage, stage
from engagement.consultations.steering import SteeringAct
from storage.consultations import steps
from storage.staff import members
from usecases.world import Transaction, World, steer

ENDS = (SteeringAct.OPENED, SteeringAct.DECLINED, SteeringAct.VOIDED)
"""What ends the asking."""


@dataclass(frozen=True, slots=True)
class OpeningOver:
    """What came of an asking: approved, declined or taken back, and by whom. ``who`` is empty where
    its file was edited, and for the command line."""

    consultation: Consultation
    code: int
    act: SteeringAct
    who: str
    staff_id: int | None = None


async def opening_over(tx: Transaction, world: World, code: int) -> OpeningOver | None:
    """What came of the latest asking; None if it still waits, or nobody has ever asked. Raises
    OldButton for an unknown code."""
    await steer(tx, world)
    found = world.consultation_coded(code).consultation
    if stage(found, world.now()) is Stage.ASKED:
        return None
    ended = [s for s in await steps.steps_of(tx, found.slug) if s.act in ENDS]
    if not ended:
        return None
    who = await members.label_of(tx, ended[-1].staff_id) if ended[-1].staff_id else ""
    return OpeningOver(found, code, ended[-1].act, who or "", ended[-1].staff_id)
