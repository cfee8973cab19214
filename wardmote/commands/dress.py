"""`wardmote dress`: sets the bot's name and descriptions at Telegram."""

from __future__ import annotations

from bot.profile import ProfileNotSet, set_profiles
from bot.sending.request import TelegramApi
from bot.sending.transport import TransportError
from bot.views.bot_profile import bot_profile
from content.words import Words
from wardmote.commands.cannot_run import CannotRun, council_files, telegram_says
from wardmote.service.clock import WallClock
from wardmote.service.settings import Settings


async def dress(settings: Settings) -> tuple[str, ...]:
    """Set the bot's name and texts in every language of the council. Returns the languages.

    Raises CannotRun.
    """
    council = council_files(settings).council
    words = Words()
    profiles = [bot_profile(words, council, language) for language in council.languages]
    for profile in profiles:
        if profile.too_long:
            raise CannotRun(
                f"In {profile.language} this is too long for Telegram: "
                f"{', '.join(profile.too_long)}. Use a shorter name in council.yaml."
            )
    try:
        async with TelegramApi(settings.bot_api, settings.token.get_secret_value()) as api:
            await set_profiles(api, profiles, WallClock().sleep)
    except ProfileNotSet as failed:
        raise CannotRun(f"Telegram, {failed}: {telegram_says(failed.outcome)}.") from None
    except TransportError as blocked:
        raise CannotRun(str(blocked)) from None
    return tuple(profile.language for profile in profiles)
