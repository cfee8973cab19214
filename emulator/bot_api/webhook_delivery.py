"""Posts updates to the webhook: one after the other within a chat, different chats in parallel."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import aiohttp

from emulator.bot_api.webhook_rules import SECRET_HEADER, lane_of, waits
from emulator.chat import Json
from emulator.updates import Pending
from emulator.world import World

_LARGEST_REPLY = 64 * 1024

CarryOut = Callable[[Json], Awaitable[None]]
"""Carries out the call in the reply to a POST: a method's name under "method", and parameters."""


class WebhookDelivery:
    """Posts waiting updates for as long as a webhook is set."""

    def __init__(
        self,
        world: World,
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
        """Start over with the webhook as it is now: every waiting update is tried at once."""
        self.stop()
        self._slots = asyncio.Semaphore(self._world.webhook.max_connections)
        for pending in self._world.updates:
            self.take(pending)

    def stop(self) -> None:
        """Stop posting. Updates stay queued; one that was being posted may have arrived."""
        for walk in self._walks.values():
            walk.cancel()
        self._lanes, self._walks, self._asleep = {}, {}, {}

    def take(self, pending: Pending) -> None:
        """Post an update after the earlier ones of its chat."""
        if not self._world.webhook.url or self._world.token_revoked:
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
        """The number of updates that won't be tried before the clock moves on."""
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
        if self._lanes.get(key) is lane:  # else there was a restart during the last delivery
            del self._lanes[key], self._walks[key]

    async def _deliver(self, key: Hashable, pending: Pending) -> None:
        """Try until the update has arrived or expired."""
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
            webhook.note_failure(self._world.now(), _description(error))
            return False
        if not 200 <= answer.status < 300:
            description = f"Wrong response from the webhook: {answer.status} {answer.reason}"
            webhook.note_failure(self._world.now(), description)
            return False
        if reply and answer.content_type == "application/json":
            await self._obey(reply)
        return True

    async def _obey(self, reply: bytes) -> None:
        try:
            call = json.loads(reply)
        except ValueError:
            return
        if isinstance(call, dict) and "method" in call:
            await self._carry_out(call)


@asynccontextmanager
async def delivering(world: World, carry_out: CarryOut) -> AsyncIterator[WebhookDelivery]:
    """Post updates to the webhook, whenever one is set, until the block ends."""
    raised: BaseException | None = None
    connector = aiohttp.TCPConnector(limit=0)
    jar = aiohttp.DummyCookieJar()
    async with (
        aiohttp.ClientSession(connector=connector, cookie_jar=jar) as session,
        asyncio.TaskGroup() as group,
    ):
        courier = WebhookDelivery(world, group, session, carry_out)
        unsubscribe = [world.rerouted.listen(courier.restart), world.on_update(courier.take)]
        courier.restart()
        try:
            yield courier
        except BaseException as error:  # the block's own error, which the group would wrap
            raised = error
        finally:
            for end in unsubscribe:
                end()
            courier.stop()
    if raised is not None:
        raise raised


def _description(error: Exception) -> str:
    """The error as getWebhookInfo words it; the error's own text could contain an address."""
    if isinstance(error, TimeoutError):
        return "Read timeout expired"
    if isinstance(error, aiohttp.ClientConnectorError):
        return "Connection refused"
    return "Connection reset by peer"
