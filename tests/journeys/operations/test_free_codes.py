"""Codes that people are given, such as a receipt: drawn until one is free."""

import pytest
from company import Neighbourhood

from usecases.world import DRAWS, under_a_free_code


async def test_a_code_in_use_is_not_given_again(hood: Neighbourhood) -> None:
    drawn: list[str] = []

    async def keep(code: str) -> str | None:
        drawn.append(code)
        return code if len(drawn) == 3 else None

    assert await under_a_free_code(hood.stage.service.world, keep) == drawn[2]
    assert len(set(drawn)) == 3


async def test_drawing_ends_if_every_code_is_in_use(hood: Neighbourhood) -> None:
    drawn: list[str] = []

    async def in_use(code: str) -> None:
        drawn.append(code)

    with pytest.raises(RuntimeError, match="in use"):
        await under_a_free_code(hood.stage.service.world, in_use)
    assert len(drawn) == DRAWS
