"""/language: choosing the language in which the bot writes to a person."""

from __future__ import annotations

from dataclasses import dataclass

from content.language_names import language_called
from content.words import own_name
from engagement.errors import NoSuchLanguage, OldButton
from storage.people import arrivals, contacts
from usecases.people import join
from usecases.people.identify import Person
from usecases.people.join import Asked
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class LanguageQuestion:
    """Which of the council's languages? ``current`` is the one in use."""

    languages: tuple[str, ...]
    current: str


@dataclass(frozen=True, slots=True)
class LanguageSet:
    """The language that is now in use."""

    language: str


async def ask(
    tx: Transaction, world: World, person: Person, text: str = ""
) -> LanguageQuestion | LanguageSet | Asked:
    """/language, alone or followed by a language's name. Raises NoSuchLanguage."""
    if text.strip():
        return await choose(tx, world, person, named(world, text))
    return LanguageQuestion(world.library.council.languages, person.language)


async def tap(tx: Transaction, world: World, person: Person, place: int) -> LanguageSet | Asked:
    """Choose the council's language number ``place``, from 0. Raises OldButton."""
    languages = world.library.council.languages
    if not 0 <= place < len(languages):
        raise OldButton
    return await choose(tx, world, person, languages[place])


async def choose(
    tx: Transaction, world: World, person: Person, language: str
) -> LanguageSet | Asked:
    """Write in ``language`` from now on. A person who is joining stays at the same question."""
    if person.contact is not None:
        await contacts.set_language(tx, person.contact.id, language)
    if person.arrival is not None:
        await arrivals.move_arrival(tx, person.arrival.id, language=language)
        return join.current_question(world, person.arrival)
    if person.contact is None:
        return await join.arrive(tx, world, person, language=language)
    return LanguageSet(language)


def named(world: World, text: str) -> str:
    """The council's language that ``text`` names, in whatever language.

    Raises NoSuchLanguage.
    """
    languages = world.library.council.languages
    found = language_called(text, languages)
    if found is None:
        names = [own_name(language).capitalize() for language in languages]
        raise NoSuchLanguage(languages=", ".join(names))
    return found
