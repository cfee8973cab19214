"""Answers as rows: the last value stands, every value is remembered, and the counts agree."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from storage_neighbours import (
    ABBEY,
    AMINA,
    BEN,
    BOOKER,
    CHLOE,
    DEV,
    ELSIE,
    NOW,
    VINTAGE,
    move_in,
)

from engagement.survey import ResponseState
from storage import answers, consultations
from storage.answers import Response

SLUG = "local-priorities"
FIVE = (AMINA, BEN, CHLOE, DEV, ELSIE)


class Desk:
    """Where people's answers to one consultation are written down."""

    def __init__(self, database, consultation, version_id):
        self._database = database
        self._consultation = consultation
        self._version_id = version_id

    async def begin(self, who, receipt=None, ward=ABBEY, now=NOW):
        async with self._database.write() as tx:
            return await answers.begin(
                tx,
                resident=who.resident,
                consultation=SLUG,
                ward=ward,
                vintage=VINTAGE,
                version_id=self._version_id,
                position="first_theme",
                receipt=receipt or f"R{who.number}",
                now=now,
            )

    async def save(self, who, question, value, ward=ABBEY, now=NOW):
        response = Response(SLUG, ward, ResponseState.PARTIAL, question, "", now)
        async with self._database.write() as tx:
            await answers.save(
                tx,
                resident=who.resident,
                response=response,
                question=self._consultation.question(question),
                value=value,
                version_id=self._version_id,
                now=now,
            )

    async def move(self, who, position, state, now=NOW):
        async with self._database.write() as tx:
            await answers.move(tx, who.resident, SLUG, position=position, state=state, now=now)

    async def comment(self, who, question, words, now=NOW):
        async with self._database.write() as tx:
            await answers.add_comment(
                tx,
                resident=who.resident,
                consultation=SLUG,
                question=question,
                text=words,
                now=now,
            )

    async def values(self, who):
        async with self._database.read() as tx:
            return dict((await answers.response_of(tx, who.resident, SLUG)).values)

    async def ask(self, query, *details):
        async with self._database.read() as tx:
            return await query(tx, *details, SLUG)

    async def history(self, who, question):
        table = answers.answer_history
        async with self._database.read() as tx:
            found = await tx.execute(
                select(table.c.value)
                .where(table.c.resident_id == who.resident, table.c.question == question)
                .order_by(table.c.id)
            )
            return [*found.scalars()]

    async def exported(self, page):
        async with self._database.read() as tx:
            return [rows async for rows in answers.for_export(tx, SLUG, page=page)]

    async def every(self, *columns):
        async with self._database.read() as tx:
            return [tuple(row) for row in await tx.execute(select(*columns))]


@pytest.fixture
async def desk(database, buckinghamshire):
    consultation = buckinghamshire.consultations[SLUG]
    async with database.write() as tx:
        await move_in(tx, *FIVE)
        version_id = await consultations.publish(tx, consultation, NOW)
    return Desk(database, consultation, version_id)


@pytest.fixture
async def amina(desk):
    await desk.begin(AMINA)
    return desk


async def test_a_response_begins_with_nothing_answered(amina, database):
    async with database.read() as tx:
        assert await answers.response_of(tx, AMINA.resident, SLUG) == Response(
            SLUG, ABBEY, ResponseState.STARTED, "first_theme", "R1", NOW, {}
        )


async def test_whoever_has_not_begun_has_no_response(desk, database):
    async with database.read() as tx:
        assert await answers.response_of(tx, BEN.resident, SLUG) is None


async def test_a_receipt_code_that_is_taken_begins_nothing(amina, desk):
    assert not await desk.begin(BEN, receipt="R1")


async def test_another_code_is_drawn_after_one_that_was_taken(amina, desk):
    await desk.begin(BEN, receipt="R1")
    assert await desk.begin(BEN, receipt="R2")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("first_theme", "jobs"),
        ("taking_part", ("paper", "evenings_weekends")),
        ("easy_to_find_out", 4),
        ("own_words", "=HYPERLINK(‮<b>ﷺ'; DROP TABLE answers;--"),
        ("own_words", "w" * 3000),
    ],
)
async def test_a_value_of_any_kind_comes_back_exactly(amina, question, value):
    await amina.save(AMINA, question, value)
    assert await amina.values(AMINA) == {question: value}


async def test_fault_33_of_two_quick_taps_the_last_stands(amina):
    await amina.save(AMINA, "first_theme", "jobs")
    await amina.save(AMINA, "first_theme", "public_realm")
    assert await amina.values(AMINA) == {"first_theme": "public_realm"}


async def test_fault_33_both_of_two_quick_taps_are_remembered(amina):
    await amina.save(AMINA, "first_theme", "jobs")
    await amina.save(AMINA, "first_theme", "public_realm")
    assert await amina.history(AMINA, "first_theme") == ["jobs", "public_realm"]


async def test_a_change_of_mind_is_counted_once(amina):
    await amina.save(AMINA, "first_theme", "jobs")
    await amina.save(AMINA, "first_theme", "public_realm")
    assert await amina.ask(answers.count_chosen) == {("first_theme", "public_realm"): 1}


async def test_ticking_anew_replaces_every_former_tick(amina):
    await amina.save(AMINA, "taking_part", ("paper", "plain_words"))
    await amina.save(AMINA, "taking_part", ("plain_words", "meetings_nearby"))
    assert await amina.ask(answers.count_chosen) == {
        ("taking_part", "plain_words"): 1,
        ("taking_part", "meetings_nearby"): 1,
    }


async def test_everything_unticked_leaves_no_answer(amina):
    await amina.save(AMINA, "taking_part", ("paper",))
    await amina.save(AMINA, "taking_part", ())
    assert await amina.values(AMINA) == {}


async def test_everything_unticked_leaves_nothing_to_count(amina):
    await amina.save(AMINA, "taking_part", ("paper",))
    await amina.save(AMINA, "taking_part", ())
    counts = await amina.ask(answers.count_chosen), await amina.ask(answers.count_answered)
    assert counts == ({}, {})


async def test_everything_unticked_is_remembered(amina):
    await amina.save(AMINA, "taking_part", ("paper",))
    await amina.save(AMINA, "taking_part", ())
    assert await amina.history(AMINA, "taking_part") == [["paper"], []]


async def test_own_words_are_not_counted_as_an_option(amina):
    await amina.save(AMINA, "own_words", "More benches")
    assert await amina.ask(answers.count_chosen) == {}


async def test_a_scale_is_counted_by_its_numbers(amina):
    await amina.save(AMINA, "easy_to_find_out", 4)
    assert await amina.ask(answers.count_chosen) == {("easy_to_find_out", "4"): 1}


async def test_the_questions_somebody_has_answered_are_known(amina):
    await amina.save(AMINA, "first_theme", "jobs")
    await amina.save(AMINA, "own_words", "More benches")
    assert await amina.ask(answers.answered, AMINA.resident) == {"first_theme", "own_words"}


@pytest.fixture
async def three_wards(desk):
    """Amina and Ben of Abbey and Chloe of Booker have answered; Dev has only looked."""
    for who, ward in ((AMINA, ABBEY), (BEN, ABBEY), (CHLOE, BOOKER), (DEV, BOOKER)):
        await desk.begin(who, ward=ward)
    for who, ward, theme in (
        (AMINA, ABBEY, "jobs"),
        (BEN, ABBEY, "jobs"),
        (CHLOE, BOOKER, "public_realm"),
    ):
        await desk.save(who, "first_theme", theme, ward=ward)
        await desk.move(who, "taking_part", ResponseState.PARTIAL)
    await desk.save(AMINA, "taking_part", ("paper", "plain_words"))
    await desk.move(AMINA, None, ResponseState.COMPLETE)
    return desk


async def test_responses_are_counted_by_how_far_they_came(three_wards):
    assert await three_wards.ask(answers.count_states) == {
        ResponseState.STARTED: 1,
        ResponseState.PARTIAL: 2,
        ResponseState.COMPLETE: 1,
    }


async def test_people_with_an_answer_are_counted_by_ward(three_wards):
    assert await three_wards.ask(answers.count_wards) == {ABBEY: 2, BOOKER: 1}


async def test_people_are_counted_by_question(three_wards):
    assert await three_wards.ask(answers.count_answered) == {"first_theme": 3, "taking_part": 1}


async def test_people_are_counted_by_option(three_wards):
    assert await three_wards.ask(answers.count_chosen) == {
        ("first_theme", "jobs"): 2,
        ("first_theme", "public_realm"): 1,
        ("taking_part", "paper"): 1,
        ("taking_part", "plain_words"): 1,
    }


async def test_another_consultation_is_counted_apart(three_wards, database):
    async with database.read() as tx:
        assert await answers.count_chosen(tx, "keeping-in-touch") == {}


async def test_the_first_arrival_at_the_end_is_the_time_of_completion(amina):
    await amina.move(AMINA, None, ResponseState.COMPLETE)
    await amina.move(AMINA, None, ResponseState.COMPLETE, now=NOW + timedelta(hours=2))
    assert await amina.every(answers.responses.c.completed_at) == [(NOW,)]


async def test_a_step_back_to_a_question_opens_it_again(amina):
    await amina.move(AMINA, None, ResponseState.COMPLETE)
    await amina.move(AMINA, "first_theme", ResponseState.COMPLETE)
    assert await amina.every(answers.responses.c.position) == [("first_theme",)]


async def test_responses_come_with_the_latest_first(amina, database, buckinghamshire):
    other = buckinghamshire.consultations["keeping-in-touch"]
    async with database.write() as tx:
        version_id = await consultations.publish(tx, other, NOW)
        await answers.begin(
            tx,
            resident=AMINA.resident,
            consultation=other.slug,
            ward=ABBEY,
            vintage=VINTAGE,
            version_id=version_id,
            position=other.questions[0].key,
            receipt="R1",
            now=NOW + timedelta(minutes=1),
        )
        found = await answers.responses_of(tx, AMINA.resident)
    assert [response.consultation for response in found] == [other.slug, SLUG]


async def test_a_resident_sees_nobody_elses_answers(amina, database):
    await amina.save(AMINA, "first_theme", "jobs")
    async with database.read() as tx:
        assert await answers.responses_of(tx, BEN.resident) == []


@pytest.mark.parametrize("page", [1, 2, 3, 100])
async def test_an_export_in_pages_is_everybody_once_and_in_order(desk, page):
    for who in reversed(FIVE):
        await desk.begin(who)
        await desk.save(who, "easy_to_find_out", who.number)
    rows = [row for rows in await desk.exported(page) for row in rows]
    assert [(row.resident_id, dict(row.values)) for row in rows] == [
        (who.resident, {"easy_to_find_out": who.number}) for who in FIVE
    ]


async def test_no_page_of_an_export_is_longer_than_asked(desk):
    for who in FIVE:
        await desk.begin(who)
        await desk.save(who, "first_theme", "jobs")
    assert [len(rows) for rows in await desk.exported(2)] == [2, 2, 1]


async def test_an_export_passes_over_those_who_only_looked(desk):
    for who in (AMINA, BEN, CHLOE):
        await desk.begin(who)
    await desk.save(CHLOE, "first_theme", "jobs")
    rows = [row for rows in await desk.exported(2) for row in rows]
    assert [row.resident_id for row in rows] == [CHLOE.resident]


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
        await answers.drop_words(tx, SLUG, ["own_words"])
    return amina


async def test_choices_stay_when_own_words_are_dropped(words_dropped):
    assert await words_dropped.values(AMINA) == {"first_theme": "jobs"}


async def test_no_history_of_own_words_stays_when_they_are_dropped(words_dropped):
    assert await words_dropped.history(AMINA, "own_words") == []


async def test_no_comment_stays_when_own_words_are_dropped(words_dropped):
    assert await words_dropped.every(answers.comments.c.text) == []


MIDNIGHT = datetime(2022, 9, 6, tzinfo=UTC)


async def test_coarsened_answers_keep_only_the_day(amina, database):
    await amina.save(AMINA, "first_theme", "jobs")
    await amina.comment(AMINA, "first_theme", "Buses first")
    await amina.move(AMINA, None, ResponseState.COMPLETE)
    async with database.write() as tx:
        await answers.coarsen_answering(tx, AMINA.resident)
    moments = [
        *await amina.every(
            answers.responses.c.started_at,
            answers.responses.c.updated_at,
            answers.responses.c.completed_at,
        ),
        *await amina.every(answers.answers.c.answered_at),
        *await amina.every(answers.answer_history.c.answered_at),
        *await amina.every(answers.comments.c.written_at),
    ]
    assert {moment for row in moments for moment in row} == {MIDNIGHT}


async def test_coarsening_keeps_the_order_of_the_history(amina, database):
    for theme in ("jobs", "public_realm", "not_sure"):
        await amina.save(AMINA, "first_theme", theme)
    async with database.write() as tx:
        await answers.coarsen_answering(tx, AMINA.resident)
    assert await amina.history(AMINA, "first_theme") == ["jobs", "public_realm", "not_sure"]


async def test_coarsening_leaves_what_is_not_finished_unfinished(amina, database):
    async with database.write() as tx:
        await answers.coarsen_answering(tx, AMINA.resident)
    assert await amina.every(answers.responses.c.completed_at) == [(None,)]


async def test_coarsening_leaves_the_times_of_others(desk, database):
    await desk.begin(AMINA)
    await desk.begin(BEN)
    async with database.write() as tx:
        await answers.coarsen_answering(tx, AMINA.resident)
    assert await desk.every(answers.responses.c.started_at) in (
        [(MIDNIGHT,), (NOW,)],
        [(NOW,), (MIDNIGHT,)],
    )
