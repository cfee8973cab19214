"""`wardmote content reload`: has the running bot read the council's edited files."""

from __future__ import annotations

import asyncio
import time

from usecases.operations import reload
from usecases.world import OpenConsultationChanged
from wardmote.commands.cannot_run import CannotRun, consultation_already_open, council_files
from wardmote.commands.transaction import in_transaction, with_council
from wardmote.service.settings import Settings

SECONDS_BETWEEN_LOOKS = 0.5


async def content_reload(settings: Settings, *, wait: float) -> str:
    """Check the files and ask the running bot to read them. Returns the line to print.

    Waits up to ``wait`` seconds for the bot's answer. Raises CannotRun.
    """
    council = council_files(settings)
    try:
        await with_council(settings, reload.ask, council)
    except OpenConsultationChanged as changed:
        raise CannotRun(consultation_already_open(changed)) from None
    until = time.monotonic() + wait
    while time.monotonic() < until:
        state = await in_transaction(settings, reload.state)
        if state == reload.DONE:
            return f"{council.council.name}: the edited files are in force."
        if state == reload.REFUSED:
            raise CannotRun(
                "The bot could not use the edited files, and keeps the ones it had. "
                "Its log says why."
            )
        await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
    return "The files are good. A running bot reads them within a minute."
