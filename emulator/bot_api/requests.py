"""Parameters of each method, as models. A test compares them with the specification."""

from collections.abc import Mapping
from typing import Annotated

from emulator.bot_api.request_objects import (
    AnyMarkup,
    AnyMenuButton,
    BotCommand,
    Entities,
    FromJson,
    Inline,
    InputFile,
    LinkPreviewOptions,
    Parameters,
    ReplyParameters,
    Scope,
)

LEFT_OUT: Mapping[str, frozenset[str]] = {
    "sendMessage": frozenset({"suggested_post_parameters"}),
    "sendDocument": frozenset({"suggested_post_parameters"}),
    "sendPhoto": frozenset({"suggested_post_parameters"}),
    "sendVoice": frozenset({"suggested_post_parameters"}),
    "editMessageText": frozenset({"rich_message"}),
    "KeyboardButton": frozenset(
        {"request_users", "request_chat", "request_managed_bot", "request_poll"}
    ),
    "MessageEntity": frozenset({"user"}),
}
"""Optional parameters the emulator doesn't support: sending one is an error that says so."""

ChatId = int | str
Strings = Annotated[list[str], FromJson]
Preview = Annotated[LinkPreviewOptions, FromJson]
Reply = Annotated[ReplyParameters, FromJson]
Commands = Annotated[list[BotCommand], FromJson]


class GetMe(Parameters):
    pass


class GetUpdates(Parameters):
    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: Strings | None = None


class SendMessage(Parameters):
    business_connection_id: str | None = None
    chat_id: ChatId
    message_thread_id: int | None = None
    direct_messages_topic_id: int | None = None
    text: str
    parse_mode: str | None = None
    entities: Entities | None = None
    link_preview_options: Preview | None = None
    disable_notification: bool | None = None
    protect_content: bool | None = None
    allow_paid_broadcast: bool | None = None
    message_effect_id: str | None = None
    reply_parameters: Reply | None = None
    reply_markup: AnyMarkup | None = None


class SendDocument(Parameters):
    business_connection_id: str | None = None
    chat_id: ChatId
    message_thread_id: int | None = None
    direct_messages_topic_id: int | None = None
    document: InputFile | str
    thumbnail: InputFile | str | None = None
    caption: str | None = None
    parse_mode: str | None = None
    caption_entities: Entities | None = None
    disable_content_type_detection: bool | None = None
    disable_notification: bool | None = None
    protect_content: bool | None = None
    allow_paid_broadcast: bool | None = None
    message_effect_id: str | None = None
    reply_parameters: Reply | None = None
    reply_markup: AnyMarkup | None = None


class SendPhoto(Parameters):
    business_connection_id: str | None = None
    chat_id: ChatId
    message_thread_id: int | None = None
    direct_messages_topic_id: int | None = None
    photo: InputFile | str
    caption: str | None = None
    parse_mode: str | None = None
    caption_entities: Entities | None = None
    show_caption_above_media: bool | None = None
    has_spoiler: bool | None = None
    disable_notification: bool | None = None
    protect_content: bool | None = None
    allow_paid_broadcast: bool | None = None
    message_effect_id: str | None = None
    reply_parameters: Reply | None = None
    reply_markup: AnyMarkup | None = None


class SendVoice(Parameters):
    business_connection_id: str | None = None
    chat_id: ChatId
    message_thread_id: int | None = None
    direct_messages_topic_id: int | None = None
    voice: InputFile | str
    caption: str | None = None
    parse_mode: str | None = None
    caption_entities: Entities | None = None
    duration: int | None = None
    disable_notification: bool | None = None
    protect_content: bool | None = None
    allow_paid_broadcast: bool | None = None
    message_effect_id: str | None = None
    reply_parameters: Reply | None = None
    reply_markup: AnyMarkup | None = None


class GetFile(Parameters):
    file_id: str


class EditMessageText(Parameters):
    business_connection_id: str | None = None
    chat_id: ChatId | None = None
    message_id: int | None = None
    inline_message_id: str | None = None
    text: str | None = None
    parse_mode: str | None = None
    entities: Entities | None = None
    link_preview_options: Preview | None = None
    reply_markup: Inline | None = None


class EditMessageReplyMarkup(Parameters):
    business_connection_id: str | None = None
    chat_id: ChatId | None = None
    message_id: int | None = None
    inline_message_id: str | None = None
    reply_markup: Inline | None = None


class DeleteMessage(Parameters):
    chat_id: ChatId
    message_id: int


class AnswerCallbackQuery(Parameters):
    callback_query_id: str
    text: str | None = None
    show_alert: bool | None = None
    url: str | None = None
    cache_time: int | None = None


class GetChat(Parameters):
    chat_id: ChatId


class SetMyCommands(Parameters):
    commands: Commands
    scope: Scope | None = None
    language_code: str | None = None


class GetMyCommands(Parameters):
    scope: Scope | None = None
    language_code: str | None = None


class DeleteMyCommands(Parameters):
    scope: Scope | None = None
    language_code: str | None = None


class SetMyName(Parameters):
    name: str | None = None
    language_code: str | None = None


class GetMyName(Parameters):
    language_code: str | None = None


class SetMyDescription(Parameters):
    description: str | None = None
    language_code: str | None = None


class GetMyDescription(Parameters):
    language_code: str | None = None


class SetMyShortDescription(Parameters):
    short_description: str | None = None
    language_code: str | None = None


class GetMyShortDescription(Parameters):
    language_code: str | None = None


class SetChatMenuButton(Parameters):
    chat_id: int | None = None
    menu_button: AnyMenuButton | None = None


class GetChatMenuButton(Parameters):
    chat_id: int | None = None


class SendChatAction(Parameters):
    business_connection_id: str | None = None
    chat_id: ChatId
    message_thread_id: int | None = None
    action: str


class SetWebhook(Parameters):
    url: str
    certificate: InputFile | None = None
    ip_address: str | None = None
    max_connections: int | None = None
    allowed_updates: Strings | None = None
    drop_pending_updates: bool | None = None
    secret_token: str | None = None


class DeleteWebhook(Parameters):
    drop_pending_updates: bool | None = None


class GetWebhookInfo(Parameters):
    pass
