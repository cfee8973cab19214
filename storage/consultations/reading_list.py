"""A reading list as staff see it: a page of texts, one text, and their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, select, true, update

from engagement.consultations.reading import PRIME, Order, TextKind
from storage.consultations.answers import answers
from storage.consultations.comments import comments
from storage.consultations.late_answers import late_answers
from storage.consultations.listed_texts import listed_texts, text_translations, text_writers
from storage.consultations.responses import OWN_PHONE, on_shared_phones, responses
from storage.consultations.submissions import submissions
from storage.engine.database import Transaction

_LISTED = listed_texts.c


@dataclass(frozen=True, slots=True)
class ListedText:
    """One group of the same words on a reading list."""

    number: int
    consultation: str
    question: str
    kind: TextKind
    language: str
    is_changed: bool
    is_there: bool
    read_at: datetime | None
    from_voice: bool = False


async def page_of_texts(
    tx: Transaction,
    consultation: str,
    order: Order,
    *,
    read: bool,
    after: int,
    most: int,
) -> list[ListedText]:
    """The texts that follow place ``after`` in this order: those that somebody has read, or those
    that nobody has."""
    place = (_LISTED.id * order.factor) % PRIME
    query = (
        select(listed_texts)
        .where(*_on_list(consultation, read=read), place > after)
        .order_by(place)
        .limit(most)
    )
    return [_text(row) for row in await tx.execute(query)]


def _on_list(consultation: str, *, read: bool) -> tuple[ColumnElement[bool], ...]:
    was_read = _LISTED.read_at.is_not(None) if read else _LISTED.read_at.is_(None)
    return _LISTED.consultation == consultation, _LISTED.is_there.is_(true()), was_read


async def listed_text(tx: Transaction, number: int) -> ListedText | None:
    """The text with this number, also one that has left the list."""
    row = (await tx.execute(select(listed_texts).where(_LISTED.id == number))).first()
    return None if row is None else _text(row)


async def words_of(tx: Transaction, texts: Sequence[ListedText]) -> dict[int, str]:
    """The words of these texts, by number, as one of their writers has written them."""
    numbers = [one.number for one in texts]
    first = (
        select(text_writers.c.text_id, func.min(text_writers.c.id).label("writer"))
        .where(text_writers.c.text_id.in_(numbers))
        .group_by(text_writers.c.text_id)
        .subquery()
    )
    writer = text_writers.c
    answer = and_(
        answers.c.resident_id == writer.resident_id,
        answers.c.consultation == writer.consultation,
        answers.c.question == writer.question,
        writer.comment_id == 0,
    )
    late = late_answers.c.value.label("late")
    query = select(writer.text_id, answers.c.value, comments.c.text, late).select_from(
        text_writers.join(first, first.c.writer == writer.id)
        .outerjoin(answers, answer)
        .outerjoin(comments, comments.c.id == writer.comment_id)
        .outerjoin(late_answers, late_answers.c.id == -writer.comment_id)
    )
    found = {
        row.text_id: next((w for w in (row.text, row.value, row.late) if _is_words(w)), "")
        for row in await tx.execute(query)
    }
    entered = select(submissions.c.text_id, submissions.c.text).where(
        submissions.c.text_id.in_(numbers)
    )
    return found | {row.text_id: row.text for row in await tx.execute(entered)}


def _is_words(value: Any) -> bool:
    """Whether this is a text: a voice note is none before somebody has written it down."""
    return bool(value) and isinstance(value, str)


async def wards_of(tx: Transaction, number: int) -> list[str]:
    """The ward of the response of each person who wrote this text, on their own phone."""
    query = (
        select(responses.c.ward)
        .join(
            text_writers,
            (text_writers.c.resident_id == responses.c.resident_id)
            & (text_writers.c.consultation == responses.c.consultation),
        )
        .where(text_writers.c.text_id == number, OWN_PHONE)
    )
    return [*(await tx.execute(query)).scalars()]


async def count_writers(tx: Transaction, number: int) -> int:
    """The true number of people who wrote this text, for the act that guards it; without those on
    somebody else's phone."""
    writer, response = text_writers.c, responses.c
    theirs = (response.resident_id == writer.resident_id) & (
        response.consultation == writer.consultation
    )
    people = select(func.count(writer.resident_id.distinct())).join_from(
        text_writers, responses, theirs
    )
    query = people.where(writer.text_id == number, OWN_PHONE)
    return int((await tx.execute(query)).scalar_one())


async def count_texts(tx: Transaction, consultation: str, *, read: bool) -> int:
    """The number of texts on the list that people wrote. The same words are one text, however many
    sent them: so this tells whoever reads the list nothing that they don't see in it."""
    by_people = _LISTED.kind != TextKind.SUBMISSION.value
    query = select(func.count()).where(*_on_list(consultation, read=read), by_people)
    return int((await tx.execute(query)).scalar_one())


async def count_submissions(tx: Transaction, consultation: str, *, read: bool) -> int:
    """The number of submissions on the list."""
    entered = _LISTED.kind == TextKind.SUBMISSION.value
    query = select(func.count()).where(*_on_list(consultation, read=read), entered)
    return int((await tx.execute(query)).scalar_one())


async def count_kept_back(tx: Transaction, consultation: str) -> int:
    """The true number of people whose words of danger are on no list, for the act that guards
    it; without those on somebody else's phone."""
    writer = text_writers.c
    query = select(func.count(writer.resident_id.distinct())).where(
        writer.consultation == consultation,
        writer.text_id.is_(None),
        writer.waits.is_not(True),
        writer.resident_id.not_in(on_shared_phones(consultation)),
    )
    return int((await tx.execute(query)).scalar_one())


async def lists_with_texts(tx: Transaction) -> set[str]:
    """The consultations with a text on their list."""
    query = select(_LISTED.consultation).where(_LISTED.is_there.is_(true())).distinct()
    return {*(await tx.execute(query)).scalars()}


async def words_came(tx: Transaction, number: int, language: str) -> None:
    """A voice note was written down, in this language. If an earlier wording was read, the text is
    one that has changed and is to be read. A translation of an earlier wording goes."""
    await tx.execute(delete(text_translations).where(text_translations.c.text_id == number))
    row = (await tx.execute(select(_LISTED.read_at).where(_LISTED.id == number))).first()
    change: dict[str, Any] = {"language": language}
    if row is not None and row.read_at is not None:
        change |= {"is_changed": True, "read_at": None}
    await tx.execute(update(listed_texts).where(_LISTED.id == number).values(**change))


async def set_language(tx: Transaction, number: int, language: str) -> None:
    """Correct the language of a text."""
    await tx.execute(update(listed_texts).where(_LISTED.id == number).values(language=language))


def _text(row: Any) -> ListedText:
    return ListedText(
        number=row.id,
        consultation=row.consultation,
        question=row.question,
        kind=TextKind(row.kind),
        language=row.language,
        is_changed=bool(row.is_changed),
        is_there=bool(row.is_there),
        read_at=row.read_at,
        from_voice=bool(row.from_voice),
    )
