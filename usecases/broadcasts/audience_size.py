"""The size of an audience, as the author of a broadcast may see it.

Counting 80,000 people takes as long as many taps, so it isn't done in the transaction that
writes. An act that needs a size and has none raises AudienceNotCounted; the caller counts it on a
connection that only reads, and begins the act again with a person who carries the size.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

from engagement.broadcasts.audience import Audience, AudienceSize, AudienceToCount
from engagement.insight.shown_numbers import ShownNumber, may_be_exact, shown_number
from engagement.staff.rights import StaffMember
from storage.broadcasts import audiences
from storage.operations import deployment
from usecases.people.identify import Person
from usecases.world import Transaction, World

PREVIEWED = "previewed"
"""The audit act of a preview; its detail is the audience and its exact size."""
REMEMBERED = timedelta(days=7)
"""How long a preview is compared with later ones of the same author."""


class AudienceNotCounted(Exception):
    """``to_count`` has to be counted before the act can go on."""

    def __init__(self, to_count: AudienceToCount) -> None:
        super().__init__()
        self.to_count = to_count


async def size_for_author(
    tx: Transaction, world: World, person: Person, member: StaffMember, whole: Audience
) -> tuple[AudienceSize, ShownNumber]:
    """The exact size, for the ledger, and the number this author may see; both are noted.

    Raises AudienceNotCounted.
    """
    since = world.now() - REMEMBERED
    earlier = await deployment.details_since(tx, PREVIEWED, staff_id=member.id, since=since)
    size = await size_of(tx, world, person, whole, earlier=tuple(_before(one) for one in earlier))
    detail = {**asdict(whole), "wards": [*whole.wards], "people": size.people}
    if detail not in earlier:
        await deployment.note(tx, PREVIEWED, staff_id=member.id, detail=detail, now=world.now())
    return size, shown_number(size.people, world.thresholds, exact=size.exact)


async def size_of(
    tx: Transaction,
    world: World,
    person: Person,
    whole: Audience,
    *,
    earlier: tuple[tuple[Audience, int], ...] = (),
) -> AudienceSize:
    """The size that was counted for this person's turn. Raises AudienceNotCounted."""
    to_count = AudienceToCount(whole, earlier)
    if person.sizes is None:
        return await count(tx, world, to_count)
    if to_count not in person.sizes:
        raise AudienceNotCounted(to_count)
    return person.sizes[to_count]


async def count(tx: Transaction, world: World, to_count: AudienceToCount) -> AudienceSize:
    """Count an audience; it only reads, so any transaction will do."""
    whole = to_count.whole
    found = await audiences.count_by_ward(tx, whole)
    people = found.people + await audiences.count_elsewhere(tx, whole)
    exact = whole.is_of_whole_wards and may_be_exact(
        found.by_ward, people, world.thresholds, differences=()
    )
    if exact:
        differences = await _differences(tx, world, to_count, people)
        exact = may_be_exact(found.by_ward, people, world.thresholds, differences=differences)
    return AudienceSize(people, everybody=people + found.answered, exact=exact)


async def nobody_is_there(tx: Transaction, whole: Audience) -> bool:
    """Whether nobody could get this, whatever they follow or have answered. That nobody is left
    of those who are there is not said: it would tell what each of them chose."""
    return not await audiences.reaches_anybody(tx, replace(whole, theme=None, not_answered=None))


async def _differences(
    tx: Transaction, world: World, to_count: AudienceToCount, people: int
) -> set[int]:
    """The numbers of people by which this audience differs from the earlier ones."""
    found, others = set(), set()
    for before, size in to_count.earlier:
        if before != to_count.whole and abs(people - size) < world.thresholds.smallest_cell:
            # Of nearly the same size, but perhaps of other people.
            others.add(before)
        else:
            found.add(abs(people - size))
    for other in others:
        found.add(await audiences.count_difference(tx, to_count.whole, other))
    return found


def _before(detail: dict[str, Any]) -> tuple[Audience, int]:
    audience = {name: value for name, value in detail.items() if name != "people"}
    return Audience(**{**audience, "wards": tuple(detail["wards"])}), int(detail["people"])
