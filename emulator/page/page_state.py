"""What the page shows, as JSON: the list of people, the crowd, the map, and one phone."""

from emulator.bot_api.commands import commands_for
from emulator.bot_api.profile import profile_for
from emulator.chat import Json, Message
from emulator.page import ward_map
from emulator.people.attachments import describe
from emulator.people.phone import Phone
from emulator.town import Emulator
from emulator.world import World

_SHOWN = 200  # messages of one chat
_NEIGHBOURS = 20
NO_CAPTION = "Photo from the bot"


def state(world: Emulator) -> Json:
    """The bot, the time, the listed people, posters and places, and the crowd's progress."""
    listed = [phone for phone in world.phones.values() if phone.user.side]
    return {
        "bot": {"username": world.bot.username, "name": world.bot.first_name},
        "clock": world.now().isoformat(timespec="seconds"),
        "posters": [{"label": p.label, "payload": p.payload} for p in world.posters],
        "residents": [_entry(phone) for phone in listed if phone.user.side == "resident"],
        "board": [_entry(phone) for phone in listed if phone.user.side == "board"],
        "officers": [_entry(phone) for phone in listed if phone.user.side == "officer"],
        "neighbours": [_entry(phone) for phone in _neighbours(world)],
        "places": [place.label for place in world.places],
        "map": ward_map.drawn(world.places) if world.places else None,
        "crowd": _crowd(world),
    }


def phone(world: World, shown: Phone) -> Json:
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
        "profile": {**profile_for(world, user.language_code), "username": world.bot.username},
        "commands": commands_for(world, user),
        "keys": [
            [
                {"text": key.text, "location": key.asks_location, "contact": key.asks_contact}
                for key in row
            ]
            for row in shown.keys
        ],
        "messages": [_bubble(message, shown) for message in messages],
        "toasts": [{"text": toast.text, "alert": toast.show_alert} for toast in shown.toasts],
    }


def _neighbours(world: Emulator) -> list[Phone]:
    found: list[Phone] = []
    for other in world.phones.values():
        if len(found) == _NEIGHBOURS:
            break
        if not other.user.side:
            found.append(other)
    return found


def _entry(shown: Phone) -> Json:
    return {"id": shown.user_id, "label": shown.user.label or shown.user.first_name}


def _crowd(world: Emulator) -> Json | None:
    crowd = world.crowd
    if crowd is None:
        return None
    tally = crowd.tally
    return {
        "size": tally.size,
        "begun": tally.begun,
        "busy": tally.busy,
        "finished": tally.finished,
        "paused": crowd.paused,
        "paces": list(crowd.paces),
        "pace": next((name for name, speed in crowd.paces.items() if speed == crowd.speed), None),
    }


def _bubble(message: Message, shown: Phone) -> Json:
    return {
        "id": message.message_id,
        "from_bot": message.from_bot,
        "text": message.text,
        "entities": message.entities,
        "thing": None if message.image else describe(message.extra),
        "sent_at": message.sent_at.isoformat(timespec="seconds"),
        "edited": message.edited_at is not None,
        "silent": message.silent,
        "buttons": [
            [
                {"text": b.text, "url": b.url, "starts": shown.deep_link(b.url or "") is not None}
                for b in row
            ]
            for row in message.buttons
        ],
        "document": _document(message),
        "photo": _photo(message),
        "voice": _voice(message),
    }


def _document(message: Message) -> Json | None:
    document = message.document
    if document is None:
        return None
    return {
        "name": document.filename,
        "size": len(document.content),
        "href": f"/control/documents/{message.chat_id}/{message.message_id}",
    }


def _voice(message: Message) -> Json | None:
    if message.voice is None:
        return None
    return {"href": f"/control/voices/{message.chat_id}/{message.message_id}"}


def _photo(message: Message) -> Json | None:
    image = message.image
    if image is None:
        return None
    return {
        "alt": message.text or NO_CAPTION,
        "width": image.width,
        "height": image.height,
        "href": f"/control/photos/{message.chat_id}/{message.message_id}",
    }
