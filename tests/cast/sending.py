"""A broadcast in a staged test: its author, its readers, and what each of them saw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from company import BOOKER, Neighbourhood, Person
from sqlalchemy import func, select

from engagement.broadcasts.delivery import DeliveryState
from storage.broadcasts.deliveries import deliveries

NEWS = "The new lamps behind the shops are on from Monday."


@dataclass(frozen=True, slots=True)
class Sending:
    """One board member, and the residents of their ward."""

    hood: Neighbourhood
    member: Person
    readers: list[Person]

    @property
    def arrived(self) -> list[int]:
        """How often each reader got the news, according to their phone."""
        return [reader.said_by_bot(NEWS) for reader in self.readers]

    async def written(self) -> str:
        """Write the news, up to one tap before sending; return the preview."""
        await self.member.types("/send")
        await self.member.taps("Something else")
        return await self.member.types(NEWS)

    async def sent(self) -> str:
        """Send the news; return the report at the end."""
        await self.written()
        return await self.member.taps("Send to")

    async def ledger(self) -> dict[str, int]:
        """The number of rows in each state, read from the database."""
        query = select(deliveries.c.state, func.count()).group_by(deliveries.c.state)
        async with self.hood.stage.service.database.read() as tx:
            return {DeliveryState(s).value: n for s, n in await tx.execute(query)}


async def about_to_send(hood: Neighbourhood, readers: int) -> Sending:
    """A board member and ``readers`` residents of Booker, Cressex and Castlefield."""
    return Sending(hood, await hood.board_member(), await hood.residents(readers, "HP12 3HP"))


async def news_comes(hood: Neighbourhood, reader: Person, text: str) -> None:
    """A minute later a board member of Booker sends this to everybody there."""
    await hood.stage.until(hood.stage.clock.now() + timedelta(minutes=1))
    board = await hood.board_member(BOOKER)
    await board.types("/send")
    await board.types("Something else")
    await board.types(text)
    await board.taps("Send to")
    await reader.settles()
    assert reader.said_by_bot(text) == 1
