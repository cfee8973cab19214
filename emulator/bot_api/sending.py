"""The methods that send: sendMessage, sendDocument, sendPhoto and sendVoice."""

from collections.abc import Sequence

from emulator.bot_api import keyboards
from emulator.bot_api import requests as r
from emulator.bot_api.access import refuse_elsewhere, writable_chat
from emulator.bot_api.errors import ApiError, bad_request
from emulator.bot_api.photos import measured, sizes
from emulator.bot_api.request_objects import InputFile, ReplyParameters
from emulator.bot_api.texts import read_caption, read_message_text
from emulator.chat import Chat, Document, Json, Message, Photo, Voice, in_topic
from emulator.world import World

_LARGEST_FILE = 50 * 1024 * 1024
_LARGEST_PHOTO = 10 * 1024 * 1024
_SOUNDS = (b"OggS", b"ID3", b"\xff\xfb", b"\xff\xf3")
"""How an Ogg or an MP3 file begins."""


def send_message(world: World, ask: r.SendMessage) -> Json:
    chat = writable_chat(world, ask.chat_id)
    refuse_elsewhere(ask, chat.topics)
    words = read_message_text(ask.text, ask.parse_mode, ask.entities)
    return _sent(world, _written(world, chat, ask, words, ask.text))


def send_document(world: World, ask: r.SendDocument) -> Json:
    chat = writable_chat(world, ask.chat_id)
    refuse_elsewhere(ask, chat.topics)
    words = read_caption(ask.caption, ask.parse_mode, ask.caption_entities)
    document = _document(world, ask.document)
    message = _written(world, chat, ask, words, ask.caption or "")
    message.document = document
    world.enter_file(message)
    return _sent(world, message)


def send_photo(world: World, ask: r.SendPhoto) -> Json:
    chat = writable_chat(world, ask.chat_id)
    refuse_elsewhere(ask, chat.topics)
    words = read_caption(ask.caption, ask.parse_mode, ask.caption_entities)
    image = _photo(world, ask.photo)
    message = _written(world, chat, ask, words, ask.caption or "")
    message.image = image
    message.extra = {**message.extra, "photo": sizes(image)}
    world.enter_file(message)
    return _sent(world, message)


def send_voice(world: World, ask: r.SendVoice) -> Json:
    """A file that is no voice note arrives as a document."""
    chat = writable_chat(world, ask.chat_id)
    refuse_elsewhere(ask, chat.topics)
    words = read_caption(ask.caption, ask.parse_mode, ask.caption_entities)
    note = _voice(world, ask.voice, ask.duration or 0)
    message = _written(world, chat, ask, words, ask.caption or "")
    if isinstance(note, Voice):
        message.voice = note
        message.extra = {**message.extra, "voice": note.wire()}
    else:
        message.document = note
    world.enter_file(message)
    return _sent(world, message)


def _voice(world: World, given: InputFile | str, duration: int) -> Voice | Document:
    if isinstance(given, str):
        known = world.files.get(given)
        if not isinstance(known, Voice):
            raise bad_request("wrong file identifier/HTTP URL specified")
        return known
    if not given.content:
        raise bad_request("file must be non-empty")
    if len(given.content) > _LARGEST_FILE:
        raise ApiError(413, "Request Entity Too Large")
    file_id = f"voice-{world.next_message_id}"
    if not given.content.startswith(_SOUNDS) and given.content[4:8] != b"ftyp":
        return Document(given.filename, given.content, given.mime, file_id)
    return Voice(given.content, duration, given.mime, file_id=file_id)


def _written(
    world: World,
    chat: Chat,
    ask: r.SendMessage | r.SendDocument | r.SendPhoto | r.SendVoice,
    words: tuple[str, Sequence[Json]],
    html: str,
) -> Message:
    """Add the message with all that every kind has in common, once everything is checked."""
    markup = keyboards.checked(ask.reply_markup)
    reply = _replied_to(world, chat, ask.reply_parameters)
    message = world.add_message(chat, world.bot, text=words[0], html=html)
    message.entities, message.markup = list(words[1]), markup
    message.extra = {**reply, **in_topic(ask.message_thread_id)}
    if ask.protect_content:
        message.extra["has_protected_content"] = True
    message.silent = bool(ask.disable_notification)
    return message


def _document(world: World, given: InputFile | str) -> Document:
    if isinstance(given, str):
        known = world.files.get(given)
        if isinstance(known, Photo):
            raise bad_request("can't use file of type Photo as Document")
        if not isinstance(known, Document):
            raise bad_request("wrong file identifier/HTTP URL specified")
        return known
    if not given.content:
        raise bad_request("file must be non-empty")
    if len(given.content) > _LARGEST_FILE:
        raise ApiError(413, "Request Entity Too Large")
    return Document(given.filename, given.content, given.mime, f"file-{world.next_message_id}")


def _photo(world: World, given: InputFile | str) -> Photo:
    if isinstance(given, str):
        known = world.files.get(given)
        if isinstance(known, Document):
            raise bad_request("can't use file of type Document as Photo")
        if not isinstance(known, Photo):
            raise bad_request("wrong file identifier/HTTP URL specified")
        return known
    if not given.content:
        raise bad_request("file must be non-empty")
    if len(given.content) > _LARGEST_PHOTO:
        raise bad_request(
            f"file of size {len(given.content)} bytes is too big for a photo; "
            f"the maximum size is {_LARGEST_PHOTO} bytes"
        )
    return measured(given.content, f"picture-{world.next_message_id}")


def _replied_to(world: World, chat: Chat, reply: ReplyParameters | None) -> Json:
    if reply is None:
        return {}
    answered = chat.messages.get(reply.message_id)
    if answered is None:
        if reply.allow_sending_without_reply:
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": world.show(answered)}


def _sent(world: World, message: Message) -> Json:
    world.count_sent += 1
    world.keep(message, by_bot=True)
    return world.show(message)
