"""A deployment that sends slowly says so: the preview's time is by the rate that is set here."""

from datetime import timedelta
from pathlib import Path

from company import Neighbourhood

from content.library import Library
from engagement.pace import Rates
from wardmote.stage import staged
from wardmote.tour import first_consultation


async def test_the_preview_tells_how_long_it_takes_here(
    buckinghamshire: Library, tmp_path: Path
) -> None:
    start = first_consultation(buckinghamshire).opens_at + timedelta(hours=1)
    slowly = Rates(whole_bot=0.5)
    async with staged(buckinghamshire, start=start, folder=tmp_path, seed=5, rates=slowly) as stage:
        hood = Neighbourhood(stage)
        await hood.residents(3, "HP12 3HP")
        member = await hood.board_member()
        await member.types("/send")
        await member.taps("Something else")
        assert "To 3 people, about 6 seconds." in await member.types("The lamps are on.")
