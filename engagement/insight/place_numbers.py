"""Places in squares: how many people sent one in each, as it may be shown.

A square has a number of its own only if it is wholly in one ward and enough people sent a place in
it. All other places are one number for each ward, "elsewhere in Abbey", so that every place is in
exactly one number. These numbers are then shown by the rule for options of which people choose one:
small ones are joined until nobody can turn that back.

A reader who sees a square knows that it is not small. So none is joined with what is: where one
would have to be, its number goes to the rest of its ward first, as if too few had sent a place
there.
"""

from __future__ import annotations

from dataclasses import replace

from content.schema.council import Thresholds
from engagement.insight.counted_places import IN, PlaceCounts, Square
from engagement.insight.option_numbers import Base, PublishedOption, joined_options
from engagement.insight.summary import QuestionCount


def places_of(
    question: QuestionCount, base: Base, thresholds: Thresholds
) -> tuple[PublishedOption, ...]:
    """The squares and the wards as they may be shown; none where too few sent each place, and none
    of a branch: what is left of it would have to fit each number who may have been asked."""
    places = question.places
    if places is None or base.alike:
        return ()
    shown = [s for s in places.squares if _may_be_shown(s, places, thresholds)]
    shown.sort(key=lambda square: (square.people, square.key))
    while True:
        options = joined_options(_table(question, places, shown), base, thresholds)
        taken = {key for option in options if len(option.keys) > 1 for key in option.keys}
        # Without any options everything would be joined.
        small = next((s for s in shown if not options or s.key in taken), None)
        if small is None:
            return options
        shown.remove(small)


def staying_as(places: PlaceCounts, before: tuple[PublishedOption, ...]) -> PlaceCounts:
    """The counts of a second release: no square has a number that had none ``before``."""
    keys = (key for option in before for key in option.keys)
    return replace(places, listed=frozenset(key for key in keys if IN in key))


def _may_be_shown(square: Square, places: PlaceCounts, thresholds: Thresholds) -> bool:
    if places.listed is not None and square.key not in places.listed:
        return False
    return square.people >= thresholds.smallest_cell


def _table(question: QuestionCount, places: PlaceCounts, shown: list[Square]) -> QuestionCount:
    """The numbers, as options of which everybody chose one: the squares shown by their wards, and
    the rest of each ward."""
    rest = dict(places.elsewhere)
    for square in places.squares:
        if square not in shown:
            rest[square.ward] = rest.get(square.ward, 0) + square.people
    table: list[tuple[str, int]] = []
    for ward, people in rest.items():
        mine = sorted((s.key, s.people) for s in shown if s.ward == ward)
        table += [*mine, (ward, people)]
    return replace(question, people=places.people, options=tuple(table))
