"""What every command begins with: the settings, or a line that says what is wrong with them."""

from __future__ import annotations

from typing import Any, NoReturn

import typer


def fail(line: str) -> NoReturn:
    """Print ``line`` on the error stream and exit with 1."""
    typer.echo(line, err=True)
    raise typer.Exit(1)


def settings_or_exit() -> Any:
    """The settings. Exits with 1 where one is wrong or missing."""
    from wardmote.service import settings

    try:
        return settings.read()
    except settings.SettingsError as wrong:
        fail(str(wrong))
