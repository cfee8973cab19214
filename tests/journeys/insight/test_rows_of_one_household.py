"""The file of answers tells of no two rows that they are of one household."""

from __future__ import annotations

from company import Neighbourhood
from one_phone import household, second_answers


async def test_a_row_from_a_shared_phone_has_no_day(hood: Neighbourhood) -> None:
    """With the ward, the same day told which rows were of one household."""
    await second_answers(await household(hood))
    rows = await hood.exported(await hood.officer())
    assert {row["mode"]: bool(row["began_on"]) for row in rows} == {
        "chat": True,
        "shared phone": False,
    }
