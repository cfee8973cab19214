"""Late answers and comments: kept apart from those that count, and gone with them."""

from datetime import timedelta

import pytest
from storage_desk import SLUG
from storage_neighbours import AMINA, BEN, NOW, to_the_day

from storage.consultations import answers_retention, late_answers
from storage.insight import counts

LATER = NOW + timedelta(minutes=1)


async def keep(tx, who, question, value, now=NOW):
    about = {"resident": who.resident, "consultation": SLUG, "question": question}
    await late_answers.keep(tx, **about, value=value, now=now)


@pytest.fixture
async def late(database, desk):
    """Amina and Ben were late, Amina with a choice, her own words and a comment."""
    for who in (AMINA, BEN):
        await desk.begin(who)
    async with database.write() as tx:
        for who, question, value in (
            (AMINA, "first_theme", "jobs"),
            (AMINA, "own_words", "More benches"),
            (BEN, "taking_part", ("post", "phone_messages")),
        ):
            await keep(tx, who, question, value)
        await late_answers.add_comment(
            tx,
            resident=AMINA.resident,
            consultation=SLUG,
            question="first_theme",
            text="Buses first",
            now=NOW,
        )
    return desk


async def of(database, who):
    async with database.read() as tx:
        given = await late_answers.late_of(tx, who.resident)
        said = await late_answers.late_comments_of(tx, who.resident)
    return {key: v for (_, key), v in given.items()}, {key: v for (_, key), v in said.items()}


async def test_late_answers_come_back_as_they_were_given_and_people_are_counted_once(
    database, late
):
    assert await of(database, AMINA) == (
        {"first_theme": "jobs", "own_words": "More benches"},
        {"first_theme": ["Buses first"]},
    )
    assert await of(database, BEN) == ({"taking_part": ("post", "phone_messages")}, {})
    assert await late.ask(late_answers.count_late) == 2


async def test_they_are_in_no_count_and_no_export(late):
    assert await late.ask(counts.count_wards) == {}
    assert await late.ask(counts.count_answered) == {}
    assert await late.ask(counts.count_chosen) == {}
    assert [row for page in await late.exported(10) for row in page] == []


async def test_a_later_one_takes_the_place_of_an_earlier_one(database, late):
    async with database.write() as tx:
        await keep(tx, AMINA, "first_theme", "skills", now=LATER)
    given, _ = await of(database, AMINA)
    assert given["first_theme"] == "skills"


async def test_own_words_go_with_the_words_that_count_and_choices_stay(database, late):
    async with database.write() as tx:
        await answers_retention.delete_free_text(tx, SLUG, ["own_words"])
    assert await of(database, AMINA) == ({"first_theme": "jobs"}, {})


async def test_whoever_deletes_their_words_deletes_the_late_ones(database, late):
    words = {SLUG: ["own_words"]}
    async with database.write() as tx:
        assert await answers_retention.has_words(tx, AMINA.resident, words)
        await answers_retention.empty_words(tx, AMINA.resident, words)
        assert not await answers_retention.has_words(tx, AMINA.resident, words)
    assert await of(database, AMINA) == ({"first_theme": "jobs"}, {})


async def test_whoever_takes_their_answers_back_takes_the_late_ones_back(database, late):
    async with database.write() as tx:
        await answers_retention.take_back(tx, AMINA.resident, [SLUG])
    assert await of(database, AMINA) == ({}, {})
    assert await late.ask(late_answers.count_late) == 1


async def test_their_times_become_days_once_the_link_is_cut(database, late):
    async with database.write() as tx:
        await answers_retention.coarsen_answering(tx, AMINA.resident, to_the_day)
    times = {row[0] for row in await late.every(late_answers.late_answers.c.received_at)}
    assert times == {NOW, NOW.replace(hour=0, minute=0, second=0, microsecond=0)}


async def test_all_are_taken_when_the_questions_are_open_again(database, late):
    async with database.write() as tx:
        assert await late_answers.answered_late(tx) == [SLUG]
        taken = await late_answers.take_all(tx, SLUG)
        assert await late_answers.answered_late(tx) == []
    assert [(one.resident, one.is_comment) for one in taken] == [
        (AMINA.resident, False),
        (AMINA.resident, False),
        (BEN.resident, False),
        (AMINA.resident, True),
    ]
