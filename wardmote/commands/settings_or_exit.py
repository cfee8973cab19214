"""What every command begins with: the settings, or a line that says what is wrong with them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import typer


def fail(line: str) -> NoReturn:
    """Print ``line`` on the error stream and exit with 1."""
    typer.echo(line, err=True)
    raise typer.Exit(1)


def say_if_possible(line: str) -> None:
    """Print ``line``; where nobody can read it, as with a full disk, go on without."""
    try:
        typer.echo(line)
    except OSError:
        # So that what is left to print isn't tried again at the exit, and changes its code.
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


PORTS = range(1, 1 << 16)


def existing_port(port: int | None) -> int | None:
    """The port, if there can be one of that number. Otherwise exits with 1."""
    if port is not None and port not in PORTS:
        fail(f"There is no port {port}. Choose one from 1 to 65535.")
    return port


def in_one_line(error: BaseException) -> str | None:
    """What stopped a command, for an error of the machine or the database; None for any other."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        return f"This cannot be done: {error.strerror or type(error).__name__}{where}."
    if type(error).__module__.partition(".")[0] in ("asyncpg", "sqlalchemy"):
        # Imported here, as they take longer than a command that only prints its help.
        from content.words import Words
        from storage.engine.outages import NOT_ALLOWED, is_damaged, sqlstate_of
        from storage.migrations import DAMAGED

        if is_damaged(error):
            return Words().plain(DAMAGED)
        if sqlstate_of(error) == NOT_ALLOWED:
            return (
                "The role in WARDMOTE_DATABASE may not do this in its database. The role has to "
                "own it: ALTER DATABASE name OWNER TO role."
            )
        return (
            f"The database refused it ({type(error).__name__}). Check WARDMOTE_DATABASE: its user, "
            "password, host and name."
        )
    return None


def settings_or_exit() -> Any:
    """The settings. Exits with 1 where one is wrong or missing."""
    from wardmote.service import settings

    try:
        return settings.read()
    except settings.SettingsError as wrong:
        fail(str(wrong))
