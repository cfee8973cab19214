"""The command line for the people who read words of danger: name, list and end."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Annotated, Any

import typer

from wardmote.commands.settings_or_exit import fail, settings_or_exit

safeguarding_app = typer.Typer(no_args_is_help=True, help="Who reads words of danger.")


@safeguarding_app.command("name")
def safeguarding_name(
    number: Annotated[str, typer.Argument(help="The number in `staff list`.")],
    until: Annotated[str, typer.Option(help="The last day, within a year, e.g. 2027-03-31.")],
) -> None:
    """Name a member of staff to read words of danger, until a day. Name two people."""
    from wardmote.commands import safeguarding

    _echo(safeguarding.name(settings_or_exit(), number, until))


@safeguarding_app.command("list")
def safeguarding_list() -> None:
    """List who is named to read words of danger, and until when."""
    from wardmote.commands import safeguarding

    _echo(safeguarding.listed(settings_or_exit()))


@safeguarding_app.command("end")
def safeguarding_end(
    number: Annotated[str, typer.Argument(help="The number in `staff list`.")],
) -> None:
    """End somebody's naming at once. Their role stays."""
    from wardmote.commands import safeguarding

    _echo(safeguarding.end(settings_or_exit(), number))


def _echo(work: Coroutine[Any, Any, str]) -> None:
    from wardmote.commands.cannot_run import CannotRun

    try:
        typer.echo(asyncio.run(work))
    except CannotRun as why:
        fail(str(why))
