"""What the page draws: the roster and one phone, as plain values."""

from emulator.chat import Json, Message
from emulator.commands import commands_for
from emulator.phone import Phone
from emulator.things import describe
from emulator.world import Emulator

_SHOWN = 200  # messages of one chat
_NEIGHBOURS = 20


def state(world: Emulator) -> Json:
    """Who is listed, what hangs on the walls, what time it is there."""
    listed = [phone for phone in world.phones.values() if phone.user.side]
    others: list[Phone] = []
    for phone in world.phones.values():
        if len(others) == _NEIGHBOURS:
            break
        if not phone.user.side:
            others.append(phone)
    return {
        "bot": {"username": world.bot.username, "name": world.bot.first_name},
        "clock": world.now().isoformat(timespec="seconds"),
        "posters": [{"label": p.label, "payload": p.payload} for p in world.posters],
        "residents": [_entry(phone) for phone in listed if phone.user.side == "resident"],
        "staff": [_entry(phone) for phone in listed if phone.user.side != "resident"],
        "neighbours": [_entry(phone) for phone in others],
    }


def phone(world: Emulator, shown: Phone) -> Json:
    """One phone as it looks now."""
    user = shown.user
    messages = shown.messages[-_SHOWN:]
    return {
        "id": user.id,
        "version": shown.changed.version,
        "label": user.label or user.first_name,
        "language": user.language_code,
        "started": user.started,
        "blocked": user.blocked,
        "deactivated": user.deactivated,
        "commands": commands_for(world, user),
        "keys": _keys(messages),
        "messages": [_bubble(message, shown) for message in messages],
        "toasts": [{"text": toast.text, "alert": toast.show_alert} for toast in shown.toasts],
    }


def _entry(shown: Phone) -> Json:
    return {"id": shown.user_id, "label": shown.user.label or shown.user.first_name}


def _keys(messages: list[Message]) -> list[list[str]]:
    """The keyboard that stands in place of the phone's own: the newest word on it counts."""
    for message in reversed(messages):
        if message.markup and "remove_keyboard" in message.markup:
            return []
        if keys := message.reply_keyboard:
            return keys
    return []


def _bubble(message: Message, shown: Phone) -> Json:
    document = message.document
    return {
        "id": message.message_id,
        "from_bot": message.from_bot,
        "text": message.text,
        "entities": message.entities,
        "thing": describe(message.extra),
        "sent_at": message.sent_at.isoformat(timespec="seconds"),
        "edited": message.edited_at is not None,
        "buttons": [
            [
                {"text": b.text, "url": b.url, "starts": shown.deep_link(b.url or "") is not None}
                for b in row
            ]
            for row in message.buttons
        ],
        "document": document
        and {
            "name": document.filename,
            "size": len(document.content),
            "href": f"/control/documents/{message.chat_id}/{message.message_id}",
        },
    }
