"""The ward on a contact's row: every act leaves it equal to the resident's, and audiences counted
and queued by it are the people who live there."""

from dataclasses import replace
from random import Random

import pytest
from sqlalchemy import select
from storage_callers import settled_in
from storage_ledger import ledger
from storage_neighbours import ABBEY, BOOKER, CHESHAM, PLAYGROUND, write_broadcast

from engagement.broadcasts.audience import Audience, WardPeople
from engagement.broadcasts.delivery import Reach
from engagement.consultations.survey import Go, ResponseState
from engagement.errors import OldButton, OwnWard
from engagement.staff.rights import Role
from storage.broadcasts import audiences
from storage.consultations.responses import responses
from storage.people.contacts import contacts
from storage.people.follows import FollowKind, follows
from storage.people.residents import residents
from usecases.consultations import answer
from usecases.people import choose_ward, forget, join, leave, reach
from usecases.people.identify import recognise
from usecases.people.leave import Forgotten
from usecases.plans import follow_themes
from usecases.staff import accept_invite, invite

WARDS = (ABBEY, BOOKER, CHESHAM)
ASKED = "local-priorities"
THEME = "jobs"
CHATS = range(9_000_001, 9_000_021)
OUTCOMES = tuple(Audience((ward,), answered=ASKED) for ward in WARDS)
AUDIENCES = (
    Audience(WARDS, followers=True),
    Audience((BOOKER, ABBEY), theme=THEME, followers=True),
    Audience((CHESHAM,), theme=THEME),
    Audience(WARDS, not_answered=ASKED),
    *OUTCOMES,
    Audience((ABBEY, CHESHAM), theme=THEME, not_answered=ASKED, followers=True),
)


class Day:
    """What people do, each as the bot does it: identified anew, then one act."""

    def __init__(self, tx, world, chance):
        self.tx, self.world, self.chance = tx, world, chance

    async def who(self, chat):
        return await recognise(self.tx, self.world, chat)

    async def joins(self, chat):
        if not (await self.who(chat)).has_joined:
            await join.arrive(self.tx, self.world, await self.who(chat))
            await join.agree(self.tx, self.world, await self.who(chat))
            await join.say_age(self.tx, self.world, await self.who(chat), old_enough=True)
            await join.complete(self.tx, self.world, await self.who(chat), self.ward())

    async def takes_a_post(self, chat):
        link = await invite.create(
            self.tx, self.world, role=Role.OFFICER, label="Officer", wards=()
        )
        await accept_invite.accept(self.tx, self.world, await self.who(chat), link)

    async def moves(self, chat):
        await choose_ward.move(self.tx, self.world, await self.who(chat), self.ward())

    async def follows_a_ward(self, chat):
        await choose_ward.follow(self.tx, self.world, await self.who(chat), self.ward())

    async def ticks_a_theme(self, chat):
        number = self.chance.randint(1, len(self.world.library.themes))
        await follow_themes.tick(self.tx, self.world, await self.who(chat), number)

    async def answers(self, chat):
        code = self.world.loaded.consultation_codes[ASKED]
        await answer.begin(self.tx, self.world, await self.who(chat), code)
        if self.chance.random() < 0.7:  # the others only look
            await answer.tap(self.tx, self.world, await self.who(chat), code, 0, 1)
        if self.chance.random() < 0.4:  # some go on to the end
            last = len(self.world.consultation(ASKED).consultation.questions) - 1
            await answer.go(self.tx, self.world, await self.who(chat), code, last, Go.SKIP)

    async def stops(self, chat):
        await leave.stop(self.tx, self.world, await self.who(chat))

    async def blocks(self, chat):
        await reach.blocked(self.tx, self.world, await self.who(chat), now_blocked=True)

    async def is_back(self, chat):
        await reach.blocked(self.tx, self.world, await self.who(chat), now_blocked=False)

    async def leaves_at_the_close(self, chat):
        await forget.leave_at_close(self.tx, self.world, await self.who(chat), without_words=False)

    async def is_forgotten(self, chat):
        await leave.forget(self.tx, self.world, await self.who(chat))

    async def is_forgotten_after_a_restore(self, chat):
        known = await self.who(chat)
        await leave.forget_again(self.tx, self.world, [Forgotten(known.contact.id)])

    def ward(self):
        return self.chance.choice(WARDS)


OFTEN = (Day.joins, Day.moves, Day.follows_a_ward, Day.ticks_a_theme, Day.answers)
SELDOM = (
    Day.takes_a_post,
    Day.stops,
    Day.blocks,
    Day.is_back,
    Day.leaves_at_the_close,
    Day.is_forgotten,
    Day.is_forgotten_after_a_restore,
)


async def lived_in(tx):
    """(the ward on the contact, the resident's) for every contact."""
    found = await tx.execute(
        select(contacts.c.ward, residents.c.ward).select_from(contacts.outerjoin(residents))
    )
    return [tuple(row) for row in found]


async def everybody(tx):
    """Of each person with a chat: contact, the resident's ward, themes, wards followed, and the
    ward they have answered for. One row at a time, in Python."""
    people = []
    query = select(contacts.c.id, contacts.c.resident_id, contacts.c.reach)
    for contact, resident, state in (await tx.execute(query)).all():
        home = await tx.scalar(select(residents.c.ward).where(residents.c.id == resident))
        mine = (await tx.execute(select(follows).where(follows.c.contact_id == contact))).all()
        query = select(responses.c.state, responses.c.ward).where(
            responses.c.resident_id == resident, responses.c.consultation == ASKED
        )
        given = (await tx.execute(query)).first()
        if home is not None and state == Reach.REACHABLE:
            themes = {f.subject for f in mine if f.kind == FollowKind.THEME}
            wards = {f.subject for f in mine if f.kind == FollowKind.WARD}
            answered = given.ward if given and given.state != ResponseState.STARTED else None
            finished = given is not None and given.state == ResponseState.COMPLETE
            people.append((contact, home, themes, wards, answered, finished))
    return people


def counted(people, audience):
    """The same as the database is to count, one ward and one person after the other."""

    def wants(themes):
        return audience.theme is None or not themes or audience.theme in themes

    rows = []
    for ward in audience.wards:
        live = [t for _, home, t, *_ in people if home == ward]
        follow = [t for _, home, t, wards, *_ in people if ward in wards and home != ward]
        left = sum(map(wants, live))
        rows.append(WardPeople(len(live), len(follow), left, sum(map(wants, follow))))
    return rows


def reached(people, audience):
    """The contacts whom a broadcast to this audience goes to."""
    there = set(audience.wards)
    return {
        contact
        for contact, home, themes, wards, answered, finished in people
        if (
            (home in there or (audience.followers and wards & there))
            and (audience.theme is None or not themes or audience.theme in themes)
            and not (audience.not_answered and finished)
        )
        or (audience.answered and answered in there)
    }


@pytest.mark.parametrize("seed", range(2))
async def test_whatever_people_do_both_wards_agree_and_audiences_are_who_lives_there(
    database, world, seed
):
    chance = Random(seed)
    here = await settled_in(database, world)
    here = replace(here, now=lambda: here.library.consultations[ASKED].opens_at)
    acts = [*OFTEN * 17, *SELDOM * 2]
    chance.shuffle(acts)
    for act in acts:
        chat = chance.choice(CHATS)
        async with database.write() as tx:
            day = Day(tx, here, chance)
            person = await day.who(chat)
            if not person.has_joined and act not in (Day.joins, Day.takes_a_post):
                act = Day.joins
            try:
                await act(day, chat)
            except (OldButton, OwnWard):
                continue
            for copied, home in await lived_in(tx):
                assert copied == home, act.__name__
    async with database.read() as tx:
        people = await everybody(tx)
        assert {home for _, home, *_ in people} == set(WARDS)
        for audience in AUDIENCES:
            assert await audiences.count_by_ward(tx, audience) == counted(people, audience)
    await write_broadcast(database)
    for audience in AUDIENCES:
        async with database.write() as tx:
            await audiences.fill_slice(tx, PLAYGROUND, audience, after=-1)
        assert {*await ledger(database)} == reached(people, audience)
        async with database.write() as tx:
            await tx.execute(audiences.deliveries.delete())


async def test_staff_who_are_no_residents_have_no_ward_until_they_join(database, world):
    here = await settled_in(database, world)
    async with database.write() as tx:
        day = Day(tx, here, Random(1))
        await day.takes_a_post(CHATS[0])
        assert await lived_in(tx) == [(None, None)]
        await day.joins(CHATS[0])
        [(copied, home)] = await lived_in(tx)
    assert copied == home is not None
