"""/export: a consultation's responses as a file."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import show, tapped
from engagement.errors import OldButton
from usecases.insight import export, export_approval
from usecases.insight.export import ExportFormat

FORMATS = (ExportFormat.WORKBOOK, ExportFormat.CSV)
"""In the order of their buttons."""


async def choose(update: Update, context: Context) -> None:
    """/export."""
    show(context, await export.begin(context.tx, context.world, context.person))


async def ask_format(update: Update, context: Context) -> None:
    """A consultation was chosen: ask for the file format."""
    (code,) = tapped(context, 1)
    show(context, await export.ask_format(context.tx, context.world, context.person, code))


async def ask_approval(update: Update, context: Context) -> None:
    """Ask a second person to approve the file."""
    (code,) = tapped(context, 1)
    context.turn.broadcasts_changed = True
    show(context, await export.ask_approval(context.tx, context.world, context.person, code))


async def decide(update: Update, context: Context) -> None:
    """The second person approves a file, or declines it."""
    code, says_yes = tapped(context, 2)
    context.turn.broadcasts_changed = True
    tx, world, person = context.tx, context.world, context.person
    show(context, await export_approval.decide(tx, world, person, code, says_yes=says_yes == 1))


async def send(update: Update, context: Context) -> None:
    """Send one consultation's responses as a file."""
    code, number = tapped(context, 2)
    if number >= len(FORMATS):
        raise OldButton
    kind = FORMATS[number]
    show(context, await export.prepare(context.tx, context.world, context.person, code, kind))
