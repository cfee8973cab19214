"""/mydata: everything we hold about the person who asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from content.schema.authored import local
from storage.conversation.inbox import InboxState
from storage.operations import held_data
from storage.operations.held_data import Keys
from storage.people import guests
from usecases.operations.requests import MARKING
from usecases.people.identify import Person
from usecases.people.words_of_danger import MARK, holds_danger
from usecases.world import Transaction, World

WITH_WORDS = frozenset(
    {
        "answers", "answer_history", "comments", "late_answers", "complaints", "requests",
        "drafts", "broadcasts", "approvals", "audit", "consultation_steps", "polls",
    }
)  # fmt: skip
"""Tables with what somebody wrote in words of their own, as staff too."""


LEDGER = frozenset({"broadcasts", "audit"})
"""Tables with what staff have done. Numbers of people in them are about others."""


@dataclass(frozen=True, slots=True)
class MyData:
    """All rows about one person by table, with the texts they were sent by variant, and the
    questions of quick polls they have answered. ``name`` is the name of the file. Nothing of it is
    ever logged."""

    name: str
    made_at: datetime
    rows: Mapping[str, Sequence[Mapping[str, Any]]] = field(repr=False)
    texts: Mapping[int, str] = field(repr=False)
    questions: Mapping[int, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class NothingHeld:
    """We hold nothing about this person."""


async def my_data(tx: Transaction, world: World, person: Person) -> MyData | NothingHeld:
    """Everything we hold about this person, whether or not they have joined."""
    contact = person.contact
    staff = await held_data.staff_numbers(tx, contact.id) if contact is not None else ()
    keys = Keys(
        person=person.id,
        resident=contact.resident_id if contact is not None else None,
        chat=person.chat_id,
        staff=staff,
    )
    rows = await held_data.rows_of(tx, keys)
    if "broadcasts" in rows:
        texts = await held_data.texts_written(tx, staff)
        told = zip(rows["broadcasts"], texts, strict=True)
        rows["broadcasts"] = [{"text": text, **row} for row, text in told]
    # The message with this very command is being handled, and is emptied with this commit.
    others = await guests.first_begun(tx, contact.id) if contact is not None else None
    set_aside = [row for row in rows.pop("inbox", []) if _is_told(row, others)]
    rows |= {"inbox": set_aside} if set_aside else {}
    for table in WITH_WORDS & rows.keys():
        rows[table] = [row for row in rows[table] if not _tells_of_danger(row)]
    rows = {table: kept for table, kept in rows.items() if kept}
    if "drafts" in rows:
        rows["drafts"] = [_without_others(row) for row in rows["drafts"]]
    for table in LEDGER & rows.keys():
        rows[table] = [_without_counts(table, row) for row in rows[table]]
    if not rows:
        return NothingHeld()
    sent = {row["variant_id"] for row in rows.get("deliveries", []) if row["variant_id"]}
    there = local(world.now(), world.library.council.timezone)
    name = f"my-data-{there:%Y-%m-%d}.html"
    asked = {row["broadcast_id"] for row in rows.get("poll_answers", [])}
    return MyData(
        name,
        world.now(),
        rows,
        await held_data.texts_sent(tx, sent),
        await held_data.questions_asked(tx, asked),
    )


def _without_counts(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row without numbers of people that are shown nowhere (decision 0032). Sending takes longer
    the more people there are, so its times are to the minute."""
    if table == "audit":
        kept = {k: v for k, v in (row["detail"] or {}).items() if k not in ("people", "cancelled")}
        return {**row, "detail": kept}
    return {
        name: value.replace(second=0, microsecond=0) if isinstance(value, datetime) else value
        for name, value in row.items()
    }


def _is_told(row: Mapping[str, Any], others: datetime | None) -> bool:
    """Whether a message was set aside, and holds no words of danger. Since somebody else began to
    answer on the phone (``others``), nobody can tell whose it is."""
    if row["state"] != InboxState.QUARANTINED or (others and row["received_at"] >= others):
        return False
    return f'"{MARK}"' not in (row["payload"] or "")


def _tells_of_danger(found: Any) -> bool:
    """Whether there are words of danger anywhere in a row: somebody who hurts this person may read
    the file on their phone."""
    if isinstance(found, str):
        return holds_danger(found)
    inside = found.values() if isinstance(found, Mapping) else found
    is_many = isinstance(found, (Mapping, list, tuple))
    return is_many and any(_tells_of_danger(one) for one in inside)


def _without_others(row: Mapping[str, Any]) -> dict[str, Any]:
    """A draft without the random number of the person about whom staff are writing."""
    if row["kind"] != MARKING:
        return dict(row)
    return {**row, "data": {k: v for k, v in row["data"].items() if k != "contact"}}
