"""/ward: showing a resident's ward, moving house, and following the news of a second ward."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from content.moved_home import place_moved_to, speaks_of_home
from content.schema.council import Ward
from engagement.errors import (
    NoSuchWard,
    OldButton,
    OwnWard,
    PostcodeElsewhere,
    PostcodeMalformed,
    PostcodeOutside,
)
from storage.conversation import shown
from storage.conversation.drafts import Draft
from storage.people import contacts, follows
from storage.people.follows import FollowKind
from usecases.people import find_ward, unfinished
from usecases.people.find_ward import LocationQuestion, Purpose, WardQuestion
from usecases.people.identify import Person
from usecases.people.welcome import Joined, welcome_back
from usecases.world import Transaction, World

MOVING, FOLLOWING = "ward", "follow"
"""Draft kinds: choosing a new home ward, and choosing a ward to follow."""
_NEWEST = "newest"
MOST_LIKELY = 3
PURPOSES: Mapping[str, Purpose] = {MOVING: Purpose.MOVE, FOLLOWING: Purpose.FOLLOW}
_DRAFTS = {purpose: kind for kind, purpose in PURPOSES.items()}


@dataclass(frozen=True, slots=True)
class WardShown:
    """The resident's ward and the wards they follow.

    ``moved`` is true just after a change. ``old`` is true where the ward belongs to former
    boundaries; ``likely`` are then the wards that mostly replaced it. ``gone`` is true where it
    has left the council's files. ``offers`` is what is open in the new ward, after a change.
    ``lapsed`` are followed wards that are not in force: their news no longer comes. ``instead``
    are the wards that mostly replaced those.
    """

    ward: Ward
    followed: tuple[Ward, ...] = ()
    moved: bool = False
    old: bool = False
    likely: tuple[Ward, ...] = ()
    gone: bool = False
    offers: Joined | None = None
    lapsed: tuple[Ward, ...] = ()
    instead: tuple[Ward, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeQuestion:
    """Has your home changed? ``ward`` is that of a typed postcode, or was ``named`` itself;
    ``same`` if it is home now. ``old``: home is in a ward of former boundaries, so that it may be
    the same home."""

    ward: Ward
    same: bool
    old: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Following:
    """The resident now follows this ward, or has stopped following it. ``instead_of`` are wards
    whose news no longer comes."""

    ward: Ward
    home: Ward
    follows: bool
    instead_of: tuple[Ward, ...] = ()


async def show(tx: Transaction, world: World, person: Person) -> WardShown:
    """The ward recorded for this resident. Raises NotJoined."""
    _, code = person.resident
    lapsed = await lapsed_wards(tx, world, person, home=code)
    return WardShown(
        ward=world.ward(code),
        followed=await followed_wards(tx, world, person),
        old=code not in world.library.wards,
        likely=likely_wards(world, code),
        gone=code in world.loaded.gone,
        lapsed=lapsed,
        instead=_instead(world, lapsed, home=code),
    )


def likely_wards(world: World, code: str) -> tuple[Ward, ...]:
    """The wards in force that mostly replaced a ward of former boundaries, the likeliest first."""
    if code in world.library.wards:
        return ()
    found = world.library.successors.get(code, ())
    return tuple(world.library.wards[c] for c in found[:MOST_LIKELY])


async def followed_wards(tx: Transaction, world: World, person: Person) -> tuple[Ward, ...]:
    """The wards in force whose news this person gets in addition to their own ward's."""
    codes = await _followed(tx, person)
    return tuple(world.library.wards[c] for c in codes if c in world.library.wards)


async def lapsed_wards(
    tx: Transaction, world: World, person: Person, *, home: str
) -> tuple[Ward, ...]:
    """The wards this person follows that are no longer in force, whose news no longer comes. What
    was or became part of ``home`` alone is left out: that news comes anyway."""
    known, successors = world.known_wards, world.library.successors
    old = [c for c in await _followed(tx, person) if c not in world.library.wards and c in known]
    return tuple(known[c] for c in old if c != home and tuple(successors.get(c, ())) != (home,))


def _instead(world: World, lapsed: tuple[Ward, ...], *, home: str) -> tuple[Ward, ...]:
    found = [ward for one in lapsed for ward in likely_wards(world, one.code)]
    return tuple(dict.fromkeys(ward for ward in found if ward.code != home))[:MOST_LIKELY]


async def _followed(tx: Transaction, person: Person) -> list[str]:
    """The codes of the wards this person follows, in force or not."""
    if person.contact is None:
        return []
    subjects = await follows.followed(tx, person.contact.id)
    return sorted(subject for kind, subject in subjects if kind is FollowKind.WARD)


async def ask(
    tx: Transaction, world: World, person: Person, purpose: Purpose, *, page: int | None = None
) -> WardQuestion:
    """Ask for a ward, by postcode or name, or from the list. Raises NotJoined."""
    await _keep_draft(tx, world, person, purpose, listed=page is not None)
    if page is None:
        return WardQuestion(purpose=purpose)
    return find_ward.page_of(world, page, purpose)


async def ask_location(
    tx: Transaction, world: World, person: Person, purpose: Purpose
) -> LocationQuestion:
    """Ask for the location. Raises NotJoined."""
    await _keep_draft(tx, world, person, purpose, listed=False)
    return LocationQuestion()


def take_location(world: World, person: Person, latitude: float, longitude: float) -> WardQuestion:
    """The ward a shared location is in, or the nearest wards. Raises PlaceElsewhere."""
    return find_ward.near(world, latitude, longitude, purpose_of(person))


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> WardQuestion | WardShown | Following:
    """Handle typed words from a person choosing a ward.

    Raises what ``find_ward.read_place`` raises, NotJoined and OwnWard.
    """
    purpose = purpose_of(person)
    draft = _draft(person)
    listed = draft is not None and bool(draft.data.get("listed"))
    found = find_ward.read_place(world, text, listed=listed)
    if found.ward is None:
        return find_ward.asked_back(world, found, purpose)
    return await choose(tx, world, person, purpose, found.ward.code)


async def ask_whether(tx: Transaction, world: World, person: Person, text: str) -> WardQuestion:
    """Words from a person choosing a ward, below something that came since: is this the one?

    Raises what ``find_ward.read_place`` raises.
    """
    purpose = purpose_of(person)
    found = find_ward.read_place(world, text, listed=False)
    if found.ward is not None:
        return WardQuestion(guess=found.ward, purpose=purpose)
    return find_ward.asked_back(world, found, purpose)


async def leave(tx: Transaction, world: World, person: Person) -> WardShown:
    """Their wards. A ward that was asked for waits no longer, and nothing changes. Raises
    NotJoined."""
    shown = await show(tx, world, person)
    await unfinished.end(tx, person, *PURPOSES)
    return shown


def ask_if_moved(world: World, person: Person, text: str) -> HomeQuestion | None:
    """A resident has typed nothing but a postcode, though no ward was asked for: has their home
    changed? None for any other text, and for people who have not joined.

    Raises PostcodeOutside, PostcodeElsewhere.
    """
    if not person.has_joined:
        return None
    ward = find_ward.ward_of_postcode(world, text)
    return None if ward is None else home_question(world, person, ward)


async def named_below(
    tx: Transaction, world: World, person: Person, text: str, *, may_answer: bool = False
) -> HomeQuestion | WardQuestion | None:
    """Words typed below /ward that name a ward, or may name one: has their home changed, or which
    ward is meant? None for words that name none, and for a sentence about something else that has a
    postcode in it, where it ``may_answer`` an open question."""
    place = place_moved_to(text)
    if may_answer and find_ward.is_more_than_a_postcode(world, place) and not speaks_of_home(text):
        return None
    try:
        found = find_ward.read_place(world, place, listed=False)
    except (NoSuchWard, PostcodeMalformed, PostcodeElsewhere, PostcodeOutside):
        return None
    ward = found.ward or found.likely
    if ward is not None:
        return replace(home_question(world, person, ward), named=True)
    await _keep_draft(tx, world, person, Purpose.MOVE, listed=False)
    return find_ward.asked_back(world, found, Purpose.MOVE)


def home_question(world: World, person: Person, ward: Ward) -> HomeQuestion:
    """Is home in this ward now? Raises NotJoined."""
    _, home = person.resident
    return HomeQuestion(ward, same=ward.code == home, old=home not in world.library.wards)


async def choose(
    tx: Transaction, world: World, person: Person, purpose: Purpose, ward: str
) -> WardShown | Following:
    """Move to the ward or follow it, as ``purpose`` says. Raises NotJoined, OwnWard."""
    if purpose is Purpose.FOLLOW:
        return await follow(tx, world, person, ward)
    return await move(tx, world, person, ward)


async def move(tx: Transaction, world: World, person: Person, ward: str) -> WardShown:
    """Make ``ward`` the resident's home. Responses keep the ward of their first answer."""
    resident, _ = person.resident
    found = world.library.wards.get(ward)
    if found is None:
        raise OldButton
    await contacts.move_resident(tx, resident, ward=ward, vintage=found.vintage)
    await unfinished.end(tx, person, *PURPOSES)
    if person.contact is not None:
        await follows.unfollow(tx, person.contact.id, FollowKind.WARD, ward)
    followed = await followed_wards(tx, world, person)
    offers = await welcome_back(tx, world, resident, ward)
    lapsed = await lapsed_wards(tx, world, person, home=ward)
    return WardShown(
        found,
        followed,
        moved=True,
        offers=offers,
        lapsed=lapsed,
        instead=_instead(world, lapsed, home=ward),
    )


async def follow(tx: Transaction, world: World, person: Person, ward: str) -> Following:
    """Follow ``ward``'s news too, one such ward at a time. Raises NotJoined, OwnWard,
    OldButton (the ward has left the council's list)."""
    _, home = person.resident
    found = world.library.wards.get(ward)
    if found is None:
        raise OldButton
    if ward == home:
        raise OwnWard(ward=found.name)
    former = await followed_wards(tx, world, person)
    if person.contact is not None:
        await follows.replace_kind(tx, person.contact.id, FollowKind.WARD, [ward])
    await unfinished.end(tx, person, *PURPOSES)
    instead = tuple(one for one in former if one.code != ward)
    return Following(found, world.ward(home), follows=True, instead_of=instead)


async def unfollow(tx: Transaction, world: World, person: Person, ward: str) -> Following:
    """Stop following ``ward``. Raises NotJoined."""
    _, home = person.resident
    if person.contact is not None:
        await follows.unfollow(tx, person.contact.id, FollowKind.WARD, ward)
    return Following(world.ward(ward), world.ward(home), follows=False)


def newest_then(draft: Draft) -> int:
    """The newest of our messages in the chat when the ward was asked for, with buttons or not."""
    return int(draft.data.get(_NEWEST, 0))


def purpose_of(person: Person) -> Purpose:
    """What this person is choosing a ward for."""
    draft = _draft(person)
    return Purpose.MOVE if draft is None else PURPOSES[draft.kind]


def _draft(person: Person) -> Draft | None:
    return next((draft for draft in person.drafts if draft.kind in PURPOSES), None)


async def _keep_draft(
    tx: Transaction, world: World, person: Person, purpose: Purpose, *, listed: bool
) -> None:
    _ = person.resident
    if person.contact is not None:
        seen = await shown.shown_to(tx, person.contact.id)
        newest = max((s.message_id for s in seen), default=0)
        draft = Draft(_DRAFTS[purpose], {"listed": listed, _NEWEST: newest})
        await unfinished.begin(tx, world, person, draft)
