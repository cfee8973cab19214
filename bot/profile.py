"""Puts the council's words on the bot's own page at Telegram, in every language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sending.request import TelegramApi
from bot.views.dressed import Dress
from engagement.broadcasts.delivery import Fate

PATIENCE = 3
"""Tries of a call that may not have been carried out: each of them is harmless when repeated."""
LONGEST_WAIT = 60.0
"""Seconds. Telegram lets a name be changed only now and then, and may ask for hours."""


class NotDressed(Exception):
    """Telegram refused; the text says which call, in which language, and its words."""


async def dress(
    api: TelegramApi, dresses: list[Dress], sleep: Callable[[float], Awaitable[None]]
) -> None:
    """Set name, description and short description; English is what every other language sees.

    Raises NotDressed at the first that Telegram refuses.
    """
    for one in dresses:
        language = {} if one.language == "en" else {"language_code": one.language}
        for method, field, text in (
            ("setMyName", "name", one.name),
            ("setMyDescription", "description", one.about),
            ("setMyShortDescription", "short_description", one.short),
        ):
            await _set(api, method, {field: text, **language}, sleep)


async def _set(
    api: TelegramApi,
    method: str,
    body: Mapping[str, Any],
    sleep: Callable[[float], Awaitable[None]],
) -> None:
    for attempt in range(1, PATIENCE + 1):
        outcome = await api.call(method, body)
        if outcome.fate is Fate.DONE:
            return
        may_help = outcome.fate in (Fate.NEVER_SENT, Fate.UNKNOWN, Fate.SLOW_DOWN)
        if not may_help or attempt == PATIENCE or outcome.retry_after > LONGEST_WAIT:
            language = body.get("language_code", "en")
            raise NotDressed(f"{method} ({language}): {outcome.description or outcome.fate}")
        await sleep(max(1.0, outcome.retry_after))
