"""The commands about the webhook: what Telegram says of it, and taking it back."""

from __future__ import annotations

from bot.receiving.webhook import Standing, standing_in
from bot.sending.request import TelegramApi
from bot.sending.transport import NoWayOut
from engagement.broadcasts.delivery import Fate, Outcome
from wardmote.service.settings import Settings


class NotDone(Exception):
    """Why not, in one line."""


async def show(settings: Settings) -> str:
    """What Telegram says of this bot's webhook, in words. Raises NotDone."""
    stands = standing_in(await _asked(settings, "getWebhookInfo"))
    if stands is None:
        raise NotDone("Telegram's answer cannot be read.")
    return "\n".join(_in_words(stands, settings.webhook))


async def remove(settings: Settings) -> str:
    """Take the webhook back; what waits at Telegram waits on. Raises NotDone."""
    await _asked(settings, "deleteWebhook")
    return (
        "Telegram posts to no webhook any more. Nothing that waits is lost: the bot fetches it "
        "at its next start without WARDMOTE_WEBHOOK."
    )


def _in_words(stands: Standing, ours: str | None) -> list[str]:
    if not stands.url:
        return ["There is no webhook: the bot asks Telegram for its messages."]
    lines = [f"Telegram posts to {stands.url}."]
    if stands.url != ours:
        lines.append("That is not what WARDMOTE_WEBHOOK says here.")
    lines.append(f"Updates that wait to be posted: {stands.waiting}.")
    if stands.error_at is None:
        lines.append("Telegram reports no error.")
    else:
        when = f"{stands.error_at:%H:%M:%S on %Y-%m-%d}"
        lines.append(f"Its last error was at {when} (UTC): {stands.error}")
    return lines


async def _asked(settings: Settings, method: str) -> Outcome:
    """One call without a body. Raises NotDone."""
    try:
        async with TelegramApi(settings.bot_api, settings.token.get_secret_value()) as api:
            outcome = await api.call(method, {})
    except NoWayOut as blocked:
        raise NotDone(str(blocked)) from None
    if outcome.fate is Fate.UNAUTHORISED:
        raise NotDone("Telegram does not know this token. Check WARDMOTE_TOKEN with BotFather.")
    if outcome.fate is not Fate.DONE:
        raise NotDone(f"Telegram did not do it ({outcome.description}). Try again.")
    return outcome
