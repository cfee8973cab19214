"""Several people on one phone: how the second and the next begin and answer."""

from __future__ import annotations

from dataclasses import replace

from company import Neighbourhood, Person, answers_all
from sqlalchemy import text

SOMEONE_ELSE, BACK = "Someone else here wants to answer", "Hand the phone back"
HOME = "HP12 3HP"


def shares_phones(hood: Neighbourhood) -> None:
    """The council lets several people answer on one phone."""
    world = hood.stage.service.world
    council = world.library.council.model_copy(update={"shared_phones": True})
    world.renew(replace(world.library, council=council), world.loaded)


async def household(hood: Neighbourhood, name: str = "Amina") -> Person:
    """Somebody who has answered all questions on their own phone."""
    shares_phones(hood)
    amina = await hood.resident(name, HOME)
    await answers_all(amina)
    return amina


async def second_joins(phone: Person, place: str = HOME) -> str:
    """Somebody else begins on this phone, up to the invitation to answer."""
    await phone.taps(SOMEONE_ELSE)
    await phone.taps("Start")
    await phone.taps("Yes")
    return await phone.types(place)


async def second_answers(phone: Person, place: str = HOME, *, words: str = "Benches") -> str:
    """Somebody else joins and answers all questions on this phone; their receipt."""
    await second_joins(phone, place)
    await phone.taps("Answer now")
    await phone.taps("Jobs")
    await phone.taps("Messages")
    await phone.taps("Done")
    await phone.taps("2")
    return await phone.types(words)


async def rows(hood: Neighbourhood, query: str) -> list[tuple[object, ...]]:
    """What the database holds."""
    async with hood.stage.service.database.read() as tx:
        return [tuple(row) for row in await tx.execute(text(query))]
