"""A person's phone: typing, tapping, sending attachments, blocking the bot."""

import re
import zlib
from collections.abc import Sequence

from emulator.bot_api.entities import trim, utf16
from emulator.chat import Button, Chat, Json, Key, Message, Toast, User, Voice
from emulator.people import attachments
from emulator.people.membership import bot_reads, membership
from emulator.people.recordings import recording
from emulator.posters_and_places import check_point
from emulator.signals import Signal
from emulator.world import World

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST_TEXT = 4096
SHORT_NOTE = Voice(recording(4))
"""A voice note of silence, four seconds long."""


class PhoneError(RuntimeError):
    """The phone cannot do this: the bot is blocked there, or the account was deleted."""


class Phone:
    """One user's private chat with the bot."""

    def __init__(self, world: World, user: User, chat: Chat) -> None:
        self._world = world
        self.user = user
        self.chat = chat
        self.opened: list[str] = []  # tapped links that lead away from the bot

    @property
    def user_id(self) -> int:
        return self.user.id

    @property
    def language_code(self) -> str:
        """The language of the app; the bot learns a new one from the next update."""
        return self.user.language_code

    @language_code.setter
    def language_code(self, code: str) -> None:
        check_language(code)
        self.user.language_code = code
        self._world.keep_user(self.user)
        self._world.ring(self.chat, by_bot=False)

    @property
    def messages(self) -> list[Message]:
        """What the chat shows, oldest first."""
        return list(self.chat.messages.values())

    @property
    def toasts(self) -> list[Toast]:
        """The short notices shown so far, oldest first."""
        return self.chat.toasts

    @property
    def keys(self) -> list[list[Key]]:
        """The reply keyboard on show: the newest message that sets or removes one decides."""
        written = False
        for message in reversed(self.chat.messages.values()):
            written = written or not message.from_bot
            if message.markup and "remove_keyboard" in message.markup:
                return []
            if message.markup and "keyboard" in message.markup:
                once = bool(message.markup.get("one_time_keyboard"))
                return [] if once and written else message.keys
        return []

    @property
    def last(self) -> Message | None:
        """The newest message from the bot."""
        return self.chat.newest_from_bot()

    @property
    def keyboard_message(self) -> Message | None:
        """The newest message that has buttons."""
        return self.chat.newest_with_buttons()

    @property
    def changed(self) -> Signal:
        """Rings whenever anything on this phone changes."""
        return self.chat.changed

    async def settled(self, timeout: float = 30.0) -> None:
        """Return once the emulator is idle; TimeoutError after `timeout` real seconds."""
        await self._world.settled(timeout)

    # Writing

    def type(self, text: str) -> Message:
        """Send a text; one over 4096 UTF-16 units is split into several messages, as by the app."""
        if not text.strip():
            raise ValueError("There is nothing to send.")
        while utf16(text) > _LONGEST_TEXT:
            part = text.encode("utf-16-le")[: 2 * _LONGEST_TEXT].decode("utf-16-le", "ignore")
            self.say(self.chat, part)
            text = text[len(part) :]
        return self.say(self.chat, text)

    def start(self, payload: str | None = None) -> Message:
        """Press Start, with the payload of a link if there was one; this unblocks the bot."""
        if payload is not None and not _PAYLOAD.fullmatch(payload):
            raise ValueError("A start payload is 1 to 64 of A-Z, a-z, 0-9, _ and -.")
        if self.user.blocked:
            self.unblock()
        return self.type(f"/start {payload}" if payload else "/start")

    def type_styled(self, text: str, entities: list[Json]) -> Message:
        """Send a text with entities, such as bold words or words with a link behind them."""
        return self.say(self.chat, text, entities=entities)

    def say(
        self,
        chat: Chat,
        text: str,
        extra: Json | None = None,
        *,
        entities: Sequence[Json] = (),
        voice: Voice | None = None,
    ) -> Message:
        """Send something to a chat this phone is in."""
        self._awake()
        plain, found = trim(text, list(entities))
        message = self._world.add_message(chat, self.user, text=plain)
        message.entities = found
        message.extra, message.voice = extra or {}, voice
        self._world.enter_file(message)
        self._met()
        self._world.keep(message, by_bot=False)
        if chat.user is not None or bot_reads(chat, message, self._world.bot):
            self._world.queue_update("message", self._world.show(message))
        return message

    def edit_text(self, message_id: int, text: str) -> Message:
        """Edit a message of this phone; LookupError for any other message."""
        message = self._own(message_id)
        message.text, message.entities = trim(text, [])
        message.html = message.text
        return self._edited(message)

    def _own(self, message_id: int) -> Message:
        self._awake()
        message = self.chat.messages.get(message_id)
        if message is None or message.from_bot:
            raise LookupError(f"This phone sent no message {message_id}.")
        return message

    def _edited(self, message: Message) -> Message:
        message.edited_at = self._world.now()
        message.revision += 1
        self._world.keep(message, by_bot=False)
        self._world.queue_update("edited_message", self._world.show(message))
        return message

    def forward(self, text: str, from_name: str) -> Message:
        """Forward a message of another person, whose account is hidden."""
        return self.say(self.chat, text, attachments.hidden_origin(from_name, self._world.now()))

    def send_photo(self, caption: str | None = None) -> Message:
        return self.say(self.chat, caption or "", attachments.photo(self._world.next_message_id))

    def send_album(self, count: int, caption: str | None = None) -> list[Message]:
        """Send several photos at once: one message each, the caption under the first."""
        album = attachments.album(self._world.next_message_id)
        return [
            self.say(
                self.chat,
                (caption or "") if n == 0 else "",
                attachments.photo(self._world.next_message_id) | album,
            )
            for n in range(count)
        ]

    def send_voice(
        self, note: Voice = SHORT_NOTE, *, caption: str = "", forwarded_from: str = ""
    ) -> Message:
        """Send a voice note; or forward one of another person, whose account is hidden."""
        note = attachments.voice(self._world.next_message_id, note)
        extra = {"voice": note.wire()}
        if forwarded_from:
            extra |= attachments.hidden_origin(forwarded_from, self._world.now())
        return self.say(self.chat, caption, extra, voice=note)

    def send_video_note(self) -> Message:
        return self.say(self.chat, "", attachments.video_note(self._world.next_message_id))

    def send_audio(self) -> Message:
        return self.say(self.chat, "", attachments.audio(self._world.next_message_id))

    def send_sticker(self) -> Message:
        return self.say(self.chat, "", attachments.sticker(self._world.next_message_id))

    def send_contact(self, phone_number: str) -> Message:
        return self.say(self.chat, "", attachments.contact(phone_number, self.user))

    def send_location(self, lat: float, lon: float) -> Message:
        return self.share_location(lat, lon)

    def share_location(self, latitude: float, longitude: float) -> Message:
        """Send a point, in degrees; ValueError for one out of range."""
        check_point(latitude, longitude)
        return self.say(self.chat, "", attachments.location(latitude, longitude))

    def send_venue(self, lat: float, lon: float, *, title: str, address: str) -> Message:
        """Send a named place that the phone found near the pin."""
        check_point(lat, lon)
        return self.say(self.chat, "", attachments.venue(lat, lon, title, address))

    def share_live_location(self, latitude: float, longitude: float, seconds: int) -> Message:
        """Share where this phone is from now on; `move` sends the bot each change."""
        check_point(latitude, longitude)
        return self.say(self.chat, "", attachments.live_location(latitude, longitude, seconds))

    def move(self, message_id: int, latitude: float, longitude: float) -> Message:
        """Go somewhere else while a live location is shared: Telegram edits its message."""
        message = self._own(message_id)
        place = {**message.extra["location"], "latitude": latitude, "longitude": longitude}
        message.extra = {**message.extra, "location": place}
        return self._edited(message)

    def service_message(self, fields: Json) -> Message:
        """Let Telegram put a service message in the chat, such as a changed auto-delete timer."""
        return self.say(self.chat, "", fields)

    # Tapping

    def tap(self, label: str, message: Message | None = None) -> str:
        """Press the button with this label, else one whose label begins with it, else for a number
        the button in that place.

        Returns the query's id, or "" for a link button, which queues no query. Raises LookupError
        that lists the labels there are.
        """
        shown = message or self.keyboard_message
        button = find_button(shown, label) if shown else None
        if shown is None or button is None:
            there = [b.text for row in shown.buttons for b in row] if shown else []
            raise LookupError(f"No button {label!r} here; there are: {there}")
        if button.data is not None:
            return self._query(shown, shown.message_id, button.data)
        self._open(button.url or "")
        return ""

    def tap_data(self, message_id: int, data: str) -> str:
        """Press a button of a message as it was before an edit or before it was deleted."""
        return self._query(self.chat.messages.get(message_id), message_id, data)

    def forge(self, data: str, message: Message | None = None) -> str:
        """Send callback data that no button carries, as a tampered app could."""
        shown = message or self.last
        if shown is None:
            raise LookupError("There is no message to forge a tap on.")
        return self._query(shown, shown.message_id, data)

    def _query(self, message: Message | None, message_id: int, data: str) -> str:
        self._awake()
        chat = self._world.chats[message.chat_id] if message else self.chat
        query_id = self._world.new_query_id()
        shown = (
            self._world.show(message)
            if message
            else {"chat": chat.wire(), "message_id": message_id, "date": 0}
        )
        self._world.taps.open(query_id, self.user.id, chat.id)
        self._world.queue_update(
            "callback_query",
            {
                "id": query_id,
                "from": self.user.wire(),
                "message": shown,
                "chat_instance": str(-(zlib.crc32(str(chat.id).encode()) + 2**40)),
                "data": data,
            },
        )
        return query_id

    def _open(self, url: str) -> None:
        payload = self.deep_link(url)
        if payload is None:
            self.opened.append(url)
        else:
            self.start(payload or None)

    def deep_link(self, url: str) -> str | None:
        """The payload of a link to this bot, "" if it has none; None for other links."""
        link = rf"(?:https?://)?t\.me/{self._world.bot.username}/?(?:\?start=([\w-]*))?"
        found = re.fullmatch(link, url, re.IGNORECASE)
        return None if found is None else found.group(1) or ""

    # Blocking and leaving

    def block(self) -> None:
        """Block the bot."""
        self._bot_is("kicked", blocked=True)

    def unblock(self) -> None:
        self._bot_is("member", blocked=False)

    def delete_account(self) -> None:
        """The user leaves Telegram; the bot gets no update about it."""
        self.user.deactivated = True
        self._world.keep_user(self.user)
        self._world.ring(self.chat, by_bot=False)

    def _bot_is(self, status: str, *, blocked: bool) -> None:
        if self.user.deactivated:
            raise PhoneError("This account was deleted.")
        if self.user.blocked == blocked:
            return
        self.user.blocked = blocked
        self._world.keep_user(self.user)
        self._world.ring(self.chat, by_bot=False)
        before = "member" if blocked else "kicked"
        self._world.queue_update(
            "my_chat_member", membership(self._world, self.chat, self.user, before, status)
        )

    def _awake(self) -> None:
        if self.user.deactivated:
            raise PhoneError("This account was deleted.")
        if self.user.blocked:
            raise PhoneError("The bot is blocked on this phone.")

    def _met(self) -> None:
        if not self.user.started:
            self.user.started = True
            self._world.keep_user(self.user)


def check_language(code: str) -> None:
    """Raises ValueError unless it is a language tag, such as "pl" or "pt-BR"."""
    if not _LANGUAGE.fullmatch(code):
        raise ValueError(f"{code!r} is not a language code: write two or three small letters.")


def find_button(message: Message, label: str) -> Button | None:
    """The button with this label, else the first whose label begins with it, else for "3" the third
    from the top."""
    buttons = [button for row in message.buttons for button in row]
    exact = next((button for button in buttons if button.text == label), None)
    found = exact or next((b for b in buttons if label and b.text.startswith(label)), None)
    if found is None and label.isdecimal() and 1 <= int(label) <= len(buttons):
        return buttons[int(label) - 1]
    return found
