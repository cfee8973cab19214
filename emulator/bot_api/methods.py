"""The table of Bot API methods, and the small ones; every handler runs without interruption."""

from collections.abc import Callable, Mapping
from typing import Any

from emulator.bot_api import editing, files, profile, sending, webhook_methods
from emulator.bot_api import requests as r
from emulator.bot_api.access import find_chat, refuse_elsewhere, writable_chat
from emulator.bot_api.commands import delete_my_commands, get_my_commands, set_my_commands
from emulator.bot_api.entities import utf16
from emulator.bot_api.errors import QUERY_TOO_OLD, bad_request
from emulator.bot_api.request_objects import Parameters
from emulator.chat import Json, Toast
from emulator.world import World

_LONGEST_TOAST = 200
_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


def get_me(world: World, _: r.GetMe) -> Json:
    return {
        **world.bot.wire(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def answer_callback_query(world: World, ask: r.AnswerCallbackQuery) -> bool:
    if ask.text and utf16(ask.text) > _LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = world.taps.answer(ask.callback_query_id)
    if tap is None:
        raise bad_request(QUERY_TOO_OLD)
    chat = world.chats.get(tap.user_id)
    if ask.text and chat is not None:
        chat.toasts.append(Toast(ask.text, bool(ask.show_alert)))
        world.ring(chat, by_bot=True)
    return True


def send_chat_action(world: World, ask: r.SendChatAction) -> bool:
    refuse_elsewhere(ask)
    writable_chat(world, ask.chat_id)
    if ask.action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def get_chat(world: World, ask: r.GetChat) -> Json:
    chat = find_chat(world, ask.chat_id)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return {
        **chat.wire(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
    }


Handler = Callable[[World, Any], object]

METHODS: Mapping[str, tuple[type[Parameters], Handler | None]] = {
    "getMe": (r.GetMe, get_me),
    "getUpdates": (r.GetUpdates, None),  # may wait, so the server handles it
    "sendMessage": (r.SendMessage, sending.send_message),
    "sendDocument": (r.SendDocument, sending.send_document),
    "sendPhoto": (r.SendPhoto, sending.send_photo),
    "sendVoice": (r.SendVoice, sending.send_voice),
    "getFile": (r.GetFile, files.get_file),
    "editMessageText": (r.EditMessageText, editing.edit_message_text),
    "editMessageReplyMarkup": (r.EditMessageReplyMarkup, editing.edit_message_reply_markup),
    "deleteMessage": (r.DeleteMessage, editing.delete_message),
    "answerCallbackQuery": (r.AnswerCallbackQuery, answer_callback_query),
    "sendChatAction": (r.SendChatAction, send_chat_action),
    "getChat": (r.GetChat, get_chat),
    "setMyCommands": (r.SetMyCommands, set_my_commands),
    "getMyCommands": (r.GetMyCommands, get_my_commands),
    "deleteMyCommands": (r.DeleteMyCommands, delete_my_commands),
    "setMyName": (r.SetMyName, profile.set_my_name),
    "getMyName": (r.GetMyName, profile.get_my_name),
    "setMyDescription": (r.SetMyDescription, profile.set_my_description),
    "getMyDescription": (r.GetMyDescription, profile.get_my_description),
    "setMyShortDescription": (r.SetMyShortDescription, profile.set_my_short_description),
    "getMyShortDescription": (r.GetMyShortDescription, profile.get_my_short_description),
    "setChatMenuButton": (r.SetChatMenuButton, profile.set_chat_menu_button),
    "getChatMenuButton": (r.GetChatMenuButton, profile.get_chat_menu_button),
    "setWebhook": (r.SetWebhook, webhook_methods.set_webhook),
    "deleteWebhook": (r.DeleteWebhook, webhook_methods.delete_webhook),
    "getWebhookInfo": (r.GetWebhookInfo, webhook_methods.get_webhook_info),
}
BY_NAME = {name.lower(): name for name in METHODS}
"""Method names are case-insensitive in the Bot API."""
