"""The command line: one command for each task of an operator.

Each command imports its own modules when it runs, so that starting one loads nothing of another.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import typer

from wardmote.commands.cli_options_for_backups import backups_app
from wardmote.commands.cli_options_for_consultations import consultation_app
from wardmote.commands.cli_options_for_demo import demo_app
from wardmote.commands.cli_options_for_duties import duty_app
from wardmote.commands.cli_options_for_legal_hold import legal_hold_app
from wardmote.commands.cli_options_for_safeguarding import safeguarding_app
from wardmote.commands.settings_or_exit import fail, say_if_possible, settings_or_exit
from wardmote.service import garbage_collection

T = TypeVar("T")

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Wardmote: a council's neighbourhood chat.",
)

content_app = typer.Typer(no_args_is_help=True, help="The council's files.")
app.add_typer(content_app, name="content")
wards_app = typer.Typer(no_args_is_help=True, help="Data about the council's wards.")
app.add_typer(wards_app, name="wards")
app.add_typer(backups_app)
app.add_typer(legal_hold_app, name="legal-hold")
app.add_typer(duty_app, name="duty")
app.add_typer(consultation_app, name="consultation")
app.add_typer(safeguarding_app, name="safeguarding")

staff_app = typer.Typer(no_args_is_help=True, help="Who holds a role.")
app.add_typer(staff_app, name="staff")

webhook_app = typer.Typer(no_args_is_help=True, help="The address Telegram posts to.")
app.add_typer(webhook_app, name="webhook")
app.add_typer(demo_app)


def _version(wanted: bool) -> None:
    if wanted:
        from wardmote.service.version import version

        typer.echo(f"Wardmote {version()}")
        raise typer.Exit


@app.callback()
def before(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """A council's neighbourhood chat."""
    # First of all, so that a crash logs where it happened but no values.
    _log("info")


@app.command("run")
def run_command() -> None:
    """Serve one council until stopped. Settings come from the environment or .env."""
    with garbage_collection.paused():
        from wardmote.commands import run
        from wardmote.commands.cannot_run import CannotRun

    settings = settings_or_exit()
    _log(settings.log_level, settings.log_format)
    run.report_unknown_settings()
    try:
        asyncio.run(run.run(settings, ready=say_if_possible))
    except CannotRun as why:
        fail(str(why))
    except KeyboardInterrupt:
        typer.echo("Stopped.")


@app.command("migrate")
def migrate_command(
    new: Annotated[bool, typer.Option("--new", help="Make the database if there is none.")] = False,
) -> None:
    """Bring the database's schema up to this version."""
    from wardmote.commands import migrate

    if _run_or_fail(migrate.migrate(settings_or_exit(), new=new)):
        typer.echo("A new, empty database was made: nobody has joined, and there is no staff.")
    typer.echo("The database is up to date.")


@app.command()
def healthy() -> None:
    """Check that the bot is running: that it has looked at its clock in the last five minutes."""
    from wardmote.service import health

    try:
        line = asyncio.run(health.healthy(settings_or_exit()))
    except health.NotHealthy as why:
        fail(str(why))
    typer.echo(line)


@app.command("invite")
def invite_command(
    role: Annotated[str, typer.Option(help="board-member, officer, administrator or operator.")],
    name: Annotated[str, typer.Option(help="What colleagues see, e.g. a job title.")] = "",
    wards: Annotated[str, typer.Option(help="Ward codes, separated by commas.")] = "",
    board: Annotated[str, typer.Option(help="A board's name in the content: all its wards.")] = "",
) -> None:
    """Make a one-time link by which a member of staff joins. It works for seven days."""
    from wardmote.commands import invite

    codes = tuple(code.strip() for code in wards.split(",") if code.strip())
    typer.echo(
        _run_or_fail(
            invite.invite(settings_or_exit(), role=role, label=name, wards=codes, board=board)
        )
    )


@staff_app.command("list")
def staff_list() -> None:
    """List everyone who holds a role: number, role, name and wards."""
    from wardmote.commands import staff

    typer.echo(_run_or_fail(staff.listed(settings_or_exit())))


@staff_app.command("remove")
def staff_remove(
    number: Annotated[str, typer.Argument(help="The number in `staff list`.")],
    yes: Annotated[bool, typer.Option("--yes", help="Even the only administrator.")] = False,
) -> None:
    """End somebody's role at once. What they did stays in the audit log."""
    from wardmote.commands import staff

    typer.echo(_run_or_fail(staff.removed(settings_or_exit(), number, even_last=yes)))


@app.command("poster")
def poster_command(
    ward: Annotated[str, typer.Option(help="The ward's code.")],
    source: Annotated[str, typer.Option(help="Where the poster hangs, e.g. library.")],
) -> None:
    """Make the link for a poster. It asks residents whether this ward is home."""
    from wardmote.commands import poster

    typer.echo(_run_or_fail(poster.poster(settings_or_exit(), ward=ward, source=source)))


@app.command("dress")
def dress_command() -> None:
    """Set the bot's name and descriptions at Telegram, in every language of the council."""
    from wardmote.commands import dress

    languages = _run_or_fail(dress.dress(settings_or_exit()))
    typer.echo(f"The bot's page at Telegram is set in: {', '.join(languages)}.")


@app.command("accept-bot")
def accept_bot_command() -> None:
    """Make the bot of WARDMOTE_TOKEN this council's bot, in place of the one people wrote to."""
    from wardmote.commands import accept_bot

    typer.echo(_run_or_fail(accept_bot.accept_bot(settings_or_exit())))


@app.command("accept-council")
def accept_council_command() -> None:
    """Store the council's new slug, WARDMOTE_COUNCIL, in its database, in place of the old one."""
    from wardmote.commands import accept_council

    typer.echo(_run_or_fail(accept_council.accept_council(settings_or_exit())))


@app.command("doctor")
def doctor_command() -> None:
    """Check everything that can be wrong, one line each. It ends with 1 if something is bad."""
    from wardmote.commands import doctor, doctor_checks

    found = asyncio.run(doctor.examine(settings_or_exit()))
    for one in found:
        typer.echo(f"{one.mark}  {one.what}: {one.line}")
    if any(one.mark == doctor_checks.BAD for one in found):
        raise typer.Exit(1)


@app.command("set-aside")
def set_aside_command(
    act: Annotated[str, typer.Argument(help="again or drop; leave out for the list.")] = "",
    reference: Annotated[str, typer.Argument(help="The reference, e.g. K7Q-4MD.")] = "",
) -> None:
    """List the updates the bot could not handle, try one again, or drop one."""
    from wardmote.commands import set_aside

    acts = {"again": set_aside.again, "drop": set_aside.drop}
    if act and (act not in acts or not reference):
        fail("Use `set-aside`, `set-aside again REFERENCE` or `set-aside drop REFERENCE`.")
    settings = settings_or_exit()
    work = acts[act](settings, reference) if act else set_aside.listed(settings)
    typer.echo(_run_or_fail(work))


@content_app.command("reload")
def content_reload_command() -> None:
    """Have the running bot read all of the council's edited files."""
    from wardmote.commands import content_reload

    typer.echo(_run_or_fail(content_reload.content_reload(settings_or_exit(), wait=70.0)))


@wards_app.command("import-boundaries")
def import_boundaries_command(
    file: Annotated[Path, typer.Argument(help="A GeoJSON file of the council's wards.")],
) -> None:
    """Store the wards' boundaries, so that a shared location finds its ward exactly."""
    from wardmote.commands import import_boundaries

    typer.echo(_run_or_fail(import_boundaries.import_boundaries(settings_or_exit(), file=file)))


@webhook_app.command("show")
def webhook_show() -> None:
    """Show where Telegram posts this bot's messages, how many wait there, and its last error."""
    from wardmote.commands import webhooks

    typer.echo(_run_or_fail(webhooks.show(settings_or_exit())))


@webhook_app.command("remove")
def webhook_remove() -> None:
    """Remove the webhook at Telegram. Messages waiting there are kept."""
    from wardmote.commands import webhooks

    typer.echo(_run_or_fail(webhooks.remove(settings_or_exit())))


@app.command("check-content")
def check_content(
    directory: Annotated[Path | None, typer.Argument(help="A council's folder.")] = None,
    council: Annotated[str, typer.Option(help="The council's folder name.")] = "",
) -> None:
    """Check a council's files, and report each mistake with its file, line and field."""
    from wardmote.commands import check_content
    from wardmote.commands.cannot_run import CannotRun

    try:
        folder, here = check_content.folder_to_check(directory, council)
    except CannotRun as why:
        fail(str(why))
    typer.echo(f"Checking {folder}.")
    of_the_bot = directory is None and not council
    for line in _run_or_fail(check_content.check_content(folder, here, of_the_bot=of_the_bot)):
        typer.echo(line)


def _run_or_fail(work: Coroutine[Any, Any, T]) -> T:
    """The result of a command's work; where it cannot be done, print why and exit with 1."""
    from wardmote.commands.cannot_run import CannotRun

    try:
        return asyncio.run(work)
    except CannotRun as why:
        fail(str(why))


def _log(level: str, form: Literal["text", "json"] = "text") -> None:
    from wardmote.service import logs

    logs.to_stderr(level, form)
