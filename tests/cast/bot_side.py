"""A bare Bot API client, and a clock that does not run by itself."""

import asyncio
import heapq
import itertools
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp


class StillClock:
    """A clock that only tests move; sleepers wake in the order of their alarms."""

    def __init__(self) -> None:
        self.moment = datetime(2022, 9, 5, 9, 0, tzinfo=UTC)
        self._order = itertools.count()
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        alarm = asyncio.get_running_loop().create_future()
        due = self.moment + timedelta(seconds=seconds)
        heapq.heappush(self._sleepers, (due, next(self._order), alarm))
        await alarm

    def forward(self, **span: float) -> None:
        self.moment += timedelta(**span)

    @property
    def next_alarm(self) -> datetime | None:
        """When the next sleeper wakes, or None."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    def wake_next(self) -> bool:
        """Move on to the next alarm and wake its sleeper; False if nobody sleeps."""
        if self.next_alarm is None:
            return False
        due, _, alarm = heapq.heappop(self._sleepers)
        self.moment = max(self.moment, due)
        alarm.set_result(None)
        return True


@dataclass
class BotSide:
    """Calls methods as a bot does: as forms, with nested values as JSON strings."""

    session: aiohttp.ClientSession
    root: str
    offset: int = 0

    async def call(self, method: str, **given: object) -> dict[str, Any]:
        form = {k: v if isinstance(v, str) else json.dumps(v) for k, v in given.items()}
        async with self.session.post(f"{self.root}/{method}", data=form) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    async def do(self, method: str, **given: object) -> Any:
        body = await self.call(method, **given)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **given: object) -> tuple[int, str]:
        body = await self.call(method, **given)
        assert not body["ok"]
        return body["error_code"], body["description"]

    async def updates(self, **given: object) -> list[dict[str, Any]]:
        """Confirm the last batch and fetch the next."""
        batch: list[dict[str, Any]] = await self.do("getUpdates", offset=self.offset, **given)
        if batch:
            self.offset = batch[-1]["update_id"] + 1
        return batch


def keyboard(*rows: list[str]) -> dict[str, list[list[dict[str, str]]]]:
    """An inline keyboard whose callback data is each button's label in lower case."""
    return {
        "inline_keyboard": [
            [{"text": label, "callback_data": label.lower()} for label in row] for row in rows
        ]
    }
