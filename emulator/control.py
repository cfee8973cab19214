"""The page and the control API behind it: everything a hand at a phone can do, as JSON."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from emulator import pictures
from emulator.phone import Phone, PhoneError
from emulator.world import Emulator

_HERE = Path(__file__).parent
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_POLICY = "default-src 'self'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'"
_TICK = 1.0  # seconds between looks at the clock when nothing happens
_PACE = 0.05  # the page needs no more than twenty looks a second
HEADER = "X-Emulator"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only pages and programs on this computer, and no other site through a browser."""
    if _name_of(request.host) not in _LOOPBACK:
        return web.json_response({"error": "This site answers on loopback only."}, status=403)
    if request.path.startswith("/control/") and not _from_here(request):
        return web.json_response({"error": f"Send the header {HEADER}: 1."}, status=403)
    return await handler(request)


def _name_of(host: str) -> str:
    return host if host.endswith("]") else host.rsplit(":", 1)[0]


def _from_here(request: web.Request) -> bool:
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
    if origin is not None and origin != f"http://{request.host}":
        return False
    if site is not None and site not in ("same-origin", "none"):
        return False
    return request.method in ("GET", "HEAD") or HEADER in request.headers or origin is not None


def add_routes(app: web.Application, emulator: Emulator, closing: asyncio.Event) -> None:
    control = Control(emulator, closing)
    app.router.add_get("/", control.page)
    app.router.add_static("/static/", _HERE / "static")
    app.router.add_get("/control/state", control.state)
    app.router.add_get("/control/events", control.events)
    app.router.add_post("/control/phones", control.new_phone)
    app.router.add_get("/control/phones/{id:\\d+}", control.phone)
    app.router.add_post("/control/phones/{id:\\d+}/{act:[a-z]+}", control.act)
    app.router.add_get("/control/documents/{chat:-?\\d+}/{message:\\d+}", control.document)


class Control:
    """The handlers of the page and the control API."""

    def __init__(self, emulator: Emulator, closing: asyncio.Event) -> None:
        self._world = emulator
        self._closing = closing

    async def page(self, _: web.Request) -> web.StreamResponse:
        text = (_HERE / "templates" / "phones.html").read_text("utf-8")
        headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"}
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def state(self, _: web.Request) -> web.StreamResponse:
        return web.json_response(pictures.state(self._world))

    async def phone(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(pictures.phone(self._world, self._phone(request)))

    async def new_phone(self, request: web.Request) -> web.StreamResponse:
        """A fresh phone, listed on its side under a name."""
        body = await _body(request)
        label = str(body.get("label") or "You")
        phone = self._world.phone(
            first_name=str(body.get("first_name") or label),
            language_code=str(body.get("language_code") or "en"),
        )
        self._world.cast(phone, label, "staff" if body.get("side") == "staff" else "resident")
        return web.json_response(pictures.phone(self._world, phone), status=201)

    async def act(self, request: web.Request) -> web.StreamResponse:
        """Do something on a phone; 409 when the phone cannot, 400 when it makes no sense."""
        phone, body = self._phone(request), await _body(request)
        act = _ACTS.get(request.match_info["act"])
        if act is None:
            return web.json_response({"error": "There is no such act."}, status=404)
        try:
            act(phone, body)
        except (LookupError, PhoneError) as error:
            return web.json_response({"error": str(error)}, status=409)
        except (ValueError, TypeError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response(pictures.phone(self._world, phone))

    async def document(self, request: web.Request) -> web.StreamResponse:
        chat = self._world.chats.get(int(request.match_info["chat"]))
        message = chat and chat.messages.get(int(request.match_info["message"]))
        if not message or message.document is None:
            raise web.HTTPNotFound
        name = quote(message.document.filename, safe="")
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
            "Content-Type": message.document.mime,
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=message.document.content, headers=headers)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Says which of the watched phones changed, and what the clock shows."""
        watched = [int(part) for part in request.query.get("phones", "").split(",") if part]
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        seen: dict[int, int] = {}
        roster = ""
        while not self._closing.is_set():
            moment = self._world.happened.version
            for phone_id in watched:
                phone = self._world.phones.get(phone_id)
                if phone is not None and seen.get(phone_id) != phone.changed.version:
                    seen[phone_id] = phone.changed.version
                    await response.write(_event("phone", pictures.phone(self._world, phone)))
            if (now := json.dumps(pictures.state(self._world))) != roster:
                roster = now
                await response.write(f"event: state\ndata: {now}\n\n".encode())
            await asyncio.sleep(_PACE)
            await self._until_something_happens(moment)
        return response

    async def _until_something_happens(self, seen: int) -> None:
        try:
            async with asyncio.timeout(_TICK):
                await self._world.happened.wait(seen)
        except TimeoutError:
            return

    def _phone(self, request: web.Request) -> Phone:
        phone = self._world.phones.get(int(request.match_info["id"]))
        if phone is None:
            raise web.HTTPNotFound
        return phone


def _event(kind: str, body: object) -> bytes:
    return f"event: {kind}\ndata: {json.dumps(body)}\n\n".encode()


async def _body(request: web.Request) -> dict[str, object]:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise web.HTTPBadRequest(text="The body is not JSON.") from None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="The body is not a JSON object.")
    return body


def _text(body: dict[str, object], name: str) -> str | None:
    value = body.get(name)
    return str(value) if value not in (None, "") else None


def _tap(phone: Phone, body: dict[str, object]) -> None:
    """By label, or by place where two buttons of one message share a label."""
    number = body.get("message_id")
    if number is None:
        phone.tap(str(body.get("label", "")))
        return
    message = phone.chat.messages.get(int(str(number)))
    if message is None:
        raise LookupError("That message is gone.")
    label = str(body.get("label", ""))
    if "row" in body and "column" in body:
        button = message.buttons[int(str(body["row"]))][int(str(body["column"]))]
        if button.text == label and button.data is not None:
            phone.tap_data(message.message_id, button.data)
            return
    phone.tap(label, message)


_ACTS: dict[str, Callable[[Phone, dict[str, object]], object]] = {
    "type": lambda phone, body: phone.type(str(body.get("text", ""))),
    "start": lambda phone, body: phone.start(_text(body, "payload")),
    "tap": _tap,
    "photo": lambda phone, body: phone.send_photo(_text(body, "caption")),
    "block": lambda phone, body: phone.block(),
    "unblock": lambda phone, body: phone.unblock(),
}
