"""Rounds of sending: an error ends one round and not those after it."""

import asyncio

import pytest
from company import Neighbourhood

from bot.sending.calls import TokenRefused
from bot.sending.woken_rounds import WokenRounds
from usecases.world import World


class Rounds(WokenRounds):
    """Rounds that end as they are told to."""

    def __init__(self, world: World, *ends: Exception | None) -> None:
        super().__init__(world)
        self.ends = [*ends]
        self.failures: list[str] = []
        self.done = 0

    async def _round(self) -> None:
        self.done += 1
        end = self.ends.pop(0) if self.ends else None
        if end is not None:
            raise end

    def _failed(self, error: Exception) -> None:
        self.failures.append(str(error))


async def woken(rounds: Rounds, times: int) -> None:
    """Wake ``rounds`` until it has gone round ``times`` times."""
    async with asyncio.timeout(5):
        while rounds.done < times:
            rounds.wake()
            await asyncio.sleep(0)


async def test_an_error_ends_one_round_only(hood: Neighbourhood) -> None:
    rounds = Rounds(hood.stage.service.world, None, ValueError("the disk is full"))
    async with asyncio.TaskGroup() as group:
        serving = group.create_task(rounds.serve())
        await woken(rounds, 3)
        serving.cancel()
    assert rounds.failures == ["the disk is full"]


async def test_a_withdrawn_token_ends_them_all(hood: Neighbourhood) -> None:
    rounds = Rounds(hood.stage.service.world, TokenRefused())
    with pytest.raises(TokenRefused):
        await rounds.serve()
    assert rounds.failures == []
