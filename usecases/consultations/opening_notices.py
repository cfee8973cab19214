"""Openings to approve, for those who are asked; and what came of it, for the person who asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engagement.consultations.steering import SteeringAct, SteeringStep
from engagement.staff.approvals import ApprovalSubject
from storage.consultations import steps
from storage.staff import approvals, members
from usecases.broadcasts import held_sends
from usecases.broadcasts.decline_reason import TAKEN_WITHIN
from usecases.broadcasts.declined import reason_of
from usecases.broadcasts.who_decides import is_reached
from usecases.consultations import managing, opening
from usecases.consultations.managing import Managed
from usecases.consultations.opening_over import ENDS
from usecases.people.identify import Person, staff_in_post
from usecases.world import EDITED, LEFT, Transaction, World, steer


@dataclass(frozen=True, slots=True)
class OpeningNotice:
    """One consultation to show to one member of staff: to be approved, or decided by now, in the
    decision ``step``. ``who`` decided, and ``why`` as they wrote it. ``edited``: its file was
    changed, so that the approval counts no more. ``asked_again``: somebody has been asked since."""

    person: Person
    managed: Managed
    step: SteeringStep | None = None
    who: str = ""
    why: str = ""
    edited: bool = False
    asked_again: bool = False


@dataclass(frozen=True, slots=True)
class _Decided:
    """Who has to hear of a decision, why it was declined, and whether another came after it."""

    concerned: int | None
    why: str
    is_over: bool


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
        found = await _about(tx, slug, step)
        if _may_say_why(world, step) and not found.why:
            continue
        told = await _notice(tx, world, staff, slug, step, found)
        if told is None:
            await steps.mark_told(tx, step.id, world.now())
        else:
            notices.append(told)
    return notices


async def mark_told(tx: Transaction, world: World, notice: OpeningNotice) -> None:
    """This person has it."""
    now, member = world.now(), notice.person.staff
    if notice.step is not None:
        await steps.mark_told(tx, notice.step.id, now)
    elif member is not None:
        slug = notice.managed.consultation.slug
        await approvals.mark_asked(tx, ApprovalSubject.OPENING, slug, member.id, now)


def _may_say_why(world: World, step: SteeringStep) -> bool:
    return step.act is SteeringAct.DECLINED and world.now() - step.at <= TAKEN_WITHIN


async def _notice(
    tx: Transaction,
    world: World,
    staff: Mapping[int, Person],
    slug: str,
    step: SteeringStep,
    found: _Decided,
) -> OpeningNotice | None:
    """What to send about this decision; None where nobody has to hear of it. What another decision
    has overtaken says nothing any more, but a reason is passed on."""
    person = staff.get(found.concerned or 0)
    in_force = world.loaded.consultations.get(slug)
    if person is None or person.staff is None or in_force is None:
        return None
    if found.is_over and not found.why:
        return None
    who = await members.label_of(tx, step.staff_id) if step.staff_id else ""
    shown = await managing.of(tx, world, person.staff, in_force.consultation)
    edited = step.act is SteeringAct.VOIDED and step.reason in (EDITED, LEFT)
    why = found.why or step.reason
    return OpeningNotice(person, shown, step, who or "", why, edited, asked_again=found.is_over)


async def _about(tx: Transaction, slug: str, decided: SteeringStep) -> _Decided:
    """Who asked has to hear of it; of what they took back themselves nobody. Where the command line
    asked, and the approval was taken back or cancelled by an edit, who approved."""
    every = await steps.steps_of(tx, slug)
    before = [s for s in every if s.id < decided.id]
    after = [s for s in every if s.id > decided.id and s.act in (SteeringAct.ASKED, *ENDS)]
    why = ""
    if decided.act is SteeringAct.DECLINED and decided.staff_id is not None:
        by = decided.staff_id
        if not any(s.act is SteeringAct.DECLINED and s.staff_id == by for s in after):
            why = await reason_of(tx, ApprovalSubject.OPENING, slug, by)
    asked = next((s for s in reversed(before) if s.act is SteeringAct.ASKED), None)
    concerned = asked.staff_id if asked is not None else None
    if decided.act is SteeringAct.VOIDED and asked is not None:
        if concerned is None:
            yes = [s for s in before if s.act is SteeringAct.OPENED and s.id > asked.id]
            concerned = yes[-1].staff_id if yes else None
        if concerned == decided.staff_id:
            concerned = None
    return _Decided(concerned, why, is_over=bool(after))
