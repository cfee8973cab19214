"""Finding the ward a person means: from the list, a number, a name, a postcode or a location."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from content.schema.council import Ward
from content.typed_words import said_alike
from engagement.consultations.typed_numbers import numbers_in
from engagement.errors import (
    NoSuchWard,
    PlaceElsewhere,
    PostcodeElsewhere,
    PostcodeMalformed,
    PostcodeOutside,
)
from engagement.people import geography
from engagement.people.postcodes_in_text import (
    MALFORMED_PLACE,
    OUTSIDE_PLACE,
    UNKNOWN_PLACE,
    without_postcodes,
)
from engagement.people.refusals import NumberNotAmong, NumberNotListed
from usecases.world import World

PAGE = 10


class Purpose(StrEnum):
    """Why a ward is asked for."""

    JOIN = "join"  # where is home, for the first time
    MOVE = "move"  # where is home now
    FOLLOW = "follow"  # which other ward's news


@dataclass(frozen=True, slots=True)
class WardQuestion:
    """Which ward? ``suggested`` is the poster's; ``listed`` are pairs of (number, ward).

    The numbers are those of the council's whole list, so that a typed number means the same on
    every page. ``near`` means that the list holds the wards nearest to a shared location, numbered
    from 1, and ``exact`` that the location lies within the one ward listed. ``guess`` is a ward
    that part of a name fits: nothing is decided without a yes.
    """

    suggested: Ward | None = None
    listed: tuple[tuple[int, Ward], ...] = ()
    page: int = 0
    pages: int = 0
    purpose: Purpose = Purpose.JOIN
    near: bool = False
    exact: bool = False
    guess: Ward | None = None


@dataclass(frozen=True, slots=True)
class LocationQuestion:
    """A request to share the location, which is used once and then discarded."""


@dataclass(frozen=True, slots=True)
class Place:
    """The result of reading typed words: one ward, ``likely`` the only one that part of a name
    fits, or several that match."""

    ward: Ward | None = None
    likely: Ward | None = None
    several: tuple[Ward, ...] = ()


def _wards_of_place(world: World, text: str) -> tuple[Ward, ...]:
    """The wards in force for the place of a plan that this names: people know it by its name, also
    where no ward has that yet."""
    codes = (
        code
        for plan in world.library.plans
        for place in plan.places
        if said_alike(place.name, text)
        for code in place.nearest
    )
    wards = world.library.wards
    return tuple(wards[code] for code in dict.fromkeys(codes) if code in wards)


@dataclass(frozen=True, slots=True)
class Located:
    """The result of a shared location: the one ward it is in, or those nearby, likeliest first."""

    wards: tuple[Ward, ...]
    exact: bool


def page_of(world: World, page: int, purpose: Purpose) -> WardQuestion:
    """One page of the council's wards, numbered from 1 in order of name."""
    wards = [*world.library.wards.values()]
    pages = -(-len(wards) // PAGE)
    page = page % pages
    listed = [*enumerate(wards, start=1)][page * PAGE : (page + 1) * PAGE]
    return WardQuestion(listed=tuple(listed), page=page, pages=pages, purpose=purpose)


def only(world: World, wards: tuple[Ward, ...], purpose: Purpose) -> WardQuestion:
    """A list of only these wards, with their numbers in the whole list."""
    numbers = {ward.code: n for n, ward in enumerate(world.library.wards.values(), start=1)}
    return WardQuestion(listed=tuple((numbers[w.code], w) for w in wards), purpose=purpose)


def read_place(world: World, text: str, *, listed: bool) -> Place:
    """The ward or wards that typed words name.

    A postcode has been replaced by a ward's code, or by a placeholder word, before the update was
    stored. A number counts only if the person was shown the list it refers to (``listed``).

    Raises PostcodeMalformed, PostcodeElsewhere, PostcodeOutside, NoSuchWard, NumberNotListed.
    """
    library = world.library
    text = without_postcodes(text, library.ward_of, districts=library.districts)
    words = re.findall(r"\w+", text)
    named = dict.fromkeys(word for word in words if word in world.library.wards)
    if len(named) > 1:
        # "I moved from … to …": nobody is moved by a guess.
        return Place(several=tuple(world.library.wards[code] for code in named))
    if named:
        return Place(ward=world.library.wards[next(iter(named))])
    if OUTSIDE_PLACE in words:
        raise PostcodeOutside(council=world.library.council.short_name)
    if UNKNOWN_PLACE in words:
        raise PostcodeElsewhere(council=world.library.council.short_name)
    if MALFORMED_PLACE in words:
        raise PostcodeMalformed
    numbers = numbers_in(text, in_order=False) if listed else ()
    if len(numbers) == 1:
        return Place(ward=_numbered(world, numbers[0]))
    found = world.library.wards_matching(text) or _wards_of_place(world, text)
    if not found:
        # A postcode has a digit in it; a ward's name has none.
        raise PostcodeMalformed if re.search(r"\d", text) else NoSuchWard
    if len(found) > 1:
        return Place(several=found[:PAGE])
    whole = world.library.is_named(found[0], text)
    return Place(ward=found[0]) if whole else Place(likely=found[0])


def asked_back(world: World, place: Place, purpose: Purpose) -> WardQuestion:
    """What to ask where typed words fit no ward for certain: is it this one, or which of these."""
    if place.likely is not None:
        return WardQuestion(guess=place.likely, purpose=purpose)
    return only(world, place.several, purpose)


def is_only_a_postcode(world: World, text: str) -> bool:
    """Whether a text is only a postcode, of this council or another."""
    try:
        return ward_of_postcode(world, text) is not None
    except (PostcodeOutside, PostcodeElsewhere):
        return True


def is_more_than_a_postcode(world: World, text: str) -> bool:
    """Whether a text has a postcode in it, or what was stored in its place, and other words."""
    library = world.library
    found = without_postcodes(text, library.ward_of, districts=library.districts)
    put_in = {*library.wards, OUTSIDE_PLACE, UNKNOWN_PLACE}
    has_one = not put_in.isdisjoint(re.findall(r"\w+", found))
    return has_one and not is_only_a_postcode(world, text)


def ward_of_postcode(world: World, text: str) -> Ward | None:
    """The ward of a text that is only a postcode; None for any other text.

    Raises PostcodeOutside, PostcodeElsewhere.
    """
    library = world.library
    found = without_postcodes(text, library.ward_of, districts=library.districts).strip(" .!?,")
    if found == OUTSIDE_PLACE:
        raise PostcodeOutside(council=library.council.short_name)
    if found == UNKNOWN_PLACE:
        raise PostcodeElsewhere(council=library.council.short_name)
    return library.wards.get(found)


def near(world: World, latitude: float, longitude: float, purpose: Purpose) -> WardQuestion:
    """The ward a shared location is in, or the nearest wards, for the person to choose from.

    Raises PlaceElsewhere.
    """
    found = at(world, latitude, longitude)
    listed = tuple(enumerate(found.wards, start=1))
    return WardQuestion(listed=listed, purpose=purpose, near=True, exact=found.exact)


def at(world: World, latitude: float, longitude: float) -> Located:
    """The ward or wards a location (in degrees) may be in, for the person to confirm.

    Locations are rounded to about 100 m before they reach this code, so that even an exact match
    may be the wrong one of two neighbouring wards. Raises PlaceElsewhere.
    """
    wards = world.library.wards
    found = geography.locate(wards.values(), world.loaded.boundaries, latitude, longitude)
    if not found.wards:
        raise PlaceElsewhere(council=world.library.council.short_name)
    return Located(tuple(wards[code] for code in found.wards), found.exact)


def _numbered(world: World, number: int) -> Ward:
    wards = [*world.library.wards.values()]
    if not 1 <= number <= len(wards):
        raise NumberNotListed(first=1, last=len(wards))
    return wards[number - 1]


def check_shown(text: str, *, is_shown: bool) -> None:
    """Raise PostcodeMalformed for a number alone where no list of wards is on the screen: it may be
    that of a house."""
    if numbers_in(text, in_order=False) and not is_shown:
        raise PostcodeMalformed


def check_listed(text: str, numbers: Collection[int]) -> None:
    """Raise NumberNotListed for a text that is only a number and none of these, which a list of a
    few wards has."""
    typed = numbers_in(text, in_order=False)
    if not numbers or len(typed) != 1 or typed[0] in numbers:
        return
    first, last = min(numbers), max(numbers)
    if len(numbers) == last - first + 1 > 1:
        raise NumberNotListed(first=first, last=last)
    raise NumberNotAmong(numbers=", ".join(map(str, sorted(numbers))))
