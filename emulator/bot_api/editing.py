"""The methods that edit and delete messages, with the refusals of the official server."""

from datetime import timedelta

from emulator.bot_api import keyboards
from emulator.bot_api import requests as r
from emulator.bot_api.access import find_chat, refuse_elsewhere, writable_chat
from emulator.bot_api.errors import (
    CANNOT_DELETE,
    CANNOT_EDIT,
    DELETE_NOT_FOUND,
    EDIT_NOT_FOUND,
    NOT_MODIFIED,
    bad_request,
)
from emulator.bot_api.texts import read_message_text
from emulator.chat import Json, Message
from emulator.world import World

_DELETABLE_FOR = timedelta(hours=48)


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
