"""The messages shown in each chat, so that a tap edits them and a typed label finds its button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, String, Table, bindparam, delete, select, update

from storage.engine.database import Document, Transaction, metadata, upsert

shown = Table(
    "shown",
    metadata,
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("topic", String(80), primary_key=True),
    Column("message_id", BigInteger, nullable=False),
    Column("fingerprint", String(32), nullable=False),
    Column("buttons", Document, nullable=False),
)


_SHOWN_TO = select(shown).where(shown.c.person == bindparam("who"))


@dataclass(frozen=True, slots=True)
class Shown:
    """The message that shows a topic in a chat, a hash of its content, and its buttons: the data of
    each label, so that a label can be typed as well as tapped."""

    topic: str
    message_id: int
    fingerprint: str
    buttons: Mapping[str, str]


async def shown_to(tx: Transaction, person: int) -> list[Shown]:
    """The messages shown in a person's chat, one for each topic."""
    found = await tx.execute(_SHOWN_TO, {"who": person})
    return [Shown(r.topic, r.message_id, r.fingerprint, r.buttons) for r in found]


async def remember_shown(
    tx: Transaction, person: int, now_shown: Sequence[Shown], gone: Sequence[str]
) -> None:
    """Store the messages that now show these topics; drop the topics in ``gone``."""
    if gone:
        await tx.execute(delete(shown).where(shown.c.person == person, shown.c.topic.in_(gone)))
    if now_shown:
        rows = [
            {
                "person": person,
                "topic": s.topic,
                "message_id": s.message_id,
                "fingerprint": s.fingerprint,
                "buttons": dict(s.buttons),
            }
            for s in now_shown
        ]
        change = ("message_id", "fingerprint", "buttons")
        await tx.execute(upsert(tx, shown, key=("person", "topic"), change=change), rows)


async def hand_over_shown(tx: Transaction, arrival_id: int, contact_id: int) -> None:
    """Give the messages shown to an arrival to the contact it has become."""
    await tx.execute(update(shown).where(shown.c.person == arrival_id).values(person=contact_id))
