"""The bot's command menu, by scope and language, and Telegram's choice of it for a user."""

import re

from emulator.bot_api import requests as r
from emulator.bot_api.errors import bad_request
from emulator.bot_api.request_objects import Parameters
from emulator.chat import Json, User
from emulator.world import World

_NAME = re.compile(r"[a-z0-9_]{1,32}")
_MOST = 100
_LONGEST_DESCRIPTION = 256
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def set_my_commands(world: World, ask: r.SetMyCommands) -> bool:
    if len(ask.commands) > _MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = _key(ask.scope, checked_language(ask.language_code))
    found: list[Json] = []
    for command in ask.commands:
        name = command.command.removeprefix("/").lower()
        if not _NAME.fullmatch(name):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.description) <= _LONGEST_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        found.append({"command": name, "description": command.description})
    world.commands[key] = found
    world.ring_all()
    return True


def delete_my_commands(world: World, ask: r.DeleteMyCommands) -> bool:
    """Delete a list; users see those of wider scopes and the default language again."""
    world.commands.pop(_key(ask.scope, checked_language(ask.language_code)), None)
    world.ring_all()
    return True


def get_my_commands(world: World, ask: r.GetMyCommands) -> list[Json]:
    return world.commands.get(_key(ask.scope, ask.language_code), [])


def commands_for(world: World, user: User) -> list[Json]:
    """The menu in a private chat: the narrowest scope, then the user's language, comes first."""
    scopes = (f"chat:{user.id}", "all_private_chats", "default")
    for scope in scopes:
        for language in (short(user.language_code), ""):
            if found := world.commands.get(f"{scope}|{language}"):
                return found
    return []


def checked_language(code: str | None) -> str:
    """Two lower-case letters, or "" for all languages. Raises ApiError for anything else."""
    if not _LANGUAGE.fullmatch(code or ""):
        raise bad_request("invalid language code specified")
    return code or ""


def short(code: str) -> str:
    """The app's language without its region: texts are stored by two-letter codes."""
    return code.partition("-")[0].lower()


def _key(scope: Parameters | None, language: str | None) -> str:
    parts = scope.model_dump() if scope is not None else {"type": "default"}
    return ":".join(str(part) for part in parts.values()) + f"|{language or ''}"
