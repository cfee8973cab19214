"""Reads the database of a stage."""

from typing import Any

from company import Neighbourhood


async def rows(hood: Neighbourhood, question: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    async with hood.stage.service.database.read() as tx:
        return [tuple(row) for row in await tx.exec_driver_sql(question)]
