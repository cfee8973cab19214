"""Texts and captions from the bot: parsed by parse mode, and checked for length."""

from collections.abc import Sequence

from emulator.bot_api.entities import EntityError, parse, trim, utf16
from emulator.bot_api.errors import TOO_LONG, bad_request
from emulator.bot_api.request_objects import MessageEntity
from emulator.chat import Json

_LONGEST_TEXT = 4096
_LONGEST_CAPTION = 1024


def read_text(
    text: str, parse_mode: str | None, entities: Sequence[MessageEntity] | None
) -> tuple[str, list[Json]]:
    """The text as it will be shown, and its entities. Raises ApiError."""
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
        raise bad_request(TOO_LONG)
    return plain, found


def read_caption(
    caption: str | None, parse_mode: str | None, entities: Sequence[MessageEntity] | None
) -> tuple[str, list[Json]]:
    plain, found = read_text(caption or "", parse_mode, entities)
    if utf16(plain) > _LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return plain, found
