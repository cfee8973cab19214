"""Broadcasts as rows: which steps their states allow, in which words, and who was asked."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import insert, update
from storage_neighbours import (
    ABBEY,
    AMINA,
    BEN,
    BOARD_MEMBER,
    NOW,
    OFFICER,
    PLAYGROUND,
    about_the_playground,
    take_post,
    write_broadcast,
)

from engagement.broadcasts.lifecycle import BroadcastState
from engagement.staff.approvals import ApprovalSubject
from storage.broadcasts import records
from storage.staff import approvals

# Written out here and not read from the rules: this is what the rules are held against.
MAY = {
    ("awaiting-yes", "approved"),
    ("awaiting-yes", "declined"),
    ("awaiting-yes", "expired"),
    ("awaiting-yes", "cancelled"),
    ("approved", "sending"),
    ("approved", "cancelled"),
    ("sending", "sent"),
    ("sending", "cancelled"),
}


async def found(database):
    async with database.read() as tx:
        return await records.broadcast(tx, PLAYGROUND)


async def change(database, to, **who):
    async with database.write() as tx:
        return await records.change_state(tx, PLAYGROUND, to=to, now=NOW, **who)


async def test_a_broadcast_comes_back_as_it_was_written(database):
    await write_broadcast(database)
    assert await found(database) == about_the_playground()


async def test_a_broadcast_that_was_never_written_is_not_found(database):
    assert await found(database) is None


async def test_fault_27_only_the_allowed_steps_are_taken(database):
    await write_broadcast(database)
    moved = set()
    for was in BroadcastState:
        for to in BroadcastState:
            async with database.write() as tx:
                await tx.execute(update(records.broadcasts).values(state=was))
                if await records.change_state(tx, PLAYGROUND, to=to, now=NOW):
                    moved.add((str(was), str(to)))
    assert moved == MAY


async def test_a_refused_step_changes_nothing(database):
    await write_broadcast(database)
    await change(database, BroadcastState.DECLINED)
    before = await found(database)
    await change(database, BroadcastState.APPROVED, decided_by=BOARD_MEMBER)
    assert await found(database) == before


async def test_the_second_yes_carries_the_name_of_who_said_it(database):
    await write_broadcast(database)
    async with database.write() as tx:
        await take_post(tx, AMINA, OFFICER)
    await change(database, BroadcastState.APPROVED, decided_by=OFFICER)
    assert (await found(database)).decided_by == OFFICER


async def test_a_decision_on_nothing_is_refused(database):
    assert not await change(database, BroadcastState.APPROVED)


async def test_broadcasts_are_listed_by_state(database):
    await write_broadcast(database)
    async with database.write() as tx:
        other = about_the_playground(BroadcastState.SENT, number=PLAYGROUND + 1)
        await records.add(tx, other, "The library opens.", NOW)
        listed = await records.in_state(tx, BroadcastState.SENT, BroadcastState.SENDING)
    assert listed == [other]


async def test_a_broadcast_is_reported_once(database):
    await write_broadcast(database)
    async with database.write() as tx:
        before = [b.id for b in await records.unreported(tx)]
        await records.mark_reported(tx, PLAYGROUND)
        after = [b.id for b in await records.unreported(tx)]
    assert (before, after) == ([PLAYGROUND], [])


async def test_the_frozen_number_stands_beside_the_number_shown(database):
    await write_broadcast(database)
    async with database.write() as tx:
        await records.note_filled(tx, PLAYGROUND, filled_to=AMINA.contact, people=2)
    assert await found(database) == replace(
        about_the_playground(), people_frozen=2, filled_to=AMINA.contact
    )


async def test_a_number_that_grew_is_renewed(database):
    await write_broadcast(database)
    grown = replace(about_the_playground(), people_shown=417, number={"about": 415})
    async with database.write() as tx:
        await records.update_number(tx, grown)
    assert await found(database) == grown


async def test_the_latest_wording_of_each_language_is_the_one_in_use(database):
    await write_broadcast(database)
    async with database.write() as tx:
        await tx.execute(
            insert(records.broadcast_variants),
            [
                {"broadcast_id": PLAYGROUND, "language": "en", "version": 2, "text": "It is open."},
                {"broadcast_id": PLAYGROUND, "language": "ur", "version": 1, "text": "کھل گیا"},
            ],
        )
        variants = (await records.variants_of(tx, [PLAYGROUND]))[PLAYGROUND]
    assert {language: text for language, (_, text) in variants.items()} == {
        "en": "It is open.",
        "ur": "کھل گیا",
    }


ABOUT_IT = ApprovalSubject.BROADCAST, str(PLAYGROUND)


async def asks(tx, *staff):
    await approvals.ask(tx, *ABOUT_IT, "a hash", staff, expires_at=NOW + timedelta(days=7))


async def test_everybody_who_may_say_yes_is_asked_once(database):
    await write_broadcast(database)
    async with database.write() as tx:
        await take_post(tx, AMINA, OFFICER, wards=(ABBEY,))
        await take_post(tx, BEN, OFFICER + 1, wards=(ABBEY,))
        await asks(tx, OFFICER, OFFICER + 1)
        await approvals.mark_asked(tx, *ABOUT_IT, OFFICER, NOW)
        assert await records.to_ask(tx) == [(PLAYGROUND, OFFICER + 1)]


async def test_nobody_is_asked_for_a_yes_after_the_decision(database):
    await write_broadcast(database)
    async with database.write() as tx:
        await take_post(tx, AMINA, OFFICER)
        await asks(tx, OFFICER)
        await records.change_state(tx, PLAYGROUND, to=BroadcastState.DECLINED, now=NOW)
        assert await records.to_ask(tx) == []
