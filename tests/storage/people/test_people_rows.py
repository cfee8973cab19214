"""People, their roles and their drafts: what is linked to a chat, and what goes with the link."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from storage_neighbours import (
    ABBEY,
    AMINA,
    BEN,
    BOOKER,
    NOW,
    OFFICER,
    VINTAGE,
    fill_ledger,
    move_in,
    take_post,
    to_the_day,
)

from engagement.staff.rights import Role, StaffMember
from storage.broadcasts import deliveries
from storage.conversation import drafts, shown
from storage.conversation.drafts import Draft
from storage.conversation.shown import Shown
from storage.people import arrivals, contacts, residents
from storage.people.arrivals import Arrival
from storage.staff import members
from storage.staff.members import Invite
from usecases.operations import retention

HELLO = Shown("hello", 501, "a1", buttons={"Start": "s"})
QUESTION = Shown("question", 502, "b2", buttons={"1": "q:1:0:1"})


async def count(database, table):
    async with database.read() as tx:
        return (await tx.execute(select(func.count()).select_from(table))).scalar_one()


def arriving(who, arrival_id=77):
    return Arrival(arrival_id, who.chat, "en", "hello", None, None, 0)


@pytest.fixture
async def amina(database):
    async with database.write() as tx:
        await move_in(tx, AMINA)
    return database


@pytest.fixture
async def arrived(database):
    """Ben has said hello and sees the first message."""
    async with database.write() as tx:
        await arrivals.note_arrival(tx, arriving(BEN), NOW)
        await shown.remember_shown(tx, 77, [HELLO], [])
    return database


# Links


async def test_a_contact_is_found_by_chat_and_by_id(amina):
    async with amina.read() as tx:
        by_chat = await contacts.contact_of(tx, AMINA.chat)
        assert by_chat == await contacts.contact(tx, AMINA.contact)


async def test_a_contact_knows_the_ward_of_the_resident(amina):
    async with amina.write() as tx:
        await contacts.move_resident(tx, AMINA.resident, ward=BOOKER, vintage=VINTAGE)
        assert (await contacts.contact_of(tx, AMINA.chat)).ward == BOOKER


async def test_whoever_speaks_is_silent_no_more(amina):
    next_year = NOW + timedelta(days=365)
    async with amina.write() as tx:
        await move_in(tx, BEN)
        await contacts.note_heard(tx, BEN.contact, next_year)
        assert await contacts.silent_since(tx, next_year) == [AMINA.contact]


async def test_nobody_is_found_in_a_strangers_chat(amina):
    async with amina.read() as tx:
        assert await contacts.contact_of(tx, BEN.chat) is None


async def test_a_cut_link_leads_to_nobody(amina):
    async with amina.write() as tx:
        await contacts.cut_link(tx, AMINA.contact)
        assert await contacts.contact_of(tx, AMINA.chat) is None


async def test_a_cut_link_leaves_the_resident(amina):
    async with amina.write() as tx:
        await contacts.cut_link(tx, AMINA.contact)
    assert await count(amina, residents.residents) == 1


async def test_a_cut_link_empties_the_contact_on_deliveries_and_keeps_the_ward(database):
    await fill_ledger(database, AMINA)
    async with database.write() as tx:
        await contacts.cut_link(tx, AMINA.contact)
        rows = await tx.execute(
            select(deliveries.deliveries.c.contact_id, deliveries.deliveries.c.ward)
        )
        assert rows.all() == [(None, ABBEY)]


async def test_two_cut_links_leave_two_rows_in_one_broadcast(database):
    await fill_ledger(database, AMINA, BEN)
    async with database.write() as tx:
        await contacts.cut_link(tx, AMINA.contact)
        await contacts.cut_link(tx, BEN.contact)
    assert await count(database, deliveries.deliveries) == 2


async def test_a_draft_goes_with_the_link(amina):
    async with amina.write() as tx:
        await drafts.keep(tx, AMINA.contact, Draft("ward"), NOW)
        await contacts.cut_link(tx, AMINA.contact)
    assert await count(amina, drafts.drafts) == 0


async def test_what_was_shown_goes_with_the_link(amina):
    async with amina.write() as tx:
        await shown.remember_shown(tx, AMINA.contact, [QUESTION], [])
        await contacts.cut_link(tx, AMINA.contact)
    assert await count(amina, shown.shown) == 0


async def test_the_day_of_joining_is_all_that_is_kept_of_its_time(amina):
    async with amina.write() as tx:
        await residents.coarsen_joining(tx, AMINA.resident, to_the_day)
        joined = (await tx.execute(select(residents.residents.c.joined_at))).scalar_one()
    assert joined.isoformat() == "2022-09-06T00:00:00+00:00"


# What stands in a chat


async def test_what_stands_in_a_chat_is_remembered(amina):
    async with amina.write() as tx:
        await shown.remember_shown(tx, AMINA.contact, [QUESTION], [])
        assert await shown.shown_to(tx, AMINA.contact) == [QUESTION]


async def test_a_newer_message_takes_the_place_of_its_topic(amina):
    newer = Shown("question", 600, "c3", buttons={})
    async with amina.write() as tx:
        await shown.remember_shown(tx, AMINA.contact, [QUESTION], [])
        await shown.remember_shown(tx, AMINA.contact, [newer], [])
        assert await shown.shown_to(tx, AMINA.contact) == [newer]


async def test_a_topic_that_is_gone_is_dropped_and_no_other(amina):
    async with amina.write() as tx:
        await shown.remember_shown(tx, AMINA.contact, [HELLO, QUESTION], [])
        await shown.remember_shown(tx, AMINA.contact, [], ["hello"])
        assert await shown.shown_to(tx, AMINA.contact) == [QUESTION]


async def test_what_an_arrival_saw_is_handed_over_to_the_contact(arrived):
    async with arrived.write() as tx:
        await move_in(tx, BEN)
        await shown.hand_over_shown(tx, 77, BEN.contact)
        assert await shown.shown_to(tx, BEN.contact) == [HELLO]


# Arrivals


async def test_beginning_anew_leaves_one_arrival(arrived):
    async with arrived.write() as tx:
        await arrivals.note_arrival(tx, arriving(BEN, 78), NOW)
    async with arrived.read() as tx:
        assert (await arrivals.arrival_of(tx, BEN.chat)).id == 78
        assert await arrivals.arrival(tx, 77) is None


async def test_an_arrival_that_is_dropped_takes_along_what_it_saw(arrived):
    async with arrived.write() as tx:
        await arrivals.drop_arrival(tx, BEN.chat)
    assert await count(arrived, arrivals.arrivals) + await count(arrived, shown.shown) == 0


@pytest.mark.parametrize(("hours", "left"), [(23, 1), (25, 0)])
async def test_an_arrival_is_kept_for_a_day(arrived, world, clock, hours, left):
    clock.passes(timedelta(hours=hours))
    async with arrived.write() as tx:
        await retention.tidy(tx, world)
    assert await count(arrived, arrivals.arrivals) == await count(arrived, shown.shown) == left


async def test_dropping_old_arrivals_leaves_what_residents_see(arrived):
    async with arrived.write() as tx:
        await move_in(tx, AMINA)
        await shown.remember_shown(tx, AMINA.contact, [QUESTION], [])
        dropped = await arrivals.drop_old_arrivals(tx, NOW + timedelta(days=2))
        assert (dropped, await shown.shown_to(tx, AMINA.contact)) == (1, [QUESTION])


# Drafts


async def test_drafts_of_other_kinds_lie_side_by_side_the_newest_first(amina):
    send, later = Draft("send", {"wards": [ABBEY]}), NOW + timedelta(minutes=1)
    async with amina.write() as tx:
        await drafts.keep(tx, AMINA.contact, Draft("ward"), NOW)
        await drafts.keep(tx, AMINA.contact, Draft("send"), NOW)
        await drafts.keep(tx, AMINA.contact, send, later)
        found = (await contacts.contact(tx, AMINA.contact)).drafts
        assert found == (send, Draft("ward"))
        await drafts.drop(tx, AMINA.contact, Draft("ward"))
        assert (await contacts.contact_of(tx, AMINA.chat)).drafts == (send,)
        await drafts.drop_all(tx, AMINA.contact)
        assert (await contacts.contact(tx, AMINA.contact)).drafts == ()


async def test_drafts_about_two_things_lie_side_by_side(amina):
    first, second = (Draft("outcome", {"text": n}, about=n) for n in "12")
    async with amina.write() as tx:
        await drafts.keep(tx, AMINA.contact, first, NOW)
        await drafts.keep(tx, AMINA.contact, second, NOW + timedelta(minutes=1))
        await drafts.drop(tx, AMINA.contact, first)
        assert (await contacts.contact(tx, AMINA.contact)).drafts == (second,)


async def test_expired_drafts_are_dropped(amina):
    async with amina.write() as tx:
        await drafts.keep(tx, AMINA.contact, Draft("ward"), NOW)
        assert await drafts.drop_expired(tx, NOW + timedelta(days=7)) == 1


# Staff

INVITE = Invite("a-hash", Role.OFFICER, "Officer", (ABBEY, BOOKER), every_ward=False)


@pytest.fixture
async def invited(amina):
    async with amina.write() as tx:
        await members.add_invite(tx, INVITE, made_at=NOW, expires_at=NOW + timedelta(days=7))
    return amina


async def test_an_invite_opens_once(invited):
    async with invited.write() as tx:
        ends = [await members.use_invite(tx, "a-hash", NOW) for _ in range(2)]
    assert ends == [INVITE, None]


async def test_fault_39_a_guessed_invite_opens_nothing(invited):
    async with invited.write() as tx:
        assert await members.use_invite(tx, "another-hash", NOW) is None


async def test_fault_39_an_expired_invite_opens_nothing(invited):
    async with invited.write() as tx:
        assert await members.use_invite(tx, "a-hash", NOW + timedelta(days=7)) is None


async def test_a_guess_does_not_use_up_the_invite(invited):
    async with invited.write() as tx:
        await members.use_invite(tx, "another-hash", NOW)
        assert await members.use_invite(tx, "a-hash", NOW) == INVITE


async def test_rights_are_read_as_they_were_given(invited):
    async with invited.write() as tx:
        await members.give_role(tx, OFFICER, AMINA.contact, INVITE, NOW)
    async with invited.read() as tx:
        assert await members.current_staff(tx, AMINA.contact) == [
            StaffMember(
                OFFICER, AMINA.contact, Role.OFFICER, "Officer", frozenset({ABBEY, BOOKER}), False
            )
        ]


async def test_a_right_for_every_ward_is_a_right_for_any(amina):
    async with amina.write() as tx:
        await take_post(tx, BEN, OFFICER, Role.ADMINISTRATOR, wards=())
        [member] = await members.current_staff(tx, BEN.contact)
    assert member.own([BOOKER]) == (BOOKER,)


async def test_a_new_role_takes_the_place_of_the_old(database):
    async with database.write() as tx:
        await take_post(tx, BEN, OFFICER, Role.BOARD_MEMBER)
        await members.give_role(tx, OFFICER + 1, BEN.contact, INVITE, NOW)
        assert [(m.id, m.role) for m in await members.current_staff(tx)] == [
            (OFFICER + 1, Role.OFFICER)
        ]


@pytest.mark.parametrize(
    "end",
    [
        lambda tx: members.end_role(tx, BEN.contact, NOW),
        lambda tx: contacts.cut_link(tx, BEN.contact),
    ],
    ids=["left", "forgotten"],
)
async def test_fault_40_staff_who_have_left_have_no_rights(database, end):
    async with database.write() as tx:
        await take_post(tx, BEN, OFFICER)
        await end(tx)
        assert await members.current_staff(tx) == await members.current_staff(tx, BEN.contact) == []


async def test_whoever_leaves_a_post_leaves_others_theirs(database):
    async with database.write() as tx:
        await take_post(tx, BEN, OFFICER)
        await take_post(tx, AMINA, OFFICER + 1)
        await members.end_role(tx, BEN.contact, NOW)
        assert [m.id for m in await members.current_staff(tx)] == [OFFICER + 1]
