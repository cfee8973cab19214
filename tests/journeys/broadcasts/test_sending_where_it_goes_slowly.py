"""A deployment that sends slowly says so: the time in the preview follows the rate set here.

Fewer than 10 people take as long as 9, so that the time does not tell how many there are."""

from datetime import timedelta
from pathlib import Path

import pytest
from company import Neighbourhood

from content.library import Library
from engagement.broadcasts.pace import Rates
from wardmote.demo.stage import staged
from wardmote.demo.story import first_consultation


@pytest.mark.parametrize(
    ("a_second", "told"), [(0.5, "18 seconds"), (0.075, "120 seconds"), (0.07, "3 minutes")]
)
async def test_the_preview_tells_how_long_it_takes_here(
    buckinghamshire: Library, tmp_path: Path, a_second: float, told: str
) -> None:
    start = first_consultation(buckinghamshire).opens_at + timedelta(hours=1)
    slowly = Rates(whole_bot=a_second)
    async with staged(buckinghamshire, start=start, folder=tmp_path, seed=5, rates=slowly) as stage:
        hood = Neighbourhood(stage)
        await hood.residents(3, "HP12 3HP")
        member = await hood.board_member()
        await member.types("/send")
        await member.taps("Something else")
        assert f"To fewer than 10 people, about {told}." in await member.types("The lamps are on.")
