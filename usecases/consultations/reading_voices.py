"""Voice notes on a reading list: an officer listens, and writes down what they say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engagement.consultations.reading import language_of
from engagement.consultations.survey import check_text
from engagement.consultations.voice import NoteState, VoiceGone
from engagement.errors import OldButton
from storage.consultations import answers, late_answers, listed_texts, reading_list, voice_notes
from storage.consultations.voice_notes import StoredNote
from storage.conversation.drafts import Draft
from storage.operations import deployment
from usecases.consultations import reading
from usecases.consultations.reading import READING, TextPage, TextShown
from usecases.consultations.voice_answers import SoundToSend, sound_to_send
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.people.words_of_danger import holds_danger
from usecases.world import Transaction, World

VOICE = "voice"
"""What an officer is writing who writes down a voice note."""
WRITTEN_AT = "written-at"
"""When it was written down before, in that draft: nothing that the officer would miss."""


@dataclass(frozen=True, slots=True)
class WhatWasSaid:
    """What does this voice note say? ``text`` is what was written down before, if anything."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class DangerWrittenDown:
    """What was written down holds words of danger: it has left the list, and an alert about its
    author is to be raised."""

    page: TextPage
    resident: int
    words: str


async def _note(
    tx: Transaction, world: World, person: Person, number: int
) -> tuple[StoredNote, TextShown]:
    """The note behind a text that this person may read. Raises StaffOnly, ReadingForOfficers,
    OldButton, TextGone."""
    shown = await reading.show_text(tx, world, person, number, original=True)
    if shown.voice is None or shown.text is None:
        raise OldButton
    return shown.voice, shown


async def listen(tx: Transaction, world: World, person: Person, number: int) -> SoundToSend:
    """The sound of a voice note, for this officer alone. Raises StaffOnly, ReadingForOfficers,
    OldButton, TextGone, VoiceGone."""
    note, _ = await _note(tx, world, person, number)
    sound = sound_to_send(world, note) if note.is_here else None
    if sound is None:
        raise VoiceGone
    return sound


async def ask_what_was_said(
    tx: Transaction, world: World, person: Person, number: int
) -> WhatWasSaid:
    """Ask what a voice note says; also again, while its sound is here. Raises StaffOnly,
    ReadingForOfficers, OldButton, TextGone, VoiceGone."""
    note, shown = await _note(tx, world, person, number)
    if not note.is_here:
        raise VoiceGone
    data = {"id": number, "what": VOICE, WRITTEN_AT: moment_of(note)}
    await unfinished.begin(tx, world, person, Draft(READING, data))
    return WhatWasSaid(number, shown.text or "")


async def write_down(
    tx: Transaction, world: World, person: Person, draft: Draft, text: str
) -> TextShown | DangerWrittenDown:
    """Put what an officer has written down in the place of the voice note. If a colleague did so
    meanwhile, theirs stays and is shown.

    Raises StaffOnly, ReadingForOfficers, OldButton, TextGone, TextEmpty, TextTooLong.
    """
    number = int(draft.data["id"])
    note, shown = await _note(tx, world, person, number)
    if moment_of(note) != draft.data.get(WRITTEN_AT):
        await unfinished.end(tx, person, READING)
        return replace(shown, written_meanwhile=True)
    words, about = check_text(text), (note.resident, note.consultation, note.question)
    if note.is_late:
        await late_answers.put_words(tx, *about, words)
    else:
        await answers.put_words(tx, *about, words, number=note.number)
    member, consultation, _ = await reading.find(tx, world, person, number)
    slug, now = consultation.slug, world.now()
    await voice_notes.mark_written(tx, note.number, member.id, now)
    await deployment.note(tx, "wrote-down", staff_id=member.id, subject=slug, now=now)
    await unfinished.end(tx, person, READING)
    if holds_danger(words):
        await listed_texts.keep_back(tx, number)
        code = world.loaded.consultation_codes[slug]
        page = await reading.show_page(tx, world, person, code)
        return DangerWrittenDown(replace(page, danger=True), note.resident, words)
    await reading_list.words_came(tx, number, language_of(words))
    return await reading.show_text(tx, world, person, number, original=True)


async def asked_again(tx: Transaction, world: World, person: Person, number: int) -> WhatWasSaid:
    """The question once more. Raises StaffOnly, ReadingForOfficers, OldButton, TextGone."""
    _, shown = await _note(tx, world, person, number)
    return WhatWasSaid(number, shown.text or "")


def moment_of(note: StoredNote | None) -> str:
    """When a note was written down, as a draft keeps it; empty for typed words."""
    written = note.written_at if note is not None and note.state is NoteState.WRITTEN else None
    return written.isoformat() if written is not None else ""
