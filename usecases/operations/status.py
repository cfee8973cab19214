"""/status: current alarms, the last backup, due deliveries and updates set aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from engagement.insight.ward_numbers import STEP, in_tens
from engagement.staff.rights import check_sees_status
from storage.broadcasts import election_holds
from storage.conversation import inbox
from storage.operations import alarms
from storage.operations.alarms import AlarmRow
from storage.people import residents
from usecases.broadcasts.who_decides import undecidable
from usecases.operations import safeguarding, second_people
from usecases.operations.alarms import last_backup
from usecases.operations.safeguarding import DangerWatch
from usecases.operations.second_people import Lacking
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the service. ``waiting`` is the number of deliveries due, in tens; None if there
    are some, but fewer than ``least``, the smallest number that may be shown. ``held`` is the
    number of messages that wait because of an election, ``nobodys`` whether nobody decides about
    some of them. ``lacks`` is what nobody could approve. ``posters`` are those by which enough
    people have joined, with their number in tens."""

    alarms: tuple[AlarmRow, ...]
    waiting: int | None
    least: int
    set_aside: int
    last_backup: datetime | None
    danger: DangerWatch
    lacks: Lacking
    held: int = 0
    nobodys: bool = False
    posters: tuple[tuple[str, int], ...] = ()


async def status(tx: Transaction, world: World, person: Person) -> Status:
    """The state of the service, for operators and administrators. Raises StaffOnly."""
    check_sees_status(person.staff)
    # In tens, five to nine would read as none, or as a narrower number than any other here.
    least = max(STEP, world.thresholds.smallest_cell)
    held = await election_holds.undecided(tx)
    wards = sorted({ward for found in held for ward in found.undecided_wards})
    waits = await alarms.deliveries_due(tx, world.now())
    sources = await residents.count_sources(tx)
    named = {one: n for one, n in sources.items() if n >= least}
    return Status(
        alarms=tuple(await alarms.ongoing(tx)),
        waiting=None if 0 < waits < least else in_tens(waits, world.thresholds),
        least=least,
        set_aside=len(await inbox.quarantined(tx)),
        last_backup=await last_backup(tx),
        danger=await safeguarding.watch(tx, world.now()),
        held=len(held),
        nobodys=bool(await undecidable(tx, world, wards)),
        posters=tuple((one, in_tens(n, world.thresholds)) for one, n in sorted(named.items())),
        lacks=await second_people.lacking(
            tx,
            world.all_consultations,
            every_ward=world.library.wards.keys(),
            now=world.now(),
        ),
    )
