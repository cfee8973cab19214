"""An officer's /results and /export."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.saying import show, tapped
from engagement.errors import OldButton
from usecases.insight import export, results
from usecases.insight.export import ExportFormat

FORMATS = (ExportFormat.WORKBOOK, ExportFormat.CSV)


async def choose_results(update: Update, context: Context) -> None:
    """/results."""
    show(context, results.choose(context.world, context.person))


async def choose_export(update: Update, context: Context) -> None:
    """/export."""
    show(context, results.choose(context.world, context.person, exporting=True))


async def show_results(update: Update, context: Context) -> None:
    """One consultation's results."""
    (code,) = tapped(context, 1)
    show(context, await results.show(context.tx, context.world, context.person, code))


async def ask_format(update: Update, context: Context) -> None:
    """One consultation was chosen: as which file?"""
    (code,) = tapped(context, 1)
    show(context, export.ask_format(context.world, context.person, code))


async def send_export(update: Update, context: Context) -> None:
    """One consultation's answers as a file."""
    code, number = tapped(context, 2)
    if number >= len(FORMATS):
        raise OldButton
    kind = FORMATS[number]
    show(context, await export.prepare(context.tx, context.world, context.person, code, kind))
