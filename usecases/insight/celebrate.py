"""/celebrate: what was delivered in a ward, what residents said, and how many took part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from content.schema.authored import local
from content.schema.consultation import Consultation, Question, QuestionKind
from content.schema.council import Ward
from content.schema.plan import Commitment
from engagement.broadcasts.lifecycle import BroadcastKind
from engagement.consultations.lifecycle import Phase, phase
from engagement.errors import (
    NoSuchWard,
    NotOnTheList,
    PostcodeElsewhere,
    PostcodeMalformed,
)
from engagement.insight.disclosure import PublishedOption
from engagement.insight.released_table import Limits
from engagement.plans.commitments import delivered_on, is_for
from storage.broadcasts import records
from storage.broadcasts.records import Broadcast
from usecases.broadcasts.before_election import check_may_show, held_until, is_withheld
from usecases.broadcasts.compose_questions import own_wards_in_use
from usecases.broadcasts.corrected import corrections_of
from usecases.insight import results
from usecases.people import choose_ward, find_ward
from usecases.people.choose_ward import WardShown
from usecases.people.identify import Person
from usecases.plans import news
from usecases.world import Transaction, World

PAGE = 10
MOST_SHOWN = 3
"""The most consultations, delivered commitments and outcomes shown for a ward: a card has no room
for more of each."""


@dataclass(frozen=True, slots=True)
class WardToCelebrate:
    """Which ward? ``listed`` are (number, ward), one page of the wards this person may see.
    ``changed``: they have other wards since the list that was used."""

    listed: tuple[tuple[int, Ward], ...]
    page: int
    pages: int
    changed: bool = False


@dataclass(frozen=True, slots=True)
class TookPart:
    """One closed consultation and the published answers to its first question that was asked of
    everybody.

    ``here`` is the number of people from the ward who took part (rounded; None where withheld),
    ``everywhere`` the number in all its wards, or the first of those it may be, up to
    ``everywhere_to``. ``limits`` are those by which they were released.
    """

    consultation: Consultation
    here: int | None
    everywhere: int
    limits: Limits
    question: Question | None = None
    options: tuple[PublishedOption, ...] = ()
    everywhere_to: int | None = None


@dataclass(frozen=True, slots=True)
class ToldOutcome:
    """What came of answers, as it was sent, and what has been put right since."""

    text: str
    at: datetime
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Celebration:
    """What may be shown about one ward. Every number has passed the disclosure rule.

    ``page`` is the page of the list the ward is on; None where there is no list.
    """

    ward: Ward
    code: int
    took_part: tuple[TookPart, ...]
    done: tuple[tuple[Commitment, date], ...]  # only the latest
    done_count: int
    outcomes: tuple[ToldOutcome, ...]
    too_few: tuple[Consultation, ...] = ()  # counted, and answered by too few to show anything
    page: int | None = None
    waits_until: date | None = None  # some of it waits for an election in another ward
    changed: bool = False  # the wards of this person, since they were shown another

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.took_part or self.done or self.outcomes)


async def begin(
    tx: Transaction, world: World, person: Person, page: int = 0
) -> WardToCelebrate | Celebration | WardShown:
    """/celebrate: residents choose from their own ward and the one they follow, staff from theirs.

    With only one ward it is shown at once. Raises NotJoined; WardsNotInUse for staff.
    """
    wards = await _wards(tx, world, person)
    if not wards:
        # Their ward belongs to former boundaries: they have to say first where home is now.
        return await choose_ward.show(tx, world, person)
    if len(wards) == 1:
        return await celebration_of(tx, world, wards[0])
    pages = -(-len(wards) // PAGE)
    page %= pages
    listed = [*enumerate(wards, start=1)][page * PAGE : (page + 1) * PAGE]
    return WardToCelebrate(tuple(listed), page, pages)


async def type_here(
    tx: Transaction, world: World, person: Person, text: str
) -> WardToCelebrate | Celebration:
    """Handle a number, a name or a postcode typed under the list. Raises NotOnTheList."""
    wards = await _wards(tx, world, person)
    number = text.strip().rstrip(".")
    if number.isdecimal() and 1 <= int(number) <= len(wards):
        return await _one_of(tx, world, wards, wards[int(number) - 1])
    try:
        found = find_ward.read_place(world, text, listed=False)
    except (NoSuchWard, PostcodeElsewhere, PostcodeMalformed):
        raise NotOnTheList from None
    meant = [w for w in wards if w in (found.ward, found.likely, *found.several)]
    if not meant:
        raise NotOnTheList
    if len(meant) == 1:
        return await _one_of(tx, world, wards, meant[0])
    return WardToCelebrate(tuple((wards.index(w) + 1, w) for w in meant), 0, 1)


async def choose(
    tx: Transaction, world: World, person: Person, code: int
) -> WardToCelebrate | Celebration | WardShown:
    """Show the ward whose button was tapped. If it is none of this person's any more, show what
    /celebrate shows now. Raises NotJoined, OldButton; WardsNotInUse for staff."""
    ward = world.ward_coded(code)
    wards = await _wards(tx, world, person)
    mine = next((w for w in wards if w.code == ward), None)
    if mine is not None:
        return await _one_of(tx, world, wards, mine)
    now = await begin(tx, world, person)
    return now if isinstance(now, WardShown) else replace(now, changed=True)


async def _one_of(
    tx: Transaction, world: World, wards: tuple[Ward, ...], ward: Ward
) -> Celebration:
    found = await celebration_of(tx, world, ward)
    return replace(found, page=wards.index(ward) // PAGE) if len(wards) > 1 else found


async def celebration_of(tx: Transaction, world: World, ward: Ward) -> Celebration:
    """Everything that may be shown about ``ward`` today. Raises WaitsForElection."""
    check_may_show(world, [ward.code])
    done = _done(world, ward)
    counted = await _counted(tx, world, ward)
    return Celebration(
        ward=ward,
        code=world.loaded.ward_codes[ward.code],
        took_part=tuple(t for one in counted if (t := _participation(one, ward)) is not None),
        too_few=tuple(one.consultation for one in counted if one.published.about is None),
        done=done[:MOST_SHOWN],
        done_count=len(done),
        outcomes=await _outcomes(tx, world, ward),
        waits_until=_waits_until(world, ward),
    )


def _waits_until(world: World, ward: Ward) -> date | None:
    """The last day of a hold in another ward for which answers from this one aren't shown yet."""
    closed = [c for c in world.all_consultations if phase(c, world.now()) is Phase.CLOSED]
    mine = [c for c in closed if c.is_for(ward.code)]
    days = [held_until(world, c.wards or world.library.wards) for c in mine]
    return max((day for day in days if day is not None), default=None)


async def _wards(tx: Transaction, world: World, person: Person) -> tuple[Ward, ...]:
    if person.staff is not None:
        return own_wards_in_use(world, person.staff)
    wards = await news.wards_of(tx, world, person)
    return tuple(ward for ward in wards if ward.code in world.loaded.ward_codes)


async def _counted(tx: Transaction, world: World, ward: Ward) -> list[results.Results]:
    """The results of the latest consultations for this ward that have closed and are counted."""
    now = world.now()
    closed = [
        c
        for c in world.all_consultations
        if phase(c, now) is Phase.CLOSED
        and c.is_for(ward.code)
        and held_until(world, c.wards or world.library.wards) is None
    ]
    closed.sort(key=lambda c: (c.closes_at, c.slug), reverse=True)
    shown = [await results.results_for(tx, world, c) for c in closed[:MOST_SHOWN]]
    return [one for one in shown if isinstance(one, results.Results)]


def _is_for_the_card(asked: Consultation, question: Question) -> bool:
    """Whether everybody is asked it, in the short form too, and a bar says its answers."""
    is_asked = question.relevant is None and (question.short or asked.short_form is None)
    return is_asked and question.kind is not QuestionKind.PLACE


def _participation(shown: results.Results, ward: Ward) -> TookPart | None:
    public = shown.published
    if public.about is None:
        return None
    rows = dict(public.wards.rows)
    asked = shown.consultation
    of_all = {q.key for q in asked.questions if _is_for_the_card(asked, q)} - {*shown.table.former}
    told = [q for q in public.questions if any(_is_told(option) for option in q.options)]
    first = next((q for q in told if q.key in of_all), None)
    return TookPart(
        consultation=shown.consultation,
        here=rows.get(ward.code),
        everywhere=public.about,
        limits=shown.table.limits,
        question=shown.consultation.question(first.key) if first else None,
        options=first.options if first else (),
        everywhere_to=public.about_to,
    )


def _is_told(option: PublishedOption) -> bool:
    return option.percent is not None or option.share is not None


def _done(world: World, ward: Ward) -> tuple[tuple[Commitment, date], ...]:
    """The commitments delivered for this ward, with the date, the latest first."""
    today = local(world.now(), world.library.council.timezone).date()
    found = [
        (commitment, on)
        for plan in world.library.plans
        for commitment in plan.commitments
        if is_for(plan, commitment, [ward.code])
        and (on := delivered_on(commitment)) is not None
        and on <= today
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0].slug), reverse=True))


async def _outcomes(tx: Transaction, world: World, ward: Ward) -> tuple[ToldOutcome, ...]:
    for_ward: list[tuple[Broadcast, datetime]] = []
    async for found, at in news.sent(tx, [BroadcastKind.OUTCOME]):
        if ward.code in found.wards and not is_withheld(world, found, ward.code):
            for_ward.append((found, at))
        if len(for_ward) == MOST_SHOWN:
            break
    ids = [b.id for b, _ in for_ward]
    texts, wrong = await records.variants_of(tx, ids), await corrections_of(tx, world, ids)
    return tuple(
        ToldOutcome(texts[b.id]["en"][1], at, wrong.shown(b.id, ward.code)) for b, at in for_ward
    )
