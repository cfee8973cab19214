"""getFile, the paths it gives out, and what is behind them."""

from datetime import timedelta

from emulator.bot_api import requests as r
from emulator.bot_api.errors import ApiError, bad_request
from emulator.chat import Document, Json, Photo, Voice
from emulator.world import World

LARGEST_DOWNLOAD = 20 * 1024 * 1024
LASTS = timedelta(hours=1)
"""How long a path can be used."""
FILE = "file"
"""The name under which faults of downloads are scheduled."""
_FOLDERS: dict[type, tuple[str, str]] = {
    Voice: ("voice", "oga"),
    Photo: ("photos", "jpg"),
    Document: ("documents", "bin"),
}


def get_file(world: World, ask: r.GetFile) -> Json:
    """The path of a file that the bot may download."""
    found = world.files.get(ask.file_id)
    if found is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(found.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    folder, ending = _FOLDERS[type(found)]
    path = f"{folder}/file_{len(world.paths)}.{ending}"
    world.paths[path] = ask.file_id, world.now() + LASTS
    return {
        "file_id": ask.file_id,
        "file_unique_id": f"u{ask.file_id}",
        "file_size": len(found.content),
        "file_path": path,
    }


def content_at(world: World, path: str) -> bytes:
    """The bytes behind a path that getFile gave out. Raises ApiError where there are none."""
    file_id, until = world.paths.get(path, ("", world.now()))
    found = world.files.get(file_id)
    if found is None or until <= world.now():
        raise ApiError(404, "Not Found")
    return found.content
