"""What waits because of an election, for those who have to decide: at most one message a day."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from content.schema.authored import local
from engagement.broadcasts.election_hold import is_to_tell
from engagement.staff.duties import Duty
from engagement.staff.rights import MAY_SEE_RESULTS, alarm_recipients
from storage.broadcasts import election_holds
from storage.operations import deployment
from storage.people import duty_holders
from usecases.broadcasts import held_sends
from usecases.broadcasts.before_election import note_all
from usecases.broadcasts.who_decides import deciding, is_reached, nobody_decides
from usecases.people.identify import Person, staff_in_post
from usecases.world import Transaction, World

TOLD = "held-told"
"""The fact that holds who was told of which messages, and on which day."""


@dataclass(frozen=True, slots=True)
class HoldNotice:
    """These messages wait for this person. ``on_duty``: they decide about them; otherwise nobody
    has that duty for some of their wards, and they can have it given."""

    person: Person
    waits: tuple[int, ...]
    on_duty: bool


async def due(tx: Transaction, world: World) -> list[HoldNotice]:
    """The notices to send now: none at night."""
    if world.is_quiet or await held_sends.held(tx) is not None:
        return []
    await note_all(tx, world)
    waits = await election_holds.undecided(tx)
    ids = [found.id for found in waits]
    if not ids:
        if await deployment.fact(tx, TOLD):
            await deployment.remember(tx, TOLD, "")
        return []
    everybody = await duty_holders.holders(tx, Duty.MONITORING_OFFICER)
    staff = [p for p in await staff_in_post(tx, world) if is_reached(p)]
    decided_by = {f.id: deciding(world, staff, everybody, f.undecided_wards) for f in waits}
    nobodys = {f.id for f in waits if nobody_decides(world, staff, everybody, f.undecided_wards)}
    notices = [
        HoldNotice(p, tuple(id_ for id_ in ids if p in decided_by[id_]), on_duty=True)
        for p in staff
    ]
    left = tuple(id_ for id_ in ids if id_ in nobodys)
    notices += [HoldNotice(p, left, on_duty=False) for p in _instead(staff)]
    told, today = await _told(tx), _today(world)
    return [one for one in notices if _is_due(one, told, today)]


async def mark_told(tx: Transaction, world: World, notice: HoldNotice) -> None:
    """This person has it. Of what waits no longer, nothing is kept."""
    there = {found.id for found in await election_holds.undecided(tx)}
    told = await _told(tx)
    told[_key(notice)] = (_today(world), frozenset(notice.waits))
    kept = {
        key: {"day": day.isoformat(), "told": sorted(ids & there)}
        for key, (day, ids) in told.items()
        if ids & there
    }
    await deployment.remember(tx, TOLD, json.dumps(kept))


def _instead(staff: Collection[Person]) -> list[Person]:
    """Who hears of what nobody can decide about: officers and administrators of every ward or, if
    there are none, those who hear of alarms."""
    members = [p.staff for p in staff if p.staff is not None]
    officers = [m for m in members if m.every_ward and m.role in MAY_SEE_RESULTS]
    wanted = {m.id for m in officers or alarm_recipients(members)}
    return [p for p in staff if p.staff is not None and p.staff.id in wanted]


Told = dict[str, tuple[date, frozenset[int]]]


async def _told(tx: Transaction) -> Told:
    said: Mapping[str, Mapping[str, object]] = json.loads(await deployment.fact(tx, TOLD) or "{}")
    return {
        key: (date.fromisoformat(str(one["day"])), frozenset(map(int, _numbers(one["told"]))))
        for key, one in said.items()
    }


def _numbers(found: object) -> list[int]:
    return found if isinstance(found, list) else []


def _key(notice: HoldNotice) -> str:
    number = notice.person.staff.id if notice.person.staff is not None else 0
    return f"{number}-{'decides' if notice.on_duty else 'instead'}"


def _is_due(notice: HoldNotice, told: Told, today: date) -> bool:
    day, before = told.get(_key(notice), (None, frozenset[int]()))
    return is_to_tell(notice.waits, before, last=day, today=today)


def _today(world: World) -> date:
    return local(world.now(), world.library.council.timezone).date()
