"""Texts that are on no reading list yet, and putting them there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, String, and_, cast, insert, or_, select, true, update

from engagement.consultations.reading import TextKind
from storage.consultations.answers import answers, voice_note_in
from storage.consultations.comments import comments
from storage.consultations.late_answers import late_answers
from storage.consultations.listed_texts import listed_texts, text_writers
from storage.consultations.voice_notes import written_note
from storage.engine.database import Transaction, upsert

NO_WORDS = '""'
"""How an answer is stored whose words were deleted."""


@dataclass(frozen=True, slots=True)
class NewText:
    """A text that somebody wrote. ``comment`` is 0 for an answer, and below 0 for a late one;
    ``was_read`` says that an earlier wording of it has been read; ``voice`` is the number of the
    voice note in which it was said, 0 for typed words; nobody has written it down where ``text`` is
    empty."""

    resident: int
    question: str
    comment: int
    text: str
    was_read: bool = False
    voice: int = 0

    @property
    def kind(self) -> TextKind:
        """An answer, a comment, or a late one of either."""
        if self.comment < 0:
            return TextKind.LATE
        return TextKind.COMMENT if self.comment else TextKind.ANSWER


@dataclass(frozen=True, slots=True)
class Group:
    """Texts with the same words, or one alone, before they are on the list."""

    number: int
    question: str
    kind: TextKind
    same_words: str
    language: str
    is_changed: bool
    from_voice: bool = False


async def new_texts(
    tx: Transaction,
    consultation: str,
    questions: Sequence[str],
    *,
    before: datetime | None,
    most: int,
) -> list[NewText]:
    """At most this many texts that are on no list: answers to ``questions`` and comments, those
    written before ``before`` if that is given; without it, what came late too."""
    found = [
        _new(r.resident_id, r.question, 0, r.value, r.written, was_read=bool(r.was_read))
        for r in await tx.execute(_answers(consultation, questions, before).limit(most))
    ]
    if len(found) < most:
        query = _comments(consultation, before).limit(most - len(found))
        found += [NewText(r.resident_id, r.question, r.id, r.text) for r in await tx.execute(query)]
    if before is None and len(found) < most:
        query = _late(consultation, questions).limit(most - len(found))
        found += [
            _new(r.resident_id, r.question, -r.id, r.value, None if r.is_comment else r.written)
            for r in await tx.execute(query)
        ]
    return found


def _new(
    resident: int,
    question: str,
    comment: int,
    value: Any,
    written: int | None,
    *,
    was_read: bool = False,
) -> NewText:
    voice = voice_note_in(value)
    if voice is not None:
        return NewText(resident, question, comment, "", was_read, voice)
    return NewText(resident, question, comment, str(value), was_read, written or 0)


def _answers(consultation: str, questions: Sequence[str], before: datetime | None) -> Select[Any]:
    writer = text_writers.c
    listed = and_(
        writer.consultation == answers.c.consultation,
        writer.resident_id == answers.c.resident_id,
        writer.question == answers.c.question,
        writer.comment_id == 0,
    )
    written = written_note(answers, is_late=False).label("written")
    columns = (answers.c.resident_id, answers.c.question, answers.c.value)
    query = (
        select(*columns, writer.was_read, written)
        .select_from(answers.outerjoin(text_writers, listed))
        .where(
            answers.c.consultation == consultation,
            answers.c.question.in_([*questions]),
            cast(answers.c.value, String) != NO_WORDS,
            or_(writer.id.is_(None), writer.waits.is_(true())),
        )
    )
    return query if before is None else query.where(answers.c.answered_at < before)


def _comments(consultation: str, before: datetime | None) -> Select[Any]:
    writer = text_writers.c
    listed = and_(
        writer.consultation == comments.c.consultation,
        writer.resident_id == comments.c.resident_id,
        writer.question == comments.c.question,
        writer.comment_id == comments.c.id,
    )
    columns = (comments.c.resident_id, comments.c.question, comments.c.id, comments.c.text)
    query = (
        select(*columns)
        .select_from(comments.outerjoin(text_writers, listed))
        .where(comments.c.consultation == consultation, writer.id.is_(None))
    )
    return query if before is None else query.where(comments.c.written_at < before)


def _late(consultation: str, questions: Sequence[str]) -> Select[Any]:
    writer, late = text_writers.c, late_answers.c
    listed = and_(
        writer.consultation == late.consultation,
        writer.resident_id == late.resident_id,
        writer.question == late.question,
        writer.comment_id == -late.id,
    )
    written = written_note(late_answers, is_late=True).label("written")
    return (
        select(late.resident_id, late.question, late.id, late.value, late.is_comment, written)
        .select_from(late_answers.outerjoin(text_writers, listed))
        .where(
            late.consultation == consultation,
            or_(late.is_comment.is_(true()), late.question.in_([*questions])),
            cast(late.value, String) != NO_WORDS,
            writer.id.is_(None),
        )
    )


GroupKey = tuple[str, str, str]
"""The question, the kind and the hash of the words of a group."""


async def groups_with(
    tx: Transaction, consultation: str, hashes: Collection[str]
) -> dict[GroupKey, int]:
    """The numbers of the groups on the list that have these words."""
    listed = listed_texts.c
    query = select(listed.id, listed.question, listed.kind, listed.same_words).where(
        listed.consultation == consultation, listed.same_words.in_([*hashes])
    )
    return {(r.question, r.kind, r.same_words): r.id for r in await tx.execute(query)}


async def taken(tx: Transaction, numbers: Collection[int]) -> set[int]:
    """Which of these numbers a text has."""
    query = select(listed_texts.c.id).where(listed_texts.c.id.in_([*numbers]))
    return {*(await tx.execute(query)).scalars()}


async def add_groups(
    tx: Transaction, consultation: str, groups: Iterable[Group], now: datetime
) -> None:
    """Put new groups on the list."""
    rows = [
        {
            "id": one.number,
            "consultation": consultation,
            "question": one.question,
            "kind": one.kind,
            "same_words": one.same_words,
            "language": one.language,
            "is_changed": one.is_changed,
            "is_there": True,
            "listed_at": now,
            "from_voice": one.from_voice,
        }
        for one in groups
    ]
    if rows:
        await tx.execute(insert(listed_texts), rows)


async def mark_changed(tx: Transaction, numbers: Sequence[int]) -> None:
    """Somebody's changed text has the words of these groups; those read before stay as they are."""
    if numbers:
        which = (listed_texts.c.id.in_([*numbers]), listed_texts.c.read_at.is_(None))
        await tx.execute(update(listed_texts).where(*which).values(is_changed=True))


async def add_writers(
    tx: Transaction, consultation: str, groups: Mapping[NewText, int | None]
) -> None:
    """Note in which group each text is; None for words of danger, which are in none."""
    rows = [
        {
            "resident_id": one.resident,
            "consultation": consultation,
            "question": one.question,
            "comment_id": one.comment,
            "text_id": group,
            "waits": False,
            "was_read": one.was_read,
        }
        for one, group in groups.items()
    ]
    key = ("consultation", "resident_id", "question", "comment_id")
    if rows:
        await tx.execute(
            upsert(tx, text_writers, key=key, change=("text_id", "waits", "was_read")), rows
        )
