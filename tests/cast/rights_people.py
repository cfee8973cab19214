"""One person of each kind whose rights differ, in one town, and a way to try what each may do."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from company import BOOKER, CHESHAM, Neighbourhood, Person, on_stage
from on_duty import named

from bot.commits import RetriedCommit
from bot.context import Turn
from bot.receiving.turn_runner import TurnRunner
from bot.views import help as help_views
from bot.views.localiser import Localiser
from content.library import Library
from engagement.errors import Refusal
from engagement.staff.duties import Duty
from engagement.staff.rights import Role
from storage.conversation import inbox
from storage.conversation.inbox import Incoming, Received
from usecases.people import identify
from usecases.staff import duties
from usecases.staff.remove import number_of
from usecases.world import Transaction, World
from wardmote.demo.stage import Stage
from wardmote.demo.story import first_consultation

HOME, ELSEWHERE = BOOKER, CHESHAM
"""The ward of those who have one, and another."""
FAR_AWAY = "only-in-chesham"
"""A consultation for ELSEWHERE alone."""
YES, NOTHING = "yes", "nothing"
"""What was asked was done; the words were nothing that anybody waits for."""

Update = dict[str, Any]


@dataclass(frozen=True)
class Trial:
    """One person about to do one thing, in a transaction that is rolled back afterwards.

    ``contact`` and ``resident`` are the ids of the town's resident; the administrator and the
    officer are two colleagues.
    """

    tx: Transaction
    world: World
    person: identify.Person
    contact: int
    resident: int
    administrator: int
    officer: int
    _ward: str
    _asked: list[str]

    @property
    def ward(self) -> str:
        """The ward that the thing concerns; where nobody asks, it concerns none."""
        self._asked.append(self._ward)
        return self._ward

    @property
    def ward_code(self) -> int:
        """The ward, as buttons carry it."""
        return self.world.loaded.ward_codes[self.ward]

    @property
    def consultation(self) -> str:
        """A consultation that is open in the ward."""
        open_here = first_consultation(self.world.library).slug
        return open_here if self.ward == HOME else FAR_AWAY

    @property
    def consultation_code(self) -> int:
        """The consultation, as buttons carry it."""
        return self.world.loaded.consultation_codes[self.consultation]

    @property
    def staff_id(self) -> int:
        """Their own staff number; the administrator's for those who have none."""
        return self.person.staff.id if self.person.staff else self.administrator


Act = Callable[[Trial], Awaitable[Update]]
"""Prepares everything that a person needs to do a thing but the right to, and returns the update by
which they do it."""


class _Undone(Exception):
    """Ends a transaction of which nothing is kept."""


@dataclass
class Town:
    """A running bot with one person of each kind."""

    stage: Stage
    people: dict[str, Person]
    known: tuple[int, int, int, int] = (0, 0, 0, 0)  # what trials carry of some of them

    async def learn(self) -> None:
        """Read the ids of those whom trials need."""
        world = self.stage.service.world

        async def read(tx: Transaction) -> tuple[int, int, int, int]:
            resident, administrator, officer = [
                await identify.recognise(tx, world, self.people[name].phone.user_id)
                for name in ("resident", "administrator", "officer")
            ]
            assert resident.contact is not None
            assert administrator.staff is not None
            assert officer.staff is not None
            own = resident.contact.id, resident.resident[0]
            return (*own, administrator.staff.id, officer.staff.id)

        self.known = await self.stage.service.batcher.run(read)

    async def give_unused_duties(self, who: str) -> None:
        """Give this person every duty that nothing uses yet, for every ward."""
        for duty in {*Duty} - {Duty.SAFEGUARDING, Duty.MONITORING_OFFICER}:
            await self.give_duty(who, duty)

    async def give_duty(self, who: str, duty: Duty, *wards: str) -> None:
        """Give this person a duty, for these wards or for every ward."""
        world = self.stage.service.world
        until = (self.stage.clock.now() + timedelta(days=90)).date()

        async def give(tx: Transaction) -> None:
            person = await identify.recognise(tx, world, self.people[who].phone.user_id)
            assert person.staff is not None
            number = number_of(person.staff)
            await duties.give(tx, world, number, duty, until=until, wards=wards)

        await self.stage.service.batcher.run(give)

    async def outcomes(self, who: str, act: Act) -> str:
        """What becomes of it: YES, NOTHING, or the name of the refusal. Where it concerns a ward
        and the two differ, first at HOME, then ELSEWHERE. Nothing of it stays."""
        asked: list[str] = []
        home = await self._outcome(who, act, HOME, asked)
        elsewhere = await self._outcome(who, act, ELSEWHERE, asked) if asked else home
        return home if home == elsewhere else f"{home}, elsewhere {elsewhere}"

    async def _outcome(self, who: str, act: Act, ward: str, asked: list[str]) -> str:
        service, refused = self.stage.service, ""
        received: list[Received] = []

        async def arranged(tx: Transaction) -> None:
            update = await act(await self._trial(tx, who, ward, asked))
            stored = Incoming(900_000_001, 1, json.dumps({**update, "update_id": 900_000_001}))
            received[:] = await inbox.store(tx, 1, [stored], service.world.now())

        async def commit(handle: Callable[[Transaction], Awaitable[Any]]) -> None:
            nonlocal refused

            async def both(tx: Transaction) -> None:
                await arranged(tx)
                await handle(tx)

            try:
                await self._undone(both)
            except Refusal as raised:
                refused = type(raised).__name__
                raise

        runner = TurnRunner(
            application=service.bot.application,
            commit=RetriedCommit(commit, draw=lambda: 0),
            reading=service.database.read,
            world=service.world,
            words=service.words,
            on_forgotten=lambda _: None,
        )
        await self._undone(arranged)
        turn = await runner.run(received[0], on_failure=lambda _: None)
        assert isinstance(turn, Turn), f"{who}: {turn}"
        assert turn.replies, f"{who}: no reply"
        return refused or (NOTHING if self._was_nothing(turn) else YES)

    def _was_nothing(self, turn: Turn) -> bool:
        person, service = turn.person, self.stage.service
        assert person is not None
        say = Localiser(service.words, person.language, service.world)
        return turn.replies == [help_views.not_understood(say, joined=person.has_joined)]

    async def _trial(self, tx: Transaction, who: str, ward: str, asked: list[str]) -> Trial:
        world = self.stage.service.world
        person = await identify.recognise(tx, world, self.people[who].phone.user_id)
        return Trial(tx, world, person, *self.known, ward, asked)

    async def _undone(self, work: Callable[[Transaction], Awaitable[None]]) -> None:
        async def act(tx: Transaction) -> None:
            await work(tx)
            raise _Undone

        world = self.stage.service.world
        before = world.loaded
        try:
            await self.stage.service.batcher.run(act)
        except _Undone:
            return
        finally:
            # Decisions about consultations are in force at once, and were undone.
            world.loaded = before


def with_one_far_away(library: Library) -> Library:
    """The council with one consultation more, for ELSEWHERE alone."""
    first = first_consultation(library)
    far = first.model_copy(update={"slug": FAR_AWAY, "wards": (ELSEWHERE,)})
    return replace(library, consultations={**library.consultations, FAR_AWAY: far})


@asynccontextmanager
async def in_town(library: Library, folder: Path) -> AsyncIterator[Town]:
    """The town on the first morning of its first consultation. The board member and the officer of
    a ward have HOME alone, where the resident lives; the one named for danger is an operator. So is
    the monitoring officer, whose duty is for HOME alone."""
    start = first_consultation(library).opens_at + timedelta(hours=1)
    council = with_one_far_away(library)
    async with on_stage(council, start=start, folder=folder, seed=11) as stage:
        hood = Neighbourhood(stage)
        await hood.resident("Ben", "Chesham")
        town = Town(
            stage,
            {
                "stranger": hood.stranger(),
                "resident": await hood.resident("Amina", "HP12 3HP"),
                "board member": await hood.board_member(HOME),
                "officer of a ward": await hood.staff(Role.OFFICER, HOME),
                "officer": await hood.officer(),
                "administrator": await hood.staff(Role.ADMINISTRATOR),
                "operator": await hood.staff(Role.OPERATOR, label="Operator"),
                "named for danger": await named(hood, Role.OPERATOR, "Named"),
                "monitoring officer": await hood.staff(Role.OPERATOR, label="Monitoring"),
            },
        )
        await town.learn()
        await town.give_duty("monitoring officer", Duty.MONITORING_OFFICER, HOME)
        yield town
