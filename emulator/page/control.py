"""The phones page and the control API behind it: all that a person at a phone can do, as JSON."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import cast, get_args
from urllib.parse import quote

from aiohttp import web

from emulator.chat import Json, Message
from emulator.page import page_state, ward_map
from emulator.page.phone_actions import PHONE_ACTIONS, text_of
from emulator.people.phone import Phone, PhoneError, check_language
from emulator.town import Emulator, Side

_HERE = Path(__file__).parent
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_POLICY = (
    "default-src 'self'; media-src 'self' blob:; "
    "frame-ancestors 'none'; form-action 'none'; base-uri 'none'"
)
_TICK = 1.0  # seconds between looks at the clock when nothing happens
_PACE = 0.05  # seconds between looks at most: twenty a second are enough for the page
_LONGEST_NAME = 64
HEADER = "X-Emulator"
FACES = ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf")
"""The files of the fonts for Arabic script, as ``static/arabic.css`` names them."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Serve only pages and programs on this computer, and no other site through a browser."""
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
    app.router.add_get("/fonts/faces.css", control.faces)
    app.router.add_get("/fonts/{name}", control.font)
    app.router.add_get("/control/state", control.state)
    app.router.add_get("/control/map", control.map)
    app.router.add_get("/control/events", control.events)
    app.router.add_post("/control/phones", control.new_phone)
    app.router.add_get("/control/phones/{id:\\d+}", control.phone)
    app.router.add_post("/control/phones/{id:\\d+}/{act:[a-z]+}", control.act)
    app.router.add_post("/control/crowd", control.crowd)
    app.router.add_get("/control/documents/{chat:-?\\d+}/{message:\\d+}", control.document)
    app.router.add_get("/control/voices/{chat:-?\\d+}/{message:\\d+}", control.voice)
    app.router.add_get("/control/photos/{chat:-?\\d+}/{message:\\d+}", control.photo)


class Control:
    """The handlers of the page and the control API."""

    def __init__(self, emulator: Emulator, closing: asyncio.Event) -> None:
        self._world = emulator
        self._closing = closing

    async def page(self, _: web.Request) -> web.StreamResponse:
        text = (_HERE / "templates" / "phones.html").read_text("utf-8")
        headers = {"Content-Security-Policy": _POLICY, "Cache-Control": "no-store"}
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def faces(self, _: web.Request) -> web.StreamResponse:
        """The faces for Arabic script, if there are any: a browser fetches one when it needs it."""
        css = (_HERE / "static" / "arabic.css").read_text("utf-8") if self._world.fonts else ""
        return web.Response(text=css, content_type="text/css")

    async def font(self, request: web.Request) -> web.StreamResponse:
        """One of the faces."""
        name, folder = request.match_info["name"], self._world.fonts
        if folder is None or name not in FACES:
            return web.json_response({"error": "There is no such font."}, status=404)
        return web.FileResponse(folder / name, headers={"Content-Type": "font/ttf"})

    async def state(self, _: web.Request) -> web.StreamResponse:
        return web.json_response(page_state.state(self._world))

    async def map(self, _: web.Request) -> web.StreamResponse:
        """The map's outlines and labels; the counts on it are part of the state."""
        return web.json_response(ward_map.sheet(self._world.places, self._world.outlines))

    async def phone(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(page_state.phone(self._world, self._phone(request)))

    async def new_phone(self, request: web.Request) -> web.StreamResponse:
        """A new phone, listed on a side under a name; 400 for an unknown side or language."""
        body = await read_body(request)
        label = (text_of(body, "label") or "You").strip()[:_LONGEST_NAME]
        language = text_of(body, "language_code") or "en"
        try:
            check_language(language)
            side = _side(text_of(body, "side") or "resident")
        except ValueError as error:
            return refuse(400, error)
        first_name = text_of(body, "first_name") or label
        phone = self._world.phone(first_name=first_name, language_code=language)
        self._world.cast(phone, label, side)
        return web.json_response(page_state.phone(self._world, phone), status=201)

    async def act(self, request: web.Request) -> web.StreamResponse:
        """Do something on a phone; 409 if the phone cannot do it, 400 for an invalid request."""
        phone, body = self._phone(request), await read_body(request)
        act = PHONE_ACTIONS.get(request.match_info["act"])
        if act is None:
            return web.json_response({"error": "There is no such act."}, status=404)
        try:
            act(self._world, phone, body)
        except KeyError as error:
            return refuse(400, f"{error.args[0]} is missing.")
        except (LookupError, PhoneError) as error:
            return refuse(409, error)
        except (ValueError, TypeError) as error:
            return refuse(400, error)
        return web.json_response(page_state.phone(self._world, phone))

    async def crowd(self, request: web.Request) -> web.StreamResponse:
        """Pause, resume, or set the pace by name; 404 without a crowd, 400 for an unknown pace."""
        body, crowd = await read_body(request), self._world.crowd
        if crowd is None:
            return refuse(404, "There is no crowd.")
        if (pace := text_of(body, "pace")) is not None:
            if pace not in crowd.paces:
                return refuse(400, f"There is no pace {pace!r}, only {', '.join(crowd.paces)}.")
            crowd.speed = crowd.paces[pace]
        if "paused" in body:
            if body["paused"] is True:
                crowd.pause()
            else:
                crowd.resume()
        return web.json_response(page_state.state(self._world))

    async def document(self, request: web.Request) -> web.StreamResponse:
        document = self._message(request).document
        if document is None:
            raise web.HTTPNotFound
        name = quote(document.filename, safe="")
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
        return _file(document.content, document.mime, headers)

    async def photo(self, request: web.Request) -> web.StreamResponse:
        image = self._message(request).image
        if image is None:
            raise web.HTTPNotFound
        return _file(image.content, image.mime, {"Cache-Control": "no-store"})

    async def voice(self, request: web.Request) -> web.StreamResponse:
        note = self._message(request).voice
        if note is None:
            raise web.HTTPNotFound
        return _file(note.content, note.mime, {"Cache-Control": "no-store"})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """A stream of the watched phones that changed, and of the page's state when it changed."""
        watched = [int(part) for part in request.query.get("phones", "").split(",") if part]
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        with suppress(ConnectionError):  # the page was closed, or asked for other phones
            await response.prepare(request)
            await self._stream(response, watched)
        return response

    async def _stream(self, response: web.StreamResponse, watched: list[int]) -> None:
        seen: dict[int, int] = {}
        last_state = ""
        while not self._closing.is_set():
            moment = self._world.happened.version
            for phone_id in watched:
                phone = self._world.phones.get(phone_id)
                if phone is not None and seen.get(phone_id) != phone.changed.version:
                    seen[phone_id] = phone.changed.version
                    await response.write(_event("phone", page_state.phone(self._world, phone)))
            if (state := json.dumps(page_state.state(self._world))) != last_state:
                last_state = state
                await response.write(f"event: state\ndata: {state}\n\n".encode())
            await asyncio.sleep(_PACE)
            await self._until_something_happens(moment)

    async def _until_something_happens(self, seen: int) -> None:
        try:
            async with asyncio.timeout(_TICK):
                await self._world.happened.wait(seen)
        except TimeoutError:
            return

    def _message(self, request: web.Request) -> Message:
        chat = self._world.chats.get(int(request.match_info["chat"]))
        message = chat and chat.messages.get(int(request.match_info["message"]))
        if not message:
            raise web.HTTPNotFound
        return message

    def _phone(self, request: web.Request) -> Phone:
        phone = self._world.phones.get(int(request.match_info["id"]))
        if phone is None:
            raise web.HTTPNotFound
        return phone


def _event(kind: str, body: object) -> bytes:
    return f"event: {kind}\ndata: {json.dumps(body)}\n\n".encode()


def refuse(status: int, reason: object) -> web.Response:
    """An error answer that says in a sentence what is wrong."""
    return web.json_response({"error": str(reason)}, status=status)


def _file(content: bytes, mime: str, headers: dict[str, str]) -> web.Response:
    safe = {"Content-Type": mime, "X-Content-Type-Options": "nosniff"}
    return web.Response(body=content, headers={**headers, **safe})


def _side(name: str) -> Side:
    """The side of the page with this name; raises ValueError if there is none."""
    if name not in get_args(Side):
        raise ValueError(f"There is no side {name!r}.")
    return cast(Side, name)


async def read_body(request: web.Request) -> Json:
    """The JSON object in the body, {} if it is empty; raises HTTPBadRequest for anything else."""
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise web.HTTPBadRequest(text="The body is not JSON.") from None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text="The body is not a JSON object.")
    return body
