"""Telegram's error answers, word for word, ready to be scheduled as faults."""

from collections.abc import Mapping

from emulator.bot_api import errors
from emulator.faults.injection import Status

BLOCKED = Status(403, f"Forbidden: {errors.BLOCKED}")
DEACTIVATED = Status(403, f"Forbidden: {errors.DEACTIVATED}")
NEVER_STARTED = Status(403, f"Forbidden: {errors.NEVER_STARTED}")
KICKED = Status(403, f"Forbidden: {errors.KICKED}")
KICKED_FROM_SUPERGROUP = Status(403, "Forbidden: bot was kicked from the supergroup chat")
KICKED_FROM_CHANNEL = Status(403, "Forbidden: bot was kicked from the channel chat")
NOT_IN_SUPERGROUP = Status(403, "Forbidden: bot is not a member of the supergroup chat")
NOT_IN_CHANNEL = Status(403, "Forbidden: bot is not a member of the channel chat")
GROUP_DELETED = Status(403, "Forbidden: the group chat was deleted")

CHAT_NOT_FOUND = Status(400, f"Bad Request: {errors.CHAT_NOT_FOUND}")
PEER_ID_INVALID = Status(400, "Bad Request: PEER_ID_INVALID")
NOT_MODIFIED = Status(400, f"Bad Request: {errors.NOT_MODIFIED}")
EDIT_NOT_FOUND = Status(400, f"Bad Request: {errors.EDIT_NOT_FOUND}")
CANNOT_EDIT = Status(400, f"Bad Request: {errors.CANNOT_EDIT}")
DELETE_NOT_FOUND = Status(400, f"Bad Request: {errors.DELETE_NOT_FOUND}")
CANNOT_DELETE = Status(400, f"Bad Request: {errors.CANNOT_DELETE}")
QUERY_TOO_OLD = Status(400, f"Bad Request: {errors.QUERY_TOO_OLD}")
CANNOT_PARSE = Status(
    400, 'Bad Request: can\'t parse entities: Unsupported start tag "ward" at byte offset 0'
)
TOO_LONG = Status(400, f"Bad Request: {errors.TOO_LONG}")
MARKUP_TOO_LONG = Status(400, "Bad Request: reply markup is too long")

UNAUTHORIZED = Status(401, "Unauthorized")
OTHER_POLL = Status(409, errors.OTHER_POLL)
WEBHOOK_ACTIVE = Status(409, errors.WEBHOOK_ACTIVE)
TOO_LARGE = Status(413, "Request Entity Too Large")
SERVER_ERROR = Status(500, "Internal Server Error")
BAD_GATEWAY = Status(502, "Bad Gateway")
GATEWAY_TIMEOUT = Status(504, "Gateway Timeout")


def upgraded(to: int) -> Status:
    """The answer once a group has become a supergroup with the id `to`."""
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return Status(400, description, {"migrate_to_chat_id": to})


NAMED: Mapping[str, Status] = {
    name.lower(): answer for name, answer in list(globals().items()) if isinstance(answer, Status)
}
"""The answers by name in lower case, as the control API takes them."""
