"""Attachments people send (photos, voice messages, contacts ...), as the Bot API shows them."""

from dataclasses import replace
from datetime import datetime

from emulator.chat import Json, User, Voice


def photo(number: int) -> Json:
    sizes = [(90, 67, 1_400), (800, 600, 61_000)]
    return {
        "photo": [
            {
                **_file(f"photo-{number}-{width}"),
                "width": width,
                "height": height,
                "file_size": size,
            }
            for width, height, size in sizes
        ]
    }


def voice(number: int, note: Voice) -> Voice:
    """A note with the id under which the bot can fetch it."""
    return replace(note, file_id=f"voice-{number}")


def video_note(number: int) -> Json:
    """A round video message."""
    return {"video_note": {**_file(f"round-{number}"), "length": 240, "duration": 4}}


def audio(number: int) -> Json:
    """A piece of music or another sound file."""
    kind = {"duration": 180, "mime_type": "audio/mpeg", "file_name": "song.mp3"}
    return {"audio": {**_file(f"audio-{number}"), **kind}}


def sticker(number: int) -> Json:
    return {
        "sticker": {
            **_file(f"sticker-{number}"),
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
        }
    }


def contact(phone_number: str, user: User) -> Json:
    return {
        "contact": {
            "phone_number": phone_number,
            "first_name": user.first_name,
            "user_id": user.id,
        }
    }


def location(lat: float, lon: float) -> Json:
    return {"location": {"latitude": lat, "longitude": lon}}


def live_location(lat: float, lon: float, seconds: int) -> Json:
    return {"location": {"latitude": lat, "longitude": lon, "live_period": seconds}}


def venue(lat: float, lon: float, title: str, address: str) -> Json:
    """A place with a name: Telegram puts its point in ``location`` as well."""
    point = location(lat, lon)
    return {**point, "venue": {**point, "title": title, "address": address}}


def album(number: int) -> Json:
    """What the messages of one album have in common."""
    return {"media_group_id": str(13_000_000_000 + number)}


def hidden_origin(name: str, when: datetime) -> Json:
    return {
        "forward_origin": {
            "type": "hidden_user",
            "sender_user_name": name,
            "date": int(when.timestamp()),
        }
    }


def describe(extra: Json) -> str | None:
    """The line the page shows in place of an attachment; None for a plain message."""
    names = {
        "photo": "📷 Photo",
        "voice": "🎤 Voice message",
        "video_note": "🎥 Video message",
        "audio": "🎵 Sound file",
        "sticker": "👍 Sticker",
        "contact": "👤 Contact",
        "location": "📍 Place",
        "forward_origin": "↪ Forwarded",
    }
    found = next((name for key, name in names.items() if key in extra), None)
    if "location" in extra:
        return f"{found} {extra['location']['latitude']:.5f}, {extra['location']['longitude']:.5f}"
    return found


def _file(name: str) -> Json:
    return {"file_id": name, "file_unique_id": f"u{name}"}
