"""Renaming, joining and removing the themes of a reading list. Who did it is in the audit log."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from content.typed_words import characters
from engagement.consultations.reading import LONGEST_THEME
from engagement.consultations.refusals import NameTooLong
from engagement.consultations.survey import check_text
from storage.consultations import reading_marks, theme_changes
from storage.consultations.reading_marks import Theme
from storage.conversation.drafts import Draft
from storage.operations import deployment
from usecases.consultations import reading
from usecases.people import unfinished
from usecases.people.identify import Person
from usecases.world import Transaction, World

NEW_NAME = "new-name"
"""What a draft of the reading list waits for: the new name of a theme."""


class ThemeAct(StrEnum):
    """What was done with a theme."""

    RENAMED = "renamed"
    JOINED = "joined"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ThemeDone:
    """What was done with a theme. ``other`` is its new name, or the theme that has its texts."""

    act: ThemeAct
    name: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class ThemesToChange:
    """Which theme? ``gone``: a colleague has joined or removed the one that was meant. ``number``
    is the text from which they came."""

    number: int
    themes: tuple[Theme, ...]
    done: ThemeDone | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ThemeToChange:
    """What is to be done with this theme? ``alone``: there is no other to join it with."""

    number: int
    theme: Theme
    alone: bool


@dataclass(frozen=True, slots=True)
class ThemeToJoin:
    """Which of the others has its texts from now on?"""

    number: int
    theme: Theme
    others: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class ThemeSure:
    """Is it to be removed, or joined with ``into``? ``same_name``: they typed its name."""

    number: int
    theme: Theme
    into: Theme | None = None
    same_name: bool = False


@dataclass(frozen=True, slots=True)
class NewNameQuestion:
    """What is this theme called from now on?"""

    number: int
    theme: Theme


async def show_all(
    tx: Transaction,
    world: World,
    person: Person,
    number: int,
    *,
    done: ThemeDone | None = None,
    gone: bool = False,
) -> ThemesToChange:
    """The themes that can be changed. Raises StaffOnly, ReadingForOfficers, OldButton, TextGone."""
    _, consultation, _ = await reading.find(tx, world, person, number)
    themes = tuple(await reading_marks.themes_of(tx, consultation.slug))
    return ThemesToChange(number, themes, done, gone)


async def show_one(
    tx: Transaction, world: World, person: Person, number: int, theme: int
) -> ThemeToChange | ThemesToChange:
    """What can be done with a theme; all of them, if it is gone. Raises StaffOnly,
    ReadingForOfficers, OldButton, TextGone."""
    every = await show_all(tx, world, person, number)
    found = _find(every, theme)
    if found is None:
        return await show_all(tx, world, person, number, gone=True)
    return ThemeToChange(number, found, alone=len(every.themes) == 1)


async def ask_name(
    tx: Transaction, world: World, person: Person, number: int, theme: int
) -> NewNameQuestion | ThemesToChange:
    """Ask for its new name. Raises StaffOnly, ReadingForOfficers, OldButton, TextGone."""
    found = _find(await show_all(tx, world, person, number), theme)
    if found is None:
        return await show_all(tx, world, person, number, gone=True)
    draft = Draft(reading.READING, {"id": number, "what": NEW_NAME, "theme": theme})
    await unfinished.begin(tx, world, person, draft)
    return NewNameQuestion(number, found)


async def rename(
    tx: Transaction, world: World, person: Person, draft: Draft, text: str
) -> ThemesToChange | ThemeSure:
    """Give it this name. If another theme has it, they are asked whether to join the two.

    Raises StaffOnly, ReadingForOfficers, OldButton, TextGone, TextEmpty, TextTooLong, NameTooLong.
    """
    number, theme = int(draft.data["id"]), int(draft.data["theme"])
    _, consultation, _ = await reading.find(tx, world, person, number)
    name = theme_name(text)
    found = _find(await show_all(tx, world, person, number), theme)
    await unfinished.end(tx, person, reading.READING)
    if found is None:
        return await show_all(tx, world, person, number, gone=True)
    same = await reading_marks.theme_called(tx, consultation.slug, name)
    if same is not None and same.id != theme:
        return ThemeSure(number, found, same, same_name=True)
    await theme_changes.rename_theme(tx, theme, name)
    done = ThemeDone(ThemeAct.RENAMED, found.name, name)
    return await _done(tx, world, person, number, done)


def theme_name(text: str) -> str:
    """A typed name in one line. Raises TextEmpty, TextTooLong, NameTooLong."""
    name = " ".join(check_text(text).split())
    if characters(name) > LONGEST_THEME:
        raise NameTooLong(most=LONGEST_THEME)
    return name


async def ask_other(
    tx: Transaction, world: World, person: Person, number: int, theme: int
) -> ThemeToJoin | ThemesToChange:
    """Ask with which theme to join it. Raises StaffOnly, ReadingForOfficers, OldButton,
    TextGone."""
    every = await show_all(tx, world, person, number)
    found = _find(every, theme)
    if found is None:
        return await show_all(tx, world, person, number, gone=True)
    return ThemeToJoin(number, found, tuple(one for one in every.themes if one.id != theme))


async def join(
    tx: Transaction,
    world: World,
    person: Person,
    number: int,
    theme: int,
    into: int,
    *,
    sure: bool,
) -> ThemesToChange | ThemeSure:
    """Join a theme with another, once they are sure. Raises StaffOnly, ReadingForOfficers,
    OldButton, TextGone."""
    every = await show_all(tx, world, person, number)
    found, other = _find(every, theme), _find(every, into)
    if found is None or other is None or found == other:
        return await show_all(tx, world, person, number, gone=True)
    if not sure:
        return ThemeSure(number, found, other)
    await theme_changes.join_themes(tx, theme, into)
    done = ThemeDone(ThemeAct.JOINED, found.name, other.name)
    return await _done(tx, world, person, number, done)


async def remove(
    tx: Transaction, world: World, person: Person, number: int, theme: int, *, sure: bool
) -> ThemesToChange | ThemeSure:
    """Remove a theme, once they are sure. Raises StaffOnly, ReadingForOfficers, OldButton,
    TextGone."""
    found = _find(await show_all(tx, world, person, number), theme)
    if found is None:
        return await show_all(tx, world, person, number, gone=True)
    if not sure:
        return ThemeSure(number, found)
    await theme_changes.remove_theme(tx, theme)
    return await _done(tx, world, person, number, ThemeDone(ThemeAct.REMOVED, found.name))


async def _done(
    tx: Transaction, world: World, person: Person, number: int, done: ThemeDone
) -> ThemesToChange:
    member, consultation, _ = await reading.find(tx, world, person, number)
    await deployment.note(
        tx,
        f"theme-{done.act}",
        staff_id=member.id,
        subject=consultation.slug,
        detail={"theme": done.name, **({"now": done.other} if done.other else {})},
        now=world.now(),
    )
    return await show_all(tx, world, person, number, done=done)


def _find(every: ThemesToChange, theme: int) -> Theme | None:
    return next((one for one in every.themes if one.id == theme), None)
