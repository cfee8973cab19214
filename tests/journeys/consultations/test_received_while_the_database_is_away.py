"""What arrives while the database is away counts by when it arrived, not by when it is stored."""

from datetime import timedelta
from pathlib import Path

from troubled import troubled_stage

from content.library import Library


async def test_a_tap_that_waited_for_the_database_over_the_close_counts(
    buckinghamshire: Library, tmp_path: Path
) -> None:
    closes = buckinghamshire.consultations["local-priorities"].closes_at
    async with troubled_stage(buckinghamshire, tmp_path) as here:
        amina = await here.hood.resident("Amina", "HP12 3HP")
        await here.hood.leap(closes - timedelta(seconds=30))
        await amina.taps("Answer now")
        await here.tell("query_only = ON")
        amina.phone.tap("3")
        await here.see(lambda: here.stage.service.bot.retried_commit.is_retrying)
        here.stage.clock.move_to(closes + timedelta(minutes=5))
        await here.tell("query_only = OFF")
        await amina.settles()
        assert "Your answer came in time, so it counts." in amina.question
        assert here.asked("SELECT count(*) FROM chosen") == 1
        assert here.asked("SELECT count(*) FROM late_answers") == 0
