"""Filing texts under themes, and attaching translations, on a reading list."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.yes_and_no import wants_out
from engagement.consultations.reading import OTHER, language_of_translation
from engagement.consultations.refusals import TextGone
from engagement.consultations.survey import check_text
from engagement.errors import OldButton, StaffOnly
from storage.consultations import reading_list, reading_marks
from storage.consultations.reading_marks import Theme, Translation
from storage.conversation.drafts import Draft
from usecases.consultations import reading, reading_voices, theme_changes, translations
from usecases.consultations.reading import READING as READING
from usecases.consultations.reading import TextPage, TextShown
from usecases.consultations.reading_access import is_complete, languages_known, lists_of
from usecases.consultations.reading_voices import (
    VOICE,
    WRITTEN_AT,
    DangerWrittenDown,
    WhatWasSaid,
    moment_of,
)
from usecases.consultations.theme_changes import (
    NEW_NAME,
    NewNameQuestion,
    ThemesToChange,
    ThemeSure,
    ThemeToChange,
)
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.world import Transaction, World

THEME, TRANSLATION = "theme", "translation"


@dataclass(frozen=True, slots=True)
class ThemesShown:
    """The themes of a consultation; those of one text are ``filed``. Their numbers of texts are
    shown once the list is ``complete``. ``changed``: the one that was tapped is gone since."""

    number: int
    themes: tuple[Theme, ...]
    filed: frozenset[int]
    complete: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class ThemeQuestion:
    """What is the new theme called?"""

    number: int


@dataclass(frozen=True, slots=True)
class TranslationQuestion:
    """What does this text say in ``into``, or in any other language where that is None? ``text`` is
    None where it is kept back. ``now`` is the translation that theirs will replace."""

    number: int
    text: str | None
    language: str
    into: str | None
    now: str = ""


@dataclass(frozen=True, slots=True)
class LanguageOfText:
    """In which language is this text?"""

    number: int
    language: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LanguagesRead:
    """The languages that this member of staff reads."""

    languages: tuple[str, ...]
    known: frozenset[str]


async def show_themes(tx: Transaction, world: World, person: Person, number: int) -> ThemesShown:
    """Under which themes is it filed? Raises StaffOnly, ReadingForOfficers, OldButton, TextGone."""
    _, consultation, _ = await reading.find(tx, world, person, number)
    themes = await reading_marks.themes_of(tx, consultation.slug)
    filed = frozenset(await reading_marks.filed_under(tx, number))
    complete = await is_complete(tx, consultation)
    return ThemesShown(number, tuple(themes), filed, complete=complete)


async def file(
    tx: Transaction, world: World, person: Person, number: int, theme: int, *, under: bool
) -> ThemesShown:
    """File a text under this theme, or take it out of there. What a button says is done, whatever a
    colleague has done since. Raises StaffOnly, ReadingForOfficers, OldButton, TextGone."""
    member, consultation, _ = await reading.find(tx, world, person, number)
    themes = await reading_marks.themes_of(tx, consultation.slug)
    if theme not in {one.id for one in themes}:
        # A colleague has joined or removed it.
        return replace(await show_themes(tx, world, person, number), changed=True)
    if under:
        await reading_marks.file_under(tx, number, theme, member.id, world.now())
    else:
        await reading_marks.take_out(tx, number, theme)
    return await show_themes(tx, world, person, number)


async def ask_theme(tx: Transaction, world: World, person: Person, number: int) -> ThemeQuestion:
    """Ask for the name of a new theme. Raises StaffOnly, ReadingForOfficers, OldButton,
    TextGone."""
    await reading.find(tx, world, person, number)
    draft = Draft(READING, {"id": number, "what": THEME})
    await unfinished.begin(tx, world, person, draft)
    return ThemeQuestion(number)


async def ask_translation(
    tx: Transaction, world: World, person: Person, number: int
) -> TranslationQuestion:
    """Ask for a translation of a text: into English or, if it is in English, into the reader's own
    language. Raises StaffOnly, ReadingForOfficers, OldButton, TextGone."""
    shown = await reading.show_text(tx, world, person, number)
    if shown.text is None or shown.waits_to_be_written:
        raise OldButton
    data = {"id": number, "what": TRANSLATION, WRITTEN_AT: moment_of(shown.voice)}
    await unfinished.begin(tx, world, person, Draft(READING, data))
    return _translation_question(person, shown)


def _translation_question(person: Person, shown: TextShown) -> TranslationQuestion:
    language = shown.listed.language
    into = "en" if language != "en" else person.language
    known = shown.translation[0] if shown.translation is not None else None
    return TranslationQuestion(
        shown.listed.number,
        shown.text,
        language,
        None if into == language else into,
        now=known.text if known is not None and known.language == into else "",
    )


Typed = TextShown | ThemesShown | ThemesToChange | ThemeSure | TextPage | DangerWrittenDown


async def type_here(tx: Transaction, world: World, person: Person, text: str) -> Typed:
    """Typed words: the name of a theme, a translation, or what a voice note says. Only "cancel" or
    "no": nothing is added.

    If the text is gone: the list. Raises StaffOnly, ReadingForOfficers, OldButton, TextEmpty,
    TextTooLong, NameTooLong.
    """
    await lists_of(tx, world, person)
    draft = person.draft(READING)
    if draft is None:
        raise OldButton
    number = int(draft.data["id"])
    if wants_out(text):
        return await drop(tx, world, person)
    try:
        member, consultation, _ = await reading.find(tx, world, person, number)
    except TextGone:
        return await drop(tx, world, person)
    if draft.data["what"] == VOICE:
        return await reading_voices.write_down(tx, world, person, draft, text)
    if draft.data["what"] == NEW_NAME:
        return await theme_changes.rename(tx, world, person, draft, text)
    if draft.data["what"] == THEME:
        name = theme_changes.theme_name(text)
        now = world.now()
        theme = await reading_marks.add_theme(tx, consultation.slug, name, member.id, now)
        await reading_marks.file_under(tx, number, theme, member.id, now)
        await unfinished.end(tx, person, READING)
        return await show_themes(tx, world, person, number)
    shown = await reading.show_text(tx, world, person, number, original=True)
    if moment_of(shown.voice) != draft.data.get(WRITTEN_AT, ""):
        # A colleague has corrected the words: it translates those before.
        await unfinished.end(tx, person, READING)
        return replace(shown, written_meanwhile=True)
    asked = _translation_question(person, shown)
    words = check_text(text)
    made = Translation(language_of_translation(words, asked.language, asked.into), words, member.id)
    await _attach(tx, world, shown, made)
    await unfinished.end(tx, person, READING)
    return await reading.show_text(tx, world, person, number)


async def _attach(tx: Transaction, world: World, shown: TextShown, made: Translation) -> None:
    """Attach a translation. One that it replaces was what others have read."""
    number = shown.listed.number
    every = await reading_marks.translations_of(tx, number)
    await reading_marks.attach_translation(tx, number, made, world.now())
    former = next((one.text for one in every if one.language == made.language), made.text)
    if former == made.text:
        return
    left = [one.language for one in every if one.language != made.language]
    await translations.unread_without(tx, shown.listed, left)
    slug, by = shown.consultation.slug, made.translated_by
    await translations.note(tx, world, by, slug, "replaced-translation", made.language)


async def drop(tx: Transaction, world: World, person: Person) -> TextShown | TextPage:
    """Nothing is written after all: the text again, or the list if the text is gone.

    Raises StaffOnly, ReadingForOfficers, OldButton.
    """
    await lists_of(tx, world, person)
    draft = person.draft(READING)
    if draft is None:
        raise OldButton
    await unfinished.end(tx, person, READING)
    number = int(draft.data["id"])
    try:
        return await reading.show_text(tx, world, person, number)
    except TextGone:
        # A refusal would undo the end of the draft, and all further words would meet it too.
        return await _list_of(tx, world, person, number)


async def _list_of(tx: Transaction, world: World, person: Person, number: int) -> TextPage:
    """The list on which a text was that is gone."""
    found = await reading_list.listed_text(tx, number)
    if found is None:
        raise OldButton
    code = world.loaded.consultation_codes[found.consultation]
    return replace(await reading.show_page(tx, world, person, code), just_gone=True)


async def asked_again(
    tx: Transaction, world: World, person: Person
) -> ThemeQuestion | NewNameQuestion | TranslationQuestion | WhatWasSaid | None:
    """What an officer who is writing was asked last; None if nothing is being written, or the text
    is gone."""
    draft = person.draft(READING)
    if draft is None or person.staff is None:
        return None
    number = int(draft.data["id"])
    try:
        await reading.find(tx, world, person, number)
    except (StaffOnly, OldButton, TextGone):
        return None
    if draft.data["what"] == THEME:
        return ThemeQuestion(number)
    if draft.data["what"] == NEW_NAME:
        asked = await theme_changes.show_one(tx, world, person, number, int(draft.data["theme"]))
        return NewNameQuestion(number, asked.theme) if isinstance(asked, ThemeToChange) else None
    if draft.data["what"] == VOICE:
        return await reading_voices.asked_again(tx, world, person, number)
    return _translation_question(person, await reading.show_text(tx, world, person, number))


async def ask_language(
    tx: Transaction, world: World, person: Person, number: int
) -> LanguageOfText:
    """In which language is it? Raises StaffOnly, ReadingForOfficers, OldButton, TextGone."""
    _, _, found = await reading.find(tx, world, person, number)
    return LanguageOfText(number, found.language, languages_offered(world))


def languages_offered(world: World) -> tuple[str, ...]:
    """The languages that a text may be in, in the order of their buttons: the council's, and
    another."""
    return (*world.library.council.languages, OTHER)


async def set_language(
    tx: Transaction, world: World, person: Person, number: int, place: int
) -> TextShown:
    """The text is in this language. Raises StaffOnly, ReadingForOfficers, OldButton, TextGone."""
    await reading.find(tx, world, person, number)
    offered = languages_offered(world)
    if place >= len(offered):
        raise OldButton
    await reading_list.set_language(tx, number, offered[place])
    return await reading.show_text(tx, world, person, number)


async def show_languages(tx: Transaction, world: World, person: Person) -> LanguagesRead:
    """Which languages do you read? Raises StaffOnly, ReadingForOfficers."""
    await lists_of(tx, world, person)
    if person.staff is None:
        raise OldButton
    known = await languages_known(tx, person, person.staff)
    return LanguagesRead(world.library.council.languages, frozenset(known))


async def read_language(
    tx: Transaction, world: World, person: Person, place: int, *, reads: bool
) -> LanguagesRead:
    """This member of staff reads a language, or doesn't. Raises StaffOnly, ReadingForOfficers,
    OldButton."""
    shown = await show_languages(tx, world, person)
    if person.staff is None or place >= len(shown.languages):
        raise OldButton
    known = {*shown.known} | {shown.languages[place]}
    if not reads:
        known -= {shown.languages[place]}
    for language in shown.languages:
        await reading_marks.note_language(
            tx, person.staff.id, language, reads=language in (known or {"en"})
        )
    return await show_languages(tx, world, person)
