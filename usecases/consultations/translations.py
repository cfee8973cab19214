"""Translations of texts on a reading list that are taken back or replaced."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from zlib import crc32

from engagement.consultations.reading import needs_translation
from engagement.errors import OldButton
from storage.consultations import reading_marks, theme_changes
from storage.consultations.reading_list import ListedText
from storage.consultations.reading_marks import Translation
from storage.operations import deployment
from storage.people import contacts
from storage.staff import members
from usecases.consultations import reading
from usecases.consultations.reading import TextShown
from usecases.people.identify import Person
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class TranslationSure:
    """Is this translation, attached by ``who``, to be taken back?"""

    number: int
    made: Translation
    who: str | None


def tag_of(made: Translation) -> int:
    """What the button under a translation carries: of another in its place it is another."""
    return crc32(f"{made.language}:{made.text}".encode()) >> 1


async def take_back(
    tx: Transaction, world: World, person: Person, number: int, tag: int, *, sure: bool
) -> TextShown | TranslationSure:
    """Take a translation back, once they are sure. If a colleague has replaced it, or has taken it
    back, nothing is done, and the text is shown as it is now.

    Raises StaffOnly, ReadingForOfficers, OldButton, TextGone.
    """
    member, consultation, found = await reading.find(tx, world, person, number)
    if (await reading.show_text(tx, world, person, number)).text is None:
        raise OldButton
    every = await reading_marks.translations_of(tx, number)
    made = next((one for one in every if tag_of(one) == tag), None)
    if made is None:
        return await reading.show_text(tx, world, person, number)
    if not sure:
        return TranslationSure(number, made, await members.label_of(tx, made.translated_by))
    await theme_changes.detach_translation(tx, number, made.language)
    await unread_without(tx, found, [one.language for one in every if one != made])
    await note(tx, world, member.id, consultation.slug, "took-back-translation", made.language)
    return await reading.show_text(tx, world, person, number)


async def unread_without(tx: Transaction, found: ListedText, left: Collection[str]) -> None:
    """Those who can read neither a text nor the translations that are ``left`` have not read it:
    what they read is there no more."""
    staff = {one.id: one for one in await members.current_staff(tx)}
    gone = []
    for one in await reading_marks.readings_of(tx, found.number):
        known = await reading_marks.languages_of(tx, one.staff_id)
        if not known:
            member = staff.get(one.staff_id)
            contact = await contacts.contact(tx, member.contact_id) if member else None
            known = {"en"} | ({contact.language} if contact else set())
        if needs_translation(found.language, known, left):
            gone.append(one.staff_id)
    if gone:
        await theme_changes.forget_readings(tx, found.number, gone)


async def note(
    tx: Transaction, world: World, staff_id: int, slug: str, act: str, language: str
) -> None:
    """Note in the audit log who did it."""
    detail = {"language": language}
    now = world.now()
    await deployment.note(tx, act, staff_id=staff_id, subject=slug, detail=detail, now=now)
