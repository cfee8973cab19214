"""Sets the bot's name and descriptions at Telegram, in every language of the council."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sending.request import TelegramApi
from bot.views.bot_profile import BotProfile
from engagement.broadcasts.bot_api_responses import Fate, Outcome

PATIENCE = 3
"""Tries of a call that may not have been carried out: repeating one is harmless."""
LONGEST_WAIT = 60.0
"""Seconds. Telegram lets a name be changed only now and then, and may ask for a wait of hours."""


class ProfileNotSet(Exception):
    """A call was not carried out; the text names the call and the language."""

    def __init__(self, call: str, outcome: Outcome) -> None:
        super().__init__(call)
        self.outcome = outcome


async def set_profiles(
    api: TelegramApi, profiles: list[BotProfile], sleep: Callable[[float], Awaitable[None]]
) -> None:
    """Set name, description and short description in each language.

    The English ones are set without a language: Telegram shows them for every language without
    its own. Raises ProfileNotSet at the first call that is not carried out.
    """
    for profile in profiles:
        language = {} if profile.language == "en" else {"language_code": profile.language}
        for method, field, text in (
            ("setMyName", "name", profile.name),
            ("setMyDescription", "description", profile.about),
            ("setMyShortDescription", "short_description", profile.short),
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
            raise ProfileNotSet(f"{method} ({language})", outcome)
        await sleep(max(1.0, outcome.retry_after))
