"""Answers handed out and grown old: exports in pages, own words dropped, times made coarse."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import sqlite
from storage_desk import FIVE, SLUG
from storage_neighbours import AMINA, BEN, CHLOE, NOW, to_the_day

from engagement.consultations.survey import ResponseState
from storage.consultations import answers, answers_retention, comments, responses
from storage.insight import response_pages


@pytest.mark.parametrize("page", [1, 2, 3, 100])
async def test_an_export_in_pages_is_everybody_once_and_in_order(desk, page):
    for who in reversed(FIVE):
        await desk.begin(who)
        await desk.save(who, "easy_to_find_out", who.number)
    rows = [row for rows in await desk.exported(page) for row in rows]
    assert [(row.number, dict(row.values)) for row in rows] == [
        (str(who.resident), {"easy_to_find_out": who.number}) for who in FIVE
    ]


async def test_no_page_of_an_export_is_longer_than_asked(desk):
    for who in FIVE:
        await desk.begin(who)
        await desk.save(who, "first_theme", "jobs")
    assert [len(rows) for rows in await desk.exported(2)] == [2, 2, 1]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_page_of_an_export_begins_where_the_last_one_ended(database):
    """PostgreSQL plans by what it has counted, and here are only a few rows."""
    page = response_pages._ids_after(SLUG, AMINA.resident, 2)
    told = page.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    async with database.read() as tx:
        steps = [row[3] for row in await tx.execute(text(f"EXPLAIN QUERY PLAN {told}"))]
    assert steps == [
        "SEARCH responses USING COVERING INDEX ix_responses_pages "
        "(consultation=? AND resident_id>?)"
    ]


async def test_an_export_passes_over_those_who_only_looked(desk):
    for who in (AMINA, BEN, CHLOE):
        await desk.begin(who)
    await desk.save(CHLOE, "first_theme", "jobs")
    rows = [row for rows in await desk.exported(2) for row in rows]
    assert [row.number for row in rows] == [str(CHLOE.resident)]


async def test_an_export_has_a_comment_without_an_answer(amina):
    await amina.comment(AMINA, "first_theme", "None of these help with buses")
    [[row]] = await amina.exported(2)
    assert (dict(row.values), dict(row.comments)) == (
        {},
        {"first_theme": ("None of these help with buses",)},
    )


async def test_comments_are_exported_in_the_order_they_were_written(amina):
    for words in ("Buses first", "And then benches", "And bins"):
        await amina.comment(AMINA, "first_theme", words)
    [[row]] = await amina.exported(2)
    assert row.comments["first_theme"] == ("Buses first", "And then benches", "And bins")


@pytest.fixture
async def words_dropped(amina, database):
    """Amina has chosen, written and commented, and later what people wrote was deleted."""
    await amina.save(AMINA, "first_theme", "jobs")
    await amina.save(AMINA, "own_words", "More benches by the school")
    await amina.comment(AMINA, "first_theme", "Buses first")
    async with database.write() as tx:
        await answers_retention.delete_free_text(tx, SLUG, ["own_words"])
    return amina


async def test_choices_stay_when_own_words_are_dropped(words_dropped):
    assert await words_dropped.values(AMINA) == {"first_theme": "jobs"}


async def test_no_history_of_own_words_stays_when_they_are_dropped(words_dropped):
    assert await words_dropped.history(AMINA, "own_words") == []


async def test_no_comment_stays_when_own_words_are_dropped(words_dropped):
    assert await words_dropped.every(comments.comments.c.text) == []


MIDNIGHT = datetime(2022, 9, 6, tzinfo=UTC)


async def test_coarsened_answers_keep_only_the_day(amina, database):
    await amina.save(AMINA, "first_theme", "jobs")
    await amina.comment(AMINA, "first_theme", "Buses first")
    await amina.move(AMINA, None, ResponseState.COMPLETE)
    async with database.write() as tx:
        await answers_retention.coarsen_answering(tx, AMINA.resident, to_the_day)
    moments = [
        *await amina.every(
            responses.responses.c.started_at,
            responses.responses.c.updated_at,
            responses.responses.c.completed_at,
        ),
        *await amina.every(answers.answers.c.answered_at),
        *await amina.every(answers.answer_history.c.answered_at),
        *await amina.every(comments.comments.c.written_at),
    ]
    assert {moment for row in moments for moment in row} == {MIDNIGHT}


async def test_coarsening_keeps_the_order_of_the_history(amina, database):
    for theme in ("jobs", "public_realm", "not_sure"):
        await amina.save(AMINA, "first_theme", theme)
    async with database.write() as tx:
        await answers_retention.coarsen_answering(tx, AMINA.resident, to_the_day)
    assert await amina.history(AMINA, "first_theme") == ["jobs", "public_realm", "not_sure"]


async def test_coarsening_leaves_what_is_not_finished_unfinished(amina, database):
    async with database.write() as tx:
        await answers_retention.coarsen_answering(tx, AMINA.resident, to_the_day)
    assert await amina.every(responses.responses.c.completed_at) == [(None,)]


async def test_coarsening_leaves_the_times_of_others(desk, database):
    await desk.begin(AMINA)
    await desk.begin(BEN)
    async with database.write() as tx:
        await answers_retention.coarsen_answering(tx, AMINA.resident, to_the_day)
    assert await desk.every(responses.responses.c.started_at) in (
        [(MIDNIGHT,), (NOW,)],
        [(NOW,), (MIDNIGHT,)],
    )
