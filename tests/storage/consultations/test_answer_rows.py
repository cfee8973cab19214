"""Answers as rows: the last value stands, every value is remembered, and the counts agree."""

from datetime import timedelta, timezone

import pytest
from storage_desk import SLUG
from storage_neighbours import ABBEY, AMINA, BEN, BOOKER, CHLOE, DEV, NOW, VINTAGE

from engagement.consultations.survey import ResponseState
from storage.consultations import answers, comments, responses, versions
from storage.consultations.responses import Response
from storage.insight import counts


async def test_a_response_begins_with_nothing_answered(amina, database):
    async with database.read() as tx:
        assert await responses.response_of(tx, AMINA.resident, SLUG) == Response(
            SLUG, ABBEY, ResponseState.STARTED, "first_theme", "R1", NOW, {}
        )


async def test_whoever_has_not_begun_has_no_response(desk, database):
    async with database.read() as tx:
        assert await responses.response_of(tx, BEN.resident, SLUG) is None


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


async def test_fault_33_of_two_quick_taps_the_last_counts(amina):
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
    assert await amina.ask(counts.count_chosen) == {("first_theme", "public_realm"): 1}


async def test_ticking_anew_replaces_every_former_tick(amina):
    await amina.save(AMINA, "taking_part", ("paper", "plain_words"))
    await amina.save(AMINA, "taking_part", ("plain_words", "meetings_nearby"))
    assert await amina.ask(counts.count_chosen) == {
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
    left = await amina.ask(counts.count_chosen), await amina.ask(counts.count_answered)
    assert left == ({}, {})


async def test_everything_unticked_is_remembered(amina):
    await amina.save(AMINA, "taking_part", ("paper",))
    await amina.save(AMINA, "taking_part", ())
    assert await amina.history(AMINA, "taking_part") == [["paper"], []]


async def test_own_words_are_not_counted_as_an_option(amina):
    await amina.save(AMINA, "own_words", "More benches")
    assert await amina.ask(counts.count_chosen) == {}


async def test_a_scale_is_counted_by_its_numbers(amina):
    await amina.save(AMINA, "easy_to_find_out", 4)
    assert await amina.ask(counts.count_chosen) == {("easy_to_find_out", "4"): 1}


@pytest.fixture
async def three_wards(desk):
    """Amina and Ben of Abbey and Chloe of Booker have answered; Dev has only looked."""
    for who, ward in ((AMINA, ABBEY), (BEN, ABBEY), (CHLOE, BOOKER), (DEV, BOOKER)):
        await desk.begin(who, ward=ward)
    for who, theme in ((AMINA, "jobs"), (BEN, "jobs"), (CHLOE, "public_realm")):
        await desk.save(who, "first_theme", theme)
        await desk.move(who, "taking_part", ResponseState.PARTIAL)
    await desk.save(AMINA, "taking_part", ("paper", "plain_words"))
    await desk.move(AMINA, None, ResponseState.COMPLETE)
    return desk


async def test_people_with_an_answer_are_counted_by_ward(three_wards):
    assert await three_wards.ask(counts.count_wards) == {ABBEY: 2, BOOKER: 1}


async def test_people_are_counted_by_question(three_wards):
    assert await three_wards.ask(counts.count_answered) == {"first_theme": 3, "taking_part": 1}


async def test_people_are_counted_by_option(three_wards):
    assert await three_wards.ask(counts.count_chosen) == {
        ("first_theme", "jobs"): 2,
        ("first_theme", "public_realm"): 1,
        ("taking_part", "paper"): 1,
        ("taking_part", "plain_words"): 1,
    }


async def test_another_consultation_is_counted_apart(three_wards, database):
    async with database.read() as tx:
        assert await counts.count_chosen(tx, "keeping-in-touch") == {}


async def test_the_first_arrival_at_the_end_is_the_time_of_completion(amina):
    await amina.move(AMINA, None, ResponseState.COMPLETE)
    await amina.move(AMINA, None, ResponseState.COMPLETE, now=NOW + timedelta(hours=2))
    assert await amina.every(responses.responses.c.completed_at) == [(NOW,)]


async def test_completion_told_in_summer_time_is_the_same_moment(amina):
    summer = NOW.astimezone(timezone(timedelta(hours=1)))
    await amina.move(AMINA, None, ResponseState.COMPLETE, now=summer)
    assert await amina.every(responses.responses.c.completed_at) == [(NOW,)]


async def test_a_step_back_to_a_question_opens_it_again(amina):
    await amina.move(AMINA, None, ResponseState.COMPLETE)
    await amina.move(AMINA, "first_theme", ResponseState.COMPLETE)
    assert await amina.every(responses.responses.c.position) == [("first_theme",)]


async def test_responses_come_with_the_latest_first(amina, database, buckinghamshire):
    other = buckinghamshire.consultations["keeping-in-touch"]
    async with database.write() as tx:
        version_id = await versions.publish(tx, other, NOW)
        await responses.begin(
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
        found = await responses.responses_of(tx, AMINA.resident)
    assert [response.consultation for response in found] == [other.slug, SLUG]


async def test_a_resident_sees_nobody_elses_answers(amina, database):
    await amina.save(AMINA, "first_theme", "jobs")
    async with database.read() as tx:
        assert await responses.responses_of(tx, BEN.resident) == []


async def test_the_answer_given_last_is_the_latest(amina, database):
    """W3."""
    async with database.read() as tx:
        assert await answers.latest(tx, AMINA.resident) is None
    await amina.save(AMINA, "own_words", "More lamps")
    async with database.read() as tx:
        found = await answers.latest(tx, AMINA.resident)
    assert found is not None
    assert found[:3] == (SLUG, "own_words", "More lamps")


async def test_a_comment_is_deleted_by_its_own_writer_alone(amina, database):
    """W8."""
    async with database.write() as tx:
        for text in ("One", "Two"):
            await comments.add_comment(
                tx, resident=AMINA.resident, consultation=SLUG, question="first_theme", text=text,
                now=NOW,
            )  # fmt: skip
        first, second = await comments.every_comment_of(tx, AMINA.resident)
        await comments.delete_comment(tx, BEN.resident, first.id)
        await comments.delete_comment(tx, AMINA.resident, second.id)
        (left,) = await comments.every_comment_of(tx, AMINA.resident)
    assert (left.text, left.question) == ("One", "first_theme")
