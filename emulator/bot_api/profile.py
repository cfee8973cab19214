"""The bot's profile: its name and descriptions by language, and its menu button.

The error texts are those seen from the live service, which checks only the length.
"""

from dataclasses import dataclass

from emulator.bot_api import requests as r
from emulator.bot_api.access import find_chat
from emulator.bot_api.commands import checked_language, short
from emulator.bot_api.errors import bad_request
from emulator.bot_api.request_objects import MenuButtonDefault
from emulator.chat import Json
from emulator.world import World


@dataclass(frozen=True, slots=True)
class _Text:
    """One of the three texts: its greatest length and the error for a longer one."""

    name: str
    longest: int
    refusal: str


_NAME = _Text("name", 64, "BOT_TITLE_INVALID")
_DESCRIPTION = _Text("description", 512, "BOT_DESC_INVALID")
_SHORT = _Text("short_description", 120, "BOT_SHARETEXT_INVALID")


def set_my_name(world: World, ask: r.SetMyName) -> bool:
    if not ask.name and not ask.language_code:
        raise bad_request(_NAME.refusal)  # a language may lack a name, the default may not
    _set(world, _NAME, ask.name, ask.language_code)
    world.refresh_bot_name()
    return True


def get_my_name(world: World, ask: r.GetMyName) -> Json:
    return {"name": shown(world, "name", ask.language_code or "") or world.bot.first_name}


def set_my_description(world: World, ask: r.SetMyDescription) -> bool:
    return _set(world, _DESCRIPTION, ask.description, ask.language_code)


def get_my_description(world: World, ask: r.GetMyDescription) -> Json:
    return {"description": shown(world, "description", ask.language_code or "")}


def set_my_short_description(world: World, ask: r.SetMyShortDescription) -> bool:
    return _set(world, _SHORT, ask.short_description, ask.language_code)


def get_my_short_description(world: World, ask: r.GetMyShortDescription) -> Json:
    return {"short_description": shown(world, "short_description", ask.language_code or "")}


def set_chat_menu_button(world: World, ask: r.SetChatMenuButton) -> bool:
    where = str(find_chat(world, ask.chat_id).id) if ask.chat_id is not None else ""
    button = ask.menu_button or MenuButtonDefault(type="default")
    world.menu_buttons[where] = button.model_dump(exclude_none=True)
    world.stir()
    return True


def get_chat_menu_button(world: World, ask: r.GetChatMenuButton) -> Json:
    where = str(find_chat(world, ask.chat_id).id) if ask.chat_id is not None else ""
    return world.menu_buttons.get(where) or {"type": "default" if where else "commands"}


def profile_for(world: World, language_code: str) -> Json:
    """The three texts as shown to a user with this language."""
    name = shown(world, "name", language_code) or world.bot.first_name
    texts = {text: shown(world, text, language_code) for text in (_DESCRIPTION.name, _SHORT.name)}
    return {"name": name, **texts}


def shown(world: World, text: str, language_code: str) -> str:
    """A text in this language, else the default one, else ""."""
    own = world.profile.get(f"{text}|{short(language_code)}")
    return own or world.profile.get(f"{text}|", "")


def _set(world: World, text: _Text, words: str | None, language: str | None) -> bool:
    key = f"{text.name}|{checked_language(language)}"
    words = (words or "").strip()
    if len(words) > text.longest:
        raise bad_request(text.refusal)
    if words:
        world.profile[key] = words
    else:
        world.profile.pop(key, None)
    world.ring_all()
    return True
