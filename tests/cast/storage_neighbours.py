"""The people, places and messages that storage tests put into a database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from engagement.broadcasts.audience import Audience
from engagement.broadcasts.delivery import DeliveryState, Reach
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.staff.rights import Role
from storage.broadcasts import audiences, claims, records
from storage.broadcasts.claims import Claimed, Settled
from storage.broadcasts.records import Broadcast
from storage.engine.database import Database, Transaction
from storage.people import contacts, residents
from storage.people.contacts import Contact
from storage.staff import members
from storage.staff.members import Invite

NOW = datetime(2022, 9, 6, 10, 30, 15, tzinfo=UTC)
ABBEY, BOOKER, CHESHAM = "E05013120", "E05013131", "E05013136"
VINTAGE = 2022
BOARD_MEMBER = 2**60 + 1
OFFICER = 2**60 + 2
PLAYGROUND = 2**59 + 1
"""The id of the broadcast about the playground."""


class HandsOfAClock:
    """A clock that only tests move."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        return self._now

    def passes(self, time: timedelta) -> None:
        self._now += time

    async def sleep(self, seconds: float) -> None:
        raise AssertionError("an act waits for nothing")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The three ids of a resident, as large as random ones are."""

    number: int

    @property
    def contact(self) -> int:
        return 2**62 + self.number

    @property
    def resident(self) -> int:
        return 2**61 + self.number

    @property
    def chat(self) -> int:
        return 7_000_000_000 + self.number


AMINA, BEN, CHLOE, DEV, ELSIE = (Neighbour(n) for n in range(1, 6))


async def move_in(
    tx: Transaction,
    *who: Neighbour,
    ward: str = ABBEY,
    reach: Reach = Reach.REACHABLE,
) -> None:
    for each in who:
        await residents.add_resident(
            tx, each.resident, ward=ward, vintage=VINTAGE, source=None, now=NOW
        )
        await contacts.add_contact(
            tx,
            Contact(
                id=each.contact,
                chat_id=each.chat,
                language="en",
                reach=reach,
                new_messages=False,
                resident_id=each.resident,
                ward=ward,
                last_heard_at=NOW,
            ),
        )


async def take_post(
    tx: Transaction,
    who: Neighbour,
    staff_id: int,
    role: Role = Role.BOARD_MEMBER,
    wards: Sequence[str] = (ABBEY,),
) -> None:
    """Add somebody who is only staff, and give them a role."""
    await contacts.add_contact(
        tx, Contact(who.contact, who.chat, "en", Reach.REACHABLE, False, None, None, NOW)
    )
    invite = Invite("-", role, f"{role} {who.number}", tuple(wards), every_ward=not wards)
    await members.give_role(tx, staff_id, who.contact, invite, NOW)


def about_the_playground(
    state: BroadcastState = BroadcastState.AWAITING_APPROVAL, *, number: int = PLAYGROUND
) -> Broadcast:
    return Broadcast(
        id=number,
        kind=BroadcastKind.UPDATE,
        state=state,
        author=BOARD_MEMBER,
        wards=(ABBEY,),
        theme=None,
        consultation=None,
        people_shown=3,
        people_frozen=None,
        filled_to=-1,
        decided_by=None,
        reported=False,
        approved_at=NOW,
    )


BOARD = Neighbour(900_001)


async def write_broadcast(
    database: Database, state: BroadcastState = BroadcastState.AWAITING_APPROVAL
) -> None:
    """Add a board member and their broadcast about the playground."""
    async with database.write() as tx:
        await take_post(tx, BOARD, BOARD_MEMBER)
        await records.add(tx, about_the_playground(state), "The playground opens.", NOW)


async def fill_ledger(database: Database, *who: Neighbour) -> None:
    """Add the broadcast about the playground, being sent to these people of Abbey."""
    await write_broadcast(database, BroadcastState.SENDING)
    async with database.write() as tx:
        await move_in(tx, *who)
        await audiences.fill_slice(tx, PLAYGROUND, Audience((ABBEY,)), after=-1)


async def claim_all(database: Database, *, most: int = 1000, me: int = 1) -> list[Claimed]:
    async with database.write() as tx:
        return await claims.claim(tx, me, most=most, now=NOW)


async def settle_as(database: Database, state: DeliveryState, *rows: int) -> None:
    async with database.write() as tx:
        await claims.settle(tx, [Settled(row, state) for row in rows], NOW)


def to_the_day(moment: datetime) -> datetime:
    """What times are cut to once somebody's link is cut, in a council that keeps UTC."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
