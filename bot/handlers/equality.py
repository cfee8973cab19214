"""Equality questions: the buttons, /about_me, and what is typed at them."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import localiser, show, tapped
from bot.screens import Toast
from usecases.consultations import equality
from usecases.people import words_in_hand


async def about_me(update: Update, context: Context) -> None:
    """/about_me, and the button that shows what is kept."""
    await words_in_hand.note_about_me_shown(context.tx, context.world, context.person)
    show(context, await equality.show(context.tx, context.world, context.person))


async def begin(update: Update, context: Context) -> None:
    """Yes, ask me."""
    (code,) = tapped(context, 1)
    show(context, await equality.begin(context.tx, context.world, context.person, code))


async def no_thanks(update: Update, context: Context) -> None:
    """No, don't ask me."""
    await equality.decline(context.tx, context.person)
    context.reply(Toast(localiser(context).plain("equality-declined")))


async def age(update: Update, context: Context) -> None:
    """Whether they are old enough."""
    code, yes = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await equality.say_age(tx, world, person, code, old_enough=yes == 1))


async def choose(update: Update, context: Context) -> None:
    """An answer, or that they prefer not to say."""
    code, place, number = tapped(context, 3)
    tx, world, person = context.tx, context.world, context.person
    show(context, await equality.choose(tx, world, person, code, place, number))


async def skip(update: Update, context: Context) -> None:
    """The next question."""
    code, place = tapped(context, 2)
    tx, world, person = context.tx, context.world, context.person
    show(context, await equality.skip(tx, world, person, code, place))


async def stop(update: Update, context: Context) -> None:
    """Stop using this: all of it is deleted."""
    show(context, await equality.stop(context.tx, context.world, context.person))
