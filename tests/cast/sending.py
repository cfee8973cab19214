"""A broadcast on stage: its author, its readers, and what each of them saw of it."""

from __future__ import annotations

from dataclasses import dataclass

from company import Neighbourhood, Person
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
        """How often each reader got the news, by their own phone."""
        return [reader.said_by_bot(NEWS) for reader in self.readers]

    async def written(self) -> str:
        """The news, one tap before it goes; the preview."""
        await self.member.types("/send")
        await self.member.taps("Something else")
        return await self.member.types(NEWS)

    async def sent(self) -> str:
        """The report, once it is over."""
        await self.written()
        return await self.member.taps("Send to")

    async def ledger(self) -> dict[str, int]:
        """How many rows stand in each state, asked of the database itself."""
        query = select(deliveries.c.state, func.count()).group_by(deliveries.c.state)
        async with self.hood.stage.house.database.read() as tx:
            return {DeliveryState(s).value: n for s, n in await tx.execute(query)}


async def about_to_send(hood: Neighbourhood, readers: int) -> Sending:
    """A board member and so many residents of Booker, Cressex and Castlefield."""
    return Sending(hood, await hood.board_member(), await hood.residents(readers, "HP12 3HP"))
