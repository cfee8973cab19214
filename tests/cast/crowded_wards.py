"""So many answers in three wards that each can be shown by itself, next to people with phones."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from company import ABBEY, BOOKER, CHESHAM, Neighbourhood
from sqlalchemy import update
from wards_that_answer import all_answer

from storage.engine.database import Transaction
from storage.insight import releases
from storage.insight.releases import Release

WHICH = "local-priorities"
PEOPLE = {ABBEY: 68, BOOKER: 55, CHESHAM: 40}


async def many_answer(hood: Neighbourhood, people: Mapping[str, int] = PEOPLE) -> None:
    """They have answered already: rows without phones."""
    service = hood.stage.service
    found = service.world.consultation(WHICH)
    desk: Any = SimpleNamespace(version_id=found.version_id, consultation=found.consultation)
    await all_answer(desk, service.database, people)


async def closed_for_many(hood: Neighbourhood) -> Neighbourhood:
    """They have answered, and the results are released."""
    await many_answer(hood)
    await hood.closes()
    return hood


async def of_the_register(hood: Neighbourhood) -> Release:
    """The last entry of the register."""
    async with hood.stage.service.database.read() as tx:
        made = await releases.latest(tx, WHICH)
    assert made is not None
    return made


async def body_of(hood: Neighbourhood) -> dict[str, Any]:
    """The table that the register holds."""
    made = await of_the_register(hood)
    body: dict[str, Any] = {**made.body}
    return body


async def says_instead(hood: Neighbourhood, body: dict[str, Any]) -> None:
    """The register holds this table."""

    async def act(tx: Transaction) -> None:
        await tx.execute(update(releases.releases).values(body=body))

    await hood.stage.service.batcher.run(act)
