"""The command line for consultations: list, open, extend, pause, close, withdraw, report."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Annotated, Any

import typer

from wardmote.commands.settings_or_exit import fail, settings_or_exit

consultation_app = typer.Typer(no_args_is_help=True, help="Opening and closing consultations.")

Slug = Annotated[str, typer.Argument(help="Its slug, as in `consultation list`.")]
By = Annotated[
    str,
    typer.Option(
        help="The colleague who decides this: their number in `staff list`. "
        "Leave it out if they are not there."
    ),
]
Reason = Annotated[str, typer.Option(help="Why: people read it. At most 120 characters.")]
Until = Annotated[str, typer.Argument(help="Day and time there, e.g. '2027-03-31 17:00'.")]


@consultation_app.command("list")
def consultation_list() -> None:
    """List every consultation, its stage, and what it still needs before it may open."""
    from wardmote.commands import consultations

    _echo(consultations.listed(settings_or_exit()))


@consultation_app.command("open")
def consultation_open(slug: Slug, by: By = "") -> None:
    """Ask a second person to approve that it opens at the date in its file."""
    from wardmote.commands import consultations

    _echo(consultations.asked_to_open(settings_or_exit(), slug, by=by))


@consultation_app.command("extend")
def consultation_extend(slug: Slug, until: Until, reason: Reason, by: By = "") -> None:
    """Let it close later. One that has closed opens again until its results are counted."""
    from wardmote.commands import consultations

    _echo(consultations.extended(settings_or_exit(), slug, until, reason=reason, by=by))


@consultation_app.command("pause")
def consultation_pause(slug: Slug, until: Until, reason: Reason, by: By = "") -> None:
    """Take no answers until then. It starts again by itself."""
    from wardmote.commands import consultations

    _echo(consultations.paused(settings_or_exit(), slug, until, reason=reason, by=by))


@consultation_app.command("resume")
def consultation_resume(slug: Slug, by: By = "") -> None:
    """End a pause now."""
    from wardmote.commands import consultations

    _echo(consultations.resumed(settings_or_exit(), slug, by=by))


@consultation_app.command("close")
def consultation_close(slug: Slug, reason: Reason, by: By = "") -> None:
    """Close it now, before its date."""
    from wardmote.commands import consultations

    _echo(consultations.closed(settings_or_exit(), slug, reason=reason, by=by))


@consultation_app.command("withdraw")
def consultation_withdraw(slug: Slug, reason: Reason, by: By = "") -> None:
    """End it without results. Before it has opened, take back its approval."""
    from wardmote.commands import consultations

    _echo(consultations.withdrawn(settings_or_exit(), slug, reason=reason, by=by))


@consultation_app.command("report")
def consultation_report(
    slug: Slug,
    how: Annotated[str, typer.Option(help="How people heard, if no outcome was sent.")] = "",
    by: By = "",
) -> None:
    """Note that people have heard what came of it."""
    from wardmote.commands import consultations

    _echo(consultations.reported(settings_or_exit(), slug, how=how, by=by))


def _echo(work: Coroutine[Any, Any, str]) -> None:
    from wardmote.commands.cannot_run import CannotRun

    try:
        typer.echo(asyncio.run(work))
    except CannotRun as why:
        fail(str(why))
