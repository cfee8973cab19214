"""Carries updates to the webhook: one after the other in a chat, chats side by side."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import aiohttp

from emulator.bot_api.updates import Pending
from emulator.bot_api.webhook import SECRET_HEADER, lane_of, waits
from emulator.chat import Json

if TYPE_CHECKING:
    from emulator.world import Emulator

_LARGEST_REPLY = 64 * 1024

CarryOut = Callable[[Json], Awaitable[None]]
"""Does what the reply to a POST asks for: a method's name under "method", and its parameters."""


class Courier:
    """Posts what waits for as long as a webhook is set; whoever changes it calls `restart`."""

    def __init__(
        self,
        world: "Emulator",
        group: asyncio.TaskGroup,
        session: aiohttp.ClientSession,
        carry_out: CarryOut,
    ) -> None:
        self._world = world
        self._group = group
        self._session = session
        self._carry_out = carry_out
        self._lanes: dict[Hashable, deque[Pending]] = {}
        self._walks: dict[Hashable, asyncio.Task[None]] = {}
        self._asleep: dict[Hashable, datetime] = {}  # until when a lane waits to try again
        self._slots = asyncio.Semaphore(world.webhook.max_connections)

    def restart(self) -> None:
        """Begin anew with the webhook as it is now: whatever waits is tried at once."""
        self.stop()
        self._slots = asyncio.Semaphore(self._world.webhook.max_connections)
        for pending in self._world.updates:
            self.take(pending)

    def stop(self) -> None:
        """Leave everything where it is; what was being posted may have arrived."""
        for walk in self._walks.values():
            walk.cancel()
        self._lanes, self._walks, self._asleep = {}, {}, {}

    def take(self, pending: Pending) -> None:
        """One more update, to be posted after those of its chat that came before it."""
        if not self._world.webhook.url or self._world.faults.token_revoked:
            return
        chat = lane_of(pending.body)
        key: Hashable = ("odd", pending.sequence) if chat is None else chat
        if key in self._lanes:
            self._lanes[key].append(pending)
            return
        lane = self._lanes[key] = deque([pending])
        self._walks[key] = self._group.create_task(self._walk(key, lane))

    @property
    def asleep(self) -> int:
        """How many updates nobody will touch before the clock moves on."""
        if not self._asleep:
            return 0
        now, updates = self._world.now(), self._world.updates
        return sum(
            pending in updates
            for key, due in self._asleep.items()
            if due > now
            for pending in self._lanes[key]
        )

    async def _walk(self, key: Hashable, lane: deque[Pending]) -> None:
        while lane:
            await self._deliver(key, lane[0])
            lane.popleft()
        if self._lanes.get(key) is lane:  # else it began anew while the last one was carried
            del self._lanes[key], self._walks[key]

    async def _deliver(self, key: Hashable, pending: Pending) -> None:
        """Try until it has arrived or its time is up."""
        world = self._world
        for wait in waits(pending.update_id):
            async with self._slots:
                if pending not in world.updates:
                    return
                if await self._arrives(pending):
                    world.updates.done(pending)
                    world.stir()
                    return
            if wait:
                await self._sleep(key, min(wait, world.updates.seconds_left(pending)))

    async def _sleep(self, key: Hashable, seconds: float) -> None:
        self._asleep[key] = self._world.clock.now() + timedelta(seconds=seconds)
        self._world.stir()
        try:
            await self._world.clock.sleep(seconds)
        finally:
            self._asleep.pop(key, None)

    async def _arrives(self, pending: Pending) -> bool:
        webhook = self._world.webhook
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers[SECRET_HEADER] = webhook.secret
        try:
            async with self._session.post(
                webhook.url,
                data=json.dumps(pending.body).encode(),
                headers=headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(self._world.webhook_patience),
            ) as answer:
                reply = await answer.content.read(_LARGEST_REPLY)
        except (aiohttp.ClientError, OSError) as error:
            webhook.note_failure(self._world.now(), _words(error))
            return False
        if not 200 <= answer.status < 300:
            words = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            webhook.note_failure(self._world.now(), words)
            return False
        if reply and answer.content_type == "application/json":
            await self._obey(reply)
        return True

    async def _obey(self, reply: bytes) -> None:
        try:
            asked = json.loads(reply)
        except ValueError:
            return
        if isinstance(asked, dict) and "method" in asked:
            await self._carry_out(asked)


@asynccontextmanager
async def delivering(world: "Emulator", carry_out: CarryOut) -> AsyncIterator[None]:
    """Updates go to the webhook, whenever one is set, until the block ends."""
    raised: BaseException | None = None
    connector = aiohttp.TCPConnector(limit=0)
    jar = aiohttp.DummyCookieJar()
    async with (
        aiohttp.ClientSession(connector=connector, cookie_jar=jar) as session,
        asyncio.TaskGroup() as group,
    ):
        world.courier = courier = Courier(world, group, session, carry_out)
        courier.restart()
        try:
            yield
        except BaseException as error:  # the group would wrap it: it is not the courier's
            raised = error
        finally:
            world.courier = None
            courier.stop()
    if raised is not None:
        raise raised


def _words(error: Exception) -> str:
    """As getWebhookInfo puts it; what the error itself says could name an address."""
    if isinstance(error, TimeoutError):
        return "Read timeout expired"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "Connection refused"
    return "Connection reset by peer"
