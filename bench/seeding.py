"""Fills a database as years of use would: residents, follows, news, deliveries and answers."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Table, insert

from content.library import Library
from content.schema.consultation import Consultation, Question, QuestionKind
from engagement.broadcasts.delivery import DeliveryState, Reach
from engagement.broadcasts.lifecycle import BroadcastKind, BroadcastState
from engagement.consultations.lifecycle import Phase, phase
from engagement.consultations.survey import ResponseState
from engagement.staff.rights import Role
from storage import migrations
from storage.broadcasts.deliveries import deliveries
from storage.broadcasts.records import broadcast_variants, broadcasts
from storage.consultations.answers import answers, chosen
from storage.consultations.responses import responses
from storage.engine.database import Database
from storage.people.contacts import contacts
from storage.people.follows import FollowKind, follows
from storage.people.residents import residents
from storage.staff.members import staff
from usecases import world

SLICE = 5_000
FIRST_PHONE = 5_000_000_001
"""The user id of the first phone, as the emulator numbers them."""
NO_PHONES = 10_000_000
"""Chats of residents who have no phone here begin this far above FIRST_PHONE."""
AUTHOR = 1
WORDS = "The work on the paths behind the shops goes on as planned, and the lamps are up. "

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Size:
    """The number of rows of each kind. ``phones`` residents have a phone in the emulator, the last
    ``quiet`` of them in a ward that hardly ever gets news."""

    residents: int
    broadcasts: int
    deliveries: int
    responses: int
    phones: int = 50
    quiet: int = 5

    def __str__(self) -> str:
        return (
            f"{self.residents:,} residents ({self.phones} with a phone here), "
            f"{self.broadcasts:,} broadcasts sent, {self.deliveries:,} deliveries, "
            f"{self.responses:,} responses to a consultation that has closed"
        )


@dataclass(slots=True)
class Seeding:
    """One council's random data, the same at every run. ``now`` is the latest moment in it."""

    library: Library
    size: Size
    now: datetime
    chance: random.Random = field(init=False)
    people: list[tuple[int, int, str]] = field(init=False)  # (contact, resident, ward)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.size.residents)  # noqa: S311 (no secret is drawn)
        self.people = [
            (self._drawn(), self._drawn(), self._home(place))
            for place in range(self.size.residents)
        ]

    @property
    def closed(self) -> Consultation:
        """The consultation that has closed. Raises StopIteration if there is none."""
        every = self.library.consultations.values()
        return next(c for c in every if phase(c, self.now) is Phase.CLOSED)

    @property
    def quiet_ward(self) -> str:
        """A ward outside the plan that got only the oldest news."""
        busy = {ward.code for ward in self.library.plan_wards}
        return next(code for code in self.library.wards if code not in busy)

    async def fill(self, database: Database) -> None:
        """Create the tables and fill them, one transaction per slice of rows."""
        await migrations.upgrade(database)
        async with database.write() as tx:
            loaded = await world.load(tx, self.library, self.now, story=True)
        version = loaded.consultations[self.closed.slug].version_id
        author = {"id": AUTHOR, "role": Role.OFFICER, "label": "Office", "every_ward": True}
        given = [*self._given(version)]
        for table, rows in (
            (staff, [{**author, "joined_at": self.now}]),
            (residents, self._residents()),
            (contacts, self._contacts()),
            (follows, self._follows()),
            (broadcasts, self._broadcasts()),
            (broadcast_variants, self._variants()),
            (deliveries, self._deliveries()),
            (responses, self._responses(version)),
            (answers, given),
            (chosen, _chosen(given, self.closed, {r: ward for _, r, ward in self.people})),
        ):
            await _pour(database, table, rows)

    def _drawn(self) -> int:
        return self.chance.getrandbits(63)

    def _home(self, place: int) -> str:
        """A ward: 7 in 10 residents, and all phones but the quiet, live in the plan's wards."""
        if self.size.phones - self.size.quiet <= place < self.size.phones:
            return self.quiet_ward
        of_plan = [ward.code for ward in self.library.plan_wards]
        if place < self.size.phones or self.chance.random() < 0.7:
            return self.chance.choice(of_plan)
        return self.chance.choice([*self.library.wards])

    def _residents(self) -> Iterator[Row]:
        for _, resident, ward in self.people:
            joined = self.now - timedelta(days=self.chance.randrange(1, 300))
            year = self.library.council.vintage
            yield {"id": resident, "ward": ward, "vintage": year, "joined_at": joined}

    def _contacts(self) -> Iterator[Row]:
        for place, (contact, resident, ward) in enumerate(self.people):
            has_phone = place < self.size.phones
            reach = Reach.BLOCKED if not has_phone and place % 20 == 0 else Reach.REACHABLE
            yield {
                "id": contact,
                "chat_id": FIRST_PHONE + place + (0 if has_phone else NO_PHONES),
                "resident_id": resident,
                "language": "en",
                "reach": reach,
                "new_messages": False,
                "last_heard_at": self.now,
                "ward": ward,
            }

    def _follows(self) -> Iterator[Row]:
        """Follows: one in ten follows a second ward, one in five a theme or two."""
        themes = [theme.slug for theme in self.library.themes]
        wards = [*self.library.wards.keys() - {self.quiet_ward}]
        for contact, _, home in self.people:
            if home == self.quiet_ward:
                continue
            if self.chance.random() < 0.1:
                other = self.chance.choice([code for code in wards if code != home])
                yield {"contact_id": contact, "kind": FollowKind.WARD, "subject": other}
            if self.chance.random() < 0.2:
                for slug in self.chance.sample(themes, self.chance.choice((1, 2))):
                    yield {"contact_id": contact, "kind": FollowKind.THEME, "subject": slug}

    def _broadcasts(self) -> Iterator[Row]:
        """Broadcasts sent over three years: most to one ward, some to the plan's, some to all."""
        for number in range(1, self.size.broadcasts + 1):
            at = self.now - (self.size.broadcasts - number + 1) * (
                timedelta(days=3 * 365) / self.size.broadcasts
            )
            kind = self.chance.choices(
                (BroadcastKind.UPDATE, BroadcastKind.INVITATION, BroadcastKind.OUTCOME),
                weights=(85, 10, 5),
            )[0]
            is_news = kind is BroadcastKind.UPDATE and self.chance.random() < 0.8
            yield {
                "id": number,
                "kind": kind,
                "state": BroadcastState.SENT,
                "author": AUTHOR,
                "wards": self._audience(is_old=number <= 3),
                "theme": self.chance.choice(self.library.themes).slug if is_news else None,
                "consultation": None if kind is BroadcastKind.UPDATE else self.closed.slug,
                "people_shown": 100,
                "people_frozen": 100,
                "made_at": at,
                "started_at": at,
                "finished_at": at,
                "reported": True,
            }

    def _audience(self, *, is_old: bool) -> list[str]:
        every = [code for code in self.library.wards if code != self.quiet_ward]
        if is_old:
            return [self.quiet_ward, *every]
        of_plan = [ward.code for ward in self.library.plan_wards]
        one = [self.chance.choice(every)]
        return self.chance.choices((one, of_plan, every), weights=(60, 20, 20))[0]

    def _variants(self) -> Iterator[Row]:
        for number in range(1, self.size.broadcasts + 1):
            text = f"{number}. {WORDS * self.chance.randrange(1, 6)}"
            row = {"id": number, "broadcast_id": number, "language": "en", "version": 1}
            yield {**row, "text": text}

    def _deliveries(self) -> Iterator[Row]:
        """Deliveries of the newest broadcasts, a hundred rows each."""
        for number in range(min(self.size.deliveries // 100, self.size.broadcasts)):
            broadcast = self.size.broadcasts - number
            begin = number * 100 % self.size.residents
            for contact, _, ward in self.people[begin : begin + 100]:
                yield {
                    "broadcast_id": broadcast,
                    "contact_id": contact,
                    "ward": ward,
                    "state": DeliveryState.SENT,
                    "variant_id": broadcast,
                    "not_before": self.now - timedelta(days=1),
                    "settled_at": self.now - timedelta(days=1),
                    "message_id": number,
                    "attempts": 1,
                }

    def _answering(self) -> Iterator[tuple[int, str]]:
        """(resident, ward) of each person who answered the closed consultation."""
        found = ((r, ward) for _, r, ward in self.people if self.closed.is_for(ward))
        return islice(found, self.size.responses)

    def _responses(self, version: int) -> Iterator[Row]:
        at = self.closed.closes_at - timedelta(days=1)
        for number, (resident, ward) in enumerate(self._answering()):
            yield {
                "resident_id": resident,
                "consultation": self.closed.slug,
                "ward": ward,
                "vintage": self.library.council.vintage,
                "version_id": version,
                "state": ResponseState.COMPLETE,
                "receipt": f"{number:07}",
                "mode": "chat",
                "started_at": at,
                "updated_at": at,
                "completed_at": at,
            }

    def _given(self, version: int) -> Iterator[Row]:
        at = self.closed.closes_at - timedelta(days=1)
        for resident, _ in self._answering():
            for question in self.closed.questions:
                yield {
                    "resident_id": resident,
                    "consultation": self.closed.slug,
                    "question": question.key,
                    "value": self._value(question),
                    "version_id": version,
                    "answered_at": at,
                }

    def _value(self, question: Question) -> str | int | list[str]:
        if question.kind is QuestionKind.TEXT:
            return WORDS
        if question.scale is not None:
            return self.chance.randint(question.scale.lowest, question.scale.highest)
        keys = [option.key for option in question.options if not option.exclusive]
        if question.kind is QuestionKind.SINGLE:
            return self.chance.choice(keys)
        return self.chance.sample(keys, self.chance.randint(1, 3))


def _chosen(given: Sequence[Row], about: Consultation, homes: dict[int, str]) -> Iterator[Row]:
    """One row for each option somebody chose; results are counted from these."""
    for answer in given:
        if about.question(answer["question"]).kind is QuestionKind.TEXT:
            continue
        value = answer["value"]
        for option in value if isinstance(value, list) else [str(value)]:
            yield {
                "consultation": about.slug,
                "question": answer["question"],
                "option": option,
                "ward": homes[answer["resident_id"]],
                "resident_id": answer["resident_id"],
            }


async def _pour(database: Database, table: Table, rows: Iterable[Row]) -> None:
    left = iter(rows)
    while part := [*islice(left, SLICE)]:
        async with database.write() as tx:
            await tx.execute(insert(table), part)
