"""Updates that come twice, backwards, or under numbers that jump."""

from pathlib import Path

import pytest
from bot_door import bot_door
from bot_side import BotSide, StillClock

from emulator import Emulator, Phone


def texts(batch: list[dict[str, object]]) -> list[str]:
    return [update["message"]["text"] for update in batch]  # type: ignore[index]


async def test_an_update_can_come_twice_under_one_number(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    telegram.updates.next_twice(2)
    for text in ("One", "Two", "Three"):
        amina.type(text)
    batch = await bot.updates()
    assert texts(batch) == ["One", "One", "Two", "Two", "Three"]
    first = batch[0]["update_id"]
    assert [update["update_id"] - first for update in batch] == [0, 0, 1, 1, 2]
    assert await bot.updates() == []
    assert telegram.idle


async def test_the_numbers_of_the_next_updates_can_run_backwards(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    telegram.updates.next_backwards(3)
    for text in ("One", "Two", "Three", "Four"):
        amina.type(text)
    one = await bot.updates(limit=1)
    rest = await bot.updates()
    assert texts(one + rest) == ["One", "Two", "Three", "Four"]
    first = one[0]["update_id"]
    assert [update["update_id"] - first for update in one + rest] == [0, -1, -2, 1]
    assert await bot.updates() == []
    assert telegram.idle


@pytest.mark.parametrize("by", [1_000_000, -1_000_000])
async def test_numbers_can_jump_and_nothing_is_held_back(
    telegram: Emulator, amina: Phone, bot: BotSide, by: int
) -> None:
    amina.type("Before")
    [before] = await bot.updates()
    await bot.updates()
    telegram.updates.renumber(telegram.updates.next_id + by)
    amina.type("After")
    amina.type("And again")
    batch = await bot.do("getUpdates", offset=before["update_id"] + 1)
    assert [update["update_id"] - before["update_id"] for update in batch] == [by + 1, by + 2]
    assert await bot.do("getUpdates", offset=batch[-1]["update_id"] + 1) == []
    assert telegram.idle


async def test_numbers_that_jumped_down_are_known_after_a_restart(
    tmp_path: Path, clock: StillClock
) -> None:
    before = Emulator(clock=clock, path=tmp_path / "emulator.db")
    before.updates.renumber(5_000)
    before.close()
    after = Emulator(clock=clock, path=tmp_path / "emulator.db")
    after.phone(first_name="Amina").type("Hello")
    assert [body["update_id"] for body in after.updates.take(900_000_000, 10)] == [5_000]
    after.close()


async def test_disorder_reaches_a_webhook_too(
    telegram: Emulator, amina: Phone, bot: BotSide
) -> None:
    async with bot_door() as door:
        await bot.do("setWebhook", url=door.url)
        telegram.updates.next_twice(1)
        telegram.updates.next_backwards(2)
        amina.type("One")
        amina.type("Two")
        await telegram.settled()
        assert door.texts == ["One", "One", "Two"]
        first = door.came[0]["update_id"]
        assert [update["update_id"] - first for update in door.came] == [0, 0, -1]


async def test_disorder_has_its_bounds(telegram: Emulator) -> None:
    for order in (telegram.updates.next_twice, telegram.updates.next_backwards):
        with pytest.raises(ValueError, match="At least one"):
            order(0)
    for number in (0, 2**31):
        with pytest.raises(ValueError, match="between 1 and"):
            telegram.updates.renumber(number)
