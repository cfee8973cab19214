"""The command line: one command for each thing an operator does."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from wardmote.commands.cli_saving import saving_app
from wardmote.commands.settings_or_exit import asked_settings as _settings
from wardmote.commands.settings_or_exit import fail
from wardmote.service import memory

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Wardmote: a council's neighbourhood chat.",
)

content_app = typer.Typer(no_args_is_help=True, help="The council's files.")
app.add_typer(content_app, name="content")
wards_app = typer.Typer(no_args_is_help=True, help="What the council's wards need.")
app.add_typer(wards_app, name="wards")
app.add_typer(saving_app)

webhook_app = typer.Typer(no_args_is_help=True, help="The address Telegram posts to.")
app.add_typer(webhook_app, name="webhook")

MADE_UP_TOKEN = "100200300:made-up"  # noqa: S105 (only the emulator knows it)

Council = Annotated[str, typer.Option(help="The council's folder name.")]


@app.callback()
def before() -> None:
    """A council's neighbourhood chat."""
    # Before anything can fail: a fault shows where it was, never what it held.
    _log("info")


@app.command()
def run() -> None:
    """Serve one council until stopped. Settings come from the environment or .env."""
    with memory.loading():
        from wardmote.commands import running

    settings = _settings()
    _log(settings.log_level, settings.log_format)
    try:
        asyncio.run(running.serve(settings, ready=lambda line: typer.echo(line)))
    except running.CannotRun as why:
        fail(str(why))
    except KeyboardInterrupt:
        typer.echo("Stopped.")


@app.command()
def migrate() -> None:
    """Bring the database's schema up to this version."""
    from wardmote.commands import running

    try:
        asyncio.run(running.migrate(_settings()))
    except running.CannotRun as why:
        fail(str(why))
    typer.echo("The database is up to date.")


@app.command()
def healthy() -> None:
    """Say whether the running bot has looked at its clock within the last five minutes."""
    from wardmote.service import health

    try:
        line = asyncio.run(health.healthy(_settings()))
    except health.NotHealthy as why:
        fail(str(why))
    typer.echo(line)


@app.command()
def invite(
    role: Annotated[str, typer.Option(help="board-member, officer, administrator or operator.")],
    name: Annotated[str, typer.Option(help="What colleagues see, e.g. a post.")] = "",
    wards: Annotated[str, typer.Option(help="Ward codes, separated by commas.")] = "",
    board: Annotated[str, typer.Option(help="A board's name in the content: all its wards.")] = "",
) -> None:
    """Make a one-time link by which a member of staff joins. It works for seven days."""
    from wardmote.commands import running

    codes = tuple(code.strip() for code in wards.split(",") if code.strip())
    try:
        link = asyncio.run(
            running.invite_staff(_settings(), role=role, label=name, wards=codes, board=board)
        )
    except running.CannotRun as why:
        fail(str(why))
    typer.echo(link)


@app.command()
def poster(
    ward: Annotated[str, typer.Option(help="The ward's code.")],
    source: Annotated[str, typer.Option(help="Where it hangs, e.g. library.")],
) -> None:
    """Make a poster's link: whoever opens it is asked whether this ward is home."""
    from wardmote.commands import running

    try:
        link = asyncio.run(running.poster(_settings(), ward=ward, source=source))
    except running.CannotRun as why:
        fail(str(why))
    typer.echo(link)


@app.command()
def dress() -> None:
    """Set the bot's name and descriptions at Telegram, in every language of the council."""
    from wardmote.commands import running

    try:
        languages = asyncio.run(running.dress(_settings()))
    except running.CannotRun as why:
        fail(str(why))
    typer.echo(f"The bot's page at Telegram is set in: {', '.join(languages)}.")


@app.command()
def doctor() -> None:
    """Look at everything that can be wrong, one line each; end with 1 when something is bad."""
    from wardmote.commands import checks
    from wardmote.commands import doctor as doctors

    found = asyncio.run(doctors.examine(_settings()))
    for one in found:
        typer.echo(f"{one.mark}  {one.what}: {one.line}")
    if any(one.mark == checks.BAD for one in found):
        raise typer.Exit(1)


@app.command("set-aside")
def set_aside_command(
    act: Annotated[str, typer.Argument(help="again or drop; without it, the list.")] = "",
    reference: Annotated[str, typer.Argument(help="The reference, e.g. K7Q-4MD.")] = "",
) -> None:
    """List what the bot could not handle, have one tried again, or drop one."""
    from wardmote.commands import running, set_aside

    acts = {"again": set_aside.again, "drop": set_aside.drop}
    if act and (act not in acts or not reference):
        fail("Say `set-aside`, `set-aside again REFERENCE` or `set-aside drop REFERENCE`.")
    settings = _settings()
    doing = acts[act](settings, reference) if act else set_aside.listed(settings)
    try:
        typer.echo(asyncio.run(doing))
    except running.CannotRun as why:
        fail(str(why))


@content_app.command("reload")
def content_reload() -> None:
    """Have the running bot take up edited wards, boards, plans and contact points."""
    from wardmote.commands import running

    try:
        typer.echo(asyncio.run(running.reload_content(_settings(), wait=70.0)))
    except running.CannotRun as why:
        fail(str(why))


@wards_app.command("import-boundaries")
def import_boundaries(
    file: Annotated[Path, typer.Argument(help="A GeoJSON file of the council's wards.")],
) -> None:
    """Store the wards' boundaries, so that a shared location finds its ward exactly."""
    from wardmote.commands import running

    try:
        said = asyncio.run(running.import_boundaries(_settings(), file=file))
    except running.CannotRun as why:
        fail(str(why))
    typer.echo(said)


@webhook_app.command("show")
def webhook_show() -> None:
    """Say where Telegram posts this bot's messages, what waits there, and its last error."""
    from wardmote.commands import webhooks

    _say_or_fail(webhooks.show, webhooks.NotDone)


@webhook_app.command("remove")
def webhook_remove() -> None:
    """Have Telegram post to no webhook any more. What waits there is kept."""
    from wardmote.commands import webhooks

    _say_or_fail(webhooks.remove, webhooks.NotDone)


@app.command("check-content")
def check_content(
    directory: Annotated[Path | None, typer.Argument(help="A council's folder.")] = None,
    council: Council = "buckinghamshire",
) -> None:
    """Read a council's files and say, with file, line and field, what is wrong."""
    from content import library

    try:
        found = library.load(directory or library.council_directory(council))
    except library.ContentError as wrong:
        fail(str(wrong))
    for warning in found.warnings:
        typer.echo(f"Note: {warning}")
    typer.echo(
        f"{found.council.name}: {len(found.wards)} wards, {len(found.boards)} boards, "
        f"{len(found.plans)} plans, {len(found.consultations)} consultations, "
        f"{len(found.postcodes)} postcodes. All good."
    )


@app.command()
def emulator(
    port: Annotated[int, typer.Option(help="The port on this machine.")] = 8484,
    token: Annotated[str, typer.Option(help="The token a bot must use.")] = MADE_UP_TOKEN,
) -> None:
    """A pretend Telegram on this machine, to develop against; its page shows three phones."""
    from wardmote.demo import run

    _until_stopped(run.emulate(port=port, token=token, say=typer.echo))


@app.command("demo")
def demo_command(
    council: Council = "buckinghamshire",
    port: Annotated[int | None, typer.Option(help="Exactly this port.")] = None,
    residents: Annotated[int, typer.Option(min=1, max=2000, help="Neighbours.")] = 200,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget the story told before.")] = False,
) -> None:
    """A whole council on this machine, with a story already under way, in your browser."""
    from wardmote.demo import run

    _log("error")
    try:
        _until_stopped(
            run.demo(_library(council), port=port, residents=residents, fresh=fresh, say=typer.echo)
        )
    except OSError as trouble:
        if trouble.errno != errno.EADDRINUSE:
            fail(f"The demo cannot write its data here: {trouble}.")
        which = f"Port {port} is taken" if port else "Every usual port is taken"
        fail(f"{which}. Choose another with --port.")


@app.command("tour")
def tour_command(
    council: Council = "buckinghamshire",
    residents: Annotated[int, typer.Option(min=1, max=5000, help="How many take part.")] = 200,
    seed: Annotated[int, typer.Option(help="The same seed tells the same story.")] = 7,
    out: Annotated[Path, typer.Option(help="Where the papers go.")] = Path("tour"),
) -> None:
    """Tell one whole story without a screen, check every total, write the papers."""
    from wardmote.demo.tour import tour

    _log("error")
    result = asyncio.run(
        tour(_library(council), residents=residents, seed=seed, out=out, say=typer.echo)
    )
    for line in result.differences:
        typer.echo(f"Does not agree. {line}", err=True)
    if result.differences:
        raise typer.Exit(1)
    typer.echo("Every total agrees.")


def _library(council: str) -> Any:
    from content import library

    try:
        return library.load(library.council_directory(council))
    except library.ContentError as wrong:
        fail(str(wrong))


def _say_or_fail(
    command: Callable[[Any], Coroutine[Any, Any, str]], not_done: type[Exception]
) -> None:
    try:
        typer.echo(asyncio.run(command(_settings())))
    except not_done as why:
        fail(str(why))


def _log(level: str, form: Literal["text", "json"] = "text") -> None:
    from wardmote.service import logs

    logs.to_stderr(level, form)


def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(work)
    except KeyboardInterrupt:
        typer.echo("Stopped.")
