"""`wardmote doctor`: runs every check an operator needs, each within ten seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Mapping
from contextlib import suppress
from typing import Any

from bot.sending.request import TelegramApi
from bot.sending.transport import TransportError
from engagement.broadcasts.bot_api_responses import Fate
from engagement.operations.alarms import CLOCK_OFF
from storage.engine.database import Database
from storage.engine.outages import outage_of
from usecases.operations import bot_of_deployment
from usecases.people.listed import lacks_lines
from wardmote.commands import doctor_checks
from wardmote.commands.cannot_run import read_council_files, telegram_says
from wardmote.commands.doctor_checks import BAD, GOOD, LOOK, Finding
from wardmote.service import another_council
from wardmote.service.another_bot import token_of_another_bot
from wardmote.service.another_council import NotOurs
from wardmote.service.forgotten_list import list_of, number_in
from wardmote.service.guarded_numbers import messages
from wardmote.service.lock import file_of
from wardmote.service.private_files import CannotBeWritten
from wardmote.service.settings import Settings, unknown

LONGEST_CHECK = 10.0
"""Seconds for each check. They run one after another, and a failed one does not stop the rest."""


async def examine(settings: Settings) -> list[Finding]:
    """Every finding, in the order in which a start needs them. Writes nothing and takes nothing
    from a running bot: it calls getMe and getWebhookInfo, never getUpdates."""
    database = Database(settings.database)
    readable: Database | None = None
    found = [Finding(LOOK, "settings", line) for line in unknown()]
    found = found or [Finding(GOOD, "settings", "they can be read")]
    try:
        found += await _within(
            "content", doctor_checks.in_a_thread(lambda: doctor_checks.content(settings))
        )
        looking = doctor_checks.in_a_thread(lambda: doctor_checks.files(settings, database))
        found += await _within("files", looking)
        file = file_of(database)
        if file is None or file.exists():
            whole = await _within("database", doctor_checks.database_is_whole(database))
            found += whole
            # In a damaged file every other check would fail as well, and hide the reason.
            if not any(one.mark is BAD and one.what == "database" for one in whole):
                readable = database
                found += await _within("database", _read(database))
                found += await _within("forgotten", _list_is_whole(settings, database))
                found += await _within("writing", _writable(database))
                whose = await _within("council", _whose_council(settings, database))
                # Of another council's people every finding would be wrong.
                found += whose or await _within("people", _people(settings, database))
        found += await _within("Telegram", _telegram(settings, readable))
    finally:
        await database.close()
    return found


async def _within(what: str, check: Awaitable[list[Finding]]) -> list[Finding]:
    """What a check found. A check that fails or takes too long is a finding as well."""
    try:
        async with asyncio.timeout(LONGEST_CHECK):
            return await check
    except TimeoutError:
        return [Finding(BAD, what, f"no answer within {LONGEST_CHECK:.0f} seconds")]
    except Exception as error:
        # Only the class: the text of an error may quote a URL with a token or a password.
        return [Finding(BAD, what, f"it cannot be checked ({type(error).__name__})")]


async def _read(database: Database) -> list[Finding]:
    async with database.read() as tx:
        return await doctor_checks.in_the_database(tx, backs_up=file_of(database) is not None)


async def _list_is_whole(settings: Settings, database: Database) -> list[Finding]:
    """Whether the list of the forgotten holds as many as it has held."""
    path = settings.forgotten or list_of(file_of(database))
    with suppress(CannotBeWritten):  # which the check of the files has named
        number = await asyncio.to_thread(number_in, path)
        async with database.read() as tx:
            if await lacks_lines(tx, number):
                return [Finding(LOOK, "forgotten", LINES_MISSING)]
    return []


LINES_MISSING = (
    "people who were on the list are missing from it: the file was deleted, moved or put back from "
    "an older copy. After a restore of a backup from before, they would be back. Put the newest "
    "copy in its place (check WARDMOTE_FORGOTTEN), and start the bot again"
)


async def _writable(database: Database) -> list[Finding]:
    """Whether something can be written and committed. It is taken away again."""
    try:
        await database.try_to_write()
    except Exception as error:
        kind = outage_of(error)
        if kind is None:
            raise
        line = f"nothing can be saved ({kind.value}): check the disk, its permissions and its mount"
        return [Finding(BAD, "writing", line)]
    return [Finding(GOOD, "writing", "the database can be written")]


async def _whose_council(settings: Settings, database: Database) -> list[Finding]:
    """Whether the database belongs to another council."""
    try:
        await another_council.check_council(database, settings.council)
    except NotOurs as why:
        return [Finding(BAD, "council", str(why))]
    return []


async def _people(settings: Settings, database: Database) -> list[Finding]:
    council = read_council_files(settings)
    async with database.read() as tx:
        return [
            *await doctor_checks.people_in_post(tx, council),
            *await doctor_checks.wards_of_people(tx, council),
        ]


async def _telegram(settings: Settings, database: Database | None) -> list[Finding]:
    token = settings.token.get_secret_value()
    try:
        async with TelegramApi(settings.bot_api, token) as api:
            me = await api.call("getMe", {}, seconds=LONGEST_CHECK / 2)
            if me.fate is Fate.UNAUTHORISED:
                return [Finding(BAD, "token", "Telegram does not accept it; check WARDMOTE_TOKEN")]
            if me.fate is not Fate.DONE:
                return [Finding(BAD, "Telegram", telegram_says(me))]
            found = [Finding(GOOD, "Telegram", "it is reachable and accepts the token")]
            found.append(_clock(api.clock_off))
            if isinstance(me.result, Mapping):
                if database is not None:
                    found += await _within("token", _whose(database, me.result))
                found += _switches(me.result)
            hook = await api.call("getWebhookInfo", {}, seconds=LONGEST_CHECK / 2)
            if hook.fate is Fate.DONE and isinstance(hook.result, Mapping):
                found.append(_waiting(hook.result))
            return found
    except TransportError as blocked:
        return [Finding(BAD, "way out", str(blocked))]


async def _whose(database: Database, me: Mapping[str, Any]) -> list[Finding]:
    """Whether the token is of the bot that people have written to."""
    username = str(me.get("username", ""))
    async with database.read() as tx:
        other = await bot_of_deployment.other_than(tx, me["id"], username)
    return [] if other is None else [Finding(BAD, "token", token_of_another_bot(username, other))]


def _clock(off: float | None) -> Finding:
    if off is None:
        return Finding(LOOK, "clock", "Telegram's answer had no time to compare with")
    if abs(off) > CLOCK_OFF.total_seconds():
        line = f"it is {off:+.0f} seconds off Telegram's; set up a time server on this machine"
        return Finding(BAD, "clock", line)
    return Finding(GOOD, "clock", "it agrees with Telegram's")


_SWITCHES = {
    "can_join_groups": "it can be added to groups, where it only says: write to me in private."
    " Turn that off at @BotFather: /setjoingroups, Disable",
    "can_read_all_group_messages": "in groups it gets every message, and needs none."
    " Turn that off at @BotFather: /setprivacy, Enable",
    "has_topics_enabled": "its private chats have topics, which make one chat into several."
    " Turn that off in this bot's settings at @BotFather",
}
"""What getMe says is on and what we don't use, with what to do."""


def _switches(me: Mapping[str, Any]) -> list[Finding]:
    """What is switched on for this bot at Telegram and not needed."""
    wrong = [line for name, line in _SWITCHES.items() if me.get(name) is True]
    if not wrong:
        return [Finding(GOOD, "groups", "it cannot be added to groups, and has no topics")]
    return [Finding(LOOK, "groups", line) for line in wrong]


def _waiting(info: Mapping[str, Any]) -> Finding:
    way = "a webhook" if info.get("url") else "polling"
    count = info.get("pending_update_count")
    known = isinstance(count, int)
    waiting = messages(int(count or 0)) if known else "an unknown number"
    line = f"updates come by {way}; waiting at Telegram: {waiting}"
    many = known and int(count or 0) > 100
    return Finding(LOOK if many else GOOD, "updates", line)
