"""Answering in a voice note: taken at once, fetched after the commit, and what becomes of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from content.schema.consultation import Consultation, Question, QuestionKind
from engagement.consultations.branching import path
from engagement.consultations.lifecycle import Phase, has_ended, phase
from engagement.consultations.survey import Chosen
from engagement.consultations.values import VoiceNote
from engagement.consultations.voice import (
    SentNote,
    VoiceNotHere,
    WordsOnly,
    check_note,
    is_sound,
    next_try,
)
from storage.consultations import answers, late_answers, responses, voice_notes
from storage.consultations.voice_notes import StoredNote as StoredNote
from storage.people import contacts
from usecases.broadcasts import held_sends
from usecases.consultations import last_question
from usecases.consultations.answer import response_to, save_value, take
from usecases.consultations.equality import EqualityIntro, EqualityStep
from usecases.consultations.learning import to_the_question
from usecases.consultations.learnt import stands_before
from usecases.consultations.steps import Receipt, Step, question_meant, step_at, where_now
from usecases.people import reach, whose_turn, words_in_hand
from usecases.people.identify import Person, by_id
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class LostNote:
    """A voice note that could not be fetched, or holds no sound: its author is told. ``again`` is
    its question as it is asked once more, where nothing else waits for their words; ``oneself`` the
    question about themselves that does; ``open`` says that it can be answered until then."""

    consultation: Consultation
    question: Question
    again: Step | None = None
    open: bool = True
    oneself: EqualityIntro | EqualityStep | None = None


@dataclass(frozen=True, slots=True)
class LostNotice:
    """Whom to tell about which lost note."""

    person: Person
    number: int
    value: LostNote


async def answer_aloud(
    tx: Transaction,
    world: World,
    person: Person,
    code: int,
    sent: SentNote,
    *,
    place: int | None = None,
) -> Step | Receipt:
    """Take a voice note as the answer to the open question, or to the one at this ``place``, if
    that asks for own words. What it says is checked by its description only: nothing has been
    fetched.

    Raises VoiceNotHere, WordsOnly, VoiceTooLong, VoiceTooLarge, VoiceEmpty, NoLongerAsked,
    HasClosed.
    """
    found, response = await response_to(tx, world, person, code)
    slug, question = response.consultation, question_meant(found, response, place)
    if question.kind is not QuestionKind.TEXT:
        raise VoiceNotHere
    if not question.voice:
        raise WordsOnly
    check_note(sent)
    number = world.draw() or 1
    await voice_notes.add(
        tx,
        number,
        (person.resident[0], slug, question.key),
        is_late=response.is_late,
        file_id=sent.file_id,
        seconds=max(sent.seconds, 0),
        now=world.now(),
    )
    value = VoiceNote(number)
    if question.key == response.position:
        done = await take(tx, world, person, found, response, question, Chosen(value))
    else:
        response = await save_value(tx, world, person, found, response, question, value)
        done = where_now(world, found, response)
    # An edit of the words that answered it before changes nothing any more.
    await words_in_hand.note_written(tx, world, person, f"{slug}/{question.key}", None)
    return replace(done, aloud=question)


async def ask_again(tx: Transaction, world: World, person: Person, slug: str) -> Step | Receipt:
    """Show the open question again: a note that was sent below something newer, or as a reply to
    something else, may have been for that. Raises HasClosed."""
    found, response = await response_to(tx, world, person, world.loaded.consultation_codes[slug])
    question = found.consultation.question(response.position or "")
    if stands_before(question, response):
        return await to_the_question(tx, world, person, found, response, question)
    shown = where_now(world, found, response)
    return replace(shown, after_others=True) if isinstance(shown, Step) else shown


async def to_fetch(
    tx: Transaction, world: World, *, but: Collection[int], most: int
) -> list[StoredNote]:
    """Notes whose sound is to be fetched now, without those that are being fetched."""
    return await voice_notes.to_fetch(tx, world.now(), but=but, most=most)


async def fetched(tx: Transaction, note: StoredNote, sound: bytes) -> None:
    """Keep the sound of a note; what is no sound is lost."""
    if is_sound(sound):
        await voice_notes.keep_sound(tx, note.number, sound)
    else:
        await _give_up(tx, note.number)


async def _give_up(tx: Transaction, number: int) -> None:
    """A note is lost, and its answer says so."""
    lost = await voice_notes.give_up(tx, number)
    if lost is None:
        return
    about, value = (lost.resident, lost.consultation, lost.question), VoiceNote(number, True)
    if lost.is_late:
        await late_answers.put_words(tx, *about, value)
    else:
        await answers.put_words(tx, *about, value, number=number)


async def not_fetched(tx: Transaction, world: World, note: StoredNote, *, for_good: bool) -> bool:
    """Note that a sound could not be fetched: it is tried again later, or given up. Returns whether
    it was."""
    tries = note.tries + 1
    until = None if for_good else next_try(tries, world.now())
    if until is None:
        await _give_up(tx, note.number)
        return True
    await voice_notes.put_off(tx, note.number, tries=tries, until=until)
    return False


async def lost_notices(tx: Transaction, world: World) -> list[LostNotice]:
    """Whom to tell that their note is lost. Who has left or stopped messages is told nothing, but
    sees it among their answers. While sends are held, nobody is."""
    if await held_sends.held(tx) is not None:
        return []
    notices = []
    for note in await voice_notes.lost_untold(tx):
        notice = await _notice(tx, world, note)
        if notice is None:
            await voice_notes.mark_told(tx, note.number)
        else:
            notices.append(notice)
    return notices


async def _notice(tx: Transaction, world: World, note: StoredNote) -> LostNotice | None:
    contact = await contacts.id_of_resident(tx, note.resident)
    person = None if contact is None else await by_id(tx, world, contact)
    published = world.loaded.consultations.get(note.consultation)
    if person is None or published is None or person.contact is None:
        return None
    asked = next((q for q in published.consultation.questions if q.key == note.question), None)
    if asked is None or not await reach.can_be_written_to(tx, person):
        return None
    lost = LostNote(
        published.consultation,
        asked,
        await _asked_again(tx, world, person, note),
        not has_ended(published.consultation, world.now()),
    )
    return LostNotice(person, note.number, lost)


async def _asked_again(
    tx: Transaction, world: World, person: Person, note: StoredNote
) -> Step | None:
    """The question of a lost note, where its author may answer it now and is busy with nothing
    else: their next words would become its answer."""
    if phase(world.consultation(note.consultation).consultation, world.now()) is not Phase.OPEN:
        return None
    if not await whose_turn.has_phone(tx, person):
        return None
    begun = [draft for draft in person.drafts if draft.kind not in words_in_hand.IN_HAND]
    asked = await last_question.open_question(tx, world, person)
    if begun or (asked is not None and asked.slug != note.consultation):
        return None
    code = world.loaded.consultation_codes[note.consultation]
    found, response = await response_to(tx, world, person, code)
    if note.question not in path(found.consultation, response.given).keys:
        return None
    return step_at(world, found.consultation, note.question, response)


async def told(tx: Transaction, notice: LostNotice) -> None:
    """Its author knows, and is at the question if it was asked again. That is nothing they did, so
    what they used last stays so."""
    await voice_notes.mark_told(tx, notice.number)
    again = notice.value.again
    if again is None:
        return
    resident, slug = notice.person.resident[0], again.consultation.slug
    response = await responses.response_of(tx, resident, slug)
    if response is not None:
        await responses.move(
            tx,
            resident,
            slug,
            position=again.question.key,
            state=response.state,
            now=response.updated_at,
        )


@dataclass(frozen=True, slots=True)
class SoundToSend:
    """A sound to send to the person who asked for it, by its note's number. ``consultation`` and
    ``question`` say what it answers, where that is still in the files; ``own`` that it goes back to
    its author."""

    number: int
    seconds: int
    consultation: Consultation | None
    question: Question | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class OwnNotes:
    """The voice notes of the person who asks, whose sounds are here: a turn of them. ``left`` is
    the number that come in later turns, ``until`` the second of the last of this one."""

    sounds: tuple[SoundToSend, ...]
    left: int = 0
    until: int = 0


MOST_SENT = 10
"""The notes that go back to their author in one turn: while they are sent, what else this person
does waits."""


async def own_notes(
    tx: Transaction, world: World, person: Person, *, after: int | None = None
) -> OwnNotes:
    """The sounds that we hold of this person, to be sent back to them: all, or the turn of those
    that came ``after`` this second. Those of one second are in one turn."""
    if not person.has_joined:
        return OwnNotes(())
    held = await voice_notes.sounds_held(tx, person.resident[0])
    turn = [note for note in held if after is None or _second_of(note) > after]
    left: list[StoredNote] = []
    if after is not None and len(turn) > MOST_SENT:
        last = _second_of(turn[MOST_SENT - 1])
        turn, left = (
            [note for note in turn if _second_of(note) <= last],
            [note for note in turn if _second_of(note) > last],
        )
    found = [
        sound_to_send(world, note, own=True)
        or SoundToSend(note.number, note.seconds, None, None, own=True)
        for note in turn
    ]
    until = _second_of(turn[-1]) if turn else 0
    return OwnNotes(tuple(found), len(left), until)


def _second_of(note: StoredNote) -> int:
    return int(note.sent_at.timestamp())


def sound_to_send(world: World, note: StoredNote, *, own: bool = False) -> SoundToSend | None:
    """A note's sound as it is sent; None if its question is in no file any more."""
    published = world.loaded.consultations.get(note.consultation)
    if published is None:
        return None
    questions = published.consultation.questions
    asked = next((q for q in questions if q.key == note.question), None)
    if asked is None:
        return None
    return SoundToSend(note.number, note.seconds, published.consultation, asked, own)


async def sound(tx: Transaction, number: int) -> bytes | None:
    """The bytes of a sound, read beside the writer."""
    return await voice_notes.sound_of(tx, number)
