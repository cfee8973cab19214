"""The control API for benches and tests in another process: faults, disorder, the witness."""

from dataclasses import asdict
from datetime import datetime

from aiohttp import web

from emulator.chat import Json
from emulator.faults.fault_requests import KNOWN, parse_fault_request
from emulator.page.control import read_body, refuse
from emulator.town import Emulator

DISORDER = ("twice", "backwards", "renumber", "expire_taps")


def add_routes(app: web.Application, emulator: Emulator) -> None:
    stage = TestingApi(emulator)
    app.router.add_get("/control/faults", stage.faults)
    app.router.add_post("/control/faults", stage.order)
    app.router.add_delete("/control/faults", stage.call_off)
    app.router.add_post("/control/pause", stage.pause)
    app.router.add_post("/control/token", stage.token)
    app.router.add_post("/control/updates/{act:[a-z_]+}", stage.disorder)
    app.router.add_get("/control/witness", stage.holding)
    app.router.add_get("/control/witness/{chat:-?\\d+}", stage.witness)


class TestingApi:
    """The handlers; an invalid request is answered 400 with a sentence, and changes nothing."""

    def __init__(self, emulator: Emulator) -> None:
        self._world = emulator

    async def faults(self, _: web.Request) -> web.Response:
        """The number of faults still scheduled, calls during a pause, and all faults' names."""
        faults = self._world.faults
        impatient = [{**asdict(call), "at": call.at.isoformat()} for call in faults.impatient]
        return web.json_response(
            {
                "left": faults.left,
                "pause_left": faults.pause_left,
                "token_revoked": faults.token_revoked,
                "impatient": impatient,
                "known": KNOWN,
            }
        )

    async def order(self, request: web.Request) -> web.Response:
        """Schedule `{"method", "fault", "times", "chat_id"}`, with the fault's own fields."""
        try:
            order, fault = parse_fault_request(await read_body(request))
        except ValueError as error:
            return refuse(400, error)
        self._world.faults.next(order.method, fault, order.times, order.chat_id)
        return await self.faults(request)

    async def call_off(self, request: web.Request) -> web.Response:
        """Cancel the faults of `?method=`; without it all of them, and the pause."""
        self._world.faults.clear(request.query.get("method"))
        return await self.faults(request)

    async def pause(self, request: web.Request) -> web.Response:
        """Answer every call 429 for `{"seconds"}` of the emulator's clock."""
        seconds = (await read_body(request)).get("seconds")
        if isinstance(seconds, bool) or not isinstance(seconds, int | float):
            return refuse(400, "seconds: a number is missing.")
        try:
            self._world.faults.pause(seconds)
        except ValueError as error:
            return refuse(400, error)
        return await self.faults(request)

    async def token(self, request: web.Request) -> web.Response:
        """Revoke the token with `{"revoked": true}`, or accept it again with false."""
        revoked = (await read_body(request)).get("revoked")
        if revoked is True:
            self._world.faults.revoke_token()
        elif revoked is False:
            self._world.faults.restore_token()
        else:
            return refuse(400, "revoked: true or false is missing.")
        return await self.faults(request)

    async def disorder(self, request: web.Request) -> web.Response:
        """Disorder updates: `twice` and `backwards` take `{"count"}`, `renumber` `{"next_id"}`."""
        act, body = request.match_info["act"], await read_body(request)
        updates = self._world.updates
        try:
            if act == "twice":
                updates.next_twice(_whole(body, "count"))
            elif act == "backwards":
                updates.next_backwards(_whole(body, "count"))
            elif act == "renumber":
                updates.renumber(_whole(body, "next_id"))
            elif act == "expire_taps":
                self._world.expire_taps()
            else:
                return refuse(404, f"There is no {act!r}, only {', '.join(DISORDER)}.")
        except ValueError as error:
            return refuse(400, error)
        return web.json_response({"next_id": updates.next_id, "waiting": len(updates)})

    async def holding(self, request: web.Request) -> web.Response:
        """By chat, how many messages have ever contained `?text=`."""
        text = request.query.get("text")
        if not text:
            return refuse(400, "text: the words to look for are missing.")
        return web.json_response({"chats": self._world.witness.holding(text)})

    async def witness(self, request: web.Request) -> web.Response:
        """Every message the bot sent to a chat, including deleted ones."""
        chat = int(request.match_info["chat"])
        return web.json_response(
            {"messages": [_wire(asdict(s)) for s in self._world.witness.of(chat)]}
        )


def _whole(body: Json, name: str) -> int:
    """A whole number from the body; raises ValueError for anything else."""
    value = body.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{name}: a whole number is missing.")
    return value


def _wire(value: object) -> object:
    """The same value with every datetime as text, at any depth."""
    if isinstance(value, dict):
        return {key: _wire(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_wire(inner) for inner in value]
    return value.isoformat() if isinstance(value, datetime) else value
