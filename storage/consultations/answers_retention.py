"""Retention of answers: deleting free text, and coarsening dates when a resident leaves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, false, select, update

from storage.consultations import equality_answers, voice_notes
from storage.consultations.answers import answer_history, answers, chosen, voice_note_in
from storage.consultations.comments import comments
from storage.consultations.late_answers import late_answers
from storage.consultations.listed_texts import (
    take_answer_off,
    take_comment_off,
    take_consultation_off,
    take_words_off,
)
from storage.consultations.polls import poll_answers
from storage.consultations.responses import responses
from storage.consultations.submissions import empty_submissions
from storage.engine.database import Transaction


async def delete_free_text(tx: Transaction, consultation: str, questions: Sequence[str]) -> int:
    """Delete the free text and the places in one consultation: answers to ``questions``, their
    history, all comments and the words of submissions. Returns the number of answers."""
    await _drop_counted(tx, consultation, questions)
    await take_consultation_off(tx, consultation)
    await empty_submissions(tx, consultation)
    await voice_notes.drop_of_consultation(tx, consultation)
    gone = await tx.execute(
        delete(answers).where(
            answers.c.consultation == consultation, answers.c.question.in_(questions)
        )
    )
    await tx.execute(
        delete(answer_history).where(
            answer_history.c.consultation == consultation, answer_history.c.question.in_(questions)
        )
    )
    await tx.execute(delete(comments).where(comments.c.consultation == consultation))
    late = late_answers.c
    words = late.is_comment.is_(True) | late.question.in_(questions)
    await tx.execute(delete(late_answers).where(late.consultation == consultation, words))
    return gone.rowcount


async def take_back(tx: Transaction, resident: int, consultations: Collection[str]) -> None:
    """Delete one resident's whole responses to these consultations, with all that hangs on them."""
    await take_words_off(tx, resident, consultations)
    await voice_notes.drop_of(tx, resident, consultations)
    await equality_answers.drop_of(tx, resident, consultations)
    for table in (chosen, answer_history, answers, comments, late_answers, responses):
        mine = (table.c.resident_id == resident, table.c.consultation.in_([*consultations]))
        await tx.execute(delete(table).where(*mine))


async def has_words(tx: Transaction, resident: int, questions: Mapping[str, Sequence[str]]) -> bool:
    """Whether anything that ``empty_words`` would delete holds words of this resident: a comment,
    an answer to ``questions`` by consultation, one that came late, or one that counts no more and
    is only in the history."""
    comment = select(comments.c.id).where(comments.c.resident_id == resident).limit(1)
    if (await tx.execute(comment)).first() is not None:
        return True
    for table in (answers, answer_history, late_answers):
        is_comment = late_answers.c.is_comment if table is late_answers else false()
        query = select(table.c.consultation, table.c.question, table.c.value, is_comment)
        for slug, key, value, is_extra in await tx.execute(
            query.where(table.c.resident_id == resident)
        ):
            if is_extra or (value and key in questions.get(slug, ())):
                return True
    return False


async def empty_words(
    tx: Transaction, resident: int, questions: Mapping[str, Sequence[str]]
) -> None:
    """Empty what one resident wrote: the answers to ``questions``, by consultation, stay as answers
    without words, so that sums hold; their history, all comments and what came after the close are
    deleted."""
    await take_words_off(tx, resident)
    await voice_notes.drop_of(tx, resident)
    await _empty(tx, resident, questions)
    await tx.execute(delete(comments).where(comments.c.resident_id == resident))
    late = late_answers.c
    theirs = late.resident_id == resident
    await tx.execute(delete(late_answers).where(theirs, late.is_comment.is_(True)))


async def empty_places(
    tx: Transaction, resident: int, questions: Mapping[str, Sequence[str]]
) -> None:
    """Empty the places that one resident sent in answer to ``questions``, by consultation. They are
    in no count any more; a table that is released already stays as it is."""
    await _empty(tx, resident, questions)
    for consultation, keys in questions.items():
        await _drop_counted(tx, consultation, keys, resident)


async def has_places(
    tx: Transaction, resident: int, questions: Mapping[str, Sequence[str]]
) -> bool:
    """Whether anything that ``empty_places`` would delete holds a place."""
    for table in (answers, answer_history, late_answers):
        query = select(table.c.consultation, table.c.question, table.c.value)
        for slug, key, value in await tx.execute(query.where(table.c.resident_id == resident)):
            if value and key in questions.get(slug, ()):
                return True
    return False


async def _empty(tx: Transaction, resident: int, questions: Mapping[str, Sequence[str]]) -> None:
    """Empty these answers, so that they stay as answers; delete their history and what came after
    the close."""
    for consultation, keys in questions.items():
        for table in (answers, answer_history, late_answers):
            mine = (
                table.c.resident_id == resident,
                table.c.consultation == consultation,
                table.c.question.in_(keys),
            )
            if table is answers:
                await tx.execute(update(answers).where(*mine).values(value=""))
            else:
                await tx.execute(delete(table).where(*mine))


async def _drop_counted(
    tx: Transaction, consultation: str, questions: Sequence[str], resident: int | None = None
) -> None:
    """Delete what is counted of these questions, of one resident or of all."""
    counted = chosen.c
    these = [counted.consultation == consultation, counted.question.in_(questions)]
    if resident is not None:
        these.append(counted.resident_id == resident)
    await tx.execute(delete(chosen).where(*these))


async def empty_voices(tx: Transaction, resident: int) -> None:
    """Delete the voice of one resident: a sound tells who speaks. What was written down stays as
    words; an answer that nobody has written down stays as one without words, so that sums hold."""
    for table in (answers, answer_history, late_answers):
        keys = [*table.primary_key.columns]
        query = select(*keys, *({table.c.question, table.c.consultation} - {*keys}), table.c.value)
        for row in (await tx.execute(query.where(table.c.resident_id == resident))).all():
            if voice_note_in(row.value) is None:
                continue
            same = [column == getattr(row, column.name) for column in keys]
            await tx.execute(update(table).where(*same).values(value=""))
            await take_answer_off(tx, resident, row.consultation, row.question)
            if table is late_answers:
                await take_comment_off(tx, resident, -row.id)
    await voice_notes.drop_of(tx, resident)


async def coarsen_answering(
    tx: Transaction, resident: int, day: Callable[[datetime], datetime]
) -> None:
    """Replace the times of a resident's responses, answers and comments by what ``day`` makes of
    them."""
    for table, names in (
        (responses, ("started_at", "updated_at", "completed_at")),
        (answers, ("answered_at",)),
        (answer_history, ("answered_at",)),
        (comments, ("written_at",)),
        (late_answers, ("received_at",)),
        (poll_answers, ("answered_at",)),
    ):
        keys = [*table.primary_key.columns]
        rows = (
            await tx.execute(
                select(*keys, *(table.c[n] for n in names)).where(table.c.resident_id == resident)
            )
        ).all()
        for row in rows:
            days = {name: at and day(at) for name in names for at in [getattr(row, name)]}
            same = [column == getattr(row, column.name) for column in keys]
            await tx.execute(update(table).where(*same).values(days))


async def renew_receipt(tx: Transaction, resident: int, consultation: str, receipt: str) -> bool:
    """Give a response another receipt. Returns False if that one is taken."""
    taken = select(responses.c.receipt).where(responses.c.receipt == receipt)
    if (await tx.execute(taken)).first() is not None:
        return False
    await tx.execute(
        update(responses)
        .where(responses.c.resident_id == resident, responses.c.consultation == consultation)
        .values(receipt=receipt)
    )
    return True
