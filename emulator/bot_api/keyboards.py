"""Telegram's rules for keyboards."""

import re

from pydantic import BaseModel

from emulator.bot_api.errors import bad_request
from emulator.bot_api.request_objects import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
)
from emulator.chat import Json

_MOST_BUTTONS = 100
_MOST_IN_A_ROW = 8
_LONGEST_DATA = 64  # bytes, not characters
_ACTIONS = frozenset(InlineKeyboardButton.model_fields) - {"text", "icon_custom_emoji_id", "style"}
_LINK = re.compile(r"(?:https?|tg)://\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)


def checked(markup: BaseModel | None) -> Json | None:
    """The keyboard as it will be shown; raises ApiError if Telegram would refuse it."""
    if markup is None:
        return None
    if isinstance(markup, InlineKeyboardMarkup):
        rows = [row for row in markup.inline_keyboard if row]
        _count([len(row) for row in rows])
        for row in rows:
            for button in row:
                _check_button(button)
        dump = [[button.model_dump(exclude_none=True) for button in row] for row in rows]
        return {"inline_keyboard": dump} if rows else None
    if isinstance(markup, ReplyKeyboardMarkup):
        _count([len(row) for row in markup.keyboard])
    return markup.model_dump(exclude_none=True)


def _count(lengths: list[int]) -> None:
    if sum(lengths) > _MOST_BUTTONS or any(length > _MOST_IN_A_ROW for length in lengths):
        raise bad_request("reply markup is too long")


def _check_button(button: InlineKeyboardButton) -> None:
    actions = button.model_fields_set & _ACTIONS
    if not button.text:
        raise _unreadable("Button text must be non-empty")
    if not actions:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unreadable("Exactly one action must be specified")
    data = button.callback_data
    if data is not None and not 1 <= len(data.encode()) <= _LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.url is not None and not _LINK.fullmatch(button.url):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")


def _unreadable(why: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {why}")
