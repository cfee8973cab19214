"""The commands that save a council's data, put it back, and decide what then goes out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from wardmote.commands.settings_or_exit import asked_settings, fail

saving_app = typer.Typer()
sends_app = typer.Typer(no_args_is_help=True, help="What waits after a restore.")
saving_app.add_typer(sends_app, name="sends")


@saving_app.command("backup")
def backup_command(
    to: Annotated[
        Path | None, typer.Option(help="The folder; by default backups beside the database.")
    ] = None,
    keep: Annotated[
        int | None, typer.Option(min=1, help="How many backups stay there, the newest.")
    ] = None,
) -> None:
    """Save the database, the list of the forgotten and the council's files into one file."""
    from wardmote.backups import backup

    try:
        made = asyncio.run(backup.backup(asked_settings(), to=to, keep=keep, say=typer.echo))
    except backup.CannotBackUp as why:
        fail(str(why))
    typer.echo(f"Saved and checked: {made} ({made.stat().st_size / 1e6:.1f} MB).")


@saving_app.command("restore")
def restore_command(
    file: Annotated[Path, typer.Argument(help="A file that `wardmote backup` made.")],
) -> None:
    """Put a backup in the database's place, while the bot is stopped. All sends are then held."""
    from wardmote.backups import restore
    from wardmote.commands import running

    settings = asked_settings()
    try:
        council = running.library_of(settings)
        done = asyncio.run(restore.restore(settings, council, file=file))
    except (restore.CannotRestore, running.CannotRun) as why:
        fail(str(why))
    rows = ", ".join(f"{number} {table}" for table, number in done.rows.items())
    typer.echo(f"Restored what was saved at {done.made_at:%Y-%m-%d %H:%M} (UTC): {rows}.")
    if done.forgotten:
        typer.echo(f"Forgotten again, by the list: {done.forgotten}.")
    if done.aside is not None:
        typer.echo(f"What stood there lies in {done.aside}. Delete it when all is well.")
    if done.council_differs:
        typer.echo("The council's files of that day were others; those in force here stay.")
    typer.echo("All sends are held. See what waits: wardmote sends show")


@sends_app.command("show")
def sends_show() -> None:
    """Say what waits since a restore: broadcasts, and how many people each."""
    from wardmote.commands import sends

    _act(sends.show)


@sends_app.command("hold")
def sends_hold() -> None:
    """Hold all that goes out by itself, as after a restore that PostgreSQL's own tool made."""
    from wardmote.commands import sends

    _act(sends.hold)


@sends_app.command("release")
def sends_release() -> None:
    """Let everything that is held go out."""
    from wardmote.commands import sends

    _act(sends.release)


@sends_app.command("cancel")
def sends_cancel() -> None:
    """End everything that is held, and let new messages go out again."""
    from wardmote.commands import sends

    _act(sends.cancel)


def _act(act: Callable[..., Awaitable[str]]) -> None:
    from usecases.broadcasts.holding import NothingHeld
    from wardmote.commands import running, sends

    settings = asked_settings()
    try:
        typer.echo(asyncio.run(running.short_act(settings, act)))
    except NothingHeld:
        fail(sends.NOTHING_HELD)
    except running.CannotRun as why:
        fail(str(why))
