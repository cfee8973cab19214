"""`wardmote check-content`: checks the council's files, those of the bot's settings by default."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from dotenv import dotenv_values

from content import library
from content.library import Library
from wardmote.commands.cannot_run import (
    CannotRun,
    closed_already,
    council_files,
    decided_otherwise,
    lacking_for_residents,
)
from wardmote.commands.content_reload import compared_with_the_bot
from wardmote.service import settings
from wardmote.service.settings import Settings

EXAMPLE = "buckinghamshire"
COUNCIL = "WARDMOTE_COUNCIL"


def folder_to_check(directory: Path | None, council: str) -> tuple[Path, Settings | None]:
    """The folder to check, and the settings of the bot here, if there are any. Without a folder and
    a council it is the bot's; without a bot the example's. Raises CannotRun."""
    here, wrong = None, ""
    try:
        here = settings.read()
    except settings.SettingsError as error:
        wrong = str(error)
    if directory is not None:
        return directory, here
    if not council and here is not None:
        return here.content or _folder_of(here.council), here
    if not council and (os.environ.get(COUNCIL) or dotenv_values(".env").get(COUNCIL)):
        # The bot's files are meant, and another council's would hide their mistakes.
        raise CannotRun(wrong)
    return _folder_of(council or EXAMPLE), here


async def check_content(folder: Path, here: Settings | None, *, of_the_bot: bool) -> list[str]:
    """What to print of the files in ``folder``. Raises CannotRun where there is a mistake."""
    found = council_files(here) if of_the_bot and here is not None else _loaded(folder)
    compared = await compared_with_the_bot(here, found)
    if compared.refused is not None:
        raise CannotRun(compared.refused)
    zone = found.council.timezone
    notes = (
        *found.warnings,
        *(closed_already(c, zone) for c in compared.closed),
        *(decided_otherwise(date, zone) for date in compared.in_vain),
    )
    return [*(f"Note: {note}" for note in notes), *_in_sum(found)]


def _in_sum(found: Library) -> Iterator[str]:
    lacking = lacking_for_residents(found)
    yield (
        f"{found.council.name}: {len(found.wards)} wards, {len(found.boards)} boards, "
        f"{len(found.plans)} plans, {len(found.consultations)} consultations, "
        f"{len(found.postcodes)} postcodes. {'No mistakes' if lacking else 'All good'}."
    )
    for line in lacking:
        yield f"Before residents can write: {line}"


def _folder_of(council: str) -> Path:
    try:
        return library.council_directory(council)
    except library.ContentError as wrong:
        raise CannotRun(str(wrong)) from None


def _loaded(folder: Path) -> Library:
    try:
        return library.load(folder, datetime.now(UTC))
    except library.ContentError as wrong:
        raise CannotRun(str(wrong)) from None
