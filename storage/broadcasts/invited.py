"""Who was invited to a consultation, and who of them has answered it to the end since."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, func, select

from engagement.broadcasts.audience import MOST_INVITATIONS
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.consultations.survey import ResponseState
from storage.broadcasts.deliveries import deliveries
from storage.broadcasts.records import broadcasts
from storage.consultations.responses import responses
from storage.engine.database import Transaction
from storage.people.contacts import contacts

_GETS_IT = (
    DeliveryState.QUEUED,
    DeliveryState.CLAIMED,
    DeliveryState.SENT,
    DeliveryState.UNKNOWN,
)


def invited_often(consultation: str) -> Select[int]:
    """The contacts who have had as many invitations to this consultation as anybody gets, or will
    have once what waits has gone out."""
    return (
        select(deliveries.c.contact_id)
        .join(broadcasts, broadcasts.c.id == deliveries.c.broadcast_id)
        .where(
            broadcasts.c.kind == BroadcastKind.INVITATION,
            broadcasts.c.consultation == consultation,
            deliveries.c.state.in_(_GETS_IT),
            deliveries.c.contact_id.is_not(None),
        )
        .group_by(deliveries.c.contact_id)
        .having(func.count() >= MOST_INVITATIONS)
    )


async def answered_to_the_end(
    tx: Transaction, contact_ids: Collection[int], slugs: Collection[str]
) -> set[tuple[int, str]]:
    """Which of these contacts have answered which of these consultations to the end."""
    rows = await tx.execute(
        select(contacts.c.id, responses.c.consultation)
        .join(responses, responses.c.resident_id == contacts.c.resident_id)
        .where(
            contacts.c.id.in_(contact_ids),
            responses.c.consultation.in_(slugs),
            responses.c.state == ResponseState.COMPLETE,
        )
    )
    return {(row.id, row.consultation) for row in rows}
