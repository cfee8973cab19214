"""Audiences of broadcasts: counting them, and queueing their deliveries slice by slice."""

from __future__ import annotations

from collections.abc import Collection
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

from engagement.broadcasts.audience import Audience, WardPeople
from engagement.broadcasts.delivery import DeliveryState, Reach
from engagement.consultations.survey import ResponseState
from storage.broadcasts.deliveries import AT_ONCE, deliveries
from storage.consultations.responses import responses
from storage.engine.database import Moment, Transaction
from storage.people.contacts import contacts
from storage.people.follows import FollowKind, follows
from storage.people.residents import residents

SLICE = 10_000


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


def _has_yet_to(audience: Audience) -> ColumnElement[bool]:
    return true() if audience.not_answered is None else ~_has_answered(audience.not_answered)


def _is_in(audience: Audience) -> ColumnElement[bool]:
    there = _lives_in(audience.wards)
    if audience.followers:
        there |= _follows_one_of(audience.wards)
    return there & _wants_it(audience) & _has_yet_to(audience)


def _reachable(*columns: ColumnElement[Any]) -> Select[Any]:
    people = residents.join(contacts, contacts.c.resident_id == residents.c.id)
    return select(*columns).select_from(people).where(contacts.c.reach == Reach.REACHABLE)


async def count_by_ward(tx: Transaction, audience: Audience) -> list[WardPeople]:
    """The people of each ward of ``audience`` who can be reached now, in its order.

    Who lives in one of the wards and follows another is counted in both.
    """
    left_in: ColumnElement[int] = func.count()
    wants: ColumnElement[int] = func.count()
    if audience.is_filtered:
        left_in = func.sum(case((_wants_it(audience) & _has_yet_to(audience), 1), else_=0))
        wants = func.sum(case((_wants_it(audience), 1), else_=0))
    living = await tx.execute(
        _reachable(residents.c.ward, func.count(), left_in)
        .where(_lives_in(audience.wards))
        .group_by(residents.c.ward)
    )
    lives = {ward: (int(everybody), int(those)) for ward, everybody, those in living}
    following = await tx.execute(
        _reachable(follows.c.subject, func.count(), wants)
        .join(follows, follows.c.contact_id == contacts.c.id)
        .where(
            follows.c.kind == FollowKind.WARD,
            follows.c.subject.in_(audience.wards),
            residents.c.ward != follows.c.subject,
        )
        .group_by(follows.c.subject)
    )
    follow = {ward: (int(everybody), int(those)) for ward, everybody, those in following}
    counted = ((lives.get(ward, (0, 0)), follow.get(ward, (0, 0))) for ward in audience.wards)
    return [WardPeople(lives[0], follow[0], lives[1], follow[1]) for lives, follow in counted]


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
