"""Questions asked while a broadcast is composed: which wards, and which subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from content.schema.authored import Localised
from content.schema.consultation import Consultation
from content.schema.council import Ward
from content.schema.plan import Theme
from content.typed_words import keyed
from engagement.broadcasts.refusals import WardsNotInUse
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.typed_numbers import numbers_in
from engagement.errors import NoSuchSubject, NotYourWards
from engagement.staff.rights import StaffMember
from storage.broadcasts import records
from usecases.broadcasts.kept_messages import KeptMessage
from usecases.world import Transaction, World

PAGE = 10
MOST_CLOSED = 3
"""The number of closed consultations offered for an outcome message, the latest first."""


@dataclass(frozen=True, slots=True)
class WardsQuestion:
    """Who is it for? ``listed`` are (number, ward) of this page of the sender's own wards."""

    listed: tuple[tuple[int, Ward], ...]
    chosen: frozenset[str]
    count: int
    of_plan: int
    page: int
    pages: int
    new_wards: bool = False  # there are wards of former boundaries
    before: tuple[KeptMessage, ...] = ()  # what was begun before
    changing: bool = False  # the message has its text already


@dataclass(frozen=True, slots=True)
class SubjectQuestion:
    """What is it about? A theme, an open consultation, the outcome of a closed one, or something
    else. ``told`` are those whose outcome has gone to all of these wards already."""

    themes: tuple[Theme, ...]
    consultations: tuple[Consultation, ...]
    closed: tuple[Consultation, ...] = ()
    told: frozenset[str] = frozenset()
    before: tuple[KeptMessage, ...] = ()  # what was begun before
    back: bool = False  # the wards were asked for, or there is a text already


def own_wards(world: World, member: StaffMember) -> tuple[Ward, ...]:
    """The wards a member of staff may send to, in order of name."""
    return tuple(world.library.wards[code] for code in member.own(world.library.wards))


def own_wards_in_use(world: World, member: StaffMember) -> tuple[Ward, ...]:
    """The same, where there must be some. Raises WardsNotInUse where the boundaries have changed or
    a ward has left the files, and NotYourWards for a role without wards."""
    own = own_wards(world, member)
    if not own:
        raise WardsNotInUse if member.wards else NotYourWards
    return own


def plan_wards(world: World, own: tuple[Ward, ...]) -> tuple[Ward, ...]:
    """The sender's own wards that the plans are for; empty if that is at most one, or all."""
    found = tuple(w for w in world.library.plan_wards if w in own)
    return found if 1 < len(found) < len(own) else ()


def wards_question(world: World, member: StaffMember, data: Mapping[str, Any]) -> WardsQuestion:
    """The page of the sender's own wards a draft is at. Raises WardsNotInUse, NotYourWards."""
    own = own_wards_in_use(world, member)
    pages = -(-len(own) // PAGE)
    page = int(data["page"]) % pages
    listed = [*enumerate(own, start=1)][page * PAGE : (page + 1) * PAGE]
    return WardsQuestion(
        listed=tuple(listed),
        chosen=frozenset(data["wards"]),
        count=len(own),
        of_plan=len(plan_wards(world, own)),
        page=page,
        pages=pages,
    )


def subject_question(world: World, wards: list[str]) -> SubjectQuestion:
    """The plans' themes, and the consultations that are for every one of ``wards``."""
    common = [
        c
        for c in world.all_consultations
        if phase(c, world.now()) is Phase.OPEN and wards and all(c.is_for(w) for w in wards)
    ]
    closed = [
        c
        for c in world.all_consultations
        if phase(c, world.now()) is Phase.CLOSED and wards and all(c.is_for(w) for w in wards)
    ]
    closed.sort(key=lambda c: (c.closes_at, c.slug), reverse=True)
    return SubjectQuestion(
        themes=world.library.themes,
        consultations=tuple(sorted(common, key=lambda c: (c.closes_at, c.slug))),
        closed=tuple(closed[:MOST_CLOSED]),
    )


def subject_named(world: World, wards: list[str], text: str) -> int:
    """The number of the subject that was typed as a number or name; 0 means "something else".

    Raises NoSuchSubject.
    """
    question = subject_question(world, wards)
    words = keyed(text)
    names = [
        *(spoken_names(t.name) | spoken_names(t.short_name or t.name) for t in question.themes),
        *(spoken_names(c.title) for c in (*question.consultations, *question.closed)),
    ]
    for number, known in enumerate(names, start=1):
        if words in known:
            return number
    if words == "something else":
        return 0
    numbers = numbers_in(text)
    if len(numbers) == 1 and 1 <= numbers[0] <= len(names) + 1:
        return numbers[0] % (len(names) + 1)
    raise NoSuchSubject


def spoken_names(name: Localised) -> set[str]:
    """A name in each of its languages, normalised as typed words are for comparison."""
    return {keyed(text) for text in name.root.values()}


async def told_of(tx: Transaction, world: World, wards: Sequence[str]) -> frozenset[str]:
    """The closed consultations whose outcome has gone to all of these wards already."""
    closed = [c.slug for c in subject_question(world, [*wards]).closed]
    reached: dict[str, set[str]] = {}
    for sent in await records.outcomes_sent(tx, closed):
        reached.setdefault(sent.consultation or "", set()).update(sent.wards)
    return frozenset(slug for slug, where in reached.items() if where.issuperset(wards))


def former_wards(world: World, member: StaffMember) -> list[str]:
    """All wards of former boundaries, or gone from the files, whether anybody still has them or
    not; empty unless the member has every ward."""
    if not member.every_ward:
        return []
    gone = world.loaded.gone
    earlier = [c for c, ward in world.library.former.items() if ward.vintage < world.vintage]
    return sorted({*earlier, *gone})
