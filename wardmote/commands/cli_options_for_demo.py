"""The command line for trying the product out: emulator, demo and tour."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from wardmote.commands.settings_or_exit import existing_port, fail

MADE_UP_TOKEN = "100200300:made-up"  # noqa: S105 (only the emulator knows it)

Council = Annotated[str, typer.Option(help="The council's folder name.")]

demo_app = typer.Typer()


@demo_app.command()
def emulator(
    port: Annotated[
        int, typer.Option(help="The port on this machine.", callback=existing_port)
    ] = 8484,
    token: Annotated[str, typer.Option(help="The token a bot must use.")] = MADE_UP_TOKEN,
) -> None:
    """Run a pretend Telegram on this machine, for development. Its page shows three phones."""
    from wardmote.demo import run

    number, _, rest = token.partition(":")
    if not number.isdecimal() or not rest:
        fail(f"--token: digits, a colon and letters are expected, such as {MADE_UP_TOKEN}.")
    try:
        _until_stopped(run.emulate(port=port, token=token, say=typer.echo))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        fail(f"Port {port} is taken. Choose another with --port.")


@demo_app.command("demo")
def demo_command(
    council: Council = "buckinghamshire",
    port: Annotated[
        int | None, typer.Option(help="Use exactly this port.", callback=existing_port)
    ] = None,
    residents: Annotated[
        int, typer.Option(min=1, max=2000, help="Number of made-up residents.")
    ] = 200,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start the story over.")] = False,
) -> None:
    """Run a whole council in your browser: made-up residents, and a story under way."""
    from usecases.world import OpenConsultationChanged
    from wardmote.demo import run

    _log_errors_only()
    library = _library(council)
    try:
        _until_stopped(
            run.demo(library, port=port, residents=residents, fresh=fresh, say=typer.echo)
        )
    except OpenConsultationChanged as other:
        fail(f"The questions of the story saved here have changed ({other}). Add --fresh.")
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            fail(f"The demo cannot write its data here: {error}.")
        which = f"Port {port} is taken" if port else "Every usual port is taken"
        fail(f"{which}. Choose another with --port.")


@demo_app.command("tour")
def tour_command(
    council: Council = "buckinghamshire",
    residents: Annotated[
        int, typer.Option(min=1, max=5000, help="Number of made-up residents.")
    ] = 200,
    seed: Annotated[int, typer.Option(help="The same seed gives the same story.")] = 7,
    out: Annotated[Path, typer.Option(help="The folder for the files.")] = Path("tour"),
) -> None:
    """Run the whole story without a browser, check every total, and write it to files."""
    from wardmote.demo.tour import tour

    if out.exists() and not out.is_dir():
        fail(f"{out} is a file. Give a folder with --out.")
    _log_errors_only()
    result = asyncio.run(
        tour(_library(council), residents=residents, seed=seed, out=out, say=typer.echo)
    )
    for line in result.differences:
        typer.echo(f"A total differs. {line}", err=True)
    if result.differences:
        raise typer.Exit(1)
    typer.echo("Every total agrees.")


def _library(council: str) -> Any:
    from content import library

    try:
        return library.load(library.council_directory(council))
    except library.ContentError as wrong:
        fail(str(wrong))


def _log_errors_only() -> None:
    from wardmote.service import logs

    logs.to_stderr("error")


def _until_stopped(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(work)
    except KeyboardInterrupt:
        typer.echo("Stopped.")
