"""`wardmote doctor`: looks at everything an operator would ask about, one line for each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Mapping
from typing import Any

from bot.sending.request import TelegramApi
from bot.sending.transport import NoWayOut
from content import library
from engagement.broadcasts.delivery import Fate
from engagement.operations.alarms import CLOCK_OFF
from storage.engine.database import Database
from storage.engine.outages import trouble_of
from wardmote.commands import checks
from wardmote.commands.checks import BAD, GOOD, LOOK, Finding
from wardmote.service.lock import file_of
from wardmote.service.settings import Settings

LONGEST_CHECK = 10.0
"""Seconds for each check; they run one after another, and none ends the others."""


async def examine(settings: Settings) -> list[Finding]:
    """Every finding, in the order of a start. Writes nothing and takes nothing from a running bot:
    getMe and getWebhookInfo, never getUpdates."""
    database = Database(settings.database)
    found = [Finding(GOOD, "settings", "they can be read")]
    try:
        found += await _within("content", checks.in_a_thread(lambda: checks.content(settings)))
        looking = checks.in_a_thread(lambda: checks.files(settings, database))
        found += await _within("files", looking)
        file = file_of(database)
        if file is None or file.exists():
            found += await _within("database", checks.database_is_whole(database))
            found += await _within("database", _read(database))
            found += await _within("writing", _writable(database))
            found += await _within("people", _people(settings, database))
        found += await _within("Telegram", _telegram(settings))
    finally:
        await database.close()
    return found


async def _within(what: str, check: Awaitable[list[Finding]]) -> list[Finding]:
    """What a check found. That it failed or took too long is a finding as well."""
    try:
        async with asyncio.timeout(LONGEST_CHECK):
            return await check
    except TimeoutError:
        return [Finding(BAD, what, f"no answer within {LONGEST_CHECK:.0f} seconds")]
    except Exception as trouble:
        # The kind alone: the words of an error may quote an address with a token or a password.
        return [Finding(BAD, what, f"it cannot be looked at ({type(trouble).__name__})")]


async def _read(database: Database) -> list[Finding]:
    async with database.read() as tx:
        return await checks.in_the_database(tx, backs_up=file_of(database) is not None)


async def _writable(database: Database) -> list[Finding]:
    """Whether a transaction that writes can begin; it is undone, and changes nothing."""
    try:
        await database.try_to_write()
    except Exception as trouble:
        kind = trouble_of(trouble)
        if kind is None:
            raise
        line = f"nothing can be saved ({kind.value}): look at the disk, its rights and its mount"
        return [Finding(BAD, "writing", line)]
    return [Finding(GOOD, "writing", "something can be saved")]


async def _people(settings: Settings, database: Database) -> list[Finding]:
    council = library.load(settings.content or library.council_directory(settings.council))
    async with database.read() as tx:
        return await checks.people_in_post(tx, council)


async def _telegram(settings: Settings) -> list[Finding]:
    token = settings.token.get_secret_value()
    try:
        async with TelegramApi(settings.bot_api, token) as api:
            me = await api.call("getMe", {}, seconds=LONGEST_CHECK / 2)
            if me.fate is Fate.UNAUTHORISED:
                return [Finding(BAD, "token", "Telegram does not know it; check WARDMOTE_TOKEN")]
            if me.fate is not Fate.DONE:
                line = f"it cannot be reached ({me.fate.value}); network, proxy, certificates"
                return [Finding(BAD, "Telegram", line)]
            found = [Finding(GOOD, "Telegram", "it is reachable and knows the token")]
            found.append(_clock(api.clock_off))
            hook = await api.call("getWebhookInfo", {}, seconds=LONGEST_CHECK / 2)
            if hook.fate is Fate.DONE and isinstance(hook.result, Mapping):
                found.append(_waiting(hook.result))
            return found
    except NoWayOut as blocked:
        return [Finding(BAD, "way out", str(blocked))]


def _clock(off: float | None) -> Finding:
    if off is None:
        return Finding(LOOK, "clock", "Telegram told no time to compare with")
    if abs(off) > CLOCK_OFF.total_seconds():
        line = f"it is {off:+.0f} seconds off Telegram's; this machine needs a time server"
        return Finding(BAD, "clock", line)
    return Finding(GOOD, "clock", "it agrees with Telegram's")


def _waiting(info: Mapping[str, Any]) -> Finding:
    way = "a webhook" if info.get("url") else "polling"
    count = info.get("pending_update_count")
    line = f"updates come by {way}; {count} wait at Telegram"
    many = isinstance(count, int) and count > 100
    return Finding(LOOK if many else GOOD, "updates", line)
