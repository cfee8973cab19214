"""The gate where it is asked: what is claimed, what goes back and until when, what is dropped."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update
from storage_neighbours import (
    ABBEY,
    AMINA,
    BEN,
    BOARD,
    BOARD_MEMBER,
    BOOKER,
    CHLOE,
    DEV,
    NOW,
    PLAYGROUND,
    about_the_playground,
    move_in,
    take_post,
)

from content.schema.sending import Hold, Sending
from engagement.broadcasts.audience import Audience
from engagement.broadcasts.bot_api_responses import Fate, Outcome, Reason
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.gate import Weekly
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from storage.broadcasts import audiences, deliveries, lately, records
from storage.broadcasts.deliveries import AT_ONCE, UNTIL_DECIDED
from storage.people.contacts import contacts
from usecases.broadcasts import deliver
from usecases.broadcasts.deliver import Claimant

SWINGS, LAMPS, WEEK = PLAYGROUND + 1, PLAYGROUND + 2, timedelta(days=7)
ME = Claimant(1, 7)
TODAY = date(2022, 9, 6)


@pytest.fixture
def council(world):
    """Changes what the council has set."""

    def changed(**values):
        council = world.library.council.model_copy(update=values)
        world.renew(replace(world.library, council=council), world.loaded)

    return changed


@pytest.fixture
async def here(database):
    async with database.write() as tx:
        await take_post(tx, BOARD, BOARD_MEMBER)
        await move_in(tx, AMINA, BEN)
        await move_in(tx, CHLOE, DEV, ward=BOOKER)


async def sends(
    database, number, *, at=NOW, wards=(ABBEY,), kind=BroadcastKind.UPDATE, text="News."
):
    """A broadcast that has just been approved, with its ledger."""
    made = about_the_playground(BroadcastState.SENDING, number=number)
    made = replace(made, kind=kind, wards=wards)
    async with database.write() as tx:
        await records.add(tx, made, text, at)
        await audiences.fill_slice(tx, number, Audience(wards, followers=True), after=-1)


async def claimed(database, world, most=10):
    async with database.write() as tx:
        return await deliver.claim(tx, world, ME, most, seconds=1.0)


async def arrive(database, world, parcels, fate=Fate.DONE):
    async with database.write() as tx:
        await deliver.settle_all(tx, world, [(parcel, Outcome(fate)) for parcel in parcels])


async def rows(database, number):
    """(state, reason, not before) of every delivery of a broadcast, in order."""
    table = deliveries.deliveries
    query = select(table.c.state, table.c.reason, table.c.not_before)
    async with database.read() as tx:
        found = await tx.execute(query.where(table.c.broadcast_id == number).order_by(table.c.id))
        return [(row.state, row.reason, row.not_before) for row in found]


async def choose(database, who, weekly):
    async with database.write() as tx:
        changed = update(contacts).where(contacts.c.id == who.contact)
        await tx.execute(changed.values(weekly=weekly))


def who(parcels):
    return [parcel.contact_id for parcel in parcels]


@pytest.mark.usefixtures("here")
async def test_at_night_nothing_is_claimed_and_nothing_is_written(database, world, clock):
    await sends(database, PLAYGROUND)
    clock.passes(datetime(2022, 9, 6, 20, 0, tzinfo=UTC) - NOW)  # nine in the evening in summer
    assert await claimed(database, world) == []
    assert await rows(database, PLAYGROUND) == [(DeliveryState.QUEUED, None, AT_ONCE)] * 2
    async with database.read() as tx:
        assert await deliver.next_due(tx, world) is None
    clock.passes(timedelta(hours=11) - timedelta(seconds=1))
    assert await claimed(database, world) == []
    clock.passes(timedelta(seconds=1))
    assert who(await claimed(database, world)) == [AMINA.contact, BEN.contact]


@pytest.mark.usefixtures("here")
async def test_a_second_message_waits_a_week_and_then_leaves(database, world, clock):
    await sends(database, PLAYGROUND)
    await arrive(database, world, await claimed(database, world))
    clock.passes(timedelta(days=2))
    await sends(database, SWINGS, at=clock.now())
    assert await claimed(database, world) == []
    waits = (DeliveryState.QUEUED, Reason.BUDGET, NOW + WEEK)
    assert await rows(database, SWINGS) == [waits] * 2
    clock.passes(timedelta(days=5) - timedelta(seconds=1))
    assert await claimed(database, world) == []
    clock.passes(timedelta(seconds=1))
    parcels = await claimed(database, world)
    assert who(parcels) == [AMINA.contact, BEN.contact]
    # It was never tried, so it is the first try.
    assert [parcel.attempts for parcel in parcels] == [1, 1]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("fate", "counts"), [(Fate.DONE, True), (Fate.UNKNOWN, True), (Fate.REFUSED, False)]
)
async def test_what_may_have_arrived_counts(database, world, clock, fate, counts):
    await sends(database, PLAYGROUND)
    await arrive(database, world, await claimed(database, world), fate)
    await sends(database, SWINGS)
    assert (await claimed(database, world) == []) is counts


@pytest.mark.usefixtures("here")
async def test_what_is_on_its_way_counts(database, world):
    await sends(database, PLAYGROUND)
    assert len(await claimed(database, world)) == 2
    await sends(database, SWINGS)
    assert await claimed(database, world) == []


@pytest.mark.usefixtures("here")
async def test_two_messages_claimed_together_leave_as_one(database, world):
    await sends(database, PLAYGROUND)
    await sends(database, SWINGS)
    parcels = await claimed(database, world)
    assert who(parcels) == [AMINA.contact, BEN.contact]
    # They leave as one message.
    for number in (PLAYGROUND, SWINGS):
        assert [state for state, _, _ in await rows(database, number)] == ["claimed"] * 2


@pytest.mark.usefixtures("here")
async def test_who_has_waited_longer_comes_first_in_one_message_with_newer_news(
    database, world, clock
):
    await sends(database, PLAYGROUND)
    await arrive(database, world, await claimed(database, world))
    await sends(database, SWINGS, kind=BroadcastKind.OUTCOME)
    assert await claimed(database, world) == []
    clock.passes(WEEK)
    await sends(database, LAMPS, at=clock.now())
    parcels = await claimed(database, world, most=2)
    assert who(parcels) == [AMINA.contact, BEN.contact]
    kinds = [[part.wording.kind for part in parcel.parts] for parcel in parcels]
    assert kinds == [[BroadcastKind.OUTCOME, BroadcastKind.UPDATE]] * 2
    await arrive(database, world, parcels)
    for number in (SWINGS, LAMPS):
        assert [state for state, _, _ in await rows(database, number)] == ["sent"] * 2


@pytest.mark.usefixtures("here")
async def test_a_newer_message_waits_where_it_has_no_room_beside_an_older_one(
    database, world, clock
):
    await sends(database, PLAYGROUND)
    await arrive(database, world, await claimed(database, world))
    await sends(database, SWINGS, kind=BroadcastKind.OUTCOME, text="s" * 3000)
    assert await claimed(database, world) == []
    clock.passes(WEEK)
    await sends(database, LAMPS, at=clock.now(), text="l" * 3000)
    parcels = await claimed(database, world, most=2)
    assert [len(parcel.parts) for parcel in parcels] == [1, 1]
    assert all(parcel.more_waits for parcel in parcels)
    assert [parcel.wording.kind for parcel in parcels] == [BroadcastKind.OUTCOME] * 2
    waits = (DeliveryState.QUEUED, Reason.BUDGET, clock.now() + WEEK)
    assert await rows(database, LAMPS) == [waits] * 2


@pytest.mark.usefixtures("here")
async def test_what_left_in_one_message_ends_as_that_did_and_counts_once(database, world):
    await sends(database, PLAYGROUND)
    await arrive(database, world, await claimed(database, world))
    for number in (SWINGS, LAMPS):
        await sends(database, number)
    assert await claimed(database, world) == []
    for neighbour in (AMINA, BEN):
        await choose(database, neighbour, Weekly.THREE)
        async with database.write() as tx:
            await deliveries.look_again(tx, neighbour.contact)
    parcels = await claimed(database, world)
    assert [len(parcel.parts) for parcel in parcels] == [2, 2]
    await arrive(database, world, parcels, Fate.UNKNOWN)
    for number in (SWINGS, LAMPS):
        assert [state for state, _, _ in await rows(database, number)] == ["unknown"] * 2
    await sends(database, LAMPS + 1)
    await arrive(database, world, await claimed(database, world))
    assert [state for state, _, _ in await rows(database, LAMPS + 1)] == ["sent"] * 2
    await sends(database, LAMPS + 2)
    assert await claimed(database, world) == []


@pytest.mark.usefixtures("here")
async def test_a_process_that_ends_with_several_in_one_message_leaves_each_unknown(
    database, world, clock
):
    await sends(database, PLAYGROUND)
    await sends(database, SWINGS)
    parcels = await claimed(database, world)
    assert [len(parcel.parts) for parcel in parcels] == [2, 2]
    async with database.write() as tx:
        assert await deliver.release(tx, world, ME.me + 1) == 4
    assert await claimed(database, world) == []
    for number in (PLAYGROUND, SWINGS):
        assert [state for state, _, _ in await rows(database, number)] == ["unknown"] * 2
        async with database.write() as tx:
            assert await deliveries.queue_unknown_again(tx, number) == 2
    assert [len(parcel.parts) for parcel in await claimed(database, world)] == [1] * 4


@pytest.mark.usefixtures("here")
async def test_what_is_in_one_message_is_in_hand_of_the_process_that_sends_it(database, world):
    await sends(database, PLAYGROUND)
    await sends(database, SWINGS)
    parcels = await claimed(database, world)
    mine = Claimant(ME.me, ME.bot, {part.delivery_id for p in parcels for part in p.parts})
    async with database.write() as tx:
        assert await deliver.claim(tx, world, mine, 10, seconds=1.0) == []
    await arrive(database, world, parcels, Fate.SLOW_DOWN)
    assert [len(parcel.parts) for parcel in await claimed(database, world)] == [2, 2]


@pytest.mark.usefixtures("here")
async def test_an_urgent_message_goes_first_and_at_night(database, world, clock):
    await sends(database, PLAYGROUND, wards=(ABBEY, BOOKER))
    await sends(database, SWINGS, kind=BroadcastKind.URGENT)
    [parcel] = await claimed(database, world, most=1)
    assert parcel.wording.kind is BroadcastKind.URGENT
    clock.passes(datetime(2022, 9, 6, 20, 0, tzinfo=UTC) - NOW)  # nine in the evening in summer
    async with database.read() as tx:
        assert await deliver.next_due(tx, world) == 0
    assert who(await claimed(database, world)) == [BEN.contact]
    assert await claimed(database, world) == []


@pytest.mark.usefixtures("here")
async def test_an_urgent_message_of_yesterday_is_dropped(database, world, clock):
    await sends(database, SWINGS, kind=BroadcastKind.URGENT)
    clock.passes(timedelta(days=1))
    assert await claimed(database, world) == []
    dropped = (DeliveryState.CANCELLED, Reason.TOO_LATE, AT_ONCE)
    assert await rows(database, SWINGS) == [dropped] * 2


@pytest.mark.usefixtures("here")
async def test_a_councils_number_and_a_persons_choice(database, world, council):
    council(sending=Sending(messages_a_week=2))
    await choose(database, BEN, Weekly.ONE)
    for number in (PLAYGROUND, SWINGS, LAMPS):
        await sends(database, number)
        parcels = await claimed(database, world)
        await arrive(database, world, parcels)
    states = [[state for state, _, _ in await rows(database, n)] for n in (SWINGS, LAMPS)]
    assert states == [["sent", "queued"], ["queued", "queued"]]


@pytest.mark.usefixtures("here")
async def test_somebody_who_wants_them_all_gets_them_all(database, world):
    await choose(database, BEN, Weekly.ALL)
    for number in (PLAYGROUND, SWINGS, LAMPS):
        await sends(database, number)
        await arrive(database, world, await claimed(database, world))
    states = [[state for state, _, _ in await rows(database, n)] for n in (SWINGS, LAMPS)]
    assert states == [["queued", "sent"]] * 2


@pytest.mark.usefixtures("here")
async def test_the_question_for_a_new_ward_neither_waits_nor_counts(database, world):
    await sends(database, PLAYGROUND, kind=BroadcastKind.NEW_WARDS)
    await arrive(database, world, await claimed(database, world))
    await sends(database, SWINGS)
    await arrive(database, world, await claimed(database, world))
    await sends(database, LAMPS, kind=BroadcastKind.NEW_WARDS)
    assert len(await claimed(database, world)) == 2


@pytest.mark.usefixtures("here")
async def test_a_message_sent_again_has_had_its_place(database, world):
    await sends(database, PLAYGROUND)
    await arrive(database, world, await claimed(database, world), Fate.UNKNOWN)
    async with database.write() as tx:
        assert await deliveries.queue_unknown_again(tx, PLAYGROUND) == 2
    assert len(await claimed(database, world)) == 2


@pytest.mark.usefixtures("here")
async def test_news_of_two_weeks_ago_is_dropped_and_an_outcome_is_not(database, world, clock):
    await sends(database, PLAYGROUND)
    await sends(database, SWINGS, kind=BroadcastKind.OUTCOME)
    clock.passes(timedelta(days=14))
    assert len(await claimed(database, world)) == 2
    dropped = (DeliveryState.CANCELLED, Reason.TOO_LATE, AT_ONCE)
    assert await rows(database, PLAYGROUND) == [dropped] * 2


@pytest.mark.usefixtures("here")
async def test_before_an_election_one_ward_waits_until_somebody_decides(
    database, world, clock, council
):
    council(holds=(Hold(first_day=TODAY, last_day=TODAY, wards=(ABBEY,), reason="-", source="-"),))
    await sends(database, PLAYGROUND, wards=(ABBEY, BOOKER))
    assert who(await claimed(database, world)) == [CHLOE.contact, DEV.contact]
    held = (DeliveryState.QUEUED, Reason.ELECTION, UNTIL_DECIDED)
    assert (await rows(database, PLAYGROUND))[:2] == [held] * 2
    clock.passes(timedelta(days=90))
    async with database.write() as tx:
        await deliver.limit_waits(tx, world)
        assert await deliver.next_due(tx, world) is None
    assert await claimed(database, world) == []
    assert (await rows(database, PLAYGROUND))[:2] == [held] * 2


@pytest.mark.usefixtures("here")
async def test_what_waited_through_a_hold_while_nothing_ran_is_held(
    database, world, clock, council
):
    tomorrow = TODAY + timedelta(days=1)
    council(
        holds=(Hold(first_day=tomorrow, last_day=tomorrow, wards="all", reason="-", source="-"),)
    )
    await sends(database, PLAYGROUND)
    clock.passes(timedelta(days=3))
    assert await claimed(database, world) == []
    assert [why for _, why, _ in await rows(database, PLAYGROUND)] == [Reason.ELECTION] * 2


@pytest.mark.usefixtures("here")
async def test_somebody_elsewhere_who_follows_a_held_ward_waits_too(database, world, council):
    council(holds=(Hold(first_day=TODAY, last_day=TODAY, wards=(ABBEY,), reason="-", source="-"),))
    await sends(database, PLAYGROUND)
    async with database.write() as tx:
        table = deliveries.deliveries
        await tx.execute(update(table).values(ward=BOOKER))
    assert await claimed(database, world) == []


@pytest.mark.usefixtures("here")
async def test_where_all_must_wait_many_are_looked_at_together(database, world):
    """And of those that may leave no more are claimed than can be sent now."""
    await sends(database, PLAYGROUND)
    await arrive(database, world, await claimed(database, world))
    await sends(database, SWINGS, wards=(ABBEY, BOOKER))
    parcels = await claimed(database, world, most=1)
    assert who(parcels) == [CHLOE.contact]
    found = await rows(database, SWINGS)
    assert [(state, why) for state, why, _ in found] == [
        ("queued", Reason.BUDGET),
        ("queued", Reason.BUDGET),
        ("claimed", None),
        ("queued", None),
    ]
    assert who(await claimed(database, world, most=1)) == [DEV.contact]


@pytest.mark.usefixtures("here")
async def test_a_clock_set_back_keeps_nobody_waiting_longer_than_a_week(database, world, clock):
    await sends(database, PLAYGROUND)
    await arrive(database, world, await claimed(database, world))
    await sends(database, SWINGS)
    assert await claimed(database, world) == []
    async with database.write() as tx:
        await deliver.limit_waits(tx, world)
    assert [at for _, _, at in await rows(database, SWINGS)] == [NOW + WEEK] * 2
    clock.passes(-timedelta(days=365))
    async with database.write() as tx:
        await deliver.limit_waits(tx, world)
    assert [at for _, _, at in await rows(database, SWINGS)] == [AT_ONCE] * 2


async def test_nobody_was_sent_anything_lately(database):
    async with database.read() as tx:
        assert await lately.sent_lately(tx, [], since=NOW, now=NOW) == {}
