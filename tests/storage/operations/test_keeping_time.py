"""What time brings: everything goes when its purpose is over, once, and nothing goes before."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from storage_callers import settled_in
from storage_neighbours import AMINA, BEN, BOARD, BOARD_MEMBER, NOW, move_in, take_post

from engagement.broadcasts.delivery import Reach
from storage.consultations import comments
from storage.conversation import drafts, inbox
from storage.conversation.drafts import Draft
from storage.conversation.inbox import Incoming
from storage.insight import counts
from storage.operations import deployment
from storage.people import arrivals, contacts, residents
from storage.people.arrivals import Arrival
from storage.staff import members
from usecases.operations import retention
from usecases.people import leave
from usecases.people.identify import heard, recognise
from usecases.world import World

SECOND = timedelta(seconds=1)
YEAR = timedelta(days=365)


@pytest.fixture
async def here(database, world):
    return await settled_in(database, world)


async def tidy(database, world):
    async with database.write() as tx:
        return [gone.contact_id for gone in await retention.tidy(tx, world)]


async def tidy_after(database, world, clock, time):
    clock.passes(time)
    return await tidy(database, world)


async def count(database, table):
    async with database.read() as tx:
        return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


async def says_hello(database, who):
    async with database.write() as tx:
        arrival = Arrival(who.contact, who.chat, "en", "hello", None, None, 0)
        await arrivals.note_arrival(tx, arrival, NOW)


@pytest.mark.parametrize(
    ("time", "left"), [(timedelta(hours=24), 1), (timedelta(hours=24) + SECOND, 0)]
)
async def test_whoever_never_agreed_is_gone_after_a_day(database, world, clock, time, left):
    await says_hello(database, AMINA)
    await tidy_after(database, world, clock, time)
    assert await count(database, arrivals.arrivals) == left


@pytest.mark.parametrize(
    ("time", "left"), [(timedelta(days=7) - SECOND, 1), (timedelta(days=7), 0)]
)
async def test_what_was_begun_is_dropped_after_seven_days(database, world, clock, time, left):
    async with database.write() as tx:
        await move_in(tx, AMINA)
        await drafts.keep(tx, AMINA.contact, Draft("ward"), NOW)
    await tidy_after(database, world, clock, time)
    assert await count(database, drafts.drafts) == left


@pytest.mark.parametrize(
    ("time", "left"), [(timedelta(days=7), 1), (timedelta(days=7) + SECOND, 0)]
)
async def test_what_was_set_aside_is_deleted_after_seven_days(database, world, clock, time, left):
    async with database.write() as tx:
        [row] = await inbox.store(tx, 1, [Incoming(1, AMINA.chat, "{}")], NOW)
        await inbox.quarantine(tx, row.seq, "K7-QRT", reason="Why", now=NOW)
    await tidy_after(database, world, clock, time)
    assert await count(database, inbox.inbox) == left


# A year of silence


@pytest.fixture
async def amina_and_ben(database, here):
    async with database.write() as tx:
        await move_in(tx, AMINA, BEN)
    return here


async def speaks(database, world, who):
    async with database.write() as tx:
        await heard(tx, world, await recognise(tx, world, who.chat))


async def test_a_year_of_silence_cuts_a_link(database, amina_and_ben, clock):
    cut = await tidy_after(database, amina_and_ben, clock, YEAR + SECOND)
    assert (sorted(cut), await count(database, contacts.contacts)) == (
        [AMINA.contact, BEN.contact],
        0,
    )


async def test_a_link_is_kept_to_the_last_day_of_its_year(database, amina_and_ben, clock):
    assert await tidy_after(database, amina_and_ben, clock, YEAR) == []


async def test_whoever_spoke_meanwhile_is_kept(database, amina_and_ben, clock):
    clock.passes(timedelta(days=200))
    await speaks(database, amina_and_ben, BEN)
    assert await tidy_after(database, amina_and_ben, clock, timedelta(days=200)) == [AMINA.contact]


async def test_whoever_fell_silent_stays_a_resident_without_a_link(database, amina_and_ben, clock):
    await tidy_after(database, amina_and_ben, clock, YEAR + SECOND)
    assert await count(database, residents.residents) == 2


async def test_silence_after_stopping_is_silence_too(database, here, clock):
    async with database.write() as tx:
        await move_in(tx, AMINA, reach=Reach.STOPPED)
    assert await tidy_after(database, here, clock, YEAR + SECOND) == [AMINA.contact]


async def test_a_member_of_staff_who_fell_silent_has_left_their_post(database, here, clock):
    async with database.write() as tx:
        await take_post(tx, BOARD, BOARD_MEMBER)
    await tidy_after(database, here, clock, YEAR + SECOND)
    async with database.read() as tx:
        assert await members.current_staff(tx) == []


# Own words, a year after the decision: it was due on 30 November 2022.

THE_LAST_SECOND = datetime(2023, 11, 30, 23, 59, 59, tzinfo=UTC)
A_YEAR_PAST = datetime(2023, 12, 1, tzinfo=UTC)


@pytest.fixture
async def said(amina, database):
    """Amina has chosen, written and commented."""
    await amina.save(AMINA, "first_theme", "jobs")
    await amina.save(AMINA, "own_words", "More benches by the school")
    await amina.comment(AMINA, "first_theme", "Buses first")
    return amina


@pytest.fixture
async def long_after(said, database, here, clock):
    await tidy_after(database, here, clock, A_YEAR_PAST - NOW)
    return said


async def test_own_words_are_deleted_a_year_after_the_decision(long_after):
    assert await long_after.values(AMINA) == {"first_theme": "jobs"}


async def test_no_former_own_words_are_kept_a_year_after_the_decision(long_after):
    assert await long_after.history(AMINA, "own_words") == []


async def test_no_comment_is_kept_a_year_after_the_decision(long_after):
    assert await long_after.every(comments.comments.c.text) == []


async def test_choices_are_counted_still_a_year_after_the_decision(long_after):
    chosen = await long_after.ask(counts.count_chosen)
    history = await long_after.history(AMINA, "first_theme")
    assert (chosen, history) == ({("first_theme", "jobs"): 1}, ["jobs"])


async def test_own_words_are_kept_to_the_last_day_of_the_year(said, database, here, clock):
    await tidy_after(database, here, clock, THE_LAST_SECOND - NOW)
    words = await said.values(AMINA), await said.every(comments.comments.c.text)
    assert words == (
        {"first_theme": "jobs", "own_words": "More benches by the school"},
        [("Buses first",)],
    )


async def test_doing_it_twice_changes_nothing_more(said, database, here, clock):
    await says_hello(database, BEN)
    await tidy_after(database, here, clock, A_YEAR_PAST - NOW)

    async def everything():
        async with database.read() as tx:
            return [
                (await tx.execute(select(table).order_by(*table.primary_key))).all()
                for table in contacts.contacts.metadata.sorted_tables
            ]

    before = await everything()
    assert (await tidy(database, here), await everything()) == ([], before)


# When the file is written anew: in the council's own night, summer and winter.


@pytest.fixture
async def somebody_left(database, world):
    async with database.write() as tx:
        await move_in(tx, AMINA)
        await leave.forget(tx, world, await recognise(tx, world, AMINA.chat))


async def due(database, world, moment):
    then = World(world.library, lambda: moment, world.sleep, world.draw)
    async with database.write() as tx:
        return await retention.rewrite_is_due(tx, then)


# The clocks of the council went back at 01:00 UTC on 25 October and forward on 28 March.
NIGHT = [
    (datetime(2026, 10, 24, 0, 59, tzinfo=UTC), False),
    (datetime(2026, 10, 24, 1, 0, tzinfo=UTC), True),
    (datetime(2026, 10, 24, 3, 59, tzinfo=UTC), True),
    (datetime(2026, 10, 24, 4, 0, tzinfo=UTC), False),
    (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), False),
    (datetime(2026, 10, 25, 2, 0, tzinfo=UTC), True),
    (datetime(2026, 10, 25, 4, 59, tzinfo=UTC), True),
    (datetime(2026, 10, 25, 5, 0, tzinfo=UTC), False),
    (datetime(2027, 3, 27, 1, 59, tzinfo=UTC), False),
    (datetime(2027, 3, 27, 2, 0, tzinfo=UTC), True),
    (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), False),
    (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), True),
    (datetime(2027, 3, 28, 3, 59, tzinfo=UTC), True),
    (datetime(2027, 3, 28, 4, 0, tzinfo=UTC), False),
]


@pytest.mark.parametrize(("moment", "is_due"), NIGHT, ids=lambda value: str(value)[:16])
async def test_the_file_is_written_anew_by_night_on_the_councils_own_clock(
    sqlite, world, moment, is_due
):
    async with sqlite.write() as tx:
        await deployment.remember(tx, leave.REWRITE, "due")
    assert await due(sqlite, world, moment) is is_due


THREE_AT_NIGHT = datetime(2022, 9, 7, 2, 0, tzinfo=UTC)


async def test_the_file_is_written_anew_after_somebody_left(database, world, somebody_left):
    assert await due(database, world, THREE_AT_NIGHT)


async def test_the_file_is_written_anew_until_it_has_been(database, world, somebody_left):
    assert await due(database, world, THREE_AT_NIGHT)
    assert await due(database, world, THREE_AT_NIGHT)
    async with database.write() as tx:
        await retention.note_rewritten(tx)
    assert not await due(database, world, THREE_AT_NIGHT)


async def test_a_file_nobody_left_is_not_written_anew(database, world):
    assert not await due(database, world, THREE_AT_NIGHT)


async def test_a_day_on_which_it_is_not_done_takes_nothing_from_the_night(
    database, world, somebody_left
):
    await due(database, world, THREE_AT_NIGHT - timedelta(hours=12))
    assert await due(database, world, THREE_AT_NIGHT)
