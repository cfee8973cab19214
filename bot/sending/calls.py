"""API calls for one chat, with their retries and pauses: messages, edits, taps, files, menus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import structlog

from bot.screens import Screen
from bot.sending.pacer import Pacer
from bot.sending.rendered_messages import message as body_of
from bot.sending.rendered_messages import unmarked
from bot.sending.request import TelegramApi
from content.typed_words import room
from content.words import Html
from engagement.broadcasts.bot_api_responses import Fate, Outcome, Reason, edit_is_done
from usecases.broadcasts.deliver import CHANCES
from usecases.world import World

log = structlog.get_logger("bot.sending.calls")

LONGEST_MESSAGE = 4000
"""UTF-16 code units of one message as it reads, without its tags. Telegram takes 4,096; the note of
a message that is sent again needs some."""

LONGEST_TOAST = 200
"""Characters Telegram shows over the chat after a tap."""

PATIENCE = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds between tries of a call that was certainly not carried out."""

_TRY_LATER = (Fate.NEVER_SENT, Fate.SLOW_DOWN, Fate.UNKNOWN)
"""Outcomes of a call that Telegram may not have got, and that may be repeated later."""


class TokenRefused(Exception):
    """Telegram doesn't know our token: nothing can be sent, and nothing is dropped."""


class Calls:
    """Makes the calls for one chat at a time; broadcasts are sent by ``Sender``."""

    def __init__(self, api: TelegramApi, pacer: Pacer, world: World) -> None:
        self._api = api
        self._pacer = pacer
        self._world = world

    async def send(self, chat_id: int, screen: Screen, *, again: Html) -> Outcome:
        """Send a new message. If its outcome is unknown, send it once more with the note ``again``.

        A text too long for one message is sent in several; the buttons are under the last.
        """
        *first, last = in_parts(screen.text)
        for part in first:
            outcome = await self._send_one(chat_id, Screen(part, thread=screen.thread), again)
            if outcome.fate is not Fate.DONE:
                return outcome
        return await self._send_one(chat_id, replace(screen, text=last), again)

    async def upload(
        self,
        method: str,
        body: Mapping[str, Any],
        *,
        field: str,
        name: str,
        path: Path,
        kind: str,
    ) -> Outcome:
        """Send a file, and retry while it is certain that it was not sent."""
        chat_id = int(body["chat_id"])
        for wait in (*PATIENCE, None):
            await self._pacer.wait_for_turn(chat_id)
            with path.open("rb") as file:
                outcome = await self._api.upload(
                    method, body, field=field, name=name, file=file, kind=kind
                )
            if outcome.reason is Reason.MARKUP_REFUSED and "parse_mode" in body:
                log.error("a message's HTML was refused: a template is wrong", topic=method)
                self._pacer.note(outcome)
                caption = unmarked(Html(str(body.get("caption", ""))))
                body = {k: v for k, v in body.items() if k != "parse_mode"} | {"caption": caption}
                continue
            if self._settled(outcome) or wait is None:
                break
            await self._wait(outcome, wait)
        return outcome

    async def show_action(self, chat_id: int, action: str) -> None:
        """Show for five seconds that something is being made. Nothing depends on it."""
        await self._pacer.wait_while_paused()
        body = {"chat_id": chat_id, "action": action}
        self._pacer.note(await self._api.call("sendChatAction", body))

    async def _send_one(self, chat_id: int, screen: Screen, again: Html) -> Outcome:
        outcome = await self._paced("sendMessage", chat_id, message(chat_id, screen))
        if outcome.fate is Fate.UNKNOWN:
            marked = replace(screen, text=Html(f"{again}\n{screen.text}"))
            outcome = await self._paced("sendMessage", chat_id, message(chat_id, marked))
        if outcome.reason is Reason.MARKUP_REFUSED:
            log.error("a message's HTML was refused: a template is wrong", topic=screen.topic)
            body = message(chat_id, screen, marked=False)
            outcome = await self._paced("sendMessage", chat_id, body)
        if outcome.fate is Fate.REFUSED and screen.thread is not None:
            # The topic has been closed or deleted meanwhile.
            return await self._send_one(chat_id, replace(screen, thread=None), again)
        return outcome

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> bool:
        """Edit one of our messages; repeating that is harmless. False if it cannot be edited."""
        if len(in_parts(screen.text)) > 1:
            return False
        body = {**message(chat_id, replace(screen, silent=False)), "message_id": message_id}
        body["reply_markup"] = screen.markup
        return edit_is_done(await self._repeated("editMessageText", body))

    async def remove_buttons(self, chat_id: int, message_id: int) -> None:
        """Remove the buttons of a message that has been answered further down."""
        body = {
            "chat_id": chat_id,
            "message_id": message_id,
            "reply_markup": {"inline_keyboard": []},
        }
        await self._repeated("editMessageReplyMarkup", body)

    async def remove_all_buttons(self, chat_id: int, message_ids: Sequence[int]) -> None:
        """Remove the buttons of several messages: whose they were is gone."""
        for message_id in message_ids:
            await self.remove_buttons(chat_id, message_id)

    async def delete(self, chat_id: int, message_id: int) -> Outcome:
        """Delete a message of this chat, ours or theirs; one that is gone already is done."""
        body = {"chat_id": chat_id, "message_id": message_id}
        return await self._repeated("deleteMessage", body)

    async def offer_commands(
        self, commands: Sequence[Mapping[str, str]], language: str, chat_id: int | None = None
    ) -> bool:
        """Set the command menu of one chat, or of everybody whose phone is set to ``language``. The
        English menu is used for every language without its own."""
        body: dict[str, Any] = {"commands": [*commands]}
        if chat_id is not None:
            body["scope"] = {"type": "chat", "chat_id": chat_id}
        elif language != "en":
            body["language_code"] = language
        return (await self._repeated("setMyCommands", body)).fate not in _TRY_LATER

    async def remove_commands(self, chat_id: int) -> bool:
        """Remove the command menu of one chat, which then shows everybody's."""
        body = {"scope": {"type": "chat", "chat_id": chat_id}}
        return (await self._repeated("deleteMyCommands", body)).fate not in _TRY_LATER

    async def answer(self, query_id: str, text: str | None) -> bool:
        """Stop a tapped button's spinner, and show ``text`` if there is one. False if it failed."""
        body: dict[str, Any] = {"callback_query_id": query_id}
        if text is not None:
            body |= {"text": text, "show_alert": True}
        await self._pacer.wait_while_paused()
        outcome = await self._api.call("answerCallbackQuery", body)
        return self._settled(outcome) and outcome.fate is Fate.DONE

    async def _paced(self, method: str, chat_id: int, body: Mapping[str, Any]) -> Outcome:
        for wait in (*PATIENCE, None):
            await self._pacer.wait_for_turn(chat_id)
            outcome = await self._api.call(method, body)
            if self._settled(outcome) or wait is None:
                break
            await self._wait(outcome, wait)
        return outcome

    async def _repeated(self, method: str, body: Mapping[str, Any]) -> Outcome:
        for wait in (*PATIENCE[:3], None):
            await self._pacer.wait_while_paused()
            outcome = await self._api.call(method, body)
            if (self._settled(outcome) and outcome.fate is not Fate.UNKNOWN) or wait is None:
                break
            await self._wait(outcome, wait)
        return outcome

    async def _wait(self, outcome: Outcome, wait: float) -> None:
        """Wait before the next try. After a 429 the pacer pauses; any other wait is shortened at
        random by up to half, so that calls that failed together are not repeated together."""
        if outcome.fate is not Fate.SLOW_DOWN:
            await self._world.sleep(wait * (1.0 - self._world.draw() / CHANCES / 2))

    def _settled(self, outcome: Outcome) -> bool:
        self._pacer.note(outcome)
        if outcome.fate is Fate.UNAUTHORISED:
            raise TokenRefused
        return outcome.fate not in (Fate.SLOW_DOWN, Fate.NEVER_SENT)


def message(chat_id: int, screen: Screen, *, marked: bool = True) -> dict[str, Any]:
    """sendMessage's body: HTML, or plain text (not ``marked``) where Telegram refused the HTML."""
    return {"chat_id": chat_id, **body_of(screen, marked=marked)}


def in_parts(text: Html) -> list[Html]:
    """A text in parts that each fit one message, cut between lines: no tag of ours spans two, and
    a line in bold, such as a date, stays with what is under it."""
    parts, part = [], ""
    for piece in _pieces(text):
        longer = f"{part}\n{piece}" if part else piece
        if part and _room(longer) > LONGEST_MESSAGE:
            parts.append(part)
            part = piece
        else:
            part = longer
    return [Html(p) for p in [*parts, part]]


def _room(text: str) -> int:
    return room(unmarked(Html(text)))


def _pieces(text: Html) -> Iterator[str]:
    """What is not cut: a line, with the bold lines above it, and a quote with all its lines."""
    lines: list[str] = []
    for line in text.split("\n"):
        piece = "\n".join([*lines, line])
        if _room(piece) > LONGEST_MESSAGE and lines:
            yield "\n".join(lines)
            lines, piece = [], line
        heads_more = line.startswith("<b>") and line.endswith("</b>")
        if heads_more or piece.count("<blockquote") > piece.count("</blockquote"):
            lines.append(line)
        else:
            yield piece
            lines = []
    if lines:
        yield "\n".join(lines)
