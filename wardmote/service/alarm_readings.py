"""Readings for the alarm rules: what only the running bot can measure."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta

from bot.bot import Bot
from engagement.operations.alarms import Readings
from storage.engine.database import Database
from wardmote.service.lock import file_of


def take_readings(bot: Bot, database: Database, now: datetime, *, machine: bool) -> Readings:
    """The readings at ``now``, without those that the alarms use case reads from the database.

    A story (no ``machine``) has no disk to watch and no backups, and its clock is its own.
    """
    line = bot.receiver.connection
    free, total = _disk(database) if machine else (None, None)
    return Readings(
        now=now,
        silent_since=(line.heard_at or now) if line.is_silent else None,
        paused_until=bot.pacer.paused_until(),
        template_refused_at=bot.pacer.html_refused_at,
        watches_machine=machine,
        backs_up=file_of(database) is not None,
        conflicts=line.conflicts,
        disk_free=free,
        disk_total=total,
        clock_off=clock_off(bot, machine=machine),
    )


def clock_off(bot: Bot, *, machine: bool) -> timedelta | None:
    """By how much this machine's clock is ahead of Telegram's; None where that is unknown."""
    off = bot.api.clock_off if machine else None
    return None if off is None else timedelta(seconds=off)


def _disk(database: Database) -> tuple[int | None, int | None]:
    """Free and total bytes of the disk with the database's file; None for a database server."""
    file = file_of(database)
    if file is None:
        return None, None
    usage = shutil.disk_usage(file.resolve().parent)
    return usage.free, usage.total
