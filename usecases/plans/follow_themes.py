"""/themes: choosing the themes whose news a resident gets; none chosen means all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content.schema.plan import Theme
from engagement.errors import NotAChoice, NotJoined, OldButton
from storage.people import follows
from storage.people.follows import FollowKind
from usecases.people.identify import Person
from usecases.plans import news
from usecases.world import Transaction, World


@dataclass(frozen=True, slots=True)
class ThemesQuestion:
    """Which themes? ``chosen`` are the slugs of the themes followed now."""

    themes: tuple[Theme, ...]
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class ThemesKept:
    """The themes followed once the choice is made."""

    themes: tuple[Theme, ...]


async def ask(tx: Transaction, world: World, person: Person) -> ThemesQuestion:
    """/themes: the list, with the themes followed now. Raises NotJoined."""
    _ = person.resident
    followed = await news.themes_of(tx, world, person)
    return ThemesQuestion(world.library.themes, frozenset(t.slug for t in followed))


async def tick(
    tx: Transaction, world: World, person: Person, number: int, *, on: bool | None = None
) -> ThemesQuestion:
    """Follow theme ``number`` of the list (from 1), or stop following it; ``on`` says which of them
    the button does, None the opposite of what is so.

    Raises NotJoined, OldButton.
    """
    asked = await ask(tx, world, person)
    if not 1 <= number <= len(asked.themes):
        raise OldButton
    if person.contact is None:
        raise NotJoined
    slug = asked.themes[number - 1].slug
    on = slug not in asked.chosen if on is None else on
    chosen = asked.chosen | {slug} if on else asked.chosen - {slug}
    change = follows.follow if slug in chosen else follows.unfollow
    await change(tx, person.contact.id, FollowKind.THEME, slug)
    return ThemesQuestion(asked.themes, chosen)


async def add(
    tx: Transaction, world: World, person: Person, numbers: Sequence[int]
) -> ThemesQuestion:
    """Follow these themes of the list (from 1) besides those followed now.

    Raises NotJoined, NotAChoice.
    """
    asked = await ask(tx, world, person)
    if not all(1 <= number <= len(asked.themes) for number in numbers):
        raise NotAChoice
    for number in numbers:
        if asked.themes[number - 1].slug not in asked.chosen:
            asked = await tick(tx, world, person, number)
    return asked


async def remove(
    tx: Transaction, world: World, person: Person, numbers: Sequence[int]
) -> ThemesQuestion:
    """Follow these themes of the list (from 1) no longer. Raises NotJoined, NotAChoice."""
    asked = await ask(tx, world, person)
    if not all(1 <= number <= len(asked.themes) for number in numbers):
        raise NotAChoice
    for number in numbers:
        if asked.themes[number - 1].slug in asked.chosen:
            asked = await tick(tx, world, person, number)
    return asked


async def clear(tx: Transaction, world: World, person: Person) -> ThemesQuestion:
    """Choose no theme, and so get news about every one. Raises NotJoined."""
    asked = await ask(tx, world, person)
    chosen = [n for n, t in enumerate(asked.themes, start=1) if t.slug in asked.chosen]
    return await remove(tx, world, person, chosen)


async def done(tx: Transaction, world: World, person: Person) -> ThemesKept:
    """Finish choosing. Raises NotJoined."""
    _ = person.resident
    return ThemesKept(await news.themes_of(tx, world, person))
