"""Objects inside requests: keyboards, entities, reply parameters, commands, menu buttons."""

import json
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag


class Parameters(BaseModel):
    """An unknown parameter is an error, so that a typing error doesn't go unnoticed."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


@dataclass(frozen=True, slots=True)
class InputFile:
    """An uploaded file."""

    filename: str
    content: bytes
    mime: str


def _unwrap(value: object) -> object:
    """Forms carry nested values as JSON strings."""
    return json.loads(value) if isinstance(value, str) else value


FromJson = BeforeValidator(_unwrap)


class WebAppInfo(Parameters):
    url: str


class LoginUrl(Parameters):
    url: str
    forward_text: str | None = None
    bot_username: str | None = None
    request_write_access: bool | None = None


class SwitchInlineQueryChosenChat(Parameters):
    query: str | None = None
    allow_user_chats: bool | None = None
    allow_bot_chats: bool | None = None
    allow_group_chats: bool | None = None
    allow_channel_chats: bool | None = None


class CopyTextButton(Parameters):
    text: str


class CallbackGame(Parameters):
    pass


class InlineKeyboardButton(Parameters):
    text: str
    icon_custom_emoji_id: str | None = None
    style: str | None = None
    url: str | None = None
    callback_data: str | None = None
    web_app: WebAppInfo | None = None
    login_url: LoginUrl | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    switch_inline_query_chosen_chat: SwitchInlineQueryChosenChat | None = None
    copy_text: CopyTextButton | None = None
    callback_game: CallbackGame | None = None
    pay: bool | None = None


class InlineKeyboardMarkup(Parameters):
    inline_keyboard: list[list[InlineKeyboardButton]]


class KeyboardButton(Parameters):
    text: str
    icon_custom_emoji_id: str | None = None
    style: str | None = None
    request_contact: bool | None = None
    request_location: bool | None = None
    web_app: WebAppInfo | None = None


class ReplyKeyboardMarkup(Parameters):
    keyboard: list[list[KeyboardButton]]
    is_persistent: bool | None = None
    resize_keyboard: bool | None = None
    one_time_keyboard: bool | None = None
    input_field_placeholder: str | None = Field(default=None, min_length=1, max_length=64)
    selective: bool | None = None


class ReplyKeyboardRemove(Parameters):
    remove_keyboard: bool
    selective: bool | None = None


class ForceReply(Parameters):
    force_reply: bool
    input_field_placeholder: str | None = Field(default=None, min_length=1, max_length=64)
    selective: bool | None = None


def _kind_of_markup(value: object) -> str | None:
    keys: Any = value if isinstance(value, dict) else getattr(value, "model_fields_set", ())
    kinds = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
    return next((kind for kind in kinds if kind in keys), None)


Inline = Annotated[InlineKeyboardMarkup, FromJson]
AnyMarkup = Annotated[
    Annotated[InlineKeyboardMarkup, Tag("inline_keyboard")]
    | Annotated[ReplyKeyboardMarkup, Tag("keyboard")]
    | Annotated[ReplyKeyboardRemove, Tag("remove_keyboard")]
    | Annotated[ForceReply, Tag("force_reply")],
    Discriminator(_kind_of_markup),
    FromJson,
]


class MessageEntity(Parameters):
    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None


Entities = Annotated[list[MessageEntity], FromJson]


class LinkPreviewOptions(Parameters):
    is_disabled: bool | None = None
    url: str | None = None
    prefer_small_media: bool | None = None
    prefer_large_media: bool | None = None
    show_above_text: bool | None = None


class ReplyParameters(Parameters):
    message_id: int
    chat_id: int | str | None = None
    allow_sending_without_reply: bool | None = None
    quote: str | None = None
    quote_parse_mode: str | None = None
    quote_entities: list[MessageEntity] | None = None
    quote_position: int | None = None
    checklist_task_id: int | None = None
    poll_option_id: str | None = None


class BotCommand(Parameters):
    command: str
    description: str


class BotCommandScopeDefault(Parameters):
    type: Literal["default"]


class BotCommandScopeAllPrivateChats(Parameters):
    type: Literal["all_private_chats"]


class BotCommandScopeAllGroupChats(Parameters):
    type: Literal["all_group_chats"]


class BotCommandScopeAllChatAdministrators(Parameters):
    type: Literal["all_chat_administrators"]


class BotCommandScopeChat(Parameters):
    type: Literal["chat"]
    chat_id: int | str


class BotCommandScopeChatAdministrators(Parameters):
    type: Literal["chat_administrators"]
    chat_id: int | str


class BotCommandScopeChatMember(Parameters):
    type: Literal["chat_member"]
    chat_id: int | str
    user_id: int


Scope = Annotated[
    BotCommandScopeDefault
    | BotCommandScopeAllPrivateChats
    | BotCommandScopeAllGroupChats
    | BotCommandScopeAllChatAdministrators
    | BotCommandScopeChat
    | BotCommandScopeChatAdministrators
    | BotCommandScopeChatMember,
    Field(discriminator="type"),
    FromJson,
]


class MenuButtonCommands(Parameters):
    type: Literal["commands"]


class MenuButtonWebApp(Parameters):
    type: Literal["web_app"]
    text: str
    web_app: WebAppInfo


class MenuButtonDefault(Parameters):
    type: Literal["default"]


AnyMenuButton = Annotated[
    MenuButtonCommands | MenuButtonWebApp | MenuButtonDefault,
    Field(discriminator="type"),
    FromJson,
]
