"""The emulator's memory across restarts: its own SQLite file, written in batches."""

import json
import sqlite3
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from emulator.changes import Changes
from emulator.chat import Chat, ChatKind, Document, Json, Message, Photo, User, Voice
from emulator.posters_and_places import Place, Poster
from emulator.updates import Pending, Webhook
from emulator.witness import Edit, Seen
from emulator.world import World

_TABLES = """
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS users (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS chats (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS messages (
    message_id INTEGER PRIMARY KEY, body TEXT NOT NULL, content BLOB);
CREATE TABLE IF NOT EXISTS seen (message_id INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS updates (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, body TEXT NOT NULL);
"""
_BATCH = 500
_AHEAD = 1_000
"""Numbers are reserved in blocks of this size, so that none is given out twice after a crash."""


class Store:
    """Saves a world to its file: `flush` writes all changes so far in one transaction."""

    def __init__(self, world: World, path: Path) -> None:
        """Open the file, fill the new world with what it holds, and note changes from then on."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._world = world
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.executescript(_TABLES)
        self._changes = Changes()
        self._reserved: dict[str, int] = {}
        self._settings: dict[str, str] = {}
        self._open = True
        self._load()
        world.changes = self._changes
        world.numbered.listen(self._reserve)

    # Writing

    @property
    def full(self) -> bool:
        """Whether a batch of changes is ready to be written."""
        return len(self._changes.messages) + len(self._changes.updates) >= _BATCH

    def flush(self, *, exact: bool = False) -> None:
        """Write everything that changed since the last time; `exact` gives unused numbers back."""
        settings = _settings(self._world)
        changed = self._changes or self._world.updates.gone or settings != self._settings
        if not self._open or not (changed or exact):
            return
        self._settings = settings
        self._db.execute("BEGIN IMMEDIATE")
        self._write_counters(exact=exact)
        self._write_people()
        self._write_messages()
        self._write_updates()
        self._db.executemany("REPLACE INTO settings VALUES (?, ?)", settings.items())
        self._db.execute("COMMIT")
        self._world.changes = self._changes = Changes()

    def close(self) -> None:
        if self._open:
            self.flush(exact=True)
            self._open = False
            self._db.close()

    def _reserve(self) -> None:
        """Reserve more numbers before the last block runs out."""
        current = _counters(self._world)
        if any(value >= self._reserved.get(name, 0) for name, value in current.items()):
            self._write_counters(exact=False)

    def _write_counters(self, *, exact: bool) -> None:
        ahead = 0 if exact else _AHEAD
        current = _counters(self._world)
        if exact or any(v + ahead // 2 > self._reserved.get(n, 0) for n, v in current.items()):
            self._reserved = {name: value + ahead for name, value in current.items()}
            self._db.executemany("REPLACE INTO counters VALUES (?, ?)", self._reserved.items())

    def _write_people(self) -> None:
        users = [(user.id, json.dumps(_user_body(user))) for user in self._changes.users.values()]
        chats = [(chat.id, json.dumps(_chat_body(chat))) for chat in self._changes.chats.values()]
        self._db.executemany("REPLACE INTO users VALUES (?, ?)", users)
        self._db.executemany("REPLACE INTO chats VALUES (?, ?)", chats)

    def _write_messages(self) -> None:
        changed = self._changes.messages.items()
        deleted = [(number,) for number, message in changed if message is None]
        kept = [
            (number, json.dumps(_message_body(m)), _content(m))
            for number, m in changed
            if m is not None
        ]
        self._db.executemany("DELETE FROM messages WHERE message_id = ?", deleted)
        self._db.executemany("REPLACE INTO messages VALUES (?, ?, ?)", kept)
        seen = [(n, json.dumps(_seen_body(chat, s))) for n, (chat, s) in self._changes.seen.items()]
        self._db.executemany("REPLACE INTO seen VALUES (?, ?)", seen)

    def _write_updates(self) -> None:
        queue, waiting = self._world.updates, self._changes.updates
        gone, queue.gone = queue.gone, []
        for sequence in gone:
            waiting.pop(sequence, None)
        rows = [(p.sequence, json.dumps(_pending_body(p))) for p in waiting.values()]
        self._db.executemany("DELETE FROM updates WHERE sequence = ?", [(n,) for n in gone])
        self._db.executemany("REPLACE INTO updates VALUES (?, ?)", rows)

    # Reading

    def _load(self) -> None:
        world = self._world
        for (body,) in self._rows("SELECT body FROM users ORDER BY rowid"):
            world.enter_user(_user(json.loads(body)))
        for (body,) in self._rows("SELECT body FROM chats ORDER BY id DESC"):
            chat = _chat(json.loads(body))
            world.chats[chat.id] = chat
        for body, content in self._rows("SELECT body, content FROM messages ORDER BY message_id"):
            message = _message(json.loads(body), content)
            world.chats[message.chat_id].messages[message.message_id] = message
            world.enter_file(message)
            if message.from_bot:
                world.witness.note(message)
        for message_id, body in self._rows("SELECT message_id, body FROM seen"):
            world.witness.recall(*_seen(message_id, json.loads(body)))
        for sequence, body in self._rows("SELECT sequence, body FROM updates ORDER BY sequence"):
            pending = _pending(sequence, json.loads(body))
            world.updates.restore(pending)
            _reopen_tap(world, pending)
        rows = self._rows("SELECT name, body FROM settings")
        _take_settings(world, {name: json.loads(body) for name, body in rows})
        self._load_counters()
        self._write_counters(exact=False)

    def _load_counters(self) -> None:
        counters = dict(self._rows("SELECT name, value FROM counters"))
        if counters:
            self._world.next_message_id = counters["message"]
            self._world.next_user_id = counters["user"]
            self._world.next_query = counters["query"]
            self._world.updates.next_id = counters["update"]

    def _rows(self, query: str) -> list[Any]:
        return self._db.execute(query).fetchall()


def _counters(world: World) -> dict[str, int]:
    return {
        "message": world.next_message_id,
        "user": world.next_user_id,
        "query": world.next_query,
        "update": world.updates.next_id,
    }


def _settings(world: World) -> dict[str, str]:
    """The texts and settings of the bot, the webhook, posters and places, as JSON by name."""
    allowed = world.updates.allowed
    found = {
        "commands": world.commands,
        "allowed": None if allowed is None else sorted(allowed),
        "below_others": world.updates.below_others,
        "profile": world.profile,
        "menu_buttons": world.menu_buttons,
        "posters": [asdict(poster) for poster in world.posters],
        "places": [asdict(place) for place in world.places],
        "webhook": _webhook_body(world.webhook),
    }
    return {name: json.dumps(value) for name, value in found.items()}


def _take_settings(world: World, found: Json) -> None:
    """Apply what the file holds; a setting that an older file lacks gets its default."""
    world.commands = found.get("commands", {})
    allowed = found.get("allowed")
    world.updates.allowed = None if allowed is None else frozenset(allowed)
    world.updates.below_others = found.get("below_others", 0)
    world.profile = found.get("profile", {})
    world.menu_buttons = found.get("menu_buttons", {})
    world.posters = [Poster(**poster) for poster in found.get("posters", ())]
    world.places = [Place(**place) for place in found.get("places", ())]
    world.webhook = _webhook(found.get("webhook", {}))
    world.refresh_bot_name()


def _webhook_body(webhook: Webhook) -> Json:
    """With the secret, which protects only the bot of this file."""
    failed = webhook.failed_at and webhook.failed_at.isoformat()
    return {**asdict(webhook), "failed_at": failed}


def _webhook(body: Json) -> Webhook:
    failed = body.get("failed_at")
    return Webhook(**{**body, "failed_at": failed and datetime.fromisoformat(failed)})


def _user_body(user: User) -> Json:
    return {name: getattr(user, name) for name in User.__slots__}


def _user(body: Json) -> User:
    if body["side"] == "staff":
        body["side"] = "board"  # an older file says "staff"
    return User(**body)


def _chat_body(chat: Chat) -> Json:
    names = ("id", "title", "member_ids", "bot_is_member", "privacy", "topics")
    return {name: getattr(chat, name) for name in names}


def _chat(body: Json) -> Chat:
    return Chat(kind=ChatKind.GROUP, **body)


def _content(message: Message) -> bytes | None:
    """The bytes of the message's document, voice note or photo."""
    held = message.document or message.voice
    return held.content if held is not None else message.photo


def _message_body(message: Message) -> Json:
    body = {name: getattr(message, name) for name in Message.__slots__}
    body["sent_at"] = message.sent_at.isoformat()
    body["edited_at"] = message.edited_at and message.edited_at.isoformat()
    if (sent := message.document) is not None:
        body["document"] = {"filename": sent.filename, "mime": sent.mime, "file_id": sent.file_id}
    if (image := message.image) is not None:
        names = ("mime", "width", "height", "file_id")
        body["image"] = {name: getattr(image, name) for name in names}
    if (note := message.voice) is not None:
        names = ("duration", "mime", "size", "file_id")
        body["voice"] = {name: getattr(note, name) for name in names}
    return body


def _message(body: Json, content: bytes | None) -> Message:
    body["sent_at"] = datetime.fromisoformat(body["sent_at"])
    body["edited_at"] = body["edited_at"] and datetime.fromisoformat(body["edited_at"])
    if body["document"]:
        body["document"] = Document(content=content or b"", **body["document"])
    if body.get("image"):
        body["image"] = Photo(content=content or b"", **body["image"])
    if body.get("voice"):
        body["voice"] = Voice(content=content or b"", **body["voice"])
    return Message(**body)


def _seen_body(chat_id: int, seen: Seen) -> list[object]:
    edits = [[edit.text, edit.at.isoformat()] for edit in seen.edits]
    deleted = seen.deleted_at and seen.deleted_at.isoformat()
    return [chat_id, seen.text, seen.at.isoformat(), edits, deleted]


def _seen(message_id: int, body: list[Any]) -> tuple[int, Seen]:
    chat_id, text, at, edits, deleted = body
    moment = datetime.fromisoformat
    changes = tuple(Edit(words, moment(when)) for words, when in edits)
    return chat_id, Seen(message_id, text, moment(at), changes, deleted and moment(deleted))


def _pending_body(pending: Pending) -> Json:
    return {
        "update_id": pending.update_id,
        "body": pending.body,
        "expires_at": pending.expires_at.isoformat(),
        "odd": pending.odd,
    }


def _pending(sequence: int, body: Json) -> Pending:
    body["expires_at"] = datetime.fromisoformat(body["expires_at"])
    return Pending(sequence=sequence, **body)


def _reopen_tap(world: World, pending: Pending) -> None:
    query = pending.body.get("callback_query")
    if isinstance(query, dict) and {"id", "from", "message"} <= query.keys():
        world.taps.open(query["id"], query["from"]["id"], query["message"]["chat"]["id"])
