"""The command line for duties of staff: give, list and end."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Annotated, Any

import typer

from wardmote.commands.settings_or_exit import fail, settings_or_exit

duty_app = typer.Typer(no_args_is_help=True, help="Who has which duty.")

_BY = (
    "The colleague who decides this: their number in `staff list`. "
    "Leave it out if they are not there."
)
_DUTIES = "moderator, safeguarding, monitoring-officer or owner."


@duty_app.command("give")
def duty_give(
    number: Annotated[str, typer.Argument(help="The number in `staff list`.")],
    duty: Annotated[str, typer.Argument(help=_DUTIES)],
    until: Annotated[str, typer.Option(help="The last day, within a year, e.g. 2027-03-31.")],
    wards: Annotated[str | None, typer.Option(help="Ward codes, separated by commas.")] = None,
    by: Annotated[str, typer.Option(help=_BY)] = "",
) -> None:
    """Give a member of staff a duty, until a day. Their role stays as it is."""
    from wardmote.commands import duties

    codes = tuple(code.strip() for code in (wards or "").split(",") if code.strip())
    if wards is not None and not codes:
        fail("--wards names no ward. For every ward, leave it out.")
    _echo(duties.give(settings_or_exit(), number, duty, until, wards=codes, by=by))


@duty_app.command("list")
def duty_list() -> None:
    """List who was given which duty, for which wards and until when."""
    from wardmote.commands import duties

    _echo(duties.listed(settings_or_exit()))


@duty_app.command("end")
def duty_end(
    number: Annotated[str, typer.Argument(help="The number in `staff list`.")],
    duty: Annotated[str, typer.Argument(help=_DUTIES)],
) -> None:
    """End somebody's duty at once. Their role stays."""
    from wardmote.commands import duties

    _echo(duties.end(settings_or_exit(), number, duty))


def _echo(work: Coroutine[Any, Any, str]) -> None:
    from wardmote.commands.cannot_run import CannotRun

    try:
        typer.echo(asyncio.run(work))
    except CannotRun as why:
        fail(str(why))
