"""/reading: officers read what people wrote, in an order of their own, and mark what they read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from content.schema.consultation import Consultation
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.reading import (
    TextKind,
    needs_translation,
    order_of,
)
from engagement.consultations.refusals import TextGone, TranslationNeeded
from engagement.consultations.voice import NoteState, VoiceNotWritten
from engagement.errors import OldButton
from engagement.insight.shown_numbers import ShownNumber, shown_number
from engagement.people.personal_data import signs_of_personal_data
from engagement.staff.rights import StaffMember
from storage.consultations import reading_list, reading_marks, submissions, voice_notes
from storage.consultations.reading_list import ListedText
from storage.consultations.reading_marks import Translation
from storage.consultations.submissions import Submission
from storage.consultations.voice_notes import StoredNote as StoredNote
from storage.staff import members
from usecases.consultations.reading_access import (
    check_reads,
    is_complete,
    languages_known,
    lists_of,
    readable,
)
from usecases.people.identify import Person
from usecases.release import register
from usecases.world import Transaction, World

TEXTS_A_PAGE = 5
UNREAD, READ = 0, 1
READING = "reading"
"""The draft kind of an officer who is writing the name of a theme, a translation, or what a voice
note says."""


@dataclass(frozen=True, slots=True)
class ReadingLists:
    """The consultations whose texts this person may read, with the codes that buttons carry."""

    rows: tuple[tuple[int, Consultation], ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers of a list that is complete: of texts by people that were read and that were not,
    the same words being one, of submissions likewise, and of people whose words of danger are not
    on it."""

    read: int
    unread: int
    submissions_read: int
    submissions_unread: int
    kept_back: ShownNumber


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text in a list; ``text`` is None where it is kept for the people named for words of
    danger."""

    number: int
    text: str | None
    is_changed: bool
    submission: Submission | None
    voice: StoredNote | None = None


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of texts, in this reader's own order. ``more`` is the place after which the next page
    begins, None where it is the last; ``after`` is where this one began. ``totals`` is None until
    the list is complete. ``just_read``: a text has just been marked, and there is no other.
    ``just_gone``: the one about which something was being written is there no more. ``danger``:
    what was just written down holds words of danger. ``at`` is where the consultation is by now."""

    consultation: Consultation
    code: int
    lines: tuple[TextLine, ...]
    read: bool
    after: int
    more: int | None
    totals: Totals | None
    several: bool = False
    just_read: bool = False
    just_gone: bool = False
    danger: bool = False
    at: Phase = Phase.OPEN


@dataclass(frozen=True, slots=True)
class TextShown:
    """One text. ``text`` is None where it is kept for the people named for words of danger.

    ``translation`` is the one to show to this reader, with who attached it; ``is_translated`` says
    that there is one, also where the original is shown. ``read_by`` is who read it, and when. How
    many people wrote it, and where the one who wrote it lives, is None until the list is complete,
    and where they are too few.
    ``just_read`` says that the text before this one was marked. ``voice`` is the voice note in
    which it was said, and ``written_meanwhile`` that a colleague wrote it down first.
    """

    listed: ListedText
    consultation: Consultation
    code: int
    place: int
    text: str | None
    submission: Submission | None
    translation: tuple[Translation, str | None] | None
    is_translated: bool
    needs_translation: bool
    read_by: tuple[tuple[str | None, datetime], ...]
    read_by_reader: bool
    themes: tuple[str, ...]
    signs: tuple[str, ...]
    people: ShownNumber | None = None
    ward: str | None = None
    just_read: bool = False
    voice: StoredNote | None = None
    written_meanwhile: bool = False

    @property
    def waits_to_be_written(self) -> bool:
        """Whether it is a voice note of which nobody has written down what it says. One that is
        lost has nothing to be written down."""
        waits = (NoteState.WAITING, NoteState.KEPT)
        return self.voice is not None and self.voice.state in waits


async def show_lists(tx: Transaction, world: World, person: Person) -> ReadingLists | TextPage:
    """/reading: which consultation, or the list of the only one. Raises StaffOnly,
    ReadingForOfficers."""
    found = await lists_of(tx, world, person)
    if len(found) == 1:
        return await show_page(tx, world, person, world.loaded.consultation_codes[found[0].slug])
    codes = world.loaded.consultation_codes
    return ReadingLists(tuple((codes[one.slug], one) for one in found))


async def show_page(
    tx: Transaction, world: World, person: Person, code: int, *, read: int = UNREAD, after: int = 0
) -> TextPage:
    """A page of a reading list: of the texts that nobody has read, or of those that somebody has.

    Raises StaffOnly, ReadingForOfficers, OldButton.
    """
    slug = world.consultation_coded(code).consultation.slug
    member, consultation = await check_reads(tx, world, person, slug)
    order, was_read = order_of(member.id, slug), read == READ
    found = await reading_list.page_of_texts(
        tx, slug, order, read=was_read, after=after, most=TEXTS_A_PAGE + 1
    )
    page = found[:TEXTS_A_PAGE]
    last = order.place(page[-1].number) if page else 0
    return TextPage(
        consultation=consultation,
        code=code,
        lines=await _lines(tx, world, member, page),
        read=was_read,
        after=after,
        more=last if len(found) > TEXTS_A_PAGE else None,
        totals=await _totals(tx, world, consultation),
        several=len(await lists_of(tx, world, person)) > 1,
        at=phase(consultation, world.now()),
    )


async def _lines(
    tx: Transaction, world: World, member: StaffMember, page: list[ListedText]
) -> tuple[TextLine, ...]:
    words = await reading_list.words_of(tx, page)
    entered = await submissions.submissions_of(tx, [one.number for one in page])
    spoken = [one.number for one in page if one.from_voice]
    notes = await voice_notes.notes_of_texts(tx, spoken) if spoken else {}
    lines = []
    for one in page:
        text, number = words.get(one.number, ""), one.number
        shown = text if await readable(tx, world, member, text) else None
        note = notes.get(number)
        lines.append(TextLine(number, shown, one.is_changed, entered.get(number), note))
    return tuple(lines)


async def _totals(tx: Transaction, world: World, consultation: Consultation) -> Totals | None:
    if not await is_complete(tx, consultation):
        return None
    slug, thresholds = consultation.slug, world.thresholds
    return Totals(
        read=await reading_list.count_texts(tx, slug, read=True),
        unread=await reading_list.count_texts(tx, slug, read=False),
        submissions_read=await reading_list.count_submissions(tx, slug, read=True),
        submissions_unread=await reading_list.count_submissions(tx, slug, read=False),
        kept_back=shown_number(await reading_list.count_kept_back(tx, slug), thresholds),
    )


async def find(
    tx: Transaction, world: World, person: Person, number: int
) -> tuple[StaffMember, Consultation, ListedText]:
    """The text with this number, which is still on the list and this person may read.

    Raises StaffOnly, ReadingForOfficers, OldButton, TextGone.
    """
    await lists_of(tx, world, person)
    found = await reading_list.listed_text(tx, number)
    if found is None or found.consultation not in world.loaded.consultations:
        raise OldButton
    member, consultation = await check_reads(tx, world, person, found.consultation)
    if not found.is_there:
        raise TextGone
    return member, consultation, found


async def show_text(
    tx: Transaction, world: World, person: Person, number: int, *, original: bool = False
) -> TextShown:
    """One text: as it was written if the reader knows its language or wants the ``original``, else
    its translation. Raises StaffOnly, ReadingForOfficers, OldButton, TextGone."""
    member, consultation, found = await find(tx, world, person, number)
    text = (await reading_list.words_of(tx, [found])).get(number, "")
    translations = await reading_marks.translations_of(tx, number)
    every = (text, *(one.text for one in translations))
    may_see = await readable(tx, world, member, *every)
    readings = await reading_marks.readings_of(tx, number)
    filed = await reading_marks.filed_under(tx, number)
    known = await languages_known(tx, person, member)
    spoken = await voice_notes.notes_of_texts(tx, [number]) if found.from_voice else {}
    people, ward = await _who(tx, world, consultation, found)
    translation = await _to_show(tx, found, translations, known) if may_see else None
    return TextShown(
        listed=found,
        consultation=consultation,
        code=world.loaded.consultation_codes[consultation.slug],
        place=order_of(member.id, consultation.slug).place(number),
        text=text if may_see else None,
        submission=await submissions.submission_of(tx, number),
        translation=None if original else translation,
        is_translated=translation is not None,
        # Of a voice note that nobody has written down there is nothing to translate.
        needs_translation=bool(text or not found.from_voice)
        and needs_translation(found.language, known, [one.language for one in translations]),
        read_by=tuple(
            [(await members.label_of(tx, one.staff_id), one.read_at) for one in readings]
        ),
        read_by_reader=member.id in {one.staff_id for one in readings},
        themes=tuple(
            one.name
            for one in await reading_marks.themes_of(tx, consultation.slug)
            if one.id in filed
        ),
        signs=signs_of_personal_data(every) if may_see else (),
        people=people,
        ward=ward,
        voice=spoken.get(number),
    )


async def _to_show(
    tx: Transaction, found: ListedText, translations: list[Translation], known: set[str]
) -> tuple[Translation, str | None] | None:
    """The translation for a reader who knows these languages, with who attached it; None for one
    who can read the text itself."""
    if found.language in known:
        return None
    for one in translations:
        if one.language in known:
            return one, await members.label_of(tx, one.translated_by)
    return None


async def _who(
    tx: Transaction, world: World, consultation: Consultation, found: ListedText
) -> tuple[ShownNumber | None, str | None]:
    """How many people wrote the same words, or the ward of the one who wrote them: only once the
    list is complete, and of none who answered late.

    A ward is named where it has a row of its own in the results that were released, so that no text
    can be put down to one of a few, nor to a ward by what is left out.
    """
    is_apart = found.kind in (TextKind.SUBMISSION, TextKind.LATE)
    if is_apart or not await is_complete(tx, consultation):
        return None, None
    people = await reading_list.count_writers(tx, found.number)
    if people > 1:
        return shown_number(people, world.thresholds), None
    made = await register.release(tx, world, consultation)
    named = {ward for ward, _ in made.table.published.wards.rows} if made else set()
    wards = await reading_list.wards_of(tx, found.number)
    return None, next((world.ward(w).name for w in wards if w in named), None)


async def mark_read(
    tx: Transaction, world: World, person: Person, number: int
) -> TextShown | TextPage:
    """This person has read the text: that is kept, with the time. The next text that nobody has
    read is shown, or the list where there is none. A colleague who marked it before stays noted.

    Raises StaffOnly, ReadingForOfficers, OldButton, TextGone, TranslationNeeded, VoiceNotWritten.
    """
    shown = await show_text(tx, world, person, number)
    member, _, _ = await find(tx, world, person, number)
    if shown.text is None:
        raise OldButton
    if shown.waits_to_be_written:
        raise VoiceNotWritten
    if shown.needs_translation:
        raise TranslationNeeded
    await reading_marks.mark_read(tx, number, member.id, world.now())
    following = await show_next(tx, world, person, shown.code, shown.place)
    return replace(following, just_read=True)


async def show_next(
    tx: Transaction, world: World, person: Person, code: int, place: int
) -> TextShown | TextPage:
    """The next text after this place that nobody has read, from the beginning again after the last;
    the list where there is none. Raises StaffOnly, ReadingForOfficers, OldButton."""
    slug = world.consultation_coded(code).consultation.slug
    member, _ = await check_reads(tx, world, person, slug)
    order = order_of(member.id, slug)
    for after in (place, 0):
        found = await reading_list.page_of_texts(tx, slug, order, read=False, after=after, most=1)
        if found:
            return await show_text(tx, world, person, found[0].number)
    return await show_page(tx, world, person, code)
