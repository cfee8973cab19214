"""The methods of the Bot API; every handler runs without interruption."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from emulator.bot_api import keyboards, profile, sending
from emulator.bot_api import requests as r
from emulator.bot_api.access import find_chat, refuse_elsewhere, writable_chat
from emulator.bot_api.commands import delete_my_commands, get_my_commands, set_my_commands
from emulator.bot_api.entities import utf16
from emulator.bot_api.errors import (
    CANNOT_DELETE,
    CANNOT_EDIT,
    DELETE_NOT_FOUND,
    EDIT_NOT_FOUND,
    NOT_MODIFIED,
    QUERY_TOO_OLD,
    bad_request,
)
from emulator.bot_api.request_objects import Parameters
from emulator.bot_api.texts import read_message_text
from emulator.bot_api.webhook import MOST_CONNECTIONS, checked_secret, checked_url
from emulator.chat import Json, Message, Toast
from emulator.updates import USUAL_CONNECTIONS, Webhook
from emulator.world import World

_LONGEST_TOAST = 200
_DELETABLE_FOR = timedelta(hours=48)
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


def _editable(world: World, ask: r.EditMessageText | r.EditMessageReplyMarkup) -> Message:
    refuse_elsewhere(ask)
    chat = writable_chat(world, ask.chat_id)
    if ask.message_id is None:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(ask.message_id)
    if message is None:
        raise bad_request(EDIT_NOT_FOUND)
    if not message.from_bot:
        raise bad_request(CANNOT_EDIT)
    return message


def edit_message_text(world: World, ask: r.EditMessageText) -> Json:
    message = _editable(world, ask)
    if message.captioned:
        raise bad_request("there is no text in the message to edit")
    text, entities = read_message_text(ask.text, ask.parse_mode, ask.entities)
    markup = keyboards.checked(ask.reply_markup)
    if (text, entities, markup) == (message.text, message.entities, message.markup):
        raise bad_request(NOT_MODIFIED)
    message.text, message.entities, message.html = text, entities, ask.text or ""
    return _edited(world, message, markup)


def edit_message_reply_markup(world: World, ask: r.EditMessageReplyMarkup) -> Json:
    message = _editable(world, ask)
    markup = keyboards.checked(ask.reply_markup)
    if markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    return _edited(world, message, markup)


def _edited(world: World, message: Message, markup: Json | None) -> Json:
    message.markup = markup
    message.edited_at = world.now()
    message.revision += 1
    world.keep(message, by_bot=True)
    return world.show(message)


def delete_message(world: World, ask: r.DeleteMessage) -> bool:
    message = find_chat(world, ask.chat_id).messages.get(ask.message_id)
    if message is None:
        raise bad_request(DELETE_NOT_FOUND)
    if world.now() - message.sent_at > _DELETABLE_FOR:
        raise bad_request(CANNOT_DELETE)
    world.remove(message)
    return True


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


def set_webhook(world: World, ask: r.SetWebhook) -> bool:
    """Post updates to this address from now on; an empty address ends that."""
    if ask.certificate is not None or ask.ip_address is not None:
        raise bad_request("bad webhook: the emulator takes neither certificate nor ip_address")
    most = ask.max_connections or USUAL_CONNECTIONS
    webhook = Webhook(
        checked_url(ask.url) if ask.url else "",
        checked_secret(ask.secret_token or ""),
        min(max(most, 1), MOST_CONNECTIONS),
    )
    if ask.allowed_updates is not None:
        world.updates.allowed = frozenset(ask.allowed_updates) or None
    _change_webhook(world, webhook, drop=bool(ask.drop_pending_updates))
    return True


def delete_webhook(world: World, ask: r.DeleteWebhook) -> bool:
    _change_webhook(world, Webhook(), drop=bool(ask.drop_pending_updates))
    return True


def _change_webhook(world: World, webhook: Webhook, *, drop: bool) -> None:
    if drop:
        world.updates.clear()
    world.webhook = webhook
    world.restart_posting()


def get_webhook_info(world: World, _: r.GetWebhookInfo) -> Json:
    return world.webhook.info(len(world.updates), world.updates.allowed)


Handler = Callable[[World, Any], object]

METHODS: Mapping[str, tuple[type[Parameters], Handler | None]] = {
    "getMe": (r.GetMe, get_me),
    "getUpdates": (r.GetUpdates, None),  # may wait, so the server handles it
    "sendMessage": (r.SendMessage, sending.send_message),
    "sendDocument": (r.SendDocument, sending.send_document),
    "sendPhoto": (r.SendPhoto, sending.send_photo),
    "editMessageText": (r.EditMessageText, edit_message_text),
    "editMessageReplyMarkup": (r.EditMessageReplyMarkup, edit_message_reply_markup),
    "deleteMessage": (r.DeleteMessage, delete_message),
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
    "setWebhook": (r.SetWebhook, set_webhook),
    "deleteWebhook": (r.DeleteWebhook, delete_webhook),
    "getWebhookInfo": (r.GetWebhookInfo, get_webhook_info),
}
BY_NAME = {name.lower(): name for name in METHODS}
"""Method names are case-insensitive in the Bot API."""
