"""Counting by ward agrees with counting everybody, and with the answers read one by one."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import select
from storage_desk import SLUG
from storage_neighbours import ABBEY, BOOKER, CHESHAM
from wards_that_answer import OPTIONS, all_answer

from storage.consultations import answers, responses
from storage.insight import counts, ward_counts

PEOPLE = {ABBEY: 24, BOOKER: 15, CHESHAM: 4}
SEVERAL = ("taking_part",)


@pytest.fixture
async def answered(desk, database):
    """The residents who answered on their own phone."""
    return await all_answer(desk, database, PEOPLE)


async def read_one_by_one(database, own):
    """The same, from each answer of each person."""
    chosen, people = Counter(), Counter()
    mine, theirs = answers.answers.c, responses.responses.c
    query = select(mine.resident_id, theirs.ward, mine.question, mine.value).join(
        responses.responses, theirs.resident_id == mine.resident_id
    )
    async with database.read() as tx:
        for resident, ward, question, value in await tx.execute(query):
            if resident in own and question in OPTIONS:
                people[ward, question] += 1
                values = value if isinstance(value, list) else [value]
                chosen.update((ward, question, str(one)) for one in values)
    return dict(chosen), dict(people)


async def counted(database, *questions):
    several = [q for q in questions if q in SEVERAL]
    async with database.read() as tx:
        return await ward_counts.count_by_ward(tx, SLUG, questions, several=several)


async def test_each_person_is_counted_once_in_their_ward(database, answered):
    found = await counted(database, *OPTIONS)
    assert (found.chosen, found.answered) == await read_one_by_one(database, answered)


async def test_all_wards_together_are_what_is_counted_of_the_whole_area(database, answered):
    found = await counted(database, *OPTIONS)
    async with database.read() as tx:
        area = await counts.count_chosen(tx, SLUG)
        people = await counts.count_answered(tx, SLUG)
    together = Counter()
    for (_, question, option), n in found.chosen.items():
        together[question, option] += n
    assert dict(together) == {key: n for key, n in area.items() if key[0] in OPTIONS}
    everybody = Counter()
    for (_, question), n in found.answered.items():
        everybody[question] += n
    assert dict(everybody) == {key: n for key, n in people.items() if key in OPTIONS}


async def test_a_question_that_is_not_asked_for_is_not_counted(database, answered):
    found = await counted(database, "first_theme")
    assert {question for _, question, _ in found.chosen} == {"first_theme"}


async def test_without_questions_nothing_is_counted(database, answered):
    assert (await counted(database)).chosen == {}
