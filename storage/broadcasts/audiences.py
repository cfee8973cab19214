"""Audiences of broadcasts: counting them, and queueing their deliveries slice by slice."""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    Exists,
    Select,
    exists,
    func,
    insert,
    literal,
    select,
    true,
)

from engagement.broadcasts.audience import Audience
from engagement.broadcasts.delivery import DeliveryState, Reach
from storage.broadcasts.deliveries import AT_ONCE, deliveries
from storage.engine.database import Moment, Transaction
from storage.people.contacts import contacts
from storage.people.follows import FollowKind, follows
from storage.people.residents import residents

SLICE = 10_000


def _reached(audience: Audience) -> Select[tuple[int, str]]:
    lives_there = residents.c.ward.in_(audience.wards)
    found = (
        select(contacts.c.id, residents.c.ward)
        .join(residents, residents.c.id == contacts.c.resident_id)
        .where(contacts.c.reach == Reach.REACHABLE)
    )
    if audience.followers:
        # A subquery run once: followers are few, and a lookup for each contact would cost more than
        # the rest of the query.
        there = select(follows.c.contact_id).where(
            follows.c.kind == FollowKind.WARD, follows.c.subject.in_(audience.wards)
        )
        found = found.where(lives_there | contacts.c.id.in_(there))
    else:
        found = found.where(lives_there)
    if audience.theme is not None:
        found = found.where(
            ~_follows_theme(true()) | _follows_theme(follows.c.subject == audience.theme)
        )
    return found


def _follows_theme(which: ColumnElement[bool]) -> Exists:
    return exists().where(
        follows.c.contact_id == contacts.c.id, follows.c.kind == FollowKind.THEME, which
    )


async def count_audience(tx: Transaction, audience: Audience) -> int:
    """The exact number of people a broadcast to ``audience`` would go to now."""
    query = select(func.count()).select_from(_reached(audience).subquery())
    return int((await tx.execute(query)).scalar_one())


async def fill_slice(
    tx: Transaction, broadcast_id: int, audience: Audience, *, after: int
) -> int | None:
    """Queue the next slice of the audience, the contacts with ids above ``after``.

    Returns the last contact id queued, or None when the whole audience is queued.

    Slices keep the write lock short, so that a tap never waits long behind a large broadcast.
    """
    part = _reached(audience).where(contacts.c.id > after).order_by(contacts.c.id).limit(SLICE)
    chosen = part.subquery()
    last = (await tx.execute(select(func.max(chosen.c.id)))).scalar()
    if last is None:
        return None
    rows = select(
        literal(broadcast_id), chosen.c.id, chosen.c.ward, literal(DeliveryState.QUEUED.value),
        literal(AT_ONCE, Moment), literal(0),
    )  # fmt: skip
    columns = ["broadcast_id", "contact_id", "ward", "state", "not_before", "attempts"]
    await tx.execute(insert(deliveries).from_select(columns, rows))
    return int(last)
