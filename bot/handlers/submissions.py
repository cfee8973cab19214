"""/submission: entering what came as a letter, an e-mail, a petition or in person."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import say_what_is_kept, show, tapped
from usecases.consultations import submissions, submissions_entered


async def begin(update: Update, context: Context) -> None:
    """/submission."""
    show(context, await submissions.begin(context.tx, context.world, context.person))
    say_what_is_kept(context, submissions.ENTERING)


async def choose_consultation(update: Update, context: Context) -> None:
    """To this consultation."""
    (code,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await submissions.choose_consultation(tx, world, person, code))


async def choose_kind(update: Update, context: Context) -> None:
    """A letter, a petition."""
    (place,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await submissions.choose_kind(tx, world, person, place))


async def received_today(update: Update, context: Context) -> None:
    """It came today."""
    show(context, await submissions.received_today(context.tx, context.world, context.person))


async def say_summary(update: Update, context: Context) -> None:
    """A summary, or its own words."""
    (summary,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await submissions.say_summary(tx, world, person, is_summary=bool(summary)))


async def set_language(update: Update, context: Context) -> None:
    """It is in this language."""
    (place,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await submissions.set_language(tx, world, person, place))


async def ask_change(update: Update, context: Context) -> None:
    """Something is wrong."""
    show(context, await submissions.ask_change(context.tx, context.world, context.person))


async def change(update: Update, context: Context) -> None:
    """This is wrong."""
    (place,) = tapped(context, 1)
    show(context, await submissions.change(context.tx, context.world, context.person, place))


async def back(update: Update, context: Context) -> None:
    """One step back."""
    show(context, await submissions.back(context.tx, context.world, context.person))


async def keep(update: Update, context: Context) -> None:
    """Keep it."""
    show(context, await submissions.keep(context.tx, context.world, context.person))


async def drop(update: Update, context: Context) -> None:
    """Keep nothing."""
    show(context, await submissions.drop(context.tx, context.world, context.person))


async def drop_same(update: Update, context: Context) -> None:
    """Keep nothing: it was entered before."""
    tx, world, person = context.tx, context.world, context.person
    show(context, await submissions.drop(tx, world, person, same=True))


async def ask_take_out(update: Update, context: Context) -> None:
    """Was it entered by mistake?"""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await submissions_entered.ask_take_out(tx, world, person, number))


async def take_out(update: Update, context: Context) -> None:
    """It was entered by mistake."""
    (number,) = tapped(context, 1)
    show(
        context,
        await submissions_entered.take_out(context.tx, context.world, context.person, number),
    )
