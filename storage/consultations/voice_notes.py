"""Voice notes that answer a question, and their sounds: in a table of their own, so that reading a
note's row never reads its bytes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    ScalarSelect,
    String,
    Table,
    and_,
    delete,
    false,
    func,
    insert,
    select,
    update,
)

from engagement.consultations.voice import LONGEST_FILE_ID, NoteState
from storage.consultations.listed_texts import text_writers
from storage.engine.database import Moment, Transaction, metadata

voice_notes = Table(
    "voice_notes",
    metadata,
    # Random: a number that went up would tell which note came last.
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("resident_id", BigInteger, nullable=False),
    Column("consultation", String(64), nullable=False),
    Column("question", String(40), nullable=False),
    Column("is_late", Boolean, nullable=False),
    # Empty as soon as the sound is here, or given up.
    Column("file_id", String(LONGEST_FILE_ID)),
    Column("seconds", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_try_at", Moment),
    Column("sent_at", Moment, nullable=False),
    # Whether its author has heard that it could not be fetched.
    Column("is_told", Boolean, nullable=False),
    Column("written_at", Moment),
    Column("written_by", ForeignKey("staff.id")),
    # Its author was forgotten during a legal hold: it goes at the hold's end.
    Column("author_gone", Boolean, nullable=False, server_default=false()),
    ForeignKeyConstraint(
        ["resident_id", "consultation"], ["responses.resident_id", "responses.consultation"]
    ),
)
Index("ix_voice_notes_resident", voice_notes.c.resident_id, voice_notes.c.consultation)
Index("ix_voice_notes_next", voice_notes.c.state, voice_notes.c.next_try_at)

voice_sounds = Table(
    "voice_sounds",
    metadata,
    Column(
        "note_id", BigInteger, ForeignKey("voice_notes.id"), primary_key=True, autoincrement=False
    ),
    Column("sound", LargeBinary, nullable=False),
)

_NOTE = voice_notes.c


@dataclass(frozen=True, slots=True)
class StoredNote:
    """A voice note, without its sound."""

    number: int
    resident: int
    consultation: str
    question: str
    is_late: bool
    seconds: int
    state: NoteState
    tries: int
    file_id: str | None
    written_at: datetime | None
    sent_at: datetime
    is_here: bool = False  # its sound is


_NOTES = select(voice_notes, voice_sounds.c.note_id.label("sound_id")).outerjoin(
    voice_sounds, voice_sounds.c.note_id == _NOTE.id
)


async def add(
    tx: Transaction,
    number: int,
    answers: tuple[int, str, str],
    *,
    is_late: bool,
    file_id: str,
    seconds: int,
    now: datetime,
) -> None:
    """Note a voice note that ``answers`` a question: (resident, consultation, question)."""
    resident, consultation, question = answers
    await tx.execute(
        insert(voice_notes).values(
            id=number,
            resident_id=resident,
            consultation=consultation,
            question=question,
            is_late=is_late,
            file_id=file_id,
            seconds=seconds,
            state=NoteState.WAITING,
            tries=0,
            next_try_at=now,
            sent_at=now,
            is_told=False,
        )
    )


async def to_fetch(
    tx: Transaction, now: datetime, *, but: Collection[int], most: int
) -> list[StoredNote]:
    """At most this many notes that are to be fetched now, the longest waiting first."""
    query = (
        _NOTES.where(
            _NOTE.state == NoteState.WAITING,
            _NOTE.next_try_at <= now,
            _NOTE.id.not_in([*but]),
        )
        .order_by(_NOTE.next_try_at)
        .limit(most)
    )
    return [_stored(row) for row in await tx.execute(query)]


async def keep_sound(tx: Transaction, number: int, sound: bytes) -> bool:
    """Keep the sound of a note, which needs no id at Telegram any more. False if the note has been
    replaced or deleted meanwhile."""
    waits = (_NOTE.id == number, _NOTE.state == NoteState.WAITING)
    kept = {"state": NoteState.KEPT, "file_id": None, "next_try_at": None}
    found = await tx.execute(update(voice_notes).where(*waits).values(**kept))
    if not found.rowcount:
        return False
    await tx.execute(insert(voice_sounds).values(note_id=number, sound=sound))
    return True


async def put_off(tx: Transaction, number: int, *, tries: int, until: datetime) -> None:
    """Note that a note could not be fetched, and when to try again."""
    change = {"tries": tries, "next_try_at": until}
    await tx.execute(update(voice_notes).where(_NOTE.id == number).values(**change))


async def give_up(tx: Transaction, number: int) -> StoredNote | None:
    """Note that a note is lost; its author is still to be told. None if it has been replaced or
    deleted meanwhile."""
    waits = (_NOTE.id == number, _NOTE.state == NoteState.WAITING)
    row = (await tx.execute(_NOTES.where(*waits))).first()
    lost = {"state": NoteState.LOST, "file_id": None, "next_try_at": None}
    await tx.execute(update(voice_notes).where(*waits).values(**lost))
    return None if row is None else _stored(row)


async def lost_untold(tx: Transaction) -> list[StoredNote]:
    """The lost notes whose authors haven't been told."""
    query = _NOTES.where(_NOTE.state == NoteState.LOST, _NOTE.is_told.is_(False))
    return [_stored(row) for row in await tx.execute(query)]


async def mark_told(tx: Transaction, number: int) -> None:
    """Note that the author of a lost note was told."""
    await tx.execute(update(voice_notes).where(_NOTE.id == number).values(is_told=True))


async def sound_of(tx: Transaction, number: int) -> bytes | None:
    """The sound of a note, if it is here."""
    query = select(voice_sounds.c.sound).where(voice_sounds.c.note_id == number)
    found = (await tx.execute(query)).scalar()
    return None if found is None else bytes(found)


async def sounds_held(tx: Transaction, resident: int) -> list[StoredNote]:
    """The notes of one person whose sounds are here, in the order in which they came."""
    query = _NOTES.where(
        _NOTE.resident_id == resident, voice_sounds.c.note_id.is_not(None)
    ).order_by(_NOTE.sent_at, _NOTE.id)
    return [_stored(row) for row in await tx.execute(query)]


async def has_voices(tx: Transaction, resident: int) -> bool:
    """Whether this person has a sound here or on its way: of one that was written down, or of one
    that nobody has heard."""
    waits = _NOTE.state == NoteState.WAITING
    mine = _NOTES.where(_NOTE.resident_id == resident, waits | voice_sounds.c.note_id.is_not(None))
    return (await tx.execute(mine.limit(1))).first() is not None


async def notes_of_texts(tx: Transaction, texts: Sequence[int]) -> dict[int, StoredNote]:
    """The notes behind texts on a reading list, by the text's number; those written down too."""
    writer = text_writers.c
    is_its = and_(
        _NOTE.resident_id == writer.resident_id,
        _NOTE.consultation == writer.consultation,
        _NOTE.question == writer.question,
        _NOTE.is_late == (writer.comment_id < 0),
    )
    query = (
        _NOTES.add_columns(writer.text_id)
        .join(text_writers, is_its)
        .where(writer.text_id.in_([*texts]))
    )
    return {row.text_id: _stored(row) for row in await tx.execute(query)}


def written_note(answer: Table, *, is_late: bool) -> ScalarSelect[Any]:
    """The number of the note from which each row's words in this table of answers were written
    down."""
    return (
        select(func.max(_NOTE.id))
        .where(
            _NOTE.resident_id == answer.c.resident_id,
            _NOTE.consultation == answer.c.consultation,
            _NOTE.question == answer.c.question,
            _NOTE.is_late.is_(is_late),
            _NOTE.state == NoteState.WRITTEN,
        )
        .scalar_subquery()
    )


async def mark_written(tx: Transaction, number: int, staff_id: int, now: datetime) -> None:
    """Note who has written down what a note says."""
    change = {"state": NoteState.WRITTEN, "written_at": now, "written_by": staff_id}
    await tx.execute(update(voice_notes).where(_NOTE.id == number).values(**change))


async def drop_others(
    tx: Transaction, answers: tuple[int, str, str], *, is_late: bool, but: int = 0
) -> None:
    """Delete the notes that another answer to the same question has replaced."""
    resident, consultation, question = answers
    await _drop(
        tx,
        _NOTE.resident_id == resident,
        _NOTE.consultation == consultation,
        _NOTE.question == question,
        _NOTE.is_late.is_(is_late),
        _NOTE.id != but,
    )


async def came_in_time(tx: Transaction, answers: tuple[int, str, str]) -> None:
    """A note that came late, written down or not, has come in time: the consultation is open
    again."""
    resident, consultation, question = answers
    late = (
        _NOTE.resident_id == resident,
        _NOTE.consultation == consultation,
        _NOTE.question == question,
        _NOTE.is_late.is_(True),
    )
    await tx.execute(update(voice_notes).where(*late).values(is_late=False))


async def drop_of(
    tx: Transaction, resident: int, consultations: Collection[str] | None = None
) -> None:
    """Delete the notes of one person, or those to these consultations."""
    which = [_NOTE.resident_id == resident]
    if consultations is not None:
        which.append(_NOTE.consultation.in_([*consultations]))
    await _drop(tx, *which)


async def note_author_gone(tx: Transaction, resident: int) -> None:
    """Note that the notes of one person are to go once the law lets them."""
    mine = update(voice_notes).where(_NOTE.resident_id == resident)
    await tx.execute(mine.values(author_gone=True))


async def authors_gone(tx: Transaction) -> list[int]:
    """The residents whose notes are to go: they were forgotten while a legal hold was in force."""
    query = select(_NOTE.resident_id).where(_NOTE.author_gone.is_(True)).distinct()
    return [*(await tx.execute(query)).scalars()]


async def drop_of_consultation(tx: Transaction, consultation: str) -> None:
    """Delete the notes to one consultation: they are too old."""
    await _drop(tx, _NOTE.consultation == consultation)


async def drop_sounds(tx: Transaction, written_before: datetime) -> int:
    """Delete the sounds of notes that were written down before that. Returns their number."""
    old = select(_NOTE.id).where(_NOTE.written_at < written_before)
    gone = await tx.execute(delete(voice_sounds).where(voice_sounds.c.note_id.in_(old)))
    return gone.rowcount


async def _drop(tx: Transaction, *which: Any) -> None:
    mine = select(_NOTE.id).where(*which)
    await tx.execute(delete(voice_sounds).where(voice_sounds.c.note_id.in_(mine)))
    await tx.execute(delete(voice_notes).where(*which))


def _stored(row: Any) -> StoredNote:
    return StoredNote(
        number=row.id,
        resident=row.resident_id,
        consultation=row.consultation,
        question=row.question,
        is_late=bool(row.is_late),
        seconds=row.seconds,
        sent_at=row.sent_at,
        state=NoteState(row.state),
        tries=row.tries,
        file_id=row.file_id,
        written_at=row.written_at,
        is_here=row.sound_id is not None,
    )
