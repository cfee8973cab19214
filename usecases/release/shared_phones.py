"""Answers from shared phones: which of them a table counts, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from content.schema.consultation import Consultation, QuestionKind
from engagement.insight.shared_phones import Cell, SharedAnswers, left_out
from storage.insight import shared_answers
from storage.insight.shared_answers import GivenCells
from storage.people import guests
from usecases.release.places import cell_of
from usecases.world import Transaction, World

EVERYBODY: Cell = ("everybody",)


@dataclass(frozen=True, slots=True)
class FromSharedPhones:
    """What answers from shared phones are in a consultation. ``kept`` of those people are counted
    in its table, ``apart`` are those who are not."""

    kept: int = 0
    apart: tuple[GivenCells, ...] = ()


async def shared_in(
    tx: Transaction,
    world: World,
    consultation: Consultation,
    own: tuple[Mapping[str, int], Mapping[str, int], Mapping[tuple[str, str], int]],
    but: Collection[int] = (),
) -> FromSharedPhones:
    """The answers from shared phones, and which of them stay out of the table. ``own`` are the true
    counts of everybody by ward, question and option; ``but`` residents who aren't counted."""
    slug = consultation.slug
    given = [
        one for one in await shared_answers.from_shared_phones(tx, slug) if one.resident not in but
    ]
    if not given:
        return FromSharedPhones()
    phones = await guests.phones_of(tx, [one.resident for one in given])
    owners = await shared_answers.given_by(tx, slug, [p for p in phones.values() if p is not None])
    shared = [
        SharedAnswers(one.resident, phones.get(one.resident), _cells(world, consultation, one))
        for one in given
    ]
    counted = _counted(world, consultation, own)
    for one in shared:
        counted.subtract(one.cells)
    out = left_out(
        counted,
        {one.resident: _cells(world, consultation, one) for one in owners},
        shared,
        world.thresholds.smallest_cell,
    )
    apart = tuple(one for one in given if one.resident in out)
    return FromSharedPhones(len(given) - len(apart), apart)


def _cells(world: World, consultation: Consultation, one: GivenCells) -> frozenset[Cell]:
    options = {_option(world, consultation, *chosen) for chosen in one.chosen}
    questions = {("question", question) for question in one.questions}
    return frozenset({EVERYBODY, ("ward", one.ward), *questions, *options})


def _option(world: World, consultation: Consultation, question: str, option: str) -> Cell:
    kinds = {q.key: q.kind for q in consultation.questions}
    if kinds.get(question) is QuestionKind.PLACE:
        return ("place", question, *cell_of(world, option))
    return ("option", question, option)


def _counted(
    world: World,
    consultation: Consultation,
    own: tuple[Mapping[str, int], Mapping[str, int], Mapping[tuple[str, str], int]],
) -> Counter[Cell]:
    by_ward, answered, chosen = own
    counted: Counter[Cell] = Counter({EVERYBODY: sum(by_ward.values())})
    counted.update({("ward", ward): people for ward, people in by_ward.items()})
    counted.update({("question", key): people for key, people in answered.items()})
    for (question, option), people in chosen.items():
        counted[_option(world, consultation, question, option)] += people
    return counted
