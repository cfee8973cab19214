"""/requests: marking a message as a request, and what is open."""

from __future__ import annotations

from telegram import Update

from bot.context import Context
from bot.handlers.reply import page_tapped, say_what_is_kept, show, tapped, words_of
from usecases.operations import end_request, requests


async def show_open(update: Update, context: Context) -> None:
    """/requests, alone or followed by the reference of a complaint."""
    _, _, name = words_of(update).partition(" ")
    tx, world, person = context.tx, context.world, context.person
    if name.strip() and update.callback_query is None:
        show(context, await requests.mark_named(tx, world, person, name))
        say_what_is_kept(context, requests.MARKING)
    else:
        show(context, await requests.show_open(tx, world, person, page_tapped(context)))


async def ask_words(update: Update, context: Context) -> None:
    """Which words are the request?"""
    show(context, await requests.ask_words(context.tx, context.world, context.person))


async def mark_complaint(update: Update, context: Context) -> None:
    """A complaint is a request."""
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await requests.mark_complaint(tx, world, person, number))


async def mark(update: Update, context: Context) -> None:
    """What the words ask for."""
    (number,) = tapped(context, 1)
    show(context, await requests.mark(context.tx, context.world, context.person, number))


async def show_one(update: Update, context: Context) -> None:
    """One request."""
    (number,) = tapped(context, 1)
    show(context, await requests.show(context.tx, context.world, context.person, number))


async def ask_if_answered(update: Update, context: Context) -> None:
    """Has it been answered?"""
    await _ask_if_over(context, answered=True)


async def ask_if_none(update: Update, context: Context) -> None:
    """Was it no request?"""
    await _ask_if_over(context, answered=False)


async def _ask_if_over(context: Context, *, answered: bool) -> None:
    (number,) = tapped(context, 1)
    tx, world, person = context.tx, context.world, context.person
    show(context, await end_request.ask(tx, world, person, number, answered=answered))


async def answered(update: Update, context: Context) -> None:
    """It has been answered."""
    (number,) = tapped(context, 1)
    show(context, await end_request.answered(context.tx, context.world, context.person, number))


async def drop_marking(update: Update, context: Context) -> None:
    """Nothing to mark after all."""
    show(context, await requests.drop_marking(context.tx, context.world, context.person))


async def take_back(update: Update, context: Context) -> None:
    """It was no request."""
    (number,) = tapped(context, 1)
    show(context, await end_request.take_back(context.tx, context.world, context.person, number))
