"""True counts of answers by ward, for the release. As in ``counts``, answers given on somebody
else's phone are in none of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Select, func, literal, select, union_all

from storage.consultations.answers import chosen
from storage.consultations.responses import on_shared_phones
from storage.engine.database import Transaction

_EVERY = ""
"""In place of an option: everybody who chose at least one."""


@dataclass(frozen=True, slots=True)
class ByWard:
    """People by (ward, question, option), and those with any by (ward, question), each once."""

    chosen: dict[tuple[str, str, str], int] = field(default_factory=dict, repr=False)
    answered: dict[tuple[str, str], int] = field(default_factory=dict, repr=False)


async def count_by_ward(
    tx: Transaction, consultation: str, questions: Collection[str], *, several: Collection[str]
) -> ByWard:
    """The people of each ward who answered these ``questions``, and chose each option of them. In
    those of ``several`` options people may be counted at more than one.

    It is one statement, so that a person who answers meanwhile is in all of it or in none. Those on
    somebody else's phone are few: they are taken off, which is faster than to look at the phone of
    everybody.
    """
    of = chosen.c.consultation == consultation, chosen.c.question.in_([*questions])
    more = of[0], chosen.c.question.in_([*several])
    theirs = chosen.c.resident_id.in_(on_shared_phones(consultation))
    every = union_all(
        _by_option(of, sign=1),
        _by_option((*of, theirs), sign=-1),
        _anything(more, sign=1),
        _anything((*more, theirs), sign=-1),
    ).subquery()
    by = (every.c.ward, every.c.question, every.c.option)
    found = ByWard()
    query = select(*by, func.sum(every.c.people)).group_by(*by)
    for ward, question, option, people in await tx.execute(query):
        if option != _EVERY and people:
            found.chosen[ward, question, option] = int(people)
        if option == _EVERY or question not in several:
            before = found.answered.get((ward, question), 0)
            found.answered[ward, question] = before + int(people)
    return found


def _by_option(where: tuple[ColumnElement[bool], ...], *, sign: int) -> Select[str, str, str, int]:
    by = (chosen.c.ward, chosen.c.question, chosen.c.option)
    people = (func.count() * sign).label("people")
    return select(*by, people).where(*where).group_by(*by)


def _anything(where: tuple[ColumnElement[bool], ...], *, sign: int) -> Select[str, str, str, int]:
    by = (chosen.c.ward, chosen.c.question)
    people = (func.count(chosen.c.resident_id.distinct()) * sign).label("people")
    return select(*by, literal(_EVERY).label("option"), people).where(*where).group_by(*by)
