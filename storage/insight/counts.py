"""True counts of answers, for the acts that apply disclosure control to them. Answers given on
somebody else's phone are in none of them: see docs/decisions/0050."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Table, func, select

from engagement.consultations.survey import ResponseState
from storage.consultations.answers import answer_history, answers, chosen
from storage.consultations.responses import OWN_PHONE, on_shared_phones, responses
from storage.engine.database import Transaction
from storage.people.contacts import contacts
from storage.people.guests import guests


async def count_wards(tx: Transaction, consultation: str) -> dict[str, int]:
    """The number of people with at least one answer, by the ward of their response."""
    here = (responses.c.consultation == consultation, responses.c.state != ResponseState.STARTED)
    found = await _own(tx, responses, (responses.c.ward,), here, consultation)
    return {ward: people for (ward,), people in found.items()}


async def count_asked_all(tx: Transaction, consultation: str) -> int:
    """The number of people with at least one answer who are asked more than the short form."""
    here = (responses.c.consultation == consultation, responses.c.state != ResponseState.STARTED)
    whole = (*here, responses.c.short.is_(False))
    return (await _own(tx, responses, (), whole, consultation))[()]


async def count_answered(tx: Transaction, consultation: str) -> dict[str, int]:
    """The number of people who have answered, by question."""
    here = (answers.c.consultation == consultation,)
    found = await _own(tx, answers, (answers.c.question,), here, consultation)
    return {question: people for (question,), people in found.items()}


async def count_chosen(tx: Transaction, consultation: str) -> dict[tuple[str, str], int]:
    """The number of people by question and option."""
    by, here = (chosen.c.question, chosen.c.option), (chosen.c.consultation == consultation,)
    found = await _own(tx, chosen, by, here, consultation)
    return {(question, option): people for (question, option), people in found.items()}


async def _own(
    tx: Transaction,
    table: Table,
    by: tuple[ColumnElement[str], ...],
    here: tuple[ColumnElement[bool], ...],
    consultation: str,
) -> Counter[tuple[str, ...]]:
    """The rows of a table that are ``here``, counted ``by`` columns, less those on somebody else's
    phone. They are few: to read them is faster than to look at the phone of everybody."""
    every = select(*by, func.count()).where(*here).group_by(*by)
    is_theirs = table.c.resident_id.in_(on_shared_phones(consultation))
    theirs = select(table.c.resident_id, *by).where(*here, is_theirs)
    found: Counter[tuple[str, ...]] = Counter()
    found.update({tuple(row[:-1]): row[-1] for row in await tx.execute(every)})
    found.subtract(tuple(row[1:]) for row in await tx.execute(theirs))
    return +found


async def changed_since(
    tx: Transaction, consultation: str, since: datetime, text_questions: Collection[str]
) -> int:
    """The number of people with an answer at ``since`` whose last answer to a question is another
    one now; own words apart, which are in no table. Those who have come since are not among them:
    how many they are would tell how many have come to a small ward."""
    history = answer_history.c
    here = (history.consultation == consultation, history.question.not_in([*text_questions]))
    by_question = (history.resident_id, history.question)
    then = select(func.max(history.id)).where(*here, history.answered_at <= since)
    known = select(*by_question, history.value).where(
        history.id.in_(then.group_by(*by_question)),
        history.resident_id.in_(
            select(history.resident_id).where(*here, history.answered_at > since)
        ),
    )
    before = {(row[0], row[1]): row.value for row in await tx.execute(known)}
    now = select(func.max(history.id)).where(*here, history.answered_at > since)
    changed = select(*by_question, history.value).where(history.id.in_(now.group_by(*by_question)))
    found = await tx.execute(changed)
    counted = {resident for resident, _ in before}
    other = {row[0] for row in found if before.get((row[0], row[1]), []) != row.value}
    shared = (await tx.execute(on_shared_phones(consultation))).scalars()
    return len((other & counted).difference(shared))


@dataclass(frozen=True, slots=True)
class OnlyWords:
    """Somebody who has answered nothing but questions in their own words: the ward of their
    response, whether they took the short form, and their answers by question."""

    ward: str
    short: bool = False
    resident: int = field(default=0, repr=False)
    texts: dict[str, str] = field(default_factory=dict, repr=False)


async def answered_only_in_words(
    tx: Transaction, consultation: str, text_questions: Collection[str]
) -> list[OnlyWords]:
    """Everybody who has answered ``text_questions`` and no others, on their own phone."""
    return await _only_in_words(tx, consultation, text_questions, OWN_PHONE)


async def phones_shared(
    tx: Transaction, consultation: str, text_questions: Collection[str]
) -> tuple[dict[int, int], list[OnlyWords]]:
    """The contact that owns the phone, by resident, of everybody with an answer who gave it on
    somebody else's phone and is still linked to it; and who of them has answered
    ``text_questions`` and no others."""
    query = (
        select(contacts.c.resident_id, guests.c.owner_id)
        .join(guests, guests.c.seat == contacts.c.chat_id)
        .join(responses, responses.c.resident_id == contacts.c.resident_id)
        .where(
            responses.c.consultation == consultation,
            responses.c.state != ResponseState.STARTED,
            ~OWN_PHONE,
        )
    )
    phones = {row.resident_id: row.owner_id for row in await tx.execute(query)}
    return phones, await _only_in_words(tx, consultation, text_questions, ~OWN_PHONE)


async def _only_in_words(
    tx: Transaction, consultation: str, text_questions: Collection[str], which: ColumnElement[bool]
) -> list[OnlyWords]:
    other = answers.alias("other")
    others = select(other.c.question).where(
        other.c.resident_id == answers.c.resident_id,
        other.c.consultation == consultation,
        other.c.question.not_in([*text_questions]),
    )
    query = (
        select(
            answers.c.resident_id,
            responses.c.ward,
            responses.c.short,
            answers.c.question,
            answers.c.value,
        )
        .join(
            responses,
            (responses.c.resident_id == answers.c.resident_id)
            & (responses.c.consultation == answers.c.consultation),
        )
        .where(answers.c.consultation == consultation, ~others.exists(), which)
    )
    found: dict[int, OnlyWords] = {}
    for row in await tx.execute(query):
        known = found.setdefault(
            row.resident_id, OnlyWords(row.ward, bool(row.short), row.resident_id)
        )
        known.texts[row.question] = str(row.value)
    return [*found.values()]


async def asked_since(tx: Transaction, since: datetime) -> list[int]:
    """Contacts who are at a question they reached at ``since`` or later."""
    query = (
        select(contacts.c.id)
        .join(responses, responses.c.resident_id == contacts.c.resident_id)
        .where(responses.c.position.is_not(None), responses.c.updated_at >= since)
        .distinct()
    )
    return [*(await tx.execute(query)).scalars()]
