"""The command line for backups: backup, restore, and the sends held after a restore."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from wardmote.commands.settings_or_exit import fail, settings_or_exit

backups_app = typer.Typer()
sends_app = typer.Typer(no_args_is_help=True, help="Messages held after a restore.")
backups_app.add_typer(sends_app, name="sends")


@backups_app.command("backup")
def backup_command(
    to: Annotated[
        Path | None, typer.Option(help="The folder; by default backups/ next to the database.")
    ] = None,
    keep: Annotated[
        int | None, typer.Option(min=1, help="Keep only this many backups there, the newest.")
    ] = None,
) -> None:
    """Save the database, the list of forgotten residents and the council's files in one file."""
    from wardmote.backups import backup

    try:
        made = asyncio.run(backup.backup(settings_or_exit(), to=to, keep=keep, say=typer.echo))
    except backup.CannotBackUp as why:
        fail(str(why))
    typer.echo(f"Saved and checked: {made} ({made.stat().st_size / 1e6:.1f} MB).")


@backups_app.command("restore")
def restore_command(
    file: Annotated[Path, typer.Argument(help="A file that `wardmote backup` made.")],
) -> None:
    """Replace the database by a backup, with the bot stopped. All sends are then held."""
    from wardmote.backups import restore
    from wardmote.commands.cannot_run import CannotRun, council_files

    settings = settings_or_exit()
    if settings.content is not None and (lost := restore.files_lost(settings.content, file)):
        fail(lost)
    try:
        council = council_files(settings)
        done = asyncio.run(restore.restore(settings, council, file=file))
    except (restore.CannotRestore, CannotRun) as why:
        fail(str(why))
    typer.echo(f"Restored the backup of {done.made_at:%Y-%m-%d %H:%M} (UTC).")
    typer.echo(f"It holds: {restore.rows_in_words(done, council)}.")
    typer.echo(restore.about_the_list(done))
    for line in restore.applied_again(done, council):
        typer.echo(line)
    if done.aside is not None:
        typer.echo(f"The former database is now in {done.aside}. Delete it when all is well.")
    if done.council_differs:
        typer.echo(
            "The council's files have changed since that backup. The present ones stay in force."
        )
    typer.echo(restore.DECISIONS_UNDONE)
    typer.echo("All sends are held. To see what waits, run: wardmote sends show")


@sends_app.command("show")
def sends_show() -> None:
    """Show the broadcasts that wait since a restore, and to how many people each would go."""
    from wardmote.commands import sends

    _act(sends.show)


@sends_app.command("hold")
def sends_hold() -> None:
    """Hold everything the bot sends of its own accord. Use it after a PostgreSQL restore."""
    from wardmote.commands import sends

    _act(sends.hold)


@sends_app.command("release")
def sends_release() -> None:
    """Send everything that is held."""
    from wardmote.commands import sends

    _act(sends.release)


@sends_app.command("cancel")
def sends_cancel() -> None:
    """Cancel everything that is held. New messages go out again."""
    from wardmote.commands import sends

    _act(sends.cancel)


def _act(act: Callable[..., Awaitable[str]]) -> None:
    from usecases.broadcasts.held_sends import NothingHeld
    from wardmote.commands import sends
    from wardmote.commands.cannot_run import CannotRun
    from wardmote.commands.transaction import with_council

    settings = settings_or_exit()
    try:
        typer.echo(asyncio.run(with_council(settings, act)))
    except NothingHeld:
        fail(sends.NOTHING_HELD)
    except CannotRun as why:
        fail(str(why))
