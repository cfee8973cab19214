"""Parameters of a request in any of its forms, read and checked against the method's model."""

import json
from typing import TypeVar
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web
from pydantic import ValidationError

from emulator.bot_api.errors import ApiError, bad_request
from emulator.bot_api.request_objects import InputFile, Parameters

P = TypeVar("P", bound=Parameters)

_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "voice": "there is no voice in the request",
    "file_id": "file_id not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "action": "wrong parameter action in request",
    "commands": "can't parse commands JSON object",
}
_UNREADABLE = {
    "reply_markup": "can't parse reply keyboard markup JSON object",
    "reply_parameters": "can't parse reply parameters JSON object",
    "link_preview_options": "can't parse link preview options JSON object",
    "scope": "can't parse BotCommandScope JSON object",
    "commands": "can't parse commands JSON object",
    "menu_button": "can't parse menu button JSON object",
    "message_id": "invalid message identifier specified",
    "chat_id": "chat identifier must be a valid Integer",
}


async def read(request: web.Request) -> dict[str, object]:
    """Every parameter in the URL and the body. Raises ApiError for an unreadable body."""
    found: dict[str, object] = dict(request.query)
    if request.method != "POST" or not request.can_read_body:
        return found
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.read())
        except ValueError:
            raise bad_request("can't parse JSON object") from None
        if not isinstance(body, dict):
            raise bad_request("expected an Object")
        found.update(body)
    elif request.content_type == "multipart/form-data":
        await _read_parts(request, found)
    else:
        found.update(parse_qsl(await request.text(), keep_blank_values=True))
    return found


async def _read_parts(request: web.Request, found: dict[str, object]) -> None:
    files: dict[str, InputFile] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        if part.filename is None:
            found[part.name] = await part.text()
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = InputFile(part.filename, bytes(await part.read()), mime)
    attached = set()
    for name, value in found.items():
        if isinstance(value, str) and value.startswith("attach://"):
            key = value.removeprefix("attach://")
            if key in files:
                found[name] = files[key]
                attached.add(key)
    found.update({name: file for name, file in files.items() if name not in attached})


def check(model: type[P], method: str, given: dict[str, object]) -> P:
    """The parameters as the method's model; raises ApiError with Telegram's text."""
    try:
        return model.model_validate(given)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
    raise _refusal(method, [str(step) for step in first["loc"]], first["type"], first["msg"])


def _refusal(method: str, path: list[str], kind: str, words: str) -> ApiError:
    name = path[0] if path else ""
    if kind == "extra_forbidden":
        return bad_request(
            f"the emulator does not know parameter {_dotted(path)} of method {method}"
        )
    if kind == "missing" and len(path) == 1 and name in _MISSING:
        return bad_request(_MISSING[name])
    if name in _UNREADABLE:
        return bad_request(_UNREADABLE[name])
    return bad_request(f"parameter {_dotted(path)}: {words}")


def _dotted(path: list[str]) -> str:
    return ".".join(path)
