"""`wardmote webhook show` and `remove`: the webhook as Telegram has it, and removing it."""

from __future__ import annotations

from bot.receiving.webhook import WebhookInfo, webhook_info
from bot.sending.request import TelegramApi
from bot.sending.transport import TransportError
from engagement.broadcasts.bot_api_responses import Fate, Outcome
from wardmote.commands.cannot_run import CannotRun
from wardmote.service.guarded_numbers import messages
from wardmote.service.settings import Settings

NONE = "There is no webhook: the bot fetches its messages from Telegram."


async def show(settings: Settings) -> str:
    """This bot's webhook, as Telegram describes it, as lines to print. Raises CannotRun."""
    info = webhook_info(await called(settings, "getWebhookInfo"))
    if info is None:
        raise CannotRun("Telegram's answer cannot be read. Try again later.")
    return "\n".join(_lines(info, settings.webhook))


async def remove(settings: Settings) -> str:
    """Remove the webhook, if there is one; updates waiting at Telegram stay there. Raises
    CannotRun."""
    info = webhook_info(await called(settings, "getWebhookInfo"))
    if info is not None and not info.url:
        return NONE
    await called(settings, "deleteWebhook")
    return (
        "The webhook is removed. Waiting messages are not lost: the bot fetches them "
        "at its next start without WARDMOTE_WEBHOOK."
    )


def _lines(info: WebhookInfo, ours: str | None) -> list[str]:
    if not info.url:
        return [NONE]
    lines = [f"Telegram posts to {info.url}."]
    if ours is None:
        lines.append("WARDMOTE_WEBHOOK isn't set here.")
    elif info.url != ours:
        lines.append("WARDMOTE_WEBHOOK has another address here.")
    lines.append(f"Updates waiting to be posted: {messages(info.waiting)}.")
    if info.error_at is None:
        lines.append("Telegram reports no error.")
    else:
        when = f"{info.error_at:%H:%M:%S on %Y-%m-%d}"
        lines.append(f"Its last error was at {when} (UTC): {info.error}")
    return lines


async def called(settings: Settings, method: str) -> Outcome:
    """One call without a body. Raises CannotRun."""
    try:
        async with TelegramApi(settings.bot_api, settings.token.get_secret_value()) as api:
            outcome = await api.call(method, {})
    except TransportError as blocked:
        raise CannotRun(str(blocked)) from None
    if outcome.fate is Fate.UNAUTHORISED:
        raise CannotRun("Telegram does not accept this token. Check WARDMOTE_TOKEN with BotFather.")
    if outcome.fate is not Fate.DONE:
        raise CannotRun(f"Telegram refused or did not answer ({outcome.description}). Try again.")
    return outcome
