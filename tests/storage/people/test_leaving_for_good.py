"""/forget: what goes with the link, what stays without it, and that a backup cannot undo it."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from storage_callers import BOT, CHAT, WARD, forgets, joins, message, settled_in
from storage_neighbours import AMINA as NEIGHBOUR
from storage_neighbours import BOARD, BOARD_MEMBER, NOW, PLAYGROUND, move_in, take_post

from engagement.broadcasts.audience import Audience
from engagement.broadcasts.delivery import DeliveryState
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState, Tally
from engagement.consultations.late import SETTLES_AFTER
from engagement.errors import NotJoined
from engagement.staff.rights import Role
from storage.broadcasts import audiences, claims, deliveries, records
from storage.broadcasts.claims import Settled
from storage.broadcasts.records import Broadcast
from storage.consultations import answers, comments, responses
from storage.conversation import drafts, inbox, shown
from storage.conversation.drafts import Draft
from storage.conversation.shown import Shown
from storage.engine.database import Database
from storage.operations import deployment
from storage.people import arrivals, follows, residents
from storage.people.follows import FollowKind
from storage.staff import members
from storage.staff.members import Invite
from usecases.consultations import answer, late, offered_words, typed_answers
from usecases.conversation import receive
from usecases.operations import retention
from usecases.people import forget, leave
from usecases.people.identify import recognise
from usecases.people.leave import Forgotten
from usecases.release import register
from usecases.world import World
from wardmote.service import forgotten_list

LIBRARY = PLAYGROUND + 1
POST = 2**58 + 1


@dataclass
class Life:
    """Somebody with everything: answers, a draft, a role, and messages sent and to be sent."""

    database: Database
    world: World
    contact: int
    resident: int


async def send_about(tx, number, *, settled):
    made = Broadcast(
        number, BroadcastKind.UPDATE, BroadcastState.SENDING, BOARD_MEMBER, (WARD,),
        None, None, 1, None, -1, None, False,
    )  # fmt: skip
    await records.add(tx, made, "News", NOW)
    await audiences.fill_slice(tx, number, Audience((WARD,)), after=-1)
    if settled:
        rows = await claims.claim(tx, 1, most=10, now=NOW)
        ends = [Settled(row.id, DeliveryState.SENT, message_id=9) for row in rows]
        await claims.settle(tx, ends, NOW)


async def live(database, world):
    here = await settled_in(database, world)
    await joins(database, here)
    async with database.write() as tx:
        person = await recognise(tx, here, CHAT)
        code = here.loaded.consultation_codes["local-priorities"]
        await answer.begin(tx, here, person, code)
        await answer.tap(tx, here, person, code, 0, 1)
        words = "Meetings at six, please"
        await typed_answers.type_here(tx, here, person, "local-priorities", words, 5)
        person = await recognise(tx, here, CHAT)
        await offered_words.decide(tx, here, person, code, 1, typed_answers.YES)
        await drafts.keep(tx, person.contact.id, Draft("ward"), here.now())
        await follows.follow(tx, person.contact.id, FollowKind.THEME, "jobs")
        await shown.remember_shown(
            tx, person.contact.id, [Shown("hello", 5, "a", {"Start": "s"})], []
        )
        invite = Invite("a-hash", Role.OFFICER, "Officer", (WARD,), every_ward=False)
        await members.give_role(tx, POST, person.contact.id, invite, here.now())
        await take_post(tx, BOARD, BOARD_MEMBER)
        await send_about(tx, PLAYGROUND, settled=True)
        await send_about(tx, LIBRARY, settled=False)
        rows = await receive.take_in(tx, here, BOT, [message(90, "odd"), message(91, "odder")])
        await receive.unreadable(tx, here, rows[0].seq, "ValueError")
        await receive.done(tx, here, rows[1].seq, person.contact.id)
    return Life(database, here, person.contact.id, person.contact.resident_id)


@pytest.fixture
async def life(database, world):
    return await live(database, world)


def counted_by(life):
    """The moment from which results can be counted."""
    return life.world.library.consultations["local-priorities"].closes_at + SETTLES_AFTER


@pytest.fixture
async def forgotten(life):
    """They left when everything they had answered was counted."""
    moment = counted_by(life)
    then = replace(life.world, now=lambda: moment)
    async with life.database.write() as tx:
        await releases(tx, then)
    await forgets(life.database, then)
    return life


async def releases(tx, world):
    """As the minute's tick does, if everything is in."""
    found = world.loaded.consultations["local-priorities"].consultation
    return await register.release(tx, world, found)


async def count(life, table, *where):
    async with life.database.read() as tx:
        query = select(func.count()).select_from(table).where(*where)
        return (await tx.execute(query)).scalar_one()


async def tally(life, number):
    async with life.database.read() as tx:
        return await deliveries.tally(tx, number)


async def test_the_chat_of_somebody_forgotten_is_a_strangers(forgotten):
    async with forgotten.database.read() as tx:
        person = await recognise(tx, forgotten.world, CHAT)
    assert (person.contact, person.arrival, person.staff) == (None,) * 3
    assert person.drafts == ()


@pytest.mark.parametrize(
    "table", [drafts.drafts, shown.shown, arrivals.arrivals, follows.follows], ids=str
)
async def test_forgetting_leaves_nothing_that_hung_on_the_link(life, table):
    await forgets(life.database, life.world)
    assert await count(life, table) == 0


async def test_what_was_never_sent_is_cancelled_and_stays_in_the_sum(forgotten):
    assert await tally(forgotten, LIBRARY) == Tally(cancelled=1)


async def test_what_was_sent_stays_sent(forgotten):
    assert await tally(forgotten, PLAYGROUND) == Tally(sent=1)


async def test_no_delivery_leads_to_somebody_forgotten(forgotten):
    linked = deliveries.deliveries.c.contact_id.is_not(None)
    assert await count(forgotten, deliveries.deliveries, linked) == 0


async def test_no_delivery_keeps_the_number_of_a_message_to_somebody_forgotten(forgotten):
    numbered = deliveries.deliveries.c.message_id.is_not(None)
    assert await count(forgotten, deliveries.deliveries, numbered) == 0


async def test_deliveries_keep_the_ward_of_somebody_forgotten(forgotten):
    there = deliveries.deliveries.c.ward == WARD
    assert await count(forgotten, deliveries.deliveries, there) == 2


async def test_nothing_in_the_inbox_is_somebody_forgottens(forgotten):
    theirs = (
        (inbox.inbox.c.lane == CHAT)
        | (inbox.inbox.c.person == forgotten.contact)
        | inbox.inbox.c.payload.is_not(None)
    )
    assert await count(forgotten, inbox.inbox, theirs) == 0


async def test_the_role_of_somebody_forgotten_is_free(forgotten):
    async with forgotten.database.read() as tx:
        assert [member.id for member in await members.current_staff(tx)] == [BOARD_MEMBER]


async def test_the_audit_says_that_a_member_of_staff_left(forgotten):
    async with forgotten.database.read() as tx:
        assert ("left-staff", POST, None) in await deployment.audit_lines(tx)


async def test_the_answers_of_somebody_forgotten_stay_under_their_random_id(forgotten):
    async with forgotten.database.read() as tx:
        [response] = await responses.responses_of(tx, forgotten.resident)
    assert response.values == {"first_theme": "education_and_skills"}


async def test_the_comments_of_somebody_forgotten_stay(forgotten):
    assert await count(forgotten, comments.comments) == 1


async def test_of_joining_and_answering_only_the_days_stay(forgotten):
    async with forgotten.database.read() as tx:
        moments = [
            *(await tx.execute(select(residents.residents.c.joined_at))).scalars(),
            *(await tx.execute(select(responses.responses.c.started_at))).scalars(),
            *(await tx.execute(select(answers.answers.c.answered_at))).scalars(),
        ]
    # Midnight by the council's clocks, which is summer time.
    assert {moment.time().isoformat() for moment in moments} == {"23:00:00"}


async def test_forgetting_one_leaves_a_neighbour_all_they_have(life):
    async with life.database.write() as tx:
        await move_in(tx, NEIGHBOUR)
        await drafts.keep(tx, NEIGHBOUR.contact, Draft("ward"), NOW)
    await forgets(life.database, life.world)
    async with life.database.read() as tx:
        person = await recognise(tx, life.world, NEIGHBOUR.chat)
    assert (person.has_joined, person.drafts) == (True, (Draft("ward"),))


async def test_somebody_forgotten_may_join_again_as_somebody_new(forgotten):
    await joins(forgotten.database, forgotten.world, first_update=100)
    async with forgotten.database.read() as tx:
        person = await recognise(tx, forgotten.world, CHAT)
    assert person.resident[0] != forgotten.resident


async def test_a_stranger_cannot_be_forgotten(life):
    async with life.database.write() as tx:
        stranger = await recognise(tx, life.world, CHAT + 1)
        with pytest.raises(NotJoined):
            await leave.forget(tx, life.world, stranger)


async def test_forgetting_by_an_id_nobody_has_does_nothing(life):
    async with life.database.write() as tx:
        assert await leave.forget_again(tx, life.world, {Forgotten(404)}) == 0


async def test_what_is_queued_for_somebody_leaving_at_the_close_is_cancelled(life):
    """P9."""
    async with life.database.write() as tx:
        person = await recognise(tx, life.world, CHAT)
        await forget.leave_at_close(tx, life.world, person, without_words=False)
    assert await tally(life, LIBRARY) == Tally(cancelled=1)
    assert await tally(life, PLAYGROUND) == Tally(sent=1)
    async with life.database.write() as tx:
        person = await recognise(tx, life.world, CHAT)
        assert person.staff is None
        # They have decided on what was offered, so there is nothing to keep until the close.
        assert person.drafts == ()
        still_open = await late.still_coming_in(tx, life.world)
        assert await forget.forget_those_due(tx, life.world, still_open) == []


@pytest.mark.parametrize(("early", "gone"), [(timedelta(microseconds=1), 0), (timedelta(), 1)])
async def test_the_link_is_cut_once_all_answers_are_in_and_not_before(life, early, gone):
    """Until then the close may be moved: who joins again could answer twice."""
    moment = counted_by(life) - early
    then = replace(life.world, now=lambda: moment)
    async with life.database.write() as tx:
        person = await recognise(tx, life.world, CHAT)
        await forget.leave_at_close(tx, life.world, person, without_words=False)
        await releases(tx, then)
        still_open = await late.still_coming_in(tx, then)
        assert len(await forget.forget_those_due(tx, then, still_open)) == gone


async def test_silence_for_a_year_waits_for_what_is_still_open(life):
    """P9: whoever is forgotten for their silence must not count twice either."""
    days = timedelta(days=1)
    published = life.world.loaded.consultations["local-priorities"]
    later = published.consultation.model_copy(update={"closes_at": NOW + 800 * days})
    known = {**life.world.loaded.consultations, later.slug: replace(published, consultation=later)}
    loaded = replace(life.world.loaded, consultations=known)
    for days_on, gone in ((400, 0), (799, 0), (800, 1)):
        moment = NOW + days_on * days + SETTLES_AFTER
        world = replace(life.world, now=lambda moment=moment: moment, loaded=loaded)
        async with life.database.write() as tx:
            await releases(tx, world)
            cut = {one.contact_id for one in await retention.tidy(tx, world)}
        assert (life.contact in cut) is bool(gone), days_on
    assert await count(life, answers.answers) == 1


# A restored backup


@pytest.fixture
async def restored(sqlite, world, file, tmp_path):
    """The database as it was before /forget, put back over the one after it."""
    life = await live(sqlite, world)
    backup = tmp_path / "backup.db"
    with closing(sqlite3.connect(file)) as plain:
        plain.execute("VACUUM INTO ?", (str(backup),))
    await forgets(sqlite, life.world)
    await sqlite.close()
    for name in ("-wal", "-shm"):
        file.with_name(file.name + name).unlink(missing_ok=True)
    shutil.copy(backup, file)
    database = Database(f"sqlite+aiosqlite:///{file}")
    yield Life(database, life.world, life.contact, life.resident)
    await database.close()


async def test_a_restored_backup_knows_the_forgotten_until_they_are_forgotten_again(restored):
    async with restored.database.read() as tx:
        assert (await recognise(tx, restored.world, CHAT)).has_joined


async def test_the_list_beside_the_database_survives_the_restoring(restored, file):
    assert forgotten_list.listed_in(forgotten_list.list_of(file)).forgotten == {
        Forgotten(restored.contact, ("local-priorities",))
    }


@pytest.fixture
async def forgotten_again(restored, file):
    async with restored.database.write() as tx:
        await leave.forget_again(
            tx, restored.world, forgotten_list.listed_in(forgotten_list.list_of(file)).forgotten
        )
    return restored


async def test_whoever_was_forgotten_is_forgotten_again(forgotten_again):
    async with forgotten_again.database.read() as tx:
        assert (await recognise(tx, forgotten_again.world, CHAT)).contact is None


async def test_fault_15_nothing_is_sent_to_the_forgotten_after_a_restore(forgotten_again):
    async with forgotten_again.database.write() as tx:
        assert await claims.claim(tx, 1, most=10, now=NOW) == []


async def test_forgetting_again_twice_is_the_same_as_once(forgotten_again, file):
    async with forgotten_again.database.write() as tx:
        listed = forgotten_list.listed_in(forgotten_list.list_of(file)).forgotten
        assert await leave.forget_again(tx, forgotten_again.world, listed) == 0


async def test_answers_taken_back_are_taken_back_again(forgotten_again):
    """P9: even where the consultation has closed since."""
    assert await count(forgotten_again, answers.answers) == 0


async def test_words_deleted_on_leaving_are_deleted_again(restored):
    async with restored.database.write() as tx:
        gone = Forgotten(restored.contact, without_words=True)
        await leave.forget_again(tx, restored.world, {gone})
    assert await count(restored, comments.comments) == 0
    assert await count(restored, answers.answers) == 1
