"""Who gets an echo: those who answered a consultation on their own phone, once each."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.consultations.survey import ResponseState
from storage.broadcasts.deliveries import deliveries
from storage.broadcasts.records import broadcasts
from storage.consultations.responses import OWN_PHONE, responses
from storage.people.contacts import contacts


def took_part(consultation: str) -> tuple[ColumnElement[bool], ...]:
    """The responses of people who are counted, and whose contact has had no echo of it, nor waits
    for one: after a reopening those who have come since get one, or had stopped or blocked us."""
    had_one = (
        select(deliveries.c.contact_id)
        .join(broadcasts, broadcasts.c.id == deliveries.c.broadcast_id)
        .where(
            broadcasts.c.kind == BroadcastKind.ECHO,
            broadcasts.c.consultation == consultation,
            deliveries.c.state.not_in((DeliveryState.CANCELLED, DeliveryState.BLOCKED)),
            deliveries.c.contact_id.is_not(None),
        )
    )
    return (
        responses.c.consultation == consultation,
        responses.c.state != ResponseState.STARTED,
        OWN_PHONE,
        contacts.c.id.not_in(had_one),
    )
