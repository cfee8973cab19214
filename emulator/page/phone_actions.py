"""What a person can do on a phone of the page, by the names used in the control API's paths."""

from base64 import b64decode
from collections.abc import Callable, Mapping

from emulator.chat import Json, Voice
from emulator.people.phone import Phone
from emulator.world import World

OGG = "audio/ogg"
Act = Callable[[World, Phone, Json], object]


def text_of(body: Json, name: str) -> str | None:
    """A value as text; None if it is missing or empty."""
    value = body.get(name)
    return str(value) if value not in (None, "") else None


def _tap(_: World, phone: Phone, body: Json) -> None:
    """Tap by label; with a row and column too, where two buttons of a message share a label."""
    number = body.get("message_id")
    label = str(body.get("label", ""))
    if number is None:
        phone.tap(label)
        return
    message = phone.chat.messages.get(int(str(number)))
    if message is None:
        raise LookupError("That message is gone.")
    if "row" in body and "column" in body:
        button = message.buttons[int(str(body["row"]))][int(str(body["column"]))]
        if button.text == label and button.data is not None:
            phone.tap_data(message.message_id, button.data)
            return
    phone.tap(label, message)


def _voice(_: World, phone: Phone, body: Json) -> None:
    """Send a sound file, in base64, as a voice note; without one a short note of silence."""
    sound = text_of(body, "sound")
    if sound is None:
        phone.send_voice()
        return
    content = b64decode(sound, validate=True)
    phone.send_voice(Voice(content, int(body.get("duration") or 4), text_of(body, "mime") or OGG))


def _share_location(world: World, phone: Phone, body: Json) -> None:
    """Share a place by its name, else a point in degrees."""
    if (label := text_of(body, "place")) is None:
        phone.share_location(float(body["latitude"]), float(body["longitude"]))
        return
    place = next((place for place in world.places if place.label == label), None)
    if place is None:
        raise LookupError(f"There is no place {label!r}.")
    phone.share_location(place.latitude, place.longitude)


def _set_language(_: World, phone: Phone, body: Json) -> None:
    phone.language_code = str(body.get("code", ""))


PHONE_ACTIONS: Mapping[str, Act] = {
    "type": lambda _, phone, body: phone.type(str(body.get("text", ""))),
    "start": lambda _, phone, body: phone.start(text_of(body, "payload")),
    "tap": _tap,
    "photo": lambda _, phone, body: phone.send_photo(text_of(body, "caption")),
    "voice": _voice,
    "contact": lambda _, phone, body: phone.send_contact(str(body.get("number", ""))),
    "location": _share_location,
    "language": _set_language,
    "block": lambda _, phone, body: phone.block(),
    "unblock": lambda _, phone, body: phone.unblock(),
}
