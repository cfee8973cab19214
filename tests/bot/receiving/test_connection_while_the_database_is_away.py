"""A database that is away is no outage of Telegram's."""

import asyncio
from pathlib import Path

import pytest
from troubled import troubled_stage

from bot.receiving.connection import Connection
from content.library import Library


@pytest.mark.long
async def test_looks_while_the_database_is_away_show_that_telegram_is_there(
    buckinghamshire: Library, tmp_path: Path
) -> None:
    boot = 1000.0
    async with troubled_stage(buckinghamshire, tmp_path) as here:
        amina = await here.hood.resident("Amina", "HP12 3HP")
        await amina.taps("Answer now")
        service = here.stage.service
        line = service.bot.receiver.connection = Connection(
            service.world, lambda: boot, lambda: boot
        )
        line.began(None)
        line.heard()
        await here.tell("query_only = ON")
        amina.phone.tap("3")
        await here.see(lambda: service.bot.retried_commit.is_retrying)
        for _ in range(6):
            boot += 30
            # By now the stage has looked again.
            await asyncio.sleep(1.7)
            assert not line.is_silent
        await here.tell("query_only = OFF")
        await amina.settles()
        assert here.asked("SELECT count(*) FROM alarms WHERE kind = 'cut-off'") == 0
