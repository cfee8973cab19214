"""The command line for a legal hold: show, begin and end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated

import typer

from wardmote.commands.settings_or_exit import fail, settings_or_exit

if TYPE_CHECKING:
    from usecases.world import Transaction, World

legal_hold_app = typer.Typer(no_args_is_help=True, help="A hold on deletion because of age.")


@legal_hold_app.command("show")
def legal_hold_show() -> None:
    """Show whether a legal hold is in force."""
    from wardmote.commands import legal_hold

    _act(legal_hold.show)


@legal_hold_app.command("begin")
def legal_hold_begin(
    reference: Annotated[str, typer.Argument(help="The council's reference, e.g. a case number.")],
) -> None:
    """Delete nothing because of its age until the hold ends."""
    from wardmote.commands import legal_hold

    _act(lambda tx, world: legal_hold.begin(tx, world, reference))


@legal_hold_app.command("end")
def legal_hold_end() -> None:
    """End the hold. What is too old is deleted within a minute, unless a request is open."""
    from wardmote.commands import legal_hold

    _act(legal_hold.end)


def _act(act: Callable[[Transaction, World], Awaitable[str]]) -> None:
    from wardmote.commands.cannot_run import CannotRun
    from wardmote.commands.transaction import with_council

    try:
        typer.echo(asyncio.run(with_council(settings_or_exit(), act)))
    except CannotRun as why:
        fail(str(why))
