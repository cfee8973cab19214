"""Each period of docs/retention.md, one second before it ends and one second after."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update
from storage_callers import settled_in
from storage_neighbours import (
    AMINA,
    BEN,
    BOARD,
    BOARD_MEMBER,
    NOW,
    PLAYGROUND,
    about_the_playground,
    claim_all,
    fill_ledger,
    move_in,
    settle_as,
    take_post,
)

from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.operations import retention as periods
from engagement.operations.alarms import Alarm
from engagement.operations.deadlines import RequestKind
from engagement.staff.rights import Role
from storage.broadcasts import deliveries, records
from storage.consultations import polls
from storage.conversation import inbox
from storage.conversation.inbox import Incoming
from storage.operations import alarms, complaints, deployment, requests
from storage.operations.requests import MarkedRequest
from storage.people import contacts
from storage.staff import members
from storage.staff.members import Invite
from usecases.operations import legal_hold, retention
from usecases.operations.legal_hold import ReferenceNeeded

SECOND = timedelta(seconds=1)


@pytest.fixture
async def here(database, world):
    return await settled_in(database, world)


async def tidy_after(database, world, clock, time):
    clock.passes(time)
    async with database.write() as tx:
        return [gone.contact_id for gone in await retention.tidy(tx, world)]


async def count(database, table, *where):
    async with database.read() as tx:
        return (
            await tx.execute(select(func.count()).select_from(table).where(*where))
        ).scalar_one()


async def says_hello(tx):
    await move_in(tx, AMINA)


async def marks_request(tx):
    await take_post(tx, BOARD, BOARD_MEMBER)
    due = NOW.date() + timedelta(days=28)
    made = MarkedRequest(
        0, "R-1", RequestKind.INFORMATION, None, "All you hold", NOW.date(), due, NOW
    )
    await requests.add_request(tx, made, staff_id=BOARD_MEMBER)


async def answers_request(tx, when):
    made = await requests.request_named(tx, "R-1")
    await requests.change_request(tx, made.id, answered_at=when)


def before_and_after(period, left):
    """One second before the end of ``period`` everything is there; a second after, ``left``."""
    return pytest.mark.parametrize(("time", "left"), [(period, 1), (period + SECOND, left)])


@before_and_after(periods.INBOX_KEPT, 0)
async def test_the_id_of_a_handled_update_goes_after_thirty_days(database, here, clock, time, left):
    async with database.write() as tx:
        [row] = await inbox.store(tx, 1, [Incoming(1, AMINA.chat, "{}")], NOW)
        await inbox.mark_done(tx, row.seq, person=None, now=NOW)
    await tidy_after(database, here, clock, time)
    assert await count(database, inbox.inbox) == left


async def test_an_update_not_yet_handled_or_not_yet_answered_is_kept_however_old(
    database, here, clock
):
    async with database.write() as tx:
        stored = [Incoming(1, AMINA.chat, "{}"), Incoming(2, BEN.chat, "{}")]
        [_, unanswered] = await inbox.store(tx, 1, stored, NOW)
        await inbox.mark_done(tx, unanswered.seq, person=BEN.contact, now=NOW)
    await tidy_after(database, here, clock, 2 * periods.INBOX_KEPT)
    assert await count(database, inbox.inbox) == 2


@before_and_after(periods.INVITES_KEPT, 0)
async def test_an_invite_goes_thirty_days_after_it_expires(database, here, clock, time, left):
    invite = Invite("0" * 64, Role.OFFICER, "Engagement team", (), every_ward=True)
    async with database.write() as tx:
        await members.add_invite(tx, invite, made_at=NOW - timedelta(days=7), expires_at=NOW)
    await tidy_after(database, here, clock, time)
    assert await count(database, members.invites) == left


@before_and_after(periods.ALARMS_KEPT, 0)
async def test_an_alarm_goes_a_year_after_its_end(database, here, clock, time, left):
    async with database.write() as tx:
        await tx.execute(
            alarms.alarms.insert().values(
                kind=Alarm.DISK, detail={}, since=NOW - timedelta(days=1), over_at=NOW
            )
        )
    await tidy_after(database, here, clock, time)
    assert await count(database, alarms.alarms, alarms.alarms.c.over_at.is_not(None)) == left


async def test_an_alarm_that_has_not_ended_is_kept_however_old(database, here, clock):
    async with database.write() as tx:
        await tx.execute(alarms.alarms.insert().values(kind=Alarm.DISK, detail={}, since=NOW))
    await tidy_after(database, here, clock, 2 * periods.ALARMS_KEPT)
    assert await count(database, alarms.alarms) == 1


@before_and_after(periods.COMPLAINTS_KEPT, 0)
async def test_a_complaint_goes_six_years_after_its_outcome(database, here, clock, time, left):
    async with database.write() as tx:
        await says_hello(tx)
        made = {"contact_id": AMINA.contact, "text": "It was slow", "now": NOW}
        await complaints.add_complaint(tx, reference="C-1", **made)
        closed = await complaints.complaint(tx, "C-1")
        await complaints.change(tx, closed.id, closed_at=NOW)
        await complaints.add_complaint(tx, reference="C-2", **made)
    await tidy_after(database, here, clock, time)
    closed = complaints.complaints.c.closed_at.is_not(None)
    assert await count(database, complaints.complaints, closed) == left
    assert await count(database, complaints.complaints, ~closed) == 1


@before_and_after(periods.COMPLAINTS_KEPT, 0)
async def test_a_request_goes_six_years_after_its_answer(database, here, clock, time, left):
    async with database.write() as tx:
        await marks_request(tx)
        await answers_request(tx, NOW)
    await tidy_after(database, here, clock, time)
    assert await count(database, requests.requests) == left


async def test_an_open_request_stops_deletion_until_it_is_answered(database, here, clock):
    async with database.write() as tx:
        await marks_request(tx)
        await deployment.note(tx, "saw-results", staff_id=None, now=NOW)
    await tidy_after(database, here, clock, periods.AUDIT_KEPT + SECOND)
    audit = deployment.audit
    assert await count(database, audit, audit.c.act == "saw-results") == 1
    async with database.write() as tx:
        await answers_request(tx, here.now())
    await tidy_after(database, here, clock, timedelta(days=1))
    await tidy_after(database, here, clock, timedelta(days=1))
    assert await count(database, audit, audit.c.act == "saw-results") == 0


@before_and_after(periods.AUDIT_KEPT, 0)
async def test_a_line_of_the_audit_goes_after_six_years(database, here, clock, time, left):
    async with database.write() as tx:
        await deployment.note(tx, "saw-results", staff_id=None, now=NOW)
    await tidy_after(database, here, clock, time)
    audit = deployment.audit
    assert await count(database, audit, audit.c.act == "saw-results") == left


@before_and_after(periods.AUDIT_KEPT, 0)
async def test_the_name_of_former_staff_goes_after_six_years(database, here, clock, time, left):
    async with database.write() as tx:
        await take_post(tx, BOARD, BOARD_MEMBER)
        await tx.execute(update(members.staff).values(left_at=NOW, contact_id=None))
    await tidy_after(database, here, clock, time)
    staff = members.staff
    assert await count(database, staff, staff.c.label != "") == left
    assert await count(database, staff) == 1


@pytest.fixture
async def sent_to_two(database, here):
    await fill_ledger(database, AMINA, BEN)
    rows = await claim_all(database)
    await settle_as(database, DeliveryState.SENT, *(row.id for row in rows))
    async with database.write() as tx:
        await tx.execute(update(records.broadcasts).values(finished_at=NOW))
    return here


def recipients():
    return (deliveries.deliveries, deliveries.deliveries.c.contact_id.is_not(None))


@before_and_after(periods.RECIPIENTS_KEPT, 0)
async def test_who_got_a_broadcast_goes_after_a_year_and_its_numbers_stay(
    database, sent_to_two, clock, time, left
):
    await keep_talking(database, clock, time)
    await tidy_after(database, sent_to_two, clock, timedelta())
    assert await count(database, *recipients()) == 2 * left
    sent = deliveries.deliveries.c.state == DeliveryState.SENT
    assert await count(database, deliveries.deliveries, sent) == 2


async def keep_talking(database, clock, time):
    """Nobody falls silent meanwhile: only the broadcast grows old."""
    clock.passes(time)
    async with database.write() as tx:
        await tx.execute(update(contacts.contacts).values(last_heard_at=clock.now()))


async def test_a_ledger_is_emptied_of_its_recipients_once(database, sent_to_two, clock):
    await keep_talking(database, clock, periods.RECIPIENTS_KEPT + SECOND)
    await tidy_after(database, sent_to_two, clock, timedelta())
    async with database.write() as tx:
        again = await deliveries.unlink_finished(
            tx, after=clock.now() - periods.RECIPIENTS_KEPT, before=clock.now()
        )
    assert again == 0


# A legal hold


async def test_during_a_legal_hold_nothing_is_deleted_because_of_its_age(database, here, clock):
    async with database.write() as tx:
        await move_in(tx, AMINA)
        await deployment.note(tx, "saw-results", staff_id=None, now=NOW)
        await legal_hold.hold(tx, here, "case 2026-114")
    assert await tidy_after(database, here, clock, 2 * periods.AUDIT_KEPT) == []
    audit = deployment.audit
    assert await count(database, audit, audit.c.act == "saw-results") == 1


async def test_after_the_hold_what_has_become_too_old_is_deleted_at_the_next_tick(
    database, here, clock
):
    async with database.write() as tx:
        await move_in(tx, AMINA)
        await legal_hold.hold(tx, here, "case 2026-114")
    await tidy_after(database, here, clock, timedelta(days=80))
    for _ in range(5):
        await tidy_after(database, here, clock, timedelta(days=80))
    async with database.write() as tx:
        assert (await legal_hold.release(tx, here)).reference == "case 2026-114"
    assert await tidy_after(database, here, clock, timedelta(minutes=1)) == [AMINA.contact]


async def test_a_hold_begins_once_and_both_its_ends_are_in_the_audit(database, here):
    async with database.write() as tx:
        first = await legal_hold.hold(tx, here, "  case   2026-114 ")
        assert await legal_hold.hold(tx, here, "another") == first
        assert first.reference == "case 2026-114"
        await legal_hold.release(tx, here)
        assert not await legal_hold.held(tx)
        assert await legal_hold.release(tx, here) is None
        lines = [(act, subject) for act, _, subject in await deployment.audit_lines(tx)]
    assert lines == [("legal-hold", "case 2026-114"), ("legal-hold-over", "case 2026-114")]


@pytest.mark.parametrize("reference", ["", "   ", "x" * 81])
async def test_a_hold_needs_a_short_reference(database, here, reference):
    async with database.write() as tx:
        with pytest.raises(ReferenceNeeded):
            await legal_hold.hold(tx, here, reference)
        assert not await legal_hold.held(tx)


@before_and_after(periods.POLL_ANSWERS_KEPT, 0)
async def test_what_somebody_answered_to_a_quick_poll_goes_thirty_days_after_its_end(
    database, here, clock, time, left
):
    poll = replace(about_the_playground(BroadcastState.SENT), kind=BroadcastKind.POLL)
    ends = NOW + timedelta(days=7)
    async with database.write() as tx:
        await take_post(tx, BOARD, BOARD_MEMBER)
        await move_in(tx, AMINA)
        await records.add(tx, poll, "Which day?", NOW)
        await polls.add(tx, PLAYGROUND, ends, next_at=25)
        await polls.save(tx, PLAYGROUND, AMINA.resident, "Saturday", NOW)
    await keep_talking(database, clock, ends - NOW)
    await tidy_after(database, here, clock, time)
    assert await count(database, polls.poll_answers) == left
