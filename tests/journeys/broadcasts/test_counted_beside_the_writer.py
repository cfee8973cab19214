"""An audience is counted on a connection that only reads, so that no tap waits for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

import pytest
from company import ABBEY, BOOKER, Neighbourhood, Person
from sending import NEWS
from sqlalchemy import update

from content.library import Library
from content.schema.council import Thresholds
from engagement.broadcasts.audience import Audience, WardPeople
from storage.conversation.drafts import drafts
from usecases.broadcasts import audience_size
from usecases.world import Transaction

Count = Callable[[Transaction, Audience], Awaitable[tuple[WardPeople, ...]]]


@pytest.fixture
def buckinghamshire(buckinghamshire: Library) -> Library:
    """With a second yes from the third person on."""
    council = buckinghamshire.council.model_copy(update={"thresholds": Thresholds(second_yes=2)})
    return replace(buckinghamshire, council=council)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each count: whether it was on a connection that only reads."""
    found: list[bool] = []
    really = audience_size.count

    async def noted(tx: Transaction, whole: Audience) -> tuple[WardPeople, ...]:
        found.append((await tx.exec_driver_sql("PRAGMA query_only")).scalar_one() == 1)
        return await really(tx, whole)

    monkeypatch.setattr(audience_size, "count", noted)
    return found


async def writes(member: Person) -> str:
    await member.types("/send")
    await member.types("Something else")
    return await member.types(NEWS)


async def test_the_preview_the_sending_and_the_second_yes_are_counted_where_nothing_is_written(
    hood: Neighbourhood, counted: list[bool]
) -> None:
    residents = await hood.residents(12, "HP12 3HP")
    author = await hood.board_member(label="First member")
    second = await hood.board_member(label="Second member")
    assert "To about 10 people" in await writes(author)
    assert counted == [True]
    await author.taps("Send to")
    assert counted == [True, True]
    await second.taps("Yes, send")
    assert counted == [True, True, True]
    assert residents[0].said_by_bot(NEWS) == 1


async def test_a_preview_comes_though_the_connections_that_read_are_broken(
    hood: Neighbourhood, counted: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    await hood.residents(12, "HP12 3HP")

    def broken() -> AbstractAsyncContextManager[Transaction]:
        raise OSError

    monkeypatch.setattr(hood.stage.service.bot.receiver.runner, "_reading", broken)
    assert "To about 10 people" in await writes(await hood.board_member())
    assert counted == [False]


async def test_what_was_counted_is_taken_only_for_the_same_audience(
    hood: Neighbourhood, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wards of the draft were changed while its audience was counted."""
    await hood.residents(12, "HP12 3HP")
    await hood.residents(23, "Abbey", name="Abbey")
    member = await hood.board_member(ABBEY, BOOKER)
    await member.types("/send")
    await member.types("1")
    await member.types("done")
    await member.types("Something else")
    service, really = hood.stage.service, audience_size.count
    times = 0

    async def interrupted(tx: Transaction, whole: Audience) -> tuple[WardPeople, ...]:
        nonlocal times
        times += 1
        if times == 1:
            changed = update(drafts).values(
                data={"step": "text", "wards": [BOOKER], "page": 0, "kind": "update"}
            )
            await service.batcher.run(lambda write: write.execute(changed))
        return await really(tx, whole)

    monkeypatch.setattr(audience_size, "count", interrupted)
    assert "To about 10 people" in await member.types(NEWS)
    assert times == 2
