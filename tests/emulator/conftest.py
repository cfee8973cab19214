"""A pretend Telegram on a real port, a bot that talks to it, and a resident who started it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from bot_side import BotSide, StillClock

from emulator import Emulator, Phone, serve


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def telegram(clock: StillClock) -> Emulator:
    return Emulator(clock=clock)


@pytest.fixture
async def site(telegram: Emulator) -> AsyncIterator[str]:
    async with serve(telegram) as site:
        yield site.url


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def bot(telegram: Emulator, site: str, session: aiohttp.ClientSession) -> BotSide:
    return BotSide(session, f"{site}/bot{telegram.token}")


@pytest.fixture
async def amina(telegram: Emulator, bot: BotSide) -> Phone:
    """A resident who has started the bot; that update is confirmed already."""
    phone = telegram.phone(first_name="Amina")
    phone.start()
    await bot.updates()
    await bot.updates()
    return phone
