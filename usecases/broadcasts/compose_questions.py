"""Questions asked while a broadcast is composed: which wards, and which subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zlib import crc32

from content.schema.authored import Localised
from content.schema.consultation import Consultation
from content.schema.council import Ward
from content.schema.plan import Theme
from content.typed_by_staff import is_something_else, is_urgent
from content.typed_words import keyed
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.broadcasts.refusals import WardsNotInUse
from engagement.consultations.lifecycle import Phase, has_ended, phase
from engagement.consultations.steering import paused_until
from engagement.consultations.typed_numbers import numbers_in
from engagement.errors import NoSuchSubject, NotYourWards
from engagement.staff.rights import StaffMember
from storage.broadcasts import started
from usecases.broadcasts.kept_messages import KeptMessage
from usecases.broadcasts.returned_messages import ReturnedMessage
from usecases.world import Transaction, World

PAGE = 10
MOST_CLOSED = 3
"""The number of closed consultations offered for an outcome message, the latest first."""


@dataclass(frozen=True, slots=True)
class WardsQuestion:
    """Who is it for? ``listed`` are (number, ward) of this page of the sender's own wards.
    ``chosen`` are those of every page, in order of name."""

    listed: tuple[tuple[int, Ward], ...]
    chosen: tuple[Ward, ...]
    count: int
    of_plan: int
    page: int
    pages: int
    new_wards: bool = False  # there are wards of former boundaries
    before: tuple[KeptMessage, ...] = ()  # what was begun before
    changing: bool = False  # the message has its text already
    returned: tuple[ReturnedMessage, ...] = ()  # what a second person has not approved
    meant: tuple[Ward, ...] = ()  # the wards that typed words may mean
    lost: bool = False  # some of the wards are not the author's any more
    with_text: str = ""  # its text, where it has one and no subject yet


@dataclass(frozen=True, slots=True)
class SubjectQuestion:
    """What is it about? A theme, an open consultation, the outcome of a closed one, or something
    else. ``told`` are the wards, of those chosen, to which the outcome of a closed one has gone
    already; ``gone``: the subject chosen is not on the list any more. ``partly`` are the open
    consultations that only some of the wards chosen are asked, with those wards and the others;
    ``paused`` those that take no answers until a moment."""

    themes: tuple[Theme, ...]
    consultations: tuple[Consultation, ...]
    closed: tuple[Consultation, ...] = ()
    told: Mapping[str, tuple[Ward, ...]] = field(default_factory=dict)
    partly: tuple[tuple[Consultation, tuple[Ward, ...], tuple[Ward, ...]], ...] = ()
    paused: tuple[tuple[Consultation, datetime], ...] = ()
    wards: int = 0  # the number of wards chosen
    gone: bool = False
    on_its_own: bool = False  # it was a correction of what nobody got
    with_text: str = ""  # its text, where it has one and no subject yet
    urgent: bool = False  # the message may be an urgent one
    before: tuple[KeptMessage, ...] = ()  # what was begun before
    returned: tuple[ReturnedMessage, ...] = ()  # what a second person has not approved
    back: bool = False  # the wards were asked for, or there is a text already


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of the list. ``tag`` is the number on its button: unlike its place it means the
    same when the list has changed, and an invitation's is another than the outcome's."""

    kind: BroadcastKind
    about: Theme | Consultation

    @property
    def tag(self) -> int:
        return crc32(f"{self.kind}:{self.about.slug}".encode()) >> 1


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
        chosen=tuple(ward for ward in own if ward.code in data["wards"]),
        count=len(own),
        of_plan=len(plan_wards(world, own)),
        page=page,
        pages=pages,
        lost=bool(data.get("lost")),
        meant=tuple(ward for ward in own if ward.code in data.get("meant", ())),
    )


def subject_question(world: World, wards: list[str]) -> SubjectQuestion:
    """The plans' themes, and the consultations that are for every one of ``wards``."""
    running = [c for c in world.all_consultations if phase(c, world.now()) is Phase.OPEN]
    running.sort(key=lambda c: (c.closes_at, c.slug))
    closed = [
        c
        for c in world.all_consultations
        if has_ended(c, world.now()) and wards and all(c.is_for(w) for w in wards)
    ]
    closed.sort(key=lambda c: (c.closes_at, c.slug), reverse=True)
    return SubjectQuestion(
        themes=world.library.themes,
        consultations=tuple(c for c in running if wards and all(c.is_for(w) for w in wards)),
        closed=tuple(closed[:MOST_CLOSED]),
        partly=tuple(one for c in running if all((one := _partly(world, c, wards))[1:])),
        paused=tuple(_paused(world, wards)),
        wards=len(wards),
    )


def _partly(
    world: World, asks: Consultation, wards: Sequence[str]
) -> tuple[Consultation, tuple[Ward, ...], tuple[Ward, ...]]:
    """A consultation with the wards, of these, that it is for, and with the others."""
    chosen = [world.known_wards[code] for code in wards if code in world.known_wards]
    mine = tuple(ward for ward in chosen if asks.is_for(ward.code))
    return asks, mine, tuple(ward for ward in chosen if ward not in mine)


def _paused(world: World, wards: Sequence[str]) -> Iterator[tuple[Consultation, datetime]]:
    """The consultations for any of these wards that take no answers just now, until when."""
    for asks in world.all_consultations:
        until = paused_until(asks, world.now())
        is_paused = phase(asks, world.now()) is Phase.PAUSED
        if is_paused and until is not None and any(asks.is_for(ward) for ward in wards):
            yield asks, until


def says_why_not(world: World, wards: list[str], text: str) -> bool:
    """Whether these words name questions that are not on the list for these wards, and it says why
    not."""
    asked, words = subject_question(world, wards), keyed(text)
    if any(words in _names(subject.about) for subject in listed_subjects(asked)):
        return False
    absent = [*(c for c, _, _ in asked.partly), *(c for c, _ in asked.paused)]
    return any(name in words for c in absent for name in _names(c))


def listed_subjects(asked: SubjectQuestion) -> tuple[Subject, ...]:
    """The subjects of this list, in its order."""
    return (
        *(Subject(BroadcastKind.UPDATE, theme) for theme in asked.themes),
        *(Subject(BroadcastKind.INVITATION, asks) for asks in asked.consultations),
        *(Subject(BroadcastKind.OUTCOME, over) for over in asked.closed),
    )


def subjects(world: World, wards: list[str]) -> tuple[Subject, ...]:
    """The subjects of a message to these wards."""
    return listed_subjects(subject_question(world, wards))


def subject_fits(world: World, data: Mapping[str, Any]) -> bool:
    """Whether the subject of a draft can be chosen for its wards now."""
    slug = data.get("theme") or data.get("consultation")
    possible = {(s.kind, s.about.slug) for s in subjects(world, data["wards"])}
    return slug is None or (data.get("kind"), slug) in possible


def invites_in_vain(world: World, data: Mapping[str, Any]) -> bool:
    """Whether a draft invites to questions that have closed or were withdrawn, or aren't there."""
    if data.get("kind") != BroadcastKind.INVITATION or not data.get("consultation"):
        return False
    known = world.loaded.consultations.get(data["consultation"])
    return known is None or has_ended(known.consultation, world.now())


URGENT = "urgent"


def subject_named(world: World, wards: list[str], text: str, *, urgent: bool) -> int | str:
    """The tag of the subject that was typed as a number or name; 0 means "something else", and
    URGENT what is last in the list of those who may send it.

    Raises NoSuchSubject.
    """
    found, words = subjects(world, wards), keyed(text)
    for subject in found:
        if words in _names(subject.about):
            return subject.tag
    if is_something_else(text):
        return 0
    numbers = numbers_in(text)
    if urgent and (is_urgent(text) or numbers == (len(found) + 2,)):
        return URGENT
    if len(numbers) == 1 and 1 <= numbers[0] <= len(found) + 1:
        return [*(subject.tag for subject in found), 0][numbers[0] - 1]
    raise NoSuchSubject


def _names(about: Theme | Consultation) -> set[str]:
    if isinstance(about, Consultation):
        return spoken_names(about.title)
    return spoken_names(about.name) | spoken_names(about.short_name or about.name)


def spoken_names(name: Localised) -> set[str]:
    """A name in each of its languages, normalised as typed words are for comparison."""
    return {keyed(text) for text in name.root.values()}


async def told_of(
    tx: Transaction, world: World, wards: Sequence[str]
) -> dict[str, tuple[Ward, ...]]:
    """The wards, of these, to which the outcomes of closed consultations have gone already, or
    wait: not those where the monitoring officer dropped it, or its author took it back."""
    closed = [c.slug for c in subject_question(world, [*wards]).closed]
    reached: dict[str, set[str]] = {}
    for sent in await started.outcomes_sent(tx, closed):
        dropped = {*sent.held_wards} - {*sent.undecided_wards}
        if sent.taken_back_at is None:
            reached.setdefault(sent.consultation or "", set()).update({*sent.wards} - dropped)
    known = world.known_wards
    return {
        slug: tuple(known[ward] for ward in wards if ward in where)
        for slug, where in reached.items()
    }


def former_wards(world: World, member: StaffMember) -> list[str]:
    """All wards of former boundaries, or gone from the files, whether anybody still has them or
    not; empty unless the member has every ward."""
    if not member.every_ward:
        return []
    gone = world.loaded.gone
    earlier = [c for c, ward in world.library.former.items() if ward.vintage < world.vintage]
    return sorted({*earlier, *gone})
