"""What each method of the Bot API does here; every handler is one uninterrupted step."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from emulator import keyboards
from emulator import requests as r
from emulator.chat import Chat, Document, Json, Message, Toast
from emulator.commands import get_my_commands, set_my_commands
from emulator.entities import EntityError, parse, trim, utf16
from emulator.objects import InputFile, MessageEntity, Parameters, ReplyParameters
from emulator.refusals import NOT_MODIFIED, QUERY_TOO_OLD, ApiError, bad_request, forbidden
from emulator.world import Emulator

_LONGEST_TEXT = 4096
_LONGEST_CAPTION = 1024
_LONGEST_TOAST = 200
_LARGEST_FILE = 50 * 1024 * 1024
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


def find_chat(world: Emulator, chat_id: int | str | None) -> Chat:
    try:
        number = int(chat_id or 0)
    except ValueError:
        raise bad_request("chat not found") from None
    if not number:
        raise bad_request("chat_id is empty")
    chat = world.chats.get(number)
    if chat is None:
        raise bad_request("chat not found")
    return chat


def writable_chat(world: Emulator, chat_id: int | str | None) -> Chat:
    """A chat the bot may write to at this moment."""
    chat = find_chat(world, chat_id)
    if chat.user is None:
        if not chat.bot_is_member:
            raise forbidden("bot was kicked from the group chat")
    elif chat.user.deactivated:
        raise forbidden("user is deactivated")
    elif chat.user.blocked:
        raise forbidden("bot was blocked by the user")
    elif not chat.user.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def read_text(
    text: str, parse_mode: str | None, entities: Sequence[MessageEntity] | None
) -> tuple[str, list[Json]]:
    """The text as it will be shown, and its entities."""
    mode = (parse_mode or "").lower()
    if mode == "html":
        try:
            return parse(text)
        except EntityError as error:
            raise bad_request(f"can't parse entities: {error}") from None
    if mode in ("markdown", "markdownv2"):
        raise bad_request(f"the emulator reads parse_mode HTML only, not {parse_mode}")
    if mode:
        raise bad_request("unsupported parse_mode")
    return trim(text, [entity.model_dump(exclude_none=True) for entity in entities or ()])


def read_message_text(
    text: str | None, parse_mode: str | None, entities: Sequence[MessageEntity] | None
) -> tuple[str, list[Json]]:
    if not text:
        raise bad_request("message text is empty")
    plain, found = read_text(text, parse_mode, entities)
    if not plain:
        raise bad_request("text must be non-empty")
    if utf16(plain) > _LONGEST_TEXT:
        raise bad_request("message is too long")
    return plain, found


def refuse_elsewhere(ask: Any) -> None:
    """Threads, topics and business accounts exist in Telegram, not here."""
    if getattr(ask, "business_connection_id", None):
        raise bad_request("business connection not found")
    if getattr(ask, "message_thread_id", None) or getattr(ask, "direct_messages_topic_id", None):
        raise bad_request("message thread not found")
    if getattr(ask, "inline_message_id", None):
        raise bad_request("MESSAGE_ID_INVALID")


def get_me(world: Emulator, _: r.GetMe) -> Json:
    return {
        **world.bot.wire(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def send_message(world: Emulator, ask: r.SendMessage) -> Json:
    refuse_elsewhere(ask)
    chat = writable_chat(world, ask.chat_id)
    text, entities = read_message_text(ask.text, ask.parse_mode, ask.entities)
    markup = keyboards.checked(ask.reply_markup)
    reply = _replied_to(world, chat, ask.reply_parameters)
    message = world.add_message(chat, world.bot, text=text, html=ask.text)
    message.entities, message.markup, message.extra = entities, markup, reply
    return _sent(world, message)


def send_document(world: Emulator, ask: r.SendDocument) -> Json:
    refuse_elsewhere(ask)
    chat = writable_chat(world, ask.chat_id)
    caption, entities = read_text(ask.caption or "", ask.parse_mode, ask.caption_entities)
    if utf16(caption) > _LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    markup = keyboards.checked(ask.reply_markup)
    reply = _replied_to(world, chat, ask.reply_parameters)
    document = _document(world, ask.document)
    message = world.add_message(chat, world.bot, text=caption, html=ask.caption or "")
    message.entities, message.markup, message.extra = entities, markup, reply
    message.document = document
    world.files[document.file_id] = document
    return _sent(world, message)


def _document(world: Emulator, given: InputFile | str) -> Document:
    if isinstance(given, str):
        known = world.files.get(given)
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return known
    if not given.content:
        raise bad_request("file must be non-empty")
    if len(given.content) > _LARGEST_FILE:
        raise ApiError(413, "Request Entity Too Large")
    return Document(given.filename, given.content, given.mime, f"file-{world.next_message_id}")


def _replied_to(world: Emulator, chat: Chat, reply: ReplyParameters | None) -> Json:
    if reply is None:
        return {}
    answered = chat.messages.get(reply.message_id)
    if answered is None:
        if reply.allow_sending_without_reply:
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": world.show(answered)}


def _sent(world: Emulator, message: Message) -> Json:
    world.count_sent += 1
    world.keep(message, by_bot=True)
    return world.show(message)


def _editable(world: Emulator, ask: r.EditMessageText | r.EditMessageReplyMarkup) -> Message:
    refuse_elsewhere(ask)
    chat = writable_chat(world, ask.chat_id)
    if ask.message_id is None:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(ask.message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return message


def edit_message_text(world: Emulator, ask: r.EditMessageText) -> Json:
    message = _editable(world, ask)
    if message.document is not None:
        raise bad_request("there is no text in the message to edit")
    text, entities = read_message_text(ask.text, ask.parse_mode, ask.entities)
    markup = keyboards.checked(ask.reply_markup)
    if (text, entities, markup) == (message.text, message.entities, message.markup):
        raise bad_request(NOT_MODIFIED)
    message.text, message.entities, message.html = text, entities, ask.text or ""
    return _edited(world, message, markup)


def edit_message_reply_markup(world: Emulator, ask: r.EditMessageReplyMarkup) -> Json:
    message = _editable(world, ask)
    markup = keyboards.checked(ask.reply_markup)
    if markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    return _edited(world, message, markup)


def _edited(world: Emulator, message: Message, markup: Json | None) -> Json:
    message.markup = markup
    message.edited_at = world.now()
    message.revision += 1
    world.keep(message, by_bot=True)
    return world.show(message)


def delete_message(world: Emulator, ask: r.DeleteMessage) -> bool:
    message = find_chat(world, ask.chat_id).messages.get(ask.message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if world.now() - message.sent_at > _DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    world.remove(message)
    return True


def answer_callback_query(world: Emulator, ask: r.AnswerCallbackQuery) -> bool:
    if ask.text and utf16(ask.text) > _LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = world.taps.answer(ask.callback_query_id)
    if tap is None:
        raise bad_request(QUERY_TOO_OLD)
    phone = world.phones.get(tap.user_id)
    if ask.text and phone is not None:
        phone.toasts.append(Toast(ask.text, bool(ask.show_alert)))
        world.ring(phone.chat, by_bot=True)
    return True


def send_chat_action(world: Emulator, ask: r.SendChatAction) -> bool:
    refuse_elsewhere(ask)
    writable_chat(world, ask.chat_id)
    if ask.action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def get_chat(world: Emulator, ask: r.GetChat) -> Json:
    chat = find_chat(world, ask.chat_id)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return {
        **chat.wire(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
    }


def delete_webhook(world: Emulator, ask: r.DeleteWebhook) -> bool:
    if ask.drop_pending_updates:
        world.updates.clear()
        world.stir()
    return True


def get_webhook_info(world: Emulator, _: r.GetWebhookInfo) -> Json:
    found: Json = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if world.updates.allowed is not None:
        found["allowed_updates"] = sorted(world.updates.allowed)
    return found


Handler = Callable[[Emulator, Any], object]

METHODS: Mapping[str, tuple[type[Parameters], Handler | None]] = {
    "getMe": (r.GetMe, get_me),
    "getUpdates": (r.GetUpdates, None),  # waits, so the server does it itself
    "sendMessage": (r.SendMessage, send_message),
    "sendDocument": (r.SendDocument, send_document),
    "editMessageText": (r.EditMessageText, edit_message_text),
    "editMessageReplyMarkup": (r.EditMessageReplyMarkup, edit_message_reply_markup),
    "deleteMessage": (r.DeleteMessage, delete_message),
    "answerCallbackQuery": (r.AnswerCallbackQuery, answer_callback_query),
    "sendChatAction": (r.SendChatAction, send_chat_action),
    "getChat": (r.GetChat, get_chat),
    "setMyCommands": (r.SetMyCommands, set_my_commands),
    "getMyCommands": (r.GetMyCommands, get_my_commands),
    "deleteWebhook": (r.DeleteWebhook, delete_webhook),
    "getWebhookInfo": (r.GetWebhookInfo, get_webhook_info),
}
BY_NAME = {name.lower(): name for name in METHODS}
"""The Bot API does not mind the case of a method's name."""
