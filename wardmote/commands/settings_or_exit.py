"""What every command begins with: the settings, or one line that says what is wrong with them."""

from __future__ import annotations

from typing import Any, NoReturn

import typer


def fail(line: str) -> NoReturn:
    """Say why, on the error stream, and leave with 1."""
    typer.echo(line, err=True)
    raise typer.Exit(1)


def asked_settings() -> Any:
    """The settings. Leaves with 1 where one is wrong."""
    from wardmote.service import settings

    try:
        return settings.read()
    except settings.SettingsError as wrong:
        fail(str(wrong))
