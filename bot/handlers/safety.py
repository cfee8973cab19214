"""Removing words of danger from the chat; and /open and /close, for those named to read them."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, say_what_is_kept, show, tapped, words_of
from bot.views import safety as views
from usecases.operations import close_alert, safety_alerts


async def remove(update: Update, context: Context) -> None:
    """Remove both messages from the chat at Telegram, and what was typed instead of tapping.
    Nothing changes here."""
    (theirs,) = tapped(context, 1)
    turn = context.turn
    named = (s.message_id for s in turn.shown if turn.pressed in s.buttons.values())
    ours = turn.parsed.tapped or next(named, None)
    asked = update.message.message_id if update.message else None
    context.reply(views.removal(localiser(context), theirs=theirs, ours=ours, asked=asked))


async def open_(update: Update, context: Context) -> None:
    """/open, alone for the list, or with a reference for the words."""
    tx, world, person = context.tx, context.world, context.person
    _, _, reference = words_of(update).partition(" ")
    if reference.strip():
        show(context, await safety_alerts.open_words(tx, world, person, reference))
    else:
        show(context, await safety_alerts.listed(tx, world, person))


async def close(update: Update, context: Context) -> None:
    """/close with a reference, and what was done or nothing yet."""
    tx, world, person = context.tx, context.world, context.person
    _, *after = words_of(update).split(maxsplit=1)
    if not after:
        show(context, await safety_alerts.listed(tx, world, person))
        return
    reference, done = safety_alerts.reference_and_words(after[0])
    if done:
        show(context, await close_alert.close(tx, world, person, reference, done))
    else:
        show(context, await close_alert.ask(tx, world, person, reference))
        say_what_is_kept(context, close_alert.CLOSING)


async def read_words(update: Update, context: Context) -> None:
    """The button that opens the words."""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    person = await close_alert.leave(tx, world, person)
    show(context, await safety_alerts.open_words(tx, world, person, number))


async def write_what_was_done(update: Update, context: Context) -> None:
    """The button that asks what was done."""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await close_alert.ask(tx, world, person, number))


async def close_it(update: Update, context: Context) -> None:
    """The button that closes the alert with the words above it."""
    (number,) = tapped(context, 1)
    show(context, await close_alert.confirm(context.tx, context.world, context.person, number))


async def leave_open(update: Update, context: Context) -> None:
    """The button that leaves the alert open."""
    (number,) = tapped(context, 1)
    show(context, await close_alert.cancel(context.tx, context.world, context.person, number))
