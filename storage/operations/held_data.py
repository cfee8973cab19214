"""All rows that lead to one person, of every table keyed by a contact, resident, chat or staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Table, select

from storage.broadcasts.deliveries import deliveries
from storage.broadcasts.records import broadcast_variants, broadcasts
from storage.consultations.answers import answer_history, answers, chosen
from storage.consultations.comments import comments
from storage.consultations.equality_answers import equality_answers
from storage.consultations.late_answers import late_answers
from storage.consultations.listed_texts import text_translations, text_writers
from storage.consultations.polls import poll_answers, polls
from storage.consultations.reading_marks import (
    reader_languages,
    reading_themes,
    text_filings,
    text_readings,
)
from storage.consultations.responses import responses
from storage.consultations.steps import consultation_steps
from storage.consultations.submissions import submissions
from storage.consultations.voice_notes import voice_notes
from storage.conversation.drafts import drafts
from storage.conversation.inbox import inbox
from storage.conversation.shown import shown
from storage.engine.database import Transaction
from storage.insight.export_requests import export_requests
from storage.operations.complaints import complaints
from storage.operations.deployment import audit
from storage.operations.requests import requests
from storage.operations.safety_alerts import safety_alerts
from storage.people.arrivals import arrivals
from storage.people.contacts import contacts
from storage.people.follows import follows
from storage.people.guests import guests
from storage.people.leaving import leaving
from storage.people.residents import residents
from storage.staff.approvals import approvals
from storage.staff.duties import duties
from storage.staff.members import staff, staff_wards


@dataclass(frozen=True, slots=True)
class Keys:
    """What leads to one person: their random ids, the chat, and their staff numbers."""

    person: int | None = None
    resident: int | None = None
    chat: int | None = None
    staff: tuple[int, ...] = field(default=())

    def of(self, kind: str) -> tuple[int, ...]:
        """The values of one kind of key."""
        if kind == "staff":
            return self.staff
        value = {"person": self.person, "resident": self.resident, "chat": self.chat}[kind]
        return () if value is None else (value,)


HELD: Mapping[Table, tuple[Column[Any], str]] = {
    contacts: (contacts.c.id, "person"),
    arrivals: (arrivals.c.chat_id, "chat"),
    leaving: (leaving.c.contact_id, "person"),
    residents: (residents.c.id, "resident"),
    follows: (follows.c.contact_id, "person"),
    guests: (guests.c.owner_id, "person"),
    responses: (responses.c.resident_id, "resident"),
    answers: (answers.c.resident_id, "resident"),
    chosen: (chosen.c.resident_id, "resident"),
    answer_history: (answer_history.c.resident_id, "resident"),
    comments: (comments.c.resident_id, "resident"),
    late_answers: (late_answers.c.resident_id, "resident"),
    voice_notes: (voice_notes.c.resident_id, "resident"),
    equality_answers: (equality_answers.c.resident_id, "resident"),
    text_writers: (text_writers.c.resident_id, "resident"),
    poll_answers: (poll_answers.c.resident_id, "resident"),
    deliveries: (deliveries.c.contact_id, "person"),
    complaints: (complaints.c.contact_id, "person"),
    requests: (requests.c.contact_id, "person"),
    drafts: (drafts.c.contact_id, "person"),
    shown: (shown.c.person, "person"),
    inbox: (inbox.c.lane, "chat"),
    staff: (staff.c.contact_id, "person"),
    staff_wards: (staff_wards.c.staff_id, "staff"),
    broadcasts: (broadcasts.c.author, "staff"),
    polls: (polls.c.stopped_by, "staff"),
    approvals: (approvals.c.staff_id, "staff"),
    export_requests: (export_requests.c.author, "staff"),
    consultation_steps: (consultation_steps.c.staff_id, "staff"),
    audit: (audit.c.staff_id, "staff"),
    duties: (duties.c.staff_id, "staff"),
    text_readings: (text_readings.c.staff_id, "staff"),
    text_filings: (text_filings.c.filed_by, "staff"),
    reading_themes: (reading_themes.c.added_by, "staff"),
    text_translations: (text_translations.c.translated_by, "staff"),
    reader_languages: (reader_languages.c.staff_id, "staff"),
    submissions: (submissions.c.entered_by, "staff"),
}
"""The column of each table that leads to a person, and the kind of key in it. A test holds that no
table with such a column is missing."""

WITHHELD = frozenset({safety_alerts})
"""Tables that lead to a person and are kept out of the file: somebody who hurts them may read it on
their phone. The file always says where to ask for it, so that the sentence tells nothing."""
LEDGERS = frozenset({"people_frozen", "filled_to", "joined", "corrects"})
"""What the ledger alone knows of a broadcast: how many people it went to, and the last of them;
what left in one message, and what corrects what."""
LEFT_OUT = (
    frozenset({"id", "contact_id", "resident_id", "person", "staff_id", "lane", "seq"})
    | {column.name for table in HELD for column in table.c if column.name.endswith("_by")}
    | LEDGERS
    | {"seat", "owner_id", "answering", "author_gone"}
    | {"text_id", "comment_id", "theme_id", "same_words"}
)
"""Random numbers that only tie the rows together, which members of staff dealt with them, and
numbers of other people; and what is set only once nobody is left to ask."""
OTHERS_WORDS: Mapping[Table, frozenset[str]] = {
    text_translations: frozenset({"text"}),
    submissions: frozenset({"text", "sender"}),
}
"""What staff have entered of other people's words."""
SAFETY_TOPICS = "safety"
"""The beginning of the topics of screens about words of danger. A row of one, shown to somebody
before they joined too, would tell that such words were written."""


async def staff_numbers(tx: Transaction, contact_id: int) -> tuple[int, ...]:
    """The staff numbers of a contact."""
    query = select(staff.c.id).where(staff.c.contact_id == contact_id)
    return tuple((await tx.execute(query)).scalars())


async def rows_of(tx: Transaction, keys: Keys) -> dict[str, list[dict[str, Any]]]:
    """Every row of this person by the name of its table, in the order of ``HELD``."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table, (column, kind) in HELD.items():
        values = keys.of(kind)
        if not values:
            continue
        left_out = LEFT_OUT | OTHERS_WORDS.get(table, frozenset())
        kept = [c for c in table.c if c.name not in left_out]
        query = select(*kept).where(column.in_(values)).order_by(*table.primary_key.columns)
        if table is shown:
            query = query.where(shown.c.topic.not_like(f"{SAFETY_TOPICS}%"))
        rows = [dict(row._mapping) for row in await tx.execute(query)]
        if rows:
            found[table.name] = rows
    return found


async def texts_written(tx: Transaction, staff: tuple[int, ...]) -> list[str | None]:
    """The latest English wording of every broadcast these staff wrote, in the order of
    ``rows_of``."""
    variants = broadcast_variants
    query = (
        select(broadcasts.c.id, variants.c.text)
        .outerjoin(
            variants, (variants.c.broadcast_id == broadcasts.c.id) & (variants.c.language == "en")
        )
        .where(broadcasts.c.author.in_(staff))
        .order_by(broadcasts.c.id, variants.c.version)
    )
    latest = {row.id: row.text for row in await tx.execute(query)}
    return [*latest.values()]


async def questions_asked(tx: Transaction, broadcast_ids: set[int]) -> dict[int, str]:
    """The question of each of these quick polls."""
    query = select(broadcast_variants.c.broadcast_id, broadcast_variants.c.text)
    mine = broadcast_variants.c.broadcast_id.in_(broadcast_ids)
    found = await tx.execute(query.where(mine, broadcast_variants.c.language == "en"))
    return {row.broadcast_id: row.text for row in found}


async def texts_sent(tx: Transaction, variants: set[int]) -> dict[int, str]:
    """The text of each of these variants of broadcasts."""
    query = select(broadcast_variants.c.id, broadcast_variants.c.text)
    found = await tx.execute(query.where(broadcast_variants.c.id.in_(variants)))
    return {row.id: row.text for row in found}
