"""How long a poll waits for news: the first not at all, after trouble shortly, else long."""

from typing import Any

import pytest

from bot.observer import NoObserver
from bot.receiving.polling import Polling
from bot.sending.request import TelegramApi
from engagement.broadcasts.bot_api_responses import Fate, Outcome


class Enough(Exception):
    """The test has seen as many polls as it asked for."""


class Api(TelegramApi):
    """Answers from a list, and keeps how long each poll would have waited (seconds)."""

    def __init__(self, *outcomes: Outcome) -> None:
        super().__init__("http://127.0.0.1:9", "1:none")
        self._outcomes = [*outcomes]
        self.waits: list[int] = []

    async def call(self, method: str, body: Any, **_: Any) -> Outcome:
        if not self._outcomes:
            raise Enough
        self.waits.append(body["timeout"])
        return self._outcomes.pop(0)


async def polled(*outcomes: Outcome) -> list[int]:
    api = Api(*outcomes)
    polling = Polling(
        api=api,
        observer=NoObserver(),
        heard=lambda _: None,
        failed=lambda _: None,
        probe_seconds=0,
        newcomer_seconds=0,
    )

    async def store(*_: Any) -> int:
        return 7

    with pytest.raises(Enough):
        await polling.serve(store)
    return api.waits


QUIET = Outcome(Fate.DONE, result=[])
NEWS = Outcome(Fate.DONE, result=[{"update_id": 7}])
CUT_OFF = Outcome(Fate.CONFLICT)


async def test_the_first_waits_for_nothing_so_that_a_gap_is_known_at_once() -> None:
    assert await polled(QUIET, NEWS, QUIET) == [0, 25, 25]


async def test_after_trouble_it_waits_shortly_until_one_was_answered() -> None:
    assert await polled(CUT_OFF, QUIET, QUIET) == [0, 1, 25]
