"""What officers type on a reading list, and the alert if a voice note turns out to hold words of
danger."""

from __future__ import annotations

from storage.people import contacts
from usecases.consultations import reading_themes
from usecases.consultations.reading import TextPage, TextShown
from usecases.consultations.reading_themes import ThemesShown
from usecases.consultations.reading_voices import DangerWrittenDown
from usecases.consultations.theme_changes import ThemesToChange, ThemeSure
from usecases.operations import safety_alerts
from usecases.people.identify import Person, by_id
from usecases.world import Transaction, World


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> TextShown | ThemesShown | ThemesToChange | ThemeSure | TextPage:
    """The name of a theme, a translation, or what a voice note says. Words of danger in the last
    are their author's: the named people are alerted as if they had been typed.

    Raises StaffOnly, ReadingForOfficers, OldButton, TextEmpty, TextTooLong, NameTooLong.
    """
    shown = await reading_themes.type_here(tx, world, person, text)
    if not isinstance(shown, DangerWrittenDown):
        return shown
    contact = await contacts.id_of_resident(tx, shown.resident)
    author = None if contact is None else await by_id(tx, world, contact)
    if author is not None:
        await safety_alerts.raise_alert(tx, world, author, shown.words)
    return shown.page
