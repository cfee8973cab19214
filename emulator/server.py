"""The emulator's web server on the loopback interface: Bot API, phones page and control API."""

import asyncio
import ipaddress
import json
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from emulator.bot_api.errors import ApiError
from emulator.bot_api.files import FILE, content_at
from emulator.bot_api.methods import BY_NAME, METHODS
from emulator.bot_api.polling import Polling
from emulator.bot_api.request_objects import Parameters
from emulator.bot_api.request_parsing import check, read
from emulator.bot_api.requests import GetUpdates
from emulator.bot_api.webhook_delivery import delivering
from emulator.chat import Json
from emulator.faults.effects import apply
from emulator.page import control, testing_api
from emulator.town import Emulator

logger = logging.getLogger(__name__)

_TOKEN = re.compile(r"\d+:[\w-]+")
_LARGEST_BODY = 52 * 1024 * 1024
_FLUSH_EVERY = 0.5


@dataclass(frozen=True, slots=True)
class Site:
    """The address of the running emulator."""

    url: str


@asynccontextmanager
async def serve(emulator: Emulator, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[Site]:
    """Run the site. Port 0 picks a free port; OSError if any other is taken."""
    refuse_other_than_loopback(host)
    if host == "localhost":
        host = "127.0.0.1"  # a single address, so that port 0 gives a single port
    api = BotApi(emulator)
    app = web.Application(client_max_size=_LARGEST_BODY, middlewares=[control.guard])
    app.router.add_route("*", "/bot{token}/{method}", api.answer)
    app.router.add_get("/file/bot{token}/{path:.+}", api.download)
    closing = asyncio.Event()
    control.add_routes(app, emulator, closing)
    testing_api.add_routes(app, emulator)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
    flushing = _Flushing(emulator)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        bound = runner.addresses[0][1]
        name = f"[{host}]" if ":" in host else host
        flushing.begin()
        async with delivering(emulator, api.obey) as emulator.courier:
            yield Site(f"http://{name}:{bound}")
    finally:
        emulator.courier = None
        flushing.end()
        closing.set()
        api.polling.close()
        await runner.cleanup()
        emulator.flush()


def refuse_other_than_loopback(host: str) -> None:
    """Raises ValueError unless loopback: anyone who reaches the emulator can act as anybody."""
    if host == "localhost":
        return
    try:
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not loopback:
        raise ValueError(f"The emulator serves this computer only (127.0.0.1), not {host!r}.")


class _Flushing:
    """Writes to disk twice a second, by a timer rather than a task: nothing awaits the writing."""

    def __init__(self, emulator: Emulator) -> None:
        self._world = emulator
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        self._world.flush()
        self._timer = asyncio.get_running_loop().call_later(_FLUSH_EVERY, self.begin)

    def end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()


class BotApi:
    """Reads a call, applies a scheduled fault if there is one, carries it out and answers."""

    def __init__(self, emulator: Emulator) -> None:
        self._world = emulator
        self.polling = Polling(emulator)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        world = self._world
        token = request.match_info["token"]
        if token != world.token:
            wrong = ApiError(401, "Unauthorized")
            return _refused(wrong if _TOKEN.fullmatch(token) else ApiError(404, "Not Found"))
        method = BY_NAME.get(request.match_info["method"].lower())
        if method is None:
            return _refused(ApiError(404, "Not Found: method not found"))
        world.calls[method] += 1
        counted = method != "getUpdates"
        world.in_flight += counted
        try:
            return await self._with_faults(request, method)
        except ApiError as error:
            return _refused(error)
        except (asyncio.CancelledError, ConnectionError):
            raise
        except Exception as error:
            _report(method, error)
            return _refused(ApiError(500, "Internal Server Error"))
        finally:
            world.in_flight -= counted
            world.stir()

    async def download(self, request: web.Request) -> web.StreamResponse:
        """A file, by the path that getFile gave out; faults are scheduled under the name "file"."""
        world = self._world
        if request.match_info["token"] != world.token:
            return _refused(ApiError(401, "Unauthorized"))
        world.calls[FILE] += 1
        world.in_flight += 1
        try:
            fault = world.faults.take(FILE, None)
            if fault is None:
                return await self._content(request)
            return await apply(fault, request, lambda: self._content(request))
        except ApiError as error:
            return _refused(error)
        finally:
            world.in_flight -= 1
            world.stir()

    async def _content(self, request: web.Request) -> web.Response:
        body = content_at(self._world, request.match_info["path"])
        return web.Response(body=body, content_type="application/octet-stream")

    async def obey(self, call: Json) -> None:
        """Carry out a call in the reply to a POST; its result is not reported."""
        method = BY_NAME.get(str(call.pop("method")).lower())
        if method is None:
            return
        self._world.calls[method] += 1
        try:
            await self._carry_out(method, call)
        except ApiError:
            return
        except Exception as error:
            _report(method, error)
        finally:
            self._world.stir()

    async def _with_faults(self, request: web.Request, method: str) -> web.StreamResponse:
        given = await read(request)
        fault = self._world.faults.take(method, given.get("chat_id"))
        if fault is None:
            return await self._carry_out(method, given)
        return await apply(fault, request, lambda: self._carry_out(method, given))

    async def _carry_out(self, method: str, given: dict[str, object]) -> web.Response:
        model, handler = METHODS[method]
        ask: Parameters = check(model, method, given)
        if isinstance(ask, GetUpdates):
            return _ok(await self.polling.get_updates(ask))
        assert handler is not None
        answer = _ok(handler(self._world, ask))
        store = self._world.store
        if store is not None and store.full:
            self._world.flush()
        return answer


def _ok(result: object) -> web.Response:
    body = json.dumps({"ok": True, "result": result}).encode()
    return web.Response(body=body, content_type="application/json")


def _refused(error: ApiError) -> web.Response:
    body = json.dumps(error.body()).encode()
    return web.Response(status=error.code, body=body, content_type="application/json")


def _report(method: str, error: Exception) -> None:
    """Log where it broke, without any text of the call."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
    logger.error("%s broke with %s at %s", method, type(error).__name__, where)
