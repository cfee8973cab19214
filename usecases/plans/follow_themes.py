"""/themes: which of the plans' themes one gets news about; none chosen means all."""

from __future__ import annotations

from dataclasses import dataclass

from content.schema import Theme
from engagement.errors import NotJoined, OldButton
from storage.people import follows
from storage.people.follows import FollowKind
from usecases.people.identify import Person
from usecases.plans import news
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class ThemesQuestion:
    """Which themes? ``chosen`` are the slugs of those followed now."""

    themes: tuple[Theme, ...]
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class ThemesKept:
    """That is it for now."""

    themes: tuple[Theme, ...]


async def ask(tx: Transaction, world: World, person: Person) -> ThemesQuestion:
    """/themes. Raises NotJoined."""
    _ = person.resident
    followed = await news.themes_of(tx, world, person)
    return ThemesQuestion(world.library.themes, frozenset(t.slug for t in followed))


async def tick(tx: Transaction, world: World, person: Person, number: int) -> ThemesQuestion:
    """Follow theme ``number`` of the list (1 is the first), or no longer.

    Raises NotJoined, OldButton.
    """
    asked = await ask(tx, world, person)
    if not 1 <= number <= len(asked.themes):
        raise OldButton
    if person.contact is None:
        raise NotJoined
    slug = asked.themes[number - 1].slug
    chosen = asked.chosen ^ {slug}
    change = follows.follow if slug in chosen else follows.unfollow
    await change(tx, person.contact.id, FollowKind.THEME, slug)
    return ThemesQuestion(asked.themes, chosen)


async def done(tx: Transaction, world: World, person: Person) -> ThemesKept:
    """The choice is made. Raises NotJoined."""
    _ = person.resident
    return ThemesKept(await news.themes_of(tx, world, person))
