"""The echo: what their ward said, for everybody who answered, once results are released.

One for each release, made at a tick. Its text is made for each person when it leaves, from the
table that is released then: nothing of it is stored. See docs/decisions/0054.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from content.schema.authored import local
from content.schema.consultation import Consultation
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.consultations.steering import SteeringAct
from engagement.insight.ward_results import WardResults
from engagement.staff.rights import MAY_SEE_RESULTS
from storage.broadcasts import records
from storage.broadcasts.records import Broadcast
from storage.consultations import steps
from storage.operations import deployment
from storage.staff import members
from usecases.release import register
from usecases.release.register import Released
from usecases.world import Transaction, World

SINCE = "echoes-since"
"""The fact that holds the day on which this deployment began to send echoes."""


@dataclass(frozen=True, slots=True)
class Echo:
    """What one ward's people are sent. ``here`` is None where the table doesn't tell it apart."""

    released: Released
    ward: str
    here: WardResults | None


async def make_due(tx: Transaction, world: World) -> int:
    """Make the echo of each release that has none. Returns their number.

    Results that were promised by a day before echoes began get none: it would be years late. Where
    there is nobody in whose name it can go out yet, it waits.
    """
    since = await _since(tx, world)
    made = {register.ECHOED + rest for rest in await deployment.facts(tx, register.ECHOED)}
    count = 0
    for asked in world.all_consultations:
        if asked.hear_by < since:
            continue
        latest = await register.number_released(tx, world, asked)
        if latest is None or register.echo_fact(asked.slug, latest) in made:
            continue
        author = await _in_whose_name(tx, asked)
        if author is not None:
            await _make(tx, world, asked, latest, author)
            count += 1
    return count


async def _since(tx: Transaction, world: World) -> date:
    known = await deployment.fact(tx, SINCE)
    if known is not None:
        return date.fromisoformat(known)
    today = local(world.now(), world.library.council.timezone).date()
    await deployment.remember(tx, SINCE, today.isoformat())
    return today


async def _in_whose_name(tx: Transaction, asked: Consultation) -> int | None:
    """Who opened the questions, or else an officer: it follows from what they decided."""
    taken = await steps.steps_of(tx, asked.slug)
    opened = [s.staff_id for s in taken if s.act is SteeringAct.OPENED and s.staff_id is not None]
    if opened:
        return opened[-1]
    staff = await members.current_staff(tx)
    return next((m.id for m in staff if m.role in MAY_SEE_RESULTS), None)


async def _make(
    tx: Transaction, world: World, asked: Consultation, number: int, author: int
) -> None:
    """Through the ledger, to those who have had none of it. How many they are isn't shown."""
    made = Broadcast(
        # The same in every process, so that two of them don't make two.
        id=register.echo_id(asked.slug, number),
        kind=BroadcastKind.ECHO,
        state=BroadcastState.APPROVED,
        author=author,
        wards=asked.wards or tuple(world.library.wards),
        theme=None,
        consultation=asked.slug,
        people_shown=0,
        people_frozen=None,
        filled_to=-1,
        decided_by=None,
        reported=True,
    )
    await records.add(tx, made, "", world.now())
    await deployment.remember(tx, register.echo_fact(asked.slug, number), world.now().isoformat())


async def with_results(tx: Transaction, world: World, broadcasts: Sequence[Broadcast]) -> set[int]:
    """Those of these echoes that have results to tell of: none while it is open again."""
    found = set()
    for one in broadcasts:
        known = world.loaded.consultations.get(one.consultation or "")
        if one.kind is BroadcastKind.ECHO and known is not None:
            number = await register.number_released(tx, world, known.consultation)
            found |= {one.id} if number is not None else set()
    return found


async def released_for(
    tx: Transaction, world: World, broadcasts: Sequence[Broadcast]
) -> dict[int, Released]:
    """The results that these echoes tell of, by broadcast, of those that are released now."""
    found = {}
    for one in broadcasts:
        known = world.loaded.consultations.get(one.consultation or "")
        if one.kind is BroadcastKind.ECHO and known is not None:
            released = await register.released(tx, world, known.consultation)
            if released is not None:
                found[one.id] = released
    return found


def echo_for(released: Released, ward: str) -> Echo:
    """What the people of one ward are sent."""
    return Echo(released, ward, released.table.of_ward(ward))
