"""Quick polls in the database: one answer for each person, steps in the register, and what is
deleted when, on both databases."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import TypeAdapter
from sqlalchemy import func, select
from storage_neighbours import (
    ABBEY,
    AMINA,
    BEN,
    BOARD,
    BOARD_MEMBER,
    NOW,
    PLAYGROUND,
    HandsOfAClock,
    Neighbour,
    about_the_playground,
    move_in,
    take_post,
)

from engagement.broadcasts.audience import Audience
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.broadcasts.polls import Poll, key_of
from storage.broadcasts import asked_content, audiences, records
from storage.consultations import answers_retention, polls
from storage.consultations.polls import poll_answers
from storage.insight import releases
from storage.insight.releases import Release
from usecases.release import poll_steps
from wardmote.service.forgotten_lines import line_of, parsed

ASKS = Poll(("Saturday", "Sunday"), NOW + timedelta(days=7))
ENTRY = TypeAdapter(Release)
MANY = tuple(Neighbour(n) for n in range(10, 75))


@pytest.fixture
async def noted():
    """The lines of the list next to the database."""
    return []


@pytest.fixture
async def here(world, noted):
    """The world, in which no step needs more than 25 people."""

    def outlast(one):
        noted.append(line_of(one, 7))

    return replace(world, now=HandsOfAClock(NOW).now, draw=lambda: 0, outlast=outlast)


@pytest.fixture
async def asked(database, here):
    """A quick poll that was sent in Abbey, where many people live."""
    poll = replace(
        about_the_playground(BroadcastState.SENDING),
        kind=BroadcastKind.POLL,
        wards=(ABBEY,),
        poll=ASKS,
    )
    async with database.write() as tx:
        await take_post(tx, BOARD, BOARD_MEMBER)
        await move_in(tx, AMINA, BEN, *MANY)
        await records.add(tx, poll, "Which day?", NOW)
        await poll_steps.begin(tx, here, PLAYGROUND, ASKS)
    return poll


async def says(database, here, who, answer):
    async with database.write() as tx:
        await polls.save(tx, PLAYGROUND, who.resident, answer, NOW)
        return await poll_steps.release_due(tx, here, PLAYGROUND, ASKS)


async def of(database, what, *args):
    async with database.read() as tx:
        return await what(tx, *args)


async def test_what_it_asks_and_when_it_ends_come_back(database, asked):
    found = await of(database, records.broadcast, PLAYGROUND)
    assert (found.poll, found.stopped) == (ASKS, None)
    content = await of(database, asked_content.content_of, asked)
    assert content["poll"] == ASKS.kept
    state = await of(database, polls.state_of, PLAYGROUND)
    assert (state.closes_at, state.steps, state.is_open(NOW)) == (ASKS.closes_at, 0, True)
    assert not state.is_open(ASKS.closes_at)
    assert [s.broadcast_id for s in await of(database, polls.since, NOW)] == [PLAYGROUND]


@pytest.mark.usefixtures("asked")
async def test_each_person_has_one_answer_and_it_can_be_changed(database, here):
    await says(database, here, AMINA, "Saturday")
    await says(database, here, AMINA, "Sunday")
    await says(database, here, BEN, "Sunday")
    assert await of(database, polls.count_chosen, PLAYGROUND) == {"Sunday": 2}
    assert await of(database, polls.answer_of, PLAYGROUND, AMINA.resident) == "Sunday"
    assert await of(database, polls.count_new, PLAYGROUND) == 2


@pytest.mark.usefixtures("asked")
async def test_a_step_is_released_with_the_answer_that_completes_it(database, here):
    done = [await says(database, here, one, ASKS.answers[n % 2]) for n, one in enumerate(MANY[:49])]
    assert [n for n, released in enumerate(done, start=1) if released] == [25]
    entry = await of(database, releases.latest, key_of(PLAYGROUND))
    assert (entry.number, entry.people) == (1, 25)
    assert await says(database, here, MANY[49], "Sunday")
    last = await of(database, poll_steps.total, PLAYGROUND)
    assert last.published.about == 50
    assert [o.about for o in last.published.questions[0].options] == [25, 25]


@pytest.mark.usefixtures("asked")
async def test_changed_answers_release_nothing_however_many(database, here):
    for one in MANY[:25]:
        await says(database, here, one, "Sunday")
    assert not any([await says(database, here, one, "Saturday") for one in MANY[:25]])
    before = await of(database, poll_steps.total, PLAYGROUND)
    assert before.published.questions[0].options == ()  # all of them had said the same


@pytest.mark.usefixtures("asked")
async def test_reading_the_total_writes_nothing(database, here):
    for one in MANY[:25]:
        await says(database, here, one, "Sunday")
    async with database.read() as tx:
        first = await poll_steps.total(tx, PLAYGROUND)
        assert first == await poll_steps.total(tx, PLAYGROUND)
        count = await tx.execute(select(func.count()).select_from(releases.releases))
    assert count.scalar_one() == 1


@pytest.mark.usefixtures("asked")
async def test_after_a_restore_no_step_follows_one_that_the_answers_are_not_in(
    database, here, noted
):
    """The register knows the steps that people have seen, but not who was in them."""
    for one in MANY[:25]:
        await says(database, here, one, "Sunday")
    others = parsed("".join(noted)).others
    assert [*others.released] == [(key_of(PLAYGROUND), 1)]
    async with database.write() as tx:
        # The backup is from before: everybody's answers are there, and no step.
        await tx.execute(poll_answers.update().values(counted_in=None))
        await tx.execute(polls.polls.update().values(steps=0))
        await tx.execute(releases.releases.delete())
        [entry] = others.released.values()
        await releases.add_once(tx, ENTRY.validate_json(base64.b64decode(entry.what)))
    assert not any([await says(database, here, one, "Sunday") for one in MANY[25:65]])


@pytest.mark.usefixtures("asked")
async def test_those_who_answered_are_the_audience_of_why_it_was_stopped(database, here):
    await says(database, here, AMINA, "Saturday")
    answered = Audience((ABBEY,), answered_poll=PLAYGROUND)
    async with database.write() as tx:
        assert await polls.stop(tx, PLAYGROUND, staff_id=BOARD_MEMBER, reason="mistake", now=NOW)
        again = await polls.stop(tx, PLAYGROUND, staff_id=BOARD_MEMBER, reason="settled", now=NOW)
        assert not again
        assert await audiences.fill_slice(tx, PLAYGROUND, answered, after=-1) == AMINA.contact
    state = await of(database, polls.state_of, PLAYGROUND)
    assert (state.reason, state.stopped_by, state.is_open(NOW)) == ("mistake", BOARD_MEMBER, False)


@pytest.mark.usefixtures("asked")
async def test_one_persons_answer_is_found_and_taken_back(database, here):
    await says(database, here, AMINA, "Saturday")
    await says(database, here, BEN, "Saturday")
    open_ones = await of(database, polls.open_of, AMINA.resident, NOW)
    assert open_ones == [(PLAYGROUND, ASKS.closes_at)]
    assert await of(database, polls.open_of, AMINA.resident, ASKS.closes_at) == []
    assert await of(database, polls.held_of, AMINA.resident) == [PLAYGROUND]
    async with database.write() as tx:
        await polls.take_back(tx, AMINA.resident, [PLAYGROUND])
    assert await of(database, polls.count_chosen, PLAYGROUND) == {"Saturday": 1}


@pytest.mark.usefixtures("asked")
async def test_the_time_of_an_answer_becomes_its_day_when_a_link_is_cut(database, here):
    await says(database, here, AMINA, "Saturday")
    async with database.write() as tx:
        midnight = NOW.replace(hour=0, minute=0, second=0)
        await answers_retention.coarsen_answering(tx, AMINA.resident, lambda _: midnight)
        [row] = await tx.execute(select(poll_answers.c.answered_at))
    assert row.answered_at == midnight


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(("late", "left"), [(timedelta(0), 1), (timedelta(seconds=1), 0)])
async def test_answers_go_30_days_after_the_end_and_the_total_stays(database, here, late, left):
    for one in MANY[:25]:
        await says(database, here, one, "Saturday")
    async with database.write() as tx:
        await polls.drop_old_answers(tx, ASKS.closes_at + late)
    assert bool(await of(database, polls.count_chosen, PLAYGROUND)) is bool(left)
    assert await of(database, poll_steps.total, PLAYGROUND) is not None
