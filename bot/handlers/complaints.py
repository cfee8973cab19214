"""/complain for everybody, and /complaints for officers."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.leaving import stop
from bot.handlers.reply import page_tapped, show, tapped, words_of
from content.asked_in_words import asks_to_stop
from usecases.operations import complain, complaints


async def ask(update: Update, context: Context) -> None:
    """/complain, alone or followed by what went wrong. A stop word stops here too."""
    _, *after = words_of(update).split(maxsplit=1)
    tx, world, person = context.tx, context.world, context.person
    if after and asks_to_stop(after[0]):
        await stop(update, context)
    elif after:
        show(context, await complain.ask_with_words(tx, world, person, after[0]))
    else:
        show(context, await complain.ask(tx, world, person))


async def drop(update: Update, context: Context) -> None:
    """No complaint after all."""
    show(context, await complain.drop(context.tx, context.person))


async def is_one(update: Update, context: Context) -> None:
    """Yes, these few words are my complaint."""
    show(context, await complain.is_one(context.tx, context.world, context.person))


async def take_back(update: Update, context: Context) -> None:
    """The complaint just made, after all not."""
    (number,) = tapped(context, 1)
    show(context, await complain.take_back(context.tx, context.world, context.person, number))


async def show_open(update: Update, context: Context) -> None:
    """/complaints, alone or followed by a reference."""
    _, _, name = words_of(update).partition(" ")
    tx, world, person = context.tx, context.world, context.person
    if name.strip() and update.callback_query is None:
        show(context, await complaints.show_named(tx, world, person, name))
    else:
        show(context, await complaints.show_open(tx, world, person, page_tapped(context)))


async def show_one(update: Update, context: Context) -> None:
    """One complaint."""
    (number,) = tapped(context, 1)
    show(context, await complaints.show(context.tx, context.world, context.person, number))


async def acknowledge(update: Update, context: Context) -> None:
    """A person has read it."""
    (number,) = tapped(context, 1)
    show(context, await complaints.acknowledge(context.tx, context.world, context.person, number))


async def ask_outcome(update: Update, context: Context) -> None:
    """What came of it?"""
    (number,) = tapped(context, 1)
    show(context, await complaints.ask_outcome(context.tx, context.world, context.person, number))


async def change_outcome(update: Update, context: Context) -> None:
    """Another text for the outcome."""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await complaints.change_outcome(tx, world, person, number))


async def keep_outcome(update: Update, context: Context) -> None:
    """Record the outcome just shown."""
    (number,) = tapped(context, 1)
    show(context, await complaints.keep_outcome(context.tx, context.world, context.person, number))


async def drop_outcome(update: Update, context: Context) -> None:
    """No outcome after all."""
    show(context, await complaints.drop_outcome(context.tx, context.world, context.person))
