"""The size of an audience, as the author of a broadcast may see it."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

from engagement.broadcasts.audience import Audience
from engagement.insight.shown_numbers import ShownNumber, may_be_exact, shown_number
from engagement.staff.rights import StaffMember
from storage.broadcasts import audiences
from storage.operations import deployment
from usecases.world import Transaction, World

PREVIEWED = "previewed"
"""The audit act of a preview; its detail is the audience and its exact size."""
REMEMBERED = timedelta(days=7)
"""How long a preview is compared with later ones of the same author."""


async def size_for_author(
    tx: Transaction, world: World, member: StaffMember, whole: Audience
) -> tuple[int, ShownNumber]:
    """The exact size, for the ledger, and the number this author may see; both are noted."""
    people = await audiences.count_audience(tx, whole)
    since = world.now() - REMEMBERED
    earlier = await deployment.details_since(tx, PREVIEWED, staff_id=member.id, since=since)
    exact = whole.is_of_whole_wards and await _may_be_exact(tx, world, whole, people, earlier)
    detail = {**asdict(whole), "wards": [*whole.wards], "people": people}
    if detail not in earlier:
        await deployment.note(tx, PREVIEWED, staff_id=member.id, detail=detail, now=world.now())
    return people, shown_number(people, world.thresholds, exact=exact)


async def nobody_is_there(tx: Transaction, whole: Audience) -> bool:
    """Whether nobody could get this, whatever they follow or have answered. That nobody is left
    of those who are there is not said: it would tell what each of them chose."""
    return not await audiences.count_audience(tx, replace(whole, theme=None, not_answered=None))


async def _may_be_exact(
    tx: Transaction, world: World, whole: Audience, people: int, earlier: list[dict[str, Any]]
) -> bool:
    by_ward = await audiences.count_by_ward(tx, whole.wards)
    if not may_be_exact(by_ward, people, world.thresholds, differences=()):
        return False
    differences = []
    for detail in earlier:
        before = Audience(**{**_without_size(detail), "wards": tuple(detail["wards"])})
        by = abs(people - int(detail["people"]))
        if by < world.thresholds.smallest_cell and before != whole:
            # Of nearly the same size, but perhaps of other people.
            by = await audiences.count_difference(tx, whole, before)
        differences.append(by)
    return may_be_exact(by_ward, people, world.thresholds, differences=differences)


def _without_size(detail: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in detail.items() if name != "people"}
