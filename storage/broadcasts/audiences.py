"""Audiences of broadcasts: counting them, and queueing their deliveries slice by slice."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    case,
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


@dataclass(frozen=True, slots=True)
class Living:
    """The people of an audience who live in its wards: how many in each ward, zero included, and
    how many are left out because they have answered."""

    by_ward: list[int]
    answered: int

    @property
    def people(self) -> int:
        """All of them together."""
        return sum(self.by_ward)


def _lives_in(wards: Collection[str]) -> ColumnElement[bool]:
    return residents.c.ward.in_(wards)


# Subqueries that are run once: a lookup for each contact would cost more than the rest.


def _follows_one_of(wards: Collection[str]) -> ColumnElement[bool]:
    there = select(follows.c.contact_id).where(
        follows.c.kind == FollowKind.WARD, follows.c.subject.in_(wards)
    )
    return contacts.c.id.in_(there)


def _follows_only_other_themes(theme: str) -> ColumnElement[bool]:
    # The kind is written so that SQLite doesn't look for it in an index: it then reads the key in
    # its order, and sorts nothing.
    kind, is_it = follows.c.kind.concat(""), case((follows.c.subject == theme, 1), else_=0)
    others = (
        select(follows.c.contact_id)
        .where(kind == FollowKind.THEME)
        .group_by(follows.c.contact_id)
        .having(func.max(is_it) == 0)
    )
    return contacts.c.id.in_(others)


def _has_answered(consultation: str) -> ColumnElement[bool]:
    return exists().where(
        responses.c.resident_id == residents.c.id,
        responses.c.consultation == consultation,
        responses.c.state != ResponseState.STARTED,
    )


def _wants_it(audience: Audience) -> ColumnElement[bool]:
    return true() if audience.theme is None else ~_follows_only_other_themes(audience.theme)


def _is_in(audience: Audience) -> ColumnElement[bool]:
    there, found = _lives_in(audience.wards), _wants_it(audience)
    if audience.followers:
        there |= _follows_one_of(audience.wards)
    if audience.not_answered is not None:
        found &= ~_has_answered(audience.not_answered)
    return there & found


def _reachable(*columns: ColumnElement[Any]) -> Select[Any]:
    people = residents.join(contacts, contacts.c.resident_id == residents.c.id)
    return select(*columns).select_from(people).where(contacts.c.reach == Reach.REACHABLE)


async def count_by_ward(tx: Transaction, audience: Audience) -> Living:
    """The people who live in the wards of ``audience`` and would get the broadcast now."""
    answered: ColumnElement[int] = literal(0)
    if audience.not_answered is not None:
        answered = func.sum(case((_has_answered(audience.not_answered), 1), else_=0))
    query = _reachable(residents.c.ward, func.count(), answered).where(
        _lives_in(audience.wards), _wants_it(audience)
    )
    rows = (await tx.execute(query.group_by(residents.c.ward))).all()
    number = {ward: int(everybody) - int(those) for ward, everybody, those in rows}
    by_ward = [number.get(ward, 0) for ward in audience.wards]
    return Living(by_ward, answered=sum(int(those) for _, _, those in rows))


async def count_elsewhere(tx: Transaction, audience: Audience) -> int:
    """The people who live elsewhere and follow a ward of ``audience``, and would get it now."""
    if not audience.followers:
        return 0
    return await _count_among_followers(tx, audience.wards, _is_in(audience))


async def count_audience(tx: Transaction, audience: Audience) -> int:
    """The exact number of people a broadcast to ``audience`` would go to now."""
    living = await count_by_ward(tx, audience)
    return living.people + await count_elsewhere(tx, audience)


async def reaches_anybody(tx: Transaction, audience: Audience) -> bool:
    """Whether a broadcast to ``audience`` would go to anybody now."""
    living = _reachable(literal(1)).where(_lives_in(audience.wards), _is_in(audience)).limit(1)
    if (await tx.execute(living)).first() is not None:
        return True
    return await count_elsewhere(tx, audience) > 0


async def count_difference(tx: Transaction, one: Audience, other: Audience) -> int:
    """The number of people who are in exactly one of two audiences now."""
    in_one, in_other = (case((_is_in(each), 1), else_=0) for each in (one, other))
    differs = in_one != in_other
    wards = {*one.wards, *other.wards}
    living = _reachable(func.count()).where(_lives_in(wards), differs)
    found = int((await tx.execute(living)).scalar_one())
    if one.followers or other.followers:
        found += await _count_among_followers(tx, wards, differs)
    return found


async def _count_among_followers(
    tx: Transaction, wards: Collection[str], which: ColumnElement[bool]
) -> int:
    """How many of those who live elsewhere and follow one of these wards are such people."""
    elsewhere = ~_lives_in(wards)
    if (await tx.execute(select(residents.c.id).where(elsewhere).limit(1))).first() is None:
        return 0
    query = _reachable(func.count()).where(_follows_one_of(wards), elsewhere, which)
    return int((await tx.execute(query)).scalar_one())


def _reached(audience: Audience) -> Select[tuple[int, str]]:
    return _reachable(contacts.c.id, residents.c.ward).where(_is_in(audience))


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
