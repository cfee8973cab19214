"""Posts gather behind the commit under way; one that cannot be stored holds up no other."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from posting import TOKEN, WORD, StandIn, stand_in

from bot.observer import NoObserver
from bot.receiving.posted_updates import PostedUpdates
from bot.receiving.webhook import Webhook, WebhookRefused, watch_webhook
from bot.sending.request import TelegramApi
from storage.engine.database import DATABASE_AWAY


def heard(_: int = 0) -> None:
    """Nobody listens."""


URL = "http://127.0.0.1:1/telegram"


async def kept(store: Any, updates: Sequence[dict[str, int]]) -> list[bool]:
    """The answers to ``updates``, posted at once to a PostedUpdates that stores with ``store``."""
    async with (
        stand_in() as telegram,
        TelegramApi(telegram.url, TOKEN) as api,
    ):
        posted = PostedUpdates(
            api=api,
            webhook=Webhook(URL, WORD),
            allowed=["message"],
            observer=NoObserver(),
            heard=heard,
        )
        async with asyncio.TaskGroup() as group:
            serving = group.create_task(posted.serve(store))
            said = await asyncio.gather(*(posted.take(update) for update in updates))
            assert posted.idle
            serving.cancel()
        return list(said)


async def test_one_that_cannot_be_stored_is_done_with_and_the_others_are_kept() -> None:
    on_disk = []

    async def store(updates: Sequence[Any], _: float) -> None:
        if any(u["update_id"] == 2 for u in updates):
            raise OverflowError
        on_disk.extend(u["update_id"] for u in updates)

    assert await kept(store, [{"update_id": n} for n in (1, 2, 3)]) == [True, True, True]
    assert on_disk == [1, 3]


@pytest.mark.parametrize("away", [TimeoutError, OSError])
async def test_what_the_database_did_not_take_is_never_said_to_be_kept(
    away: type[OSError],
) -> None:
    assert issubclass(away, DATABASE_AWAY)

    async def store(_: Sequence[Any], __: float) -> None:
        raise away

    assert await kept(store, [{"update_id": 1}, {"update_id": 2}]) == [False, False]


async def test_whoever_has_gone_away_is_not_stored_later() -> None:
    """Else every repetition of a long outage would pile up in memory."""
    on_disk: list[int] = []
    free = asyncio.Event()

    async def store(updates: Sequence[Any], _: float) -> None:
        await free.wait()
        on_disk.extend(u["update_id"] for u in updates)

    async with (
        stand_in() as telegram,
        TelegramApi(telegram.url, TOKEN) as api,
    ):
        posted = PostedUpdates(
            api=api, webhook=Webhook(URL, WORD), allowed=[], observer=NoObserver(), heard=heard
        )
        async with asyncio.TaskGroup() as group:
            serving = group.create_task(posted.serve(store))
            first = group.create_task(posted.take({"update_id": 1}))
            await asyncio.sleep(0.05)
            second = group.create_task(posted.take({"update_id": 2}))
            third = group.create_task(posted.take({"update_id": 3}))
            await asyncio.sleep(0.05)
            second.cancel()
            await asyncio.sleep(0)
            free.set()
            assert await first
            assert await third
            await posted.emptied()
            serving.cancel()
    assert on_disk == [1, 3]


async def looked_after(telegram: StandIn, until: Any) -> None:
    async with TelegramApi(telegram.url, TOKEN) as api:
        posted = PostedUpdates(
            api=api,
            webhook=Webhook(URL, WORD),
            allowed=["message"],
            observer=NoObserver(),
            heard=heard,
        )

        async def store(_: Sequence[Any], __: float) -> None:
            return None

        async with asyncio.TaskGroup() as group:
            serving = group.create_task(posted.serve(store))
            async with asyncio.timeout(10):
                while not until():  # noqa: ASYNC110 (another task moves it)
                    await asyncio.sleep(0.01)
            serving.cancel()


async def test_telegram_is_told_where_to_post_with_the_word_and_nothing_is_dropped() -> None:
    async with stand_in() as telegram:
        await looked_after(telegram, lambda: telegram.asked("getWebhookInfo"))
        assert telegram.asked("setWebhook") == [
            {
                "url": URL,
                "secret_token": WORD,
                "allowed_updates": ["message"],
                "max_connections": 40,
            }
        ]


async def test_a_webhook_telegram_does_not_take_ends_it_with_telegrams_words() -> None:
    async with stand_in() as telegram:
        telegram.refuses_with = "Bad Request: bad webhook: Failed to resolve host"
        with pytest.RaisesGroup(WebhookRefused, flatten_subgroups=True) as raised:
            await looked_after(telegram, lambda: False)
        assert "Failed to resolve host" in str(raised.value.exceptions[0].exceptions[0])


async def after_one_look(posts_to: str) -> list[dict[str, Any]]:
    """What Telegram is told once the bot has seen that it posts to ``posts_to``."""
    async with stand_in() as telegram, TelegramApi(telegram.url, TOKEN) as api:
        telegram.posts_to = posts_to
        async with asyncio.TaskGroup() as group:
            looking = group.create_task(
                watch_webhook(api, Webhook(URL, WORD), ["message"], NoObserver(), heard)
            )
            async with asyncio.timeout(10):
                while not telegram.asked("getWebhookInfo"):  # noqa: ASYNC110 (a task asks)
                    await asyncio.sleep(0.01)
                await asyncio.sleep(0.2)
            looking.cancel()
        return telegram.asked("setWebhook")


async def test_a_webhook_somebody_took_away_is_set_again_and_over_another_there_is_no_fight() -> (
    None
):
    assert [body["url"] for body in await after_one_look("")] == [URL]
    assert await after_one_look(URL) == []
    assert await after_one_look("https://elsewhere.example/bot") == []
