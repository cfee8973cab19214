"""Audiences of broadcasts: counting them, and queueing their deliveries slice by slice."""

from __future__ import annotations

from collections.abc import Collection

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
from engagement.consultations.survey import ResponseState
from storage.broadcasts.deliveries import AT_ONCE, deliveries
from storage.consultations.responses import responses
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
    if audience.not_answered is not None:
        answered = exists().where(
            responses.c.resident_id == contacts.c.resident_id,
            responses.c.consultation == audience.not_answered,
            responses.c.state != ResponseState.STARTED,
        )
        found = found.where(~answered)
    return found


def _follows_theme(which: ColumnElement[bool]) -> Exists:
    return exists().where(
        follows.c.contact_id == contacts.c.id, follows.c.kind == FollowKind.THEME, which
    )


async def count_audience(tx: Transaction, audience: Audience) -> int:
    """The exact number of people a broadcast to ``audience`` would go to now."""
    query = select(func.count()).select_from(_reached(audience).subquery())
    return int((await tx.execute(query)).scalar_one())


async def count_by_ward(tx: Transaction, wards: Collection[str]) -> list[int]:
    """The number of people who live in each of ``wards`` and can be reached, zero included."""
    lives_there = _reached(Audience(tuple(wards))).subquery()
    query = select(lives_there.c.ward, func.count()).group_by(lives_there.c.ward)
    found = {ward: int(count) for ward, count in await tx.execute(query)}
    return [found.get(ward, 0) for ward in wards]


async def count_difference(tx: Transaction, one: Audience, other: Audience) -> int:
    """The number of people who are in exactly one of two audiences now."""
    first, second = _reached(one).subquery(), _reached(other).subquery()
    both = first.join(second, first.c.id == second.c.id)
    in_both = (await tx.execute(select(func.count()).select_from(both))).scalar_one()
    sizes = await count_audience(tx, one) + await count_audience(tx, other)
    return sizes - 2 * int(in_both)


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
