"""The size of an audience, as the author of a broadcast may see it.

Counting 80,000 people takes as long as many taps, so it isn't done in the transaction that
writes. An act that needs a size and has none raises AudienceNotCounted; the caller counts it on a
connection that only reads, and begins the act again with a person who carries the size.
"""

from __future__ import annotations

from dataclasses import dataclass

from engagement.broadcasts.audience import Audience, WardPeople
from engagement.insight.shown_numbers import (
    ShownNumber,
    at_most,
    part_number,
    shown_number,
    together,
)
from storage.broadcasts import audiences, records
from storage.broadcasts.records import Broadcast
from usecases.people.identify import Person
from usecases.world import Transaction, World


class AudienceNotCounted(Exception):
    """``audience`` has to be counted before the act can go on."""

    def __init__(self, audience: Audience) -> None:
        super().__init__()
        self.audience = audience


@dataclass(frozen=True, slots=True)
class AudienceSize:
    """The size of an audience as shown."""

    number: ShownNumber


async def size_of(tx: Transaction, world: World, person: Person, whole: Audience) -> AudienceSize:
    """The size that was counted for this person's turn. That of an invitation is any number up to
    that of its wards: its own, compared with how many have answered, would show how few have left
    since. Raises AudienceNotCounted.

    Those who got what a correction corrects are at most as many as that was approved for: how many
    it reached would tell how few it missed.
    """
    if whole.corrects is not None:
        wrong = await records.broadcast(tx, whole.corrects)
        number = shown_number(0, world.thresholds) if wrong is None else number_of(world, wrong)
        return AudienceSize(at_most(number))
    if person.sizes is None:
        wards = await count(tx, whole)
    elif whole not in person.sizes:
        raise AudienceNotCounted(whole)
    else:
        wards = person.sizes[whole]
    if whole.as_one:
        return AudienceSize(shown_number(sum(ward.live for ward in wards), world.thresholds))
    steps = [ward.narrowed(whole) for ward in wards]
    numbers = [part_number(people, world.thresholds) for people in steps]
    if whole.not_answered is not None:
        numbers = [at_most(number) for number in numbers]
    return AudienceSize(together(numbers))


async def count(tx: Transaction, whole: Audience) -> tuple[WardPeople, ...]:
    """Count an audience; it only reads, so any transaction will do."""
    return tuple(await audiences.count_by_ward(tx, whole))


def number_of(world: World, found: Broadcast) -> ShownNumber:
    """The number of people as it was shown when this broadcast was approved. Of one from before
    that was kept, it is the most it may have been."""
    if found.number is not None:
        return ShownNumber(**found.number)
    return at_most(shown_number(found.people_shown, world.thresholds))
