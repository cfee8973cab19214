"""Residents and staff for journey tests: they act on their phones and read the screen."""

from __future__ import annotations

import asyncio
import io
import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from content.library import Library
from emulator import Message, Phone
from engagement.staff.rights import Role
from reports.responses_csv import csv_bytes, read_back
from usecases.insight import export
from wardmote.demo.stage import ScriptedUser, Stage, staged

BOOKER = "E05013131"
ABBEY = "E05013120"
CHESHAM = "E05013136"


class Person(ScriptedUser):
    """Somebody with a phone."""

    @property
    def sees(self) -> str:
        """The text of the bot's newest message."""
        last = self.phone.last
        return last.text if last else ""

    @property
    def question(self) -> str:
        """The text above the buttons that can be tapped."""
        shown = self.phone.keyboard_message
        return shown.text if shown else ""

    @property
    def labels(self) -> list[str]:
        """The labels of the buttons that can be tapped."""
        shown = self.phone.keyboard_message
        return [b.text for row in shown.buttons for b in row] if shown else []

    @property
    def toast(self) -> str:
        """The last toast shown over the chat."""
        return self.phone.toasts[-1].text if self.phone.toasts else ""

    @property
    def from_bot(self) -> list[Message]:
        """Every message the bot has sent and not deleted."""
        return [m for m in self.phone.messages if m.from_bot]

    def said_by_bot(self, words: str) -> int:
        """How many of the bot's messages contain these words."""
        return sum(words in m.text for m in self.from_bot)

    async def settles(self) -> str:
        """Wait until the bot has nothing left to do; return its newest message."""
        return await self._last_message()


@asynccontextmanager
async def on_stage(
    library: Library, *, start: datetime, folder: Path, seed: int, **more: Any
) -> AsyncIterator[Stage]:
    """A stage in its own task, because a fixture is set up and torn down in different tasks."""
    ready: asyncio.Future[Stage] = asyncio.get_running_loop().create_future()
    over = asyncio.Event()

    async def live() -> None:
        async with staged(library, start=start, folder=folder, seed=seed, **more) as here:
            ready.set_result(here)
            await over.wait()

    life = asyncio.get_running_loop().create_task(live())
    await asyncio.wait({life, ready}, return_when=asyncio.FIRST_COMPLETED)
    if life.done():
        life.result()
    yield await ready
    over.set()
    await life


def here(folder: Path, migrated: Path) -> Path:
    """A folder with a new database."""
    folder.mkdir()
    shutil.copy(migrated, folder / "wardmote.db")
    return folder


Amina = Person


class Neighbourhood:
    """Creates people with the few words a test should need."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.library = stage.library
        self.colleague: Person | None = None  # who approves files

    def stranger(self, name: str = "Sam") -> Person:
        return Person(self.stage, self.stage.emulator.phone(name))

    async def resident(self, name: str, place: str) -> Person:
        person = self.stranger(name)
        await person.start()
        await person.taps("Start")
        await person.taps("Yes")
        await person.types(place)
        return person

    async def residents(self, count: int, place: str, name: str = "Resident") -> list[Person]:
        """``count`` residents who join at the same time, as after a poster went up."""
        people = [self.stranger(f"{name} {n}") for n in range(count)]
        await self.all_do(people, lambda phone: phone.start())
        await self.all_do(people, lambda phone: phone.tap("Start"))
        await self.all_do(people, lambda phone: phone.tap("Yes"))
        await self.all_do(people, lambda phone: phone.type(place))
        return people

    async def all_do(self, people: Sequence[Person], act: Callable[[Phone], object]) -> None:
        """Everybody does one thing at once; returns when the bot has nothing left to do."""
        for person in people:
            act(person.phone)
        await self.stage.settle()

    async def leap(self, moment: datetime) -> None:
        """Jump to an hour before ``moment``, as after a long sleep; then go on hour by hour."""
        await self.stage.settle()
        self.stage.clock.move_to(moment - timedelta(hours=1))
        await self.stage.until(moment)

    async def staff(self, role: Role, *wards: str, label: str = "") -> Person:
        person = self.stranger(role)
        payload = await self.stage.invite(role, label or role, tuple(wards))
        await person.start(payload)
        return person

    async def board_member(self, *wards: str, label: str = "Board") -> Person:
        return await self.staff(Role.BOARD_MEMBER, *(wards or (BOOKER,)), label=label)

    async def officer(self, label: str = "Officer") -> Person:
        return await self.staff(Role.OFFICER, label=label)

    async def exported(self, officer: Person) -> list[dict[str, str]]:
        """The rows that /export sends, as a spreadsheet reads them. While the first questions are
        open the bot sends none: then the rows that it would send."""
        said = await self.may_export(officer)
        if "can be exported after the questions close" in said:
            assert not any("CSV" in label for label in officer.labels)
            return await self._written()
        await officer.taps("CSV")
        document = next(m.document for m in reversed(officer.phone.messages) if m.document)
        return read_back(io.StringIO(document.content.decode(), newline=""))

    async def may_export(self, officer: Person, which: str = "1 ") -> str:
        """/export, up to the choice of a format: where it needs approval a colleague gives it. The
        bot's last message, which says so before the close."""
        if self.colleague is None:
            self.colleague = await self.officer("Second person")
        said = await officer.types("/export")
        if any(label.startswith(which) for label in officer.labels):  # several have opened
            said = await officer.taps(which)
        if "Ask for approval" in officer.labels:
            await officer.taps("Ask for approval")
            await self.colleague.taps("Yes, approve the file")
            said = await officer.settles()
        return said

    async def _written(self) -> list[dict[str, str]]:
        service, left_out = self.stage.service, export.LeftOut()
        every = service.world.all_consultations
        about = min(every, key=lambda c: (c.opens_at, c.slug))
        text = csv_bytes([export.columns(about)], first=True)
        async with service.database.read() as tx:
            async for page in export.rows(tx, service.world, about, left_out):
                text += csv_bytes(page)
        return read_back(io.StringIO(text.decode(), newline=""))

    async def closes(self, slug: str = "local-priorities") -> None:
        """Go on until a consultation has closed, and all answers that were sent before are in."""
        await self.leap(self.library.consultations[slug].closes_at + timedelta(minutes=16))


async def answers_all(person: Person) -> str:
    """Answer all four questions, by taps and one typed answer; return the receipt."""
    await person.taps("Answer now")
    await person.taps("Streets")
    await person.taps("Messages")
    await person.taps("Meetings near")
    await person.taps("Done")
    await person.taps("4")
    return await person.types("More lamps, please")
