"""Telegram's own error answers, word for word, ready to be ordered as faults."""

from collections.abc import Mapping

from emulator.bot_api import refusals
from emulator.faults.injection import Status

BLOCKED = Status(403, f"Forbidden: {refusals.BLOCKED}")
DEACTIVATED = Status(403, f"Forbidden: {refusals.DEACTIVATED}")
NEVER_STARTED = Status(403, f"Forbidden: {refusals.NEVER_STARTED}")
KICKED = Status(403, f"Forbidden: {refusals.KICKED}")
KICKED_FROM_SUPERGROUP = Status(403, "Forbidden: bot was kicked from the supergroup chat")
KICKED_FROM_CHANNEL = Status(403, "Forbidden: bot was kicked from the channel chat")
NOT_IN_SUPERGROUP = Status(403, "Forbidden: bot is not a member of the supergroup chat")
NOT_IN_CHANNEL = Status(403, "Forbidden: bot is not a member of the channel chat")
GROUP_DELETED = Status(403, "Forbidden: the group chat was deleted")

CHAT_NOT_FOUND = Status(400, f"Bad Request: {refusals.CHAT_NOT_FOUND}")
PEER_ID_INVALID = Status(400, "Bad Request: PEER_ID_INVALID")
NOT_MODIFIED = Status(400, f"Bad Request: {refusals.NOT_MODIFIED}")
EDIT_NOT_FOUND = Status(400, f"Bad Request: {refusals.EDIT_NOT_FOUND}")
CANNOT_EDIT = Status(400, f"Bad Request: {refusals.CANNOT_EDIT}")
DELETE_NOT_FOUND = Status(400, f"Bad Request: {refusals.DELETE_NOT_FOUND}")
CANNOT_DELETE = Status(400, f"Bad Request: {refusals.CANNOT_DELETE}")
QUERY_TOO_OLD = Status(400, f"Bad Request: {refusals.QUERY_TOO_OLD}")
CANNOT_PARSE = Status(
    400, 'Bad Request: can\'t parse entities: Unsupported start tag "ward" at byte offset 0'
)
TOO_LONG = Status(400, f"Bad Request: {refusals.TOO_LONG}")
MARKUP_TOO_LONG = Status(400, "Bad Request: reply markup is too long")

UNAUTHORIZED = Status(401, "Unauthorized")
OTHER_POLL = Status(409, refusals.OTHER_POLL)
WEBHOOK_ACTIVE = Status(409, refusals.WEBHOOK_ACTIVE)
TOO_LARGE = Status(413, "Request Entity Too Large")
SERVER_ERROR = Status(500, "Internal Server Error")
BAD_GATEWAY = Status(502, "Bad Gateway")
GATEWAY_TIMEOUT = Status(504, "Gateway Timeout")


def upgraded(to: int) -> Status:
    """The group has become a supergroup, with this id."""
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return Status(400, words, {"migrate_to_chat_id": to})


NAMED: Mapping[str, Status] = {
    name.lower(): answer for name, answer in list(globals().items()) if isinstance(answer, Status)
}
"""By their names in small letters, as the control API knows them."""
