"""Audiences of broadcasts: counting them, and queueing their deliveries slice by slice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    case,
    exists,
    func,
    insert,
    literal,
    select,
)

from engagement.broadcasts.audience import Audience, WardPeople
from engagement.broadcasts.delivery import DeliveryState, Reach
from engagement.consultations.survey import ResponseState
from storage.broadcasts.corrections import got_it_before
from storage.broadcasts.deliveries import AT_ONCE, deliveries
from storage.broadcasts.echoes import took_part
from storage.broadcasts.invited import invited_often
from storage.consultations.polls import who_answered
from storage.consultations.responses import responses
from storage.engine.database import Moment, Transaction
from storage.people.contacts import contacts
from storage.people.follows import FollowKind, follows

SLICE = 10_000
_REACHABLE = contacts.c.reach == Reach.REACHABLE


async def count_by_ward(tx: Transaction, audience: Audience) -> list[WardPeople]:
    """The people of each ward of ``audience`` who can be reached now, in its order.

    People who live in one of the wards and follow another are counted in both. Those whom a theme
    leaves out are counted and taken off, so that nobody else is looked at twice. Those who are left
    out or included because they answered make no difference (decision 0032).
    """
    living = _by(contacts.c.ward).where(contacts.c.ward.in_(audience.wards))
    following = _following(audience.wards)
    live, follow = await _numbers(tx, living), await _numbers(tx, following)
    live_out, follow_out = Counter[str](), Counter[str]()
    if audience.theme is not None:
        others = _only_other_themes(audience.theme).subquery()
        key = contacts.c.id == others.c.contact_id
        live_out += await _numbers(tx, _of_these(others, key))
        follow_out += await _numbers(tx, following.where(_has_only_other_themes(audience.theme)))
    return [
        WardPeople(live[w], follow[w], live[w] - live_out[w], follow[w] - follow_out[w])
        for w in audience.wards
    ]


async def _numbers(tx: Transaction, query: Select[str | None, int]) -> Counter[str]:
    """What a query counted, by ward: Python sees a row for each ward, never one for each person."""
    return Counter({ward: number for ward, number in await tx.execute(query) if ward is not None})


def _by(ward: ColumnElement[str]) -> Select[str | None, int]:
    return select(ward, func.count()).where(_REACHABLE).group_by(ward)


def _of_these(few: FromClause, key: ColumnElement[bool]) -> Select[str | None, int]:
    """Of people found elsewhere, those of each ward who can be reached; under None the others.

    The outer join makes SQLite begin with the few, not with everybody who can be reached.
    """
    joined = few.outerjoin(contacts, key & _REACHABLE)
    return select(contacts.c.ward, func.count()).select_from(joined).group_by(contacts.c.ward)


def _following(wards: Collection[str]) -> Select[str | None, int]:
    """Those who follow each of these wards and live elsewhere."""
    return (
        _by(follows.c.subject)
        .join(contacts, contacts.c.id == follows.c.contact_id)
        .where(
            follows.c.kind == FollowKind.WARD,
            follows.c.subject.in_(wards),
            contacts.c.ward != follows.c.subject,
        )
    )


def _only_other_themes(theme: str) -> Select[int]:
    """All contacts who follow themes, but not this one, in one pass."""
    # The kind is written so that SQLite doesn't look for it in an index: it then reads the key in
    # its order, and sorts nothing.
    kind, is_it = follows.c.kind.concat(""), case((follows.c.subject == theme, 1), else_=0)
    return (
        select(follows.c.contact_id)
        .where(kind == FollowKind.THEME)
        .group_by(follows.c.contact_id)
        .having(func.max(is_it) == 0)
    )


def _has_only_other_themes(theme: str) -> ColumnElement[bool]:
    """The same, asked of each contact: cheaper where they are few."""
    themed = follows.alias()
    any_theme = (themed.c.contact_id == contacts.c.id, themed.c.kind == FollowKind.THEME)
    return exists().where(*any_theme) & ~exists().where(*any_theme, themed.c.subject == theme)


def _is_in(audience: Audience) -> ColumnElement[bool]:
    if audience.corrects is not None:
        return contacts.c.id.in_(got_it_before(audience.corrects))
    if audience.answered_poll is not None:
        return contacts.c.resident_id.in_(who_answered(audience.answered_poll))
    # Subqueries that are run once: a lookup for each contact would cost more than the rest.
    there: ColumnElement[bool] = contacts.c.ward.in_(audience.wards)
    if audience.followers:
        following = select(follows.c.contact_id).where(
            follows.c.kind == FollowKind.WARD, follows.c.subject.in_(audience.wards)
        )
        there |= contacts.c.ward.is_not(None) & contacts.c.id.in_(following)
    if audience.theme is not None:
        there &= contacts.c.id.not_in(_only_other_themes(audience.theme))
    if audience.not_answered is not None:
        there &= ~exists().where(
            responses.c.resident_id == contacts.c.resident_id,
            responses.c.consultation == audience.not_answered,
            responses.c.state == ResponseState.COMPLETE,
        )
        there &= contacts.c.id.not_in(invited_often(audience.not_answered))
    if audience.answered is not None:
        theirs = select(responses.c.resident_id).where(
            responses.c.consultation == audience.answered,
            responses.c.state != ResponseState.STARTED,
            responses.c.ward.in_(audience.wards),
        )
        there |= contacts.c.resident_id.in_(theirs)
    return there


async def fill_slice(
    tx: Transaction, broadcast_id: int, audience: Audience, *, after: int
) -> int | None:
    """Queue the next slice of the audience, the contacts with ids above ``after``.

    Returns the last contact id queued, or None when the whole audience is queued.

    Slices keep the write lock short, so that a tap never waits long behind a large broadcast.
    """
    # Reach is written so that SQLite walks the ids in their order and stops when the slice is full.
    reachable = contacts.c.reach.concat("") == Reach.REACHABLE
    if audience.took_part is not None:
        # Each with the ward they answered in: it stays though they have moved.
        where = contacts.c.resident_id == responses.c.resident_id
        people = select(contacts.c.id, responses.c.ward).join(responses, where)
        people = people.where(reachable, *took_part(audience.took_part))
    else:
        people = select(contacts.c.id, contacts.c.ward).where(reachable, _is_in(audience))
    chosen = people.where(contacts.c.id > after).order_by(contacts.c.id).limit(SLICE).subquery()
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
