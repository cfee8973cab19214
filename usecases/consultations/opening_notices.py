"""Openings to approve, for those who are asked; and what came of it, for the person who asked."""

from __future__ import annotations

from dataclasses import dataclass

from engagement.consultations.steering import SteeringAct, SteeringStep
from engagement.staff.approvals import ApprovalSubject
from storage.consultations import steps
from storage.staff import approvals
from usecases.broadcasts import held_sends
from usecases.broadcasts.decline_reason import TAKEN_WITHIN
from usecases.broadcasts.who_decides import is_reached
from usecases.consultations import managing, opening
from usecases.consultations.managing import Managed
from usecases.consultations.opening_over import ENDS
from usecases.people.identify import Person, staff_in_post
from usecases.world import EDITED, Transaction, World, steer


@dataclass(frozen=True, slots=True)
class OpeningNotice:
    """One consultation to show to one member of staff: to be approved, or decided by now, in the
    decision ``step``. ``edited``: its file was changed, so that the approval counts no more."""

    person: Person
    managed: Managed
    step: int | None = None
    edited: bool = False


async def due(tx: Transaction, world: World) -> list[OpeningNotice]:
    """The notices to send now: none while all sends are held."""
    if await held_sends.held(tx) is not None:
        return []
    await steer(tx, world)
    waiting = [c for c in world.all_consultations if opening.asked_step(c) is not None]
    decided = await steps.untold(tx, *ENDS)
    if not waiting and not decided:
        return []
    staff = {
        person.staff.id: person
        for person in await staff_in_post(tx, world)
        if person.staff is not None and is_reached(person)
    }
    notices = []
    for consultation in waiting:
        for one in await opening.asked_about(tx, consultation):
            person = staff.get(one.staff_id)
            if person is None or person.staff is None or one.was_asked:
                continue
            shown = await managing.of(tx, world, person.staff, consultation)
            if shown.asks_me:
                notices.append(OpeningNotice(person, shown))
    for slug, step in decided:
        person = staff.get(await _concerned(tx, slug, step) or 0)
        found = world.loaded.consultations.get(slug)
        if person is None or person.staff is None or found is None:
            await steps.mark_told(tx, step.id, world.now())
            continue
        shown = await managing.of(tx, world, person.staff, found.consultation)
        may_say_why = step.act is SteeringAct.DECLINED and world.now() - step.at <= TAKEN_WITHIN
        if not may_say_why or shown.why:
            edited = step.act is SteeringAct.VOIDED
            notices.append(OpeningNotice(person, shown, step.id, edited=edited))
    return notices


async def mark_told(tx: Transaction, world: World, notice: OpeningNotice) -> None:
    """This person has it."""
    now, member = world.now(), notice.person.staff
    if notice.step is not None:
        await steps.mark_told(tx, notice.step, now)
    elif member is not None:
        slug = notice.managed.consultation.slug
        await approvals.mark_asked(tx, ApprovalSubject.OPENING, slug, member.id, now)


async def _concerned(tx: Transaction, slug: str, decided: SteeringStep) -> int | None:
    """Who has to hear of it: who asked. Where the command line asked, and an edit has cancelled the
    approval, who approved. Of what they took back themselves nobody."""
    if decided.act is SteeringAct.VOIDED and decided.reason != EDITED:
        return None
    before = [s for s in await steps.steps_of(tx, slug) if s.id < decided.id]
    asked = [s.staff_id for s in before if s.act is SteeringAct.ASKED]
    approved = [s.staff_id for s in before if s.act is SteeringAct.OPENED]
    if decided.act is SteeringAct.VOIDED and asked and asked[-1] is None:
        return approved[-1] if approved else None
    return asked[-1] if asked else None
