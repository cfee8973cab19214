"""While nothing can be committed, Telegram is asked to come again; nothing is said to be kept."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
from posting import WORD, free_port

from web.door import open_door
from web.routes import site
from web.webhook_posts import Reason, WebhookEndpoint

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": WORD}


async def status_of(take: Any, refused: list[Reason], body: Any = b'{"update_id":1}') -> int:
    """What a door whose updates go to ``take`` answers."""
    endpoint = WebhookEndpoint(secret=WORD, take=take, refused=refused.append, patience=0.3)
    port = free_port()
    async with open_door("127.0.0.1", port, site({}, {"/telegram": endpoint})):
        url = f"http://127.0.0.1:{port}/telegram"
        async with (
            aiohttp.ClientSession() as session,
            session.post(url, data=body, headers=HEADERS) as answer,
        ):
            return answer.status


async def test_after_its_patience_it_says_503_so_that_telegram_repeats_it() -> None:
    refused: list[Reason] = []

    async def never(_: Any) -> bool:
        return await asyncio.get_running_loop().create_future()

    assert await status_of(never, refused) == 503
    assert refused == [Reason.AWAY]


async def test_what_goes_wrong_with_us_is_503_as_well_and_no_word_of_it_goes_out() -> None:
    async def stumbles(_: Any) -> bool:
        raise RuntimeError("Zebediah")

    assert await status_of(stumbles, []) == 503


async def test_whoever_is_turned_away_is_counted() -> None:
    refused: list[Reason] = []

    async def closed(_: Any) -> bool:
        return False

    assert await status_of(closed, refused) == 503
    assert await status_of(closed, refused, b"{}") == 200
    assert refused == [Reason.CLOSING, Reason.NO_NUMBER]


async def test_a_body_that_does_not_come_in_time_is_not_called_the_databases_fault() -> None:
    refused: list[Reason] = []

    async def kept(_: Any) -> bool:
        return True

    async def dripping() -> AsyncIterator[bytes]:
        yield b'{"update_id"'
        await asyncio.sleep(1)
        yield b":1}"

    assert await status_of(kept, refused, dripping()) == 503
    assert refused == [Reason.SLOW]
