"""/consultations: what is open for a resident, and each consultation's introduction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.schema.consultation import Consultation
from engagement.consultations.eligibility import check_may_answer
from engagement.consultations.lifecycle import Phase, open_for, paused_for, phase
from engagement.consultations.survey import ResponseState
from storage.consultations import responses
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Intro:
    """A consultation's purpose, shown before its first question.

    ``state`` is that of this resident's response, if they have one. ``several`` says that others
    are open too.
    """

    consultation: Consultation
    code: int
    state: ResponseState | None = None
    several: bool = False


@dataclass(frozen=True, slots=True)
class OpenList:
    """The consultations open for this resident's ward, with the state of each response, and those
    that take no answers until a moment."""

    rows: tuple[Intro, ...] = ()
    upcoming: tuple[Consultation, ...] = ()
    paused: tuple[tuple[Consultation, datetime], ...] = ()


async def list_open(tx: Transaction, world: World, person: Person) -> OpenList | Intro:
    """/consultations: the list, or the only open consultation itself. Raises NotJoined."""
    resident, ward = person.resident
    given = await responses.responses_of(tx, resident)
    known = {r.consultation: r.state for r in given}
    begun = {r.consultation for r in given if r.values}
    rows = tuple(
        Intro(c, world.loaded.consultation_codes[c.slug], known.get(c.slug))
        for c in open_for(world.all_consultations, ward, world.now(), begun)
    )
    paused = paused_for(world.all_consultations, ward, world.now(), begun)
    if len(rows) == 1 and not paused:
        return rows[0]
    upcoming = tuple(
        c
        for c in world.all_consultations
        if c.is_for(ward) and phase(c, world.now()) is Phase.UPCOMING
    )
    return OpenList(rows=rows, upcoming=upcoming, paused=paused)


async def introduce(tx: Transaction, world: World, person: Person, code: int) -> Intro:
    """One consultation's purpose, and the state of this resident's response.

    Raises NotJoined, OldButton and what ``check_may_answer`` raises.
    """
    resident, ward = person.resident
    found = world.consultation_coded(code)
    response = await responses.response_of(tx, resident, found.consultation.slug)
    check_may_answer(
        found.consultation,
        ward=ward,
        answered_from=response.ward if response and response.values else None,
        now=world.now(),
    )
    several = len(open_for(world.all_consultations, ward, world.now())) > 1
    return Intro(found.consultation, code, response.state if response else None, several)
